import type { ObjectModel } from '../../metadata/model.ts';
import type { ApexId } from '../../runtime/values/id.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import { selectRows } from '../rows.ts';

/** The whole record, formula fields included: criteria and field updates may read anything. */
export function loadRecord(object: ObjectModel, id: ApexId): SObject | null {
  const fields = [...object.fields.values()]
    .filter((field) => !['Address', 'Location', 'Base64'].includes(field.type))
    .map((field) => field.name);
  const names = fields.includes('Id') ? fields : ['Id', ...fields];
  return selectRows(`SELECT ${names.join(', ')} FROM ${object.name} WHERE Id = :id`, { id })[0] ?? null;
}
