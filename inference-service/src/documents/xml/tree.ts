import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Unreadable } from '../unreadable.ts';

/** Element with namespace prefixes removed: attributes as `@name`, text as `#text`, children by name, always in arrays. */
export type XmlNode = { readonly [name: string]: string | readonly (XmlNode | string)[] };

const DEEPEST = 60;
const MOST_ELEMENTS = 400_000;

const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // The five of XML itself and character references; a document type, which could define more, is refused before.
  processEntities: true,
  htmlEntities: false,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute
});

/** Decodes by byte order mark and declaration. Throws `Unreadable` for what is no well-formed, self-contained XML of moderate depth. */
export function parseXml(bytes: Uint8Array): { root: string; node: XmlNode } {
  const text = decode(bytes);
  if (/<!DOCTYPE/i.test(text)) throw new Unreadable('external_entities', 'The XML defines a document type of its own');
  checkNesting(text);
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new Unreadable('malformed', `The XML is not well-formed (line ${valid.err.line})`);
  let tree: XmlNode;
  try {
    tree = parser.parse(text) as XmlNode;
  } catch {
    throw new Unreadable('malformed', 'The XML cannot be parsed');
  }
  const root = Object.keys(tree).find((name) => name !== '#text');
  const node = root === undefined ? undefined : (tree[root] as readonly (XmlNode | string)[])[0];
  if (root === undefined || node === undefined) throw new Unreadable('malformed', 'The XML has no element');
  return { root, node: typeof node === 'string' ? { '#text': node } : node };
}

/** Depth and number of elements, before anything is built from them. */
function checkNesting(text: string): void {
  let depth = 0;
  let elements = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      if (end < 0) throw new Unreadable('malformed', 'A comment of the XML does not end');
      at = end;
      continue;
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9);
      if (end < 0) throw new Unreadable('malformed', 'A text section of the XML does not end');
      at = end;
      continue;
    }
    const next = text[at + 1];
    if (next === '?' || next === '!') continue;
    if (next === '/') {
      depth -= 1;
      continue;
    }
    elements += 1;
    if (elements > MOST_ELEMENTS) throw new Unreadable('expands_too_much', `The XML has more than ${MOST_ELEMENTS} elements`);
    const close = text.indexOf('>', at);
    if (close < 0) throw new Unreadable('malformed', 'An element of the XML does not end');
    if (text[close - 1] !== '/') depth += 1;
    if (depth > DEEPEST) throw new Unreadable('nested_too_deep', `The XML is nested deeper than ${DEEPEST}`);
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).decode(bytes).replace(/^\uFEFF/, '');
  } catch {
    throw new Unreadable('malformed', 'The XML names an encoding that does not exist');
  }
}

export function children(node: XmlNode | null | undefined, ...path: string[]): XmlNode[] {
  let level: XmlNode[] = node ? [node] : [];
  for (const name of path) {
    level = level.flatMap((each) => {
      const found = Object.hasOwn(each, name) ? each[name] : undefined;
      return Array.isArray(found) ? found.map((child) => (typeof child === 'string' ? { '#text': child } : (child as XmlNode))) : [];
    });
  }
  return level;
}

export const child = (node: XmlNode | null | undefined, ...path: string[]): XmlNode | null => children(node, ...path)[0] ?? null;

/** Text of the first element at the path, null when there is none or it is empty. */
export function textAt(node: XmlNode | null | undefined, ...path: string[]): string | null {
  for (const found of children(node, ...path)) {
    const text = ownText(found);
    if (text !== '') return text;
  }
  return null;
}

export function ownText(node: XmlNode): string {
  const text = node['#text'];
  return (typeof text === 'string' ? text : Array.isArray(text) ? text.filter((part) => typeof part === 'string').join('') : '').trim();
}

export const attribute = (node: XmlNode | null | undefined, name: string): string | null => {
  const value = node?.[`@${name}`];
  return typeof value === 'string' ? value : null;
};
