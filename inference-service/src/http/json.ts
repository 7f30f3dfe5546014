import type { Context } from 'hono';
import type { z } from 'zod';
import { ServiceError } from '../errors.ts';
import { readBody } from './body.ts';
import type { AppEnvironment } from './environment.ts';

const decoder = new TextDecoder();
const DEEPEST = 32;
const ISSUES_SHOWN = 5;
/** Below these the caller chooses the names, and names are input: they are not repeated. */
const OPEN_PARENTS = new Set<PropertyKey>(['features', 'constraints']);

export function requireJsonContentType(c: Context<AppEnvironment>): void {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ServiceError('unsupported_media_type', 'Content-Type must be application/json');
  const encoding = (c.req.header('Content-Encoding') ?? 'identity').trim().toLowerCase();
  if (encoding !== 'identity') throw new ServiceError('unsupported_media_type', 'A Content-Encoding is not supported');
}

export async function readJson<Schema extends z.ZodType>(c: Context<AppEnvironment>, schema: Schema): Promise<z.infer<Schema>> {
  requireJsonContentType(c);
  return parseRequest(schema, parseJson(decoder.decode(await readBody(c))));
}

/** Parses and cleans: no NUL characters and no half characters, which neither PostgreSQL nor Salesforce can store. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ServiceError('invalid_json', 'The body is not valid JSON', { cause: error });
  }
  // Such characters, raw, are not JSON or were replaced while decoding: without an escape there are none to take out.
  const mayNeedCleaning = text.includes('\\u');
  const root = { value };
  // Own stack: the depth of the input must not decide how deep ours gets.
  const open: { holder: Record<string, unknown>; depth: number }[] = [{ holder: root, depth: 0 }];
  for (let entry = open.pop(); entry; entry = open.pop()) {
    for (const key of Object.keys(entry.holder)) {
      const child = entry.holder[key];
      if (typeof child === 'string') {
        if (!mayNeedCleaning) continue;
        const clean = cleanText(child);
        if (clean !== child)
          Object.defineProperty(entry.holder, key, { value: clean, enumerable: true, writable: true, configurable: true });
      } else if (typeof child === 'object' && child !== null) {
        if (entry.depth > DEEPEST) throw new ServiceError('invalid_json', `The body is nested deeper than ${DEEPEST} levels`);
        open.push({ holder: child as Record<string, unknown>, depth: entry.depth + 1 });
      }
    }
  }
  return root.value;
}

function cleanText(text: string): string {
  return (text.includes('\u0000') ? text.replaceAll('\u0000', '') : text).toWellFormed();
}

export function parseRequest<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ServiceError('invalid_request', describeIssues(parsed.error));
  return parsed.data;
}

/** Says which field is wrong and what is expected there, without repeating anything the caller sent. */
export function describeIssues(error: z.ZodError): string {
  const shown = error.issues.slice(0, ISSUES_SHOWN).map((issue) => {
    const path = issue.path.map((segment, position) => {
      if (typeof segment === 'number') return `[${segment}]`;
      return `${position > 0 ? '.' : ''}${OPEN_PARENTS.has(issue.path[position - 1] ?? '') ? '*' : String(segment)}`;
    });
    return `${path.join('') || 'body'}: ${issue.message}`;
  });
  const hidden = error.issues.length - shown.length;
  return shown.join('; ') + (hidden > 0 ? `; and ${hidden} more` : '');
}

/** `JSON.parse` makes `__proto__` an ordinary own property; anything that copies properties later would not. */
export function hasUnsafeName(value: unknown): boolean {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const current = open.pop();
    if (typeof current !== 'object' || current === null) continue;
    if (Object.hasOwn(current, '__proto__')) return true;
    for (const child of Object.values(current)) open.push(child);
  }
  return false;
}

/** Two candidates with one reference could not be told apart in the answer. */
export function hasRepeatedRef(candidates: { ref: string }[]): boolean {
  return new Set(candidates.map(({ ref }) => ref)).size < candidates.length;
}
