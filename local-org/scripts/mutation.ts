/**
 * Measures the package's Apex tests: puts small faults into its classes, one at a time and in memory, and counts how many
 * the tests notice.
 *
 *   node local-org/scripts/mutation.ts [--seed N] [--count N] [--classes PATTERN,…] [--root FOLDER] [--json FILE] [--id ID,…]
 *
 * Only tests that run the mutated line are tried, and a mutant is dead at the first failure. A mutant that does not compile
 * counts for nothing; one that runs for a minute is dead. Ends with code 1 below the target.
 *
 * Survivors that no test can notice are explained in config/apex-mutants.json: they count as survivors all the same. An
 * explanation whose mutant does not exist any more, or is killed, is an error.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadModel } from '../src/metadata/load.ts';
import { contentHash } from '../src/types/cache.ts';
import { mutantsOf } from './mutation-mutants.ts';
import type { Mutant } from './mutation-mutants.ts';
import type { WorkerAnswer, WorkerRequest } from './mutation-worker.ts';

const TARGET = 0.85;
const TIME_LIMIT_MS = 60_000;
/** All tests, once, on a machine with other work. */
const BASELINE_LIMIT_MS = 600_000;
/** Compiled programs stay in memory; a fresh process every so many mutants keeps it small. */
const MUTANTS_PER_WORKER = 60;

/** V8 does not count the calls that its middle compiler inlines: tests would seem not to run what they run. */
const COUNTED = ['--no-maglev'];

interface Verdict {
  readonly mutant: Mutant;
  readonly outcome: 'killed' | 'survived' | 'not covered' | 'timed out';
  readonly by?: string;
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '150' },
    classes: { type: 'string', default: '*' },
    root: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) },
    json: { type: 'string' },
    id: { type: 'string' }
  }
});
const root = resolve(values.root);
const sources = loadModel(root).apex.filter(
  (file) => file.kind === 'class' && matches(file.name, values.classes) && !/^\s*@IsTest/im.test(file.text)
);
const explanations = readExplanations();
const files = new Map(sources.map((file) => [file.name, file.path]));
const all = sources.flatMap((file) => mutantsOf(file.name, file.text));
// Chosen by what the fault is rather than where, so that a change elsewhere does not choose others.
const order = all
  .map((mutant) => ({ mutant, rank: contentHash(values.seed, mutant.id) }))
  .sort((left, right) => (left.rank < right.rank ? -1 : 1));
const candidates = order
  .map(({ mutant }) => mutant)
  .filter((mutant) => values.id === undefined || values.id.split(',').includes(mutant.id));

let worker: ChildProcess | null = null;
let tried = 0;

console.log(
  `${all.length} possible mutants in ${sources.length} classes; trying ${Math.min(Number(values.count), candidates.length)} (seed ${values.seed})`
);
const started = performance.now();
const baseline = await ask({ kind: 'baseline', root });
if (baseline === 'timed out' || baseline.kind !== 'baseline') throw new Error('The tests could not be run on the source as it is');
if (baseline.failures.length > 0) throw new Error(`The tests fail without any mutant:\n${baseline.failures.join('\n')}`);
const testsByLine = index(baseline.lines);

const verdicts: Verdict[] = [];
let invalid = 0;
for (const mutant of candidates) {
  if (verdicts.length >= Number(values.count)) break;
  const verdict = await judge(mutant);
  if (verdict === null) {
    invalid += 1;
    continue;
  }
  verdicts.push(verdict);
  console.log(`${verdict.outcome.padEnd(12)} ${describe(mutant)}${verdict.by ? `  (${verdict.by})` : ''}`);
}
stop();
process.exitCode = finish();

async function judge(mutant: Mutant): Promise<Verdict | null> {
  const tests = testsFor(mutant);
  if (tests.length === 0) return { mutant, outcome: 'not covered' };
  const answer = await ask({ kind: 'try', root, mutant, tests });
  if (answer === 'timed out') return { mutant, outcome: 'timed out' };
  if (answer.kind === 'invalid') return null;
  if (answer.kind === 'killed') return { mutant, outcome: 'killed', by: answer.by };
  return { mutant, outcome: 'survived' };
}

/** Tests that run the statement; for code outside of methods, those that use the class at all. */
function testsFor(mutant: Mutant): string[] {
  const lines = testsByLine.get(files.get(mutant.className)!) ?? new Map<number, string[]>();
  const direct = lines.get(mutant.statementLine) ?? lines.get(mutant.line);
  if (direct) return direct;
  return mutant.method === '' || !lines.has(mutant.statementLine) ? [...new Set([...lines.values()].flat())] : [];
}

function index(lines: readonly [string, [string, number[]][]][]): Map<string, Map<number, string[]>> {
  const result = new Map<string, Map<number, string[]>>();
  for (const [test, hits] of lines) {
    for (const [file, numbers] of hits) {
      const ofFile = result.get(file) ?? new Map<number, string[]>();
      result.set(file, ofFile);
      for (const line of numbers) ofFile.set(line, [...(ofFile.get(line) ?? []), test]);
    }
  }
  return result;
}

/** One question to the worker, which is replaced when it does not answer in time. */
async function ask(request: WorkerRequest): Promise<WorkerAnswer | 'timed out'> {
  if (tried >= MUTANTS_PER_WORKER) stop();
  worker ??= fork(fileURLToPath(new URL('./mutation-worker.ts', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: COUNTED
  });
  tried += 1;
  const child = worker;
  return new Promise((settle, fail) => {
    const late = setTimeout(
      () => {
        stop();
        settle('timed out');
      },
      request.kind === 'baseline' ? BASELINE_LIMIT_MS : TIME_LIMIT_MS
    );
    const ended = (code: number | null): void => {
      clearTimeout(late);
      if (code !== null) fail(new Error(`The worker ended early (${code})`));
    };
    child.once('exit', ended);
    child.once('message', (answer: WorkerAnswer) => {
      clearTimeout(late);
      child.off('exit', ended);
      settle(answer);
    });
    child.send(request);
  });
}

function stop(): void {
  worker?.kill('SIGKILL');
  worker = null;
  tried = 0;
}

function finish(): number {
  const dead = verdicts.filter(({ outcome }) => outcome === 'killed' || outcome === 'timed out').length;
  const share = verdicts.length === 0 ? 0 : dead / verdicts.length;
  const survivors = verdicts.filter(({ outcome }) => outcome === 'survived' || outcome === 'not covered');
  const open = survivors.filter(({ mutant }) => !explanations.has(mutant.id));
  const list = (title: string, of: readonly Verdict[], note: (verdict: Verdict) => string): void => {
    if (of.length > 0) console.log(`\n${title}:\n${of.map((verdict) => `  ${describe(verdict.mutant)}${note(verdict)}`).join('\n')}`);
  };
  list('Survivors', open, ({ outcome }) => (outcome === 'not covered' ? '  no test runs it' : ''));
  list(
    'Survivors with an explanation',
    survivors.filter(({ mutant }) => explanations.has(mutant.id)),
    ({ mutant }) => `\n      ${explanations.get(mutant.id)!}`
  );
  const stale = staleExplanations();
  if (stale.length > 0) console.error(`\nconfig/apex-mutants.json explains what does not survive: ${stale.join(', ')}`);
  const seconds = Math.round((performance.now() - started) / 1000);
  const late = verdicts.filter(({ outcome }) => outcome === 'timed out').length;
  console.log(
    `\n${dead} of ${verdicts.length} mutants killed: ${(share * 100).toFixed(1)} % (target ${TARGET * 100} %), ${late} of them by the time limit; ${invalid} more did not compile; ${seconds} s`
  );
  if (values.json)
    writeFileSync(
      values.json,
      `${JSON.stringify({ seed: values.seed, killed: dead, total: verdicts.length, share, verdicts }, null, 2)}\n`
    );
  return share >= TARGET && stale.length === 0 ? 0 : 1;
}

function readExplanations(): Map<string, string> {
  const path = join(root, 'config/apex-mutants.json');
  if (!existsSync(path)) return new Map();
  const entries = JSON.parse(readFileSync(path, 'utf8')) as readonly { readonly ids: readonly string[]; readonly reason: string }[];
  return new Map(entries.flatMap(({ ids, reason }) => ids.map((id) => [id, reason])));
}

/** Ids that no mutant has, or whose mutant was killed; mutants of classes left out of this run are not looked at. */
function staleExplanations(): string[] {
  const known = new Set(all.map(({ id }) => id));
  const dead = new Set(verdicts.filter(({ outcome }) => outcome === 'killed').map(({ mutant }) => mutant.id));
  return [...explanations.keys()].filter((id) => dead.has(id) || (values.classes === '*' && !known.has(id)));
}

function describe({ id, className, line, method, kind, before, after }: Mutant): string {
  const short = (text: string): string => {
    const flat = text.replace(/\s+/g, ' ');
    return flat.length > 70 ? `${flat.slice(0, 67)}…` : flat;
  };
  const place = `${relative(root, files.get(className)!)}:${line}`;
  return `${id}  ${place}  ${method || 'field'}  ${kind}: ${short(before)} → ${after === '{}' ? 'removed' : short(after)}`;
}

function matches(name: string, patterns: string): boolean {
  return patterns.split(',').some((pattern) => new RegExp(`^${pattern.trim().replaceAll('*', '.*')}$`, 'i').test(name));
}
