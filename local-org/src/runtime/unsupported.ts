/**
 * Something that exists on the platform and not here. It is no Apex exception, so that no catch clause hides it: code
 * that reaches it fails loudly, naming what it asked for.
 */
export class UnsupportedInLocalOrg extends Error {}

/** Declared to return a value so that it can end an expression. */
export function unsupported(what: string): never {
  throw new UnsupportedInLocalOrg(`Not implemented in the local org: ${what}`);
}
