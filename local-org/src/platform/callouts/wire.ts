/** What crosses to the callout worker and back. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | null;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
}

export interface WireResponse {
  readonly status: number;
  readonly statusText: string;
  /** Names as the server wrote them; a repeated header is joined with a comma. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

export type WireOutcome = { readonly ok: true; readonly response: WireResponse } | { readonly ok: false; readonly failure: string };
