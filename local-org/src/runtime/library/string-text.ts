import { defineType } from '../library.ts';
import { STRING } from '../interning.ts';
import { throwApex } from '../values/exception.ts';
import { ApexList } from '../values/list.ts';
import { strict } from './arguments.ts';

/** Longest string the platform allows; guards repeat and padding against exhausting memory. */
const MAX_LENGTH = 6_000_000;

function bounded(length: number): number {
  if (length > MAX_LENGTH) throwApex('System.LimitException', `String length exceeds maximum: ${length}`);
  return length;
}

function abbreviate(text: string, ...widths: number[]): string {
  const width = widths[0]!;
  let offset = widths[1] ?? 0;
  if (width < 4) throwApex('System.StringException', 'Minimum abbreviation width is 4');
  if (text.length <= width) return text;
  offset = Math.min(offset, text.length);
  if (text.length - offset < width - 3) offset = text.length - (width - 3);
  if (offset <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) throwApex('System.StringException', 'Minimum abbreviation width with offset is 7');
  if (offset + (width - 3) < text.length) return `...${abbreviate(text.slice(offset), width - 3)}`;
  return `...${text.slice(text.length - (width - 3))}`;
}

const padLeft = (text: string, length: number, pad = ' '): string => text.padStart(bounded(length), pad === '' ? ' ' : pad);
const padRight = (text: string, length: number, pad = ' '): string => text.padEnd(bounded(length), pad === '' ? ' ' : pad);

function center(text: string, length: number, pad = ' '): string {
  const missing = length - text.length;
  if (missing <= 0) return text;
  return padRight(padLeft(text, text.length + Math.floor(missing / 2), pad), length, pad);
}

function repeat(text: string, ...args: (number | string)[]): string {
  const count = Math.max(0, args[args.length - 1] as number);
  const separator = args.length === 2 ? (args[0] as string) : '';
  bounded((text.length + separator.length) * count);
  return separator === '' ? text.repeat(count) : new Array<string>(count).fill(text).join(separator);
}

function mid(text: string, start: number, length: number): string {
  if (length < 0 || start > text.length) return '';
  const first = Math.max(0, start);
  return text.slice(first, first + length);
}

function overlay(text: string, piece: string, start: number, end: number): string {
  const clamp = (index: number): number => Math.min(Math.max(index, 0), text.length);
  const [from, to] = [clamp(Math.min(start, end)), clamp(Math.max(start, end))];
  return text.slice(0, from) + piece + text.slice(to);
}

function swapCase(text: string): string {
  return [...text].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('');
}

/** Edits that turn one text into the other; -1 when they exceed the threshold. */
export function levenshtein(text: string, other: string, threshold?: number): number {
  if (threshold !== undefined && threshold < 0) throwApex('System.StringException', 'Threshold must not be negative');
  let previous = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= text.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const substitution = previous[j - 1]! + (text[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, previous[j]! + 1, row[j - 1]! + 1));
    }
    previous = row;
  }
  const distance = previous[other.length]!;
  return threshold !== undefined && distance > threshold ? -1 : distance;
}

const CHARACTER_TYPES: readonly [string, RegExp][] = [
  ['upper', /\p{Lu}/u],
  ['lower', /\p{Ll}/u],
  ['title', /\p{Lt}/u],
  ['modifier', /\p{Lm}/u],
  ['other letter', /\p{Lo}/u],
  ['digit', /\p{Nd}/u],
  ['letter number', /\p{Nl}/u],
  ['space', /\p{Zs}/u],
  ['control', /\p{Cc}/u],
  ['connector', /\p{Pc}/u],
  ['dash', /\p{Pd}/u],
  ['start', /\p{Ps}/u],
  ['end', /\p{Pe}/u],
  ['other punctuation', /\p{Po}/u],
  ['math', /\p{Sm}/u],
  ['currency', /\p{Sc}/u]
];

function characterType(character: string): string {
  return CHARACTER_TYPES.find(([, test]) => test.test(character))?.[0] ?? 'other';
}

/** Runs of one character type; in camel case an upper-case letter belongs to the lower-case run after it. */
function splitByType(text: string, camelCase: boolean): ApexList {
  const parts: string[] = [];
  let start = 0;
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && characterType(text[i]!) === characterType(text[i - 1]!)) continue;
    const joins = camelCase && i < text.length && characterType(text[i]!) === 'lower' && characterType(text[i - 1]!) === 'upper';
    const end = joins ? i - 1 : i;
    if (end > start) parts.push(text.slice(start, end));
    start = end;
  }
  return new ApexList(STRING, parts);
}

const all =
  (pattern: RegExp, emptyIs: boolean) =>
  (text: string): boolean =>
    text === '' ? emptyIs : pattern.test(text);

/** Java's locale-sensitive case mapping; the locale as `tr` or `tr_TR`. */
const localeTag = (locale: string): string => locale.replaceAll('_', '-');

defineType({
  name: 'System.String',
  methods: strict({
    abbreviate,
    capitalize: (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1),
    uncapitalize: (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1),
    center,
    leftPad: padLeft,
    rightPad: padRight,
    deleteWhitespace: (text: string) => text.replace(/\s+/g, ''),
    getLevenshteinDistance: levenshtein,
    isAllLowerCase: all(/^\p{Ll}+$/u, false),
    isAllUpperCase: all(/^\p{Lu}+$/u, false),
    isAlpha: all(/^\p{L}+$/u, false),
    isAlphaSpace: all(/^[\p{L} ]+$/u, true),
    isAlphanumeric: all(/^[\p{L}\p{Nd}]+$/u, false),
    isAlphanumericSpace: all(/^[\p{L}\p{Nd} ]+$/u, true),
    isAsciiPrintable: all(/^[ -~]+$/, true),
    isNumeric: all(/^\p{Nd}+$/u, false),
    isNumericSpace: all(/^[\p{Nd} ]+$/u, true),
    isWhitespace: all(/^\s+$/, true),
    left: (text: string, length: number) => text.slice(0, Math.max(0, length)),
    right: (text: string, length: number) => (length <= 0 ? '' : text.slice(-length)),
    mid,
    normalizeSpace: (text: string) => text.trim().replace(/\s+/g, ' '),
    overlay,
    repeat,
    reverse: (text: string) => [...text].reverse().join(''),
    splitByCharacterType: (text: string) => splitByType(text, false),
    splitByCharacterTypeCamelCase: (text: string) => splitByType(text, true),
    stripHtmlTags: (text: string) => text.replace(/<[^>]*>/g, ''),
    swapCase,
    'toLowerCase/0': (text: string) => text.toLowerCase(),
    'toLowerCase/1': (text: string, locale: string) => text.toLocaleLowerCase(localeTag(locale)),
    'toUpperCase/0': (text: string) => text.toUpperCase(),
    'toUpperCase/1': (text: string, locale: string) => text.toLocaleUpperCase(localeTag(locale)),
    trim: (text: string) => text.replace(/^[\0- ]+|[\0- ]+$/g, '')
  })
});
