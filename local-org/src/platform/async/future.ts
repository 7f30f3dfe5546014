import { current } from '../../runtime/execution.ts';
import { ANY } from '../../runtime/types.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { consume } from '../limits.ts';
import type { LocalPlatform } from '../local-platform.ts';
import { deepCopy } from './deep-copy.ts';
import { createJobRow, runJob, runningUserId, submit } from './jobs.ts';

/**
 * A call of an @future method: compiled code hands over the method's name instead of running it. Arguments are primitives
 * and collections of them, copied as they are now.
 */
export function callFuture(className: string, methodName: string, jsName: string, args: readonly unknown[]): null {
  const { quiddity } = current();
  if (quiddity === 'FUTURE' || quiddity.startsWith('BATCH')) {
    throwApex(
      'System.AsyncException',
      `Future method cannot be called from a future or batch method: ${className}.${methodName}(${args.map(() => '…').join(', ')})`
    );
  }
  consume('futureCalls');
  const id = createJobRow({ jobType: 'Future', className, methodName });
  const order: FutureOrder = {
    kind: 'future',
    jobId: id.value,
    userId: runningUserId(),
    className,
    jsName,
    value: deepCopy(new ApexList(ANY, [...args]))
  };
  submit(order, (platform) => runFuture(platform, order));
  return null;
}

export interface FutureOrder {
  readonly kind: 'future';
  readonly jobId: string;
  readonly userId: string;
  readonly className: string;
  /** Of the overload that was called. */
  readonly jsName: string;
  /** The arguments, an Apex list. */
  readonly value: unknown;
}

export function runFuture(platform: LocalPlatform, { jobId, userId, className, jsName, value }: FutureOrder): void {
  const { jsClass } = platform.org.program.classes.get(className.toLowerCase())!;
  const body = (jsClass as unknown as Record<string, (...args: unknown[]) => unknown>)[jsName]!;
  runJob(platform, { id: ApexId.of(jobId), userId, quiddity: 'FUTURE', execute: () => void body(...(value as ApexList).items) });
}
