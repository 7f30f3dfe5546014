import type { Column } from './columns.ts';

/** Most bands a column may have to be looked at, and fewest values the number behind it must have to be worth naming. */
const MAX_BANDS = 20;
const VALUES_PER_BAND = 5;

/**
 * Says so when a column is nothing but another number in bands. It adds nothing, and being worked out from the number it moves
 * whenever that is corrected, up to the closing amount.
 */
export function repeatedBands(column: Column, columns: readonly Column[]): string | null {
  const bands = new Set<number | string>();
  for (const value of column.values) {
    const key = typeof value === 'number' ? (Number.isNaN(value) ? '' : value) : (value ?? '');
    bands.add(key);
    if (bands.size > MAX_BANDS) return null;
  }
  if (bands.size < 3) return null;
  const source = columns.find(
    (candidate) =>
      candidate !== column &&
      candidate.kind === 'number' &&
      column.kind !== 'date' &&
      decides(candidate.values as Float64Array, column, bands.size)
  );
  return source ? `it only repeats "${source.name}" in bands, and changes whenever that does: use "${source.name}" itself` : null;
}

/** True when every band is one unbroken range of the number. */
function decides(numbers: Float64Array, column: Column, bands: number): boolean {
  const ranges = new Map<number | string, { low: number; high: number }>();
  const distinct = new Set<number>();
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row]!;
    const value = column.values[row]!;
    if (Number.isNaN(number) || value === null || (typeof value === 'number' && Number.isNaN(value))) continue;
    if (distinct.size <= bands * VALUES_PER_BAND) distinct.add(number);
    const range = ranges.get(value);
    if (!range) ranges.set(value, { low: number, high: number });
    else {
      range.low = Math.min(range.low, number);
      range.high = Math.max(range.high, number);
    }
    // Ranges only grow: the first hundred rows clear nearly every column.
    if (row === 100 && !apart(ranges)) return false;
  }
  return ranges.size >= 3 && distinct.size > bands * VALUES_PER_BAND && apart(ranges);
}

function apart(ranges: ReadonlyMap<unknown, { low: number; high: number }>): boolean {
  const ordered = [...ranges.values()].sort((a, b) => a.low - b.low);
  return ordered.every((range, i) => i === 0 || range.low > ordered[i - 1]!.high);
}
