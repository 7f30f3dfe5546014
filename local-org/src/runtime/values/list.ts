import type { ApexType } from '../type.ts';
import { throwApex } from './exception.ts';

/** `List<T>` and `T[]`. */
export class ApexList {
  items: unknown[];
  readonly elementType: ApexType;
  /** Trigger.new and the like: the list may not change, its rows may. */
  readOnly = false;

  constructor(elementType: ApexType, items: unknown[] = []) {
    this.elementType = elementType;
    this.items = items;
  }

  get size(): number {
    return this.items.length;
  }

  get(index: number): unknown {
    this.check(index);
    return this.items[index];
  }

  set(index: number, value: unknown): void {
    this.writable();
    this.check(index);
    this.items[index] = value ?? null;
  }

  add(value: unknown): void {
    this.writable();
    this.items.push(value ?? null);
  }

  insert(index: number, value: unknown): void {
    this.writable();
    if (index !== this.items.length) this.check(index);
    this.items.splice(index, 0, value ?? null);
  }

  addAll(values: Iterable<unknown>): void {
    this.writable();
    // A copy first: a list may be added to itself.
    for (const value of [...values]) this.items.push(value);
  }

  remove(index: number): unknown {
    this.writable();
    this.check(index);
    return this.items.splice(index, 1)[0];
  }

  clear(): void {
    this.writable();
    this.items.length = 0;
  }

  writable(): void {
    if (this.readOnly) throwApex('System.FinalException', 'Collection is read-only');
  }

  [Symbol.iterator](): IterableIterator<unknown> {
    return this.items[Symbol.iterator]();
  }

  private check(index: number): void {
    if (index < 0 || index >= this.items.length) throwApex('System.ListException', `List index out of bounds: ${index}`);
  }
}
