import type { FieldModel, ObjectModel, OrgModel } from '../../metadata/model.ts';
import { formatId } from '../ids.ts';
import { quote } from '../schema.ts';
import type { Store } from '../store.ts';

const COLUMNS = [
  'Id',
  'DurableId',
  'QualifiedApiName',
  'DeveloperName',
  'Label',
  'MasterLabel',
  'DataType',
  'EntityDefinitionId',
  'RelationshipName',
  'Length',
  'Precision',
  'Scale',
  'IsCalculated',
  'IsNillable',
  'IsNameField',
  'IsIndexed',
  'IsCompound'
] as const;

/** What setup shows as the type of a field. */
const TYPE_LABELS: Readonly<Partial<Record<FieldModel['type'], string>>> = {
  Boolean: 'Checkbox',
  Double: 'Number',
  Integer: 'Number',
  DateTime: 'Date/Time',
  LongTextArea: 'Long Text Area',
  TextArea: 'Text Area',
  Html: 'Rich Text Area',
  MultiselectPicklist: 'Picklist (Multi-Select)',
  Url: 'URL',
  AutoNumber: 'Auto Number',
  Location: 'Geolocation',
  EncryptedString: 'Text (Encrypted)'
};

/** FieldDefinition has a row per field of every object. There are thousands: they are written in one statement, anew each time. */
export function putFieldDefinitions(model: OrgModel, store: Store): void {
  const entityIds = new Map(
    store.all('SELECT "QualifiedApiName", "Id" FROM "EntityDefinition"').map(([name, id]) => [String(name), String(id)])
  );
  const object = model.objects.get('fielddefinition')!;
  let number = 0;
  const rows = [...model.objects.values()].flatMap((owner) =>
    [...owner.fields.values()].map((field) =>
      definition(owner, field, formatId(object.keyPrefix, ++number), entityIds.get(owner.name) ?? null)
    )
  );
  store.run('DELETE FROM "FieldDefinition"');
  const values = COLUMNS.map((_, index) => `json_extract(value, '$[${index}]')`).join(', ');
  store.run(`INSERT INTO "FieldDefinition" (${COLUMNS.map(quote).join(', ')}) SELECT ${values} FROM json_each(?)`, [JSON.stringify(rows)]);
}

function definition(owner: ObjectModel, field: FieldModel, id: string, entityId: string | null): unknown[] {
  const flag = (value: boolean): number => (value ? 1 : 0);
  const computed = field.formula !== undefined || field.summary !== undefined;
  return [
    id,
    `${owner.name}.${field.name}`,
    field.name,
    developerName(field),
    field.label,
    field.label,
    dataType(field),
    entityId,
    relationshipName(field),
    field.length ?? 0,
    field.precision ?? 0,
    field.scale ?? 0,
    flag(computed),
    flag(!field.required),
    flag(field.nameField),
    flag(field.unique || field.externalId || field.nameField),
    flag(field.type === 'Address' || field.type === 'Location')
  ];
}

/** `AccountId` is known as `Account`, `Score__c` as `Score`. */
function developerName(field: FieldModel): string {
  if (field.custom) return field.name.replace(/__c$/, '');
  return field.type === 'Reference' ? field.name.replace(/Id$/, '') : field.name;
}

function relationshipName(field: FieldModel): string | null {
  return field.relationshipName ?? null;
}

function dataType(field: FieldModel): string {
  const label = typeLabel(field);
  return field.formula !== undefined ? `Formula (${label})` : label;
}

function typeLabel(field: FieldModel): string {
  if (field.type === 'Reference') return `${field.masterDetail ? 'Master-Detail' : 'Lookup'}(${(field.referenceTo ?? []).join(',')})`;
  if (field.type === 'String') return `Text(${field.length ?? 255})`;
  if (field.type === 'Double' || field.type === 'Currency' || field.type === 'Percent')
    return `${TYPE_LABELS[field.type] ?? field.type}(${(field.precision ?? 18) - (field.scale ?? 0)}, ${field.scale ?? 0})`;
  return TYPE_LABELS[field.type] ?? field.type;
}
