import type { ObjectModel } from '../../metadata/model.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import type { ApexId } from '../../runtime/values/id.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import type { DmlOptions, DmlResult } from '../database.ts';
import { RowsLocked, unableToLock } from '../contention.ts';
import { TriggerFailure } from '../triggers.ts';
import { RollUpError } from './rollups.ts';
import { fail, newWork, resultOf } from './work.ts';
import type { Engine, Work } from './work.ts';

const CHUNK = 200;

/** Runs one chunk of works of one object; gives those that were inserts. */
type ChunkRunner = (object: ObjectModel, works: readonly Work[]) => ReadonlySet<Work>;

/** Ends an all-or-none operation; carries nothing, the works have the errors. */
class Abort extends Error {}

/**
 * Runs DML in chunks of 200 rows of one object. All-or-none: the first failed chunk undoes everything. Otherwise a chunk
 * with failures is undone and run again with the rows that did not fail, as the platform does.
 */
export function runBatches(rows: readonly SObject[], options: DmlOptions, engine: Engine, run: ChunkRunner): DmlResult[] {
  const works = rows.map((row, index) => newWork(row, index));
  const created = new Set<Work>();
  const idless = works.filter((work) => work.source.get('Id') === null);
  try {
    engine.store.atomically(() => {
      for (const { object, chunk } of chunksOf(works, engine)) {
        const inserted = options.allOrNone ? runWhole(object, chunk, run) : runPartly(object, chunk, engine, run);
        for (const work of inserted) created.add(work);
        if (options.allOrNone && chunk.some((work) => work.errors.length > 0)) throw new Abort();
      }
    });
  } catch (error) {
    engine.access.forget();
    engine.sharing.forget();
    // Rows found by external id lose the id they were lent.
    for (const work of idless) work.source.values.delete('Id');
    if (!(error instanceof Abort)) throw error;
    return works.map((work) => resultOf(work, null, false));
  }
  for (const work of works) {
    if (work.errors.length === 0 && work.source.get('Id') === null) work.source.values.set('Id', work.row.get('Id'));
  }
  return works.map((work) => resultOf(work, (work.source.get('Id') as ApexId | null)?.value ?? null, created.has(work)));
}

function runWhole(object: ObjectModel, chunk: readonly Work[], run: ChunkRunner): ReadonlySet<Work> {
  return guarded(chunk, () => run(object, chunk));
}

function runPartly(object: ObjectModel, chunk: readonly Work[], engine: Engine, run: ChunkRunner): ReadonlySet<Work> {
  let remaining = [...chunk];
  while (remaining.length > 0) {
    let inserted: ReadonlySet<Work> = new Set();
    try {
      engine.store.atomically(() => {
        inserted = guarded(remaining, () => run(object, remaining));
        if (remaining.some((work) => work.errors.length > 0)) throw new Abort();
      });
      return inserted;
    } catch (error) {
      engine.access.forget();
      engine.sharing.forget();
      if (!(error instanceof Abort)) throw error;
      remaining = remaining.filter((work) => work.errors.length === 0);
    }
  }
  return new Set();
}

/** A trigger's exception, a parent's refusal and rows that another transaction holds are failures of the whole chunk. */
function guarded(works: readonly Work[], body: () => ReadonlySet<Work>): ReadonlySet<Work> {
  try {
    return body();
  } catch (error) {
    if (error instanceof TriggerFailure) {
      for (const work of works) if (work.errors.length === 0) fail(work, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', error.message);
    } else if (error instanceof RollUpError) {
      for (const work of works) if (work.errors.length === 0) work.errors.push(...error.errors);
    } else if (error instanceof RowsLocked) {
      for (const work of works) if (work.errors.length === 0) fail(work, 'UNABLE_TO_LOCK_ROW', unableToLock(error.ids));
    } else throw error;
    return new Set();
  }
}

function* chunksOf(works: readonly Work[], engine: Engine): Generator<{ object: ObjectModel; chunk: Work[] }> {
  let start = 0;
  while (start < works.length) {
    const name = works[start]!.source.objectName;
    let end = start;
    while (end < works.length && end - start < CHUNK && works[end]!.source.objectName === name) end++;
    const object = engine.model.objects.get(name.toLowerCase());
    if (!object || object.kind === 'customMetadata' || object.kind === 'platformEvent')
      throwApex('System.TypeException', `DML operation not allowed on ${name}`);
    yield { object, chunk: works.slice(start, end) };
    start = end;
  }
}
