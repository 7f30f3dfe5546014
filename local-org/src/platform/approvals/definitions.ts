import { createHash } from 'node:crypto';
import { ApexId } from '../../runtime/values/id.ts';
import { insertRow, selectRows } from '../rows.ts';
import type { ApprovalProcess } from './model.ts';

const PREFIX = '04a';

/** ProcessDefinition id of a process: derived from its name, so that it is the same in every org that runs this metadata. */
export function definitionId(process: ApprovalProcess): ApexId {
  const digest = createHash('sha256').update(`${process.object}.${process.name}`).digest();
  return ApexId.of(PREFIX + (digest.readUIntBE(0, 6) % 36 ** 8).toString(36).padStart(12, '0'));
}

/** Makes the processes visible to SOQL (ProcessDefinition, ProcessNode are read-only rows of the metadata). */
export function publishDefinitions(processes: readonly ApprovalProcess[]): void {
  for (const process of processes) {
    if (selectRows('SELECT Id FROM ProcessDefinition WHERE Id = :id', { id: definitionId(process) }).length > 0) continue;
    insertRow('ProcessDefinition', {
      Id: definitionId(process),
      Name: process.label,
      DeveloperName: process.name,
      TableEnumOrId: process.object,
      Type: 'Approval',
      State: process.active ? 'Active' : 'Inactive',
      LockType: 'Total'
    });
  }
}
