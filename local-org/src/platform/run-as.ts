import { MIXED_DML } from '../database/dml/mixed.ts';
import { dml } from '../database/dml/statement.ts';
import { current } from '../runtime/execution.ts';
import { throwApex } from '../runtime/values/exception.ts';
import type { ApexId } from '../runtime/values/id.ts';
import type { SObject } from '../runtime/values/sobject.ts';
import { userContext } from './users.ts';

/**
 * `System.runAs(user) { … }`: the block runs with that user's sharing and permissions; statics and limits go on. Gives what
 * the block gives. A user that has not been inserted is.
 */
export function runAs<T>(user: SObject | null, body: () => T): T {
  const execution = current();
  if (!execution.isTest) throwApex('System.UnsupportedOperationException', 'System.runAs is available in tests only');
  if (user === null) throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
  const { user: outer, sharing, slots } = execution;
  const written = slots.get(MIXED_DML);
  // Setup and data may be mixed across a runAs: each side is counted by itself.
  slots.delete(MIXED_DML);
  try {
    execution.user = userContext(idOf(user));
    slots.delete(MIXED_DML);
    return body();
  } finally {
    execution.user = outer;
    execution.sharing = sharing;
    slots.set(MIXED_DML, written);
  }
}

function idOf(user: SObject): string {
  if (user.get('Id') === null) {
    const { limits } = current();
    const before = { ...limits };
    dml('insert', user);
    Object.assign(limits, before);
  }
  return (user.get('Id') as ApexId).value;
}
