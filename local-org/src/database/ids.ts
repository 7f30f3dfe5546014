import { checksum } from '../runtime/values/id.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An 18-character record id: key prefix, instance (`Lo`), reserved zero and a base-62 number. */
export function formatId(prefix: string, number: bigint | number): string {
  let rest = BigInt(number);
  let digits = '';
  while (rest > 0n) {
    digits = DIGITS[Number(rest % 62n)]! + digits;
    rest /= 62n;
  }
  const id15 = `${prefix}Lo0${digits.padStart(9, '0')}`;
  return id15 + checksum(id15);
}
