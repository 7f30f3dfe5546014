import { current } from '../../runtime/execution.ts';
import { defineType } from '../../runtime/library.ts';
import { STRING } from '../../runtime/types.ts';
import type { ApexBlob } from '../../runtime/values/blob.ts';
import { ApexMap } from '../../runtime/values/map.ts';
import { fieldProperties } from './members.ts';

const SLOT = Symbol('rest context');

export class RestRequest {
  headers = new ApexMap(STRING, STRING);
  params = new ApexMap(STRING, STRING);
  httpMethod: string | null = null;
  remoteAddress: string | null = null;
  requestBody: ApexBlob | null = null;
  requestURI: string | null = null;
  resourcePath: string | null = null;
}

export class RestResponse {
  headers = new ApexMap(STRING, STRING);
  responseBody: ApexBlob | null = null;
  statusCode: number | null = null;
}

interface RestContext {
  request: RestRequest | null;
  response: RestResponse | null;
}

/** RestContext lives as long as the transaction; tests fill it themselves. */
export function restContext(): RestContext {
  const { slots } = current();
  let context = slots.get(SLOT) as RestContext | undefined;
  if (!context) slots.set(SLOT, (context = { request: null, response: null }));
  return context;
}

defineType({
  name: 'System.RestContext',
  staticProperties: {
    request: {
      get: () => restContext().request,
      set: (value: RestRequest | null) => {
        restContext().request = value;
      }
    },
    response: {
      get: () => restContext().response,
      set: (value: RestResponse | null) => {
        restContext().response = value;
      }
    }
  }
});

defineType({
  name: 'System.RestRequest',
  jsClass: RestRequest,
  constructors: { '*': () => new RestRequest() },
  properties: fieldProperties('headers', 'params', 'httpMethod', 'remoteAddress', 'requestBody', 'requestURI', 'resourcePath'),
  methods: {
    addHeader: (self: RestRequest, name: string, value: string) => void self.headers.put(name, value),
    addParameter: (self: RestRequest, name: string, value: string) => void self.params.put(name, value)
  }
});

defineType({
  name: 'System.RestResponse',
  jsClass: RestResponse,
  constructors: { '*': () => new RestResponse() },
  properties: fieldProperties('headers', 'responseBody', 'statusCode'),
  methods: { addHeader: (self: RestResponse, name: string, value: string) => void self.headers.put(name, value) }
});
