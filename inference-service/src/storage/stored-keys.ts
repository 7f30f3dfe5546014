/** 4 MB: a million keys are told apart with one mistake in ten thousand, ten million with one in four. */
const BITS = 2 ** 25;
const HASHES = 4;
/** More than this, and those that have expired since should be left behind. */
const CROWDED = 2_000_000;

/**
 * Which names have been added, in memory that does not grow (a Bloom filter): `false` is certain, `true` means that
 * whoever asks must look. The fuller it is, the more often it says `true`.
 */
export class StoredKeys {
  readonly #bits = new Uint32Array(BITS / 32);

  #added = 0;

  add(name: string): void {
    this.#added += 1;
    for (const bit of bitsOf(name)) this.#bits[bit >>> 5]! |= 1 << (bit & 31);
  }

  mayHold(name: string): boolean {
    return bitsOf(name).every((bit) => (this.#bits[bit >>> 5]! & (1 << (bit & 31))) !== 0);
  }

  isCrowded(): boolean {
    return this.#added > CROWDED;
  }
}

/** Two hashes (FNV-1a from two starts, the second mixed as in MurmurHash3) make as many as are needed. */
function bitsOf(name: string): number[] {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x5bd1e995);
    second ^= second >>> 15;
  }
  return Array.from({ length: HASHES }, (_, n) => (first + n * (second | 1)) & (BITS - 1));
}
