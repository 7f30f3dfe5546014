import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';
import { rollup, type Plugin } from 'rollup';
import type { OrgModel } from '../../metadata/model.ts';
import { ENVIRONMENT, LWC_OPTIONS, type BaseComponents } from './base-components.ts';
import { modules } from './modules.ts';
import { typescript } from './typescript.ts';

const BROWSER = path.resolve(import.meta.dirname, '../browser');
const REGISTRY = 'portal/registry';

/** One build of the org's own components together with the portal's shells. */
export interface BundleBuild {
  readonly folder: string;
  /** Name of `folder`: changes with every source, so that browsers may cache for ever. */
  readonly key: string;
}

export interface BundleOptions {
  readonly model: OrgModel;
  readonly base: BaseComponents;
  readonly auraEnabled: (className: string, method: string) => boolean;
  readonly cacheFolder: string;
}

/** Builds the org's LWC bundles, or finds the build of exactly these sources in the cache. Fails with the compiler's message. */
export async function buildBundles(options: BundleOptions): Promise<BundleBuild> {
  const bundles = bundleFolders(options.model);
  const key = `org-${sourceHash(options, bundles)}`;
  const folder = path.join(options.cacheFolder, key);
  if (existsSync(path.join(folder, 'complete'))) return { folder, key };

  const build = await rollup({
    input: { main: path.join(BROWSER, 'main.ts') },
    plugins: [
      registry([...bundles.keys()]),
      modules({ ...options, bundles }),
      typescript(),
      replace({ preventAssignment: true, values: ENVIRONMENT }),
      lwc({ ...LWC_OPTIONS, modules: [], defaultModules: [] })
    ],
    onwarn(warning, warn) {
      if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
      if (warning.code !== 'CIRCULAR_DEPENDENCY') warn(warning);
    }
  });
  const scratch = `${folder}.${process.pid}`;
  await build.write({
    dir: scratch,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    paths: (id) => (options.base.specifiers.has(id) ? `/portal/assets/base-${options.base.key}/${id}.js` : id)
  });
  await build.close();
  writeFileSync(path.join(scratch, 'complete'), '');
  rmSync(folder, { recursive: true, force: true });
  renameSync(scratch, folder);
  return { folder, key };
}

/** Absolute folders of the org's bundles by name. */
export function bundleFolders(model: OrgModel): ReadonlyMap<string, string> {
  return new Map([...model.lwcBundles].map(([name, folder]) => [name, path.resolve(model.root, folder)]));
}

/** Components are placed on pages by metadata, so each is loaded by name when a page that has it is shown. */
function registry(names: readonly string[]): Plugin {
  const id = `\0${REGISTRY}`;
  return {
    name: 'component-registry',
    resolveId: (source) => (source === REGISTRY ? id : null),
    load(loaded) {
      if (loaded !== id) return null;
      const entries = names.map((name) => `  ${JSON.stringify(`c:${name}`)}: () => import(${JSON.stringify(`c/${name}`)})`);
      return `export const registry = {\n${entries.join(',\n')}\n};`;
    }
  };
}

function sourceHash(options: BundleOptions, bundles: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256').update(JSON.stringify([options.base.key, options.model.fingerprint, [...options.model.labels]]));
  for (const folder of [import.meta.dirname, BROWSER, ...bundles.values()]) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes('__tests__'));
    for (const file of files.map((entry) => path.join(entry.parentPath, entry.name)).sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}
