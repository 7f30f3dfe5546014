import type { ObjectModel, OrgModel, XmlObject } from './model.ts';
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

/** Records by type without what deployment would refuse: of types that do not exist, and with values of unknown fields. */
export function soundRecords(
  records: ReadonlyMap<string, readonly CustomMetadataRecord[]>,
  objects: ReadonlyMap<string, ObjectModel>,
  fail: (path: string, message: string) => void
): Map<string, readonly CustomMetadataRecord[]> {
  const sound = new Map<string, readonly CustomMetadataRecord[]>();
  for (const [type, ofType] of records) {
    const object = objects.get(type);
    if (object)
      sound.set(
        type,
        ofType.map((record) => withKnownValues(record, object, fail))
      );
    else for (const { path } of ofType) fail(path, `custom metadata type ${type} does not exist`);
  }
  return sound;
}

function withKnownValues(
  record: CustomMetadataRecord,
  object: ObjectModel,
  fail: (path: string, message: string) => void
): CustomMetadataRecord {
  const known = Object.entries(record.values).filter(([field]) => {
    const exists = object.fields.has(field.toLowerCase());
    if (!exists) fail(record.path, `${object.name} has no field ${field}`);
    return exists;
  });
  return { ...record, values: Object.fromEntries(known) };
}
