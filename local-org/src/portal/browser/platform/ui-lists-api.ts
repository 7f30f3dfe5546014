import { request } from './http.ts';
import { objectName } from './fields.ts';
import { wireAdapter } from './wire.ts';

export const getListInfosByObjectName = wireAdapter(
  (config) => request('GET', `ui/lists/${objectName(config.objectApiName)}`),
  ['objectApiName']
);

export const getListRecordsByName = wireAdapter(
  (config) =>
    request(
      'GET',
      `ui/lists/${objectName(config.objectApiName)}/${String(config.listViewApiName)}?pageSize=${Number(config.pageSize ?? 50)}`
    ),
  ['objectApiName', 'listViewApiName']
);
