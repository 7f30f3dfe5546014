import { describe, expect, it } from 'vitest';
import { asNumber, readColumns } from './columns.ts';
import type { FeatureValue } from './types.ts';

const read = (values: FeatureValue[]) =>
  readColumns(
    values.map((value) => ({ features: { amount: value } })),
    new Set()
  );

describe('numbers', () => {
  it.each<[FeatureValue, number]>([
    [12.5, 12.5],
    [' 12.5 ', 12.5],
    ['-3', -3],
    ['1e6', 1_000_000],
    ['1,234,567.50', 1_234_567.5],
    ['1,234', 1_234],
    ['1.234', 1.234],
    ['1.234.567', 1_234_567],
    ['1.234,50', 1_234.5],
    ['12,5', 12.5],
    ["1'234'567", 1_234_567],
    ['1 234 567', 1_234_567],
    ['$1,234', 1_234],
    ['-$1,234.00', -1_234],
    ['€ 1.234.567,00', 1_234_567],
    ['45,000.00 USD', 45_000],
    ['USD 45,000', 45_000],
    ['12 %', 12],
    ['£-5', -5]
  ])('are read as people write them: %s', (text, number) => {
    expect(asNumber(text)).toBe(number);
  });

  it.each(['', ' ', 'abc', '12 apples', '1-2', 'A12', '3/14/2026', '2026-03-14', '10.0.0.1', 'R2D2', '$', 'USD', '12%%', '1,23,4', '٣'])(
    'are not seen in other texts: %s',
    (text) => {
      expect(asNumber(text)).toBeNaN();
    }
  );

  it('are read in linear time whatever the text', () => {
    for (const text of ['1'.repeat(100_000), '1,'.repeat(50_000), '$'.repeat(100_000), '1 '.repeat(50_000) + 'x']) {
      expect(asNumber(text)).toSatisfy((number: number) => Number.isNaN(number) || number === Infinity);
    }
  });
});

describe('columns', () => {
  it('of amounts with a currency are numbers', () => {
    const { columns } = read(Array.from({ length: 100 }, (_, i) => `$${(i + 1).toLocaleString('en-US')},000`));
    expect(columns).toMatchObject([{ kind: 'number' }]);
    expect(columns[0]!.labels).toContain(42_000);
  });

  it('of dates that can be read in two ways are refused with the way to write them', () => {
    const { columns, dropped } = read(Array.from({ length: 100 }, (_, i) => `${(i % 12) + 1}/${(i % 28) + 1}/2026`));
    expect(columns).toEqual([]);
    expect(dropped).toEqual([{ feature: 'amount', reason: expect.stringContaining('2026-03-14') }]);
  });
});
