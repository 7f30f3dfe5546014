/** java.util.regex patterns as JavaScript regular expressions. */
import { throwApex } from './values/exception.ts';

const POSIX: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'A-Za-z',
  Digit: '0-9',
  Alnum: 'A-Za-z0-9',
  Punct: '!-\\/:-@\\[-`{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9A-Fa-f',
  Space: '\\s'
};

const JAVA_PROPERTIES: Readonly<Record<string, string>> = {
  javaLowerCase: '\\p{Lowercase}',
  javaUpperCase: '\\p{Uppercase}',
  javaWhitespace: '\\s',
  IsAlphabetic: '\\p{Alphabetic}',
  IsDigit: '\\p{Nd}',
  IsLetter: '\\p{L}',
  IsPunctuation: '\\p{P}',
  IsUppercase: '\\p{Uppercase}',
  IsLowercase: '\\p{Lowercase}',
  IsWhite_Space: '\\p{White_Space}'
};

const NAMED_CONTROL: Readonly<Record<string, string>> = { a: '\\x07', e: '\\x1B' };

const HORIZONTAL = ' \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';
const VERTICAL = '\\n\\x0B\\f\\r\\x85\\u2028\\u2029';

const cache = new Map<string, RegExp>();

/** Compiled with `g` and `d` so that positions and successive finds work; throws StringException for an invalid pattern. */
export function javaRegex(pattern: string): RegExp {
  let regex = cache.get(pattern);
  if (!regex) {
    regex = compile(pattern);
    if (cache.size > 500) cache.clear();
    cache.set(pattern, regex);
  }
  regex.lastIndex = 0;
  return regex;
}

function compile(pattern: string): RegExp {
  const { source, flags } = new Translator(pattern).translate();
  try {
    return new RegExp(source, `gd${flags}`);
  } catch (error) {
    return invalid(pattern, (error as Error).message, pattern.length - 1);
  }
}

/** Java's description of a bad pattern: the reason, the place, and the pattern with a caret under it. */
function invalid(pattern: string, reason: string, index: number): never {
  return throwApex(
    'System.StringException',
    `Invalid regex: ${reason} near index ${index}\n${pattern}\n${' '.repeat(Math.max(index, 0))}^`
  );
}

/** What an inline flag further on in a pattern is translated to. */
const SWITCH = /^\(\?i:$/;

class Translator {
  private readonly pattern: string;
  private position = 0;
  private flags = new Set<string>(['v']);
  private comments = false;
  /** Nothing but flags so far. */
  private get leading(): boolean {
    return /^(?:\(\?[a-zA-Z]+\))*$/.test(this.pattern.slice(0, this.position));
  }
  /** Capturing groups so far, so that possessive quantifiers can refer to the group they add. */
  private groups = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  translate(): { source: string; flags: string } {
    const source = this.alternatives(true);
    return { source, flags: [...this.flags].join('') };
  }

  private fail(reason: string): never {
    return invalid(this.pattern, reason, this.position);
  }

  private alternatives(top: boolean): string {
    let output = '';
    // Flags switched on within a group hold to its end, also behind each further `|`: a group of their own does that.
    let switched = '';
    const closed = (): string => ')'.repeat(switched.split('(').length - 1);
    while (this.position < this.pattern.length) {
      const character = this.pattern[this.position]!;
      if (character === ')' && !top) return output + closed();
      if (character === ')') this.fail("Unmatched closing ')'");
      if (character === '|') {
        output += `${closed()}|${switched}`;
        this.position++;
        continue;
      }
      const term = this.term();
      output += term;
      if (SWITCH.test(term)) switched += term;
    }
    return output + closed();
  }

  private term(): string {
    const groupsBefore = this.groups;
    const atom = this.atom();
    if (atom === '' || SWITCH.test(atom)) return atom;
    return this.quantified(atom, groupsBefore);
  }

  private quantified(atom: string, groupsBefore: number): string {
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(this.pattern.slice(this.position))?.[0];
    if (!quantifier) return atom;
    this.position += quantifier.length;
    const mode = this.pattern[this.position];
    if (mode === '?') {
      this.position++;
      return `${atom}${quantifier}?`;
    }
    if (mode !== '+') return `${atom}${quantifier}`;
    this.position++;
    // Giving nothing back only shows when a later part needs it; that takes an atomic group, which JavaScript lacks. A
    // lookahead that captures stands in for one, but its group would shift the numbers of the pattern's own.
    if (this.groups !== groupsBefore || /\((?!\?)/.test(this.pattern))
      this.fail('possessive quantifiers beside capturing groups are not supported here');
    return `(?:(?=(?<possessive${this.position}>${atom}${quantifier}))\\k<possessive${this.position}>)`;
  }

  private atom(): string {
    const character = this.pattern[this.position]!;
    switch (character) {
      case '\\':
        return this.escape(false);
      case '[':
        return this.characterClass();
      case '(':
        return this.group();
      case '{':
        this.position++;
        return this.fail('Illegal repetition');
      case '*':
      case '+':
      case '?':
        return this.fail(`Dangling meta character '${character}'`);
      case '.':
        this.position++;
        return this.flags.has('s') ? '.' : '[^\\n\\r\\x85\\u2028\\u2029]';
      case '$':
        this.position++;
        return this.flags.has('m') ? '$' : '(?=\\r?\\n?$(?![^]))';
      case '^':
        this.position++;
        return character;
      case ']':
      case '}':
      case '/':
        this.position++;
        return `\\${character}`;
      default:
        return this.literal();
    }
  }

  private literal(): string {
    const character = this.pattern[this.position]!;
    if (this.comments && /\s/.test(character)) {
      this.position++;
      return '';
    }
    if (this.comments && character === '#') {
      const end = this.pattern.indexOf('\n', this.position);
      this.position = end < 0 ? this.pattern.length : end;
      return '';
    }
    const code = this.pattern.codePointAt(this.position)!;
    this.position += code > 0xffff ? 2 : 1;
    return String.fromCodePoint(code);
  }

  private group(): string {
    const rest = this.pattern.slice(this.position);
    const inline = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?\)/.exec(rest);
    if (inline) {
      const first = this.leading;
      this.position += inline[0].length;
      return this.applyFlags(inline[1]!, inline[2] ?? '', first);
    }
    const scoped = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?:/.exec(rest);
    const opening = scoped?.[0] ?? /^\(\?(?:<[=!]|[=!]|<[a-zA-Z]\w*>|>)/.exec(rest)?.[0] ?? '(';
    if (opening === '(?>') this.fail('atomic groups are not supported here');
    if (opening === '(' && rest.startsWith('(?')) this.fail('Unknown inline modifier');
    if (opening === '(' || /^\(\?<[a-zA-Z]/.test(opening)) this.groups++;
    this.position += opening.length;
    const body = this.alternatives(false);
    if (this.pattern[this.position] !== ')') this.fail('Unclosed group');
    this.position++;
    if (scoped && /[xud]/.test(`${scoped[1]}${scoped[2] ?? ''}`)) this.fail(`the modifier of ${scoped[0]} is not supported here`);
    return `${opening}${body})`;
  }

  /** At the start of a pattern flags are the pattern's; further on the opening of a group that has them. */
  private applyFlags(on: string, off: string, first: boolean): string {
    if (off) this.fail(`switching flags off with (?-${off}) is not supported here`);
    let scoped = '';
    for (const flag of on) {
      if (flag === 'x') this.comments = true;
      else if (flag === 'i' || (first && 'ms'.includes(flag))) {
        if (first) this.flags.add(flag);
        else scoped += flag;
      } else if ('ms'.includes(flag)) this.fail(`(?${flag}) is only supported at the start of a pattern here`);
      else if (flag !== 'u' && flag !== 'd') this.fail(`Unknown inline modifier ${flag}`);
    }
    return scoped === '' ? '' : `(?${scoped}:`;
  }

  private escape(inClass: boolean): string {
    const next = this.pattern[this.position + 1];
    if (next === undefined) this.fail('Unexpected internal error');
    this.position += 2;
    switch (next) {
      case 'Q': {
        const end = this.pattern.indexOf('\\E', this.position);
        const text = this.pattern.slice(this.position, end < 0 ? undefined : end);
        this.position = end < 0 ? this.pattern.length : end + 2;
        return [...text].map((character) => escapeLiteral(character, inClass)).join('');
      }
      case 'E':
        return '';
      case 'A':
        return '(?<![^])';
      case 'z':
        return '(?![^])';
      case 'Z':
        return '(?=\\r?\\n?(?![^]))';
      case 'G':
        return this.fail('\\G is not supported here');
      case 'R':
        return '(?:\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029])';
      case 'h':
        return inClass ? HORIZONTAL : `[${HORIZONTAL}]`;
      case 'v':
        return inClass ? VERTICAL : `[${VERTICAL}]`;
      case 's':
        return inClass ? ' \\t\\n\\x0B\\f\\r' : '[ \\t\\n\\x0B\\f\\r]';
      case 'S':
        return '[^ \\t\\n\\x0B\\f\\r]';
      case 'p':
      case 'P':
        return this.property(next === 'P');
      case 'x': {
        const hex = /^(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{2}))/.exec(this.pattern.slice(this.position));
        if (!hex) this.fail('Illegal hexadecimal escape sequence');
        this.position += hex[0].length;
        return `\\u{${hex[1] ?? hex[2]}}`;
      }
      case 'u': {
        const hex = /^[0-9a-fA-F]{4}/.exec(this.pattern.slice(this.position));
        if (!hex) this.fail('Illegal Unicode escape sequence');
        this.position += 4;
        return `\\u${hex[0]}`;
      }
      case '0': {
        const octal = /^[0-3]?[0-7]{1,2}/.exec(this.pattern.slice(this.position));
        if (!octal) this.fail('Illegal octal escape sequence');
        this.position += octal[0].length;
        return `\\u{${Number.parseInt(octal[0], 8).toString(16)}}`;
      }
      case 'k': {
        const name = /^<\w+>/.exec(this.pattern.slice(this.position));
        if (!name) this.fail("\\k is not followed by '<' for named capturing group");
        this.position += name[0].length;
        return `\\k${name[0]}`;
      }
      case 'c': {
        const control = this.pattern[this.position++];
        return `\\c${control}`;
      }
      default:
        return this.simpleEscape(next, inClass);
    }
  }

  private simpleEscape(next: string, inClass: boolean): string {
    if (NAMED_CONTROL[next]) return NAMED_CONTROL[next];
    if ('dDwWbBtnrf'.includes(next)) return `\\${next}`;
    if (/[1-9]/.test(next)) return `(?:\\${next})`;
    if (/[a-zA-Z]/.test(next)) this.fail(`Illegal/unsupported escape sequence`);
    return escapeLiteral(next, inClass);
  }

  private property(negated: boolean): string {
    const match = /^(?:\{([^}]+)\}|(\w))/.exec(this.pattern.slice(this.position));
    if (!match) return this.fail('Unknown character property');
    this.position += match[0].length;
    const name = match[1] ?? match[2]!;
    if (POSIX[name]) return `[${negated ? '^' : ''}${POSIX[name]}]`;
    const java = JAVA_PROPERTIES[name];
    if (java) return negated ? `[^${java}]` : java;
    const unicode = name.startsWith('Is')
      ? `Script=${name.slice(2)}`
      : name.startsWith('In')
        ? this.fail(`Unicode blocks such as ${name} are not supported here`)
        : name;
    return `\\${negated ? 'P' : 'p'}{${unicode}}`;
  }

  /** Java's nested classes, `&&` intersections and literal `[`-free members, on JavaScript's `v` flag. */
  private characterClass(): string {
    this.position++;
    let output = '[';
    if (this.pattern[this.position] === '^') {
      output += '^';
      this.position++;
    }
    const operands: string[] = [];
    let members = '';
    let first = true;
    for (;;) {
      const character = this.pattern[this.position];
      if (character === undefined) this.fail('Unclosed character class');
      if (character === ']' && !first) break;
      first = false;
      if (character === '&' && this.pattern[this.position + 1] === '&') {
        this.position += 2;
        operands.push(members);
        members = '';
      } else members += this.member(character);
    }
    this.position++;
    operands.push(members);
    const intersected = operands.filter((operand) => operand !== '');
    const body = intersected.length > 1 ? intersected.map((operand) => `[${operand}]`).join('&&') : (intersected[0] ?? '');
    return `${output}${body}]`;
  }

  private member(character: string): string {
    if (character === '[') return this.characterClass();
    if (character === '\\') return this.escape(true);
    const isRange =
      character === '-' && /[^\]]/.test(this.pattern[this.position + 1] ?? ']') && !/[[^]/.test(this.pattern[this.position - 1] ?? '[');
    if (isRange && this.pattern[this.position + 1] !== '[') {
      this.position++;
      return '-';
    }
    const code = this.pattern.codePointAt(this.position)!;
    this.position += code > 0xffff ? 2 : 1;
    return escapeMember(String.fromCodePoint(code));
  }
}

function escapeLiteral(character: string, inClass: boolean): string {
  if (inClass) return escapeMember(character);
  return /[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character;
}

function escapeMember(character: string): string {
  return /[\\()[\]{}/\-|&!#%*+,.:;<=>?@`~^$]/.test(character) ? `\\${character}` : character;
}
