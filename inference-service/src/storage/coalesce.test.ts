import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { coalesceCalls } from './coalesce.ts';

/** Doubles numbers, remembers the groups it was given, and fails for a group that holds `bad`. */
function doubling(options: { largest?: number; bad?: number; singly?: boolean } = {}) {
  const groups: number[][] = [];
  const double = coalesceCalls(
    async (items: number[]) => {
      groups.push(items);
      await sleep(5);
      if (options.bad !== undefined && items.includes(options.bad)) throw new Error('bad item');
      return items.map((item) => item * 2);
    },
    { largest: options.largest ?? 100, singly: () => options.singly ?? false }
  );
  return { double, groups };
}

describe('coalesced calls', () => {
  it('gives everyone the results of their own items, in their order', async () => {
    const { double } = doubling();
    const results = await Promise.all([double([1, 2]), double([]), double([3])]);
    expect(results).toEqual([[2, 4], [], [6]]);
  });

  it('lets a lone item wait for nobody and gathers what arrives meanwhile', async () => {
    const { double, groups } = doubling();
    const first = double([1]);
    await sleep(2);
    await Promise.all([first, ...Array.from({ length: 20 }, (_, i) => double([i + 2]))]);
    expect(groups.map((group) => group.length)).toEqual([1, 16, 4]);
  });

  it('splits what is more than the largest group, never the items of one caller', async () => {
    const { double, groups } = doubling({ largest: 3 });
    await Promise.all([double([1, 2]), double([3, 4]), double([5, 6, 7, 8]), double([9])]);
    expect(groups).toEqual([[1, 2], [3, 4], [5, 6, 7, 8], [9]]);
  });

  it('fails only the caller whose item is bad when others can be tried one by one', async () => {
    const { double } = doubling({ bad: 2, singly: true });
    const settled = await Promise.allSettled([double([1]), double([2]), double([3])]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails everyone when trying one by one is of no use, and works again afterwards', async () => {
    const { double, groups } = doubling({ bad: 2 });
    const settled = await Promise.allSettled([double([1]), double([2])]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(groups).toHaveLength(1);
    expect(await double([4])).toEqual([8]);
  });
});
