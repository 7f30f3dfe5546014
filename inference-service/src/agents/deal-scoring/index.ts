import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { contentReader } from '../../contract/content.ts';
import { dealSchema, type Deal, type FailedDeal, type ScoredDeal, type ScoreDealsEnvelope } from '../../contract/deal-scoring.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import { ServiceError } from '../../errors.ts';
import { describeIssues, hasRepeatedRef, hasUnsafeName } from '../../http/json.ts';
import type { DealWriter } from '../../language/deal-writer.ts';
import { resolveLocale, textsFor } from '../../language/texts.ts';
import type { Agent, AgentContext } from '../../orchestrator.ts';
import type { DealModels, StoredModel } from '../../storage/deal-models.ts';
import type { Claim, Idempotency, KeyedItem } from '../../storage/idempotency.ts';
import { describeError } from '../../telemetry/log.ts';
import type { Metrics } from '../../telemetry/metrics.ts';
import { limitsFrom } from './action.ts';
import { assessDeal } from './assess.ts';

export type DealScoringDependencies = {
  dealModels: DealModels;
  idempotency: Idempotency;
  writer: DealWriter;
  metrics: Metrics;
  /** With language models, a request is answered this long after its arrival at the latest. */
  languageBudgetMs: number;
  now: () => Date;
};

const SCOPE = 'deals.score';
/** A holder of a key may give up and a third may take over; more often than this is not bad luck. */
const CLAIM_ATTEMPTS = 5;
const FINISHING_SHARE = 0.2;
const MOST_FINISHING_MS = 250;

type Item = { deal: Deal; fingerprint: string };
type ScoreOne = (deal: Deal) => Promise<ScoredDeal>;

/** One answer for each deal of the request, in its order, as JSON: written once, to be stored and sent as it is. */
export type DealAnswers = { results: string[]; failed: number; prose: number };
type Answered = { json: string; failure?: ErrorCode; prose?: boolean };

/** Scores each deal on its own: a bad item, or one that fails, is answered as failed and the others are not touched. */
export function createDealScoringAgent(dependencies: DealScoringDependencies): Agent<ScoreDealsEnvelope, DealAnswers> {
  const { dealModels, metrics } = dependencies;
  return async (request, context) => {
    const model = await dealModels.load(context.orgId, request.modelId ?? undefined);
    if (request.modelId && !model) throw new ServiceError('not_found', 'modelId: this org has no such model');
    const scoreOne = scorer(dependencies, request, model, context);

    const read = request.deals.map(readItem);
    // The same key twice in one batch is one deal; with other content it is a mistake.
    const distinct = new Map<string, Item>();
    for (const item of read) if ('deal' in item && !distinct.has(item.deal.key)) distinct.set(item.deal.key, item);
    const answers = await answerAll([...distinct.values()], dependencies, scoreOne, context);

    const results = read.map((item): Answered => {
      if (!('deal' in item)) return refused(item);
      const { key } = item.deal;
      if (distinct.get(key)?.fingerprint !== item.fingerprint) return refused(conflict(key));
      return answers.get(key) ?? refused(failed(key, 'internal', 'The deal was not answered'));
    });
    for (const { failure } of results) if (failure) metrics.dealsScored.inc({ outcome: failure });
    return {
      results: results.map(({ json }) => json),
      failed: results.filter(({ failure }) => failure).length,
      prose: results.filter(({ prose }) => prose).length
    };
  };
}

function readItem(value: unknown): Item | FailedDeal {
  const parsed = dealSchema.safeParse(value);
  const key = parsed.success ? parsed.data.key : usableKey(value);
  if (hasUnsafeName(value)) return failed(key, 'invalid_item', 'A property has a reserved name');
  if (!parsed.success) return failed(key, 'invalid_item', describeIssues(parsed.error));
  if (hasRepeatedRef(parsed.data.candidates ?? [])) return failed(key, 'invalid_item', 'candidates: every ref must be different');
  return { deal: parsed.data, fingerprint: fingerprintOf(parsed.data) };
}

function usableKey(value: unknown): string | null {
  const key = typeof value === 'object' && value !== null ? (value as { key?: unknown }).key : undefined;
  const parsed = dealSchema.shape.key.safeParse(key);
  return parsed.success ? parsed.data : null;
}

/** Claims every key, scores what nobody else is scoring, and takes the answers of others for the rest. */
async function answerAll(
  items: Item[],
  { idempotency, metrics }: DealScoringDependencies,
  scoreOne: ScoreOne,
  context: AgentContext
): Promise<Map<string, Answered>> {
  const { orgId, signal } = context;
  const answers = new Map<string, Answered>();
  const replay = (key: string, json: string) => {
    answers.set(key, { json });
    metrics.dealsScored.inc({ outcome: 'replayed' });
  };
  let open = items;
  for (let attempt = 0; open.length > 0 && attempt < CLAIM_ATTEMPTS; attempt += 1) {
    const claims = await idempotency.claim(
      orgId,
      SCOPE,
      open.map(({ deal, fingerprint }) => ({ key: deal.key, fingerprint }))
    );
    const inState = (state: Claim['state']) => open.filter(({ deal }) => claims.get(deal.key)?.state === state);
    for (const { deal } of inState('conflict')) answers.set(deal.key, refused(conflict(deal.key)));
    for (const { deal } of inState('answered')) {
      const claim = claims.get(deal.key);
      if (claim?.state === 'answered') replay(deal.key, claim.result);
    }
    await scoreClaimed(inState('yours'), idempotency, scoreOne, context, answers);
    const others = inState('underway');
    const waited = await Promise.all(others.map(({ deal }) => idempotency.wait(orgId, SCOPE, deal.key, signal)));
    open = others.filter(({ deal }, position) => {
      const result = waited[position];
      if (result === undefined) return !signal.aborted;
      replay(deal.key, result);
      return false;
    });
  }
  for (const { deal } of items) {
    if (!answers.has(deal.key))
      answers.set(deal.key, refused(failed(deal.key, 'unavailable', 'Another request is still scoring this deal')));
  }
  return answers;
}

async function scoreClaimed(
  items: Item[],
  idempotency: Idempotency,
  scoreOne: ScoreOne,
  { orgId, log }: AgentContext,
  answers: Map<string, Answered>
): Promise<void> {
  const scored: (KeyedItem & { result: string })[] = [];
  const given: string[] = [];
  const score = async ({ deal, fingerprint }: Item) => {
    try {
      const result = await scoreOne(deal);
      const json = JSON.stringify(result);
      answers.set(deal.key, { json, prose: result.explanation.source === 'model' });
      scored.push({ key: deal.key, fingerprint, result: json });
    } catch (error) {
      log().error({ error: describeError(error) }, 'a deal could not be scored');
      answers.set(deal.key, refused(failed(deal.key, 'internal', 'The service could not score this deal')));
      given.push(deal.key);
    }
  };
  const underway: Promise<void>[] = [];
  for (const [position, item] of items.entries()) {
    // A hundred deals with two hundred candidates each are most of a second of arithmetic: let others in between.
    if (position > 0) await nextTurn();
    underway.push(score(item));
  }
  await Promise.all(underway);
  await Promise.all([idempotency.finish(orgId, SCOPE, scored), idempotency.release(orgId, SCOPE, given)]);
}

function scorer(
  dependencies: DealScoringDependencies,
  request: ScoreDealsEnvelope,
  model: StoredModel | undefined,
  context: AgentContext
): ScoreOne {
  const texts = textsFor(resolveLocale(request.locale));
  const limits = limitsFrom(request.thresholds);
  const arrived = performance.now();
  // One deadline for all deals of the request; made only when the first of them asks for a model.
  let deadline: AbortSignal | undefined;
  const signal = () => {
    if (deadline) return deadline;
    const waiting = dependencies.languageBudgetMs - finishingMs(dependencies.languageBudgetMs) - (performance.now() - arrived);
    return (deadline = AbortSignal.any([context.signal, AbortSignal.timeout(Math.max(0, Math.floor(waiting)))]));
  };
  return async (deal) => {
    const started = performance.now();
    const assessment = assessDeal(deal, model, limits, texts, dependencies.now());
    const readers = { manager: texts, partner: deal.locale ? textsFor(resolveLocale(deal.locale)) : texts };
    const { explanation, language } = await dependencies.writer.write(deal, assessment, limits, readers, { signal, trace: context.trace });
    const { score, probability, confidence, subScores, baseline, factors, action, missing } = assessment;
    dependencies.metrics.dealsScored.inc({ outcome: 'scored' });
    dependencies.metrics.recommendedActions.inc({ action, model: assessment.model.kind });
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
      explanation,
      model: assessment.model,
      language,
      latencyMs: Math.round(performance.now() - started)
    };
  };
}

/** Kept back from waiting, for what comes after it: writing the template, storing, answering, beside other requests. */
function finishingMs(budgetMs: number): number {
  return Math.min(budgetMs * FINISHING_SHARE, MOST_FINISHING_MS);
}

function failed(key: string | null, code: ErrorCode, message: string): FailedDeal {
  return { key, outcome: 'failed', error: { code, message } };
}

function refused(deal: FailedDeal): Answered {
  return { json: JSON.stringify(deal), failure: deal.error.code };
}

function conflict(key: string): FailedDeal {
  return failed(key, 'idempotency_conflict', 'This key was used with other content; a changed deal needs a new key');
}

const contentOf = contentReader(dealSchema);

function fingerprintOf(deal: Deal): string {
  return hash('sha256', JSON.stringify(contentOf(deal)));
}
