import type { ObjectModel } from '../../metadata/model.ts';
import { current } from '../../runtime/execution.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import type { ApexId } from '../../runtime/values/id.ts';
import type { DmlOptions } from '../database.ts';
import type { SaveSettings } from './save.ts';
import { fail } from './work.ts';
import type { Engine, Work } from './work.ts';

/** CRUD and field-level security in user mode; record access wherever sharing is in force. */
export function checkWriteAccess(object: ObjectModel, works: readonly Work[], settings: SaveSettings, engine: Engine): void {
  const { user } = current();
  const inserting = settings.operation === 'insert';
  if (settings.options.access === 'user') {
    if (!engine.access.canAccessObject(user, object.name, inserting ? 'create' : 'edit'))
      throwApex('System.SecurityException', `Access to entity '${object.name}' denied`);
    for (const work of works) {
      const denied = writtenFields(object, work).filter((name) => !engine.access.canAccessField(user, object.name, name, 'edit'));
      if (denied.length > 0) {
        fail(
          work,
          'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
          `Operation failed due to fields being inaccessible on Sobject ${object.name}, check errors on Exception or Result!`,
          denied
        );
      }
    }
  }
  if (!enforcesSharing(settings.options)) return;
  if (!inserting) requireRecordAccess(object, works, 'edit', engine);
}

export function checkDeleteAccess(object: ObjectModel, works: readonly Work[], options: DmlOptions, engine: Engine): void {
  const { user } = current();
  if (options.access === 'user' && !engine.access.canAccessObject(user, object.name, 'delete'))
    throwApex('System.SecurityException', `Access to entity '${object.name}' denied`);
  if (enforcesSharing(options)) requireRecordAccess(object, works, 'delete', engine);
}

function enforcesSharing(options: DmlOptions): boolean {
  return options.access === 'user' || current().sharing === 'with';
}

function requireRecordAccess(object: ObjectModel, works: readonly Work[], need: 'edit' | 'delete', engine: Engine): void {
  const { user } = current();
  const ids = works.map((work) => (work.source.get('Id') as ApexId).value);
  const allowed = engine.sharing.accessible(user, object, ids, need);
  for (const work of works) {
    if (!allowed.has((work.source.get('Id') as ApexId).value))
      fail(work, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}

/** What the caller set, as opposed to what a query brought along unchanged. */
function writtenFields(object: ObjectModel, work: Work): string[] {
  const names: string[] = [];
  for (const [name, value] of work.source.values) {
    const field = object.fields.get(name.toLowerCase());
    if (!field || field.type === 'Id' || !(field.createable || field.updateable)) continue;
    if (work.before && String(work.before.get(field.name) ?? null) === String(value)) continue;
    names.push(field.name);
  }
  return names;
}
