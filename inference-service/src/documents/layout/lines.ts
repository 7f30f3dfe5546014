import type { Box, TextLine, TextToken } from '../types.ts';

/** One visible character of a PDF; `size` is the height of its font in points, `afterBlank` that a blank stands before it. */
export type Character = { text: string; box: Box; size: number; quarter: number; afterBlank: boolean };

/** In font heights: wider than a blank of justified text, narrower than the gutter of a table. */
const CELL_GAP = 0.9;
const WORD_GAP = 0.18;

export const right = (box: Box): number => box.x + box.width;
export const bottom = (box: Box): number => box.y + box.height;
export const middle = (box: Box): number => box.y + box.height / 2;

/** A hundredth of a point is finer than anybody looks. */
const fine = (value: number): number => Math.round(value * 100) / 100;

export function union(boxes: readonly Box[]): Box {
  let [x, y, r, b] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    x = Math.min(x, box.x);
    y = Math.min(y, box.y);
    r = Math.max(r, right(box));
    b = Math.max(b, bottom(box));
  }
  return { x: fine(x), y: fine(y), width: fine(r - x), height: fine(b - y) };
}

/** Characters to lines: a line ends where the baseline changes or a gap is as wide as between the cells of a table. */
export function linesFromCharacters(characters: readonly Character[]): TextLine[] {
  const rows: Character[][] = [];
  // In the order of the file first: characters of one run follow each other, whatever else stands at their height.
  for (const character of characters) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && sameBaseline(last, character)) row.push(character);
    else rows.push([character]);
  }
  const merged = mergeRows(rows);
  return inReadingOrder(merged.flatMap(cellsOf));
}

function sameBaseline(a: Character, b: Character): boolean {
  const height = Math.max(a.size, b.size, 1);
  const apart = Math.abs(bottom(a.box) - bottom(b.box));
  const between = b.box.x - right(a.box);
  return (
    (apart < height * 0.35 || Math.abs(middle(a.box) - middle(b.box)) < height * 0.3) &&
    between > -height * 0.5 &&
    between < height * CELL_GAP
  );
}

/** Runs of one line that the file wrote in pieces, or right to left, belong together. */
function mergeRows(rows: Character[][]): Character[][] {
  const pieces = rows.map((row) => ({ row, box: union(row.map(({ box }) => box)), size: Math.max(...row.map(({ size }) => size), 1) }));
  pieces.sort((a, b) => middle(a.box) - middle(b.box) || a.box.x - b.box.x);
  const taken = new Set<number>();
  const merged: Character[][] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    if (taken.has(i)) continue;
    taken.add(i);
    let current = pieces[i]!;
    for (let changed = true; changed;) {
      changed = false;
      for (let j = i + 1; j < pieces.length; j += 1) {
        const other = pieces[j]!;
        if (middle(other.box) - middle(current.box) > current.size) break;
        if (taken.has(j) || !joins(current, other)) continue;
        taken.add(j);
        current = { row: [...current.row, ...other.row], box: union([current.box, other.box]), size: Math.max(current.size, other.size) };
        changed = true;
      }
    }
    merged.push(current.row.sort((a, b) => a.box.x - b.box.x));
  }
  return merged;
}

type Piece = { row: Character[]; box: Box; size: number };
function joins(a: Piece, b: Piece): boolean {
  const height = Math.min(a.size, b.size);
  const overlap = Math.min(bottom(a.box), bottom(b.box)) - Math.max(a.box.y, b.box.y);
  if (overlap < Math.min(a.box.height, b.box.height) * 0.5 || Math.abs(bottom(a.box) - bottom(b.box)) > height * 0.4) return false;
  const gap = Math.max(b.box.x - right(a.box), a.box.x - right(b.box));
  return gap < height * CELL_GAP && gap > -height * 0.5;
}

function cellsOf(row: Character[]): TextLine[] {
  const words: Character[][] = [];
  for (const character of row) {
    const last = words.at(-1)?.at(-1);
    const gap = last ? character.box.x - right(last.box) : Infinity;
    const size = last ? Math.max(last.size, character.size, 1) : 1;
    // Printed twice with a small shift to look bold.
    if (last && last.text === character.text && Math.abs(character.box.x - last.box.x) < size * 0.12) continue;
    if (last && gap < size * WORD_GAP && !character.afterBlank) words.at(-1)!.push(character);
    else words.push([character]);
  }
  const tokens = words.map((word): TextToken => ({
    text: word
      .map(({ text }) => text)
      .join('')
      .normalize('NFC'),
    box: union(word.map(({ box }) => box)),
    confidence: 1
  }));
  return tokens.length > 0 ? [lineOf(tokens)] : [];
}

export function lineOf(tokens: TextToken[]): TextLine {
  return {
    text: tokens.map(({ text }) => text).join(' '),
    box: union(tokens.map(({ box }) => box)),
    confidence: Math.min(...tokens.map(({ confidence }) => confidence)),
    tokens
  };
}

/** Lines that stand beside each other, top to bottom: a comparator over pairs is not transitive, so rows are made first. */
export function rowsOf(lines: readonly TextLine[]): TextLine[][] {
  const sorted = [...lines].sort((a, b) => middle(a.box) - middle(b.box));
  const rows: { lines: TextLine[]; middle: number; height: number }[] = [];
  for (const line of sorted) {
    const row = rows.at(-1);
    if (row && Math.abs(middle(line.box) - row.middle) < Math.min(row.height, line.box.height) * 0.55) {
      row.lines.push(line);
      row.middle = row.lines.reduce((total, each) => total + middle(each.box), 0) / row.lines.length;
      row.height = Math.max(row.height, line.box.height);
    } else rows.push({ lines: [line], middle: middle(line.box), height: line.box.height });
  }
  return rows.map((row) => row.lines.sort((a, b) => a.box.x - b.box.x));
}

export const inReadingOrder = (lines: readonly TextLine[]): TextLine[] => rowsOf(lines).flat();
