import type { DmlResult } from '../../database/database.ts';
import { defineType } from '../../runtime/library.ts';
import type { JsonForm } from '../../runtime/library.ts';
import { enumConstant } from '../../runtime/values/enum.ts';
import { ApexId, normalizeId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { BOOLEAN, STRING, listOf, platformType } from '../../runtime/types.ts';
import { strings } from './members.ts';

type RowError = DmlResult['errors'][number];

/** Database.Error. */
export class DatabaseError {
  readonly error: RowError;
  constructor(error: RowError) {
    this.error = error;
  }
  toString(): string {
    return `Database.Error[getFields=(${this.error.fields.join(', ')});getMessage=${this.error.message};getStatusCode=${this.error.statusCode};]`;
  }
}

/** What SaveResult, DeleteResult and their kin have in common. */
class RowResult {
  readonly result: DmlResult;
  constructor(result: DmlResult) {
    this.result = result;
  }
  toString(): string {
    return `${this.constructor.name}[getErrors=(${this.result.errors.map((error) => new DatabaseError(error).toString()).join(', ')});getId=${this.result.id};isSuccess=${this.result.success};]`;
  }
}

export class SaveResult extends RowResult {}
export class UpsertResult extends RowResult {}
export class DeleteResult extends RowResult {}
export class UndeleteResult extends RowResult {}
export class EmptyRecycleBinResult extends RowResult {}
export class LockResult extends RowResult {}
export class UnlockResult extends RowResult {}

defineType({
  name: 'Database.Error',
  jsClass: DatabaseError,
  json: {
    members: { message: STRING, statusCode: STRING, fields: listOf(STRING) },
    write: ({ error }: DatabaseError) => ({ message: error.message, fields: strings(error.fields), statusCode: error.statusCode }),
    read: ({ message, statusCode, fields }) =>
      new DatabaseError({
        message: (message as string | null) ?? '',
        statusCode: (statusCode as string | null) ?? 'UNKNOWN_EXCEPTION',
        fields: ((fields as ApexList | null)?.items ?? []) as string[]
      })
  },
  methods: {
    getFields: (self: DatabaseError) => strings(self.error.fields),
    getMessage: (self: DatabaseError) => self.error.message,
    getStatusCode: (self: DatabaseError) => enumConstant('System.StatusCode', self.error.statusCode)
  }
});

/** Ids in results are text that nobody checks: tests write whatever is at hand into them, `null` too. */
export function idText(text: unknown): string | null {
  return typeof text === 'string' ? normalizeId(text) : null;
}

export function rowErrors(errors: unknown): RowError[] {
  return ((errors as ApexList | null)?.items ?? []).map((each) => (each as DatabaseError).error);
}

/** Tests make results from JSON, which is the only way Apex has to construct one. */
function jsonForm(jsClass: new (result: DmlResult) => RowResult, ...more: readonly 'created'[]): JsonForm {
  return {
    members: {
      success: BOOLEAN,
      id: STRING,
      errors: listOf(platformType('Database.Error')),
      ...Object.fromEntries(more.map((name) => [name, BOOLEAN]))
    },
    write: ({ result }: RowResult) => ({
      success: result.success,
      id: result.id,
      errors: errorList(result.errors),
      ...Object.fromEntries(more.map((name) => [name, result[name]]))
    }),
    read: ({ success, id, errors, created }) =>
      new jsClass({
        success: success === true,
        created: created === true,
        id: idText(id),
        errors: rowErrors(errors)
      })
  };
}

const methods = {
  getErrors: (self: RowResult) => errorList(self.result.errors),
  getId: (self: RowResult) => (self.result.id === null ? null : ApexId.of(self.result.id)),
  isSuccess: (self: RowResult) => self.result.success
};

for (const [name, jsClass] of [
  ['Database.SaveResult', SaveResult],
  ['Database.DeleteResult', DeleteResult],
  ['Database.UndeleteResult', UndeleteResult],
  ['Database.EmptyRecycleBinResult', EmptyRecycleBinResult],
  ['Approval.LockResult', LockResult],
  ['Approval.UnlockResult', UnlockResult]
] as const) {
  defineType({ name, jsClass, methods, json: jsonForm(jsClass) });
}
defineType({
  name: 'Database.UpsertResult',
  json: jsonForm(UpsertResult, 'created'),
  jsClass: UpsertResult,
  methods: { ...methods, isCreated: (self: UpsertResult) => self.result.created }
});

export function errorList(errors: readonly RowError[]): ApexList {
  return new ApexList(
    platformType('Database.Error'),
    errors.map((error) => new DatabaseError(error))
  );
}
