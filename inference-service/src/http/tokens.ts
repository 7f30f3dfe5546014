import { z } from 'zod';
import { isScope, SCOPES, UNSCOPED, type Scope } from '../contract/scopes.ts';
import { given, readSecretFile, SettingError, type Environment } from '../settings.ts';

/** SHA-256 (hex) of a token and what it may be used for. The token itself is known to its org only. */
export type TokenGrant = { hash: string; scopes: readonly Scope[] };

/** By org; several for one, so that a token can be replaced without an outage and a second one can do less. */
export type Tokens = Map<string, TokenGrant[]>;

const HASH = /^(?:sha256:)?([0-9a-f]{64})$/i;
const grantSchema = z.union([
  z.string().regex(HASH),
  z.strictObject({ hash: z.string().regex(HASH), scopes: z.array(z.string()).min(1).optional() })
]);
const fileSchema = z.record(z.string().min(1).max(80), z.array(grantSchema).min(1));

/**
 * `TOKENS` is `orgId:hash` or `orgId:hash:scope+scope`, separated by commas; the file is
 * `{ "orgId": ["hash", { "hash": "…", "scopes": ["scoring"] }] }`. Without scopes a token may do all that needs no person.
 */
export function readTokens(environment: Environment): Tokens {
  const tokens: Tokens = new Map();
  const add = (source: string, orgId: string, hash: string, scopes: string[] | undefined) =>
    tokens.set(orgId, [
      ...(tokens.get(orgId) ?? []),
      { hash: HASH.exec(hash)![1]!.toLowerCase(), scopes: scopes ? checkScopes(source, scopes) : UNSCOPED }
    ]);
  for (const [position, entry] of (given(environment, 'TOKENS') ?? '').split(',').entries()) {
    if (entry.trim() === '') continue;
    const [, orgId, hash, scopes] = /^([^:]{1,80}):((?:sha256:)?[0-9a-f]{64})(?::(.+))?$/i.exec(entry.trim()) ?? [];
    const source = `TOKENS: entry ${position + 1}`;
    if (!orgId || !hash) throw new SettingError('TOKENS', `entry ${position + 1} is not orgId:sha256 (64 hexadecimal digits)`);
    add(source, orgId.trim(), hash, scopes?.split('+'));
  }
  const file = given(environment, 'TOKENS_FILE');
  for (const [orgId, grants] of Object.entries(file ? readFile(file) : {})) {
    for (const grant of grants) {
      if (typeof grant === 'string') add('TOKENS_FILE', orgId, grant, undefined);
      else add('TOKENS_FILE', orgId, grant.hash, grant.scopes);
    }
  }
  if (tokens.size === 0) throw new SettingError('TOKENS or TOKENS_FILE', 'at least one org with a token hash is needed');
  return tokens;
}

function checkScopes(source: string, names: string[]): Scope[] {
  return names.map((name) => {
    const scope = name.trim();
    if (!isScope(scope)) throw new SettingError(source, `has a scope that does not exist; there are ${Object.keys(SCOPES).join(', ')}`);
    return scope;
  });
}

function readFile(file: string): z.infer<typeof fileSchema> {
  let content: unknown;
  try {
    content = JSON.parse(readSecretFile('TOKENS_FILE', file));
  } catch (error) {
    if (error instanceof SettingError) throw error;
    // A JSON error message quotes the file, which is close enough to a secret to keep quiet about.
    throw new SettingError('TOKENS_FILE', 'is not valid JSON');
  }
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success) {
    throw new SettingError('TOKENS_FILE', 'must be { "orgId": ["sha256 of a token in hexadecimal", { "hash": "…", "scopes": ["…"] }] }');
  }
  return parsed.data;
}
