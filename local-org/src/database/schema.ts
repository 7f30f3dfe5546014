import type { FieldModel, ObjectModel, OrgModel } from '../metadata/model.ts';
import { columnType, hasColumn, isText } from './codec.ts';

/** A data file whose rows do not fit the metadata any more. */
export class SchemaError extends Error {}

/** Objects answered by code rather than by rows. */
const VIRTUAL = new Set(['UserRecordAccess', 'OpenActivity', 'ActivityHistory', 'Name']);
const UNINDEXED = new Set(['CreatedById', 'LastModifiedById', 'RecordTypeId']);

export function isVirtual(objectName: string): boolean {
  return VIRTUAL.has(objectName);
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The engine's own tables; a data file written before one of them existed gets it when it is opened. */
export const BOOKKEEPING: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS "_org" ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE IF NOT EXISTS "_recycled" ("id" TEXT PRIMARY KEY, "root" TEXT NOT NULL, "object" TEXT NOT NULL) WITHOUT ROWID',
  'CREATE INDEX IF NOT EXISTS "ix__recycled" ON "_recycled" ("root")',
  'CREATE TABLE IF NOT EXISTS "_unlinked" ("root" TEXT NOT NULL, "object" TEXT NOT NULL, "child" TEXT NOT NULL, "field" TEXT NOT NULL, "target" TEXT NOT NULL)',
  'CREATE INDEX IF NOT EXISTS "ix__unlinked" ON "_unlinked" ("root")',
  'CREATE TABLE IF NOT EXISTS "_sequence" ("name" TEXT PRIMARY KEY, "next" INTEGER NOT NULL) WITHOUT ROWID'
];

/** Tables, indexes and the bookkeeping of a new database. */
export function createStatements(model: OrgModel): string[] {
  const statements = [...BOOKKEEPING];
  for (const object of model.objects.values()) statements.push(...createObject(object));
  return statements;
}

export function createObject(object: ObjectModel): string[] {
  const columns = [...object.fields.values()].filter(hasColumn).map((field) => columnDefinition(field));
  return [
    `CREATE TABLE ${quote(object.name)} (${columns.join(', ')})`,
    ...[...object.fields.values()].flatMap((field) => indexFor(object, field))
  ];
}

function columnDefinition(field: FieldModel): string {
  if (field.type === 'Id') return `${quote(field.name)} TEXT PRIMARY KEY NOT NULL`;
  return `${quote(field.name)} ${columnType(field)}${field.type === 'Boolean' ? ' NOT NULL DEFAULT 0' : ''}`;
}

function indexFor(object: ObjectModel, field: FieldModel): string[] {
  if (!hasColumn(field)) return [];
  const name = quote(`ix_${object.name}_${field.name}`);
  if (field.type === 'Reference' && !UNINDEXED.has(field.name))
    return [`CREATE INDEX ${name} ON ${quote(object.name)} (${quote(field.name)})`];
  if (isText(field) && (field.nameField || field.externalId || field.unique)) {
    return [`CREATE INDEX ${name} ON ${quote(object.name)} (${quote(field.name)} COLLATE NOCASE)`];
  }
  if (field.externalId || field.unique) return [`CREATE INDEX ${name} ON ${quote(object.name)} (${quote(field.name)})`];
  return [];
}

interface ColumnShape {
  readonly type: string;
  readonly scale: number;
}

/** What is stored in the database about its own shape, to compare with the metadata of the next start. */
export function describeSchema(model: OrgModel): Record<string, { prefix: string; columns: Record<string, ColumnShape> }> {
  const schema: Record<string, { prefix: string; columns: Record<string, ColumnShape> }> = {};
  for (const object of model.objects.values()) {
    const columns: Record<string, ColumnShape> = {};
    for (const field of object.fields.values())
      if (hasColumn(field)) columns[field.name] = { type: columnType(field), scale: isScaled(field) ? (field.scale ?? 0) : 0 };
    schema[object.name] = { prefix: object.keyPrefix, columns };
  }
  return schema;
}

function isScaled(field: FieldModel): boolean {
  return field.type === 'Double' || field.type === 'Currency' || field.type === 'Percent';
}

/**
 * The statements that bring an existing data file to the model: new objects and fields are added, and so is what left
 * the model kept (its data returns when the field does). A field whose stored form changed is refused, all at once.
 */
export function migrationStatements(stored: ReturnType<typeof describeSchema>, model: OrgModel): string[] {
  const statements: string[] = [];
  const refused: string[] = [];
  for (const [name, wanted] of Object.entries(describeSchema(model))) {
    const object = model.objects.get(name.toLowerCase())!;
    const known = stored[name];
    if (!known) {
      statements.push(...createObject(object));
      continue;
    }
    if (known.prefix !== wanted.prefix) refused.push(`${name}: its key prefix was ${known.prefix} and is now ${wanted.prefix}`);
    for (const [column, shape] of Object.entries(wanted.columns)) {
      const before = known.columns[column];
      const field = object.fields.get(column.toLowerCase())!;
      if (!before) {
        if (field.type === 'Id') refused.push(`${name}.${column}: an Id column cannot be added`);
        statements.push(`ALTER TABLE ${quote(name)} ADD COLUMN ${columnDefinition(field)}`, ...indexFor(object, field));
      } else if (before.type !== shape.type) {
        refused.push(`${name}.${column}: was stored as ${before.type} and is now ${shape.type}`);
      } else if (before.scale !== shape.scale) {
        if (shape.scale < before.scale) refused.push(`${name}.${column}: had ${before.scale} decimal places and now has ${shape.scale}`);
        else statements.push(`UPDATE ${quote(name)} SET ${quote(column)} = ${quote(column)} * ${10 ** (shape.scale - before.scale)}`);
      }
    }
  }
  if (refused.length > 0) {
    throw new SchemaError(`The data file does not fit the project's metadata (start with --reset to begin anew):\n${refused.join('\n')}`);
  }
  return statements;
}
