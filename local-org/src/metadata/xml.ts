import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { XmlObject, XmlValue } from './model.ts';

/** One or more faults of the source tree; every line of the message starts with the file at fault. */
export class MetadataError extends Error {
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'MetadataError';
  }
}

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Numeric references (`&#39;`) are decoded with these.
  htmlEntities: true,
  // Values of a list are read through xmlList, so a list of one may stay a single value here.
  isArray: () => false
});

export interface XmlDocument {
  /** Name of the root element, which is the metadata type. */
  readonly root: string;
  readonly body: XmlObject;
}

/** Parses a metadata file. Malformed XML throws a MetadataError naming the file and line. */
export function readXml(path: string, prepare: (path: string, text: string) => string = (_, text) => text): XmlDocument {
  return parseXml(prepare(path, readFileSync(path, 'utf8')), path);
}

export function parseXml(text: string, path: string): XmlDocument {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new MetadataError([`${path}:${valid.err.line}: malformed XML: ${valid.err.msg}`]);
  const [entry, ...rest] = Object.entries(parser.parse(text) as Record<string, XmlValue>);
  if (!entry || rest.length > 0) throw new MetadataError([`${path}: expected exactly one root element`]);
  const [root, body] = entry;
  return { root, body: typeof body === 'string' ? {} : (body as XmlObject) };
}

/** Text of a child element, or null when it is absent or has children of its own. */
export function xmlText(body: XmlObject | null, name: string): string | null {
  const value = xmlList(body, name)[0];
  return typeof value === 'string' ? value : null;
}

export function xmlFlag(body: XmlObject | null, name: string, otherwise = false): boolean {
  const text = xmlText(body, name);
  return text === null ? otherwise : text === 'true';
}

export function xmlNumber(body: XmlObject, name: string): number | undefined {
  const text = xmlText(body, name);
  return text === null || text === '' ? undefined : Number(text);
}

/** Every occurrence of a child element, none included. */
export function xmlList(body: XmlObject | null, name: string): readonly (string | XmlObject)[] {
  const value = body?.[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly (string | XmlObject)[]) : [value as string | XmlObject];
}

export function xmlTexts(body: XmlObject | null, name: string): readonly string[] {
  return xmlList(body, name).filter((value) => typeof value === 'string');
}

/** Child elements with structure: a list of objects (an empty element counts as an empty object). */
export function xmlObjects(body: XmlObject | null, name: string): readonly XmlObject[] {
  return xmlList(body, name).map((value) => (typeof value === 'string' ? {} : value));
}

export function xmlChild(body: XmlObject | null, name: string): XmlObject | null {
  const value = xmlList(body, name)[0];
  return value === undefined || typeof value === 'string' ? null : value;
}
