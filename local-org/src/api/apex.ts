import { Hono } from 'hono';
import { restContext, RestRequest, RestResponse } from '../platform/library/rest.ts';
import { current } from '../runtime/execution.ts';
import { jsonLibrary } from './json-body.ts';
import type { ClassInfo, MethodInfo } from '../runtime/type.ts';
import { ApexBlob } from '../runtime/values/blob.ts';
import type { Org } from '../org.ts';
import type { Api, ApiEnv } from './context.ts';
import { ApiError } from './errors.ts';
import { defineRequest } from '../threads/requests.ts';
import { mayRunClass } from './class-access.ts';

const PREFIX = '/services/apexrest';

/** `@RestResource` classes. */
export function apexRestRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.all('/services/apexrest/*', async (context) => {
    const path = context.req.path.slice(PREFIX.length);
    const body = new Uint8Array(await context.req.arrayBuffer());
    const input: RestInput = {
      method: context.req.method,
      path,
      headers: Object.entries(context.req.header()),
      query: Object.entries(context.req.query()),
      body
    };
    const outcome = (await api.platform.request('rest', context.get('userId'), input)) as RestOutcome;
    if ('errorCode' in outcome) throw new ApiError(outcome.status, outcome.errorCode, outcome.message);
    const { status, headers, payload } = outcome;
    return new Response(status === 204 || payload.byteLength === 0 ? null : (payload as Uint8Array<ArrayBuffer>), {
      status,
      headers: [...headers] as [string, string][]
    });
  });
  return routes;
}

/** A request for an Apex resource, as any thread can answer it. */
export interface RestInput {
  readonly method: string;
  /** After `/services/apexrest`. */
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly query: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

export type RestOutcome =
  | { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly payload: Uint8Array }
  | { readonly status: ApiError['status']; readonly errorCode: string; readonly message: string };

export function callResource({ platform }: Pick<Api, 'platform'>, userId: string, input: RestInput): RestOutcome {
  const { method: verb, path } = input;
  const found = findResource(platform.org, path);
  if (!found) return { status: 404, errorCode: 'NOT_FOUND', message: `Could not find a match for URL ${path}` };
  const method = found.info.methods.find(
    (each) => each.static && each.annotations.some(({ name }) => name === `http${verb.toLowerCase()}`)
  );
  if (!method)
    return {
      status: 405,
      errorCode: 'METHOD_NOT_ALLOWED',
      message: `HTTP Method '${verb}' not allowed. Allowed are ${allowed(found.info).join(',')}`
    };
  return platform.transaction({ userId, quiddity: 'REST' }, () => {
    if (!mayRunClass(found.info))
      return { status: 403, errorCode: 'FORBIDDEN', message: `You do not have access to the Apex class named: ${found.info.name}` };
    const response = call(input, found.info, method, found.mapping);
    const headers = [...response.headers].map(([name, value]) => [String(name), String(value ?? '')] as const);
    const typed = headers.some(([name]) => name.toLowerCase() === 'content-type');
    return {
      status: response.statusCode ?? 200,
      headers: typed ? headers : [...headers, ['Content-Type', 'application/json;charset=UTF-8'] as const],
      payload: response.responseBody?.bytes ?? new Uint8Array()
    };
  });
}

defineRequest('rest', callResource, ({ method, path }) => `${method} ${path}`);

function allowed(info: ClassInfo): string[] {
  return info.methods.flatMap((method) =>
    method.annotations.filter(({ name }) => /^http[a-z]+$/.test(name)).map(({ name }) => name.slice(4).toUpperCase())
  );
}

interface Resource {
  readonly info: ClassInfo;
  readonly mapping: string;
}

/** The resource with the longest matching mapping; `*` stands for any rest. */
function findResource({ model, program }: Org, path: string): Resource | null {
  const matches: Resource[] = [];
  for (const info of program.classes.values()) {
    const annotation = info.annotations.find(({ name }) => name === 'restresource');
    const mapping = annotation?.parameters['urlmapping'];
    if (mapping === undefined) continue;
    const spellings = model.namespace ? [mapping, `/${model.namespace}${mapping}`] : [mapping];
    for (const spelling of spellings) if (matchesMapping(spelling, path)) matches.push({ info, mapping: spelling });
  }
  return matches.sort((left, right) => right.mapping.length - left.mapping.length)[0] ?? null;
}

function matchesMapping(mapping: string, path: string): boolean {
  if (!mapping.endsWith('*')) return path === mapping;
  const start = mapping.slice(0, -1);
  return path.startsWith(start) || `${path}/` === start;
}

function call(input: RestInput, info: ClassInfo, method: MethodInfo, mapping: string): RestResponse {
  const { path, body } = input;
  const request = new RestRequest();
  request.httpMethod = input.method;
  request.requestURI = path;
  request.resourcePath = `${PREFIX}${mapping}`;
  request.requestBody = new ApexBlob(body);
  request.remoteAddress = '127.0.0.1';
  for (const [name, value] of input.headers) request.headers.put(name, value);
  for (const [name, value] of input.query) request.params.put(name, value);
  const response = new RestResponse();
  const rest = restContext();
  rest.request = request;
  rest.response = response;
  // An entry point begins in the sharing that its class declares.
  current().sharing = 'without';
  const args = jsonLibrary.parameters(method, body);
  const result = (info.jsClass as unknown as Record<string, (...values: unknown[]) => unknown>)[method.jsName]!(...args);
  if (method.returns.kind !== 'void' && response.responseBody === null)
    response.responseBody = ApexBlob.fromString(jsonLibrary.serialize(result ?? null));
  return response;
}
