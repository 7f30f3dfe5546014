import type { FieldModel } from '../metadata/model.ts';
import { current } from '../runtime/execution.ts';
import { listOf, SOBJECT, sobjectType } from '../runtime/types.ts';
import type { ApexId } from '../runtime/values/id.ts';
import { ApexList } from '../runtime/values/list.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { hasColumn, isText } from './codec.ts';
import type { Engine } from './dml/work.ts';
import { formatValue, labelOf } from './display.ts';
import { quote } from './schema.ts';
import type { SoqlQuery, SoslSearch } from './soql/ast.ts';
import { rowCount } from './soql/order.ts';
import { resolveObject, SoqlError } from './soql/resolve.ts';
import { runQuery } from './soql/run.ts';
import type { QueryContext } from './soql/scope.ts';
import { fold } from './text.ts';

/**
 * SOSL by exact rules: every word of the term must begin a word of a searched field (`*` and `?` are wildcards); no
 * ranking, no stemming. In tests only the rows of Test.setFixedSearchResults are found.
 */
export function runSearch(search: SoslSearch, contextFor: (query: SoqlQuery) => QueryContext, engine: Engine): ApexList {
  const lists = search.returning.map((query) => {
    const context = contextFor(query);
    const object = resolveObject(query.from, engine.model);
    const term = search.term.kind === 'text' ? search.term.value : String(context.binds[search.term.index] ?? '');
    if (term.replace(/[*?\s]/g, '').length < 2) throw new SoqlError('search term must be longer than one character');
    const found = current().isTest
      ? fixedResults()
      : matchingIds(term, searchedFields([...object.fields.values()], search.group), object.name, engine);
    const rows = runQuery({ ...query, limit: null, offset: null }, context, engine.store, { label: labelOf, format: formatValue }).filter(
      (row) => found.has((row.get('Id') as ApexId).value)
    );
    const offset = rowCount(query.offset, context, 'OFFSET') ?? 0;
    const limit = rowCount(query.limit, context, 'LIMIT') ?? Infinity;
    return new ApexList(sobjectType(object.name), rows.slice(offset, offset + limit) as SObject[]);
  });
  return new ApexList(listOf(SOBJECT), lists);
}

/** What Test.setFixedSearchResults left with the platform. */
function fixedResults(): Set<string> {
  const { test } = current().org.platform as { test?: { fixedSearchResults?: readonly ApexId[] } | null };
  return new Set((test?.fixedSearchResults ?? []).map((id) => id.value));
}

function searchedFields(fields: readonly FieldModel[], group: SoslSearch['group']): FieldModel[] {
  return fields.filter((field) => {
    if (!isText(field) || !hasColumn(field)) return false;
    if (group === 'NAME') return field.nameField || field.name === 'FirstName' || field.name === 'LastName';
    if (group === 'EMAIL') return field.type === 'Email';
    if (group === 'PHONE') return field.type === 'Phone';
    return field.type !== 'EncryptedString' && field.type !== 'AnyType';
  });
}

function matchingIds(term: string, fields: readonly FieldModel[], objectName: string, engine: Engine): Set<string> {
  const words = fold(term)
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'and');
  const patterns = words.map(
    (word) =>
      new RegExp(
        `(?:^|[^\\p{L}\\p{N}])${word
          .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
          .replaceAll('*', '.*')
          .replaceAll('?', '.')}`,
        'u'
      )
  );
  const ids = new Set<string>();
  if (fields.length === 0) return ids;
  for (const [id, ...values] of engine.store.all(
    `SELECT "Id", ${fields.map((field) => quote(field.name)).join(', ')} FROM ${quote(objectName)}`
  )) {
    const text = values
      .filter((value) => typeof value === 'string')
      .map((value) => fold(value as string))
      .join('\n');
    if (patterns.every((pattern) => pattern.test(text))) ids.add(id as string);
  }
  return ids;
}
