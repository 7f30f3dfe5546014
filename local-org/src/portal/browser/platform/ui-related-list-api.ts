import { request } from './http.ts';
import { fieldNames } from './fields.ts';
import { wireAdapter } from './wire.ts';

export const getRelatedListRecords = wireAdapter(
  (config) =>
    request(
      'GET',
      `ui/records/${String(config.parentRecordId)}/related/${String(config.relatedListId)}?fields=${encodeURIComponent(fieldNames(config.fields).join(','))}&pageSize=${Number(config.pageSize ?? 50)}`
    ),
  ['parentRecordId', 'relatedListId']
);

export const getRelatedListCount = wireAdapter(
  (config) => request('GET', `ui/records/${String(config.parentRecordId)}/related/${String(config.relatedListId)}?countOnly=1`),
  ['parentRecordId', 'relatedListId']
);
