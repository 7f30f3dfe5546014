/** The database cannot be used as configured; the message says what to do and is all an operator needs. */
export class DatabaseError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DatabaseError';
  }
}

/** Refused, cut, not answered in time, or shutting down: the query was right and may be tried again. */
export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = String((error as { code?: unknown }).code ?? '');
  // Class 08: connection; 57P: the server is starting or stopping; 53: no connection, memory or disk left.
  if (
    /^(?:08...|57P0[123]|53...|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|SQLITE_(?:BUSY|READONLY|IOERR|FULL|CANTOPEN))$/.test(
      code
    )
  )
    return true;
  return /^(?:Connection terminated|timeout expired|timeout exceeded when trying to connect)/.test(error.message);
}
