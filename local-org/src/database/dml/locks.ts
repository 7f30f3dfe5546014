import type { ObjectModel } from '../../metadata/model.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { Engine, Work } from './work.ts';

/**
 * DML holds the rows it writes, and the masters of details, to the end of the transaction. Lookups are not held: whether the
 * platform locks them depends on settings of each relationship.
 */
export function lockRows(object: ObjectModel, works: readonly Work[], engine: Engine): void {
  const { contention } = engine;
  if (!contention) return;
  const masters = [...object.fields.values()].filter((field) => field.masterDetail === true);
  const ids = new Set<string>();
  for (const { source, before } of works) {
    for (const value of [source.get('Id'), ...masters.flatMap(({ name }) => [source.get(name), before?.get(name)])]) {
      if (value instanceof ApexId) ids.add(value.value);
    }
  }
  contention.lock([...ids]);
}
