import type { Explanation, Factor } from '../../contract/scored.ts';
import { fill, looksLikeAddress, oneLine } from '../../language/text.ts';
import type { Limits } from './action.ts';
import type { Assessment } from './assess.ts';
import type { Deal } from './contract.ts';
import type { Readers, TextCatalogue } from './texts.ts';

const REASONS_EACH_WAY = 3;
const PARTNER_FACTS = 2;

/** The facts prose may use, already in words and in the language of whoever reads them. No record names, no references. */
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

export function dealFacts(assessment: Assessment, limits: Limits, { manager: texts, partner }: Readers): DealFacts {
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
      message: fill(partner.wording.partner[assessment.reason], { missing: assessment.missing.map(partner.fieldLabel).join(', ') }),
      inFavour: reasons
        .filter(({ area, points, name, value }) => area === 'deal' && points > 0 && isPlainFact(name, value, texts))
        .slice(0, PARTNER_FACTS)
        .map(({ name, value }) => (looksLikeAddress(value) ? partner.fieldLabel(name) : `${partner.fieldLabel(name)}: ${value}`))
    }
  };
}

/** Something the partner wrote. Two facts taken together, or whether a field was filled in, is of use to the manager only. */
function isPlainFact(name: string, value: string, { wording }: TextCatalogue): boolean {
  return !name.includes(' × ') && !Object.values(wording.values).includes(value);
}

function cite({ area, label, value, points }: Factor, texts: TextCatalogue): string {
  // A partner's value is a phrase of its own: "Gold tier".
  return `${area === 'partner' ? value : `${label}: ${value}`} (${points > 0 ? '+' : '−'}${texts.number(Math.abs(points))})`;
}

function conflictSentence({ conflict, factors }: Assessment, { wording, number }: TextCatalogue): string {
  const factor = factors.find(({ area }) => area === 'conflict');
  if (factor) return fill(wording.explanation.conflict, { value: `${factor.value} (−${number(Math.abs(factor.points))})` });
  return conflict.compared === 0
    ? wording.explanation.nothingCompared
    : fill(wording.explanation.noConflict, { count: number(conflict.compared) });
}

/** Sentences put together from the facts: always true, never surprising. */
export function templateExplanation(deal: Deal, facts: DealFacts, { manager, partner }: Readers): Explanation {
  const { explanation } = manager.wording;
  const { partnerFacts, greeting, closing } = partner.wording;
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
