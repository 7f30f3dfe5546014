import { readDate, readDatetime, readTyped } from '../json/deserialize.ts';
import { JsonNumber } from '../json/numbers.ts';
import { JsonReader, readNode } from '../json/parse.ts';
import type { JsonNode, Token } from '../json/parse.ts';
import { BLOB, BOOLEAN, DECIMAL, DOUBLE, ID, INTEGER, LONG, TIME } from '../interning.ts';
import { defineType } from '../library.ts';
import type { Implementation } from '../library.ts';
import type { ApexType } from '../type.ts';
import { definePlatformEnum, enumConstant } from '../values/enum.ts';
import type { ApexEnum } from '../values/enum.ts';
import { throwApex } from '../values/exception.ts';
import type { TypeToken } from '../values/type-token.ts';
import { strict } from './arguments.ts';

definePlatformEnum('System.JSONToken', [
  'END_ARRAY',
  'END_OBJECT',
  'FIELD_NAME',
  'NOT_AVAILABLE',
  'START_ARRAY',
  'START_OBJECT',
  'VALUE_EMBEDDED_OBJECT',
  'VALUE_FALSE',
  'VALUE_NULL',
  'VALUE_NUMBER_FLOAT',
  'VALUE_NUMBER_INT',
  'VALUE_STRING',
  'VALUE_TRUE'
]);

/** A cursor over JSON tokens. */
export class JsonParser {
  private readonly reader: JsonReader;
  /** Name of the member being read, one per open object (null in arrays and at the root). */
  private readonly names: (string | null)[] = [null];
  current: Token | null = null;
  lastCleared: Token | null = null;

  constructor(text: string) {
    this.reader = new JsonReader(text);
  }

  next(): Token | null {
    // A closed container's name goes only when the cursor moves on: END_OBJECT still answers with it.
    const token = this.reader.next();
    if (token?.kind === 'FIELD_NAME') this.names[this.names.length - 1] = token.text;
    if (token?.kind === 'END_OBJECT' || token?.kind === 'END_ARRAY') this.names.pop();
    this.current = token;
    if (token?.kind === 'START_OBJECT' || token?.kind === 'START_ARRAY') this.names.push(null);
    return token;
  }

  nextValue(): Token | null {
    const token = this.next();
    return token?.kind === 'FIELD_NAME' ? this.next() : token;
  }

  get name(): string | null {
    const opening = this.current?.kind === 'START_OBJECT' || this.current?.kind === 'START_ARRAY';
    return this.names.at(opening ? -2 : -1) ?? null;
  }

  /** The value at the cursor; the cursor ends on its last token. */
  node(): JsonNode {
    if (!this.current) this.next();
    if (this.current?.kind === 'FIELD_NAME') this.next();
    const token = this.current ?? throwApex('System.JSONException', 'No content to map to Object due to end of input');
    if (token.kind === 'END_ARRAY' || token.kind === 'END_OBJECT') throwApex('System.JSONException', `Unexpected token ${token.kind}`);
    const node = readNode(this.reader, token);
    if (token.kind === 'START_OBJECT' || token.kind === 'START_ARRAY') {
      this.names.pop();
      this.current = { kind: token.kind === 'START_OBJECT' ? 'END_OBJECT' : 'END_ARRAY', text: token.kind === 'START_OBJECT' ? '}' : ']' };
    }
    return node;
  }

  skipChildren(): void {
    if (this.current?.kind === 'START_OBJECT' || this.current?.kind === 'START_ARRAY') this.node();
  }

  /** The scalar at the cursor as a type. */
  scalar(type: ApexType): unknown {
    const token = this.current;
    if (!token || !token.kind.startsWith('VALUE_'))
      throwApex('System.JSONException', `Current token (${token?.kind ?? 'null'}) is not a value`);
    if (token!.kind === 'VALUE_NULL') return null;
    const numeric = token!.kind.startsWith('VALUE_NUMBER');
    return readTyped(numeric ? new JsonNumber(token!.text) : token!.text, type, false);
  }
}

const constant = (token: Token | null): ApexEnum | null => token && enumConstant('System.JSONToken', token.kind);

const scalar =
  (type: ApexType): Implementation =>
  (parser: JsonParser) =>
    parser.scalar(type);

defineType({
  name: 'System.JSONParser',
  jsClass: JsonParser,
  methods: strict({
    nextToken: (parser: JsonParser) => constant(parser.next()),
    nextValue: (parser: JsonParser) => constant(parser.nextValue()),
    getCurrentToken: (parser: JsonParser) => constant(parser.current),
    hasCurrentToken: (parser: JsonParser) => parser.current !== null,
    clearCurrentToken: (parser: JsonParser) => {
      if (parser.current) parser.lastCleared = parser.current;
      parser.current = null;
    },
    getLastClearedToken: (parser: JsonParser) => constant(parser.lastCleared),
    getCurrentName: (parser: JsonParser) => parser.name,
    getText: (parser: JsonParser) => parser.current?.text ?? null,
    skipChildren: (parser: JsonParser) => parser.skipChildren(),
    readValueAs: (parser: JsonParser, token: TypeToken) => readTyped(parser.node(), token.type, false),
    readValueAsStrict: (parser: JsonParser, token: TypeToken) => readTyped(parser.node(), token.type, true),
    getBlobValue: scalar(BLOB),
    getBooleanValue: scalar(BOOLEAN),
    getDecimalValue: scalar(DECIMAL),
    getDoubleValue: scalar(DOUBLE),
    getIdValue: scalar(ID),
    getIntegerValue: scalar(INTEGER),
    getLongValue: scalar(LONG),
    getTimeValue: scalar(TIME),
    getDateValue: (parser: JsonParser) => readDate(parser.current?.text ?? ''),
    getDateTimeValue: (parser: JsonParser) => readDatetime(parser.current?.text ?? '')
  })
});
