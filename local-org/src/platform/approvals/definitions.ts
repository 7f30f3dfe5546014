import type { ApexId } from '../../runtime/values/id.ts';
import { selectRows } from '../rows.ts';
import type { ApprovalProcess } from './model.ts';

/** ProcessDefinition id of a process; the database makes the rows from the metadata. */
export function definitionId({ name, object }: ApprovalProcess): ApexId {
  const [row] = selectRows('SELECT Id FROM ProcessDefinition WHERE DeveloperName = :name AND TableEnumOrId = :object', { name, object });
  if (!row) throw new Error(`Approval process ${object}.${name} has no ProcessDefinition row`);
  return row.get('Id') as ApexId;
}
