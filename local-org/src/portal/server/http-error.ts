import { ApexException } from '../../runtime/values/exception.ts';
import { ArgumentError } from './arguments.ts';
import { FieldValueError } from './field-values.ts';

/** An answer other than success, in the shape Lightning components read: `error.body.message`. */
export class HttpError extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 500;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: HttpError['status'], message: string, body: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.body = { ...body, message };
  }
}

/** The message a handled exception was given, wherever the runtime keeps it. */
function handledMessage(error: ApexException): string {
  return error.apexMessage ?? error.message;
}

/** Translates what went wrong in a request. Apex's own words reach the component only as the platform lets them. */
export function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof ArgumentError || error instanceof FieldValueError) {
    return new HttpError(
      400,
      error.message,
      error instanceof FieldValueError ? { fieldErrors: { [error.field]: [{ message: error.message }] } } : {}
    );
  }
  if (error instanceof ApexException) {
    const name = error.type.name;
    if (name === 'System.AuraHandledException' || name === 'AuraHandledException') return new HttpError(400, handledMessage(error));
    const [first] = error.dml;
    if (first) {
      return new HttpError(400, first.message, {
        exceptionType: name,
        pageErrors: error.dml
          .filter((each) => each.fields.length === 0)
          .map((each) => ({ statusCode: each.statusCode, message: each.message })),
        fieldErrors: Object.fromEntries(
          error.dml.flatMap((each) => each.fields.map((field) => [field, [{ statusCode: each.statusCode, message: each.message }]]))
        )
      });
    }
    if (name.endsWith('NoAccessException')) return new HttpError(403, 'You do not have access to this.', { exceptionType: name });
    return new HttpError(500, handledMessage(error), {
      exceptionType: name,
      isUserDefinedException: error.type.classInfo !== undefined,
      stackTrace: ''
    });
  }
  return new HttpError(500, 'Something went wrong on the server. The server log has the details.');
}
