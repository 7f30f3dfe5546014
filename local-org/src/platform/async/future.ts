import { current } from '../../runtime/execution.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { consume } from '../limits.ts';
import { deepCopy } from './deep-copy.ts';
import { createJobRow, runningUserId, submit } from './jobs.ts';

/**
 * A call of an @future method: compiled code hands over the body instead of running it. Arguments are primitives and
 * collections of them, copied as they are now.
 */
export function callFuture(className: string, methodName: string, body: (...args: unknown[]) => unknown, args: readonly unknown[]): null {
  const { quiddity } = current();
  if (quiddity === 'FUTURE' || quiddity.startsWith('BATCH')) {
    throwApex(
      'System.AsyncException',
      `Future method cannot be called from a future or batch method: ${className}.${methodName}(${args.map(() => '…').join(', ')})`
    );
  }
  consume('futureCalls');
  const id = createJobRow({ jobType: 'Future', className, methodName });
  const copies = args.map((argument) => deepCopy(argument));
  submit({ id, userId: runningUserId(), quiddity: 'FUTURE', execute: () => void body(...copies) });
  return null;
}
