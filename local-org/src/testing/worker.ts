import { executeTests } from './execute.ts';
import type { ExecuteOptions } from './execute.ts';
import type { TestResult } from './results.ts';
import { isMendable } from './run.ts';

/** One of several processes that share a test run: told its part by message, it reports each result as it comes. */
export type WorkerMessage =
  | { readonly kind: 'result'; readonly result: TestResult }
  | {
      readonly kind: 'done';
      readonly coverage: [file: string, lines: [number, number][]][] | null;
      readonly testFiles: readonly string[];
      readonly compileErrors: readonly string[];
    }
  /** `mendable`: the project is at fault, and the message says it all; otherwise it is a stack. */
  | { readonly kind: 'failed'; readonly mendable: boolean; readonly message: string };

process.on('message', (options: ExecuteOptions) => {
  const send = (message: WorkerMessage, sent?: () => void): void => void process.send?.(message, undefined, undefined, sent);
  // The tests run without giving way, so all their results are still to be written: leaving now would lose them.
  const end = (message: WorkerMessage): void => send(message, () => process.disconnect());
  try {
    const { coverage, testFiles, compileErrors } = executeTests({ ...options, onResult: (result) => send({ kind: 'result', result }) });
    end({ kind: 'done', coverage: coverage && [...coverage].map(([file, lines]) => [file, [...lines]]), testFiles, compileErrors });
  } catch (error) {
    const mendable = isMendable(error);
    const message = mendable ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    end({ kind: 'failed', mendable, message });
  }
});
