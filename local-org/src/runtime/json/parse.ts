/** Reading JSON into plain nodes: member order, number text and positions survive. */
import { throwApex } from '../values/exception.ts';
import { JsonNumber } from './numbers.ts';

export type JsonNode = null | boolean | string | JsonNumber | JsonNode[] | Map<string, JsonNode>;

export type TokenKind =
  | 'START_OBJECT'
  | 'END_OBJECT'
  | 'START_ARRAY'
  | 'END_ARRAY'
  | 'FIELD_NAME'
  | 'VALUE_STRING'
  | 'VALUE_NUMBER_INT'
  | 'VALUE_NUMBER_FLOAT'
  | 'VALUE_TRUE'
  | 'VALUE_FALSE'
  | 'VALUE_NULL';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** Deeper input is refused rather than overflowing the stack. */
const MAX_DEPTH = 500;

/** A pull reader over JSON text; errors give line and column as the platform does. */
export class JsonReader {
  private readonly text: string;
  private position = 0;
  private readonly containers: ('object' | 'array')[] = [];
  private expectName = false;
  private afterValue = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Depth of open objects and arrays. */
  get depth(): number {
    return this.containers.length;
  }

  fail(message: string): never {
    const before = this.text.slice(0, this.position);
    const line = before.split('\n').length;
    const column = this.position - before.lastIndexOf('\n');
    return throwApex('System.JSONException', `${message} at [line:${line}, column:${column}]`);
  }

  /** The next token, null at the end of the text. */
  next(): Token | null {
    this.skipBlank();
    const character = this.text[this.position];
    const container = this.containers.at(-1);
    if (character === undefined) {
      if (container) this.fail(`Unexpected end-of-input: expected close marker for ${container.toUpperCase()}`);
      return null;
    }
    if (container && (character === '}' || character === ']')) return this.close(character, container);
    if (container && this.afterValue) {
      if (character !== ',')
        this.fail(
          `Unexpected character ('${character}' (code ${character.charCodeAt(0)})): was expecting comma to separate ${container.toUpperCase()} entries`
        );
      this.position++;
      this.afterValue = false;
      this.expectName = container === 'object';
      this.skipBlank();
    }
    if (!container && this.afterValue)
      this.fail(`Unexpected character ('${character}' (code ${character.charCodeAt(0)})): Expected end of input`);
    return this.expectName ? this.fieldName() : this.value();
  }

  private skipBlank(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.position);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.position++;
    }
  }

  private close(character: string, container: 'object' | 'array'): Token {
    if ((character === '}') !== (container === 'object'))
      this.fail(`Unexpected close marker '${character}': expected '${container === 'object' ? '}' : ']'}'`);
    if (container === 'object' && !this.expectName && !this.afterValue)
      this.fail(`Unexpected character ('${character}' (code ${character.charCodeAt(0)})): expected a value`);
    this.position++;
    this.containers.pop();
    this.valueRead();
    return { kind: container === 'object' ? 'END_OBJECT' : 'END_ARRAY', text: character };
  }

  private valueRead(): void {
    this.afterValue = true;
    this.expectName = false;
  }

  private fieldName(): Token {
    const character = this.text[this.position];
    if (character !== '"')
      this.fail(`Unexpected character ('${character}' (code ${character?.charCodeAt(0)})): was expecting double-quote to start field name`);
    const text = this.string();
    this.skipBlank();
    if (this.text[this.position] !== ':') this.fail('Unexpected character: was expecting a colon to separate field name and value');
    this.position++;
    this.expectName = false;
    return { kind: 'FIELD_NAME', text };
  }

  private value(): Token {
    const character = this.text[this.position]!;
    if (character === '{' || character === '[') {
      if (this.containers.length >= MAX_DEPTH) this.fail(`Nesting is deeper than ${MAX_DEPTH} levels`);
      this.position++;
      this.containers.push(character === '{' ? 'object' : 'array');
      this.afterValue = false;
      this.expectName = character === '{';
      return { kind: character === '{' ? 'START_OBJECT' : 'START_ARRAY', text: character };
    }
    if (character === '"') {
      const text = this.string();
      this.valueRead();
      return { kind: 'VALUE_STRING', text };
    }
    return this.scalar(character);
  }

  private scalar(character: string): Token {
    NUMBER.lastIndex = this.position;
    const number = NUMBER.exec(this.text)?.[0];
    if (number !== undefined) {
      this.position += number.length;
      this.valueRead();
      return { kind: /[.eE]/.test(number) ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT', text: number };
    }
    WORD.lastIndex = this.position;
    const word = WORD.exec(this.text)?.[0];
    if (word === 'true' || word === 'false' || word === 'null') {
      this.position += word.length;
      this.valueRead();
      return { kind: `VALUE_${word.toUpperCase()}` as TokenKind, text: word };
    }
    if (word) this.fail(`Unrecognized token '${word}': was expecting 'null', 'true', 'false' or NaN`);
    return this.fail(
      `Unexpected character ('${character}' (code ${character.charCodeAt(0)})): expected a valid value (number, String, array, object, 'true', 'false' or 'null')`
    );
  }

  private string(): string {
    const start = this.position + 1;
    const closing = this.text.indexOf('"', start);
    const plain = closing < 0 ? '' : this.text.slice(start, closing);
    if (closing >= 0 && !SPECIAL.test(plain)) {
      this.position = closing + 1;
      return plain;
    }
    let end = start;
    for (; ; end++) {
      const code = this.text.charCodeAt(end);
      if (Number.isNaN(code)) {
        this.position = this.text.length;
        this.fail('Unexpected end-of-input: was expecting closing quote for a string value');
      }
      if (code === 34) break;
      if (code === 92) end++;
      else if (code < 32) {
        this.position = end;
        this.fail(
          `Illegal unquoted character ((CTRL-CHAR, code ${code})): has to be escaped using backslash to be included in string value`
        );
      }
    }
    const raw = this.text.slice(start, end);
    this.position = end + 1;
    return raw.includes('\\') ? this.unescape(raw) : raw;
  }

  private unescape(raw: string): string {
    return raw.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, unicode: string | undefined, character: string | undefined) => {
      if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16));
      return ESCAPES[character!] ?? this.fail(`Unrecognized character escape '${character}' (code ${character!.charCodeAt(0)})`);
    });
  }
}

/** What a string cannot hold as it is: an escape, or a control character that is an error. */
const SPECIAL = /[\\\u0000-\u001f]/;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /\w+/y;
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A whole JSON document; nothing but blanks may follow it. */
export function parseJson(text: string): JsonNode {
  const reader = new JsonReader(text);
  const first = reader.next();
  if (!first) return throwApex('System.JSONException', 'No content to map to Object due to end of input');
  const node = readNode(reader, first);
  reader.next();
  return node;
}

/** The node that begins with a token already read. */
export function readNode(reader: JsonReader, token: Token): JsonNode {
  switch (token.kind) {
    case 'START_OBJECT': {
      const members = new Map<string, JsonNode>();
      for (let name = reader.next()!; name.kind !== 'END_OBJECT'; name = reader.next()!)
        members.set(name.text, readNode(reader, reader.next()!));
      return members;
    }
    case 'START_ARRAY': {
      const items: JsonNode[] = [];
      for (let item = reader.next()!; item.kind !== 'END_ARRAY'; item = reader.next()!) items.push(readNode(reader, item));
      return items;
    }
    case 'VALUE_NUMBER_INT':
    case 'VALUE_NUMBER_FLOAT':
      return new JsonNumber(token.text);
    case 'VALUE_STRING':
      return token.text;
    case 'VALUE_NULL':
      return null;
    default:
      return token.kind === 'VALUE_TRUE';
  }
}
