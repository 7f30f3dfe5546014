import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

/** An element: its children by name, each name with all its occurrences in order; a leaf has text. */
export interface Element {
  readonly text: string;
  readonly children: ReadonlyMap<string, readonly Element[]>;
}

/** One piece of metadata: `Layout` "Partner__c-Partner Layout", `CustomField` "Partner__c.Tier__c". */
export interface Component {
  /** Name of the Metadata API type, which is the root element of the file. */
  readonly type: string;
  readonly fullName: string;
  readonly path: string;
  readonly body: Element;
}

/** The text files of the package directories by path from the root, with `/`. What gates read, so that a test can seed a mistake. */
export type SourceTree = ReadonlyMap<string, string>;

/** A gate: what is wrong with a tree, one sentence each, naming the file. Empty means well. */
export type Check = (tree: SourceTree) => string[];

const TEXT = /\.(xml|json|ts|html|css|cls|trigger|email|page)$/;
const SKIPPED = new Set(['__tests__', '__mocks__', 'node_modules']);

export function readTree(root: string, directories: readonly string[] = ['force-app', 'unpackaged']): SourceTree {
  const files = directories.flatMap((directory) =>
    readdirSync(join(root, directory), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && TEXT.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.split(sep).some((part) => SKIPPED.has(part)))
  );
  return new Map(files.sort().map((path) => [relative(root, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]));
}

/** The tree with one file written anew: how a test makes a mistake. The file must exist and must change. */
export function edited(tree: SourceTree, path: string, edit: (text: string) => string): SourceTree {
  const before = tree.get(path);
  if (before === undefined) throw new Error(`There is no ${path}`);
  const after = edit(before);
  if (after === before) throw new Error(`The edit of ${path} changes nothing`);
  return new Map([...tree, [path, after]]);
}

export function without(tree: SourceTree, path: string): SourceTree {
  if (!tree.has(path)) throw new Error(`There is no ${path}`);
  return new Map([...tree].filter(([name]) => name !== path));
}

const parser = new XMLParser({
  preserveOrder: true,
  parseTagValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignoreAttributes: true
});
type Node = Readonly<Record<string, unknown>>;

const parsed = new Map<string, { readonly type: string; readonly body: Element }>();

/** Every metadata file of the tree. */
export function components(tree: SourceTree): Component[] {
  return [...tree]
    .filter(([path]) => path.endsWith('-meta.xml'))
    .map(([path, text]) => ({ ...parse(path, text), path, fullName: fullName(path) }));
}

export function componentsOf(tree: SourceTree, ...types: readonly string[]): Component[] {
  return components(tree).filter((component) => types.includes(component.type));
}

function parse(path: string, text: string): { type: string; body: Element } {
  const known = parsed.get(text);
  if (known) return known;
  const root = (parser.parse(text) as Node[])[0];
  const type = root && Object.keys(root)[0];
  if (!root || !type) throw new Error(`${path} has no element`);
  const found = { type, body: element(root[type] as Node[]) };
  parsed.set(text, found);
  return found;
}

function element(nodes: readonly Node[]): Element {
  const children = new Map<string, Element[]>();
  let text = '';
  for (const node of nodes) {
    const name = Object.keys(node)[0]!;
    if (name === '#text') text += String(node[name]);
    else children.set(name, [...(children.get(name) ?? []), element(node[name] as Node[])]);
  }
  return { text: text.trim(), children };
}

/** Children of an object carry its name, as in a manifest: `Partner__c.Tier__c`. */
function fullName(path: string): string {
  const name = decodeURIComponent(basename(path)).replace(/\.[^.]+-meta\.xml$/, '');
  const inObject = /\/objects\/([^/]+)\/[^/]+\/[^/]+$/.exec(path);
  return inObject ? `${inObject[1]}.${name}` : name;
}

export function all(parent: Element, name: string): readonly Element[] {
  return parent.children.get(name) ?? [];
}

export function first(parent: Element, name: string): Element | undefined {
  return parent.children.get(name)?.[0];
}

export function textOf(parent: Element, name: string): string | undefined {
  return first(parent, name)?.text;
}

/** Every element of a name below, however deep. */
export function deep(parent: Element, name: string): Element[] {
  return [...parent.children].flatMap(([key, elements]) => [
    ...(key === name ? elements : []),
    ...elements.flatMap((child) => deep(child, name))
  ]);
}
