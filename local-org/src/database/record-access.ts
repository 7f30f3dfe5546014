import type { UserContext } from '../org.ts';
import { current } from '../runtime/execution.ts';
import { ApexId } from '../runtime/values/id.ts';
import { SObject } from '../runtime/values/sobject.ts';
import type { Engine } from './dml/work.ts';
import type { Condition, SoqlQuery } from './soql/ast.ts';
import { operands } from './soql/operands.ts';
import { SoqlError } from './soql/resolve.ts';
import type { QueryContext } from './soql/scope.ts';

const MAX_RECORDS = 200;

/** `SELECT RecordId, HasReadAccess … FROM UserRecordAccess WHERE UserId = :u AND RecordId IN :ids` */
export function runRecordAccess(query: SoqlQuery, context: QueryContext, engine: Engine): SObject[] {
  const object = engine.model.objects.get('userrecordaccess')!;
  const values = (name: string): string[] => {
    const comparison = comparisons(query.where).find(
      (item) => item.left.kind === 'field' && item.left.path.at(-1)!.toLowerCase() === name.toLowerCase()
    );
    if (!comparison || !['=', 'IN'].includes(comparison.operator))
      throw new SoqlError(`UserRecordAccess must be filtered by UserId and RecordId`);
    return operands({ ...object.fields.get('userid')!, name }, comparison.value, context.binds)
      .filter((value) => value !== null)
      .map(String);
  };
  const [userId] = values('UserId');
  const ids = values('RecordId');
  if (ids.length > MAX_RECORDS) throw new SoqlError(`UserRecordAccess may be asked for at most ${MAX_RECORDS} records`);
  if (userId === undefined) return [];
  const user = userId === current().user.id ? current().user : contextOf(userId, engine);
  return user === null ? [] : ids.map((id) => accessRow(id, user, query, engine));
}

function comparisons(condition: Condition | null): Extract<Condition, { kind: 'compare' }>[] {
  if (condition === null) return [];
  if (condition.kind === 'compare') return [condition];
  if (condition.kind === 'and') return condition.terms.flatMap(comparisons);
  throw new SoqlError('UserRecordAccess allows only AND in its filter');
}

function accessRow(id: string, user: UserContext, query: SoqlQuery, engine: Engine): SObject {
  const object = engine.objectOf(id);
  const allowed = (need: 'read' | 'edit' | 'delete'): boolean =>
    object !== null &&
    engine.load(object, [id]).size > 0 &&
    engine.access.canAccessObject(user, object.name, need) &&
    engine.sharing.accessible(user, object, [id], need).has(id);
  const [read, edit, remove] = [allowed('read'), allowed('edit'), allowed('delete')];
  const row = new SObject('UserRecordAccess');
  const all: Readonly<Record<string, unknown>> = {
    RecordId: id,
    UserId: ApexId.of(user.id),
    HasReadAccess: read,
    HasEditAccess: edit,
    HasDeleteAccess: remove,
    HasTransferAccess: remove,
    HasAllAccess: remove,
    MaxAccessLevel: remove ? 'All' : edit ? 'Edit' : read ? 'Read' : 'None'
  };
  row.queried = new Set();
  for (const item of query.select) {
    if (item.kind !== 'expression' || item.expression.kind !== 'field')
      throw new SoqlError('UserRecordAccess: only plain fields can be selected');
    const wanted = item.expression.path.at(-1)!.toLowerCase();
    const name = Object.keys(all).find((key) => key.toLowerCase() === wanted);
    if (name === undefined) throw new SoqlError(`No such column '${item.expression.path.join('.')}' on entity 'UserRecordAccess'.`);
    row.values.set(name, all[name]);
    row.queried.add(name);
  }
  return row;
}

function contextOf(userId: string, engine: Engine): UserContext | null {
  const record = engine.load(engine.model.objects.get('user')!, [userId]).get(userId);
  if (!record) return null;
  const id = (name: string): string | null => (record.get(name) instanceof ApexId ? (record.get(name) as ApexId).value : null);
  const text = (name: string, otherwise: string): string => String(record.get(name) ?? otherwise);
  return {
    id: userId,
    username: text('Username', ''),
    name: text('Name', ''),
    profileId: id('ProfileId') ?? '',
    roleId: id('UserRoleId'),
    contactId: id('ContactId'),
    accountId: id('AccountId'),
    userType: text('UserType', 'Standard'),
    timeZone: text('TimeZoneSidKey', 'GMT'),
    locale: text('LocaleSidKey', 'en_US'),
    language: text('LanguageLocaleKey', 'en_US')
  };
}
