import { describe, expect, it } from 'vitest';
import { ANY, STRING } from '../types.ts';
import { call, callStatic, inOrg, thrown } from '../test-support.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { ApexList } from '../values/list.ts';
import { ApexSet } from '../values/set.ts';

const text = (method: string, receiver: string, ...args: unknown[]): unknown => {
  const result = call('System.String', method, receiver, ...args);
  return result instanceof ApexList ? result.items : result;
};
const list = (...items: unknown[]): ApexList => new ApexList(ANY, items);

describe('String methods', () => {
  it.each([
    ['left', 'abc', [2], 'ab'],
    ['left', 'abc', [9], 'abc'],
    ['left', 'abc', [-1], ''],
    ['right', 'abc', [2], 'bc'],
    ['mid', 'abcdef', [2, 3], 'cde'],
    ['abbreviate', 'Hello Maximillian', [8], 'Hello...'],
    ['abbreviate', 'Hello Maximillian', [7, 5], '... ...'],
    ['capitalize', 'hello', [], 'Hello'],
    ['uncapitalize', 'Hello', [], 'hello'],
    ['center', 'hello', [9], '  hello  '],
    ['center', 'hello', [10, '-'], '--hello---'],
    ['leftPad', 'ab', [5], '   ab'],
    ['rightPad', 'ab', [5, 'xy'], 'abxyx'],
    ['repeat', 'ab', [3], 'ababab'],
    ['repeat', 'ab', [',', 3], 'ab,ab,ab'],
    ['reverse', 'a😀b', [], 'b😀a'],
    ['swapCase', 'aBc', [], 'AbC'],
    ['trim', ' \t a\u00a0 ', [], 'a\u00a0'],
    ['normalizeSpace', '  a \n b  ', [], 'a b'],
    ['deleteWhitespace', ' a b\tc ', [], 'abc'],
    ['remove', 'banana', ['an'], 'ba'],
    ['removeEnd', 'file.cls', ['.cls'], 'file'],
    ['removeEndIgnoreCase', 'file.CLS', ['.cls'], 'file'],
    ['removeStart', 'xfile', ['x'], 'file'],
    ['replace', 'a.b.c', ['.', '$1'], 'a$1b$1c'],
    ['replace', 'ab', ['', '-'], '-a-b-'],
    ['replaceAll', 'a1b22', ['\\d+', '<$0>'], 'a<1>b<22>'],
    ['replaceFirst', 'a1b22', ['\\d+', '#'], 'a#b22'],
    ['substringAfter', 'a=b=c', ['='], 'b=c'],
    ['substringAfterLast', 'a=b=c', ['='], 'c'],
    ['substringBefore', 'a=b=c', ['='], 'a'],
    ['substringBeforeLast', 'a=b=c', ['='], 'a=b'],
    ['substringBetween', 'yabcz', ['y', 'z'], 'abc'],
    ['substringBetween', 'tagHItag', ['tag'], 'HI'],
    ['substringBetween', 'abc', ['x'], null],
    ['overlay', 'abcdef', ['zz', 2, 4], 'abzzef'],
    ['difference', 'Hello Jane', ['Hello Max'], 'Max'],
    ['indexOfDifference', 'Hello Jane', ['Hello Max'], 6],
    ['getLevenshteinDistance', 'kitten', ['sitting'], 3],
    ['getLevenshteinDistance', 'kitten', ['sitting', 2], -1],
    ['countMatches', 'aXbXc', ['X'], 2],
    ['indexOf', 'banana', ['an', 2], 3],
    ['lastIndexOf', 'banana', ['an', -1], -1],
    ['indexOfIgnoreCase', 'BANANA', ['nan'], 2],
    ['containsIgnoreCase', 'Hello', ['LLO'], true],
    ['containsAny', 'hello', ['xyzo'], true],
    ['containsNone', 'hello', ['xyz'], true],
    ['containsOnly', 'abba', ['ab'], true],
    ['equals', 'a', ['A'], false],
    ['equalsIgnoreCase', 'a', ['A'], true],
    ['equalsIgnoreCase', 'a', [null], false],
    ['compareTo', 'b', ['a'], 1],
    ['compareTo', 'abc', ['ab'], 1],
    ['isAlpha', 'äbc', [], true],
    ['isAlpha', '', [], false],
    ['isAlphaSpace', '', [], true],
    ['isNumeric', '12.3', [], false],
    ['isAllUpperCase', 'AB C', [], false],
    ['isWhitespace', ' \t', [], true],
    ['hashCode', 'hello', [], 99162322],
    ['charAt', 'A', [0], 65],
    ['stripHtmlTags', '<p>Hi <b>you</b></p>', [], 'Hi you']
  ] as const)('%s of %j with %j is %j', (method, receiver, args, expected) => {
    expect(text(method, receiver, ...args)).toEqual(expected);
  });

  it.each([
    ['a,b,,', ',', [], ['a', 'b']],
    ['a,b,,', ',', [-1], ['a', 'b', '', '']],
    ['a,b,c', ',', [2], ['a', 'b,c']],
    ['abc', '', [], ['a', 'b', 'c']],
    ['', ',', [], ['']],
    [',a', ',', [], ['', 'a']],
    ['a.b', '\\.', [], ['a', 'b']],
    ['a.b', '.', [], []],
    ['a1b2', '(?<=\\d)', [], ['a1', 'b2']]
  ] as const)('split of %j by %j (%j) is %j', (receiver, pattern, limit, expected) => {
    expect(text('split', receiver, pattern, ...limit)).toEqual(expected);
  });

  it('splits by character type, camel case on request', () => {
    expect(text('splitByCharacterType', 'fooBAR12')).toEqual(['foo', 'BAR', '12']);
    expect(text('splitByCharacterTypeCamelCase', 'fooBarASFLicense')).toEqual(['foo', 'Bar', 'ASF', 'License']);
  });

  it('says what is out of bounds', () => {
    expect(thrown(() => text('substring', 'abc', 4))).toBe('System.StringException: Starting position out of bounds: 4');
    expect(thrown(() => text('substring', 'abc', 1, 9))).toBe('System.StringException: Ending position out of bounds: 9');
    expect(thrown(() => text('abbreviate', 'abcdefgh', 3))).toBe('System.StringException: Minimum abbreviation width is 4');
  });

  it('refuses null arguments and strings too long to hold', () => {
    expect(thrown(() => text('contains', 'abc', null))).toBe('System.NullPointerException: Argument cannot be null.');
    expect(thrown(() => text('repeat', 'abc', 2_000_000_000))).toContain('System.LimitException: String length exceeds maximum');
  });

  it('copes with a two-megabyte text', () => {
    const long = 'ab '.repeat(700_000);
    expect(String(text('normalizeSpace', long)).length).toBe(long.length - 1);
    expect((text('split', long, ' ') as string[]).length).toBe(700_000);
  });
});

describe('String escaping', () => {
  it.each([
    ['escapeCsv', 'a,"b"', '"a,""b"""'],
    ['unescapeCsv', '"a,""b"""', 'a,"b"'],
    ['escapeHtml4', '<a href="x">é & €</a>', '&lt;a href=&quot;x&quot;&gt;&eacute; &amp; &euro;&lt;/a&gt;'],
    ['escapeHtml3', '€é', '€&eacute;'],
    ['unescapeHtml4', '&lt;&eacute;&#65;&#x42;&bogus;', '<éAB&bogus;'],
    ['escapeXml', `<a>'"&`, '&lt;a&gt;&apos;&quot;&amp;'],
    ['escapeJava', 'a"\n\u00e9', 'a\\"\\n\\u00E9'],
    ['unescapeJava', 'a\\"\\n\\u00E9', 'a"\né'],
    ['escapeEcmaScript', `it's </b>`, "it\\'s <\\/b>"],
    ['escapeUnicode', 'aé', 'a\\u00E9']
  ] as const)('%s of %j', (method, receiver, expected) => {
    expect(text(method, receiver)).toBe(expected);
  });

  it('of single quotes escapes backslashes too', () => {
    expect(callStatic('System.String', 'escapeSingleQuotes', `O'Brien\\`)).toBe("O\\'Brien\\\\");
  });
});

describe('String statics', () => {
  it('formats as MessageFormat', () => {
    const format = (pattern: string, ...args: unknown[]): unknown => callStatic('System.String', 'format', pattern, list(...args));
    expect(format('Hello {0}, {1}', 'you', 1)).toBe('Hello you, 1');
    expect(format("It''s {0}", null)).toBe("It's null");
    expect(format("'{0}' {0}", 'x')).toBe('{0} x');
    expect(format("It's {0}", 'x')).toBe('Its {0}');
    expect(format('{1}', 'x')).toBe('{1}');
    expect(thrown(() => format('{0', 'x'))).toContain('System.StringException');
    expect(thrown(() => callStatic('System.String', 'format', null, list()))).toBe('System.NullPointerException: Argument cannot be null.');
  });

  it('joins lists and sets of anything', () => {
    expect(callStatic('System.String', 'join', list('a', 1, new ApexDate(2024, 1, 2)), '; ')).toBe('a; 1; 2024-01-02 00:00:00');
    expect(callStatic('System.String', 'join', new ApexSet(STRING, ['a', 'b']), ',')).toBe('a,b');
  });

  it('gives the text of a value: dates without time, datetimes in the zone of the user', () => {
    const valueOf = (value: unknown): unknown => callStatic('System.String', 'valueOf', value);
    expect(valueOf(new ApexDate(2024, 1, 2))).toBe('2024-01-02');
    expect(inOrg({ user: { timeZone: 'Asia/Tokyo' } }, () => valueOf(new ApexDatetime(0)))).toBe('1970-01-01 09:00:00');
    expect(valueOf(Decimal.fromString('1.50'))).toBe('1.50');
    expect(valueOf(new ApexDouble(1e10))).toBe('1.0E10');
    expect(callStatic('System.String', 'valueOf(Date)', null)).toBeNull();
    expect(valueOf(list(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))).toBe('(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...)');
    expect(thrown(() => valueOf(null))).toBe('System.NullPointerException: Argument cannot be null.');
  });

  it.each([
    [null, true],
    ['', true],
    [' \t\n', true],
    ['\u00a0', false],
    ['a', false]
  ])('isBlank of %j is %s', (value, expected) => {
    expect(callStatic('System.String', 'isBlank', value)).toBe(expected);
    expect(callStatic('System.String', 'isNotBlank', value)).toBe(!expected);
  });
});
