/**
 * Java signatures of the stubs → the notation of the type tables: `System.String`, `System.List<System.Id>`, `ANY` for
 * Object, `void`, and `%T` for a type parameter.
 */
const ROOT = 'com/nawforce/runforce/';

export interface MethodSignature {
  readonly parameters: readonly string[];
  readonly returns: string;
}

export interface ClassSignature {
  readonly parameters: readonly string[];
  readonly superclass: string;
  readonly interfaces: readonly string[];
}

/** Internal class name → type name: the stubs' root package goes, `$` between types becomes a dot. */
export function typeName(internal: string): string {
  if (internal === 'java/lang/Object') return 'ANY';
  if (!internal.startsWith(ROOT)) return internal.replaceAll('/', '.');
  return internal.slice(ROOT.length).replace(/\$$/, '').replaceAll('/', '.').replaceAll('$', '.');
}

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  more(): boolean {
    return this.at < this.text.length;
  }

  eat(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  until(stops: string): string {
    const start = this.at;
    while (this.at < this.text.length && !stops.includes(this.text[this.at] as string)) this.at++;
    return this.text.slice(start, this.at);
  }

  type(): string {
    if (this.eat('V')) return 'void';
    if (this.eat('[')) return `System.List<${this.type()}>`;
    if (this.eat('T')) {
      const name = this.until(';');
      this.eat(';');
      return `%${name}`;
    }
    if (this.eat('*')) return 'ANY';
    if (this.eat('+') || this.eat('-')) return this.type();
    if (this.eat('I')) return 'System.Integer';
    if (this.eat('Z')) return 'System.Boolean';
    if (!this.eat('L')) throw new Error(`Unreadable Java signature ${this.text} at ${this.at}`);
    const name = typeName(this.until('<;'));
    const args: string[] = [];
    if (this.eat('<')) {
      while (!this.eat('>')) args.push(this.type());
    }
    this.eat(';');
    return args.length > 0 ? `${name}<${args.join(',')}>` : name;
  }

  /** `<T:Ljava/lang/Object;K::Lx/Y;>` → names only: the stubs have no bounds that matter. */
  typeParameters(): string[] {
    const names: string[] = [];
    if (!this.eat('<')) return names;
    while (!this.eat('>')) {
      names.push(this.until(':'));
      while (this.eat(':')) {
        if (!this.eat(':')) this.type();
      }
    }
    return names;
  }
}

export function readType(signature: string): string {
  return new Reader(signature).type();
}

export function readMethod(signature: string): MethodSignature {
  const reader = new Reader(signature);
  reader.typeParameters();
  if (!reader.eat('(')) throw new Error(`Not a method signature: ${signature}`);
  const parameters: string[] = [];
  while (!reader.eat(')')) parameters.push(reader.type());
  return { parameters, returns: reader.type() };
}

export function readClassSignature(signature: string): ClassSignature {
  const reader = new Reader(signature);
  const parameters = reader.typeParameters();
  const superclass = reader.type();
  const interfaces: string[] = [];
  while (reader.more()) interfaces.push(reader.type());
  return { parameters, superclass, interfaces };
}

/** Splits `A,B<C,D>` at the top level. */
export function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const character = text[index];
    if (character === '<') depth++;
    else if (character === '>') depth--;
    else if (index === text.length || (character === ',' && depth === 0)) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  return parts;
}
