import type { OpenedOrg } from '../open-org.ts';
import type { Call } from './messages.ts';

/** Does what somebody asked for over HTTP. Input and answer are plain data. */
export type RequestHandler = (org: OpenedOrg, userId: string, input: never) => unknown;

const handlers = new Map<string, { readonly handle: RequestHandler; readonly key: (input: never) => string | null }>();

/**
 * Names a kind of request that Apex of any length may stand behind. `key` tells requests of one kind apart: what has called
 * out once goes to a thread at once from then on; null is never remembered.
 */
export function defineRequest<Input>(
  name: string,
  handle: (org: OpenedOrg, userId: string, input: Input) => unknown,
  key: (input: Input) => string | null
): void {
  handlers.set(name, { handle: handle as RequestHandler, key: key as (input: never) => string | null });
}

export function requestNamed(name: string): { readonly handle: RequestHandler; readonly key: (input: never) => string | null } {
  const found = handlers.get(name);
  if (!found) throw new Error(`No request is called ${name}`);
  return found;
}

export function answerRequest(org: OpenedOrg, { name, userId, input }: Extract<Call, { kind: 'request' }>): unknown {
  return requestNamed(name).handle(org, userId, input as never);
}
