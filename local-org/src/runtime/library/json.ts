import { readTyped, readUntyped } from '../json/deserialize.ts';
import { parseJson } from '../json/parse.ts';
import { serialize } from '../json/serialize.ts';
import { defineType } from '../library.ts';
import type { ApexType } from '../type.ts';
import { isList, isSet } from '../interning.ts';
import { requireArgument, throwApex } from '../values/exception.ts';
import type { TypeToken } from '../values/type-token.ts';
import { JsonGenerator } from './json-generator.ts';
import { JsonParser } from './json-parser.ts';
import { strict } from './arguments.ts';

/** What cannot be the wanted kind of value is refused before the rest is read. */
function startingAs(text: string, type: ApexType): string {
  const start = text.trimStart()[0];
  if ((isList(type) || isSet(type)) && start !== undefined && start !== '[' && start !== 'n')
    throwApex('System.JSONException', "Malformed JSON: Expected '[' at the beginning of List/Set");
  return text;
}

const typed =
  (isStrict: boolean) =>
  (text: string, token: TypeToken): unknown =>
    readTyped(parseJson(startingAs(text, token.type)), token.type, isStrict);

defineType({
  name: 'System.JSON',
  statics: {
    ...strict({
      createGenerator: (pretty: boolean) => new JsonGenerator(pretty),
      createParser: (text: string) => new JsonParser(text),
      deserialize: typed(false),
      deserializeStrict: typed(true),
      deserializeUntyped: (text: string) => readUntyped(parseJson(text))
    }),
    serialize: (value: unknown, suppressNulls: boolean | null = false) =>
      serialize(value, { suppressNulls: requireArgument(suppressNulls) }),
    serializePretty: (value: unknown, suppressNulls: boolean | null = false) =>
      serialize(value, { pretty: true, suppressNulls: requireArgument(suppressNulls) })
  }
});
