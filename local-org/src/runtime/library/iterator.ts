import { callMethod } from '../call.ts';
import { defineType } from '../library.ts';
import { ApexList } from '../values/list.ts';
import { ApexSet } from '../values/set.ts';
import { throwApex } from '../values/exception.ts';

/** The iterator of a List or Set. */
export class CollectionIterator {
  private readonly values: Iterator<unknown>;
  private upcoming: IteratorResult<unknown> | null = null;

  constructor(values: Iterable<unknown>) {
    this.values = values[Symbol.iterator]();
  }

  hasNext(): boolean {
    this.upcoming ??= this.values.next();
    return !this.upcoming.done;
  }

  next(): unknown {
    if (!this.hasNext()) throwApex('System.NoSuchElementException', 'Iteration has no more elements');
    const { value } = this.upcoming!;
    this.upcoming = null;
    return value;
  }

  toString(): string {
    return 'System.ListIterator';
  }
}

/** Values of anything Apex can loop over: List, Set, or a user's Iterable. */
export function* iterate(collection: unknown): Generator<unknown> {
  if (collection === null || collection === undefined) throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
  if (collection instanceof ApexList || collection instanceof ApexSet) {
    yield* collection;
    return;
  }
  const iterator = callMethod(collection, 'iterator');
  while (callMethod(iterator, 'hasNext') === true) yield callMethod(iterator, 'next');
}

defineType({
  name: 'System.Iterator',
  jsClass: CollectionIterator,
  methods: {
    hasNext: (self: CollectionIterator) => self.hasNext(),
    next: (self: CollectionIterator) => self.next()
  }
});

defineType({
  name: 'System.Iterable',
  methods: {
    iterator: (self: unknown) =>
      self instanceof ApexList || self instanceof ApexSet ? new CollectionIterator(self) : callMethod(self, 'iterator')
  }
});
