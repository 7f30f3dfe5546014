import { parentPort, workerData } from 'node:worker_threads';
import type { ErrorCode } from '../../contract/errors.ts';
import { ServiceError } from '../../errors.ts';
import { hasUnsafeName, parseJson, parseRequest } from '../../http/json.ts';
import { train } from '../../learning/train.ts';
import { TrainingError, type TrainedModel } from '../../learning/types.ts';
import { trainDealModelRequestSchema } from './contract.ts';

/** The request body as received. */
export type TrainingJob = { body: Uint8Array };

export type TrainingAnswer =
  { outcome: 'trained'; model: TrainedModel; activate: boolean } | { outcome: 'refused'; code: ErrorCode; message: string };

/**
 * Reads, checks and learns outside the main thread: a body of many megabytes takes seconds to parse alone, and other
 * orgs' deals must be scored meanwhile.
 */
function work(job: TrainingJob): TrainingAnswer {
  try {
    const body = parseJson(new TextDecoder().decode(job.body));
    if (hasUnsafeName(body)) throw new ServiceError('invalid_request', 'A property has a reserved name');
    const { rows, seed, constraints, ignore, groupBy, allowLeakage, activate } = parseRequest(trainDealModelRequestSchema, body);
    const model = train(rows, {
      seed: seed ?? 1,
      constraints: constraints ?? {},
      ignore: ignore ?? [],
      groupBy: groupBy ?? undefined,
      allowLeakage: allowLeakage ?? false
    });
    return { outcome: 'trained', model, activate: activate ?? true };
  } catch (error) {
    if (error instanceof ServiceError) return { outcome: 'refused', code: error.code, message: error.message };
    if (error instanceof TrainingError) return { outcome: 'refused', code: 'not_trainable', message: error.message };
    throw error;
  }
}

parentPort?.postMessage(work(workerData as TrainingJob));
