import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rollup, type Plugin } from 'rollup';
import type { OrgModel } from '../../metadata/model.ts';
import { ENVIRONMENT, LWC_OPTIONS, type BaseComponents } from './base-components.ts';
import { modules } from './modules.ts';
import { lwc, replace } from './plugins.ts';
import { filesOf, siteProblems } from './site-limits.ts';
import { typescript } from './typescript.ts';

const BROWSER = path.resolve(import.meta.dirname, '../browser');
const REGISTRY = 'portal/registry';
const KEPT_BUILDS = 20;

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
      registry(bundles),
      modules({ ...options, bundles }),
      typescript(),
      replace({ preventAssignment: true, values: ENVIRONMENT }),
      // The platform modules are plain modules: LWC's compiler has no business with them.
      lwc({ ...LWC_OPTIONS, modules: [], defaultModules: [], exclude: [`${BROWSER}/platform/**`, `${BROWSER}/main.ts`] })
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
  forgetOld(options.cacheFolder);
  return { folder, key };
}

/** Every change of a source makes a folder: those of yesterday's sources are nobody's any more. */
function forgetOld(cacheFolder: string): void {
  const builds = readdirSync(cacheFolder)
    .filter((name) => name.startsWith('org-'))
    .map((name) => ({ folder: path.join(cacheFolder, name), at: statSync(path.join(cacheFolder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { folder } of builds.slice(KEPT_BUILDS)) rmSync(folder, { recursive: true, force: true });
}

/** Absolute folders of the org's bundles by name. */
export function bundleFolders(model: OrgModel): ReadonlyMap<string, string> {
  return new Map([...model.lwcBundles].map(([name, folder]) => [name, path.resolve(model.root, folder)]));
}

/**
 * Components are placed on pages by metadata, so each is loaded by name when a page that has it is shown. With them, by the same
 * names, why some cannot stand on a site.
 */
function registry(bundles: ReadonlyMap<string, string>): Plugin {
  const id = `\0${REGISTRY}`;
  return {
    name: 'component-registry',
    resolveId: (source) => (source === REGISTRY ? id : null),
    load(loaded) {
      if (loaded !== id) return null;
      const names = [...bundles.keys()];
      const entries = names.map((name) => `  ${JSON.stringify(`c:${name}`)}: () => import(${JSON.stringify(`c/${name}`)})`);
      const refused = names.flatMap((name) => {
        const [problem] = siteProblems(name, filesOf(bundles));
        return problem ? [[`c:${name}`, `${problem.bundle}/${problem.file}: ${problem.reason}`]] : [];
      });
      return `export const registry = {\n${entries.join(',\n')}\n};\nexport const refusedOnSites = ${JSON.stringify(Object.fromEntries(refused))};`;
    }
  };
}

function sourceHash(options: BundleOptions, bundles: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256').update(JSON.stringify([options.base.key, options.model.fingerprint, [...options.model.labels]]));
  for (const folder of [import.meta.dirname, BROWSER, ...bundles.values()]) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.parentPath.includes('__tests__')
    );
    for (const file of files.map((entry) => path.join(entry.parentPath, entry.name)).sort())
      hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}
