import type { Column } from './columns.ts';

/** Most bands a column may have to be looked at, and fewest values the number behind it must have to be worth naming. */
const MAX_BANDS = 20;
const VALUES_PER_BAND = 5;

/**
 * Says so when a column is nothing but another number in bands. It adds nothing, and being worked out from the number it moves
 * whenever that is corrected, up to the closing amount.
 */
export function repeatedBands(column: Column, columns: readonly Column[]): string | null {
  const bands = column.labels.length;
  if (bands < 3 || bands > MAX_BANDS) return null;
  const source = columns.find((candidate) => candidate !== column && column.kind !== 'date' && decides(candidate, column));
  return source ? `it only repeats "${source.name}" in bands, and changes whenever that does: use "${source.name}" itself` : null;
}

/** True when every band is one unbroken range of the number. */
function decides(number: Column, band: Column): boolean {
  if (number.kind !== 'number' || number.labels.length <= band.labels.length * VALUES_PER_BAND) return false;
  const ranges = new Map<number, { low: number; high: number }>();
  for (let row = 0; row < number.codes.length; row++) {
    const code = band.codes[row]!;
    if (number.codes[row]! < 0 || code < 0) continue;
    const value = number.labels[number.codes[row]!]!;
    const range = ranges.get(code);
    if (!range) ranges.set(code, { low: value, high: value });
    else {
      range.low = Math.min(range.low, value);
      range.high = Math.max(range.high, value);
    }
    // Ranges only grow: the first hundred rows clear nearly every column.
    if (row === 100 && !apart(ranges)) return false;
  }
  return ranges.size >= 3 && apart(ranges);
}

function apart(ranges: ReadonlyMap<unknown, { low: number; high: number }>): boolean {
  const ordered = [...ranges.values()].sort((a, b) => a.low - b.low);
  return ordered.every((range, i) => i === 0 || range.low > ordered[i - 1]!.high);
}
