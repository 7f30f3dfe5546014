import type { ObjectModel } from '../metadata/model.ts';
import type { TriggerInfo } from '../compiler/program.ts';
import { current } from '../runtime/execution.ts';
import { apexStackTrace } from '../runtime/stack-trace.ts';
import { ID, sobjectType } from '../runtime/types.ts';
import { ApexException } from '../runtime/values/exception.ts';
import { ApexList } from '../runtime/values/list.ts';
import { ApexMap } from '../runtime/values/map.ts';
import type { SObject } from '../runtime/values/sobject.ts';

export type TriggerOperation = 'insert' | 'update' | 'delete' | 'undelete';

/** What `Trigger` shows while a trigger runs. Absent collections are null, as in Apex. */
export interface TriggerContext {
  readonly object: string;
  readonly timing: 'before' | 'after';
  readonly operation: TriggerOperation;
  readonly new: ApexList | null;
  readonly old: ApexList | null;
  readonly newMap: ApexMap | null;
  readonly oldMap: ApexMap | null;
  readonly size: number;
}

const CONTEXT = Symbol('trigger context');

/** The running trigger's context; null outside triggers. */
export function triggerContext(): TriggerContext | null {
  return (current().slots.get(CONTEXT) as TriggerContext | undefined) ?? null;
}

/** A trigger ended with an exception: every row of its chunk fails with it. */
export class TriggerFailure extends Error {
  readonly apex: ApexException;

  constructor(message: string, apex: ApexException) {
    super(message);
    this.apex = apex;
  }
}

export function hasTriggers(object: ObjectModel, timing: 'before' | 'after', operation: TriggerOperation): boolean {
  return matching(object, timing, operation).length > 0;
}

/** Runs the object's triggers for one event, in the order of their names. `rows` are Trigger.new or, for deletes, Trigger.old. */
export function fireTriggers(
  object: ObjectModel,
  timing: 'before' | 'after',
  operation: TriggerOperation,
  rows: readonly SObject[],
  old: readonly SObject[]
): void {
  const triggers = matching(object, timing, operation);
  if (triggers.length === 0 || (rows.length === 0 && old.length === 0)) return;
  const execution = current();
  const outer = execution.slots.get(CONTEXT);
  const sharing = execution.sharing;
  execution.slots.set(CONTEXT, contextFor(object, timing, operation, rows, old));
  // A trigger is its own entry point as far as sharing goes.
  execution.sharing = 'without';
  try {
    for (const trigger of triggers) {
      try {
        trigger.run();
      } catch (error) {
        if (!(error instanceof ApexException) || isLimit(error)) throw error;
        throw new TriggerFailure(failureMessage(trigger.name, timing, operation, error), error);
      }
    }
  } finally {
    execution.sharing = sharing;
    execution.slots.set(CONTEXT, outer);
  }
}

/** Runs one subscriber of a platform event on a batch of its events. What it throws is the event bus's to judge. */
export function runEventTrigger(trigger: TriggerInfo, object: ObjectModel, rows: readonly SObject[]): void {
  const execution = current();
  const { slots } = execution;
  slots.set(CONTEXT, contextFor(object, 'after', 'insert', rows, []));
  execution.sharing = 'without';
  try {
    trigger.run();
  } finally {
    slots.delete(CONTEXT);
  }
}

function matching(object: ObjectModel, timing: string, operation: string) {
  return current()
    .org.program.triggers.filter(
      (trigger) => trigger.object.toLowerCase() === object.name.toLowerCase() && trigger.events.includes(`${timing} ${operation}`)
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function contextFor(
  object: ObjectModel,
  timing: 'before' | 'after',
  operation: TriggerOperation,
  rows: readonly SObject[],
  old: readonly SObject[]
): TriggerContext {
  const type = sobjectType(object.name);
  const list = (items: readonly SObject[]): ApexList => {
    const result = new ApexList(type, [...items]);
    result.readOnly = true;
    return result;
  };
  const map = (items: readonly SObject[]): ApexMap => {
    const result = new ApexMap(ID, type);
    for (const row of items) result.put(row.get('Id'), row);
    return result;
  };
  const hasNew = operation !== 'delete';
  const hasOld = operation === 'update' || operation === 'delete';
  return {
    object: object.name,
    timing,
    operation,
    new: hasNew ? list(rows) : null,
    old: hasOld ? list(old) : null,
    // Rows have no ids before they are inserted.
    newMap: hasNew && !(operation === 'insert' && timing === 'before') ? map(rows) : null,
    oldMap: hasOld ? map(old) : null,
    size: hasNew ? rows.length : old.length
  };
}

function isLimit(error: ApexException): boolean {
  return error.type.name === 'System.LimitException' || error.type.name === 'LimitException';
}

function failureMessage(name: string, timing: string, operation: string, error: ApexException): string {
  const event = timing[0]!.toUpperCase() + timing.slice(1) + operation[0]!.toUpperCase() + operation.slice(1);
  return `${name}: execution of ${event}\n\ncaused by: ${error.toString()}\n\n${apexStackTrace(error.stack)}`;
}
