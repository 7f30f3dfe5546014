/**
 * Publishes the partner site and waits until it is live. A site on Lightning Web Runtime serves a frozen copy: nothing that is
 * deployed, neither the site itself nor a changed component, is seen by anybody before.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { query, quoted, sf, type Sf } from './sf.ts';

export const SITE = 'Partner Portal';
/** The platform gives a publication up after 15 minutes. */
const DEADLINE_MS = 16 * 60_000;
const POLL_MS = 5_000;

export interface Clock {
  now(): number;
  wait(milliseconds: number): Promise<unknown>;
}

const CLOCK: Clock = { now: () => Date.now(), wait: (milliseconds) => wait(milliseconds) };
const GIVEN_UP = new Set(['Failed', 'Canceled', 'Error', 'Aborted']);

/** @returns what went wrong, or null once the site is live */
export async function publishSite(org: string, name: string, run: Sf = sf, clock: Clock = CLOCK): Promise<string | null> {
  const started = run<{ jobId?: string }>(['community', 'publish', '--name', name, '--target-org', org]);
  if ('problem' in started) return started.problem;
  const { jobId } = started.result;
  if (!jobId) return 'The org did not say under which job it publishes: look in Experience Builder whether it did.';
  const deadline = clock.now() + DEADLINE_MS;
  while (clock.now() < deadline) {
    const rows = query<{ Status: string; Error?: string | null }>(
      run,
      org,
      `SELECT Status, Error FROM BackgroundOperation WHERE Id = ${quoted(jobId)}`
    );
    if ('problem' in rows) return rows.problem;
    const job = rows.result[0];
    if (!job) return `The org no longer knows the job ${jobId}: look in Experience Builder whether the site is live.`;
    if (job.Status === 'Completed') return null;
    if (GIVEN_UP.has(job.Status)) return `The org gave the publication up: ${job.Error ?? job.Status}`;
    await clock.wait(POLL_MS);
  }
  return 'The org did not finish the publication within 15 minutes. Publish again.';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { 'target-org': { type: 'string' }, name: { type: 'string', default: SITE } } });
  if (!values['target-org']) {
    console.error('Usage: npm run publish:site -- --target-org ALIAS [--name "Partner Portal"]');
    process.exitCode = 2;
  } else {
    const problem = await publishSite(values['target-org'], values.name);
    if (problem) console.error(`${values.name} is not published: ${problem}`);
    else console.log(`${values.name} is live.`);
    process.exitCode = problem ? 1 : 0;
  }
}
