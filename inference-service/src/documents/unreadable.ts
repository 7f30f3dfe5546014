import type { ReasonCode } from './types.ts';

/** Ends the reading with a reason a caller can act on. The message never repeats content of the document. */
export class Unreadable extends Error {
  readonly code: ReasonCode;

  constructor(code: ReasonCode, message: string) {
    super(message);
    this.name = 'Unreadable';
    this.code = code;
  }
}
