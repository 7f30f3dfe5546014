/** What emitted code calls as `$`: operations of the language that need more than a JavaScript operator. */
import { triggerContext } from '../database/triggers.ts';
import { callFuture } from '../platform/async/future.ts';
import { tick } from '../platform/limits.ts';
import { runAs as platformRunAs } from '../platform/run-as.ts';
import { callMethod, hasMethod } from '../runtime/call.ts';
import { apexHashCode, identityHash } from '../runtime/equality.ts';
import { current } from '../runtime/execution.ts';
import type { Sharing } from '../runtime/execution.ts';
import type { ApexType, ClassInfo } from '../runtime/type.ts';
import { classInfoOf } from '../runtime/types.ts';
import { enumConstant } from '../runtime/values/enum.ts';
import { UnsupportedInLocalOrg } from '../runtime/unsupported.ts';
import { ApexException, throwApex } from '../runtime/values/exception.ts';
import { collections, enums, queries, rows, schema } from './support-data.ts';
import { b, nn } from './support-null.ts';
import { arithmetic, comparisons, conversions } from './support-values.ts';

/** A call through a platform interface, or on an exception whose method a user class may override. */
function invoke(
  receiver: unknown,
  name: string,
  implementation: ((...args: unknown[]) => unknown) | null,
  args: readonly unknown[]
): unknown {
  const user = classInfoOf(receiver);
  if (user && hasMethod(receiver, name, args.length)) return callMethod(receiver, name, args);
  return implementation ? implementation(receiver, ...args) : callMethod(receiver, name, args);
}

/** Exceptions no Apex code can catch: limits, and failed assertions. */
const UNCATCHABLE = new Set(['System.LimitException', 'System.AssertException']);

const exceptions = {
  /** What a catch clause may see. Errors of the local org itself, and limits, pass every catch. */
  caught(error: unknown): ApexException {
    if (!(error instanceof ApexException) || UNCATCHABLE.has(error.type.name)) throw stackOverflow(error) ?? error;
    return error;
  },
  thrown: (value: ApexException | null): ApexException => (nn(value) as ApexException).markThrown(),
  newException: (type: ApexType, ...args: (string | ApexException | null)[]): ApexException => new ApexException(type).initialize(...args),
  shallowCopy: <T extends object>(value: T): T => Object.assign(Object.create(Object.getPrototypeOf(value) as object) as T, value),
  plainText: (value: { classInfo: ClassInfo }): string => value.classInfo.name,
  invoke,
  /** In place of what does not compile. */
  refuse: (message: string): never => {
    throw new UnsupportedInLocalOrg(message);
  },
  hashCode: apexHashCode,
  identityHash
};

function stackOverflow(error: unknown): ApexException | null {
  if (!(error instanceof RangeError) || !error.message.includes('call stack')) return null;
  try {
    return throwApex('System.LimitException', 'Maximum stack depth reached: 1001');
  } catch (limit) {
    return limit as ApexException;
  }
}

const execution = {
  /** Sharing of a class takes effect while its methods run. */
  enter(sharing: Sharing): Sharing {
    const running = current();
    const before = running.sharing;
    running.sharing = sharing;
    return before;
  },
  leave(before: Sharing): void {
    current().sharing = before;
  },
  runAs: platformRunAs,
  future: callFuture,
  tick,
  property: (target: object, name: string, accessors: PropertyDescriptor): void => {
    Object.defineProperty(target, name, { ...accessors, configurable: true, enumerable: false });
  },
  trigger
};

/** Variables of `Trigger`; outside a trigger the flags are false and the rest is null. */
function trigger(name: string): unknown {
  const context = triggerContext();
  switch (name) {
    case 'isexecuting':
      return context !== null;
    case 'isbefore':
    case 'isafter':
      return context?.timing === name.slice(2);
    case 'isinsert':
    case 'isupdate':
    case 'isdelete':
    case 'isundelete':
      return context?.operation === name.slice(2);
    case 'new':
      return context?.new ?? null;
    case 'old':
      return context?.old ?? null;
    case 'newmap':
      return context?.newMap ?? null;
    case 'oldmap':
      return context?.oldMap ?? null;
    case 'size':
      return context?.size ?? null;
    case 'operationtype':
      return context ? enumConstant('System.TriggerOperation', `${context.timing}_${context.operation}`.toUpperCase()) : null;
    default:
      throw new Error(`Unknown trigger variable ${name}`);
  }
}

export const support = {
  nn,
  b,
  ...comparisons,
  ...arithmetic,
  ...conversions,
  ...collections,
  ...rows,
  ...queries,
  ...schema,
  ...enums,
  ...exceptions,
  ...execution
};
