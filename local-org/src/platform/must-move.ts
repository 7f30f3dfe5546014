/**
 * Ends a transaction on the home thread that would have to wait, so that it can be done on a thread where nobody minds.
 * Nothing has been written or can be kept; no Apex catches it.
 */
export class MustMove extends Error {
  /** Whether it was about to call out, rather than to wait for another transaction. */
  readonly callsOut: boolean;

  constructor(callsOut: boolean) {
    super('The transaction goes on on another thread');
    this.callsOut = callsOut;
  }
}
