import { defineType } from '../library.ts';
import { STRING } from '../interning.ts';
import { javaRegex } from '../regex.ts';
import { quote, replaceAll, replaceFirst, split } from '../regex-operations.ts';
import { throwApex } from '../values/exception.ts';
import { ApexList } from '../values/list.ts';
import { strict } from './arguments.ts';

export class ApexPattern {
  readonly pattern: string;

  constructor(pattern: string) {
    javaRegex(pattern);
    this.pattern = pattern;
  }

  get regex(): RegExp {
    return javaRegex(this.pattern);
  }

  toString(): string {
    return this.pattern;
  }
}

/** A matcher's position in its text; group access needs a successful match before it. */
export class ApexMatcher {
  pattern: ApexPattern;
  text: string;
  private match: RegExpExecArray | null = null;
  private next = 0;
  private from = 0;
  private to: number;

  constructor(pattern: ApexPattern, text: string) {
    this.pattern = pattern;
    this.text = text;
    this.to = text.length;
  }

  find(): boolean {
    const regex = this.pattern.regex;
    regex.lastIndex = this.next;
    this.match = this.next > this.to ? null : regex.exec(this.subject());
    if (!this.match) {
      this.next = this.to + 1;
      return false;
    }
    // An empty match moves on by one, else it would be found forever.
    const end = this.match.index + this.match[0].length;
    this.next = this.match[0].length === 0 ? end + 1 : end;
    return true;
  }

  findFrom(start: number): boolean {
    if (start < 0 || start > this.text.length) throwApex('System.StringException', 'Illegal start index');
    this.reset();
    this.next = start;
    return this.find();
  }

  /** The whole region, or with `prefix` only its beginning. */
  matches(prefix = false): boolean {
    const { source, flags } = this.pattern.regex;
    const anchored = new RegExp(prefix ? `(?:${source})` : `(?:${source})(?![^])`, `${flags.replace('g', '')}y`);
    anchored.lastIndex = this.from;
    this.match = anchored.exec(this.subject());
    if (this.match) this.next = this.match.index + Math.max(this.match[0].length, 1);
    return this.match !== null;
  }

  current(): RegExpExecArray {
    return this.match ?? throwApex('System.StringException', 'No match found');
  }

  group(index: number): string | null {
    const match = this.checked(index);
    return match[index] ?? null;
  }

  start(index: number): number {
    return this.checked(index).indices![index]?.[0] ?? -1;
  }

  end(index: number): number {
    return this.checked(index).indices![index]?.[1] ?? -1;
  }

  groupCount(): number {
    return new RegExp(`${this.pattern.regex.source}|`, this.pattern.regex.flags.replace('g', '')).exec('')!.length - 1;
  }

  reset(text = this.text): this {
    this.text = text;
    this.match = null;
    this.next = 0;
    this.from = 0;
    this.to = text.length;
    return this;
  }

  region(from: number, to: number): this {
    if (from < 0 || to > this.text.length || from > to) throwApex('System.StringException', 'start or end index out of bounds');
    this.reset();
    [this.from, this.next, this.to] = [from, from, to];
    return this;
  }

  regionBounds(): readonly [number, number] {
    return [this.from, this.to];
  }

  private subject(): string {
    return this.to === this.text.length ? this.text : this.text.slice(0, this.to);
  }

  private checked(index: number): RegExpExecArray {
    const match = this.current();
    if (index < 0 || index >= match.length) throwApex('System.StringException', `No group ${index}`);
    return match;
  }
}

const list = (items: string[]): ApexList => new ApexList(STRING, items);

defineType({
  name: 'System.Pattern',
  jsClass: ApexPattern,
  statics: strict({
    compile: (pattern: string) => new ApexPattern(pattern),
    matches: (pattern: string, text: string) => new ApexMatcher(new ApexPattern(pattern), text).matches(),
    quote
  }),
  methods: strict({
    matcher: (self: ApexPattern, text: string) => new ApexMatcher(self, text),
    pattern: (self: ApexPattern) => self.pattern,
    split: (self: ApexPattern, text: string, limit = 0) => list(split(text, self.regex, limit))
  })
});

defineType({
  name: 'System.Matcher',
  jsClass: ApexMatcher,
  statics: strict({ quoteReplacement: (text: string) => text.replace(/[\\$]/g, '\\$&') }),
  methods: strict({
    find: (self: ApexMatcher, start?: number) => (start === undefined ? self.find() : self.findFrom(start)),
    matches: (self: ApexMatcher) => self.matches(),
    lookingAt: (self: ApexMatcher) => self.matches(true),
    group: (self: ApexMatcher, index = 0) => self.group(index),
    groupCount: (self: ApexMatcher) => self.groupCount(),
    start: (self: ApexMatcher, index = 0) => self.start(index),
    end: (self: ApexMatcher, index = 0) => self.end(index),
    pattern: (self: ApexMatcher) => self.pattern,
    replaceAll: (self: ApexMatcher, replacement: string) => replaceAll(self.reset().text, self.pattern.regex, replacement),
    replaceFirst: (self: ApexMatcher, replacement: string) => replaceFirst(self.reset().text, self.pattern.regex, replacement),
    reset: (self: ApexMatcher, text?: string) => self.reset(text),
    region: (self: ApexMatcher, from: number, to: number) => self.region(from, to),
    regionStart: (self: ApexMatcher) => self.regionBounds()[0],
    regionEnd: (self: ApexMatcher) => self.regionBounds()[1],
    usePattern: (self: ApexMatcher, pattern: ApexPattern) => {
      self.pattern = pattern;
      return self;
    }
  })
});
