import { apexHashCode } from '../equality.ts';
import { defineType } from '../library.ts';
import { INTEGER, STRING } from '../interning.ts';
import { javaRegex } from '../regex.ts';
import { replaceAll, replaceFirst, split } from '../regex-operations.ts';
import { throwApex } from '../values/exception.ts';
import { ApexId } from '../values/id.ts';
import { ApexList } from '../values/list.ts';
import { strict } from './arguments.ts';
import { addErrorMethods } from './add-error.ts';

const list = (items: readonly string[]): ApexList => new ApexList(STRING, [...items]);

function from(text: string, start: number): string {
  if (start < 0 || start > text.length) throwApex('System.StringException', `Starting position out of bounds: ${start}`);
  return text.slice(start);
}

function between(text: string, start: number, end: number): string {
  if (start < 0 || start > text.length) throwApex('System.StringException', `Starting position out of bounds: ${start}`);
  if (end < start || end > text.length) throwApex('System.StringException', `Ending position out of bounds: ${end}`);
  return text.slice(start, end);
}

function codeAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) throwApex('System.StringException', `String index out of range: ${index}`);
  return text.charCodeAt(index);
}

/** Java's ordering: the difference of the first differing characters, else of the lengths. */
function compareTo(text: string, other: string): number {
  const shared = Math.min(text.length, other.length);
  for (let i = 0; i < shared; i++) if (text[i] !== other[i]) return text.charCodeAt(i) - other.charCodeAt(i);
  return text.length - other.length;
}

function countMatches(text: string, part: string): number {
  if (part === '') return 0;
  return text.split(part).length - 1;
}

/** Index of the n-th character found by `test`, or -1. */
function indexWhere(text: string, test: (character: string) => boolean): number {
  for (let i = 0; i < text.length; i++) if (test(text[i]!)) return i;
  return -1;
}

function indexOfDifference(text: string, other: string): number {
  if (text === other) return -1;
  let i = 0;
  while (i < text.length && i < other.length && text[i] === other[i]) i++;
  return i;
}

/** Java's lastIndexOf never finds anything from a negative start; JavaScript takes it for 0. */
function lastIndexOf(text: string, part: string, start?: number): number {
  if (start === undefined) return text.lastIndexOf(part);
  return start < 0 ? -1 : text.lastIndexOf(part, start);
}

function substringBetween(text: string, open: string, close = open): string | null {
  const start = text.indexOf(open);
  if (start < 0) return null;
  const end = text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}

function after(text: string, index: number, length: number): string {
  return index < 0 ? '' : text.slice(index + length);
}

const lower = (text: string): string => text.toLowerCase();

/** Applies a search to both texts in lower case. */
const ignoringCase =
  <T>(search: (text: string, part: string, start?: number) => T) =>
  (text: string, part: string, start?: number): T =>
    search(lower(text), lower(part), start);

function withoutIgnoringCase(text: string, part: string, atEnd: boolean): string {
  const [whole, piece] = [lower(text), lower(part)];
  if (atEnd) return piece !== '' && whole.endsWith(piece) ? text.slice(0, text.length - part.length) : text;
  return piece !== '' && whole.startsWith(piece) ? text.slice(part.length) : text;
}

/** `split` of a null or empty pattern is legal Java: between all characters. */
function splitBy(text: string, pattern: string, limit = 0): ApexList {
  return list(split(text, javaRegex(pattern), limit));
}

defineType({
  name: 'System.String',
  methods: {
    ...strict({
      codePointAt: (text: string, index: number) => (codeAt(text, index), text.codePointAt(index)),
      codePointBefore: (text: string, index: number) => {
        codeAt(text, index - 1);
        const paired = index >= 2 ? text.codePointAt(index - 2)! : 0;
        return paired > 0xffff ? paired : text.charCodeAt(index - 1);
      },
      codePointCount: (text: string, start: number, end: number) => [...between(text, start, end)].length,
      offsetByCodePoints: (text: string, index: number, count: number) => {
        if (count < 0) return [...text.slice(0, index)].slice(0, count).join('').length;
        return index + [...text.slice(index)].slice(0, count).join('').length;
      },
      charAt: codeAt,
      compareTo,
      contains: (text: string, part: string) => text.includes(part),
      containsAny: (text: string, characters: string) => indexWhere(text, (c) => characters.includes(c)) >= 0,
      containsIgnoreCase: ignoringCase((text, part) => text.includes(part)),
      containsNone: (text: string, characters: string) => indexWhere(text, (c) => characters.includes(c)) < 0,
      containsOnly: (text: string, characters: string) => indexWhere(text, (c) => !characters.includes(c)) < 0,
      containsWhitespace: (text: string) => /\s/.test(text),
      countMatches,
      difference: (text: string, other: string) => {
        const index = indexOfDifference(text, other);
        return index < 0 ? '' : other.slice(index);
      },
      endsWith: (text: string, part: string) => text.endsWith(part),
      endsWithIgnoreCase: ignoringCase((text, part) => text.endsWith(part)),
      getChars: (text: string) =>
        new ApexList(
          INTEGER,
          Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
        ),
      indexOf: (text: string, part: string, start?: number) => text.indexOf(part, start),
      indexOfAny: (text: string, characters: string) => indexWhere(text, (c) => characters.includes(c)),
      indexOfAnyBut: (text: string, characters: string) => indexWhere(text, (c) => !characters.includes(c)),
      indexOfChar: (text: string, code: number, start?: number) => text.indexOf(String.fromCodePoint(code), start),
      indexOfDifference,
      indexOfIgnoreCase: ignoringCase((text, part, start) => text.indexOf(part, start)),
      lastIndexOf,
      lastIndexOfChar: (text: string, code: number, start?: number) => lastIndexOf(text, String.fromCodePoint(code), start),
      lastIndexOfIgnoreCase: ignoringCase(lastIndexOf),
      length: (text: string) => text.length,
      remove: (text: string, part: string) => (part === '' ? text : text.replaceAll(part, '')),
      removeEnd: (text: string, part: string) => (part !== '' && text.endsWith(part) ? text.slice(0, -part.length) : text),
      removeEndIgnoreCase: (text: string, part: string) => withoutIgnoringCase(text, part, true),
      removeStart: (text: string, part: string) => (text.startsWith(part) ? text.slice(part.length) : text),
      removeStartIgnoreCase: (text: string, part: string) => withoutIgnoringCase(text, part, false),
      replace: (text: string, part: string, replacement: string) => text.replaceAll(part, () => replacement),
      replaceAll: (text: string, pattern: string, replacement: string) => replaceAll(text, javaRegex(pattern), replacement),
      replaceFirst: (text: string, pattern: string, replacement: string) => replaceFirst(text, javaRegex(pattern), replacement),
      split: splitBy,
      startsWith: (text: string, part: string) => text.startsWith(part),
      startsWithIgnoreCase: ignoringCase((text, part) => text.startsWith(part)),
      'substring/1': from,
      'substring/2': between,
      substringAfter: (text: string, separator: string) => after(text, text.indexOf(separator), separator.length),
      substringAfterLast: (text: string, separator: string) =>
        separator === '' ? '' : after(text, text.lastIndexOf(separator), separator.length),
      substringBefore: (text: string, separator: string) => (text.includes(separator) ? text.slice(0, text.indexOf(separator)) : text),
      substringBeforeLast: (text: string, separator: string) =>
        separator !== '' && text.includes(separator) ? text.slice(0, text.lastIndexOf(separator)) : text,
      substringBetween
    }),
    equals: (text: string, other: unknown) => text === (other instanceof ApexId ? other.value : other),
    equalsIgnoreCase: (text: string, other: string | null) => other !== null && lower(text) === lower(other),
    hashCode: (text: string) => apexHashCode(text),
    toString: (text: string) => text,
    ...addErrorMethods
  }
});
