import { compileAnonymous } from '../compiler/index.ts';
import type { Contention, Point } from '../database/contention.ts';
import { RowsLocked } from '../database/contention.ts';
import type { LocalDatabase } from '../database/engine.ts';
import type { Execution } from '../runtime/execution.ts';
import type { LocalPlatform } from './local-platform.ts';

/** One of two transactions: a block of Apex, or a function that is called in it. */
export interface Actor {
  readonly userId: string;
  readonly run: string | ((execution: Execution) => unknown);
  /** As System.Quiddity names it; decides the limits. */
  readonly quiddity?: string;
}

export interface Interleaving {
  readonly first: Actor;
  readonly second: Actor;
  /** The moment in the first transaction at which the second runs; the first for which this is true. */
  readonly at: (point: Point) => boolean;
  /**
   * What becomes of the second when it wants a row that the first holds. `ends` (as usual): it waits, and goes on once the
   * first has ended. `holds`: the first keeps the row for longer than the ten seconds that the platform waits.
   */
  readonly meanwhile?: 'ends' | 'holds';
}

/** How a transaction ended: what it gave, or what it threw. */
export type Ending = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Error };

export interface Interleaved {
  readonly first: Ending;
  readonly second: Ending;
  /** Whether the second had to wait for the first to end. */
  readonly waited: boolean;
}

/** Undoes the second transaction, which is begun again when the first has ended. Apex cannot catch it. */
class MustWait extends Error {}

/**
 * Runs one transaction and, in the middle of it, another, as two users at once would have it: each has its statics, limits
 * and locks; the second commits before the first goes on, unless it wants a row that the first holds.
 *
 * A transaction that waits is one that begins after the other: it is undone and run again, so its earlier reads are fresh.
 * The second can run only where the first has not written yet (inside a test everything is one set of changes, and it can
 * run anywhere).
 */
export function interleave(platform: LocalPlatform, { first, second, at, meanwhile = 'ends' }: Interleaving): Interleaved {
  const database = platform.org.database as LocalDatabase;
  if (database.contention) throw new Error('Transactions are interleaved already');
  const held = { first: new Set<string>(), second: new Set<string>() };
  let acting: 'first' | 'second' = 'first';
  let reached = false;
  let secondEnding: Ending | null = null;

  const contention: Contention = {
    lock: (ids) => {
      const taken = acting === 'second' ? ids.filter((id) => held.first.has(id)) : [];
      if (taken.length === 0) {
        for (const id of ids) held[acting].add(id);
      } else if (meanwhile === 'holds') throw new RowsLocked(taken);
      else throw new MustWait();
    },
    release: () => held[acting].clear(),
    reached: (point) => {
      if (acting === 'second' || reached || !at(point)) return;
      reached = true;
      acting = 'second';
      try {
        // A test's sandbox is one set of changes, and nothing outlives it.
        const aside = platform.test ? <T>(body: () => T): T => body() : <T>(body: () => T): T => database.store.aside(body);
        secondEnding = aside(() => ending(platform, second));
      } finally {
        acting = 'first';
        held.second.clear();
      }
    }
  };
  database.contention = contention;
  try {
    const firstEnding = ending(platform, first);
    if (!reached) {
      if (!firstEnding.ok) throw firstEnding.error;
      throw new Error('The first transaction ended without coming to the point at which the second was to run');
    }
    const early = secondEnding as Ending | null;
    const waited = early === null || (!early.ok && early.error instanceof MustWait);
    if (!waited) return { first: firstEnding, second: early, waited };
    held.first.clear();
    acting = 'second';
    return { first: firstEnding, second: ending(platform, second), waited };
  } finally {
    database.contention = null;
  }
}

function ending(platform: LocalPlatform, { userId, run, quiddity = 'ANONYMOUS' }: Actor): Ending {
  try {
    return { ok: true, value: platform.transaction({ userId, quiddity }, (execution) => perform(platform, run, execution)) };
  } catch (error) {
    return { ok: false, error: error as Error };
  }
}

function perform({ org }: LocalPlatform, run: Actor['run'], execution: Execution): unknown {
  if (typeof run !== 'string') return run(execution);
  const { run: block, errors } = compileAnonymous(org.model, org.program, run);
  if (!block) throw new Error(errors.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  block();
  return null;
}
