import { throwApex } from './exception.ts';

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const SHORT = /^[a-zA-Z0-9]{15}$/;
const LONG = /^[a-zA-Z0-9]{18}$/;

/** A record id, always held with its case-safe 18-character form. */
export class ApexId {
  readonly value: string;

  private constructor(value: string) {
    this.value = value;
  }

  /** From 15 or 18 characters; throws StringException for anything else. */
  static of(text: string): ApexId {
    const value = normalizeId(text);
    return value === null ? throwApex('System.StringException', `Invalid id: ${text}`) : new ApexId(value);
  }

  /** Takes any text: what reading JSON into a row puts into its id fields without a check. */
  static unchecked(text: string): ApexId {
    return new ApexId(normalizeId(text) ?? text);
  }

  equals(other: unknown): boolean {
    if (other instanceof ApexId) return other.value === this.value;
    return typeof other === 'string' && (normalizeId(other) ?? other) === this.value;
  }

  get keyPrefix(): string {
    return this.value.slice(0, 3);
  }

  to15(): string {
    return this.value.slice(0, 15);
  }

  toString(): string {
    return this.value;
  }
}

/**
 * The 18-character form of a 15- or 18-character id, null when the text is no id. The last three characters carry the
 * case of the first fifteen, so an 18-character id in wrong case is repaired from them; where they make no sense the text is
 * taken as it is, as the platform does.
 */
export function normalizeId(text: string): string | null {
  if (SHORT.test(text)) return text + checksum(text);
  if (!LONG.test(text)) return null;
  const body = text.slice(0, 15);
  const suffix = text.slice(15);
  if (checksum(body) === suffix) return text;
  return restoreCase(body, suffix.toUpperCase()) ?? text;
}

/** Three characters, each holding which of five characters are upper case (bit 0 first). */
export function checksum(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 3; block++) {
    let bits = 0;
    for (let i = 0; i < 5; i++) {
      const character = id15.charCodeAt(block * 5 + i);
      if (character >= 65 && character <= 90) bits |= 1 << i;
    }
    suffix += SUFFIX[bits];
  }
  return suffix;
}

function restoreCase(body: string, suffix: string): string | null {
  let restored = '';
  for (let i = 0; i < 15; i++) {
    const bits = SUFFIX.indexOf(suffix[Math.floor(i / 5)]!);
    if (bits < 0) return null;
    const character = body[i]!;
    restored += bits & (1 << (i % 5)) ? character.toUpperCase() : character.toLowerCase();
  }
  return checksum(restored) === suffix ? restored + suffix : null;
}
