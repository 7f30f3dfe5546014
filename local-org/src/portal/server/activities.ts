import type { OrgModel } from '../../metadata/model.ts';
import { fieldValueToJson } from './field-values.ts';
import { HttpError } from './http-error.ts';
import { objectOfRecord, query, recordId } from './rows.ts';

export interface Activity {
  readonly id: string;
  readonly subject: string;
  readonly description: string | null;
  readonly status: string;
  readonly done: boolean;
  readonly who: string | null;
  readonly at: string | null;
}

/** Tasks about a record, newest first. Seeing the record is what gives access to its history. */
export function activities(model: OrgModel, id: string): Activity[] {
  const target = recordId(id);
  const object = objectOfRecord(model, target.value);
  if (query(`SELECT Id FROM ${object.name} WHERE Id = :id`, { id: target }).length === 0)
    throw new HttpError(404, 'The record does not exist or you do not have access to it.');
  const tasks = query(
    'SELECT Id, Subject, Description, Status, IsClosed, Owner.Name, CreatedDate, ActivityDate FROM Task WHERE WhatId = :id ORDER BY CreatedDate DESC LIMIT 50',
    { id: target },
    'system'
  );
  const text = (value: unknown): string | null => {
    const json = fieldValueToJson(value);
    return json === null ? null : String(json);
  };
  return tasks.map((task) => ({
    id: String(task.get('Id')),
    subject: text(task.get('Subject')) ?? 'Task',
    description: text(task.get('Description')),
    status: text(task.get('Status')) ?? '',
    done: task.get('IsClosed') === true,
    who: text((task.get('Owner') as { get(name: string): unknown } | null)?.get('Name')),
    at: text(task.get('CreatedDate'))
  }));
}
