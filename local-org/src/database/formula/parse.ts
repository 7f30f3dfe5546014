/** A formula as a tree. Names keep their case; functions are upper case. */
export type FormulaNode =
  | { readonly kind: 'number' | 'text'; readonly value: string }
  | { readonly kind: 'path'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  | { readonly kind: 'unary'; readonly operator: '-' | '!'; readonly operand: FormulaNode }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: FormulaNode; readonly right: FormulaNode };

/** A formula that cannot be read or computed; the message names the formula. */
export class FormulaError extends Error {}

const cache = new Map<string, FormulaNode>();

export function parseFormula(text: string): FormulaNode {
  let node = cache.get(text);
  if (!node) cache.set(text, (node = new Parser(text).parse()));
  return node;
}

/** Every name a formula mentions, `$…` variables included. */
export function pathsOf(node: FormulaNode): (readonly string[])[] {
  switch (node.kind) {
    case 'path':
      return [node.path];
    case 'call':
      return node.args.flatMap(pathsOf);
    case 'unary':
      return pathsOf(node.operand);
    case 'binary':
      return [...pathsOf(node.left), ...pathsOf(node.right)];
    default:
      return [];
  }
}

/** Every function a formula calls. */
export function callsOf(node: FormulaNode): string[] {
  switch (node.kind) {
    case 'call':
      return [node.name, ...node.args.flatMap(callsOf)];
    case 'unary':
      return callsOf(node.operand);
    case 'binary':
      return [...callsOf(node.left), ...callsOf(node.right)];
    default:
      return [];
  }
}

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'symbol' | 'end';
  readonly text: string;
}

const TOKEN =
  /\s+|\/\*[\s\S]*?\*\/|(\d+(?:\.\d+)?|\.\d+)|"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|(\$?[A-Za-z_]\w*(?::[A-Za-z_]\w*)?(?:\.[A-Za-z_]\w*(?::[A-Za-z_]\w*)?)*)|(<>|!=|<=|>=|==|&&|\|\||[-+*/^&=<>!(),])/gy;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) throw new FormulaError(`Syntax error in formula near '${text.slice(at, at + 20)}': ${text}`);
    at = TOKEN.lastIndex;
    const [, number, double, single, name, symbol] = match;
    const quoted = double ?? single;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (quoted !== undefined)
      tokens.push({ kind: 'text', text: quoted.replace(/\\([\s\S])/g, (_, escape: string) => ESCAPES[escape] ?? escape) });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

/** Loosest first; operators of one line have the same precedence and associate to the left. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['=', '==', '<>', '!='],
  ['<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^']
];

class Parser {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
  }

  parse(): FormulaNode {
    const node = this.level(0);
    if (this.peek().kind !== 'end') this.unexpected();
    return node;
  }

  private level(index: number): FormulaNode {
    const operators = LEVELS[index];
    if (!operators) return this.unary();
    let left = this.level(index + 1);
    while (this.peek().kind === 'symbol' && operators.includes(this.peek().text)) {
      const operator = this.next().text;
      left = { kind: 'binary', operator, left, right: this.level(index + 1) };
    }
    return left;
  }

  private unary(): FormulaNode {
    const token = this.peek();
    if (token.kind === 'symbol' && (token.text === '-' || token.text === '!' || token.text === '+')) {
      this.next();
      const operand = this.unary();
      return token.text === '+' ? operand : { kind: 'unary', operator: token.text as '-' | '!', operand };
    }
    return this.primary();
  }

  private primary(): FormulaNode {
    const token = this.next();
    if (token.kind === 'number') return { kind: 'number', value: token.text };
    if (token.kind === 'text') return { kind: 'text', value: token.text };
    if (token.kind === 'symbol' && token.text === '(') {
      const node = this.level(0);
      this.expect(')');
      return node;
    }
    if (token.kind !== 'name') return this.unexpected();
    if (this.peek().text !== '(' || this.peek().kind !== 'symbol') return { kind: 'path', path: token.text.split('.') };
    this.next();
    const args: FormulaNode[] = [];
    if (!this.accept(')')) {
      do args.push(this.level(0));
      while (this.accept(','));
      this.expect(')');
    }
    return { kind: 'call', name: token.text.toUpperCase(), args };
  }

  private peek(): Token {
    return this.tokens[this.at]!;
  }

  private next(): Token {
    return this.tokens[this.at++]!;
  }

  private accept(symbol: string): boolean {
    if (this.peek().kind !== 'symbol' || this.peek().text !== symbol) return false;
    this.at++;
    return true;
  }

  private expect(symbol: string): void {
    if (!this.accept(symbol)) this.unexpected();
  }

  private unexpected(): never {
    throw new FormulaError(`Syntax error in formula: unexpected '${this.tokens[this.at]?.text ?? 'end'}' in ${this.text}`);
  }
}
