import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ApexException } from '../runtime/values/exception.ts';

/** One entry of the error body that every endpoint answers with: `[{ message, errorCode, fields }]`. */
export interface ApiErrorEntry {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
}

export class ApiError extends Error {
  readonly status: ContentfulStatusCode;
  readonly entries: readonly ApiErrorEntry[];

  constructor(status: ContentfulStatusCode, errorCode: string, message: string, fields?: readonly string[]) {
    super(message);
    this.status = status;
    this.entries = [{ message, errorCode, ...(fields ? { fields } : {}) }];
  }
}

/** Several errors of one row. */
export function rowError(errors: readonly { statusCode: string; message: string; fields: readonly string[] }[]): ApiError {
  const [first] = errors;
  const status = first?.statusCode === 'ENTITY_IS_DELETED' || first?.statusCode === 'INVALID_CROSS_REFERENCE_KEY' ? 404 : 400;
  const error = new ApiError(status, first?.statusCode ?? 'UNKNOWN_EXCEPTION', first?.message ?? 'The row was not saved');
  return Object.assign(error, {
    entries: errors.map((each) => ({ message: each.message, errorCode: each.statusCode, fields: each.fields }))
  });
}

export function notFound(message = 'The requested resource does not exist'): ApiError {
  return new ApiError(404, 'NOT_FOUND', message);
}

/** What an exception becomes for the client: Apex's words, never a stack of this server. */
export function toApiError(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  if (!(error instanceof ApexException)) return null;
  const message = error.getMessage();
  switch (error.type.name) {
    case 'System.QueryException':
      return new ApiError(400, queryErrorCode(message), message);
    case 'System.NoAccessException':
    case 'System.SecurityException':
      return new ApiError(403, 'INSUFFICIENT_ACCESS', message);
    case 'System.DmlException': {
      const [first] = error.dml;
      return first ? rowError(error.dml) : new ApiError(400, 'UNKNOWN_EXCEPTION', message);
    }
    case 'System.StringException':
      return message.startsWith('Invalid id')
        ? new ApiError(400, 'MALFORMED_ID', message)
        : new ApiError(500, 'APEX_ERROR', error.toString());
    case 'System.LimitException':
      return new ApiError(500, 'APEX_ERROR', error.toString());
    default:
      return new ApiError(500, 'APEX_ERROR', error.toString());
  }
}

function queryErrorCode(message: string): string {
  if (/No such column/i.test(message)) return 'INVALID_FIELD';
  if (/sObject type .* is not supported/i.test(message)) return 'INVALID_TYPE';
  return 'MALFORMED_QUERY';
}

export function respond(context: Context, error: unknown, log: (line: string) => void): Response {
  const known = toApiError(error);
  if (known) return context.json(known.entries, known.status);
  log(`${context.req.method} ${context.req.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return context.json([{ message: 'An unexpected error occurred.', errorCode: 'UNKNOWN_EXCEPTION' }], 500);
}
