import { ApexErrorListener, ApexParserFactory, type ApexParser } from '@apexdevtools/apex-parser';
import type { SoqlQuery, SoslSearch } from './ast.ts';
import { buildQuery, buildSearch, sourceText } from './build.ts';
import { protectLikeEscapes } from './literals.ts';

/** A query given as text, with the names its binds must be looked up by. */
export interface ParsedText<T> {
  readonly query: T;
  /** Source text of each bind, in order. */
  readonly bindNames: readonly string[];
}

/** Thrown for text that is not SOQL; the message is the platform's. */
export class QueryTextError extends Error {}

const MAX_CACHED = 2000;
const queries = new Map<string, ParsedText<SoqlQuery>>();
const searches = new Map<string, ParsedText<SoslSearch>>();

/** Parses dynamic SOQL with the grammar of inline queries. Results are cached by text. */
export function parseQueryText(text: string): ParsedText<SoqlQuery> {
  return cached(queries, text, () => {
    checkLiterals(text);
    const parser = createParser(text);
    const tree = parser.query();
    expectEnd(parser);
    const { query, binds } = buildQuery(tree);
    return { query, bindNames: binds.map((bind) => sourceText(bind)) };
  });
}

/** Parses dynamic SOSL (`FIND {term} IN ALL FIELDS RETURNING …`). */
export function parseSearchText(text: string): ParsedText<SoslSearch> {
  return cached(searches, text, () => {
    const parser = createParser(`[${text}]`);
    const tree = /^\s*find\s*\{/i.test(text) ? parser.soslLiteralAlt() : parser.soslLiteral();
    const { search, binds } = buildSearch(tree);
    return { query: search, bindNames: binds.map((bind) => sourceText(bind)) };
  });
}

function cached<T>(cache: Map<string, ParsedText<T>>, text: string, parse: () => ParsedText<T>): ParsedText<T> {
  const known = cache.get(text);
  if (known) return known;
  const parsed = parse();
  if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value!);
  cache.set(text, parsed);
  return parsed;
}

function createParser(text: string): ApexParser {
  const source = protectLikeEscapes(text);
  return ApexParserFactory.createLexerAndParser(source, new Listener(source)).parser;
}

function expectEnd(parser: ApexParser): void {
  const next = parser.getCurrentToken();
  if (next.type !== -1) throw new QueryTextError(`unexpected token: '${next.text}'`);
}

class Listener extends ApexErrorListener {
  private readonly source: string;

  constructor(source: string) {
    super();
    this.source = source;
  }

  override apexSyntaxError(line: number, column: number, message: string): void {
    const rest = this.source.split('\n')[line - 1]?.slice(column) ?? '';
    const token = /^(?:'(?:[^'\\]|\\.)*'|\w+|\S)/.exec(rest)?.[0];
    throw new QueryTextError(token === undefined ? 'unexpected token: <EOF>' : `unexpected token: '${token}' (${message})`);
  }
}

/** The platform refuses string literals of 4,000 characters and more in dynamic SOQL. */
function checkLiterals(text: string): void {
  for (const [literal] of text.matchAll(/'(?:[^'\\]|\\[\s\S])*'/g)) {
    if (literal.length - 2 >= 4000) throw new QueryTextError('SOQL statements cannot contain string literals longer than 4000 characters');
  }
}
