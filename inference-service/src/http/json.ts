import type { z } from 'zod';
import { ServiceError } from '../errors.ts';

const MAX_DEPTH = 32;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 91, 93, 123, 125];
const MAX_ISSUES = 5;
/** Below these the caller chooses the names, and names are input: they are not repeated. */
const OPEN_PARENTS = new Set<PropertyKey>(['features', 'constraints']);

/** Parses and cleans: no NUL characters and no half characters, which neither PostgreSQL nor Salesforce can store. */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ServiceError('invalid_json', 'The body is not valid JSON', { cause: error });
  }
  // Before anything walks it: the depth of the input must not decide how deep our stack gets.
  if (mayBeDeep(text) && levelsOf(text) > MAX_DEPTH + 1)
    throw new ServiceError('invalid_json', `The body is nested deeper than ${MAX_DEPTH} levels`);
  // Without an escape there are no such characters: raw, they are not JSON or were replaced while decoding.
  if (!text.includes('\\u') && !text.includes('__proto__')) return value;
  const root = { value };
  cleanWithin(root);
  return root.value;
}

/** Where fewer begin than may lie within each other, none lies too deep: most requests, told without reading them. */
function mayBeDeep(text: string): boolean {
  let begun = 0;
  for (const open of ['{', '[']) {
    for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) if (++begun > MAX_DEPTH) return true;
  }
  return false;
}

/** Most objects and lists within each other, read from the text: valid JSON, of which looking at each value would cost several times as much. */
function levelsOf(text: string): number {
  let level = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === QUOTE) quoted = !quoted;
    else if (quoted) i += unit === BACKSLASH ? 1 : 0;
    else if (unit === OPEN_LIST || unit === OPEN_OBJECT) deepest = Math.max(deepest, ++level);
    else if (unit === CLOSE_LIST || unit === CLOSE_OBJECT) level--;
  }
  return deepest;
}

/** Objects and lists that hold `__proto__` as a name, at any depth. */
const unsafe = new WeakSet<object>();

/** Notes what is unsafe and says whether it was. */
function cleanWithin(holder: object): boolean {
  let isUnsafe = false;
  for (const [key, child] of Object.entries(holder) as [string, unknown][]) {
    if (key === '__proto__') isUnsafe = true;
    if (typeof child === 'object' && child !== null) {
      if (cleanWithin(child)) isUnsafe = true;
    } else if (typeof child === 'string') {
      const clean = cleanText(child);
      if (clean !== child) Object.defineProperty(holder, key, { value: clean, enumerable: true, writable: true, configurable: true });
    }
  }
  if (isUnsafe) unsafe.add(holder);
  return isUnsafe;
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
  const shown = error.issues.slice(0, MAX_ISSUES).map((issue) => {
    const path = issue.path.map((segment, position) => {
      if (typeof segment === 'number') return `[${segment}]`;
      return `${position > 0 ? '.' : ''}${OPEN_PARENTS.has(issue.path[position - 1] ?? '') ? '*' : String(segment)}`;
    });
    return `${path.join('') || 'body'}: ${issue.message}`;
  });
  const hidden = error.issues.length - shown.length;
  return shown.join('; ') + (hidden > 0 ? `; and ${hidden} more` : '');
}

/**
 * Of what `parseJson` gave: `JSON.parse` makes `__proto__` an ordinary own property; anything that copies properties
 * later would not.
 */
export function hasUnsafeName(value: unknown): boolean {
  return typeof value === 'object' && value !== null && unsafe.has(value);
}
