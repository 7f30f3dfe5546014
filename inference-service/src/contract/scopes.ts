/** What a token may be used for. An operation names the one it needs; a token holds any number. */
export const SCOPES = {
  scoring: 'score and classify records',
  models: 'train, list and activate models',
  documents: 'read documents',
  inspection: 'mask personal data and screen for injection',
  'company:read': 'match companies and look them up in public registers',
  'content:write': 'put content into the index and take it out',
  'content:read': 'search and recommend content',
  conversation: 'answer a person who waits'
} as const;

export type Scope = keyof typeof SCOPES;

/** The scopes of the second principal, with which the package serves a person who waits. */
export const INTERACTIVE_SCOPES: readonly Scope[] = ['content:read', 'conversation', 'company:read'];

/**
 * What a token may do that was made without scopes, before there were any: everything but conversation, which only a
 * person starts.
 */
export const UNSCOPED: readonly Scope[] = (Object.keys(SCOPES) as Scope[]).filter((scope) => scope !== 'conversation');

export function isScope(name: string): name is Scope {
  return Object.hasOwn(SCOPES, name);
}
