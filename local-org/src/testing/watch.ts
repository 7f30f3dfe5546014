import { watch } from 'node:fs';
import { join } from 'node:path';
import { readProject } from '../metadata/files.ts';
import { loadModel } from '../metadata/load.ts';
import type { OrgModel } from '../metadata/model.ts';
import { MetadataError } from '../metadata/xml.ts';
import { affectedTests } from './affected.ts';
import type { TestReport } from './results.ts';
import { runTests } from './run.ts';
import { isGone, watchFolders } from './watch-folders.ts';
import type { RunOptions } from './run.ts';

/** Editors write a file in several steps, and a formatter writes many files: they make one change. */
const SETTLE_MS = 150;
const SHOWN_NAMES = 5;

/**
 * Runs the tests, then after each change those that it may affect, until the process is told to stop. A change of metadata
 * other than Apex may affect every test.
 */
export async function watchTests(options: RunOptions, onReport: (report: TestReport) => void, say: (line: string) => void): Promise<void> {
  let before: OrgModel | null = null;
  const first = async (): Promise<void> => {
    before = tryToLoad(options, say);
    await runAndReport(options, onReport, say);
    say('\nWaiting for changes');
  };
  await changes([options.root, ...(options.dependencies ?? [])], first, async () => {
    const after = tryToLoad(options, say);
    if (!after) return;
    const change = before ? changeBetween(before, after) : EVERYTHING;
    before = after;
    say(`\n${describe(change)}`);
    if (change.tests?.length === 0) return;
    await runAndReport({ ...options, classes: change.tests ?? undefined }, onReport, say);
  });
}

/** What happened to the source, and the test classes that it calls for: null for all of them. */
export interface Change {
  /** Classes and triggers that were written, came or went. */
  readonly apex: readonly string[];
  readonly tests: readonly string[] | null;
}

const EVERYTHING: Change = { apex: [], tests: null };

export function changeBetween(before: OrgModel, after: OrgModel): Change {
  if (before.fingerprint !== after.fingerprint) return EVERYTHING;
  const known = new Map(before.apex.map((file) => [file.path, file.text]));
  const changed = after.apex.filter((file) => known.get(file.path) !== file.text).map((file) => file.name);
  const present = new Set(after.apex.map((file) => file.path));
  const removed = before.apex.filter((file) => !present.has(file.path)).map((file) => file.name);
  const apex = new Set([...changed, ...removed]);
  // What used a file that went knew it as it was before.
  const affected = new Set([...affectedTests(before, apex), ...affectedTests(after, apex)]);
  return { apex: [...apex], tests: after.apex.map((file) => file.name).filter((name) => affected.has(name)) };
}

function describe({ apex, tests }: Change): string {
  if (!tests) return 'Running every test: something other than Apex has changed';
  if (apex.length === 0) return 'Nothing has changed that a test could notice';
  const names =
    apex.length > SHOWN_NAMES ? `${apex.slice(0, SHOWN_NAMES).join(', ')} and ${apex.length - SHOWN_NAMES} more` : apex.join(', ');
  return tests.length === 0 ? `No test uses ${names}` : `Running what uses ${names}`;
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
    // A file that went while it was read is reported as a change of its own.
    if (!(error instanceof MetadataError) && !isGone(error)) throw error;
    say((error as Error).message);
    return null;
  }
}

/**
 * Calls `first`, then `onChange` after each settled change of the projects since then, one at a time; ends on SIGINT and
 * SIGTERM.
 */
function changes(roots: readonly string[], first: () => Promise<void>, onChange: () => Promise<void>): Promise<void> {
  return new Promise((stop, fail) => {
    let timer: NodeJS.Timeout | null = null;
    let work: Promise<void>;
    const changed = (): void => {
      if (timer) clearTimeout(timer);
      timer = setTimeout(() => {
        sources.set(roots.flatMap(foldersOf));
        work = work.then(onChange).catch(fail);
      }, SETTLE_MS);
    };
    const sources = watchFolders(changed);
    sources.set(roots.flatMap(foldersOf));
    // The project file, and package directories that come and go.
    const projects = roots.map((root) =>
      watch(root, (event, name) => {
        if (name === 'sfdx-project.json' || event === 'rename') changed();
      })
    );
    work = first().catch(fail);
    const end = (): void => {
      for (const project of projects) project.close();
      sources.close();
      if (timer) clearTimeout(timer);
      void work.then(stop);
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}

/** Folders of the source; none while the project file cannot be read, which loading the project says. */
function foldersOf(root: string): string[] {
  try {
    return readProject(root).packageDirectories.map((directory) => join(root, directory));
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    return [];
  }
}
