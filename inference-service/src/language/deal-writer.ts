import type { Assessment } from '../agents/deal-scoring/assess.ts';
import type { Limits } from '../agents/deal-scoring/action.ts';
import type { Deal } from '../contract/deal-scoring.ts';
import type { Explanation, LanguageUsage } from '../contract/scored.ts';
import { unmask } from '../guardrails/mask.ts';
import { findProblem, type OutputRules } from '../guardrails/output-checks.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Trace } from '../telemetry/trace.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { dealFacts, looksLikeAddress, templateExplanation, type DealFacts } from './deal-facts.ts';
import { dealPrompt, LONGEST_TEXT, PROMPT_VERSION, PROSPECT, type DealPrompt, type DealProse } from './deal-prompt.ts';
import { UnusableCompletionError, type Completion, type LanguageProvider } from './provider.ts';
import { createSlots, type Slots } from './slots.ts';
import { oneLine, type Readers } from './texts.ts';

export type DealWriter = {
  /** Never fails: whatever goes wrong with a model, the template says the same. */
  write(deal: Deal, assessment: Assessment, limits: Limits, readers: Readers, call: ModelCall): Promise<Written>;
};

/** `signal` is made when a model is asked, and ends waiting for it. */
export type ModelCall = { signal: () => AbortSignal; trace: Trace | undefined };

export type Written = { explanation: Explanation; language: LanguageUsage };

export type DealWriterOptions = {
  provider: LanguageProvider | undefined;
  breaker: CircuitBreaker;
  metrics: Metrics;
  concurrency: number;
  usdPerMillionIn: number;
  usdPerMillionOut: number;
};

export function createDealWriter(options: DealWriterOptions): DealWriter {
  const { provider, metrics } = options;
  const slots = createSlots(options.concurrency);
  return {
    async write(deal, assessment, limits, readers, call) {
      const facts = dealFacts(assessment, limits, readers);
      const template = templateExplanation(deal, facts, readers);
      if (!provider) {
        metrics.languageCalls.inc({ outcome: 'template' });
        return { explanation: template, language: noUsage() };
      }
      const prompt = dealPrompt(facts, deal, readers);
      const attempt = await ask(provider, prompt, options.breaker, slots, call);
      metrics.languageTokens.inc({ direction: 'in' }, attempt.tokensIn);
      metrics.languageTokens.inc({ direction: 'out' }, attempt.tokensOut);
      const language: LanguageUsage = {
        provider: provider.name,
        model: provider.model,
        promptVersion: PROMPT_VERSION,
        tokensIn: attempt.tokensIn,
        tokensOut: attempt.tokensOut,
        costUsd: (attempt.tokensIn * options.usdPerMillionIn + attempt.tokensOut * options.usdPerMillionOut) / 1e6,
        maskedInput: attempt.sent ? (prompt.masked?.text ?? null) : null
      };
      const problem = attempt.prose ? unfit(attempt.prose, deal, assessment, facts, prompt) : attempt.failure;
      metrics.languageCalls.inc({ outcome: problem ?? 'model' });
      if (!attempt.prose || problem) return { explanation: template, language: attempt.sent ? language : noUsage() };
      return { explanation: finish(attempt.prose, deal, prompt), language };
    }
  };
}

type Attempt = { prose: DealProse | undefined; failure: string; sent: boolean; tokensIn: number; tokensOut: number };

async function ask(
  provider: LanguageProvider,
  prompt: DealPrompt,
  breaker: CircuitBreaker,
  slots: Slots,
  call: ModelCall
): Promise<Attempt> {
  const signal = call.signal();
  const none = { prose: undefined, sent: false, tokensIn: 0, tokensOut: 0 };
  if (!(await slots.take(signal))) return { ...none, failure: 'out of time' };
  try {
    if (!breaker.allows()) return { ...none, failure: 'provider paused' };
    try {
      const { output, tokensIn, tokensOut }: Completion<DealProse> = await provider.complete(prompt, signal, call.trace);
      breaker.succeeded();
      return { prose: output, failure: '', sent: true, tokensIn, tokensOut };
    } catch (error) {
      if (error instanceof UnusableCompletionError) {
        breaker.failed();
        return { ...none, failure: 'unusable', sent: true, tokensIn: error.tokensIn, tokensOut: error.tokensOut };
      }
      // Our own budget ran out: slow for us, but no proof that the provider is down.
      if (signal.aborted) {
        breaker.cancelled();
        return { ...none, failure: 'out of time', sent: true };
      }
      breaker.failed();
      return { ...none, failure: 'provider failed', sent: true };
    }
  } finally {
    slots.give();
  }
}

/** Checked as the model wrote it, with known placeholders taken out; what they stand for is put in afterwards. */
function unfit(prose: DealProse, deal: Deal, assessment: Assessment, facts: DealFacts, prompt: DealPrompt): string | undefined {
  const known = [PROSPECT, ...(prompt.masked?.entities ?? []).map(({ placeholder }) => placeholder)];
  const plain = (text: string) => known.reduce((rest, placeholder) => rest.replaceAll(placeholder, ''), text);
  const common = { forbiddenNames: otherNames(deal), recommended: assessment.action, longest: LONGEST_TEXT };
  const manager: OutputRules = { ...common, facts: JSON.stringify(facts), forPartner: false };
  const partner: OutputRules = { ...common, facts: JSON.stringify(facts.forPartner), forPartner: true };
  return (
    findProblem(plain(prose.managerText), manager) ??
    findProblem(plain(prose.partnerText), partner) ??
    findProblem(plain(prose.replyDraft), partner)
  );
}

/** Names and domains of the other records, except where they are what the partner itself wrote. */
function otherNames(deal: Deal): string[] {
  const own = `${deal.prospect.name} ${deal.prospect.domain ?? ''}`.toLowerCase();
  return (deal.candidates ?? [])
    .flatMap(({ name, domain }) => [name, domain ?? ''])
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name.length >= 3 && !own.includes(name));
}

function finish(prose: DealProse, deal: Deal, prompt: DealPrompt): Explanation {
  const name = oneLine(deal.prospect.name);
  const prospect = looksLikeAddress(name) ? '' : name;
  const restore = (text: string) =>
    unmask(text, prompt.masked?.entities ?? [])
      .replaceAll(PROSPECT, () => prospect)
      .trim();
  return {
    text: restore(prose.managerText),
    partnerText: restore(prose.partnerText),
    replyDraft: restore(prose.replyDraft),
    source: 'model'
  };
}

function noUsage(): LanguageUsage {
  return { provider: 'template', model: null, promptVersion: PROMPT_VERSION, tokensIn: 0, tokensOut: 0, costUsd: 0, maskedInput: null };
}
