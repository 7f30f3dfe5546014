import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { current } from '../../runtime/execution.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { rowOptions } from '../../runtime/row-options.ts';
import type { SObject } from '../../runtime/values/sobject.ts';
import type { DmlOptions } from '../database.ts';
import { isText } from '../codec.ts';
import { columnsOf, insertRecord, sameStored, toRow, updateRecord } from '../records.ts';
import type { RecordValues } from '../records.ts';
import { fireTriggers, hasTriggers } from '../triggers.ts';
import { checkFields, checkLookups, checkRequired, checkUnique, normalize } from './checks.ts';
import { deriveStandardValues } from './derived.ts';
import { afterContentVersion, checkFileLinks, prepareContentVersion } from './files.ts';
import { recordHistory } from './history.ts';
import { lockRows } from './locks.ts';
import { checkQueueOwners, checkShares } from './ownership.ts';
import { prepareInsert, prepareUpdate, stampInsert, stampUpdate } from './prepare.ts';
import { refuseFlows } from '../../platform/workflow/rules.ts';
import { rollUpLineItems } from './line-items.ts';
import { rollUpParents } from './rollups.ts';
import { runWorkflow } from './workflow.ts';
import { checkUsers } from './users.ts';
import { checkWriteAccess } from './write-access.ts';
import { collectRowErrors, fail } from './work.ts';
import type { Engine, Work } from './work.ts';

export interface SaveSettings {
  readonly operation: 'insert' | 'update';
  readonly options: DmlOptions;
  /** Written by the platform itself (roll-ups, cascades): no access checks, read-only fields allowed. */
  readonly internal?: boolean;
}

/**
 * Saves one chunk in the platform's order: before triggers, system checks, validation rules, write, history and shares,
 * after triggers, workflow, roll-ups. Rows that fail carry their errors; the caller undoes the chunk when it must.
 */
export function saveChunk(object: ObjectModel, works: readonly Work[], settings: SaveSettings, engine: Engine): void {
  const { operation } = settings;
  const inserting = operation === 'insert';
  // Rows that the platform keeps for itself pass no trigger, rule or permission.
  const raw = settings.options.internal === true;
  if (!inserting) loadBefore(object, works, engine);
  if (!raw) lockRows(object, live(works), engine);
  if (!inserting && !raw && !settings.internal && !settings.options.bypassValidation) refuseLocked(live(works));
  for (const work of live(works)) {
    if (inserting) prepareInsert(object, work, engine, raw);
    else prepareUpdate(object, work, engine, raw || (settings.internal ?? false) || settings.options.systemFields === true);
  }
  if (!settings.internal && !raw) checkWriteAccess(object, live(works), settings, engine);
  checkForms(object, works);
  if (object.name === 'ContentVersion' && inserting) for (const work of live(works)) prepareContentVersion(work, engine);

  if (!raw) refuseFlows(object, inserting ? 'Create' : 'Update');
  if (!raw) beforeTriggers(object, works, operation, engine);
  const changed = (work: Work, field: FieldModel): boolean =>
    !work.before || !sameStored(field, work.before.get(field.name), work.row.get(field.name));
  for (const work of live(works)) {
    normalizeRow(object, work, (rowOptions(work.source)?.allowFieldTruncation ?? settings.options.allowFieldTruncation) === true);
    const given = (name: string): boolean =>
      work.before ? changed(work, object.fields.get(name.toLowerCase())!) : work.row.get(name) !== null;
    deriveStandardValues(object, work.row, given, engine);
  }
  if (!raw) systemChecks(object, works, engine, changed, settings);
  if (!raw && !settings.options.bypassValidation) validationRules(object, live(works), engine);
  write(object, live(works), operation, engine, changed, raw);
  if (object.name === 'ContentVersion' && inserting) for (const work of live(works)) afterContentVersion(work, engine);

  if (!raw) afterTriggers(object, works, operation, engine);
  if (!raw && !settings.options.bypassValidation) runWorkflow(object, live(works), engine);
  const changes = live(works).map((work) => ({ before: work.before, after: recordOf(work.row) }));
  rollUpParents(object, changes, engine);
  rollUpLineItems(object, changes, engine);
}

/** Records in an approval or locked by Approval.lock take changes from administrators only. */
export function refuseLocked(works: readonly Work[]): void {
  const { org } = current();
  for (const work of works) {
    if (org.platform.isLocked((work.source.get('Id') as ApexId).value)) fail(work, 'ENTITY_IS_LOCKED', 'the entity is locked for editing');
  }
}

function live(works: readonly Work[]): Work[] {
  return works.filter((work) => work.errors.length === 0);
}

function recordOf(row: SObject): RecordValues {
  return row.values;
}

function loadBefore(object: ObjectModel, works: readonly Work[], engine: Engine): void {
  const ids = works.map((work) => work.source.get('Id')).filter((id): id is ApexId => id instanceof ApexId);
  const records = engine.load(
    object,
    ids.map((id) => id.value)
  );
  for (const work of works) {
    const id = work.source.get('Id');
    if (!(id instanceof ApexId)) {
      fail(work, 'MISSING_ARGUMENT', 'Id not specified in an update call');
      continue;
    }
    const record = records.get(id.value);
    if (!record) fail(work, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if (record.get('IsDeleted') === true) fail(work, 'ENTITY_IS_DELETED', 'entity is deleted');
    else work.before = record;
  }
}

/** Values of the wrong kind never reach a trigger. */
function checkForms(object: ObjectModel, works: readonly Work[]): void {
  for (const work of live(works)) {
    for (const name of work.row.values.keys()) {
      const field = object.fields.get(name.toLowerCase());
      const value = work.row.get(name);
      if (field?.type === 'Reference' && typeof value === 'string')
        fail(work, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [field.name]);
    }
  }
}

function beforeTriggers(object: ObjectModel, works: readonly Work[], operation: 'insert' | 'update', engine: Engine): void {
  if (!hasTriggers(object, 'before', operation)) return;
  const running = live(works);
  for (const work of running) addFormulas(object, work, engine);
  fireTriggers(
    object,
    'before',
    operation,
    running.map((work) => work.row),
    oldRows(object, running, engine)
  );
  for (const work of running) collectRowErrors(work, work.row);
}

function afterTriggers(object: ObjectModel, works: readonly Work[], operation: 'insert' | 'update', engine: Engine): void {
  if (!hasTriggers(object, 'after', operation)) return;
  const running = live(works);
  for (const work of running) {
    addFormulas(object, work, engine);
    work.row.readOnly = true;
  }
  fireTriggers(
    object,
    'after',
    operation,
    running.map((work) => work.row),
    oldRows(object, running, engine)
  );
  for (const work of running) collectRowErrors(work, work.row);
}

/** Trigger.old: the stored records with their formulas, not to be changed. */
export function oldRows(object: ObjectModel, works: readonly Work[], engine: Engine): SObject[] {
  return works
    .filter((work) => work.before !== null)
    .map((work) => {
      const row = toRow(object, work.shownBefore ?? work.before!);
      computeFormulas(object, row, engine);
      row.readOnly = true;
      return row;
    });
}

function addFormulas(object: ObjectModel, work: Work, engine: Engine): void {
  computeFormulas(object, work.row, engine);
}

export function computeFormulas(object: ObjectModel, row: SObject, engine: Engine): void {
  for (const field of object.fields.values()) {
    if (field.formula !== undefined) row.values.set(field.name, engine.formulas.fieldValue(object, field, row.values));
  }
}

function normalizeRow(object: ObjectModel, work: Work, truncate: boolean): void {
  for (const [name, value] of work.row.values) {
    const field = object.fields.get(name.toLowerCase());
    if (!field || field.formula !== undefined) continue;
    const kept = normalize(field, value);
    work.row.values.set(field.name, truncate && typeof kept === 'string' && isText(field) ? kept.slice(0, field.length) : kept);
  }
}

function systemChecks(
  object: ObjectModel,
  works: readonly Work[],
  engine: Engine,
  changed: (work: Work, field: FieldModel) => boolean,
  settings: SaveSettings
): void {
  for (const work of live(works)) {
    const names = [...work.row.values.keys()].filter((name) => {
      const field = object.fields.get(name.toLowerCase());
      return field !== undefined && field.formula === undefined && changed(work, field);
    });
    if (!settings.internal) checkRequired(object, work);
    checkFields(object, work, names, engine);
  }
  checkLookups(object, live(works), engine, changed);
  checkQueueOwners(object, live(works), engine);
  checkShares(object, live(works), engine);
  checkUsers(object, live(works), engine);
  checkFileLinks(object, live(works), engine);
  checkUnique(object, live(works), engine);
}

/** Every active rule looks at the merged record, on every save. */
function validationRules(object: ObjectModel, works: readonly Work[], engine: Engine): void {
  for (const rule of object.validationRules) {
    if (!rule.active) continue;
    for (const work of works) {
      if (engine.formulas.condition(object, rule.condition, { values: work.row.values, before: work.before })) {
        fail(work, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, rule.errorField ? [rule.errorField] : []);
      }
    }
  }
}

function write(
  object: ObjectModel,
  works: readonly Work[],
  operation: 'insert' | 'update',
  engine: Engine,
  changed: (work: Work, field: FieldModel) => boolean,
  raw: boolean
): void {
  for (const work of works) {
    if (operation === 'insert') {
      stampInsert(object, work.row, engine, raw);
      insertRecord(engine.store, object, work.row.values);
      engine.sharing.rowInserted(object, work.row.values);
      continue;
    }
    stampUpdate(object, work.row);
    const names = columnsOf(object)
      .filter((field) => field.type !== 'Base64' && changed(work, field))
      .map((field) => field.name);
    updateRecord(engine.store, object, (work.row.get('Id') as ApexId).value, work.row.values, names);
    recordHistory(object, work, engine);
    engine.sharing.rowUpdated(object, work.before!, work.row.values);
  }
  engine.access.rowsWritten(object);
}
