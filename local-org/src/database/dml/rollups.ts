import { summarySource } from '../../metadata/link.ts';
import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { decode } from '../codec.ts';
import { sameStored } from '../records.ts';
import type { RecordValues } from '../records.ts';
import { quote } from '../schema.ts';
import { saveChunk } from './save.ts';
import { newWork } from './work.ts';
import type { Engine, SaveError, Work } from './work.ts';

/** A child row's save as its parents' roll-ups see it. */
export interface ChildChange {
  readonly before: RecordValues | null;
  readonly after: RecordValues | null;
}

/** A roll-up that could not be saved on the parent. */
export class RollUpError extends Error {
  readonly errors: readonly SaveError[];

  constructor(errors: readonly SaveError[]) {
    super(errors[0]?.message ?? 'roll-up failed');
    this.errors = errors;
  }
}

/** Recomputes the summary fields of every parent that the changed rows belong or belonged to, through the parent's own save. */
export function rollUpParents(child: ObjectModel, changes: readonly ChildChange[], engine: Engine): void {
  for (const lookup of child.fields.values()) {
    if (lookup.custom && !lookup.masterDetail) continue;
    const parent = engine.model.objects.get((lookup.referenceTo?.[0] ?? '').toLowerCase());
    const summaries = parent ? [...parent.fields.values()].filter((field) => isOver(field, child, lookup)) : [];
    if (!parent || summaries.length === 0) continue;
    const ids = new Set<string>();
    for (const { before, after } of changes) {
      for (const record of [before, after]) {
        const id = record?.get(lookup.name);
        if (id instanceof ApexId) ids.add(id.value);
      }
    }
    if (ids.size > 0) recompute(parent, [...ids], summaries, child, lookup, engine);
  }
}

function isOver(field: FieldModel, child: ObjectModel, lookup: FieldModel): boolean {
  if (!field.summary) return false;
  const source = summarySource(field);
  return source.child.toLowerCase() === child.name.toLowerCase() && source.foreignKey.toLowerCase() === lookup.name.toLowerCase();
}

function recompute(
  parent: ObjectModel,
  ids: readonly string[],
  summaries: readonly FieldModel[],
  child: ObjectModel,
  lookup: FieldModel,
  engine: Engine
): void {
  const records = engine.load(parent, ids);
  const works: Work[] = [];
  for (const [id, record] of records) {
    if (record.get('IsDeleted') === true) continue;
    const row = new SObject(parent.name);
    row.values.set('Id', ApexId.of(id));
    for (const field of summaries) {
      const value = summarize(field, id, child, lookup, engine);
      if (!sameStored(field, value, record.get(field.name))) row.values.set(field.name, value);
    }
    if (row.values.size > 1) works.push(newWork(row, works.length));
  }
  if (works.length === 0) return;
  saveChunk(parent, works, { operation: 'update', options: { access: 'system', allOrNone: true }, internal: true }, engine);
  const failed = works.find((work) => work.errors.length > 0);
  if (failed) throw new RollUpError(failed.errors);
}

function summarize(field: FieldModel, parentId: string, child: ObjectModel, lookup: FieldModel, engine: Engine): unknown {
  const summary = field.summary!;
  const { summarized } = summarySource(field);
  const source = summarized === null ? null : child.fields.get(summarized.toLowerCase())!;
  const column =
    source === null ? '*' : source.formula === undefined ? quote(source.name) : `formula('${child.name}.${source.name}', "Id")`;
  const expression = summary.operation === 'count' ? 'COUNT(*)' : `${summary.operation.toUpperCase()}(${column})`;
  const parameters = [parentId];
  const filters = summary.filters.map((filter) => {
    const name = filter.field.split('.').at(-1)!;
    return engine.formulas.filterSql(child, name, filter.operation, filter.value, parameters);
  });
  const row = engine.store.get(
    `SELECT ${expression} FROM ${quote(child.name)} WHERE ${quote(lookup.name)} = ?1 AND "IsDeleted" = 0${filters.map((sql) => ` AND ${sql}`).join('')}`,
    parameters
  )!;
  const value = row[0] ?? (summary.operation === 'sum' ? 0 : null);
  return decode(summary.operation === 'count' ? { ...field, scale: 0 } : (source ?? field), value);
}
