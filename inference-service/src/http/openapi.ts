import { OpenAPIHono } from '@hono/zod-openapi';
import type { z } from 'zod';
import type { Capability, Operation } from '../capabilities/capability.ts';
import { errorBodySchema, type ErrorCode } from '../contract/errors.ts';
import { STATUS } from '../errors.ts';

/** The parts of an OpenAPI document that the documentation shows. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  description?: string;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
};
export type DocumentedOperation = {
  summary?: string;
  description?: string;
  tags?: string[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>;
};
export type Document = {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, Schema> };
};

/** What any operation may answer beside its own refusals. */
const REFUSALS: Partial<Record<ErrorCode, string>> = {
  unauthorized: 'No valid bearer token',
  forbidden: 'The token belongs to another org or does not have the scope',
  rate_limited: 'Too many requests; Retry-After says when',
  internal: 'Our fault; the log has the request id',
  unavailable: 'Busy, draining or out of time; Retry-After says when'
};
const BODY_REFUSALS: Partial<Record<ErrorCode, string>> = {
  payload_too_large: 'Body too large',
  unsupported_media_type: 'Another Content-Type than these'
};
const JSON_REFUSALS: Partial<Record<ErrorCode, string>> = {
  invalid_json: 'Not JSON',
  invalid_request: 'JSON that does not fit the schema'
};

export function openApiDocument(capabilities: readonly Capability[], version: string): Document {
  const registry = new OpenAPIHono();
  registry.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  registry.openAPIRegistry.registerComponent('securitySchemes', 'org', { type: 'apiKey', in: 'header', name: 'X-Org-Id' });
  for (const { title, operations } of capabilities) {
    for (const [id, operation] of Object.entries(operations)) registry.openAPIRegistry.registerPath(route(id, operation, title));
  }
  return registry.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Partner Portal AI inference service',
      version,
      description: `${capabilities.map(({ title }) => title).join(', ')}. Errors are { code, message, requestId } with a closed list of codes.`
    }
  }) as unknown as Document;
}

type Route = Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0];

function route(operationId: string, operation: Operation, tag: string): Route {
  const { method, path, summary, description, scope, body, query, answer } = operation;
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name: name as string,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' as const, maxLength: 80 }
  }));
  return {
    method: method.toLowerCase() as Lowercase<Operation['method']>,
    path,
    operationId,
    summary,
    description: [description, `Needs a token with the scope \`${scope}\`.`].filter(Boolean).join(' '),
    tags: [tag],
    security: [{ bearer: [], org: [] }],
    parameters,
    request: { ...(query ? { query } : {}), ...(body ? { body: { required: true, content: contentOf(body) } } : {}) },
    responses: {
      [answer.schema ? (answer.status ?? 200) : 204]: {
        description: answer.description,
        ...(answer.schema ? { content: { 'application/json': { schema: answer.schema } } } : {})
      },
      ...refusalsOf(operation)
    }
  };
}

function contentOf(body: NonNullable<Operation['body']>) {
  if (body.kind === 'json') return { 'application/json': { schema: body.schema } };
  const binary = { type: 'string' as const, format: 'binary' };
  return Object.fromEntries(body.types.map((type) => [type, { schema: (body.schema as z.ZodType | undefined) ?? binary }]));
}

/** By status; where two codes share one, their meanings stand side by side. */
function refusalsOf({ body, query, refusals }: Operation): Route['responses'] {
  const readsJson = body && (body.kind === 'json' || body.schema !== undefined);
  const all = { ...REFUSALS, ...(body ? BODY_REFUSALS : {}), ...(readsJson || query ? JSON_REFUSALS : {}), ...refusals };
  const byStatus: Record<number, string> = {};
  for (const [code, meaning] of Object.entries(all) as [ErrorCode, string][]) {
    const status = STATUS[code];
    byStatus[status] = byStatus[status] ? `${byStatus[status]}. ${meaning}` : meaning;
  }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, description]) => [
      status,
      { description, content: { 'application/json': { schema: errorBodySchema } } }
    ])
  );
}
