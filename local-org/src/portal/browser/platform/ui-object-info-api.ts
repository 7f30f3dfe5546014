import { request } from './http.ts';
import { fieldName, objectName, type FieldReference } from './fields.ts';
import { wireAdapter } from './wire.ts';

export const getObjectInfo = wireAdapter(
  (config) => request('GET', `ui/object-info/${objectName(config.objectApiName)}`),
  ['objectApiName']
);

export const getObjectInfos = wireAdapter(
  async (config) => {
    const names = (config.objectApiNames as unknown[]).map(objectName);
    const infos = await Promise.all(names.map((name) => request('GET', `ui/object-info/${name}`)));
    return { results: infos.map((result) => ({ statusCode: 200, result })) };
  },
  ['objectApiNames']
);

export const getPicklistValues = wireAdapter(
  (config) => {
    const [object, field] = fieldName(config.fieldApiName as FieldReference).split('.');
    return request('GET', `ui/object-info/${object}/picklist-values/${field}`);
  },
  ['fieldApiName', 'recordTypeId']
);

export const getPicklistValuesByRecordType = wireAdapter(
  (config) => request('GET', `ui/object-info/${objectName(config.objectApiName)}/picklist-values`),
  ['objectApiName', 'recordTypeId']
);
