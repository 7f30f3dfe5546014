import type { Recognised } from './recognise.ts';

/** Letters and signs that PP-OCR cannot write. */
const LACKING = /[€£öÄÖßçñ]/;
/** Signs that a network without them writes in their stead. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'B')
    .replace(/[€£]/g, 'E')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/**
 * Which reading of a line to keep. Where the two agree but for letters the first cannot write, the second has them; else the surer one,
 * with a handicap for the second, whose confidence is easily high on nonsense.
 */
export function choose(first: Recognised, second: { text: string; confidence: number }): Recognised {
  if (second.text === '') return first;
  const [a, b] = [fold(first.text), fold(second.text)];
  const apart = distance(a, b) / Math.max(1, a.length, b.length);
  const spread = (): Recognised => {
    const { text } = second;
    const length = Math.max(1, text.length);
    return {
      text,
      confidence: Math.max(second.confidence, Math.min(first.confidence, 0.98)),
      centers: Array.from({ length: text.length }, (_, i) => (i + 0.5) / length)
    };
  };
  // Figures stay as the better reader of figures has them.
  const figures = (text: string): string => text.replace(/[^0-9.,]/g, '');
  if (apart <= 0.2 && LACKING.test(second.text) && figures(first.text) === figures(second.text)) return spread();
  if (
    apart <= 0.12 &&
    second.confidence > 0.8 &&
    figures(first.text) === figures(second.text) &&
    second.text.split(' ').length > first.text.split(' ').length
  )
    return spread();
  return second.confidence - 0.12 > first.confidence ? spread() : first;
}

export function distance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const above = row[j]!;
      row[j] = Math.min(above + 1, row[j - 1]! + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
      diagonal = above;
    }
  }
  return row[b.length]!;
}
