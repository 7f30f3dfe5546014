import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** Prometheus metrics. Labels come from closed lists: never an org, a name or an id. */
export function createMetrics(options: { process?: boolean } = {}) {
  const registry = new Registry();
  if (options.process) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer, by route',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
      registers
    }),
    dealsScored: new Counter({
      name: 'deals_scored_total',
      help: 'Deals answered: scored, replayed (known key) or the error code',
      labelNames: ['outcome'],
      registers
    }),
    recommendedActions: new Counter({
      name: 'deal_actions_total',
      help: 'Recommended actions of newly scored deals',
      labelNames: ['action', 'model'],
      registers
    }),
    languageCalls: new Counter({
      name: 'language_calls_total',
      help: 'Texts written: model, template, or why the model was not used',
      labelNames: ['outcome'],
      registers
    }),
    languageTokens: new Counter({ name: 'language_tokens_total', help: 'Tokens in and out', labelNames: ['direction'], registers }),
    trainings: new Counter({ name: 'deal_model_trainings_total', help: 'Trainings by outcome', labelNames: ['outcome'], registers }),
    trainingsRunning: new Gauge({ name: 'deal_model_trainings_running', help: 'Trainings under way', registers })
  };
}
