import type { OrgModel, XmlObject } from './model.ts';
import { xmlFlag, xmlList, xmlObjects, xmlText } from './xml.ts';

type Records = OrgModel['customMetadata'] extends ReadonlyMap<string, infer R> ? R : never;
export type CustomMetadataRecord = Records[number] & { readonly path: string };

/** Reads a `Type.Record.md-meta.xml`. Field names and types are checked once the objects are known. */
export function readRecord(developerName: string, body: XmlObject, path: string): CustomMetadataRecord {
  const values: Record<string, string | number | boolean | null> = {};
  for (const entry of xmlObjects(body, 'values')) {
    const raw = xmlList(entry, 'value')[0];
    const text = typeof raw === 'string' && raw !== '' ? raw : null;
    values[xmlText(entry, 'field') ?? ''] = text;
  }
  return { developerName, label: xmlText(body, 'label') ?? developerName, protected: xmlFlag(body, 'protected'), values, path };
}
