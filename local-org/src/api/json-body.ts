import { readTyped } from '../runtime/json/deserialize.ts';
import { parseJson } from '../runtime/json/parse.ts';
import { serialize } from '../runtime/json/serialize.ts';
import type { MethodInfo } from '../runtime/type.ts';
import { ApiError } from './errors.ts';

/** JSON bodies of Apex REST methods. */
export const jsonLibrary = {
  serialize: (value: unknown): string => serialize(value),

  /** Arguments by name out of the body's object; a method without parameters reads the request itself. */
  parameters(method: MethodInfo, body: Uint8Array): unknown[] {
    if (method.parameters.length === 0) return [];
    let node;
    try {
      node = parseJson(body.byteLength === 0 ? '{}' : new TextDecoder().decode(body));
    } catch (error) {
      throw new ApiError(400, 'JSON_PARSER_ERROR', error instanceof Error ? error.message : String(error));
    }
    if (!(node instanceof Map)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'The body must be a JSON object');
    return method.parameters.map(({ name, type }) => {
      const value = [...node].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
      return value === null ? null : readTyped(value, type, false);
    });
  }
};
