import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../contract/locale.ts';
import type { Confidence } from '../../contract/scored.ts';
import { findProblem } from '../../guardrails/output-checks.ts';
import { train, type TrainingRow } from '../../learning/index.ts';
import type { Match } from '../../matching/index.ts';
import { deal, trainingRows } from '../../../tests/fixtures.ts';
import { limitsFrom, recommend } from './action.ts';
import { assessDeal } from './assess.ts';
import { assessConflicts, type ConflictAssessment } from './conflict.ts';
import { RECOMMENDED_ACTIONS, type ConflictCandidate } from './contract.ts';
import { dealFacts, templateExplanation } from './facts.ts';
import { findMissing } from './missing.ts';
import { textsFor } from './texts.ts';

const TODAY = new Date('2026-11-23T12:00:00Z');
const limits = limitsFrom(undefined);
const en = textsFor('en');

function candidate(changes: Partial<ConflictCandidate> = {}): ConflictCandidate {
  return {
    ref: 'r1',
    kind: 'registration',
    samePartner: false,
    status: 'Approved',
    registeredOn: '2026-10-01',
    name: 'Nordwind Logistik',
    ...changes
  };
}

const STRONG: Match['evidence'] = [
  { field: 'name', strength: 'strong', text: 'Same name' },
  { field: 'domain', strength: 'strong', text: 'Same domain' }
];

function match(changes: Partial<Match> = {}): Match {
  return { ref: 'r1', probability: 0.95, verdict: 'same', evidence: STRONG, ...changes };
}

const conflicts = (candidates: ConflictCandidate[], matches: Match[]) => assessConflicts(candidates, matches, 0.85, TODAY);

describe('conflicts', () => {
  it('takes a live registration of another partner as a duplicate when two strong facts agree', () => {
    expect(conflicts([candidate()], [match()])).toMatchObject({ duplicate: true, ownDuplicate: false, risk: 0.95 });
  });

  it.each([
    ['only one strong fact', candidate(), match({ evidence: STRONG.slice(0, 1) })],
    [
      'a fact that speaks against it',
      candidate(),
      match({ evidence: [...STRONG, { field: 'country', strength: 'against', text: 'Other country' }] })
    ],
    ['a probability below the threshold', candidate(), match({ probability: 0.84 })],
    ['a rejected registration', candidate({ status: 'Rejected' }), match()],
    ['an opportunity that was lost', candidate({ kind: 'opportunity', status: 'Closed Lost' }), match()],
    ['a registration older than any protection', candidate({ registeredOn: '2020-01-01' }), match()],
    ['an account, which nobody claims', candidate({ kind: 'account' }), match()]
  ])('does not with %s', (_, other, found) => {
    expect(conflicts([other], [found]).duplicate).toBe(false);
  });

  it('is no risk when the partner itself has the other record', () => {
    expect(conflicts([candidate({ samePartner: true })], [match()])).toMatchObject({ risk: 0, duplicate: false, ownDuplicate: true });
  });

  it('takes the strongest claim, not the sum and not the likeliest match', () => {
    const found = conflicts(
      [candidate({ ref: 'old', status: 'Expired' }), candidate({ ref: 'live' })],
      [match({ ref: 'old', probability: 0.99 }), match({ ref: 'live', probability: 0.6, verdict: 'possible' })]
    );
    expect(found.risk).toBe(0.6);
    expect(found.strongest?.candidate.ref).toBe('live');
  });

  it('shows nothing that the matcher calls different', () => {
    expect(conflicts([candidate()], [match({ verdict: 'different', probability: 0.4 })])).toMatchObject({ risk: 0, conflicts: [] });
  });
});

it('is never certain, however sure the matcher is', () => {
  expect(conflicts([candidate()], [match({ probability: 1 })]).risk).toBe(0.99);
});

describe('the recommended action', () => {
  const none = conflicts([], []);
  const high: Confidence = { level: 'High', sampleSize: 500, reason: '' };
  const low: Confidence = { level: 'Low', sampleSize: 2, reason: '' };
  const risky: ConflictAssessment = { ...none, risk: 0.5 };

  it.each([
    [90, high, none, [], 'Auto-approve', 'strong'],
    [90, low, none, [], 'Route for review', 'lowConfidence'],
    [90, high, risky, [], 'Route for review', 'conflict'],
    [90, high, { ...none, ownDuplicate: true }, [], 'Route for review', 'ownDuplicate'],
    [90, high, none, ['amount'], 'Request more info', 'missing'],
    [90, high, { ...none, duplicate: true }, ['amount'], 'Reject as duplicate', 'duplicate'],
    [60, high, none, [], 'Route for review', 'ordinary'],
    [10, high, none, [], 'Route for review', 'weak']
  ] as const)('with score %s and %j is %5$s', (score, confidence, conflict, missing, action, reason) => {
    expect(recommend(score, confidence, conflict, [...missing], limits)).toEqual({ action, reason });
  });

  it('follows thresholds of the caller and falls back for each that is null', () => {
    expect(limitsFrom({ autoApprove: 90, review: null })).toEqual({ autoApprove: 90, review: 40, duplicateRisk: 0.85 });
  });
});

describe('what is missing', () => {
  it('asks for what was sent empty, and never for what was not sent', () => {
    const empty = deal({ features: { amount: null, daysToClose: null, productFamily: ' ', industry: null }, description: null });
    expect(findMissing(empty)).toEqual(['amount', 'closeDate', 'productFamily', 'description']);
    expect(findMissing(deal({ features: {}, description: undefined }))).toEqual([]);
  });

  it.each([0, -5])('takes an amount of %s as none', (amount) => {
    expect(findMissing(deal({ features: { amount } }))).toEqual(['amount']);
  });
});

describe('an assessment', () => {
  const stored = { id: 'm1', version: 1, model: train(trainingRows() as TrainingRow[]) };

  it('lets stated rules give way to the model as outcomes arrive, and stays the sum of its factors', () => {
    const ruled = [40, 300, 4_000].map((rows) => {
      const young = { id: 'm', version: 1, model: train(trainingRows(rows) as TrainingRow[]) };
      const assessment = assessDeal(deal(), young, limits, en, TODAY);
      const sum = assessment.factors.reduce((total, { points }) => total + points * 10, assessment.baseline.points * 10);
      expect(Math.round(sum)).toBe(Math.round(assessment.score * 10));
      return assessment.factors.find(({ name }) => name === 'rule.existingCustomer')?.points ?? 0;
    });
    expect(ruled[0]).toBeGreaterThan(ruled[1]!);
    expect(ruled[1]).toBeGreaterThan(ruled[2]!);
    expect(ruled[2]).toBeLessThan(1);
  });
  const rival = candidate({ name: 'NORDWIND LOGISTIK G.m.b.H.', domain: 'www.nordwind-logistik.example', country: 'DE', city: 'Hamburg' });

  it('sums exactly to its score, with and without model, partner and conflict', () => {
    for (const model of [undefined, stored]) {
      for (let i = 0; i < 200; i += 1) {
        const { partner, ...rest } = deal({ features: { amount: i * 700 - 20_000, region: ['EMEA', 'APAC', 'Moon'][i % 3] as string } });
        const result = assessDeal({ ...rest, partner: i % 2 ? partner : null, candidates: i % 4 ? [rival] : [] }, model, limits, en, TODAY);
        const sum = [result.baseline, ...result.factors].reduce((total, { points }) => total + Math.round(points * 10), 0);
        expect(sum).toBe(Math.round(result.score * 10));
        expect(result.score).toBeGreaterThanOrEqual(0);
        expect(result.score).toBeLessThanOrEqual(100);
      }
    }
  });

  it('takes points away for a conflict and says how many', () => {
    const clean = assessDeal(deal(), stored, limits, en, TODAY);
    const disputed = assessDeal(deal({ candidates: [rival] }), stored, limits, en, TODAY);
    const factor = disputed.factors.find(({ area }) => area === 'conflict');
    expect(factor?.points).toBeCloseTo(disputed.score - clean.score, 5);
    expect(disputed.subScores.conflictRisk).toBeGreaterThan(50);
    expect(disputed.subScores.dealQuality).toBe(clean.subScores.dealQuality);
  });

  it('says that there is no history when there is no model, and never approves by itself then', () => {
    const result = assessDeal(deal({ partner: { tier: 'Platinum', history: { won: 400, lost: 0 } } }), undefined, limits, en, TODAY);
    expect(result.model).toEqual({ id: null, version: null, kind: 'baseline', note: 'no history yet' });
    expect(result.confidence.level).toBe('Low');
    expect(result.action).not.toBe('Auto-approve');
  });

  it('counts the partner of no history as average', () => {
    expect(assessDeal(deal({ partner: null }), undefined, limits, en, TODAY).subScores.partnerFit).toBe(50);
  });

  describe.each(LOCALES)('explained in %s', (locale) => {
    const texts = textsFor(locale);
    it.each([
      ['ordinary', deal(), stored],
      ['disputed', deal({ candidates: [rival] }), stored],
      ['incomplete', deal({ features: { amount: null } }), undefined]
    ] as const)('leaves no placeholder and passes the checks a model must pass: %s', (_, subject, model) => {
      const assessment = assessDeal(subject, model, limits, texts, TODAY);
      const facts = dealFacts(assessment, limits, { manager: texts, partner: texts });
      const { text, partnerText, replyDraft } = templateExplanation(subject, facts, { manager: texts, partner: texts });
      expect(`${text}${partnerText}${replyDraft}`).not.toMatch(/[{}]|undefined|NaN/);
      const otherActions = RECOMMENDED_ACTIONS.filter((action) => action !== assessment.action);
      const rules = { forbiddenNames: ['g.m.b.h.'], otherActions, maxLength: 1200 };
      expect(findProblem(text, { ...rules, facts: JSON.stringify(facts), forPartner: false })).toBeUndefined();
      expect(findProblem(partnerText, { ...rules, facts: JSON.stringify(facts.forPartner), forPartner: true })).toBeUndefined();
      expect(findProblem(replyDraft, { ...rules, facts: JSON.stringify(facts.forPartner), forPartner: true })).toBeUndefined();
    });
  });

  it('cites the value behind each reason', () => {
    const assessment = assessDeal(deal(), stored, limits, en, TODAY);
    const readers = { manager: en, partner: en };
    const { text } = templateExplanation(deal(), dealFacts(assessment, limits, readers), readers);
    expect(text).toMatch(/Amount: 48,000 \([+−]/);
    expect(text).toContain('EMEA');
  });

  it('writes to each reader in their own language', () => {
    const assessment = assessDeal(deal(), stored, limits, en, TODAY);
    const readers = { manager: en, partner: textsFor('de') };
    const { text, partnerText, replyDraft } = templateExplanation(deal(), dealFacts(assessment, limits, readers), readers);
    expect(text).toContain('The score is');
    expect(partnerText).toContain(textsFor('de').wording.partner[assessment.reason]);
    expect(replyDraft).toContain(textsFor('de').wording.closing);
  });

  it('tells the partner of facts, not of pairs of facts or of fields that were filled in', () => {
    const assessment = assessDeal(deal(), stored, limits, en, TODAY);
    const factor = { label: '', area: 'deal' as const, text: '', points: 5 };
    const factors = [
      { ...factor, name: 'country × amount', value: 'Spain × 5' },
      { ...factor, name: 'competitorKnown', value: 'No' },
      { ...factor, name: 'country', value: 'Spain' }
    ];
    const { forPartner } = dealFacts({ ...assessment, factors }, limits, { manager: en, partner: textsFor('es') });
    expect(forPartner.inFavour).toEqual(['País: Spain']);
  });
});
