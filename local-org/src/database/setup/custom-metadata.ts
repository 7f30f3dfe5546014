import { isCatalogueLink } from '../../metadata/link.ts';
import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { ApexDate } from '../../runtime/values/date.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { quote } from '../schema.ts';
import type { SetupWriter } from './writer.ts';

/** Records of custom metadata types live in tables like any other, so that SOQL treats them alike. */
export function putCustomMetadata(writer: SetupWriter): void {
  for (const [type, records] of writer.model.customMetadata) {
    const object = writer.model.objects.get(type)!;
    for (const record of records) {
      const values = Object.entries(record.values).flatMap(([name, value]) => {
        const field = object.fields.get(name.toLowerCase())!;
        if (isCatalogueLink(field)) return [[field.name, catalogueName(object, record.values, field, value)] as const];
        return field.type === 'Reference' ? [] : [[field.name, typedValue(field.type, value === null ? null : String(value))] as const];
      });
      const defaults = [...object.fields.values()]
        .filter((field) => field.custom && field.type === 'Boolean')
        .map((field) => [field.name, field.defaultValue === 'true'] as const);
      writer.put(
        object.name,
        { DeveloperName: record.developerName },
        {
          MasterLabel: record.label,
          Label: record.label,
          Language: 'en_US',
          QualifiedApiName: record.developerName,
          ...Object.fromEntries(defaults),
          ...Object.fromEntries(values)
        }
      );
    }
    const names = JSON.stringify(records.map((record) => record.developerName));
    writer.store.run(`DELETE FROM ${quote(object.name)} WHERE "DeveloperName" NOT IN (SELECT value FROM json_each(?))`, [names]);
  }
}

/** Relationships between records name the other record; they can be followed once every record has its id. */
export function linkCustomMetadata(writer: SetupWriter): void {
  for (const [type, records] of writer.model.customMetadata) {
    const object = writer.model.objects.get(type)!;
    for (const record of records) {
      const links = Object.entries(record.values).flatMap(([name, value]) => {
        const field = object.fields.get(name.toLowerCase())!;
        if (field.type !== 'Reference' || value === null) return [];
        const target = field.referenceTo![0]!;
        const row = writer.store.get(`SELECT "Id" FROM ${quote(target)} WHERE "DeveloperName" = ? COLLATE NOCASE`, [String(value)]);
        if (!row) throw new Error(`${object.name}.${record.developerName}: ${field.name} names ${target}.${value}, which does not exist`);
        return [[field.name, ApexId.of(String(row[0]))] as const];
      });
      if (links.length > 0) writer.put(object.name, { DeveloperName: record.developerName }, Object.fromEntries(links));
    }
  }
}

/** An object by its name, a field by its object's and its own: the object is in the record's field that names one. */
function catalogueName(object: ObjectModel, values: Readonly<Record<string, unknown>>, field: FieldModel, value: unknown): string | null {
  if (value === null) return null;
  if (field.referenceTo![0] === 'EntityDefinition') return String(value);
  const entity = Object.entries(values).find(([name]) => object.fields.get(name.toLowerCase())?.referenceTo?.[0] === 'EntityDefinition');
  return String(value).includes('.') || !entity ? String(value) : `${String(entity[1])}.${String(value)}`;
}

function typedValue(type: string, text: string | null): unknown {
  if (text === null) return null;
  if (type === 'Boolean') return text === 'true';
  if (type === 'Double' || type === 'Currency' || type === 'Percent') return Decimal.fromString(text);
  if (type === 'Integer') return Number(text);
  if (type === 'DateTime') return new ApexDatetime(Date.parse(text));
  if (type === 'Date') return ApexDate.parseIso(text);
  return text;
}
