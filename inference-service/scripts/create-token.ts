// Makes a token for one org. The token goes into the org's External Credential, the entry into TOKENS or TOKENS_FILE.
import { createHash, randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { INTERACTIVE_SCOPES, isScope, SCOPES } from '../src/contract/scopes.ts';

const USAGE = `Usage: npx node inference-service/scripts/create-token.ts ORG_ID [--scopes SCOPE,SCOPE]

Without --scopes the token may do everything but start a conversation: what the principal "Package" needs.
The principal "Interactive" needs --scopes ${INTERACTIVE_SCOPES.join(',')}

${Object.entries(SCOPES)
  .map(([scope, what]) => `  ${scope.padEnd(14)} ${what}`)
  .join('\n')}`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { scopes: { type: 'string' } } });
const [orgId] = positionals;
const scopes = values.scopes?.split(',').map((scope) => scope.trim());
const unknown = scopes?.filter((scope) => !isScope(scope)) ?? [];

if (!orgId || unknown.length > 0) {
  console.error(unknown.length > 0 ? `No such scope: ${unknown.join(', ')}\n\n${USAGE}` : USAGE);
  process.exitCode = 1;
} else {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest('hex');
  console.log(`token, shown only now: ${token}`);
  console.log(`TOKENS entry:          ${[orgId, hash, ...(scopes ? [scopes.join('+')] : [])].join(':')}`);
}
