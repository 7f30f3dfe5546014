import type { Context, Hono } from 'hono';
import type { SettingValues } from '../config.ts';
import type { BytesBody, Call, Capability, JsonBody, Operation, RunningCapability } from '../capabilities/capability.ts';
import { ServiceError } from '../errors.ts';
import type { Setting } from '../settings.ts';
import { requireScope } from './authentication.ts';
import { readBytes, readText } from './body.ts';
import type { AppEnvironment } from './environment.ts';
import { JsonText } from './json-text.ts';
import { parseJson, parseRequest } from './json.ts';
import { createGate, limitTime, type Gate } from './limits.ts';

export type OperationOptions = {
  setting: SettingValues;
  /** Where an operation has no limits of its own. */
  bodyLimitBytes: number;
  requestTimeoutMs: number;
  stopped: AbortSignal;
};

const RETRY_AFTER_SECONDS = 2;
/** What cannot be an id is not looked for: the database refuses some characters. */
const PARAMETER = /^[\x20-\x7e]{1,80}$/;

/** Gives every operation of the capabilities its route. */
export function mountOperations(
  app: Hono<AppEnvironment>,
  capabilities: { definition: Capability; running: RunningCapability }[],
  options: OperationOptions
): void {
  const gates = new Map<Setting<number>, Gate>();
  const gateOf = (limit: Setting<number>): Gate => {
    const gate = gates.get(limit) ?? createGate(options.setting(limit), RETRY_AFTER_SECONDS);
    gates.set(limit, gate);
    return gate;
  };
  for (const { definition, running } of capabilities) {
    for (const [id, operation] of Object.entries(definition.operations)) {
      const handler = running.handlers[id];
      if (!handler) throw new Error(`${definition.name} has no handler for ${id}`);
      mount(app, operation, handler, operation.limits?.concurrency && gateOf(operation.limits.concurrency), options);
    }
  }
}

function mount(
  app: Hono<AppEnvironment>,
  operation: Operation,
  handler: RunningCapability['handlers'][string],
  gate: Gate | undefined,
  options: OperationOptions
): void {
  const { method, path, body, query, event, limits = {} } = operation;
  const bodyLimit = limits.bodyBytes ? options.setting(limits.bodyBytes) : options.bodyLimitBytes;
  const timeoutMs = limits.timeoutMs ? options.setting(limits.timeoutMs) : options.requestTimeoutMs;
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const status = operation.answer.status ?? 200;

  app.on(
    method,
    path.replaceAll(/\{(\w+)\}/g, ':$1'),
    requireScope(operation.scope),
    limitTime(timeoutMs, options.stopped),
    async (c: Context<AppEnvironment>) => {
      const logFields = c.get('logFields');
      logFields['event'] = event;
      const requestId = c.get('requestId');
      const call: Call = {
        orgId: c.get('orgId'),
        requestId,
        trace: c.get('trace'),
        signal: c.get('signal'),
        arrivedAt: c.get('arrivedAt'),
        log: () => c.get('log')().child({ event }),
        note: (fields) => void Object.assign(logFields, fields),
        params: readParameters(c, parameters, operation),
        query: query && parseRequest(query, c.req.query()),
        body: body && (await readBody(c, body, bodyLimit)),
        contentType: mediaType(c)
      };
      const answer = await (gate ? gate.run(() => handler(call)) : handler(call));
      if (answer === undefined) return c.body(null, 204);
      if (answer instanceof JsonText) return c.body(answer.text, status, { 'Content-Type': 'application/json' });
      return c.json({ requestId, ...(answer as object) }, status);
    }
  );
}

function readParameters(c: Context, names: string[], operation: Operation): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = c.req.param(name) ?? '';
      if (!PARAMETER.test(value)) throw new ServiceError('not_found', operation.refusals?.not_found ?? 'No such path');
      return [name, value];
    })
  );
}

async function readBody(c: Context, body: JsonBody | BytesBody, limit: number): Promise<unknown> {
  requireType(c, body.kind === 'json' ? ['application/json'] : body.types);
  return body.kind === 'json' ? parseRequest(body.read, parseJson(await readText(c, limit))) : readBytes(c, limit);
}

function requireType(c: Context, types: readonly string[]): void {
  if (!types.includes(mediaType(c))) {
    throw new ServiceError('unsupported_media_type', `Content-Type must be ${types.join(' or ')}`);
  }
  const encoding = (c.req.header('Content-Encoding') ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity') throw new ServiceError('unsupported_media_type', 'A Content-Encoding is not supported');
}

function mediaType(c: Context): string {
  return (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
}
