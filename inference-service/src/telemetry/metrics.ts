import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** Prometheus metrics. Labels come from closed lists: never an org, a name or an id. */
export function createMetrics(options: { process?: boolean } = {}) {
  const registry = new Registry();
  if (options.process) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  /** For what only one capability counts. */
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  return {
    registry,
    counter,
    /** Read whenever the metrics are. */
    gauge(name: string, help: string, read: () => number) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        }
      });
    },
    requestSeconds: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to answer, by route',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
      registers
    }),
    itemsAnswered: counter('items_answered_total', 'Items of batches: done, replayed (known key) or the error code', ['work', 'outcome']),
    languageCalls: counter('language_calls_total', 'Texts written: model, template, or why the model was not used', ['prompt', 'outcome']),
    languageTokens: counter('language_tokens_total', 'Tokens in and out', ['prompt', 'direction'])
  };
}
