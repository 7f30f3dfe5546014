import { ApexException } from '../../runtime/values/exception.ts';
import { platformType } from '../../runtime/types.ts';

/** One request that the approval engine refused, with the platform's status code. */
export class ApprovalError extends Error {
  readonly statusCode: string;

  constructor(statusCode: string, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** What Approval.process throws when all requests or none must succeed. */
export function processFailed(error: ApprovalError, row: number): ApexException {
  const exception = new ApexException(
    platformType('System.DmlException'),
    `Process failed. First exception on row ${row}; first error: ${error.statusCode}, ${error.message}: []`
  );
  exception.dml = [{ index: row, id: null, statusCode: error.statusCode, message: error.message, fields: [] }];
  return exception;
}
