import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { readProject } from '../metadata/files.ts';
import { loadModel } from '../metadata/load.ts';
import type { OrgModel } from '../metadata/model.ts';
import { MetadataError } from '../metadata/xml.ts';
import { affectedTests } from './affected.ts';
import type { TestReport } from './results.ts';
import { runTests } from './run.ts';
import type { RunOptions } from './run.ts';

/** Editors write a file in several steps, and a formatter writes many files: they make one change. */
const SETTLE_MS = 150;

/**
 * Runs the tests, then after each change those that it may affect, until the process is told to stop. A change of metadata
 * other than Apex may affect every test.
 */
export async function watchTests(options: RunOptions, onReport: (report: TestReport) => void, say: (line: string) => void): Promise<void> {
  let before = tryToLoad(options, say);
  await runAndReport(options, onReport, say);
  await changes(
    options.root,
    async () => {
      const after = tryToLoad(options, say);
      if (!after) return;
      const wanted = before ? testsToRun(before, after) : null;
      before = after;
      if (wanted?.length === 0) return;
      say(`\n${wanted ? `Running ${wanted.join(', ')}` : 'Running every test'}`);
      await runAndReport({ ...options, classes: wanted ?? undefined }, onReport, say);
    },
    say
  );
}

/** Test classes to run again; null for all of them. */
export function testsToRun(before: OrgModel, after: OrgModel): string[] | null {
  if (before.fingerprint !== after.fingerprint) return null;
  const known = new Map(before.apex.map((file) => [file.path, file.text]));
  const changed = after.apex.filter((file) => known.get(file.path) !== file.text).map((file) => file.name);
  const present = new Set(after.apex.map((file) => file.path));
  const removed = before.apex.filter((file) => !present.has(file.path)).map((file) => file.name);
  return affectedTests(after, new Set([...changed, ...removed]));
}

async function runAndReport(options: RunOptions, onReport: (report: TestReport) => void, say: (line: string) => void): Promise<void> {
  try {
    onReport(await runTests(options));
  } catch (error) {
    // A half-edited project is normal here: say what is wrong and wait for the next change.
    say(error instanceof Error ? error.message : String(error));
  }
}

function tryToLoad({ root, namespace, dependencies }: RunOptions, say: (line: string) => void): OrgModel | null {
  try {
    return loadModel(root, { namespace, dependencies });
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    say(error.message);
    return null;
  }
}

/** Calls `onChange` after each settled change of the package directories, one at a time; ends on SIGINT and SIGTERM. */
function changes(root: string, onChange: () => Promise<void>, say: (line: string) => void): Promise<void> {
  return new Promise((stop, fail) => {
    let timer: NodeJS.Timeout | null = null;
    let work = Promise.resolve();
    const changed = (): void => {
      if (timer) clearTimeout(timer);
      timer = setTimeout(() => {
        work = work.then(onChange).catch(fail);
      }, SETTLE_MS);
    };
    const watchers: FSWatcher[] = readProject(root).packageDirectories.map((directory) =>
      watch(join(root, directory), { recursive: true }, changed)
    );
    say('\nWaiting for changes');
    const end = (): void => {
      for (const watcher of watchers) watcher.close();
      if (timer) clearTimeout(timer);
      void work.then(stop);
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}
