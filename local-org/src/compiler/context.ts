import type { ApexType } from '../runtime/type.ts';
import type { Expression, Member, Position } from '../parser/ast.ts';
import type { Compilation } from './compilation.ts';
import { checkIdentifier } from './identifiers.ts';
import { fail } from './problem.ts';
import type { ClassSymbol, FieldSymbol } from './symbols.ts';
import { Writer } from './writer.ts';

export interface Variable {
  readonly name: string;
  readonly js: string;
  readonly type: ApexType;
}

/** One emitted script: the JavaScript of a source file and the values it refers to. */
export class Unit {
  readonly compilation: Compilation;
  readonly file: string;
  readonly writer = new Writer();
  readonly values: unknown[] = [];
  private readonly names = new Map<unknown, string>();

  constructor(compilation: Compilation, file: string) {
    this.compilation = compilation;
    this.file = file;
  }

  /** The name by which emitted code reaches a value that exists at compile time. `key` makes equal values one. */
  constant(value: unknown, key: unknown = value): string {
    let name = this.names.get(key);
    if (name === undefined) {
      name = `k${this.values.length}`;
      this.values.push(value);
      this.names.set(key, name);
    }
    return name;
  }

  /** A reference filled in when the program is linked. */
  classReference(symbol: ClassSymbol): string {
    return this.constant(new ClassReference(symbol), `class ${symbol.name}`);
  }

  staticsReference(symbol: ClassSymbol): string {
    return this.constant(new StaticsReference(symbol), `statics ${symbol.name}`);
  }
}

/** Stands for the emitted JavaScript class of a symbol. */
export class ClassReference {
  readonly symbol: ClassSymbol;
  constructor(symbol: ClassSymbol) {
    this.symbol = symbol;
  }
}

/** Stands for the function that gives a class's static members in the running transaction. */
export class StaticsReference {
  readonly symbol: ClassSymbol;
  constructor(symbol: ClassSymbol) {
    this.symbol = symbol;
  }
}

export interface BodyOptions {
  readonly owner: ClassSymbol | null;
  readonly static: boolean;
  /** Null where nothing may be returned: initialisers, triggers, anonymous code. */
  readonly returns: ApexType | null;
  readonly accessorOf?: FieldSymbol;
  readonly isConstructor?: boolean;
  /** An initialiser block of an instance. */
  readonly isInitializer?: boolean;
  /** The member being initialised: fields declared at it or later have no value yet. */
  readonly initialises?: Member;
  /** Object of the trigger being compiled, for the types of Trigger.new and its kin. */
  readonly triggerObject?: ApexType;
}

/** State while one body (method, accessor, initialiser, trigger) is compiled. */
export class Body {
  readonly unit: Unit;
  readonly compilation: Compilation;
  readonly options: BodyOptions;
  private scopes: Map<string, Variable>[] = [new Map()];
  private temporaries = 0;
  private loopVariables = 0;
  private readonly used = new Set<string>();
  loops = 0;
  /** The call of another constructor that the body starts with. */
  constructorCall: Expression | null = null;
  insideClosure = false;
  /** Set while the arguments of `this(…)` or `super(…)` are compiled: there is no instance yet. */
  beforeInstance = false;

  constructor(unit: Unit, options: BodyOptions) {
    this.unit = unit;
    this.compilation = unit.compilation;
    this.options = options;
  }

  get owner(): ClassSymbol | null {
    return this.options.owner;
  }

  scoped<T>(body: () => T): T {
    this.scopes.push(new Map());
    try {
      return body();
    } finally {
      this.scopes.pop();
    }
  }

  declare(position: Position, name: string, type: ApexType): Variable {
    checkIdentifier(position, name);
    const key = name.toLowerCase();
    if (this.variable(key)) fail(position, `Duplicate variable: ${name}`);
    let js = `v_${key}`;
    for (let suffix = 2; this.used.has(js); suffix++) js = `v_${key}_${suffix}`;
    this.used.add(js);
    const variable = { name, js, type };
    (this.scopes[this.scopes.length - 1] as Map<string, Variable>).set(key, variable);
    return variable;
  }

  variable(key: string): Variable | null {
    for (let index = this.scopes.length - 1; index >= 0; index--) {
      const found = (this.scopes[index] as Map<string, Variable>).get(key);
      if (found) return found;
    }
    return null;
  }

  /** Compiles a block that becomes a JavaScript function of its own: loops outside cannot be left from it. */
  inClosure<T>(body: () => T): T {
    const { loops, insideClosure } = this;
    this.loops = 0;
    this.insideClosure = true;
    try {
      return body();
    } finally {
      this.loops = loops;
      this.insideClosure = insideClosure;
    }
  }

  /** Variables in sight, innermost first. */
  variables(): Variable[] {
    return this.scopes.flatMap((scope) => [...scope.values()]).reverse();
  }

  /** A fresh temporary; all of them are declared at the end of the body. */
  temporary(): string {
    return `t${this.temporaries++}`;
  }

  /** A fresh name for a variable the loop itself declares. */
  loopVariable(): string {
    return `i${this.loopVariables++}`;
  }

  declarations(): string {
    return this.temporaries === 0 ? '' : `var ${Array.from({ length: this.temporaries }, (_, index) => `t${index}`).join(',')};`;
  }
}
