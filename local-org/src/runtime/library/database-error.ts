import { STRING } from '../interning.ts';
import { defineType } from '../library.ts';
import { enumConstant } from '../values/enum.ts';
import { ApexList } from '../values/list.ts';

/** A value of `Database.Error`: why a row was refused. */
export class DatabaseError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];

  constructor(statusCode: string, message: string, fields: readonly string[]) {
    this.statusCode = statusCode;
    this.message = message;
    this.fields = fields;
  }

  toString(): string {
    return `Database.Error[getFields=(${this.fields.join(', ')});getMessage=${this.message};getStatusCode=${this.statusCode};]`;
  }
}

defineType({
  name: 'Database.Error',
  jsClass: DatabaseError,
  methods: {
    getMessage: (error: DatabaseError) => error.message,
    getFields: (error: DatabaseError) => new ApexList(STRING, [...error.fields]),
    getStatusCode: (error: DatabaseError) => enumConstant('System.StatusCode', error.statusCode)
  }
});
