import type { ClassInfo, MethodInfo } from '../runtime/type.ts';
import { apexStackTrace } from '../runtime/stack-trace.ts';
import { UnsupportedInLocalOrg } from '../runtime/unsupported.ts';
import { ApexException } from '../runtime/values/exception.ts';
import { newTestContext } from '../platform/async/test-context.ts';
import { runLeftoverJobs } from '../platform/async/test-work.ts';
import type { LocalPlatform } from '../platform/local-platform.ts';
import type { TestClass } from './discover.ts';
import type { TestResult } from './results.ts';

/**
 * Runs one class: its setup once, then each method on the rows that setup left, in a savepoint. Nothing survives: the
 * caller runs this in a sandbox.
 */
export function runTestClass(
  platform: LocalPlatform,
  userId: string,
  tests: TestClass,
  onResult: (result: TestResult) => void = () => {}
): TestResult[] {
  const { database } = platform.org;
  const failedSetup = tests.setup.map((method) => attempt(platform, userId, tests.info, method)).find((failure) => failure !== null);
  const results: TestResult[] = [];
  for (const method of tests.methods) {
    const savepoint = database.savepoint();
    const started = performance.now();
    const failure = failedSetup ?? attempt(platform, userId, tests.info, method);
    const ms = Math.round((performance.now() - started) * 10) / 10;
    database.rollbackTo(savepoint);
    const result: TestResult = { class: tests.name, method: method.name, ms, ...outcome(failure) };
    results.push(result);
    onResult(result);
  }
  return results;
}

/** Runs a method and the asynchronous work that it left; gives what it threw. */
function attempt(platform: LocalPlatform, userId: string, info: ClassInfo, method: MethodInfo): { error: unknown } | null {
  platform.test = newTestContext();
  try {
    platform.transaction({ userId, quiddity: 'RUNTEST_SYNC', isTest: true }, () => {
      const statics = info.jsClass as unknown as Record<string, () => unknown>;
      statics[method.jsName]!();
      // Work enqueued outside of startTest and stopTest runs when the method is over.
      runLeftoverJobs(platform);
    });
    return null;
  } catch (error) {
    return { error };
  } finally {
    platform.test = null;
    platform.events.clear();
    platform.signatures.clear();
    platform.cache.clear();
  }
}

function outcome(failure: { error: unknown } | null): Pick<TestResult, 'outcome' | 'message'> {
  if (failure === null) return { outcome: 'passed', message: '' };
  const { error } = failure;
  if (error instanceof ApexException) {
    const assertion = error.type.name === 'System.AssertException';
    return { outcome: assertion ? 'failed' : 'errored', message: describe(error) };
  }
  if (error instanceof UnsupportedInLocalOrg) return { outcome: 'errored', message: lines([error.message, apexStackTrace(error.stack)]) };
  // Not Apex's fault but this runtime's: the JavaScript stack is what helps.
  return { outcome: 'errored', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function describe(error: ApexException): string {
  const parts = [error.toString(), apexStackTrace(error.stack)];
  for (let cause = error.apexCause; cause; cause = cause.apexCause)
    parts.push(`Caused by: ${cause.toString()}`, apexStackTrace(cause.stack));
  return lines(parts);
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
