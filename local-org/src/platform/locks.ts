import type { Org } from '../org.ts';
import { current } from '../runtime/execution.ts';
import { ApexId } from '../runtime/values/id.ts';
import { isAdministrator, modifiesAll } from './access.ts';
import type { ApprovalEngine } from './approvals/engine.ts';
import type { LocalPlatform } from './local-platform.ts';

/** Records that Approval.lock or an approval process locked. In SQLite beside the rows, so that a rollback unlocks too. */
export function prepareLockStore(platform: LocalPlatform): void {
  platform.org.database.connection.exec(
    'CREATE TABLE IF NOT EXISTS platform_lock (record_id TEXT PRIMARY KEY) STRICT; CREATE TABLE IF NOT EXISTS platform_approval_step (instance_id TEXT PRIMARY KEY, step INTEGER NOT NULL) STRICT'
  );
}

export function isRecordLocked(org: Org, recordId: string): boolean {
  return org.database.connection.prepare('SELECT 1 FROM platform_lock WHERE record_id = ?').get(recordId) !== undefined;
}

export function lockRecord(recordId: string): void {
  current().org.database.connection.prepare('INSERT OR IGNORE INTO platform_lock (record_id) VALUES (?)').run(recordId);
}

export function unlockRecord(recordId: string): void {
  current().org.database.connection.prepare('DELETE FROM platform_lock WHERE record_id = ?').run(recordId);
}

/** Administrators and holders of Modify All on the object edit locked records; so does the current approver when the process says so. */
export function mayEditLocked(recordId: ApexId, approvals: ApprovalEngine): boolean {
  const user = ApexId.of(current().user.id);
  const prefix = recordId.value.slice(0, 3);
  const object = [...current().org.model.objects.values()].find(({ keyPrefix }) => keyPrefix === prefix);
  return isAdministrator(user) || (object !== undefined && modifiesAll(user, object.name)) || approvals.isCurrentApprover(recordId, user);
}
