import type { AccessMode } from '../../database/database.ts';
import { inNamespace } from '../../database/soql/namespace.ts';
import { parseQueryText, QueryTextError } from '../../database/soql/parse.ts';
import { asksForUnknownFields, UNKNOWN_FIELDS } from '../../database/soql/restrictions.ts';
import { current } from '../../runtime/execution.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import type { ApexList } from '../../runtime/values/list.ts';
import { ApexMap } from '../../runtime/values/map.ts';
import { AccessLevel } from './access-level.ts';

/** Names a dynamic query may bind: a Map given by Apex, or the caller's variables which compiled code passes along. */
type Binds = ApexMap | ReadonlyMap<string, unknown>;
const NO_BINDS: Binds = new Map();

interface QueryArguments {
  readonly access: AccessMode;
  readonly binds: Binds;
}

export function queryArguments(more: readonly unknown[]): QueryArguments {
  let access: AccessMode = 'system';
  let binds = NO_BINDS;
  for (const argument of more) {
    if (argument instanceof AccessLevel) access = argument.mode;
    else if (argument instanceof ApexMap || argument instanceof Map) binds = argument as Binds;
  }
  return { access, binds };
}

function asksForAnything(text: string): boolean {
  try {
    return asksForUnknownFields(parseQueryText(text).query);
  } catch (error) {
    // What is no query is said when it is run.
    if (error instanceof QueryTextError) return false;
    throw error;
  }
}

export function query(text: string, ...more: unknown[]): ApexList {
  const { access, binds } = queryArguments(more);
  if (asksForAnything(text)) throwApex('System.QueryException', UNKNOWN_FIELDS);
  return current().org.database.queryText(text, binds, access);
}

export function count(text: string, ...more: unknown[]): number {
  const { access, binds } = queryArguments(more);
  try {
    const parsed = parseQueryText(text);
    const values = parsed.bindNames.map((name) => bound(name, binds));
    const { database, model } = current().org;
    return database.count(inNamespace(parsed.query, model.namespace), values, access);
  } catch (error) {
    if (error instanceof QueryTextError) throwApex('System.QueryException', error.message);
    throw error;
  }
}

function bound(name: string, binds: Binds): unknown {
  const wanted = name.toLowerCase();
  for (const [key, value] of binds) if (String(key).toLowerCase() === wanted) return value;
  return throwApex('System.QueryException', `Variable does not exist: ${name}`);
}
