/** What the formulas in a credential's headers may read. */
export interface MergeContext {
  /** External credential → parameter → secret. Keys compare without regard to case. */
  readonly credentials: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly organizationId: string;
  readonly user: { readonly id: string; readonly username: string };
}

/** A merge field that names nothing: the callout must fail rather than send a hole where a credential should be. */
export class UnknownMergeField extends Error {}

const MERGE_FIELD = /\{!\s*([^{}]*?)\s*\}/g;

/**
 * Replaces `{!$Credential.Name.Parameter}`, `{!$Organization.Id}` and `{!$User.…}`; string literals and `&` concatenate as in
 * `{!'Bearer ' & $Credential.Service.Key}`. Other functions are not modelled and fail by name.
 */
export function mergeFields(value: string, context: MergeContext): string {
  return value.replace(MERGE_FIELD, (_, expression: string) =>
    tokens(expression)
      .map((token) => resolve(token, context))
      .join('')
  );
}

function tokens(expression: string): string[] {
  const parts = expression.match(/'[^']*'|"[^"]*"|[^&'"]+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function resolve(token: string, context: MergeContext): string {
  if (/^['"]/.test(token)) return token.slice(1, -1);
  const path = token.replace(/^\$/, '').split('.');
  const [root, first, second] = path.map((name) => name.toLowerCase());
  if (root === 'organization' && first === 'id') return context.organizationId;
  if (root === 'user' && first === 'id') return context.user.id;
  if (root === 'user' && first === 'username') return context.user.username;
  if (root === 'credential' && first !== undefined && second !== undefined) {
    const secret = property(property(context.credentials, first), second);
    if (secret !== undefined) return secret;
    throw new UnknownMergeField(`The credential ${path[1]} has no parameter ${path[2]}`);
  }
  throw new UnknownMergeField(`Not implemented in the local org: {!${token}}`);
}

function property<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  const name = Object.keys(record ?? {}).find((each) => each.toLowerCase() === key);
  return name === undefined ? undefined : record?.[name];
}
