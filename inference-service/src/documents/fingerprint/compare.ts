import type { Fingerprints } from '../types.ts';
import { FACTS, factsAgreement, type Fact } from './facts.ts';
import { pictureLikeness } from './picture.ts';
import { textLikeness } from './text.ts';

export type FingerprintMatch = {
  /** What is the same; null when nothing is. */
  same: 'content' | 'text' | 'picture' | null;
  /** That the two show the same document. */
  probability: number;
  /** Codes with a share from 0 to 1, for words chosen by the caller. */
  evidence: { kind: 'content' | 'words' | 'figures' | 'picture' | Fact; share: number }[];
};

/**
 * Log-odds. Two receipts of one shop for the same meal share most of their figures: what tells them apart is the day, the minute and the
 * number. Recognition errs in a figure now and then, so one that differs is no proof by itself. Measured by `npm run bench -- documents`.
 */
const WEIGHTS = {
  intercept: -9,
  words: 3,
  figures: 12,
  fewFigures: -1.5,
  same: { date: 1.5, total: 1.5, number: 2.5, time: 2 },
  differs: { date: -5, total: -3, number: -2.5, time: -3 }
};
const LEAST_PROBABILITY = 0.5;
/** Pictures with little text: of 128 signs this share must agree. */
const LEAST_PICTURE = 0.83;

/** Whether two documents are the same one, sent, scanned or photographed again. */
export function compareFingerprints(a: Fingerprints, b: Fingerprints): FingerprintMatch {
  if (a.content === b.content) return { same: 'content', probability: 1, evidence: [{ kind: 'content', share: 1 }] };
  const evidence: FingerprintMatch['evidence'] = [];
  const text = a.text && b.text ? textLikeness(a.text, b.text) : null;
  let byText = 0;
  if (text) {
    evidence.push({ kind: 'words', share: round(text.words) }, { kind: 'figures', share: round(text.figures) });
    const few = text.fewestFigures < 5 ? 1 : 0;
    const agreement = factsAgreement(a.facts, b.facts);
    const facts = FACTS.reduce((total, fact) => total + (agreement[fact] === 'unknown' ? 0 : WEIGHTS[agreement[fact]][fact]), 0);
    for (const fact of FACTS) if (agreement[fact] !== 'unknown') evidence.push({ kind: fact, share: agreement[fact] === 'same' ? 1 : 0 });
    byText =
      1 /
      (1 + Math.exp(-(WEIGHTS.intercept + WEIGHTS.words * text.words + WEIGHTS.figures * text.figures + WEIGHTS.fewFigures * few + facts)));
  }
  const picture = Math.max(0, ...a.pictures.flatMap((left) => b.pictures.map((right) => pictureLikeness(left, right))));
  if (picture > 0) evidence.push({ kind: 'picture', share: round(picture) });
  // Receipts of one shop look alike from afar: where there is text, the picture alone proves nothing.
  const byPicture =
    text && text.fewestFigures >= 5 ? 0 : picture >= LEAST_PICTURE ? Math.min(0.99, 0.5 + (picture - LEAST_PICTURE) * 4) : 0;
  const probability = Math.max(byText, byPicture);
  return {
    same: probability < LEAST_PROBABILITY ? null : byText >= byPicture ? 'text' : 'picture',
    probability: round(probability),
    evidence
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
