import { executeTests } from './execute.ts';
import type { ExecuteOptions } from './execute.ts';
import type { TestResult } from './results.ts';

/** One of several processes that share a test run: told its part by message, it reports each result as it comes. */
export type WorkerMessage =
  | { readonly kind: 'result'; readonly result: TestResult }
  | {
      readonly kind: 'done';
      readonly coverage: [file: string, lines: [number, number][]][] | null;
      readonly testFiles: readonly string[];
      readonly compileErrors: readonly string[];
    }
  | { readonly kind: 'failed'; readonly message: string };

process.on('message', (options: ExecuteOptions) => {
  const send = (message: WorkerMessage): void => void process.send?.(message);
  try {
    const { coverage, testFiles, compileErrors } = executeTests({ ...options, onResult: (result) => send({ kind: 'result', result }) });
    send({ kind: 'done', coverage: coverage && [...coverage].map(([file, lines]) => [file, [...lines]]), testFiles, compileErrors });
  } catch (error) {
    send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
  process.disconnect();
});
