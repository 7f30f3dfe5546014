/** Reserved for examples (RFC 2606 and 6761): nobody can verify them. */
const RESERVED = /(^|\.)(example|test|invalid|localhost|local)$|(^|\.)example\.(com|net|org)$/;
/** Public mailboxes publish DMARC policies that refuse mail sent for them by others. */
const PUBLIC = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'icloud.com',
  'aol.com',
  'gmx.de',
  'web.de'
]);

/** An address from which a site can send: plain, and of a domain its owner can verify. */
export function isWellFormedSender(address: string): boolean {
  const match = /^[\w.!#$%&'*+/=?^`{|}~-]+@((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})$/i.exec(address);
  const domain = match?.[1]?.toLowerCase();
  return domain !== undefined && !RESERVED.test(domain) && !PUBLIC.has(domain);
}
