import { createHash } from 'node:crypto';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FIRST: Readonly<Record<string, string>> = { __mdt: 'm', __e: 'e' };

/**
 * Key prefixes of objects that have none of their own. A prefix follows from the object's name alone, so that adding an object does not
 * renumber the others; two names that collide are told apart in the order of their names.
 */
export function keyPrefixes(names: readonly string[], taken: ReadonlySet<string>): Map<string, string> {
  const used = new Set(taken);
  const result = new Map<string, string>();
  for (const name of [...names].sort()) {
    const suffix = /__(mdt|e)$/.exec(name)?.[0];
    const first = (suffix && FIRST[suffix]) ?? (name.includes('__') ? 'a' : '8');
    let number = createHash('sha256').update(name.toLowerCase()).digest().readUInt32BE(0) % (DIGITS.length * DIGITS.length);
    let prefix: string;
    do {
      prefix = first + DIGITS[Math.floor(number / DIGITS.length)]! + DIGITS[number % DIGITS.length]!;
      number = (number + 1) % (DIGITS.length * DIGITS.length);
    } while (used.has(prefix));
    used.add(prefix);
    result.set(name, prefix);
  }
  return result;
}
