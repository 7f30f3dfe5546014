import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import { contentHash, readCache, writeCache } from '../types/cache.ts';
import type { AnonymousBlock, TriggerDeclaration, TypeDeclaration } from './ast.ts';
import { anonymousBlock, triggerDeclaration, typeDeclaration } from './declarations.ts';

export interface SyntaxProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type Parsed<T> =
  { readonly tree: T; readonly problems: readonly [] } | { readonly tree: null; readonly problems: readonly SyntaxProblem[] };

/** Raised whenever the shape of the tree changes: cached trees of an older shape are not read. */
const FORMAT = '4';

class ProblemListener extends ApexErrorListener {
  readonly problems: SyntaxProblem[] = [];

  apexSyntaxError(line: number, column: number, message: string): void {
    this.problems.push({ line, column: column + 1, message: platformWords(message) });
  }
}

/** The parser generator's message as the platform words it. */
function platformWords(message: string): string {
  const missing = /^missing (.+) at (.+)$/.exec(message);
  if (missing) return `Missing ${missing[1]} at ${missing[2]}`;
  if (message.startsWith("token recognition error at: ''")) return 'Line breaks not allowed in string literals';
  const token = /^(?:mismatched|extraneous) input (.+?) expecting/.exec(message) ?? /^no viable alternative at input (.+)$/s.exec(message);
  if (!token) return message;
  const text = (token[1] as string)
    .slice(1, -1)
    .split(/\\n|\s/)
    .at(-1);
  return `Unexpected token '${text}'.`;
}

type Unit = 'class' | 'trigger' | 'anonymous';
interface Trees {
  class: TypeDeclaration;
  trigger: TriggerDeclaration;
  anonymous: AnonymousBlock;
}

/** Parses a source file. Trees are cached by content: parsing from cold takes tens of milliseconds a file. */
export function parseSource<U extends Unit>(unit: U, text: string): Parsed<Trees[U]> {
  const cacheName = `ast/${contentHash(FORMAT, unit, text)}.json`;
  const cached = unit === 'anonymous' ? null : readCache(cacheName);
  if (cached !== null) return { tree: JSON.parse(cached) as Trees[U], problems: [] };
  const parsed = parseCold(unit, text);
  if (parsed.tree && unit !== 'anonymous') writeCache(cacheName, JSON.stringify(parsed.tree));
  return parsed;
}

function parseCold<U extends Unit>(unit: U, text: string): Parsed<Trees[U]> {
  const listener = new ProblemListener();
  const { parser } = ApexParserFactory.createLexerAndParser(text, listener);
  const build = (): TypeDeclaration | TriggerDeclaration | AnonymousBlock => {
    if (unit === 'class') {
      const context = parser.compilationUnit();
      return listener.problems.length > 0 ? (null as never) : typeDeclaration(context.typeDeclaration());
    }
    if (unit === 'trigger') {
      const context = parser.triggerUnit();
      return listener.problems.length > 0 ? (null as never) : triggerDeclaration(context);
    }
    const context = parser.anonymousUnit();
    return listener.problems.length > 0 ? (null as never) : anonymousBlock(context);
  };
  const tree = build();
  if (listener.problems.length > 0) return { tree: null, problems: listener.problems };
  return { tree: tree as Trees[U], problems: [] };
}
