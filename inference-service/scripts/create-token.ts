// Makes a token for one org. The token goes into the org's External Credential, the hash into TOKENS or TOKENS_FILE.
import { createHash, randomBytes } from 'node:crypto';

const orgId = process.argv[2];
if (!orgId) {
  console.error('Usage: node inference-service/scripts/create-token.ts ORG_ID');
  process.exitCode = 1;
} else {
  const token = randomBytes(32).toString('base64url');
  console.log(`token, shown only now: ${token}`);
  console.log(`TOKENS entry:          ${orgId}:${createHash('sha256').update(token).digest('hex')}`);
}
