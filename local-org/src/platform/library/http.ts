import { defineType } from '../../runtime/library.ts';
import { ApexBlob } from '../../runtime/values/blob.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { HttpRequest, HttpResponse } from '../callouts/messages.ts';
import { MultiStaticResourceMock, StaticResourceMock } from '../callouts/mocks.ts';
import { send } from '../callouts/send.ts';
import { strings } from './members.ts';

class Http {}

defineType({
  name: 'System.Http',
  jsClass: Http,
  constructors: { '*': () => new Http() },
  methods: { send: (_self: Http, request: HttpRequest) => send(request), toString: () => 'System.Http[]' }
});

const LONGEST_TIMEOUT_MS = 120_000;

defineType({
  name: 'System.HttpRequest',
  jsClass: HttpRequest,
  constructors: { '*': () => new HttpRequest() },
  methods: {
    getBody: (self: HttpRequest) => self.text,
    getBodyAsBlob: (self: HttpRequest) => self.body,
    getCompressed: (self: HttpRequest) => self.compressed,
    getEndpoint: (self: HttpRequest) => self.endpoint,
    getHeader: (self: HttpRequest, name: string) => self.headers.get(name),
    getMethod: (self: HttpRequest) => self.method,
    setBody: (self: HttpRequest, body: string | null) => {
      self.body = ApexBlob.fromString(body ?? '');
    },
    setBodyAsBlob: (self: HttpRequest, body: ApexBlob) => {
      self.body = body;
    },
    setCompressed: (self: HttpRequest, value: boolean) => {
      self.compressed = value;
    },
    setEndpoint: (self: HttpRequest, endpoint: string) => {
      self.endpoint = endpoint;
    },
    setHeader: (self: HttpRequest, name: string, value: string) => self.headers.set(name, value),
    setMethod: (self: HttpRequest, method: string) => {
      self.method = method;
    },
    setTimeout: (self: HttpRequest, milliseconds: number) => {
      if (milliseconds < 1 || milliseconds > LONGEST_TIMEOUT_MS) {
        throwApex('System.CalloutException', `Timeout value must be between 1 and ${LONGEST_TIMEOUT_MS} milliseconds: ${milliseconds}`);
      }
      self.timeoutMs = milliseconds;
    },
    toString: (self: HttpRequest) => `System.HttpRequest[Endpoint=${self.endpoint}, Method=${self.method}]`
  }
});

defineType({
  name: 'System.HttpResponse',
  jsClass: HttpResponse,
  constructors: { '*': () => new HttpResponse() },
  methods: {
    getBody: (self: HttpResponse) => self.text,
    getBodyAsBlob: (self: HttpResponse) => self.body,
    getHeader: (self: HttpResponse, name: string) => self.headers.get(name),
    getHeaderKeys: (self: HttpResponse) => strings(self.headers.names()),
    getStatus: (self: HttpResponse) => self.status,
    getStatusCode: (self: HttpResponse) => self.statusCode,
    setBody: (self: HttpResponse, body: string | null) => {
      self.body = ApexBlob.fromString(body ?? '');
    },
    setBodyAsBlob: (self: HttpResponse, body: ApexBlob) => {
      self.body = body;
    },
    setHeader: (self: HttpResponse, name: string, value: string) => self.headers.set(name, value),
    setStatus: (self: HttpResponse, status: string) => {
      self.status = status;
    },
    setStatusCode: (self: HttpResponse, code: number) => {
      self.statusCode = code;
    },
    toString: (self: HttpResponse) => `System.HttpResponse[Status=${self.status}, StatusCode=${self.statusCode}]`
  }
});

defineType({
  name: 'System.StaticResourceCalloutMock',
  jsClass: StaticResourceMock,
  constructors: { '*': () => new StaticResourceMock() },
  methods: {
    respond: (self: StaticResourceMock) => self.respond(),
    setHeader: (self: StaticResourceMock, name: string, value: string) => self.headers.set(name, value),
    setStaticResource: (self: StaticResourceMock, name: string) => {
      self.resource = name;
    },
    setStatus: (self: StaticResourceMock, status: string) => {
      self.status = status;
    },
    setStatusCode: (self: StaticResourceMock, code: number) => {
      self.statusCode = code;
    }
  }
});

defineType({
  name: 'System.MultiStaticResourceCalloutMock',
  jsClass: MultiStaticResourceMock,
  constructors: { '*': () => new MultiStaticResourceMock() },
  methods: {
    respond: (self: MultiStaticResourceMock, request: HttpRequest) => self.respond(request),
    setHeader: (self: MultiStaticResourceMock, name: string, value: string) => self.headers.set(name, value),
    setStaticResource: (self: MultiStaticResourceMock, endpoint: string, name: string) => {
      self.resources.set(endpoint, name);
    },
    setStatus: (self: MultiStaticResourceMock, status: string) => {
      self.status = status;
    },
    setStatusCode: (self: MultiStaticResourceMock, code: number) => {
      self.statusCode = code;
    }
  }
});

/** The mock that a test sets; implemented by users. */
defineType({ name: 'System.HttpCalloutMock' });
