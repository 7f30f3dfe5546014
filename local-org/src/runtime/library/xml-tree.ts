import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { throwApex } from '../values/exception.ts';

/** One attribute; a declaration of a namespace is none. */
export interface XmlAttribute {
  readonly key: string;
  readonly prefix: string;
  /** Null without a prefix: attributes do not take part in the default namespace. */
  readonly namespace: string | null;
  value: string;
}

export type NodeKind = 'ELEMENT' | 'TEXT' | 'COMMENT' | 'PROCESSING_INSTRUCTION';

/** A node of a document. Namespaces are resolved where they are written; an element without one has null. */
export class XmlTree {
  readonly kind: NodeKind;
  name: string;
  prefix = '';
  namespace: string | null = null;
  text = '';
  readonly attributes: XmlAttribute[] = [];
  /** Namespaces that this element declares, by prefix; the default one has the prefix ''. */
  readonly declared = new Map<string, string>();
  readonly children: XmlTree[] = [];
  parent: XmlTree | null = null;

  constructor(kind: NodeKind, name = '', text = '') {
    this.kind = kind;
    this.name = name;
    this.text = text;
  }

  append(child: XmlTree): XmlTree {
    child.parent = this;
    this.children.push(child);
    return child;
  }

  /** The namespace a prefix stands for here, null when it is declared nowhere. */
  namespaceOf(prefix: string): string | null {
    if (prefix === 'xml') return 'http://www.w3.org/XML/1998/namespace';
    const found = this.declared.get(prefix);
    if (found !== undefined) return found === '' ? null : found;
    return this.parent?.namespaceOf(prefix) ?? null;
  }

  prefixOf(namespace: string): string | null {
    for (const [prefix, uri] of this.declared) if (uri === namespace) return prefix;
    return this.parent?.prefixOf(namespace) ?? null;
  }
}

const TEXT = '#text';
const COMMENT = '#comment';
const CDATA = '#cdata';
const ATTRIBUTES = ':@';

type Ordered = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  commentPropName: COMMENT,
  cdataPropName: CDATA,
  htmlEntities: true
});

/** Top-level nodes of a document, its declaration left out. Malformed text throws XmlException. */
export function parseXmlNodes(text: string): XmlTree[] {
  const valid = XMLValidator.validate(text);
  if (valid !== true)
    throwApex('System.XmlException', `Failed to parse XML due to: ${valid.err.msg} (position ${valid.err.line}:${valid.err.col})`);
  const holder = new XmlTree('ELEMENT');
  for (const node of parser.parse(text) as Ordered[]) read(node, holder);
  const nodes = holder.children.filter((node) => node.kind !== 'TEXT' && node.name !== 'xml');
  for (const node of nodes) node.parent = null;
  return nodes;
}

function read(node: Ordered, parent: XmlTree): void {
  const [tag, content] = Object.entries(node).find(([key]) => key !== ATTRIBUTES)!;
  if (tag === TEXT) parent.append(new XmlTree('TEXT', '', String(content)));
  else if (tag === COMMENT || tag === CDATA) parent.append(new XmlTree(tag === CDATA ? 'TEXT' : 'COMMENT', '', textOf(content)));
  else if (tag.startsWith('?')) parent.append(new XmlTree('PROCESSING_INSTRUCTION', tag.slice(1), textOf(content)));
  else readElement(tag, content as Ordered[], (node[ATTRIBUTES] ?? {}) as Record<string, string>, parent);
}

function readElement(tag: string, content: readonly Ordered[], attributes: Readonly<Record<string, string>>, parent: XmlTree): void {
  const [prefix, name] = split(tag);
  const element = parent.append(new XmlTree('ELEMENT', name));
  element.prefix = prefix;
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'xmlns') element.declared.set('', value);
    else if (key.startsWith('xmlns:')) element.declared.set(key.slice('xmlns:'.length), value);
  }
  element.namespace = element.namespaceOf(prefix);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
    const [own, local] = split(key);
    element.attributes.push({ key: local, prefix: own, namespace: own === '' ? null : element.namespaceOf(own), value });
  }
  for (const child of content) read(child, element);
}

function split(tag: string): [prefix: string, name: string] {
  const colon = tag.indexOf(':');
  return colon < 0 ? ['', tag] : [tag.slice(0, colon), tag.slice(colon + 1)];
}

function textOf(content: unknown): string {
  return (content as Ordered[]).map((part) => String(part[TEXT] ?? '')).join('');
}

export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;');
}

export function qualifiedName(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

export function writeXml(node: XmlTree): string {
  if (node.kind === 'TEXT') return escapeText(node.text);
  if (node.kind === 'COMMENT') return `<!--${node.text}-->`;
  if (node.kind === 'PROCESSING_INSTRUCTION') return `<?${node.name} ${node.text}?>`;
  const tag = qualifiedName(node.prefix, node.name);
  const declarations = [...node.declared].map(
    ([prefix, uri]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeAttribute(uri)}"`
  );
  const attributes = node.attributes.map(({ prefix, key, value }) => ` ${qualifiedName(prefix, key)}="${escapeAttribute(value)}"`);
  const opening = `<${tag}${declarations.join('')}${attributes.join('')}`;
  return node.children.length === 0 ? `${opening}/>` : `${opening}>${node.children.map(writeXml).join('')}</${tag}>`;
}
