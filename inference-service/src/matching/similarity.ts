/** Used again by every comparison: two short words are compared too often to allocate for each. */
let takenB = new Uint8Array(64);
let matchedA = new Uint32Array(64);

/** Of Winkler: a common beginning counts, up to four letters. */
const MAX_PREFIX = 4;
const PREFIX_WEIGHT = 0.1;

/** Jaro-Winkler similarity, 0 to 1: tolerant of swapped and missing letters, and of endings more than of beginnings. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  if (takenB.length < b.length) takenB = new Uint8Array(b.length);
  takenB.fill(0, 0, b.length);
  if (matchedA.length < a.length) matchedA = new Uint32Array(a.length);
  let matches = 0;
  for (let i = 0; i < a.length; i++) {
    const from = Math.max(0, i - reach);
    const to = Math.min(b.length, i + reach + 1);
    for (let j = from; j < to; j++) {
      if (takenB[j] || a.charCodeAt(i) !== b.charCodeAt(j)) continue;
      takenB[j] = 1;
      matchedA[matches++] = i;
      break;
    }
  }
  if (matches === 0) return 0;
  let transposed = 0;
  let j = 0;
  for (let k = 0; k < matches; k++) {
    while (!takenB[j]) j++;
    if (a.charCodeAt(matchedA[k]!) !== b.charCodeAt(j)) transposed++;
    j++;
  }
  const jaro = (matches / a.length + matches / b.length + (matches - transposed / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < MAX_PREFIX && prefix < Math.min(a.length, b.length) && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

/** Jaro-Winkler similarity of at least so much; most pairs need no comparing, for their lengths differ too much. */
export function isAlike(a: string, b: string, atLeast: number): boolean {
  if (a === b) return true;
  // Every letter of the shorter in place, and a whole common beginning.
  const jaro = (2 + Math.min(a.length, b.length) / Math.max(a.length, b.length)) / 3;
  return jaro + MAX_PREFIX * PREFIX_WEIGHT * (1 - jaro) >= atLeast && jaroWinkler(a, b) >= atLeast;
}

/** True when one edit (insert, delete, replace, or swap of neighbours) turns one word into the other. */
export function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const restA = a.length - start - end;
  const restB = b.length - start - end;
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
