import { Hono } from 'hono';
import { restContext, RestRequest, RestResponse } from '../platform/library/rest.ts';
import { current } from '../runtime/execution.ts';
import { jsonLibrary } from './json-body.ts';
import type { ClassInfo, MethodInfo } from '../runtime/type.ts';
import { ApexBlob } from '../runtime/values/blob.ts';
import type { Api, ApiContext, ApiEnv } from './context.ts';
import { inTransaction } from './context.ts';
import { ApiError, notFound } from './errors.ts';
import { mayRunClass } from './class-access.ts';

const PREFIX = '/services/apexrest';

/** `@RestResource` classes. */
export function apexRestRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.all('/services/apexrest/*', async (context) => {
    const path = context.req.path.slice(PREFIX.length);
    const body = new Uint8Array(await context.req.arrayBuffer());
    const found = findResource(api, path);
    if (!found) throw notFound(`Could not find a match for URL ${path}`);
    const method = found.info.methods.find(
      (each) => each.static && each.annotations.some(({ name }) => name === `http${context.req.method.toLowerCase()}`)
    );
    if (!method)
      throw new ApiError(
        405,
        'METHOD_NOT_ALLOWED',
        `HTTP Method '${context.req.method}' not allowed. Allowed are ${allowed(found.info).join(',')}`
      );
    const response = inTransaction(api, context, () => {
      if (!mayRunClass(found.info))
        throw new ApiError(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${found.info.name}`);
      return call(context, found.info, method, found.mapping, path, body);
    });
    const payload = response.responseBody?.bytes ?? new Uint8Array();
    const headers: Record<string, string> = {};
    for (const [name, value] of response.headers) headers[String(name)] = String(value ?? '');
    if (!Object.keys(headers).some((name) => name.toLowerCase() === 'content-type'))
      headers['Content-Type'] = 'application/json;charset=UTF-8';
    const status = response.statusCode ?? 200;
    return new Response(status === 204 || payload.byteLength === 0 ? null : (payload as Uint8Array<ArrayBuffer>), { status, headers });
  });
  return routes;
}

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
function findResource(api: Api, path: string): Resource | null {
  const { model, program } = api.platform.org;
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

function call(context: ApiContext, info: ClassInfo, method: MethodInfo, mapping: string, path: string, body: Uint8Array): RestResponse {
  const request = new RestRequest();
  request.httpMethod = context.req.method;
  request.requestURI = path;
  request.resourcePath = `${PREFIX}${mapping}`;
  request.requestBody = new ApexBlob(body);
  request.remoteAddress = '127.0.0.1';
  for (const [name, value] of Object.entries(context.req.header())) request.headers.put(name, value);
  for (const [name, value] of Object.entries(context.req.query())) request.params.put(name, value);
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
