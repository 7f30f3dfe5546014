import type { Column } from './columns.ts';

/**
 * Rows alike are taken for one deal when most rows are distinct, or when they also (nearly) always end alike. Otherwise they are simply
 * common, and keeping them together would hide whole kinds of deals from a fold.
 */
const DISTINCT_SHARE = 0.5;
const SAME_END = 0.97;
const FEWEST_KINDS = 50;

/**
 * Rows that must not be learned from and judged on at once, as a group number per row: rows with the same value of an identifier (a
 * deal exported line by line) or of `by`, and rows alike in everything the model sees. Joined transitively.
 */
export function groupRows(columns: readonly Column[], identifiers: readonly Column[], won: Uint8Array): Int32Array {
  const rows = won.length;
  const parent = Int32Array.from({ length: rows }, (_, row) => row);
  const root = (row: number): number => {
    while (parent[row] !== row) {
      parent[row] = parent[parent[row]!]!;
      row = parent[row]!;
    }
    return row;
  };
  const join = (codes: ArrayLike<number>): void => {
    const first = new Map<number, number>();
    for (let row = 0; row < rows; row++) {
      const code = codes[row]!;
      if (code < 0) continue;
      const other = first.get(code);
      if (other === undefined) first.set(code, row);
      else parent[root(row)] = root(other);
    }
  };
  for (const { codes } of identifiers) join(codes);
  const alike = rowsAlike(columns, won);
  if (alike) join(alike);
  return Int32Array.from(parent, (_, row) => root(row));
}

/** The same number for rows with the same values throughout; null when such rows are common. */
function rowsAlike(columns: readonly Column[], won: Uint8Array): Int32Array | null {
  const rows = won.length;
  // Columns with many values first: most rows are told apart at once.
  const varied = [...columns].sort((a, b) => b.labels.length - a.labels.length);
  let groups = new Int32Array(rows);
  let count = 1;
  for (const { codes, labels } of varied) {
    ({ groups, count } = refine(groups, codes, labels.length));
    if (count === rows) return null;
  }
  return count >= rows * DISTINCT_SHARE || (count >= FEWEST_KINDS && endAlike(groups, won, count)) ? groups : null;
}

/** Splits groups further by a code below `size`, -1 included; numbered from 0. */
export function refine(groups: Int32Array, codes: ArrayLike<number>, size: number): { groups: Int32Array<ArrayBuffer>; count: number } {
  const next = new Map<number, number>();
  const refined = new Int32Array(groups.length);
  for (let row = 0; row < groups.length; row++) {
    const key = groups[row]! * (size + 1) + codes[row]! + 1;
    let group = next.get(key);
    if (group === undefined) next.set(key, (group = next.size));
    refined[row] = group;
  }
  return { groups: refined, count: next.size };
}

function endAlike(groups: Int32Array, won: Uint8Array, count: number): boolean {
  const sizes = new Float64Array(count);
  const wins = new Float64Array(count);
  groups.forEach((group, row) => {
    sizes[group]!++;
    wins[group]! += won[row]!;
  });
  let repeated = 0;
  let agreeing = 0;
  sizes.forEach((size, group) => {
    if (size < 2) return;
    repeated += size;
    agreeing += Math.max(wins[group]!, size - wins[group]!);
  });
  return agreeing >= repeated * SAME_END;
}

/**
 * Deals groups out to folds, largest first and otherwise in the order given, each to the fold that has least of what the group brings, so
 * that wins and losses stay spread evenly.
 */
export function dealOut(groups: Int32Array, won: Uint8Array, folds: number, order: Int32Array): Uint8Array {
  const members = new Map<number, number[]>();
  for (const row of order) {
    const list = members.get(groups[row]!);
    if (list) list.push(row);
    else members.set(groups[row]!, [row]);
  }
  const fold = new Uint8Array(won.length);
  const filled = [new Float64Array(folds), new Float64Array(folds)] as const;
  const totals = [0, 0];
  for (const outcome of won) totals[outcome]!++;
  for (const rows of [...members.values()].sort((a, b) => b.length - a.length)) {
    const wins = rows.reduce((sum, row) => sum + won[row]!, 0);
    const brings = [(rows.length - wins) / totals[0]!, wins / totals[1]!] as const;
    let least = 0;
    let load = Infinity;
    for (let k = 0; k < folds; k++) {
      const has = brings[0] * (filled[0][k]! / totals[0]!) + brings[1] * (filled[1][k]! / totals[1]!);
      if (has < load - 1e-15) {
        least = k;
        load = has;
      }
    }
    filled[0][least]! += rows.length - wins;
    filled[1][least]! += wins;
    for (const row of rows) fold[row] = least;
  }
  return fold;
}
