import { ServiceError } from '../../errors.ts';
import { drift } from '../../learning/index.ts';
import type { TrainedModel } from '../../learning/types.ts';
import { megabytes, whole } from '../../settings.ts';
import { createThreadPool } from '../../threads/pool.ts';
import { bytes, defineCapability, json, type CapabilityContext } from '../capability.ts';
import {
  dealModelDriftRequestSchema,
  dealModelDriftResponseSchema,
  dealModelListResponseSchema,
  dealModelResponseSchema,
  dealModelSummarySchema,
  MIN_ROWS,
  trainDealModelRequestSchema
} from './contract.ts';
import { describeModel, toDealModel, type ModelDescription } from './describe.ts';
import type { TrainingAnswer, TrainingJob } from './training-thread.ts';

const bodyBytes = megabytes('TRAIN_BODY_LIMIT_MB', 64, 512, 'largest body of a training');
const timeoutMs = whole('TRAIN_TIMEOUT_MS', 600_000, [10, 3_600_000], 'longest training');
const concurrency = whole('TRAIN_CONCURRENCY', 1, [1, 16], 'trainings at once, per replica, a thread each; more are answered 503 `busy`');

const UNKNOWN = 'This org has no such model';
const unknown = () => new ServiceError('not_found', UNKNOWN);
const HEAP_MEGABYTES = 2048;
const RETRY_AFTER_SECONDS = 30;

export const dealModels = defineCapability({
  name: 'deal-models',
  title: 'Deal models',
  subject: 'training deal models',
  apex: {
    className: 'DealModelContract',
    domain: 'deal-registration',
    operations: ['trainDealModel', 'listDealModels'],
    constants: { MIN_ROWS: { value: MIN_ROWS, comment: 'Past deals below which nothing is learned' } }
  },
  settings: [bodyBytes, timeoutMs, concurrency],
  operations: {
    trainDealModel: {
      method: 'POST',
      path: '/v1/deal-models/train',
      summary: 'Train a deal model',
      description:
        'Learns an additive model from 20 to 200,000 past deals and measures it by cross-validation, in a thread of its own. Says "no signal" when the deals hold none; such a model is stored but never activated.',
      scope: 'models',
      event: 'deals.closed',
      body: bytes(['application/json'], trainDealModelRequestSchema),
      answer: { status: 201, description: 'The model', schema: dealModelResponseSchema },
      refusals: { not_trainable: 'Rows that nothing can be learned from' },
      limits: { bodyBytes, timeoutMs }
    },
    listDealModels: {
      method: 'GET',
      path: '/v1/deal-models',
      summary: 'List deal models',
      scope: 'models',
      event: 'deal-models.listed',
      answer: { description: 'Newest first', schema: dealModelListResponseSchema }
    },
    getDealModel: {
      method: 'GET',
      path: '/v1/deal-models/{id}',
      summary: 'Read a deal model',
      scope: 'models',
      event: 'deal-model.read',
      answer: { description: 'The model', schema: dealModelResponseSchema },
      refusals: { not_found: UNKNOWN }
    },
    activateDealModel: {
      method: 'POST',
      path: '/v1/deal-models/{id}/activate',
      summary: 'Use this model from now on',
      description: 'Also the way back to an earlier version.',
      scope: 'models',
      event: 'deal-model.activated',
      answer: { description: 'The model', schema: dealModelResponseSchema },
      refusals: { not_found: UNKNOWN, conflict: 'A model without signal cannot be activated' }
    },
    measureDrift: {
      method: 'POST',
      path: '/v1/deal-models/{id}/drift',
      summary: 'Compare recent deals with those a model learned from',
      description:
        'Says feature by feature how far 50 to 10,000 recent deals differ. Where they have drifted, train again. Nothing is stored.',
      scope: 'models',
      event: 'deals.drifted',
      body: json(dealModelDriftRequestSchema),
      answer: { description: 'Features, most drifted first', schema: dealModelDriftResponseSchema },
      refusals: { not_found: UNKNOWN }
    }
  },
  create(context) {
    const store = context.models<TrainedModel, ModelDescription>('deal');
    const train = createTraining(context);
    return {
      handlers: {
        async trainDealModel({ orgId, body, signal, note }) {
          const { model, activate } = await train(body, signal);
          const saved = await store.save(orgId, { model, summary: describeModel(model) }, activate && model.signal === 'signal');
          const stored = toDealModel(saved);
          note({ rows: stored.rowCount, signal: stored.signal, version: stored.version, active: stored.active });
          return { model: stored };
        },

        listDealModels: async ({ orgId }) => ({
          models: (await store.list(orgId)).map((stored) => dealModelSummarySchema.parse(toDealModel(stored)))
        }),

        async getDealModel({ orgId, params }) {
          const stored = await store.find(orgId, params.id);
          if (!stored) throw unknown();
          return { model: toDealModel(stored) };
        },

        async activateDealModel({ orgId, params }) {
          const found = await store.find(orgId, params.id);
          if (found?.summary.signal === 'no signal') throw new ServiceError('conflict', 'A model without signal cannot be activated');
          const stored = found && (await store.activate(orgId, found.id));
          if (!stored) throw unknown();
          return { model: toDealModel(stored) };
        },

        async measureDrift({ orgId, params, body: { deals }, note }) {
          const stored = await store.load(orgId, params.id);
          if (!stored) throw unknown();
          const features = drift(
            stored.model,
            deals.map((deal) => deal.features)
          );
          note({ deals: deals.length, drifted: features.filter(({ verdict }) => verdict === 'drifted').length });
          return { id: stored.id, version: stored.version, deals: deals.length, features };
        }
      }
    };
  }
});

/** Trains in a thread of its own, and counts how it ended. */
function createTraining({ setting, metrics }: CapabilityContext) {
  const pool = createThreadPool<TrainingJob, TrainingAnswer>({
    module: new URL('./training-thread.ts', import.meta.url),
    concurrency: setting(concurrency),
    heapMegabytes: HEAP_MEGABYTES,
    retryAfterSeconds: RETRY_AFTER_SECONDS
  });
  const trainings = metrics.counter('deal_model_trainings_total', 'Trainings by outcome', ['outcome']);
  metrics.gauge('deal_model_trainings_running', 'Trainings under way', () => pool.running);
  return async (body: Uint8Array, signal: AbortSignal) => {
    try {
      const answer = await pool.run({ body }, signal, [body.buffer as ArrayBuffer]);
      if (answer.outcome === 'refused') throw new ServiceError(answer.code, answer.message);
      trainings.inc({ outcome: answer.model.signal });
      return answer;
    } catch (error) {
      trainings.inc({ outcome: error instanceof ServiceError ? error.code : 'internal' });
      throw error;
    }
  };
}
