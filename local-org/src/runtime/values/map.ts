import type { ApexType } from '../type.ts';
import { ApexList } from './list.ts';
import { ApexSet } from './set.ts';
import { KeyedEntries } from './keyed-entries.ts';
import { throwApex } from './exception.ts';

/** `Map<K, V>`: insertion ordered, keys by Apex equality. */
export class ApexMap {
  readonly keyType: ApexType;
  readonly valueType: ApexType;
  readOnly = false;
  private readonly store = new KeyedEntries();

  constructor(keyType: ApexType, valueType: ApexType, entries?: Iterable<readonly [unknown, unknown]>) {
    this.keyType = keyType;
    this.valueType = valueType;
    if (entries) for (const [key, value] of entries) this.store.set(key, value);
  }

  get size(): number {
    return this.store.size;
  }

  /** Null for a missing key, as for a key mapped to null. */
  get(key: unknown): unknown {
    return this.store.get(key) ?? null;
  }

  has(key: unknown): boolean {
    return this.store.has(key);
  }

  /** The value it replaces. */
  put(key: unknown, value: unknown): unknown {
    this.writable();
    const previous = this.store.get(key) ?? null;
    this.store.set(key, value ?? null);
    return previous;
  }

  remove(key: unknown): unknown {
    this.writable();
    const previous = this.store.get(key) ?? null;
    this.store.delete(key);
    return previous;
  }

  clear(): void {
    this.writable();
    this.store.clear();
  }

  keySet(): ApexSet {
    return ApexSet.keysOf(this.keyType, this.store, this);
  }

  values(): ApexList {
    return new ApexList(this.valueType, [...this.store.values()]);
  }

  keys(): IterableIterator<unknown> {
    return this.store.keys();
  }

  entries(): IterableIterator<[unknown, unknown]> {
    return this.store.pairs();
  }

  [Symbol.iterator](): IterableIterator<[unknown, unknown]> {
    return this.store.pairs();
  }

  writable(): void {
    if (this.readOnly) throwApex('System.FinalException', 'Collection is read-only');
  }
}
