import type { DmlResult } from '../../database/database.ts';
import { defineType } from '../../runtime/library.ts';
import { enumConstant } from '../../runtime/values/enum.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { platformType } from '../../runtime/types.ts';
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
  methods: {
    getFields: (self: DatabaseError) => strings(self.error.fields),
    getMessage: (self: DatabaseError) => self.error.message,
    getStatusCode: (self: DatabaseError) => enumConstant('System.StatusCode', self.error.statusCode)
  }
});

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
  defineType({ name, jsClass, methods });
}
defineType({
  name: 'Database.UpsertResult',
  jsClass: UpsertResult,
  methods: { ...methods, isCreated: (self: UpsertResult) => self.result.created }
});

export function errorList(errors: readonly RowError[]): ApexList {
  return new ApexList(
    platformType('Database.Error'),
    errors.map((error) => new DatabaseError(error))
  );
}
