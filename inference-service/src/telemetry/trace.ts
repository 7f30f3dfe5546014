import { randomBytes } from 'node:crypto';

/** Which trace a request belongs to, as its caller says (W3C Trace Context). */
export type Trace = { id: string; flags: string };

const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(?:$|-)/;

export function readTrace(traceparent: string | undefined): Trace | undefined {
  const [, id, flags] = (traceparent && TRACEPARENT.exec(traceparent)) || [];
  return id && flags ? { id, flags } : undefined;
}

/** For a call that we make in the course of it: the same trace, a span of its own. */
export function traceparentOf({ id, flags }: Trace): string {
  return `00-${id}-${randomBytes(8).toString('hex')}-${flags}`;
}
