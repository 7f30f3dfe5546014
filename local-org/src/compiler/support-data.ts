/** Collections, rows, queries and schema as emitted code reaches them. */
import { dml } from '../database/dml/statement.ts';
import { AccessLevel } from '../platform/library/access-level.ts';
import { merge } from '../platform/library/merge.ts';
import type { SoqlQuery, SoslSearch } from '../database/soql/ast.ts';
import { callMethod } from '../runtime/call.ts';
import { current } from '../runtime/execution.ts';
import { labelText } from '../runtime/labels.ts';
import { addFieldError } from '../runtime/library/add-error.ts';
import { fieldDescribe, fieldMap, fieldSet, fieldSetMap, objectDescribe } from '../runtime/schema/object-describe.ts';
import { fieldToken, objectToken } from '../runtime/schema/tokens.ts';
import { settingsAccessor } from '../runtime/settings.ts';
import type { ApexType } from '../runtime/type.ts';
import type { ApexEnum } from '../runtime/values/enum.ts';
import { platformEnumValues } from '../runtime/values/enum.ts';
import { throwApex } from '../runtime/values/exception.ts';
import { ApexList } from '../runtime/values/list.ts';
import { ApexMap } from '../runtime/values/map.ts';
import { ApexSet } from '../runtime/values/set.ts';
import { SObject } from '../runtime/values/sobject.ts';
import { nn, nullReference } from './support-null.ts';

/** Rows handed to a `for (List<T> chunk : [query])` at a time. */
const CHUNK = 200;

export const collections = {
  newList: (type: ApexType, items: unknown[]) => new ApexList(type.args[0] as ApexType, items),
  newSet: (type: ApexType, items: unknown[]) => new ApexSet(type.args[0] as ApexType, items),
  newMap: (type: ApexType, entries: [unknown, unknown][]) => new ApexMap(type.args[0] as ApexType, type.args[1] as ApexType, entries),
  newArray: (type: ApexType, size: number | null) => new ApexList(type.args[0] as ApexType, new Array<unknown>(nn(size)).fill(null)),
  setItem(list: ApexList, index: number, value: unknown): unknown {
    list.set(index, value);
    return value;
  },
  iterate,
  each: (list: ApexList) => new ListCursor(list),
  chunks
};

/** Walks a list, and notices when the loop's body changes its length. */
class ListCursor implements Iterator<unknown>, Iterable<unknown> {
  private readonly items: unknown[];
  private readonly length: number;
  private at = 0;

  constructor(list: ApexList) {
    this.items = list.items;
    this.length = list.items.length;
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<unknown> {
    if (this.items.length !== this.length) modified();
    return this.at < this.length ? { value: this.items[this.at++], done: false } : { value: null, done: true };
  }
}

function modified(): never {
  return throwApex('System.FinalException', 'Cannot modify a collection while it is being iterated.');
}

/** Elements of anything a for-each accepts. */
function* iterate(value: unknown): IterableIterator<unknown> {
  if (value === null || value === undefined) nullReference();
  // The keys are those the map has now: its entries may go while they are walked through.
  if (value instanceof ApexSet && value.isView) {
    yield* [...value];
    return;
  }
  if (value instanceof ApexList || value instanceof ApexSet) {
    const { size } = value;
    for (const item of value) {
      // Noticed when the next element is asked for: what the loop does with the last one is nobody's concern.
      if (value.size !== size) modified();
      yield item;
    }
    return;
  }
  const iterator = callMethod(value, 'iterator');
  while (callMethod(iterator, 'hasNext') === true) yield callMethod(iterator, 'next');
}

function* chunks(list: ApexList): IterableIterator<ApexList> {
  for (let start = 0; start < list.items.length; start += CHUNK)
    yield new ApexList(list.elementType, list.items.slice(start, start + CHUNK));
}

export const rows = {
  newRow(object: string, values: readonly (readonly [string, unknown])[]): SObject {
    const row = new SObject(object);
    for (const [name, value] of values) row.put(name, value);
    return row;
  },
  /** `row.Children`: a row made in code has an empty list. */
  readChildren: (row: SObject, name: string, type: ApexType): unknown => row.read(name) ?? new ApexList(type.args[0]!, []),
  readParent: (row: SObject | null, name: string): unknown => (row === null ? null : row.read(name)),
  putField(row: SObject, name: string, value: unknown): unknown {
    row.put(name, value);
    return value;
  },
  single(list: ApexList): unknown {
    if (list.items.length === 0) throwApex('System.QueryException', 'List has no rows for assignment to SObject');
    if (list.items.length > 1) throwApex('System.QueryException', 'List has more than 1 row for assignment to SObject');
    return list.items[0];
  },
  firstOrNull: (list: ApexList): unknown => (list.items.length > 1 ? rows.single(list) : (list.items[0] ?? null))
};

export const queries = {
  query: (query: SoqlQuery, binds: readonly unknown[], access: 'user' | 'system') => current().org.database.query(query, binds, access),
  count: (query: SoqlQuery, binds: readonly unknown[], access: 'user' | 'system') => current().org.database.count(query, binds, access),
  search(search: SoslSearch, binds: readonly unknown[]): unknown {
    const database = current().org.database as { search?: (search: SoslSearch, binds: readonly unknown[]) => unknown };
    if (!database.search) throw new Error('SOSL is not implemented in the local org');
    return database.search(search, binds);
  }
};

export const schema = {
  objectToken,
  fieldToken,
  objectDescribe,
  fieldDescribe,
  fieldSet,
  fieldMap,
  fieldSetMap,
  labelText,
  settings: settingsAccessor,
  addFieldError,
  dml,
  merge: (master: SObject | null, duplicate: unknown, access: 'user' | 'system'): void => {
    merge(master, duplicate, new AccessLevel(access));
  }
};

export const enums = {
  enumValues(type: ApexType): ApexList {
    const constants = (type.classInfo?.constants as readonly ApexEnum[] | undefined) ?? platformEnumValues(type.name);
    return new ApexList(type, [...constants]);
  },
  enumValueOf(type: ApexType, name: string | null): ApexEnum {
    const key = nn(name).toLowerCase();
    const constants = (type.classInfo?.constants as readonly ApexEnum[] | undefined) ?? platformEnumValues(type.name);
    const found = constants.find((constant) => constant.name.toLowerCase() === key);
    return found ?? throwApex('System.NoSuchElementException', `No enum constant ${type.name}.${name}`);
  }
};
