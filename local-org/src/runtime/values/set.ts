import type { ApexType } from '../type.ts';
import { KeyedEntries } from './keyed-entries.ts';
import { throwApex } from './exception.ts';

/** `Set<T>`: insertion ordered, by Apex equality. */
export class ApexSet {
  readonly elementType: ApexType;
  readOnly = false;
  private readonly entries: KeyedEntries;
  /** The map whose keys these are: removing a key removes its entry, adding one is impossible. */
  private map: { writable(): void } | null = null;

  constructor(elementType: ApexType, values?: Iterable<unknown>, entries: KeyedEntries = new KeyedEntries()) {
    this.elementType = elementType;
    this.entries = entries;
    if (values) for (const value of values) this.entries.set(value, true);
  }

  /** A live view of a map's keys. */
  static keysOf(elementType: ApexType, entries: KeyedEntries, map: { writable(): void }): ApexSet {
    const view = new ApexSet(elementType, undefined, entries);
    view.map = map;
    return view;
  }

  /** Whether these are the keys of a map. */
  get isView(): boolean {
    return this.map !== null;
  }

  get size(): number {
    return this.entries.size;
  }

  has(value: unknown): boolean {
    return this.entries.has(value);
  }

  /** Whether the set changed. */
  add(value: unknown): boolean {
    this.writable();
    if (this.map) throwApex('System.FinalException', 'Collection is read-only');
    if (this.entries.has(value)) return false;
    this.entries.set(value, true);
    return true;
  }

  addAll(values: Iterable<unknown>): boolean {
    let changed = false;
    for (const value of [...values]) changed = this.add(value) || changed;
    return changed;
  }

  remove(value: unknown): boolean {
    this.writable();
    return this.entries.delete(value);
  }

  clear(): void {
    this.writable();
    this.entries.clear();
  }

  writable(): void {
    this.map?.writable();
    if (this.readOnly) throwApex('System.FinalException', 'Collection is read-only');
  }

  [Symbol.iterator](): IterableIterator<unknown> {
    return this.entries.keys();
  }
}
