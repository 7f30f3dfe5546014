import { Script } from 'node:vm';
import { current } from '../runtime/execution.ts';
import type { ClassInfo } from '../runtime/type.ts';
import { UnsupportedInLocalOrg } from '../runtime/unsupported.ts';
import { ApexException } from '../runtime/values/exception.ts';
import { ApexObject } from '../runtime/values/object.ts';
import type { Compilation } from './compilation.ts';
import { ClassReference, StaticsReference } from './context.ts';
import type { Unit } from './context.ts';
import type { MutableInfo } from './declare.ts';
import { extendsException } from './declare.ts';
import { support } from './support.ts';
import { hasStaticBlock } from './symbols.ts';
import type { ClassSymbol, ConstructorSymbol } from './symbols.ts';

type Statics = Record<string, unknown>;

interface EmittedClass {
  new (): unknown;
  initStatics?: () => void;
  /** Accessors of static properties. */
  staticMembers: object;
}

/** Runs the field initialisers and initialiser blocks of an instance, its superclass's first. */
export const INITIALISE = 'init$';

/** The emitted body of a constructor. What `new` calls is made here: it initialises the instance before any constructor runs. */
export function constructorBody(constructor: ConstructorSymbol): string {
  return `c_${constructor.jsName}`;
}

type Instance = Record<string, (...args: unknown[]) => unknown>;

/**
 * The platform initialises the fields of the whole hierarchy before the first constructor body, so that a superclass's
 * constructor may call an override that uses them.
 */
function addConstructors(symbol: ClassSymbol, prototype: object, initialiseStatics: () => unknown): void {
  for (const constructor of symbol.constructors) {
    const name = constructorBody(constructor);
    Object.defineProperty(prototype, constructor.jsName, {
      configurable: true,
      value(this: Instance, ...args: unknown[]) {
        initialiseStatics();
        this[INITIALISE]?.();
        return this[name]?.(...args);
      }
    });
  }
}

/** Creates the JavaScript classes and runs the scripts that attach their members. */
export class Linker {
  private readonly compilation: Compilation;
  /** Files that are no part of the program, with the reason. */
  private readonly broken: ReadonlyMap<string, string>;
  private readonly classes = new Map<ClassSymbol, EmittedClass>();
  private readonly statics = new Map<ClassSymbol, () => Statics>();

  constructor(compilation: Compilation, broken: ReadonlyMap<string, string>) {
    this.compilation = compilation;
    this.broken = broken;
  }

  /** Runs a unit's script and gives what it evaluates to. */
  run(unit: Unit): unknown {
    const names = unit.values.map((_, index) => `k${index}`);
    const source = `(function($, K) {${names.length > 0 ? `const [${names.join(',')}] = K;` : ''}${unit.writer.toString()}\n})`;
    const script = new Script(source, { filename: unit.file });
    const body = script.runInThisContext() as (support: unknown, values: readonly unknown[]) => unknown;
    return body(
      support,
      unit.values.map((value) => this.link(value))
    );
  }

  private link(value: unknown): unknown {
    if (!(value instanceof ClassReference) && !(value instanceof StaticsReference)) return value;
    const reason = this.broken.get(value.symbol.file);
    if (reason !== undefined) return refusing(value.symbol, reason);
    return value instanceof ClassReference ? this.classOf(value.symbol) : this.staticsOf(value.symbol);
  }

  /** The class of a symbol, its superclass first. */
  classOf(symbol: ClassSymbol): EmittedClass {
    let emitted = this.classes.get(symbol);
    if (emitted) return emitted;
    const parent = symbol.superclass ? this.compilation.symbolOf(symbol.superclass) : null;
    const base = parent ? this.classOf(parent) : extendsException(symbol) ? ApexException : ApexObject;
    emitted = createClass(symbol, base as abstract new () => unknown);
    emitted.staticMembers = {};
    const initialiseStatics = hasStaticBlock(symbol) ? (): unknown => this.staticsOf(symbol)() : () => {};
    addConstructors(symbol, (emitted as unknown as { prototype: object }).prototype, initialiseStatics);
    this.classes.set(symbol, emitted);
    Object.defineProperty((emitted as unknown as { prototype: object }).prototype, 'classInfo', { value: symbol.info });
    const reason = this.broken.get(symbol.file);
    if (symbol.declaration.kind === 'class')
      (symbol.info as MutableInfo).jsClass = reason === undefined ? emitted : (refusing(symbol, reason) as new () => unknown);
    return emitted;
  }

  /** Gives the class's static members in the running transaction, initialising them when they are first asked for. */
  private staticsOf(symbol: ClassSymbol): () => Statics {
    let accessor = this.statics.get(symbol);
    if (!accessor) this.statics.set(symbol, (accessor = staticsAccessor(symbol, this.classOf(symbol))));
    return accessor;
  }
}

/** Stands for a class that is no part of the program: whatever is asked of it is refused. */
function refusing(symbol: ClassSymbol, reason: string): object {
  const refuse = (): never => {
    throw new UnsupportedInLocalOrg(`Class ${symbol.name} does not compile: ${reason}`);
  };
  return new Proxy(class {}, { get: refuse, apply: refuse, construct: refuse });
}

function createClass(symbol: ClassSymbol, base: abstract new () => unknown): EmittedClass {
  const fields = [...symbol.fields.values()]
    .filter((field) => !field.static)
    .map((field) => `this.${field.accessors ? 'b_' : ''}${field.jsName} = null;`);
  // Built from text so that every instance gets its fields in one go and keeps one hidden class.
  const create = new Function('Base', `return class extends Base { constructor() { super(); ${fields.join(' ')} } };`) as (
    base: unknown
  ) => EmittedClass;
  const emitted = create(base);
  Object.defineProperty(emitted, 'name', { value: symbol.name });
  return emitted;
}

function staticsAccessor(symbol: ClassSymbol, emitted: EmittedClass): () => Statics {
  const { info } = symbol;
  const names = [...symbol.fields.values()]
    .filter((field) => field.static)
    .map((field) => (field.accessors ? `b_${field.jsName}` : field.jsName));
  let lastOwner: Map<ClassInfo, Statics> | null = null;
  let last: Statics | null = null;
  return () => {
    const { statics } = current();
    if (statics === lastOwner && last) return last;
    let record = statics.get(info);
    if (!record) {
      record = Object.create(emitted.staticMembers) as Statics;
      for (const name of names) record[name] = null;
      statics.set(info, record);
      emitted.initStatics?.();
    }
    lastOwner = statics;
    last = record;
    return record;
  };
}
