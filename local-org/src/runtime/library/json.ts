import { readTyped, readUntyped } from '../json/deserialize.ts';
import { parseJson } from '../json/parse.ts';
import { serialize } from '../json/serialize.ts';
import { defineType } from '../library.ts';
import { requireArgument } from '../values/exception.ts';
import type { TypeToken } from '../values/type-token.ts';
import { JsonGenerator } from './json-generator.ts';
import { JsonParser } from './json-parser.ts';
import { strict } from './arguments.ts';

const typed =
  (isStrict: boolean) =>
  (text: string, token: TypeToken): unknown =>
    readTyped(parseJson(text), token.type, isStrict);

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
    serialize: (value: unknown, suppressNulls: boolean | null = false) => serialize(value, { suppressNulls: requireArgument(suppressNulls) }),
    serializePretty: (value: unknown, suppressNulls: boolean | null = false) => serialize(value, { pretty: true, suppressNulls: requireArgument(suppressNulls) })
  }
});

