import type { ObjectModel } from '../../metadata/model.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { isExternal } from '../sharing.ts';
import { fail } from './work.ts';
import type { Engine, Work } from './work.ts';

/** A queue owns rows of the objects it was made for only. */
export function checkQueueOwners(object: ObjectModel, works: readonly Work[], engine: Engine): void {
  for (const work of works) {
    const owner = work.row.get('OwnerId');
    if (!(owner instanceof ApexId) || owner.keyPrefix !== '00G' || String(work.before?.get('OwnerId')) === owner.value) continue;
    const allowed = engine.store.get('SELECT 1 FROM "QueueSobject" WHERE "QueueId" = ? AND "SobjectType" = ? COLLATE NOCASE', [
      owner.value,
      object.name
    ]);
    if (!allowed) fail(work, 'INVALID_OPERATION', 'Queue not associated with this SObject type');
  }
}

const LEVELS = ['None', 'Read', 'Edit', 'All'];
const DEFAULT_LEVEL: Readonly<Record<string, string>> = { Read: 'Read', ReadWrite: 'Edit', FullAccess: 'All' };

/** A share that opens no more than the organization-wide default does is refused. */
export function checkShares(share: ObjectModel, works: readonly Work[], engine: Engine): void {
  const shared = sharedObject(share, engine);
  if (!shared) return;
  const level = share.fields.has('accesslevel') ? 'AccessLevel' : `${shared.name}AccessLevel`;
  for (const work of works) {
    const given = work.row.get(level);
    const everyone = DEFAULT_LEVEL[externalGrantee(work, engine) ? shared.externalSharingModel : shared.sharingModel] ?? 'None';
    if (typeof given === 'string' && LEVELS.indexOf(given) <= LEVELS.indexOf(everyone))
      fail(
        work,
        'FIELD_FILTER_VALIDATION_EXCEPTION',
        `field integrity exception: ${level} (trivial share level ${given}, for organization with default level ${everyone})`,
        [level]
      );
  }
}

function sharedObject(share: ObjectModel, engine: Engine): ObjectModel | undefined {
  const custom = /^(.*)__Share$/.exec(share.name);
  if (custom) return engine.model.objects.get(`${custom[1]}__c`.toLowerCase());
  const standard = /^(\w+)Share$/.exec(share.name);
  return standard ? engine.model.objects.get(standard[1]!.toLowerCase()) : undefined;
}

/** Groups may hold external users, whom the internal default says nothing about. */
function externalGrantee(work: Work, engine: Engine): boolean {
  const grantee = work.row.get('UserOrGroupId');
  if (!(grantee instanceof ApexId)) return false;
  if (grantee.keyPrefix === '00G') return true;
  const [userType] = engine.store.get('SELECT "UserType" FROM "User" WHERE "Id" = ?', [grantee.value]) ?? [];
  return isExternal({ userType: String(userType ?? '') });
}
