import { current } from '../runtime/execution.ts';
import { ApexId } from '../runtime/values/id.ts';
import { SObject } from '../runtime/values/sobject.ts';
import { internally } from './transaction.ts';

/** Rows that the platform itself keeps: jobs, cron triggers, process instances, mails. */
const INTERNAL = { access: 'system', allOrNone: true, internal: true } as const;

/** Inserts one row and gives its id. */
export function insertRow(objectName: string, values: Readonly<Record<string, unknown>>): ApexId {
  const row = new SObject(objectName, values);
  const [result] = internally(() => current().org.database.insert([row], INTERNAL));
  if (!result?.success || result.id === null) {
    throw new Error(
      `The platform could not write a ${objectName}: ${result?.errors.map((error) => error.message).join('; ') ?? 'no result'}`
    );
  }
  return ApexId.of(result.id);
}

export function updateRow(objectName: string, id: ApexId, values: Readonly<Record<string, unknown>>): void {
  const row = new SObject(objectName, { Id: id, ...values });
  const [result] = internally(() => current().org.database.update([row], INTERNAL));
  if (!result?.success) {
    throw new Error(
      `The platform could not update ${objectName} ${id.value}: ${result?.errors.map((error) => error.message).join('; ') ?? 'no result'}`
    );
  }
}

export function deleteRow(objectName: string, id: ApexId): void {
  internally(() => current().org.database.delete([new SObject(objectName, { Id: id })], INTERNAL));
}

/** Rows of a query with named binds, seen by the platform: no sharing, no counting. */
export function selectRows(soql: string, binds: Readonly<Record<string, unknown>> = {}): SObject[] {
  const named = new Map(Object.entries(binds).map(([name, value]) => [name.toLowerCase(), value]));
  return internally(() => current().org.database.queryText(soql, named, 'system')).items as SObject[];
}
