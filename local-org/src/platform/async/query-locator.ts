import { callMethod } from '../../runtime/call.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { ApexSet } from '../../runtime/values/set.ts';
import { throwApex } from '../../runtime/values/exception.ts';

/** Database.QueryLocator: the query runs when its rows are asked for, once. */
export class QueryLocator {
  readonly query: string;
  private readonly run: () => ApexList;
  private found: ApexList | null = null;

  constructor(query: string, run: () => ApexList) {
    this.query = query;
    this.run = run;
  }

  rows(): ApexList {
    return (this.found ??= this.run());
  }
}

/** Database.QueryLocatorIterator. */
export class QueryLocatorIterator {
  private readonly rows: ApexList;
  private at = 0;

  constructor(locator: QueryLocator) {
    this.rows = locator.rows();
  }

  hasNext(): boolean {
    return this.at < this.rows.items.length;
  }

  next(): unknown {
    if (!this.hasNext()) throwApex('System.NoSuchElementException', 'QueryLocatorIterator has no more elements');
    return this.rows.items[this.at++];
  }
}

/** Goes through a List, a Set or any Apex Iterable (or Iterator). */
export function* iterate(source: unknown): Generator<unknown> {
  if (source instanceof ApexList || source instanceof ApexSet) {
    yield* source;
    return;
  }
  if (source instanceof QueryLocator) {
    yield* source.rows();
    return;
  }
  const iterator = callMethod(source, 'iterator');
  while (callMethod(iterator, 'hasNext') === true) yield callMethod(iterator, 'next');
}
