import { hasRepeatedReference, MAX_CANDIDATES } from '../../contract/company.ts';
import { hasTooManyFeatures, MAX_FEATURES } from '../../contract/features.ts';
import { ServiceError } from '../../errors.ts';
import type { Write } from '../../language/language.ts';
import { resolveLocale } from '../../language/text.ts';
import type { TrainedModel } from '../../learning/types.ts';
import { whole } from '../../settings.ts';
import type { StoredModel } from '../../storage/models.ts';
import { defineCapability, json } from '../capability.ts';
import { limitsFrom } from './action.ts';
import { assessDeal } from './assess.ts';
import {
  dealSchema,
  MAX_DEALS,
  MAX_DESCRIPTION,
  scoreDealsEnvelopeSchema,
  scoreDealsRequestSchema,
  scoreDealsResponseSchema,
  type Deal,
  type ScoreDealsEnvelope,
  type ScoredDeal
} from './contract.ts';
import { dealExplanation, decidedDeal } from './prompt.ts';
import { textsFor } from './texts.ts';

const concurrency = whole('SCORE_CONCURRENCY', 32, [1, 1_000], 'scorings at once, per replica; more are answered 503 `busy`');

export const dealScoring = defineCapability({
  name: 'deal-scoring',
  title: 'Deals',
  subject: 'scoring deals',
  apex: {
    className: 'DealScoringContract',
    domain: 'deal-registration',
    operations: ['scoreDeals'],
    constants: {
      MAX_DEALS: { value: MAX_DEALS, comment: 'Deals in one request' },
      MAX_CANDIDATES: { value: MAX_CANDIDATES, comment: 'Conflict candidates of one deal' },
      MAX_DESCRIPTION: { value: MAX_DESCRIPTION, comment: 'Characters of a description' }
    }
  },
  settings: [concurrency],
  operations: {
    scoreDeals: {
      method: 'POST',
      path: '/v1/deals/score',
      summary: 'Score deals',
      description:
        'Scores up to 100 deals, item by item: one bad item does not fail the others. Each gets a score, confidence, factors, conflicts, a recommended action and texts; the score is the baseline plus all factors, exactly. The same key with the same content within 24 hours gives the stored answer.',
      scope: 'scoring',
      event: 'deals.registered',
      body: json(scoreDealsRequestSchema, scoreDealsEnvelopeSchema),
      answer: { description: 'One result for each deal, in order', schema: scoreDealsResponseSchema },
      refusals: { not_found: 'No such model in this org' },
      limits: { concurrency },
      keyed: true
    }
  },
  create({ batch, models, language, metrics, now }) {
    const store = models<TrainedModel, unknown>('deal');
    const actions = metrics.counter('deal_actions_total', 'Recommended actions of newly scored deals', ['action', 'model']);
    const deals = batch({
      name: 'deals.score',
      item: dealSchema,
      countProblemOf: (deal) => (hasTooManyFeatures(deal) ? `features: at most ${MAX_FEATURES} features` : undefined),
      problemOf: ({ candidates }) => (hasRepeatedReference(candidates ?? []) ? 'candidates: every ref must be different' : undefined)
    });
    return {
      handlers: {
        async scoreDeals(call) {
          const { body, orgId, note } = call;
          const model = await store.load(orgId, body.modelId ?? undefined);
          if (body.modelId && !model) throw new ServiceError('not_found', 'modelId: this org has no such model');
          const score = scorer(body, model, language.forRequest(call), now);
          let prose = 0;
          const answer = await deals.answer(body.deals, call, async (deal) => {
            const scored = await score(deal);
            actions.inc({ action: scored.action, model: scored.model.kind });
            if (scored.explanation.source === 'model') prose += 1;
            return scored;
          });
          note({ prose });
          return answer;
        }
      }
    };
  }
});

function scorer(request: ScoreDealsEnvelope, model: StoredModel<TrainedModel> | undefined, write: Write, now: () => Date) {
  const texts = textsFor(resolveLocale(request.locale));
  const limits = limitsFrom(request.thresholds);
  return async (deal: Deal): Promise<ScoredDeal> => {
    const started = performance.now();
    const assessment = assessDeal(deal, model, limits, texts, now());
    const readers = { manager: texts, partner: deal.locale ? textsFor(resolveLocale(deal.locale)) : texts };
    const { text, usage } = await write(dealExplanation, decidedDeal(deal, assessment, limits, readers));
    const { score, probability, confidence, subScores, baseline, factors, action, missing } = assessment;
    return {
      key: deal.key,
      outcome: 'scored',
      score,
      probability,
      confidence,
      subScores,
      baseline,
      factors,
      action,
      conflicts: assessment.conflict.conflicts,
      missing,
      explanation: text,
      model: assessment.model,
      language: usage,
      latencyMs: Math.round(performance.now() - started)
    };
  };
}
