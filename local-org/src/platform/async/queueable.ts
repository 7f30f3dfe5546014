import { current } from '../../runtime/execution.ts';
import { callMethod } from '../../runtime/call.ts';
import { ApexException, throwApex } from '../../runtime/values/exception.ts';
import { enumConstant } from '../../runtime/values/enum.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { classInfoOf } from '../../runtime/types.ts';
import { consume } from '../limits.ts';
import { services } from '../services.ts';
import type { LocalPlatform } from '../local-platform.ts';
import { deepCopy } from './deep-copy.ts';
import { createJobRow, describeError, runJob, runningUserId, submit } from './jobs.ts';

const STATE = Symbol('queueable');
const MINUTE_MS = 60_000;
const MAX_DELAY_MINUTES = 10;

/** What System.enqueueJob was asked for beyond the instance. */
export interface EnqueueOptions {
  readonly delayMinutes?: number | null;
  readonly maximumStackDepth?: number | null;
  readonly duplicateSignature?: string | null;
}

/** The queueable that is running: its place in its chain, and its finalizer. */
export interface QueueableState {
  readonly jobId: ApexId;
  readonly depth: number;
  readonly maximumDepth: number | null;
  readonly delayMinutes: number;
  finalizer: unknown;
}

export class QueueableContext {
  readonly jobId: ApexId;
  constructor(jobId: ApexId) {
    this.jobId = jobId;
  }
}

export class FinalizerContext {
  readonly jobId: ApexId;
  readonly failure: unknown;
  constructor(jobId: ApexId, failure: unknown) {
    this.jobId = jobId;
    this.failure = failure;
  }
  get result(): unknown {
    return enumConstant('System.ParentJobResult', this.failure === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION');
  }
  /** A LimitException or an engine fault is seen as an exception like any other. */
  get exception(): ApexException | null {
    if (this.failure === null || this.failure instanceof ApexException) return this.failure;
    return new ApexException(null, describeError(this.failure));
  }
}

export function queueableState(): QueueableState | null {
  return (current().slots.get(STATE) as QueueableState | undefined) ?? null;
}

export function enqueue(instance: unknown, options: EnqueueOptions = {}): ApexId {
  const platform = services();
  if (instance === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
  const parent = queueableState();
  const delay = options.delayMinutes ?? 0;
  if (delay < 0 || delay > MAX_DELAY_MINUTES) {
    throwApex('System.AsyncException', `Queueable delay must be between 0 and ${MAX_DELAY_MINUTES} minutes: ${delay}`);
  }
  const maximumDepth = options.maximumStackDepth ?? parent?.maximumDepth ?? null;
  const depth = parent ? parent.depth + 1 : 1;
  checkDepth(platform, depth, maximumDepth);
  if (options.duplicateSignature) claimSignature(platform, options.duplicateSignature);
  consume('queueableJobs');
  const className = classInfoOf(instance)?.name ?? 'Queueable';
  const jobId = createJobRow({ jobType: 'Queueable', className, methodName: 'execute' });
  const userId = runningUserId();
  // The instance is serialized when it is enqueued: what happens to it afterwards does not reach the job.
  const copy = deepCopy(instance);
  const order: QueueableOrder = {
    kind: 'queueable',
    jobId: jobId.value,
    userId,
    depth,
    maximumDepth,
    delayMinutes: delay,
    signature: options.duplicateSignature ?? null,
    value: copy
  };
  submit(order, () => runQueueable(platform, order), delay * MINUTE_MS);
  return jobId;
}

export interface QueueableOrder {
  readonly kind: 'queueable';
  readonly jobId: string;
  readonly userId: string;
  readonly depth: number;
  readonly maximumDepth: number | null;
  readonly delayMinutes: number;
  readonly signature: string | null;
  /** The instance. */
  readonly value: unknown;
}

export function runQueueable(platform: LocalPlatform, order: QueueableOrder): void {
  const { userId, depth, maximumDepth, delayMinutes, signature, value } = order;
  const jobId = ApexId.of(order.jobId);
  const state: QueueableState = { jobId, depth, maximumDepth, delayMinutes, finalizer: null };
  runJob(platform, {
    id: jobId,
    userId,
    quiddity: 'QUEUEABLE',
    execute: () => {
      if (signature) platform.signatures.delete(signature);
      current().slots.set(STATE, state);
      callMethod(value, 'execute', [new QueueableContext(jobId)]);
    },
    afterwards: (failure) => {
      if (state.finalizer !== null) runFinalizer(platform, state, userId, failure);
    }
  });
}

/** A test runs no chains unless it says how deep: the child would run inside its parent's stopTest. */
function checkDepth(platform: LocalPlatform, depth: number, maximum: number | null): void {
  const limit = maximum ?? (platform.test ? 1 : Number.POSITIVE_INFINITY);
  if (depth > limit) throwApex('System.AsyncException', 'Maximum stack depth has been reached.');
}

function claimSignature(platform: LocalPlatform, signature: string): void {
  if (platform.signatures.has(signature)) {
    throwApex('System.DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
  }
  platform.signatures.add(signature);
}

export function attachFinalizer(finalizer: unknown): void {
  const state = queueableState();
  if (!state) throwApex('System.HandledException', 'attachFinalizer can only be called from within a Queueable job');
  if (state.finalizer !== null) throwApex('System.HandledException', 'More than one Finalizer cannot be attached to same Async Apex Job');
  state.finalizer = finalizer;
}

/** The finalizer is the very instance that was attached: state the job put into it before failing is its purpose. */
function runFinalizer(platform: LocalPlatform, state: QueueableState, userId: string, failure: unknown): void {
  try {
    platform.transaction({ userId, quiddity: 'TRANSACTION_FINALIZER_QUEUEABLE', isTest: platform.test !== null }, () => {
      callMethod(state.finalizer, 'execute', [new FinalizerContext(state.jobId, failure)]);
    });
  } catch (error) {
    if (platform.test) throw error;
    platform.log(`Finalizer of job ${state.jobId.value} failed: ${describeError(error)}`);
  }
}
