import { readdirSync, readFileSync, existsSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, sep } from 'node:path';
import type { Replacement } from './replacements.ts';
import { MetadataError } from './xml.ts';

/** What sfdx-project.json and the folder around it say about where source is. */
export interface Project {
  readonly root: string;
  readonly packageDirectories: readonly string[];
  readonly apiVersion: number;
  readonly namespace: string;
  readonly replacements: readonly Replacement[];
}

const LATEST_API_VERSION = 65;

function isSource(path: string): boolean {
  return /\.(cls|trigger)$|-meta\.xml$/.test(path);
}

const SKIPPED = new Set(['node_modules', '__tests__', '__mocks__', '.git']);

/** Folders and files that hold no source: dependencies, tests of components, what begins with a dot. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || SKIPPED.has(name);
}

/**
 * Package directories in their order, then `unpackaged/` when the project has one. A folder without a project file is one
 * package directory when it holds source.
 */
export function readProject(root: string): Project {
  const path = join(root, 'sfdx-project.json');
  if (existsSync(root) && !statSync(root).isDirectory()) throw new MetadataError([`${root}: a file; a project is a folder`]);
  if (!existsSync(path)) {
    if (!existsSync(root) || !sourceFiles(root).some(isSource))
      throw new MetadataError([`${path}: not found; ${root} is not a Salesforce project`]);
    return { root, packageDirectories: ['.'], apiVersion: LATEST_API_VERSION, namespace: '', replacements: [] };
  }
  let json: { packageDirectories?: { path?: string }[]; sourceApiVersion?: string; namespace?: string; replacements?: Replacement[] };
  try {
    json = JSON.parse(readFileSync(path, 'utf8')) as typeof json;
  } catch (error) {
    throw new MetadataError([`${path}: ${(error as Error).message}`]);
  }
  const directories: unknown = (json as typeof json | null)?.packageDirectories;
  const listed = Array.isArray(directories)
    ? (directories as { path?: string }[]).map((directory) => directoryPath(directory?.path ?? '')).filter((directory) => directory !== '')
    : [];
  if (listed.length === 0) throw new MetadataError([`${path}: names no package directories`]);
  const missing = listed.filter((directory) => !existsSync(join(root, directory)));
  if (missing.length > 0) throw new MetadataError(missing.map((directory) => `${path}: package directory ${directory} does not exist`));
  // One directory may make several packages.
  const normalized = [...new Set(listed)];
  // CumulusCI deploys parts of its own `unpackaged` folder at different times, and fills in their templates.
  const withUnpackaged =
    !normalized.includes('unpackaged') && existsSync(join(root, 'unpackaged')) && !existsSync(join(root, 'cumulusci.yml'));
  return {
    root,
    packageDirectories: [
      ...normalized.filter((d) => d !== 'unpackaged'),
      ...(withUnpackaged || normalized.includes('unpackaged') ? ['unpackaged'] : [])
    ],
    apiVersion: json.sourceApiVersion === undefined ? LATEST_API_VERSION : Number(json.sourceApiVersion),
    namespace: json.namespace ?? '',
    replacements: json.replacements ?? []
  };
}

/** The same folder may be written `./a`, `a/` or, by hand on Windows, `a\\b`. */
function directoryPath(path: string): string {
  return path === '' ? '' : posix.normalize(path.replaceAll('\\', '/')).replace(/\/+$/, '');
}

/** Every source file under a folder, in a stable order. Tests of LWCs and dependencies are not source. */
export function sourceFiles(folder: string): string[] {
  const found: string[] = [];
  const visit = (current: string): void => {
    for (const entry of readdirSync(current, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isSkipped(entry.name)) continue;
      const path = join(current, entry.name);
      if (entry.isDirectory()) visit(path);
      else found.push(path);
    }
  };
  visit(folder);
  return found;
}

/** `objects/Deal__c/fields/X.field-meta.xml` → `Deal__c`; null outside an objects folder. */
export function objectOf(path: string): string | null {
  const parts = path.split(sep);
  const index = parts.lastIndexOf('objects');
  return index >= 0 && index < parts.length - 1 ? (parts[index + 1] ?? null) : null;
}

/** Component name in a metadata file's name: without `.type-meta.xml`, with %-escapes undone. */
export function componentName(path: string): string {
  const bare = basename(path).replace(/-meta\.xml$/, '');
  const dot = bare.lastIndexOf('.');
  const name = dot > 0 ? bare.slice(0, dot) : bare;
  const decoded = /%[0-9a-fA-F]{2}/.test(name) ? decodeURIComponent(name) : name;
  // Versions of two bots may share a name.
  return path.endsWith('.botVersion-meta.xml') ? `${basename(dirname(path))}.${decoded}` : decoded;
}

/** `…/lwc/dealForm/dealForm.js` → `dealForm` and its folder. */
export function bundleOf(path: string): { name: string; folder: string } | null {
  const parts = path.split(sep);
  const index = parts.lastIndexOf('lwc');
  const name = parts[index + 1];
  if (index < 0 || name === undefined || index + 2 >= parts.length) return null;
  return { name, folder: parts.slice(0, index + 2).join(sep) };
}
