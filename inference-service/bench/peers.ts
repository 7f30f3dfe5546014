import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Rows as the other side reads them; null is "not known". */
export interface PeerJob {
  columns: Record<string, { kind: 'number' | 'category'; values: (number | string | null)[] }>;
  won: number[];
  /** Rows of the hold-out, ascending. */
  held: number[];
}

export interface PeerResult {
  /** Probability of each row in `held`, from a model of all others. */
  heldOut: number[];
  /** Processor seconds of learning. */
  seconds: number;
}

export const PEERS = ['histogram gradient boosting', 'logistic regression'] as const;
export type Peer = (typeof PEERS)[number];
export type PeerAnswer = { version: string } & Record<Peer, PeerResult>;

/** scikit-learn of the system's Python on the same rows and the same split, one thread; a string says why it could not be run. */
export function runPeers(job: PeerJob): PeerAnswer | string {
  // A Python of one's own often stands before the system's, without its packages.
  for (const python of ['python3', '/usr/bin/python3']) {
    const answer = ask(python, job);
    if (typeof answer !== 'string' || python === '/usr/bin/python3') return answer;
  }
  return 'no python3 on this machine';
}

function ask(python: string, job: PeerJob): PeerAnswer | string {
  const run = spawnSync(python, [fileURLToPath(new URL('peers.py', import.meta.url))], {
    input: JSON.stringify(job),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' }
  });
  if (run.error) return 'no python3 on this machine';
  if (run.status !== 0) return `python3 failed: ${run.stderr.trim().split('\n').at(-1) ?? `code ${run.status}`}`;
  const answer = JSON.parse(run.stdout) as PeerAnswer | { missing: string };
  return 'missing' in answer ? `python3 without ${answer.missing}` : answer;
}
