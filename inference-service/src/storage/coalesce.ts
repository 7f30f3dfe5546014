import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Collects what is asked while an earlier group is under way and does it in one go: under load one statement serves
 * dozens of requests, and a lone request waits for nobody. Groups have one item, two, four, eight and so on: a database
 * keeps a prepared statement for each number of rows, and each takes a tenth of a megabyte.
 */
export function coalesceCalls<Item, Result>(
  work: (items: Item[]) => Promise<Result[]>,
  options: {
    largest: number;
    /** Whether a failed group may be tried item by item, so that one bad item does not fail the others. */
    singly: (error: unknown) => boolean;
  }
): (items: Item[]) => Promise<Result[]> {
  type Waiting = { items: Item[]; resolve: (results: Result[]) => void; reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let running = false;

  const nextGroup = (): Waiting[] => {
    let size = 0;
    let end = 1;
    for (const [position, { items }] of waiting.entries()) {
      size += items.length;
      if (size > options.largest) break;
      if (isPowerOfTwo(size)) end = position + 1;
    }
    const group = waiting.slice(0, end);
    waiting = waiting.slice(end);
    return group;
  };
  const runGroup = async (group: Waiting[]): Promise<void> => {
    try {
      const results = await work(group.flatMap(({ items }) => items));
      let from = 0;
      for (const { items, resolve } of group) resolve(results.slice(from, (from += items.length)));
    } catch (error) {
      if (group.length === 1 || !options.singly(error)) for (const { reject } of group) reject(error);
      else for (const one of group) await runGroup([one]);
    }
  };
  const run = async (): Promise<void> => {
    running = true;
    // Everything that arrived in the same turn of the event loop goes along.
    await nextTurn();
    while (waiting.length > 0) await runGroup(nextGroup());
    running = false;
  };
  return (items) =>
    new Promise((resolve, reject) => {
      waiting.push({ items, resolve, reject });
      if (!running) void run();
    });
}

function isPowerOfTwo(count: number): boolean {
  return count > 0 && (count & (count - 1)) === 0;
}
