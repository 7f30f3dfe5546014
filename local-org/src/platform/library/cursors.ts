import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { ID } from '../../runtime/types.ts';
import { unmetered } from '../../runtime/unmetered.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import type { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { consume } from '../limits.ts';
import { query } from './queries.ts';

/** The rows a query had when the cursor was made. */
class RowCursor {
  readonly rows: ApexList;
  constructor(rows: ApexList) {
    this.rows = rows;
  }
}
class Cursor extends RowCursor {}
class PaginationCursor extends RowCursor {}

const PAGINATION_ROWS = 100_000;

/** A cursor's rows count against its own limit when it is made; as a query and its rows they count when they are fetched. */
function rowsOf(text: string, more: readonly unknown[]): ApexList {
  const { limits } = current();
  const rows = query(text, ...more);
  limits.queries--;
  limits.queryRows -= rows.items.length;
  consume('apexCursorRows', rows.items.length);
  return rows;
}

function paginationCursor(text: string, ...more: unknown[]): PaginationCursor {
  const rows = rowsOf(text, more);
  if (rows.items.length > PAGINATION_ROWS)
    throwApex('System.FatalCursorException', `Too many rows for a pagination cursor: ${rows.items.length}`);
  return new PaginationCursor(rows);
}

function checkRange(position: number, amount: number): void {
  if (position < 0) throwApex('System.InvalidParameterValueException', `Invalid cursor position: ${position}`);
  if (amount < 0) throwApex('System.InvalidParameterValueException', `Invalid number of rows to fetch: ${amount}`);
}

function countFetch(rows: number): void {
  consume('fetchCallsOnApexCursor');
  consume('queries');
  consume('queryRows', rows);
}

function fetch({ rows }: Cursor, position: number, amount: number): ApexList {
  checkRange(position, amount);
  const found = rows.items.slice(position, position + amount);
  countFetch(found.length);
  return new ApexList(rows.elementType, found);
}

/** Ids of the rows among these that are still there. */
function alive(rows: readonly SObject[]): Set<string> {
  const [first] = rows;
  if (!first) return new Set();
  const ids = new ApexList(
    ID,
    rows.map((row) => row.get('Id'))
  );
  const found = unmetered(() =>
    current().org.database.queryText(`SELECT Id FROM ${first.objectName} WHERE Id IN :ids`, new Map([['ids', ids]]), 'system')
  );
  return new Set(found.items.map((row) => idOf(row as SObject)));
}

function idOf(row: SObject): string {
  return (row.get('Id') as ApexId).value;
}

/** What `fetchPage` gives: a page of rows that are still there, and where the next one starts. */
class CursorFetchResult {
  readonly records: ApexList;
  readonly nextIndex: number;
  readonly deleted: number;
  readonly done: boolean;
  constructor(records: ApexList, nextIndex: number, deleted: number, done: boolean) {
    this.records = records;
    this.nextIndex = nextIndex;
    this.deleted = deleted;
    this.done = done;
  }
}

function fetchPage({ rows }: PaginationCursor, start: number, pageSize: number): CursorFetchResult {
  checkRange(start, pageSize);
  const rest = rows.items.slice(start) as SObject[];
  const there = alive(rest);
  const page: SObject[] = [];
  let taken = 0;
  for (; taken < rest.length && page.length < pageSize; taken++) if (there.has(idOf(rest[taken]!))) page.push(rest[taken]!);
  countFetch(page.length);
  return new CursorFetchResult(new ApexList(rows.elementType, page), start + taken, taken - page.length, taken === rest.length);
}

function fetchDeleted({ rows }: PaginationCursor, start: number, pageSize: number): number {
  checkRange(start, pageSize);
  const range = rows.items.slice(start, start + pageSize) as SObject[];
  const deleted = range.length - alive(range).size;
  countFetch(deleted);
  return deleted;
}

const getNumRecords = (self: RowCursor): number => self.rows.items.length;

defineType({ name: 'Database.Cursor', jsClass: Cursor, methods: { fetch, getNumRecords } });
defineType({ name: 'Database.PaginationCursor', jsClass: PaginationCursor, methods: { fetchPage, fetchDeleted, getNumRecords } });
defineType({
  name: 'Database.CursorFetchResult',
  jsClass: CursorFetchResult,
  methods: {
    getRecords: (self: CursorFetchResult) => self.records,
    getNextIndex: (self: CursorFetchResult) => self.nextIndex,
    getNumDeletedRecords: (self: CursorFetchResult) => self.deleted,
    isDone: (self: CursorFetchResult) => self.done
  }
});
const cursor = (text: string, ...more: unknown[]): Cursor => new Cursor(rowsOf(text, more));
defineType({
  name: 'System.Database',
  statics: {
    getCursor: cursor,
    getCursorWithBinds: cursor,
    getPaginationCursor: paginationCursor,
    getPaginationCursorWithBinds: paginationCursor
  }
});
