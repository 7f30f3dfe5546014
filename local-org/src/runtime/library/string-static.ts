import { toDisplayString } from '../convert.ts';
import { defineType } from '../library.ts';
import { requireArgument } from '../values/exception.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import type { ApexList } from '../values/list.ts';
import { userTimeZone } from '../time-zone.ts';
import { strict } from './arguments.ts';
import { iterate } from './iterator.ts';
import { messageFormat } from './string-escape.ts';

/** Unlike concatenation, which shows dates with a time and datetimes in UTC. A null typed as a primitive is an error. */
function valueOf(value: unknown): string {
  requireArgument(value);
  if (value instanceof ApexDate) return value.toString();
  if (value instanceof ApexDatetime) return value.toLocal(userTimeZone());
  return toDisplayString(value);
}

/** No object and no date have no text. */
const orNull = (value: unknown): string | null => (value === null ? null : valueOf(value));

/** Characters are blank as in Java's Character.isWhitespace: no-break spaces are not. */
const BLANK = /^[\s--[\xA0\u2007\u202F\uFEFF]]*$/v;

const isBlank = (text: string | null): boolean => text === null || BLANK.test(text);
const isEmpty = (text: string | null): boolean => text === null || text === '';

function join(values: unknown, separator: string | null): string {
  requireArgument(values);
  const parts: string[] = [];
  for (const value of iterate(values)) parts.push(value === null ? '' : toDisplayString(value));
  return parts.join(separator ?? '');
}

function commonPrefix(texts: readonly unknown[]): string {
  if (texts.length === 0 || texts.some((text) => text === null)) return '';
  let prefix = texts[0] as string;
  for (const text of texts as string[]) while (!text.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}

defineType({
  name: 'System.String',
  statics: {
    valueOf,
    'valueOf(ANY)': orNull,
    'valueOf(Date)': orNull,
    isBlank,
    isEmpty,
    isNotBlank: (text: string | null) => !isBlank(text),
    isNotEmpty: (text: string | null) => !isEmpty(text),
    join,
    format: (pattern: string | null, args: ApexList | null) =>
      messageFormat(
        requireArgument(pattern),
        requireArgument(args).items.map((arg) => toDisplayString(arg))
      ),
    ...strict({
      fromCharArray: (codes: ApexList) => String.fromCharCode(...(codes.items.map((code) => requireArgument(code)) as number[])),
      getCommonPrefix: (texts: ApexList) => commonPrefix(texts.items),
      valueOfGmt: (value: ApexDatetime) => value.toLocal('UTC')
    })
  }
});
