import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { rollup, type Plugin } from 'rollup';
import { lwc, replace } from './plugins.ts';

const require = createRequire(import.meta.url);
const WORKSPACE = path.resolve(import.meta.dirname, '../../..');
/** Raised when this file changes what it writes: package versions alone would not notice. */
const LAYOUT = 5;

/** Salesforce's base components and the LWC engine, built once as ES modules that every org's bundles import by URL. */
export interface BaseComponents {
  /** Folder with one facade module per specifier, `lightning/button.js`. */
  readonly folder: string;
  readonly key: string;
  readonly specifiers: ReadonlySet<string>;
}

interface PackageFile {
  readonly version: string;
  readonly lwc: { readonly expose: readonly string[] };
}

/** Exposed modules that import parts the package does not ship: the platform, here the portal, provides them or they do not exist. */
const INCOMPLETE = new Set(['lightning/navigation', 'lightning/barcodeScanner', 'lightning/primitiveFigure']);

/**
 * Returns the base component build from the cache, building it first when the package versions changed.
 * Concurrent callers in one process share one build; across processes the finished folder is moved into place at once.
 */
export function baseComponents(cacheFolder: string): Promise<BaseComponents> {
  const known = builds.get(cacheFolder);
  if (known) return known;
  const build = open(cacheFolder);
  builds.set(cacheFolder, build);
  build.catch(() => builds.delete(cacheFolder));
  return build;
}

const builds = new Map<string, Promise<BaseComponents>>();

async function open(cacheFolder: string): Promise<BaseComponents> {
  const library = packageFile('lightning-base-components');
  const versions = [library.version, packageFile('@lwc/rollup-plugin').version, packageFile('@lwc/synthetic-shadow').version];
  const key = createHash('sha256')
    .update(JSON.stringify([LAYOUT, versions]))
    .digest('hex')
    .slice(0, 12);
  const folder = path.join(cacheFolder, `base-${key}`);
  const specifiers = new Set(['lwc', ...library.lwc.expose.filter((name) => !name.includes('iconSvgTemplates') && !INCOMPLETE.has(name))]);
  if (!existsSync(path.join(folder, 'complete'))) {
    const scratch = `${folder}.${process.pid}`;
    await build(scratch, specifiers);
    if (existsSync(path.join(folder, 'complete'))) rmSync(scratch, { recursive: true });
    else {
      rmSync(folder, { recursive: true, force: true });
      renameSync(scratch, folder);
    }
  }
  return { folder, key, specifiers };
}

async function build(folder: string, specifiers: ReadonlySet<string>): Promise<void> {
  const bundle = await rollup({
    input: Object.fromEntries(
      [...specifiers, '@lwc/synthetic-shadow'].map((name) => [name === '@lwc/synthetic-shadow' ? 'synthetic-shadow' : name, name])
    ),
    plugins: [entryModules(), spriteIcons(), replace({ preventAssignment: true, values: ENVIRONMENT }), lwc(LWC_OPTIONS)],
    onwarn(warning, warn) {
      if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
      // Base components import each other in circles and some templates use deprecated syntax: neither is ours to change.
      if (warning.code !== 'CIRCULAR_DEPENDENCY' && !warning.pluginCode) warn(warning);
    }
  });
  await bundle.write({
    dir: folder,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    manualChunks: (id) => (id.includes('synthetic-shadow') ? undefined : id.includes('lightning-base-components') ? 'components' : 'engine')
  });
  await bundle.close();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'complete'), '');
}

export const ENVIRONMENT = { 'import.meta.env.SSR': 'false', 'process.env.NODE_ENV': JSON.stringify('production') };

export const LWC_OPTIONS = {
  rootDir: WORKSPACE,
  modules: [{ npm: 'lightning-base-components' }],
  enableDynamicComponents: true,
  enableLwcOn: true,
  enableSyntheticElementInternals: true
};

/** Entry specifiers have no importer, and LWC's resolver only answers for imports. */
function entryModules(): Plugin {
  return {
    name: 'base-component-entries',
    async resolveId(source, importer) {
      if (importer) return null;
      const resolved = await this.resolve(source, path.join(WORKSPACE, 'package.json'), { skipSelf: true });
      return resolved ?? this.error(`Base component module ${source} is not in lightning-base-components`);
    }
  };
}

/**
 * The library compiles each of some 7,000 icons to a template of its own, which is most of the build and of the bundle.
 * Here icons come from the design system's sprite sheets, which `getIconPath` in the same library already points at.
 */
function spriteIcons(): Plugin {
  const edits: readonly (readonly [string, string])[] = [
    ['import { getName, isValidName } from', 'import { getIconPath, getName, isValidName } from'],
    ["return this.src ? sanitizeURL(this.src) : '';", 'return this.src ? sanitizeURL(this.src) : getIconPath(this._iconName, dir);']
  ];
  return {
    name: 'sprite-icons',
    resolveId(source) {
      return source.startsWith('lightning/iconSvgTemplates') ? '\0no-icon-templates' : null;
    },
    load(id) {
      return id === '\0no-icon-templates' ? 'export default {};' : null;
    },
    transform(code, id) {
      if (!id.endsWith('primitiveIcon/primitiveIcon.js')) return null;
      return edits.reduce((text, [from, to]) => {
        if (!text.includes(from)) this.error(`lightning/primitiveIcon has changed: cannot find ${JSON.stringify(from)}`);
        return text.replace(from, to);
      }, code);
    }
  };
}

function packageFile(name: string): PackageFile {
  const main = name === 'lightning-base-components' ? `${name}/package.json` : name;
  let folder = path.dirname(require.resolve(main));
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as PackageFile;
}
