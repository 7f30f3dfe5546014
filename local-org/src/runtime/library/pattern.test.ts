import { describe, expect, it } from 'vitest';
import { call, callStatic, thrown } from '../test-support.ts';
import { ApexMatcher, ApexPattern } from './pattern.ts';

const matcher = (pattern: string, text: string): ApexMatcher => new ApexMatcher(new ApexPattern(pattern), text);
const matches = (pattern: string, text: string): unknown => callStatic('System.Pattern', 'matches', pattern, text);

describe('Java patterns', () => {
  it.each([
    ['\\w+@\\w+\\.com', 'a@b.com', true],
    ['a', 'ab', false],
    ['a|ab', 'ab', true],
    ['(?i)ACME', 'acme', true],
    ['a(?i)b|c', 'aB', true],
    ['a(?i)b|c', 'C', true],
    ['a(?i)b|c', 'AB', false],
    ['(a(?i)b)c', 'aBc', true],
    ['(a(?i)b)c', 'aBC', false],
    ['\\p{Upper}\\p{Lower}+', 'Acme', true],
    ['[a-z&&[^aeiou]]+', 'xyz', true],
    ['[a-z&&[^aeiou]]+', 'xaz', false],
    ['[^\\w\\s-]', '!', true],
    ['[\\[\\](){}]+', '[({})]', true],
    ['\\Qa.b\\E', 'a.b', true],
    ['\\Qa.b\\E', 'axb', false],
    ['a.b', 'a\nb', false],
    ['(?s)a.b', 'a\nb', true],
    ['a++b', 'aab', true],
    ['a*+a', 'aaa', false],
    ['(\\w)\\1', 'aa', true],
    ['\\h+\\R', ' \t\r\n', true],
    ['\\x41\\u0042', 'AB', true],
    ['(?<year>\\d{4})-\\k<year>', '2024-2024', true],
    ['😀+', '😀😀', true],
    ['[a-zA-Z0-9._%+-]+', 'x.y+z-1', true],
    ['^a$', 'a', true],
    ['[-a]', '-', true],
    ['{', '{', 'error'],
    ['(', '(', 'error'],
    ['*a', 'a', 'error'],
    ['[z-a]', 'a', 'error'],
    ['(?>a)', 'a', 'error']
  ] as const)('%j against %j: %s', (pattern, text, expected) => {
    if (expected === 'error') expect(thrown(() => matches(pattern, text))).toContain('System.StringException: Invalid regex');
    else expect(matches(pattern, text)).toBe(expected);
  });
});

it('points at what is wrong with a pattern', () => {
  expect(thrown(() => matches('a**b', 'a'))).toBe(
    "System.StringException: Invalid regex: Dangling meta character '*' near index 2\na**b\n  ^"
  );
});

describe('Matcher', () => {
  it('finds one match after the other, with groups and positions', () => {
    const found = matcher('(\\w)=(\\d)?', 'a=1 b=');
    expect(call('System.Matcher', 'find', found)).toBe(true);
    expect([1, 2].map((group) => call('System.Matcher', 'group', found, group))).toEqual(['a', '1']);
    expect(call('System.Matcher', 'find', found)).toBe(true);
    expect(call('System.Matcher', 'group', found, 2)).toBeNull();
    expect([call('System.Matcher', 'start', found), call('System.Matcher', 'end', found)]).toEqual([4, 6]);
    expect(call('System.Matcher', 'find', found)).toBe(false);
    expect(call('System.Matcher', 'groupCount', found)).toBe(2);
  });

  it('moves on from an empty match', () => {
    const found = matcher('x*', 'ab');
    let count = 0;
    while (found.find()) count++;
    expect(count).toBe(3);
  });

  it('complains about groups without a match or beyond the last', () => {
    const found = matcher('(a)', 'b');
    expect(thrown(() => call('System.Matcher', 'group', found))).toBe('System.StringException: No match found');
    found.reset('a').find();
    expect(thrown(() => call('System.Matcher', 'group', found, 2))).toBe('System.StringException: No group 2');
  });

  it('replaces with references to groups and refuses bad ones', () => {
    expect(call('System.Matcher', 'replaceAll', matcher('(\\w+) (\\w+)', 'Jane Doe'), '$2, $1')).toBe('Doe, Jane');
    expect(call('System.Matcher', 'replaceAll', matcher('a', 'aa'), '\\$')).toBe('$$');
    expect(thrown(() => call('System.Matcher', 'replaceAll', matcher('a', 'a'), '$9'))).toBe('System.StringException: No group 9');
    expect(callStatic('System.Matcher', 'quoteReplacement', '$1\\')).toBe('\\$1\\\\');
  });

  it('keeps to its region and looks only at the beginning when asked', () => {
    const found = matcher('b', 'abc');
    expect(call('System.Matcher', 'lookingAt', found)).toBe(false);
    call('System.Matcher', 'region', found, 1, 2);
    expect(call('System.Matcher', 'matches', found)).toBe(true);
  });
});
