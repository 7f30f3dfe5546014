import type { Assessment } from '../agents/deal-scoring/assess.ts';
import type { Limits } from '../agents/deal-scoring/action.ts';
import type { Deal, Explanation, Factor } from '../contract/deal-scoring.ts';
import { fill, oneLine, type TextCatalogue } from './texts.ts';

const REASONS_EACH_WAY = 3;
const PARTNER_FACTS = 2;

/** The facts prose may use, already in words and in the reader's language. No record names, no references. */
export type DealFacts = {
  score: string;
  outOf: string;
  baseline: { points: string; label: string };
  confidence: string;
  inFavour: string[];
  against: string[];
  conflict: string;
  recommendation: string;
  /** What the partner may be told. */
  forPartner: { message: string; inFavour: string[] };
};

export function dealFacts(assessment: Assessment, limits: Limits, texts: TextCatalogue): DealFacts {
  const { wording, number } = texts;
  const missing = assessment.missing.map(texts.fieldLabel).join(', ');
  const threshold = number(assessment.reason === 'weak' ? limits.review : limits.autoApprove);
  const because = fill(wording.because[assessment.reason], { missing, threshold });
  const reasons = assessment.factors.filter(({ area }) => area !== 'conflict');
  return {
    score: number(assessment.score),
    outOf: '100',
    baseline: { points: number(assessment.baseline.points), label: assessment.baseline.label },
    confidence: fill(wording.explanation.confidence, {
      level: wording.level[assessment.confidence.level],
      reason: assessment.confidence.reason
    }),
    inFavour: reasons
      .filter(({ points }) => points > 0)
      .slice(0, REASONS_EACH_WAY)
      .map((factor) => cite(factor, texts)),
    against: reasons
      .filter(({ points }) => points < 0)
      .slice(0, REASONS_EACH_WAY)
      .map((factor) => cite(factor, texts)),
    conflict: conflictSentence(assessment, texts),
    recommendation: fill(wording.explanation.recommended, { action: wording.action[assessment.action], because }),
    forPartner: {
      message: fill(wording.partner[assessment.reason], { missing }),
      inFavour: reasons
        .filter(({ area, points }) => area === 'deal' && points > 0)
        .slice(0, PARTNER_FACTS)
        .map(({ label, value }) => (looksLikeAddress(value) ? label : `${label} ${value}`))
    }
  };
}

function cite({ area, label, value, points }: Factor, texts: TextCatalogue): string {
  // A partner's value is a phrase of its own: "Gold tier".
  return `${area === 'partner' ? value : `${label} ${value}`} (${points > 0 ? '+' : '−'}${texts.number(Math.abs(points))})`;
}

function conflictSentence({ conflict, factors }: Assessment, { wording, number }: TextCatalogue): string {
  const factor = factors.find(({ area }) => area === 'conflict');
  if (factor) return fill(wording.explanation.conflict, { value: `${factor.value} (−${number(Math.abs(factor.points))})` });
  return conflict.compared === 0
    ? wording.explanation.nothingCompared
    : fill(wording.explanation.noConflict, { count: number(conflict.compared) });
}

/** Sentences put together from the facts: always true, never surprising. */
export function templateExplanation(deal: Deal, facts: DealFacts, texts: TextCatalogue): Explanation {
  const { explanation, partnerFacts, greeting, closing } = texts.wording;
  const text = [
    fill(explanation.score, { score: facts.score, base: facts.baseline.points, label: facts.baseline.label }),
    facts.confidence,
    facts.inFavour.length > 0 ? fill(explanation.inFavour, { list: facts.inFavour.join(', ') }) : '',
    facts.against.length > 0 ? fill(explanation.against, { list: facts.against.join(', ') }) : '',
    facts.conflict,
    facts.recommendation
  ];
  const { message, inFavour } = facts.forPartner;
  const partnerText = inFavour.length > 0 ? `${message} ${fill(partnerFacts, { list: inFavour.join(', ') })}` : message;
  return {
    text: text.filter((sentence) => sentence !== '').join(' '),
    partnerText,
    replyDraft: [fill(greeting, { prospect: oneLine(deal.prospect.name) }), message, closing].join('\n\n'),
    source: 'template'
  };
}

export function looksLikeAddress(text: string): boolean {
  return /:\/\/|www\.|@|\b[\w-]+\.(?:com|net|org|io|co|biz|info|app|dev|ly|me|ru|cn|xyz|top|link)\b/i.test(text);
}
