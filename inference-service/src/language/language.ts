import type { Inspector } from '../guardrails/inspector.ts';
import type { LanguageUsage } from '../contract/scored.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Trace } from '../telemetry/trace.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import { versionOf, type Prompt } from './prompt.ts';
import { UnusableCompletionError, type LanguageProvider, type ModelRequest } from './provider.ts';
import { createSemaphore, type Semaphore } from './semaphore.ts';
import { fence, type Fenced } from './untrusted.ts';

export type Language = {
  /** Words whatever one request needs worded; all of it shares the request's budget. */
  forRequest(request: LanguageRequest): Write;
};

/** Never fails: whatever goes wrong with a model, the template says the same. */
export type Write = <Facts, Answer, Text>(prompt: Prompt<Facts, Answer, Text>, facts: Facts) => Promise<Written<Text>>;

export type Written<Text> = { text: Text; source: 'template' | 'model'; usage: LanguageUsage };

export type LanguageRequest = { orgId: string; signal: AbortSignal; trace: Trace | undefined; arrivedAt: number };

export type LanguageOptions = {
  /** Without one, templates are all there is. */
  provider: LanguageProvider | undefined;
  breaker: CircuitBreaker;
  /** Looks through what others wrote before it leaves. */
  inspector: Inspector;
  metrics: Metrics;
  concurrency: number;
  /** A request that asks a model is answered this long after its arrival at the latest. */
  budgetMs: number;
  usdPerMillionIn: number;
  usdPerMillionOut: number;
};

const FINISHING_SHARE = 0.2;
const MAX_FINISHING_MS = 250;

export function createLanguage(options: LanguageOptions): Language {
  const { provider, metrics } = options;
  const semaphore = createSemaphore(options.concurrency);
  return {
    forRequest(request) {
      // One deadline for all texts of the request; made only when the first of them asks a model.
      let deadline: AbortSignal | undefined;
      const untilDeadline = () => (deadline ??= deadlineOf(request, options.budgetMs));
      return async (prompt, facts) => {
        const version = versionOf(prompt);
        const fromTemplate = (usage: LanguageUsage) => ({ text: prompt.template(facts), source: 'template' as const, usage });
        if (!provider) {
          metrics.languageCalls.inc({ prompt: prompt.id, outcome: 'template' });
          return fromTemplate(noUsage(version));
        }
        const caller = { orgId: request.orgId, signal: untilDeadline() };
        const fenced = await fence(prompt.untrusted(facts), (text) => options.inspector.inspect(text, caller)).catch(() => undefined);
        if (!fenced) {
          // What could not be looked through does not leave.
          metrics.languageCalls.inc({ prompt: prompt.id, outcome: 'not inspected' });
          return fromTemplate(noUsage(version));
        }
        const modelRequest = {
          ...prompt.ask(facts, fenced),
          outputName: prompt.id.replaceAll('-', '_'),
          output: prompt.answer,
          maxTokens: prompt.maxTokens
        };
        const attempt = await ask(provider, modelRequest, options.breaker, semaphore, untilDeadline(), request.trace);
        metrics.languageTokens.inc({ prompt: prompt.id, direction: 'in' }, attempt.tokensIn);
        metrics.languageTokens.inc({ prompt: prompt.id, direction: 'out' }, attempt.tokensOut);
        const usage = attempt.sent ? usageOf(provider, version, attempt, fenced, options) : noUsage(version);
        const problem = attempt.output === undefined ? attempt.failure : prompt.check(attempt.output, facts, fenced.plain);
        metrics.languageCalls.inc({ prompt: prompt.id, outcome: problem ?? 'model' });
        if (attempt.output === undefined || problem !== undefined) return fromTemplate(usage);
        return { text: prompt.finish(attempt.output, facts, fenced.restore), source: 'model', usage };
      };
    }
  };
}

type Attempt<Answer> = { output: Answer | undefined; failure: string; sent: boolean; tokensIn: number; tokensOut: number };

async function ask<Answer>(
  provider: LanguageProvider,
  request: ModelRequest<Answer>,
  breaker: CircuitBreaker,
  semaphore: Semaphore,
  signal: AbortSignal,
  trace: Trace | undefined
): Promise<Attempt<Answer>> {
  const none = { output: undefined, sent: false, tokensIn: 0, tokensOut: 0 };
  if (!(await semaphore.take(signal))) return { ...none, failure: 'out of time' };
  try {
    if (!breaker.allows()) return { ...none, failure: 'provider paused' };
    try {
      const completion = await provider.complete(request, signal, trace);
      breaker.succeeded();
      return { ...completion, failure: '', sent: true };
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
    semaphore.give();
  }
}

function deadlineOf({ signal, arrivedAt }: LanguageRequest, budgetMs: number): AbortSignal {
  // Kept back from waiting, for what comes after it: writing the template, storing, answering, beside other requests.
  const finishing = Math.min(budgetMs * FINISHING_SHARE, MAX_FINISHING_MS);
  const waiting = budgetMs - finishing - (performance.now() - arrivedAt);
  return AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, Math.floor(waiting)))]);
}

function usageOf(
  provider: LanguageProvider,
  promptVersion: string,
  { tokensIn, tokensOut }: Attempt<unknown>,
  { sent }: Fenced,
  { usdPerMillionIn, usdPerMillionOut }: LanguageOptions
): LanguageUsage {
  const costUsd = (tokensIn * usdPerMillionIn + tokensOut * usdPerMillionOut) / 1e6;
  return { provider: provider.name, model: provider.model, promptVersion, tokensIn, tokensOut, costUsd, maskedInput: sent };
}

function noUsage(promptVersion: string): LanguageUsage {
  return { provider: 'template', model: null, promptVersion, tokensIn: 0, tokensOut: 0, costUsd: 0, maskedInput: null };
}
