import type { ObjectModel } from '../../metadata/model.ts';
import { workflowChanges } from '../../platform/workflow/rules.ts';
import { saveChunk } from './save.ts';
import { newWork } from './work.ts';
import type { Engine, Work } from './work.ts';

/** How often rules that ask for it are looked at again after their own updates. */
const MAX_REEVALUATIONS = 5;

/** Saves what workflow rules update: triggers run once more, validation rules do not. */
export function runWorkflow(object: ObjectModel, works: readonly Work[], engine: Engine): void {
  let saved = works.map((work) => ({ work, row: work.row, before: work.before }));
  for (let round = 0; round <= MAX_REEVALUATIONS && saved.length > 0; round++) {
    const changes = workflowChanges(object, saved);
    if (changes.length === 0) return;
    const again = changes.map(({ saved: { row, before }, change }, index) => ({
      ...newWork(change, index),
      shownBefore: before ?? new Map(row.values)
    }));
    saveChunk(object, again, { operation: 'update', options: WORKFLOW_OPTIONS, internal: true }, engine);
    saved = changes.flatMap((change, index) => {
      const { work, row } = change.saved as (typeof saved)[number];
      work.errors.push(...again[index]!.errors);
      return change.reevaluate && work.errors.length === 0 ? [{ work, row: again[index]!.row, before: row.values }] : [];
    });
  }
}

const WORKFLOW_OPTIONS = { access: 'system', allOrNone: true, bypassValidation: true } as const;
