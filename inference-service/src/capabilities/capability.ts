import type { Logger } from 'pino';
import type { z } from 'zod';
import type { BatchWork, Batch } from '../batch/batch.ts';
import type { ErrorCode } from '../contract/errors.ts';
import type { Scope } from '../contract/scopes.ts';
import type { JsonText } from '../http/json-text.ts';
import type { Inspector } from '../guardrails/inspector.ts';
import type { Language } from '../language/language.ts';
import type { Setting } from '../settings.ts';
import type { Database } from '../storage/database.ts';
import type { ModelStore } from '../storage/models.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Trace } from '../telemetry/trace.ts';

/*
 * What a capability is made of. Routes, limits, OpenAPI, the Apex classes, metrics and the README are made from its one
 * definition; nothing else names it. capabilities/index.ts lists the definitions.
 */

/** A body that is parsed and checked before the handler sees it. */
export type JsonBody<Read extends z.ZodType = z.ZodType> = {
  kind: 'json';
  /** As the contract shows it. */
  schema: z.ZodType;
  /** What is checked before the handler; the rest it checks itself, item by item. */
  read: Read;
};

/** A body that the handler gets as it came: a document, or JSON that only a thread of its own should parse. */
export type BytesBody = {
  kind: 'bytes';
  /** Media types it may have. */
  types: readonly [string, ...string[]];
  /** For the contract, when it is JSON. */
  schema?: z.ZodType;
};

export function json<Schema extends z.ZodType>(schema: Schema): JsonBody<Schema>;
export function json<Read extends z.ZodType>(schema: z.ZodType, read: Read): JsonBody<Read>;
export function json(schema: z.ZodType, read = schema): JsonBody {
  return { kind: 'json', schema, read };
}

export function bytes(types: BytesBody['types'], schema?: z.ZodType): BytesBody {
  return { kind: 'bytes', types, ...(schema ? { schema } : {}) };
}

/** One method on one path. Its name in the definition is its operation id, and PATH_ and that name its constant in Apex. */
export type Operation<
  Path extends string = string,
  Body extends JsonBody | BytesBody | undefined = JsonBody | BytesBody | undefined,
  Query extends z.ZodObject | undefined = z.ZodObject | undefined,
  Answer extends z.ZodType | undefined = z.ZodType | undefined
> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As OpenAPI writes it: `/v1/content/{id}`. A parameter is 1 to 80 printable characters. */
  path: Path;
  summary: string;
  description?: string;
  scope: Scope;
  /** What happened at the caller's, for log and metrics: `deals.registered`. */
  event: string;
  query?: Query;
  body?: Body;
  answer: {
    /** 200 without it; 204 without a schema. */
    status?: 200 | 201;
    description: string;
    /** Has a `requestId`, which the handler does not give: it is put in. */
    schema?: Answer;
  };
  /** Refusals of its own and what each means. `not_found` also answers a path parameter that cannot be one. */
  refusals?: Partial<Record<ErrorCode, string>>;
  limits?: {
    bodyBytes?: Setting<number>;
    timeoutMs?: Setting<number>;
    /** At once, per replica; operations with the same setting share it. More are answered `busy`. */
    concurrency?: Setting<number>;
  };
  /** Answers each key once (see batch): a claim on a key must outlive the longest such request. */
  keyed?: boolean;
};

type ParametersOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [Parameter in Name]: string } & ParametersOf<Rest>
  : unknown;
type BodyOf<O> = O extends { body: JsonBody<infer Read> } ? z.infer<Read> : O extends { body: BytesBody } ? Uint8Array : undefined;
type QueryOf<O> = O extends { query: infer Query extends z.ZodObject } ? z.infer<Query> : undefined;
type AnswerOf<O> = O extends { answer: { schema: infer Answer extends z.ZodType } } ? Omit<z.infer<Answer>, 'requestId'> | JsonText : void;

/** What an operation is told of the request it answers. */
export type Call<Params = unknown, Body = unknown, Query = unknown> = {
  orgId: string;
  requestId: string;
  trace: Trace | undefined;
  /** Ends the work when the time is up, the caller is gone or the service gives up draining. */
  signal: AbortSignal;
  /** When the request arrived, as `performance.now()` counts. */
  arrivedAt: number;
  log: () => Logger;
  /** Adds to the request's one log line: counts and codes, never content. */
  note(fields: Record<string, string | number | boolean>): void;
  params: Params;
  query: Query;
  body: Body;
  /** Media type of the body, without parameters. */
  contentType: string;
};

export type Handler<O> = (
  call: Call<O extends { path: infer Path extends string } ? ParametersOf<Path> : unknown, BodyOf<O>, QueryOf<O>>
) => Promise<AnswerOf<O>>;

/** What the service gives every capability. Engines that only one needs are built by it, in `create`, and closed in `close`. */
export type CapabilityContext = {
  /** The value of a setting that the capability declares. */
  setting<Value>(setting: Setting<Value>): Value;
  /** Shared by all: tables come with a migration, and every key starts with the org. */
  database: Database;
  /** Keyed work, item by item, each key once. */
  batch<Item extends { key: string }>(work: BatchWork<Item>): Batch<Item>;
  /** Versioned, trained models of a kind; the same store for everyone who names the kind. */
  models<Model, Summary>(kind: string): ModelStore<Model, Summary>;
  /**
   * An engine that more than one capability uses, such as a pool of threads: built when the first of them asks, and
   * closed after the last request. The function stands for the engine, so it is declared once, at the top of a module.
   */
  shared<Engine extends Closable>(create: (context: CapabilityContext) => Engine): Engine;
  language: Language;
  /** Masks and screens text in a thread. */
  inspector: Inspector;
  metrics: Metrics;
  log: Logger;
  /** Aborted when work under way must end now. */
  stopped: AbortSignal;
  now(): Date;
};

export type Closable = { close?(): Promise<void> };

/** The Apex class the package talks through. Several capabilities may name one class; their types are put together. */
export type ApexTarget<Id extends string = string> = {
  className: string;
  /** Folder under force-app. */
  domain: string;
  /** The operations that Apex calls. */
  operations: readonly Id[];
  /** Further numbers and texts that both sides must agree on. */
  constants?: Record<string, { value: string | number; comment: string }>;
};

export type CapabilityDefinition<Operations extends Record<string, Operation>> = {
  /** Name of its folder. */
  name: string;
  /** Heading in the documentation. */
  title: string;
  /** Completes "What … takes and gives": the subject of the generated Apex class. */
  subject: string;
  apex?: ApexTarget<keyof Operations & string>;
  settings?: readonly Setting<unknown>[];
  operations: Operations;
  /** Called once at start, when every setting is read. */
  create(context: CapabilityContext): Created<Operations>;
};

/** `close` is called after the last request has been answered. */
type Created<Operations> = Closable & { handlers: { [Id in keyof Operations]: Handler<Operations[Id]> } };

/** A definition as the rest of the service sees it: any capability. */
export type Capability = Omit<CapabilityDefinition<Record<string, Operation>>, 'settings' | 'create' | 'apex'> & {
  apex?: ApexTarget;
  settings: readonly Setting<unknown>[];
  create(context: CapabilityContext): RunningCapability;
};

export type RunningCapability = Closable & { handlers: Record<string, (call: Call) => Promise<unknown>> };

/** Checks a definition against its handlers, and forgets the types nobody else needs. */
export function defineCapability<const Operations extends Record<string, Operation>>(
  definition: CapabilityDefinition<Operations>
): Capability {
  return { settings: [], ...definition } as unknown as Capability;
}
