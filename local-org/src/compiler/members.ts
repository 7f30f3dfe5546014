import type { ApexType } from '../runtime/type.ts';
import { ANY, SOBJECT, listOf, mapOf, ID, STRING, isList, isMap, isSet, platformType } from '../runtime/types.ts';
import type { PlatformMethod } from '../types/platform-types.ts';
import type { Compilation } from './compilation.ts';
import { distance } from './assignability.ts';
import { declarationOf, fromTable, platformParents } from './known-types.ts';
import type { ClassSymbol, ConstructorSymbol, FieldSymbol, MethodSymbol } from './symbols.ts';
import { canAssign } from './conversions.ts';
import type { Typed } from './typed.ts';

/** A method that a call may mean. */
export interface Candidate {
  readonly name: string;
  readonly parameters: readonly ApexType[];
  readonly returns: ApexType;
  readonly static: boolean;
  /** Set for a method of Apex source. */
  readonly symbol?: MethodSymbol;
  /** Set for a library method: the type that declares it, and the declaration as written in the type tables. */
  readonly owner?: ApexType;
  readonly declared?: PlatformMethod;
}

/** All methods of that name a value or class of this type has, nearest first; overridden ones are left out. */
export function methodsNamed(compilation: Compilation, type: ApexType, name: string): Candidate[] {
  const found: Candidate[] = [];
  collect(compilation, type, name.toLowerCase(), found, new Set());
  return found;
}

function collect(compilation: Compilation, type: ApexType, key: string, found: Candidate[], seen: Set<ApexType>): void {
  if (seen.has(type)) return;
  seen.add(type);
  const symbol = compilation.symbolOf(type);
  if (symbol) {
    for (const method of symbol.methods.get(key) ?? []) add(found, candidateOf(method));
    if (symbol.superclass) collect(compilation, symbol.superclass, key, found, seen);
    for (const parent of symbol.interfaces) collect(compilation, parent, key, found, seen);
    return;
  }
  const declared = declarationOf(type);
  if (!declared) return;
  for (const method of declared.table.methods) {
    if (method.name.toLowerCase() !== key) continue;
    add(found, {
      name: method.name,
      parameters: method.parameters.map((parameter) => fromTable(parameter, declared.bindings)),
      returns: returnType(type, method, fromTable(method.returns, declared.bindings)),
      static: method.static,
      owner: type,
      declared: method
    });
  }
  for (const parent of platformParents(type)) collect(compilation, parent, key, found, seen);
}

function candidateOf(method: MethodSymbol): Candidate {
  return {
    name: method.name,
    parameters: method.parameters.map((parameter) => parameter.type),
    returns: method.returns,
    static: method.static,
    symbol: method
  };
}

function add(found: Candidate[], candidate: Candidate): void {
  const same = found.some(
    (known) =>
      known.parameters.length === candidate.parameters.length &&
      known.parameters.every((parameter, index) => parameter === candidate.parameters[index])
  );
  if (!same) found.push(candidate);
}

/** Results that are more precise than their declaration: a clone has its receiver's type, `getAll` gives rows of its object. */
function returnType(type: ApexType, method: PlatformMethod, declared: ApexType): ApexType {
  const key = method.name.toLowerCase();
  if (type.kind === 'sobject') {
    if (key === 'clone' || key === 'getinstance' || key === 'getorgdefaults' || key === 'getvalues') return type;
    if (key === 'getall') return mapOf(STRING, type);
  }
  if (type.kind === 'collection' && key === 'clone') return type;
  return declared;
}

/** Methods every value has; the type jar declares them only where a type has its own. */
export const UNIVERSAL: ReadonlyMap<string, readonly number[]> = new Map([
  ['tostring', [0]],
  ['hashcode', [0]],
  ['equals', [1]]
]);

export function fieldNamed(compilation: Compilation, type: ApexType, name: string): FieldSymbol | null {
  const key = name.toLowerCase();
  for (let symbol = compilation.symbolOf(type); symbol; symbol = symbol.superclass ? compilation.symbolOf(symbol.superclass) : null) {
    const field = symbol.fields.get(key);
    if (field) return field;
  }
  return null;
}

/** Constructors of a user class; `new` never reaches a superclass's. */
export function constructorsOf(symbol: ClassSymbol): readonly ConstructorSymbol[] {
  return symbol.constructors;
}

interface Callable {
  readonly parameters: readonly ApexType[];
}

export type Choice<T> = { readonly kind: 'one'; readonly candidate: T } | { readonly kind: 'none' } | { readonly kind: 'ambiguous' };

/** Overload resolution: of the applicable candidates the most specific, by the distance of each argument. */
export function choose<T extends Callable>(candidates: readonly T[], args: readonly Typed[]): Choice<T> {
  const applicable = candidates.filter(
    (candidate) =>
      candidate.parameters.length === args.length && args.every((arg, index) => canAssign(arg, candidate.parameters[index] as ApexType))
  );
  if (applicable.length === 0) return { kind: 'none' };
  let best = applicable;
  if (best.length > 1)
    best = applicable.filter((candidate) => applicable.every((other) => other === candidate || isBetter(candidate, other, args)));
  if (best.length === 1) return { kind: 'one', candidate: best[0] as T };
  // Equal on every argument: the one declared nearest to the receiver's type.
  return best.length > 1 ? { kind: 'one', candidate: best[0] as T } : bySum(applicable, args);
}

function isBetter(left: Callable, right: Callable, args: readonly Typed[]): boolean {
  return args.every((arg, index) => {
    const [a, b] = [left.parameters[index] as ApexType, right.parameters[index] as ApexType];
    if (a === b) return true;
    const [near, far] = [argumentDistance(arg, a), argumentDistance(arg, b)];
    if (near !== far) return near < far;
    // Equally near, as with null: the more specific parameter type wins.
    return distance(a, b) !== null && distance(b, a) === null;
  });
}

function argumentDistance(arg: Typed, parameter: ApexType): number {
  return distance(arg.type, parameter) ?? 40;
}

function bySum<T extends Callable>(applicable: readonly T[], args: readonly Typed[]): Choice<T> {
  const sums = applicable.map((candidate) =>
    args.reduce((sum, arg, index) => sum + argumentDistance(arg, candidate.parameters[index] as ApexType), 0)
  );
  const least = Math.min(...sums);
  const winners = applicable.filter((_, index) => sums[index] === least);
  return winners.length === 1 ? { kind: 'one', candidate: winners[0] as T } : { kind: 'ambiguous' };
}

/** What a `for (x : value)` iterates over, null when it cannot be iterated. */
export function elementOf(compilation: Compilation, type: ApexType): ApexType | null {
  if (isList(type) || isSet(type)) return type.args[0] as ApexType;
  if (isMap(type)) return null;
  if (type.kind === 'platform' && type.name.startsWith('System.Iterable')) return type.args[0] ?? ANY;
  const symbol = compilation.symbolOf(type);
  const parents = symbol ? [...(symbol.superclass ? [symbol.superclass] : []), ...symbol.interfaces] : platformParents(type);
  for (const parent of parents) {
    const element = elementOf(compilation, parent);
    if (element) return element;
  }
  return null;
}

export const TRIGGER_TYPES = (object: ApexType | null): Readonly<Record<string, ApexType>> => {
  const row = object ?? SOBJECT;
  return { new: listOf(row), old: listOf(row), newmap: mapOf(ID, row), oldmap: mapOf(ID, row) };
};

export const FIELD_TOKEN = platformType('Schema.SObjectField');
export const OBJECT_TOKEN = platformType('Schema.SObjectType');
export const OBJECT_DESCRIBE = platformType('Schema.DescribeSObjectResult');
export const FIELD_DESCRIBE = platformType('Schema.DescribeFieldResult');
export const FIELD_SET = platformType('Schema.FieldSet');
export const TYPE_TYPE = platformType('System.Type');
