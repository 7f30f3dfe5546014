import type { LocalDatabase } from '../../database/engine.ts';
import { callMethod } from '../../runtime/call.ts';
import { current } from '../../runtime/execution.ts';
import { STRING } from '../../runtime/types.ts';
import { ApexBlob } from '../../runtime/values/blob.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { ApexList } from '../../runtime/values/list.ts';
import { consume, isAsynchronous } from '../limits.ts';
import { MustMove } from '../must-move.ts';
import { selectRows } from '../rows.ts';
import { services } from '../services.ts';
import { hasUncommittedWork } from '../uncommitted-work.ts';
import { sendBlocking } from './blocking-http.ts';
import { mergeFields, UnknownMergeField } from './merge-fields.ts';
import type { MergeContext } from './merge-fields.ts';
import type { HttpRequest } from './messages.ts';
import { HttpResponse } from './messages.ts';
import type { NamedCredential } from './named-credential.ts';
import { isRemoteSite, namedCredential, principalAccess } from './named-credential.ts';

const SCHEME = 'callout:';
const SYNCHRONOUS_MAX_BYTES = 6_000_000;
const ASYNCHRONOUS_MAX_BYTES = 12_000_000;
const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH', 'TRACE', 'OPTIONS']);

/** Http.send: to the test's mock, or over the network while Apex waits. */
export function send(request: HttpRequest): HttpResponse {
  const endpoint = request.endpoint ?? '';
  const method = (request.method ?? '').toUpperCase();
  if (hasUncommittedWork()) {
    throwApex('System.CalloutException', 'You have uncommitted work pending. Please commit or rollback before calling out');
  }
  consume('callouts');
  const { database } = current().org;
  database.yield();
  database.contention?.reached({ kind: 'callout', endpoint });
  const platform = services();
  if (platform.test) return answerOfMock(request, platform.test.mocks);
  if (platform.mayMove) throw new MustMove(true);
  if (endpoint === '') throwApex('System.CalloutException', 'URI is null');
  if (!METHODS.has(method)) throwApex('System.CalloutException', `Method not supported: ${request.method}`);
  const target = endpoint.toLowerCase().startsWith(SCHEME)
    ? throughCredential(request, endpoint.slice(SCHEME.length))
    : direct(request, endpoint);
  const limit = isAsynchronous(current()) ? ASYNCHRONOUS_MAX_BYTES : SYNCHRONOUS_MAX_BYTES;
  if (target.body.byteLength > limit) {
    throwApex('System.CalloutException', `Exceeded max size limit of ${limit} with request size ${target.body.byteLength}`);
  }
  const outcome = sendBlocking({
    method,
    url: target.url,
    headers: target.headers,
    body: target.body.byteLength > 0 ? target.body : null,
    timeoutMs: Math.min(request.timeoutMs, platform.settings.calloutSeconds * 1000),
    maxResponseBytes: limit
  });
  if (!outcome.ok) return throwApex('System.CalloutException', outcome.failure);
  const response = new HttpResponse();
  response.statusCode = outcome.response.status;
  response.status = outcome.response.statusText;
  response.body = new ApexBlob(outcome.response.body);
  for (const [name, value] of outcome.response.headers) response.headers.set(name, value);
  return response;
}

function answerOfMock(request: HttpRequest, mocks: ReadonlyMap<string, unknown>): HttpResponse {
  const mock = mocks.get('httpcalloutmock');
  if (mock === undefined) throwApex('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
  const response = callMethod(mock, 'respond', [request]);
  if (!(response instanceof HttpResponse)) return throwApex('System.CalloutException', 'The HttpCalloutMock gave no response');
  return response;
}

interface Target {
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

function direct(request: HttpRequest, endpoint: string): Target {
  const url = parseUrl(endpoint);
  if (!isRemoteSite(current().org.model, url)) {
    throwApex(
      'System.CalloutException',
      `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`
    );
  }
  return { url: url.href, headers: request.headers.pairs(), body: request.body.bytes };
}

function throughCredential(request: HttpRequest, rest: string): Target {
  const platform = services();
  const { model } = current().org;
  const [, name = '', path = ''] = /^([^/?#]*)(.*)$/s.exec(rest) ?? [];
  const credential = namedCredential(model, name);
  if (!credential)
    return throwApex('System.CalloutException', `The callout couldn't access the endpoint. Named Credential not found: ${name}`);
  if (!mayUse(credential)) {
    throwApex(
      'System.CalloutException',
      `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${credential.externalCredential}" might not exist.`
    );
  }
  const base = property(platform.settings.endpoints, credential.name) ?? credential.url;
  const url = parseUrl(joinUrl(base, path));
  const context = mergeContext(platform.settings.credentials);
  const headers = new Map<string, readonly [string, string]>();
  for (const [header, value] of request.headers.pairs()) {
    headers.set(header.toLowerCase(), [header, credential.allowMergeFieldsInHeader ? merged(value, context) : value]);
  }
  for (const header of credential.headers) headers.set(header.name.toLowerCase(), [header.name, merged(header.value, context)]);
  const body = credential.allowMergeFieldsInBody ? new TextEncoder().encode(merged(request.text, context)) : request.body.bytes;
  return { url: url.href, headers: [...headers.values()], body };
}

/** The running user needs a permission set with the principal, by itself or in a group, and read access to stored credentials. */
function mayUse(credential: NamedCredential): boolean {
  if (credential.principals.length === 0) return true;
  const { org, user } = current();
  const { access } = org.database as LocalDatabase;
  const names = access.permissionSetNames(user.id);
  const assigned = new Set(names.map((name) => name.toLowerCase()));
  const opening = [...principalAccess(org.model, credential.externalCredential).keys()];
  return opening.some((name) => assigned.has(name.toLowerCase())) && readStoredCredentials(names);
}

function readStoredCredentials(permissionSets: readonly string[]): boolean {
  const names = new ApexList(STRING, [...permissionSets]);
  return (
    selectRows(
      "SELECT Id FROM ObjectPermissions WHERE SobjectType = 'UserExternalCredential' AND PermissionsRead = true AND Parent.Name IN :names LIMIT 1",
      { names }
    ).length > 0
  );
}

function mergeContext(credentials: MergeContext['credentials']): MergeContext {
  const { org, user } = current();
  return { credentials, organizationId: org.id, user: { id: user.id, username: user.username } };
}

function merged(value: string, context: MergeContext): string {
  try {
    return mergeFields(value, context);
  } catch (error) {
    if (error instanceof UnknownMergeField) throwApex('System.CalloutException', error.message);
    throw error;
  }
}

function joinUrl(base: string, path: string): string {
  if (path === '' || /^[?#]/.test(path)) return base + path;
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return throwApex('System.CalloutException', `no protocol: ${text}`);
  return url;
}

function property(record: Readonly<Record<string, string>>, key: string): string | undefined {
  const name = Object.keys(record).find((each) => each.toLowerCase() === key.toLowerCase());
  return name === undefined ? undefined : record[name];
}
