import type { Context, MiddlewareHandler } from 'hono';
import type { LocalPlatform } from '../platform/local-platform.ts';
import type { Execution } from '../runtime/execution.ts';
import { ApiError } from './errors.ts';
import type { Sessions } from './sessions.ts';
import type { Tickets } from './tickets.ts';

/** What every handler may reach; built once. */
export interface Api {
  readonly platform: LocalPlatform;
  readonly sessions: Sessions;
  readonly tickets: Tickets;
  readonly log: (line: string) => void;
}

export type ApiEnv = { Variables: { userId: string } };
export type ApiContext = Context<ApiEnv>;

/** Needs a token, as `Authorization: Bearer` or the older `OAuth`. */
export function authenticate({ sessions }: Api): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    const [, token = ''] = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(context.req.header('Authorization') ?? '') ?? [];
    const userId = sessions.userOf(token);
    if (userId === null) throw new ApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    context.set('userId', userId);
    await next();
  };
}

/** One request, one Apex transaction, as the session's user. */
export function inTransaction<T>(api: Api, context: ApiContext, body: (execution: Execution) => T, quiddity = 'REST'): T {
  return api.platform.transaction({ userId: context.get('userId'), quiddity }, (execution) => {
    // The API sees what its user may see, whatever the classes behind it declare.
    execution.sharing = 'with';
    return body(execution);
  });
}

/** The request's JSON object; anything else is the caller's fault. */
export async function jsonBody(context: ApiContext): Promise<Record<string, unknown>> {
  const text = await context.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', `The body is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The body must be a JSON object');
  return value as Record<string, unknown>;
}

export function version(context: ApiContext): string {
  return context.req.param('version') ?? 'v65.0';
}
