import { createHmac } from 'node:crypto';

/** Half of the hashes for words, half for what differs between two documents of one vendor: figures, dates, times, codes. */
const HASHES = 64;
const LEAST_TOKENS = 6;
const PRIME = 4_294_967_291;

/**
 * Minimum hashes of a text's tokens. The tokens are keyed hashes before anything else happens to them: without the key nobody can try
 * words against a fingerprint. Null when the text says too little.
 */
export function textFingerprint(text: string, key: string): string | null {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = new Set<string>();
  for (const word of folded.match(/[a-z]{4,}/g) ?? []) words.add(word);
  const figures = new Set<string>();
  for (const figure of folded.match(/\d[\d.,:/-]*\d|\d/g) ?? []) {
    const digits = figure.replace(/\D/g, '');
    if (digits.length >= 3 && digits.length <= 14) figures.add(digits);
  }
  if (words.size + figures.size < LEAST_TOKENS) return null;
  return Buffer.concat([minima(words, `${key}:words`), minima(figures, `${key}:figures`)]).toString('base64');
}

function minima(tokens: ReadonlySet<string>, key: string): Buffer {
  const lowest = new Uint32Array(HASHES).fill(0xffffffff);
  for (const token of tokens) {
    const digest = createHmac('sha256', key).update(token).digest();
    const [a, b] = [digest.readUInt32LE(0), digest.readUInt32LE(4) | 1];
    for (let i = 0; i < HASHES; i += 1) {
      const value = Number((BigInt(a) + BigInt(i) * BigInt(b) + BigInt(i * i)) % BigInt(PRIME));
      // Mixed once more: sums in steps would rank tokens alike for all i.
      const mixed = mix(value, i);
      if (mixed < lowest[i]!) lowest[i] = mixed;
    }
  }
  const out = Buffer.alloc(HASHES * 2 + 2);
  out.writeUInt16LE(Math.min(65_535, tokens.size), 0);
  // Sixteen bits of each are enough to tell equal from different.
  lowest.forEach((value, i) => out.writeUInt16LE(tokens.size === 0 ? 0 : value & 0xffff, 2 + i * 2));
  return out;
}

function mix(value: number, salt: number): number {
  let x = (value ^ Math.imul(salt + 1, 0x9e3779b1)) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b) >>> 0;
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35) >>> 0;
  return (x ^ (x >>> 16)) >>> 0;
}

export type TextLikeness = { words: number; figures: number; fewestFigures: number; fewestWords: number };

/** Shares of tokens two texts have in common (Jaccard, estimated from their minima). */
export function textLikeness(a: string, b: string): TextLikeness | null {
  const [left, right] = [Buffer.from(a, 'base64'), Buffer.from(b, 'base64')];
  const half = HASHES * 2 + 2;
  if (left.length !== half * 2 || right.length !== half * 2) return null;
  const part = (offset: number): { share: number; fewest: number } => {
    const fewest = Math.min(left.readUInt16LE(offset), right.readUInt16LE(offset));
    if (fewest === 0) return { share: 0, fewest };
    let equal = 0;
    for (let i = 0; i < HASHES; i += 1) if (left.readUInt16LE(offset + 2 + i * 2) === right.readUInt16LE(offset + 2 + i * 2)) equal += 1;
    return { share: equal / HASHES, fewest };
  };
  const [words, figures] = [part(0), part(half)];
  return { words: words.share, figures: figures.share, fewestFigures: figures.fewest, fewestWords: words.fewest };
}
