/**
 * Tries mutants one after the other. A child process of mutation.ts: a mutant may loop for ever, and then the parent ends
 * this process and starts another.
 */
import { openModel } from '../src/open-org.ts';
import { loadModel } from '../src/metadata/load.ts';
import type { OrgModel } from '../src/metadata/model.ts';
import { runTestsOf } from '../src/testing/execute.ts';
import { CoverageRecorder } from '../src/testing/coverage.ts';
import { CompileFailure } from '../src/open-org.ts';
import { applyMutant } from './mutation-mutants.ts';
import type { Mutant } from './mutation-mutants.ts';

export type WorkerRequest =
  | { readonly kind: 'baseline'; readonly root: string }
  | { readonly kind: 'try'; readonly root: string; readonly mutant: Mutant; readonly tests: readonly string[] };

export type WorkerAnswer =
  /** Lines that each test runs, by file: `[test, [file, lines][]][]`. */
  | {
      readonly kind: 'baseline';
      readonly failures: readonly string[];
      readonly lines: [test: string, files: [file: string, lines: number[]][]][];
    }
  | { readonly kind: 'killed'; readonly by: string }
  | { readonly kind: 'survived' }
  | { readonly kind: 'invalid'; readonly message: string };

let model: OrgModel | null = null;
const quiet = { memory: true, log: () => {} };

process.on('message', (request: WorkerRequest) => {
  model ??= loadModel(request.root);
  process.send!(request.kind === 'baseline' ? baseline(model) : attempt(model, request.mutant, request.tests));
});

/** Runs every test on the source as it is and notes which lines each of them runs. */
function baseline(source: OrgModel): WorkerAnswer {
  const recorder = new CoverageRecorder();
  recorder.start();
  const org = openModel(source, quiet);
  const lines: [string, [string, number[]][]][] = [];
  const failures: string[] = [];
  recorder.take();
  runTestsOf(org, {
    onResult: (result) => {
      const test = `${result.class}.${result.method}`;
      if (result.outcome !== 'passed') failures.push(`${test}: ${result.message}`);
      const files = [...recorder.take()].map(([file, hits]): [string, number[]] => [
        file,
        [...hits].filter(([, count]) => count > 0).map(([line]) => line)
      ]);
      lines.push([test, files.filter(([, hit]) => hit.length > 0)]);
    }
  });
  recorder.stop();
  org.close();
  return { kind: 'baseline', failures, lines };
}

/** Ends a run at its first failure. */
class Killed extends Error {}

function attempt(source: OrgModel, mutant: Mutant, tests: readonly string[]): WorkerAnswer {
  const apex = source.apex.map((file) =>
    file.kind === 'class' && file.name === mutant.className ? { ...file, text: applyMutant(file.text, mutant) } : file
  );
  let org;
  try {
    org = openModel({ ...source, apex }, quiet);
  } catch (error) {
    if (error instanceof CompileFailure) return { kind: 'invalid', message: error.message };
    throw error;
  }
  try {
    runTestsOf(org, {
      filter: tests.join(','),
      onResult: (result) => {
        if (result.outcome !== 'passed') throw new Killed(`${result.class}.${result.method}`);
      }
    });
    return { kind: 'survived' };
  } catch (error) {
    if (error instanceof Killed) return { kind: 'killed', by: error.message };
    throw error;
  } finally {
    org.close();
  }
}
