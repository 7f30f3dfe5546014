import { bottom, middle, right, rowsOf } from '../layout/lines.ts';
import type { Page, Place, TextLine } from '../types.ts';
import { boxOfSpan } from '../layout/find.ts';
import { amountsIn, currenciesIn, hasThreePlaces, type Amount } from './amounts.ts';
import { datesIn, type WrittenDate } from './dates.ts';
import { fold, meaningBits } from './vocabulary.ts';

/** A line among its neighbours: what the extraction of every field looks at. */
export type Cell = {
  line: TextLine;
  page: number;
  /** Row over all pages, and the cell's position within it. */
  row: number;
  column: number;
  index: number;
  folded: string;
  bits: number;
  amounts: Amount[];
  dates: WrittenDate[];
  /** Shares of the page. */
  left: number;
  right: number;
  /** Share of the document from its first line to its last. */
  depth: number;
  /** Of the document's usual line height. */
  height: number;
};

export type View = { cells: Cell[]; rows: Cell[][]; pages: readonly Page[]; text: string; folded: string };

export function viewOf(pages: readonly Page[]): View {
  const rows: Cell[][] = [];
  const cells: Cell[] = [];
  const heights = pages.flatMap(({ lines }) => lines.map(({ box }) => box.height)).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1] || 1;
  const threePlaces = hasThreePlaces(currenciesIn(pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n'))[0]);
  for (const page of pages) {
    const tops = page.lines.map(({ box }) => box.x);
    const left = Math.min(...tops, page.width);
    const width = Math.max(...page.lines.map(({ box }) => right(box)), left + 1) - left;
    for (const row of rowsOf(page.lines)) {
      const built = row.map((line, column): Cell => {
        const folded = fold(line.text);
        const dates = datesIn(line.text);
        return {
          line,
          page: page.number,
          row: rows.length,
          column,
          index: cells.length + column,
          folded,
          bits: meaningBits(folded),
          amounts: amountsIn(line.text, threePlaces).filter(({ from, to }) => !dates.some((date) => from < date.to && to > date.from)),
          dates,
          left: (line.box.x - left) / width,
          right: (right(line.box) - left) / width,
          depth: 0,
          height: line.box.height / usual
        };
      });
      rows.push(built);
      cells.push(...built);
    }
  }
  for (const cell of cells) cell.depth = rows.length > 1 ? cell.row / (rows.length - 1) : 0;
  const text = rows.map((row) => row.map(({ line }) => line.text).join('\t')).join('\n');
  return { cells, rows, pages, text, folded: fold(text) };
}

export const placeOf = (cell: Cell, from?: number, to?: number): Place => ({
  page: cell.page,
  box: from === undefined ? cell.line.box : boxOfSpan(cell.line, from, to ?? cell.line.text.length)
});

/** What labels a value that begins at `from` of the cell: the words before it, else what stands to its left in the row. */
export function labelBits(view: View, cell: Cell, from: number): { own: number; left: number; above: number; before: number } {
  const own = meaningBits(fold(cell.line.text.slice(0, from)));
  let left = 0;
  const row = view.rows[cell.row]!;
  for (let i = cell.column - 1; i >= 0; i -= 1) {
    const neighbour = row[i]!;
    // Numbers between a label and its value are values of the same row.
    if (/\p{L}{2}/u.test(neighbour.line.text)) {
      left = neighbour.bits;
      break;
    }
  }
  const previous = view.rows[cell.row - 1];
  const before = previous && previous[0]?.page === cell.page ? meaningBits(previous.map(({ folded }) => folded).join(' ')) : 0;
  return { own, left, above: headerAbove(view, cell)?.bits ?? 0, before };
}

const FARTHEST_HEADER = 14;

/** The nearest cell of words above that stands in the same column. */
export function headerAbove(view: View, cell: Cell): Cell | null {
  const box = cell.line.box;
  for (let r = cell.row - 1; r >= Math.max(0, cell.row - FARTHEST_HEADER); r -= 1) {
    for (const other of view.rows[r]!) {
      if (other.page !== cell.page) return null;
      const shared = Math.min(right(box), right(other.line.box)) - Math.max(box.x, other.line.box.x);
      if (shared <= 0.2 * Math.min(box.width, other.line.box.width)) continue;
      if (/\p{L}{2}/u.test(other.line.text) && other.amounts.length === 0 && other.dates.length === 0) return other;
    }
  }
  return null;
}

/** The nearest cell directly below in the same column. */
export function cellBelow(view: View, cell: Cell): Cell | null {
  const box = cell.line.box;
  for (let r = cell.row + 1; r <= Math.min(view.rows.length - 1, cell.row + 2); r += 1) {
    for (const other of view.rows[r]!) {
      if (other.page !== cell.page || other.line.box.y - bottom(box) > box.height * 3) return null;
      if (
        Math.abs(other.line.box.x - box.x) < box.height * 1.5 ||
        (middle(other.line.box) > 0 &&
          Math.min(right(box), right(other.line.box)) - Math.max(box.x, other.line.box.x) > 0.5 * Math.min(box.width, other.line.box.width))
      )
        return other;
    }
  }
  return null;
}
