import { apexEquals, hashKey, isExactKey } from '../equality.ts';

interface Entry {
  readonly key: unknown;
  value: unknown;
}

/**
 * Insertion-ordered entries by Apex equality. Most keys have an exact primitive stand-in, so a native Map does the work.
 * Objects with their own `equals` only promise a hash: those that share one are told apart by probing `hash`, `hash#1`, …
 */
export class KeyedEntries {
  private readonly entries = new Map<unknown, Entry>();
  private probing: Map<unknown, number> | null = null;

  get size(): number {
    return this.entries.size;
  }

  has(key: unknown): boolean {
    return this.entries.has(this.slot(key));
  }

  get(key: unknown): unknown {
    return this.entries.get(this.slot(key))?.value;
  }

  set(key: unknown, value: unknown): void {
    const slot = this.slot(key);
    const entry = this.entries.get(slot);
    if (entry) entry.value = value;
    else this.entries.set(slot, { key, value });
  }

  delete(key: unknown): boolean {
    return this.entries.delete(this.slot(key));
  }

  clear(): void {
    this.entries.clear();
    this.probing = null;
  }

  *keys(): IterableIterator<unknown> {
    for (const entry of this.entries.values()) yield entry.key;
  }

  *values(): IterableIterator<unknown> {
    for (const entry of this.entries.values()) yield entry.value;
  }

  *[Symbol.iterator](): IterableIterator<[unknown, unknown]> {
    for (const entry of this.entries.values()) yield [entry.key, entry.value];
  }

  pairs(): IterableIterator<[unknown, unknown]> {
    return this[Symbol.iterator]();
  }

  /** The slot that holds an equal key, or the free one where it would go. */
  private slot(key: unknown): unknown {
    const hash = hashKey(key);
    if (isExactKey(key)) return hash;
    this.probing ??= new Map();
    const used = this.probing.get(hash) ?? 0;
    let free: string | null = null;
    for (let probe = 0; probe < used; probe++) {
      const slot = `${String(hash)}#${probe}`;
      const entry = this.entries.get(slot);
      if (!entry) free ??= slot;
      else if (apexEquals(entry.key, key)) return slot;
    }
    if (free !== null) return free;
    this.probing.set(hash, used + 1);
    return `${String(hash)}#${used}`;
  }
}
