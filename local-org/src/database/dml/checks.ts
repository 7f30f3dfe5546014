import type { FieldModel, ObjectModel } from '../../metadata/model.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { ApexId, normalizeId } from '../../runtime/values/id.ts';
import { CodecError, encode, isText, toDecimal } from '../codec.ts';
import { quote } from '../schema.ts';
import { fold, isAscii } from '../text.ts';
import { offeredValues, recordTypeOf } from './record-types.ts';
import { fail } from './work.ts';
import type { Engine, Work } from './work.ts';

type RecordType = ObjectModel['recordTypes'][number];

const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** Brings a value into the form its field keeps: blank text is no value, text is trimmed, e-mail is lower case. */
export function normalize(field: FieldModel, value: unknown): unknown {
  if (value === null || value === undefined) return field.type === 'Boolean' ? false : null;
  if (typeof value === 'string' && isText(field)) {
    const kept = field.type === 'LongTextArea' || field.type === 'Html' || field.type === 'TextArea' ? value : value.trim();
    const text = field.type === 'Email' ? kept.toLowerCase() : field.type === 'MultiselectPicklist' ? inOrder(field, kept) : kept;
    return text === '' ? null : text;
  }
  if ((field.type === 'Reference' || field.type === 'Id') && typeof value === 'string')
    return normalizeId(value) === null ? value : ApexId.of(value);
  if (value instanceof ApexId && isText(field)) return value.value;
  if (field.type === 'Double' || field.type === 'Currency' || field.type === 'Percent') {
    try {
      return toDecimal(field, value).setScale(field.scale ?? 0, 'HALF_UP');
    } catch (error) {
      if (error instanceof CodecError) return value;
      throw error;
    }
  }
  return value;
}

/** A multi-select picklist keeps its values in the order of its definition, each once. */
function inOrder(field: FieldModel, text: string): string {
  const order = (field.picklist?.values ?? []).map(({ value }) => value);
  const place = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
  const chosen = new Set(
    text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '')
  );
  return [...chosen].sort((a, b) => place(a) - place(b)).join(';');
}

/** System checks of single fields: form, length, range, picklist values. */
export function checkFields(object: ObjectModel, work: Work, names: Iterable<string>, engine: Engine): void {
  const recordType = recordTypeOf(object, work, engine);
  for (const name of names) {
    const field = object.fields.get(name.toLowerCase());
    const value = work.row.get(name);
    if (!field || value === null || value === undefined) continue;
    checkField(field, value, work, recordType);
  }
}

function checkField(field: FieldModel, value: unknown, work: Work, recordType: RecordType | null): void {
  try {
    encode(field, value);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    fail(work, field.type === 'Reference' ? 'MALFORMED_ID' : 'INVALID_TYPE_ON_FIELD_IN_RECORD', error.message, [field.name]);
    return;
  }
  if (typeof value === 'string') {
    if (
      isText(field) &&
      field.length !== undefined &&
      field.type !== 'Picklist' &&
      field.type !== 'MultiselectPicklist' &&
      value.length > field.length
    ) {
      fail(work, 'STRING_TOO_LONG', `${field.label}: data value too large: ${value} (max length=${field.length})`, [field.name]);
    }
    if (field.type === 'Email' && !EMAIL.test(value))
      fail(work, 'INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]);
    if (field.picklist?.restricted) checkPicklist(field, value, work, offeredValues(recordType, field));
  }
  if (value instanceof Decimal && field.precision !== undefined) {
    const whole = value.abs().truncate().toString().length;
    const allowed = field.precision - (field.scale ?? 0);
    if (whole > Math.max(allowed, 1))
      fail(work, 'NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range on numeric field: ${value.toPlainString()}`, [
        field.name
      ]);
  }
}

/** A restricted picklist takes its active values, and of those the ones that the row's record type offers. */
function checkPicklist(field: FieldModel, value: string, work: Work, offered: ReadonlySet<string> | null): void {
  const active = field.picklist!.values.filter((item) => item.active && (offered?.has(item.value) ?? true));
  const allowed = new Set(active.map((item) => fold(item.value)));
  const chosen = field.type === 'MultiselectPicklist' ? value.split(';') : [value];
  const bad = chosen.filter((item) => !allowed.has(fold(item.trim())));
  if (bad.length > 0) {
    fail(work, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `${field.label}: bad value for restricted picklist field: ${bad.join(';')}`, [
      field.name
    ]);
  }
}

/** Required fields must have a value when the before triggers are done. */
export function checkRequired(object: ObjectModel, work: Work): void {
  const missing = [...object.fields.values()]
    .filter(
      (field) =>
        field.required &&
        field.formula === undefined &&
        (field.createable || field.custom) &&
        field.type !== 'AutoNumber' &&
        field.type !== 'Boolean'
    )
    .filter((field) => work.row.get(field.name) === null)
    .map((field) => field.name);
  if (missing.length > 0) fail(work, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
}

/** Lookups must point to existing records of an allowed object. One query per target object. */
export function checkLookups(
  object: ObjectModel,
  works: readonly Work[],
  engine: Engine,
  changed: (work: Work, field: FieldModel) => boolean
): void {
  const wanted = new Map<string, Set<string>>();
  const pending: { work: Work; field: FieldModel; id: string; target: string }[] = [];
  for (const field of object.fields.values()) {
    if (field.type !== 'Reference') continue;
    for (const work of works) {
      const value = work.row.get(field.name);
      if (!(value instanceof ApexId) || !changed(work, field)) continue;
      const target = engine.objectOf(value.value);
      if (!target || (field.referenceTo && field.referenceTo.length > 0 && !field.referenceTo.includes(target.name))) {
        fail(work, 'FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${value.value}`, [field.name]);
        continue;
      }
      pending.push({ work, field, id: value.value, target: target.name });
      const ids = wanted.get(target.name) ?? new Set<string>();
      ids.add(value.value);
      wanted.set(target.name, ids);
    }
  }
  const live = new Map<string, boolean>();
  for (const [name, ids] of wanted) {
    const target = engine.model.objects.get(name.toLowerCase())!;
    const deleted = target.fields.has('isdeleted') ? '"IsDeleted"' : '0';
    for (const [id, gone] of engine.store.all(
      `SELECT "Id", ${deleted} FROM ${quote(name)} WHERE "Id" IN (SELECT value FROM json_each(?))`,
      [JSON.stringify([...ids])]
    )) {
      live.set(id as string, Number(gone) === 0);
    }
  }
  for (const { work, field, id } of pending) {
    const state = live.get(id);
    if (state === undefined) fail(work, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
    else if (!state) fail(work, 'ENTITY_IS_DELETED', 'entity is deleted');
  }
}

/** Unique and external-id fields: no two live rows, in the database or in the batch, share a value. */
export function checkUnique(object: ObjectModel, works: readonly Work[], engine: Engine): void {
  for (const field of object.fields.values()) {
    if (!field.unique) continue;
    const seen = new Map<string, Work>();
    const key = (value: unknown): string =>
      typeof value === 'string' && !field.caseSensitive ? fold(value) : String(encode(field, value));
    for (const work of works) {
      const value = work.row.get(field.name);
      if (value === null || work.errors.length > 0) continue;
      const other = seen.get(key(value));
      const label = other ? (other.row.get('Id') as ApexId | null)?.value : undefined;
      if (other) {
        fail(
          work,
          'DUPLICATE_VALUE',
          `duplicate value found: ${field.name} duplicates value on record with id: ${label ?? '<unknown>'}`,
          []
        );
        continue;
      }
      seen.set(key(value), work);
      const holder = holderOf(object, field, value, work, engine);
      if (holder !== null)
        fail(
          work,
          'DUPLICATE_VALUE',
          `duplicate value found: ${field.name} duplicates value on record with id: ${holder.slice(0, 15)}`,
          []
        );
    }
  }
}

function holderOf(object: ObjectModel, field: FieldModel, value: unknown, work: Work, engine: Engine): string | null {
  const own = (work.row.get('Id') as ApexId | null)?.value ?? '';
  const stored = encode(field, value);
  const text = typeof stored === 'string' && isText(field) && !field.caseSensitive;
  const column = !text ? quote(field.name) : isAscii(stored) ? `${quote(field.name)} COLLATE NOCASE` : `fold(${quote(field.name)})`;
  const live = object.fields.has('isdeleted') ? ' AND "IsDeleted" = 0' : '';
  const found = engine.store.get(`SELECT "Id" FROM ${quote(object.name)} WHERE ${column} = ? AND "Id" <> ?${live} LIMIT 1`, [
    text && !isAscii(stored) ? fold(stored) : stored,
    own
  ]);
  return found ? (found[0] as string) : null;
}
