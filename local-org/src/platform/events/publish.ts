import { current } from '../../runtime/execution.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import type { DmlResult } from '../../database/database.ts';
import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { consume } from '../limits.ts';
import { services } from '../services.ts';
import { stamp } from './event-bus.ts';
import type { PublishedEvent } from './event-bus.ts';

/** EventBus.publish: checks each event by itself; one bad event does not keep the others back. */
export function publishRows(rows: readonly SObject[], callback: unknown): DmlResult[] {
  const { org, user } = current();
  const accepted: { immediately: PublishedEvent[]; afterCommit: PublishedEvent[] } = { immediately: [], afterCommit: [] };
  const results = rows.map((row): DmlResult => {
    const object = org.model.objects.get(row.objectName.toLowerCase());
    if (object?.kind !== 'platformEvent') throwApex('System.TypeException', `Only platform events can be published: ${row.objectName}`);
    const error = invalid(row, object);
    if (error) return { id: null, success: false, created: false, errors: [error] };
    const event = row.copy(true);
    applyDefaults(event, object);
    stamp(event);
    row.put('EventUuid', event.get('EventUuid'));
    accepted[object.publishBehavior === 'PublishImmediately' ? 'immediately' : 'afterCommit'].push({
      row: event,
      callback,
      userId: user.id
    });
    return { id: eventId(), success: true, created: true, errors: [] };
  });
  const { events } = services();
  if (accepted.immediately.length > 0) {
    consume('publishImmediateDml');
    events.publish(accepted.immediately, 'immediately');
  }
  if (accepted.afterCommit.length > 0) {
    consume('dmlStatements');
    events.publish(accepted.afterCommit, 'afterCommit');
  }
  return results;
}

type RowError = DmlResult['errors'][number];

function invalid(row: SObject, object: ObjectModel): RowError | null {
  for (const field of object.fields.values()) {
    if (!field.custom) continue;
    const value = row.get(field.name);
    const missing = value === null || value === '';
    if (missing && field.required && field.type !== 'Boolean' && field.defaultValue === undefined) {
      return { statusCode: 'REQUIRED_FIELD_MISSING', message: `Required fields are missing: [${field.name}]`, fields: [field.name] };
    }
    if (typeof value === 'string' && field.length !== undefined && field.length > 0 && value.length > field.length)
      return tooLong(field, value);
  }
  return null;
}

function tooLong(field: FieldModel, value: string): RowError {
  const shown = value.length > 200 ? `${value.slice(0, 200)}…` : value;
  return {
    statusCode: 'STRING_TOO_LONG',
    message: `${field.label}: data value too large: ${shown} (max length=${field.length})`,
    fields: [field.name]
  };
}

/** Events take constant defaults only: a checkbox is never null in a subscriber. */
function applyDefaults(row: SObject, object: ObjectModel): void {
  for (const field of object.fields.values()) {
    if (field.type === 'Boolean' && field.custom && row.get(field.name) === null) row.put(field.name, field.defaultValue === 'true');
  }
}

let published = 0;

/** Ids of published events tell nothing: there is no row behind them. */
function eventId(): string {
  published += 1;
  return `e00${published.toString(36).padStart(12, '0').toUpperCase()}`.slice(0, 15);
}
