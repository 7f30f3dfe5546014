import type { ObjectModel } from '../../metadata/model.ts';
import { current } from '../../runtime/execution.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { insertRecord, sameStored } from '../records.ts';
import type { Engine, Work } from './work.ts';

/** One history row per tracked field that changed. */
export function recordHistory(object: ObjectModel, work: Work, engine: Engine): void {
  if (!object.enableHistory || !work.before) return;
  const name = object.name.endsWith('__c')
    ? object.name.replace(/__c$/, '__History')
    : object.name === 'Opportunity'
      ? 'OpportunityFieldHistory'
      : `${object.name}History`;
  const history = engine.model.objects.get(name.toLowerCase());
  if (!history) return;
  const parent = history.fields.has('parentid') ? 'ParentId' : `${object.name}Id`;
  for (const field of object.fields.values()) {
    if (!field.trackHistory || sameStored(field, work.before.get(field.name), work.row.get(field.name))) continue;
    // Long text is tracked as changed, without its values.
    const withValues = field.type !== 'LongTextArea' && field.type !== 'Html' && field.type !== 'MultiselectPicklist';
    insertRecord(
      engine.store,
      history,
      new Map<string, unknown>([
        ['Id', ApexId.of(engine.store.newId(history.keyPrefix))],
        [parent, work.row.get('Id')],
        ['Field', field.name],
        ['DataType', field.type === 'Picklist' ? 'DynamicEnum' : field.type === 'Reference' ? 'EntityId' : 'Text'],
        ['OldValue', withValues ? (work.before.get(field.name) ?? null) : null],
        ['NewValue', withValues ? work.row.get(field.name) : null],
        ['CreatedById', ApexId.of(current().user.id)],
        ['CreatedDate', ApexDatetime.now()]
      ])
    );
  }
}
