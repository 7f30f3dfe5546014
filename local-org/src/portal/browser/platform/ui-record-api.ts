import { request } from './http.ts';
import { fieldName, fieldNames, objectName, type FieldReference } from './fields.ts';
import { refreshConnected, refreshSource, wireAdapter } from './wire.ts';

interface FieldValue {
  readonly value: unknown;
  readonly displayValue: string | null;
}

/** A record as the UI API represents it. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

const query = (values: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(values)
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => `${name}=${encodeURIComponent(list.join(','))}`)
    .join('&');

export const getRecord = wireAdapter(
  (config) =>
    request<RecordRepresentation>(
      'GET',
      `ui/records/${String(config.recordId)}?${query({ fields: fieldNames(config.fields), optionalFields: fieldNames(config.optionalFields), layoutTypes: config.layoutTypes ? [String(config.layoutTypes)] : [] })}`
    ),
  ['recordId']
);

export const getRecords = wireAdapter(
  async (config) => {
    const groups = config.records as { recordIds: string[]; fields?: FieldReference[]; optionalFields?: FieldReference[] }[];
    const reads = groups.flatMap((group) =>
      group.recordIds.map((id) =>
        request<RecordRepresentation>(
          'GET',
          `ui/records/${id}?${query({ fields: fieldNames(group.fields), optionalFields: fieldNames(group.optionalFields) })}`
        )
      )
    );
    return { results: (await Promise.all(reads)).map((result) => ({ statusCode: 200, result })) };
  },
  ['records']
);

/** The value of a field of a record from `getRecord`, across relationships: `Deal__c.Partner__r.Name`. */
export function getFieldValue(record: RecordRepresentation | undefined, field: FieldReference): unknown {
  return resolve(record, field)?.value;
}

export function getFieldDisplayValue(record: RecordRepresentation | undefined, field: FieldReference): string | null | undefined {
  return resolve(record, field)?.displayValue;
}

function resolve(record: RecordRepresentation | undefined, field: FieldReference): FieldValue | undefined {
  const path = fieldName(field).split('.').slice(1);
  let row: RecordRepresentation | null | undefined = record;
  for (const relationship of path.slice(0, -1)) row = row?.fields[relationship]?.value as RecordRepresentation | null | undefined;
  return row?.fields[path.at(-1) ?? ''];
}

interface RecordInput {
  readonly apiName?: unknown;
  readonly fields: Readonly<Record<string, unknown>>;
}

export async function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  const created = await request<RecordRepresentation>('POST', 'ui/records', { apiName: objectName(input.apiName), fields: input.fields });
  await refreshConnected();
  return created;
}

export async function updateRecord(input: RecordInput): Promise<RecordRepresentation> {
  const { Id: id, ...fields } = input.fields;
  const updated = await request<RecordRepresentation>('PATCH', `ui/records/${String(id)}`, { fields });
  await refreshConnected();
  return updated;
}

export async function deleteRecord(recordId: string): Promise<void> {
  await request('DELETE', `ui/records/${recordId}`);
  await refreshConnected();
}

/** Fired on the window when a component says that records changed: the page around the components shows them too. */
export const RECORDS_CHANGED = 'portal-records-changed';

/** Tells the page that records changed behind its back: every wire that shows records reads again. */
export const notifyRecordUpdateAvailable = async (records: readonly { recordId: string }[]): Promise<void> => {
  if (records.length === 0) return;
  window.dispatchEvent(new Event(RECORDS_CHANGED));
  await refreshConnected();
};

export const getRecordNotifyChange = (records: readonly { recordId: string }[]): void => void notifyRecordUpdateAvailable(records);

export const refresh = refreshSource;
