import type { ApexType } from '../runtime/type.ts';
import { VOID } from '../runtime/types.ts';
import { distance } from './assignability.ts';
import type { Compilation } from './compilation.ts';
import { mangle } from './declare.ts';
import { declarationOf, fromTable, isExceptionType, nameOf, platformParents } from './known-types.ts';
import { UNIVERSAL } from './members.ts';
import { checkModifiers } from './modifier-checks.ts';
import type { Access, ClassSymbol, MethodSymbol } from './symbols.ts';
import { topLevel } from './visibility.ts';

/** From the narrowest access to the widest; public may override global. */
const RANK: Readonly<Record<Access, number>> = { private: 0, protected: 1, public: 2, global: 2 };

/** Rules about a class as a whole: overriding, interfaces, annotations. */
export function checkClass(compilation: Compilation, symbol: ClassSymbol): void {
  for (const method of [...symbol.methods.values()].flat()) {
    checkOverride(compilation, symbol, method);
    checkFuture(compilation, symbol, method);
  }
  checkModifiers(compilation, symbol);
  checkName(compilation, symbol);
  checkAuraOverloads(compilation, symbol);
  if (symbol.declaration.kind === 'class' && !symbol.abstract) checkComplete(compilation, symbol);
  for (const inner of symbol.inner.values()) checkClass(compilation, inner);
}

/** Exceptions, and only they, are called `…Exception`. */
function checkName(compilation: Compilation, symbol: ClassSymbol): void {
  if (symbol.declaration.kind !== 'class') return;
  const named = /Exception$/i.test(symbol.simpleName);
  if (isExceptionType(symbol.type) && !named)
    compilation.report(symbol.file, symbol, `Classes extending Exception must have a name ending in Exception: ${symbol.name}`);
  else if (named && !isExceptionType(symbol.type))
    compilation.report(symbol.file, symbol, `Exception class must extend another Exception class: ${symbol.name}`);
}

function text(
  method: { readonly name: string; readonly returns: ApexType; readonly parameters: readonly ApexType[] },
  owner: string
): string {
  return `${nameOf(method.returns)} ${owner}.${method.name}(${method.parameters.map(nameOf).join(', ')})`;
}

function textOf(method: MethodSymbol): string {
  return text(
    { name: method.name, returns: method.returns, parameters: method.parameters.map((parameter) => parameter.type) },
    method.owner.name
  );
}

/** The superclass's method that this one overrides. A private one takes part only among the classes of one file. */
function overridden(compilation: Compilation, symbol: ClassSymbol, method: MethodSymbol): MethodSymbol | null {
  const key = method.name.toLowerCase();
  const name = mangle(key, method.parameters);
  for (let parent = superclassOf(compilation, symbol); parent; parent = superclassOf(compilation, parent)) {
    const found = parent.methods
      .get(key)
      ?.find(
        (candidate) =>
          mangle(key, candidate.parameters) === name &&
          (candidate.access !== 'private' || (!candidate.static && topLevel(candidate.owner) === topLevel(symbol)))
      );
    if (found) return found;
  }
  return null;
}

function superclassOf(compilation: Compilation, symbol: ClassSymbol): ClassSymbol | null {
  return symbol.superclass ? compilation.symbolOf(symbol.superclass) : null;
}

function checkOverride(compilation: Compilation, symbol: ClassSymbol, method: MethodSymbol): void {
  if (method.static || symbol.declaration.kind !== 'class') return;
  const base = overridden(compilation, symbol, method);
  const report = (message: string): void => compilation.report(symbol.file, method, message);
  if (base) {
    if (base.virtual && !base.static && !method.override) report(`Method must use the override keyword: ${textOf(method)}`);
    else if (base.static) report(`Cannot override static method: ${textOf(base)} with ${textOf(method)}`);
    else if (RANK[method.access] < RANK[base.access]) report(`Cannot reduce the visibility of method: ${textOf(method)}`);
    else if (!base.virtual) report(`Non-virtual, non-abstract methods cannot be overridden: ${textOf(method)}`);
    else if (base.returns !== method.returns)
      report(`Method return types clash: ${nameOf(method.returns)} vs ${nameOf(base.returns)} from the type ${symbol.name}`);
    return;
  }
  const key = method.name.toLowerCase();
  if (key === 'tostring' && method.parameters.length === 0) {
    if (!method.override) report(`Method must use the override keyword: ${textOf(method)}`);
    else if (method.access !== 'public' && method.access !== 'global') report(`Cannot reduce the visibility of method: ${textOf(method)}`);
    return;
  }
  if (method.override && !overridesPlatform(symbol, method)) report(`@Override specified for non-overriding method: ${textOf(method)}`);
}

/** `hashCode` and methods of a platform superclass may be marked as overriding; `equals` and an interface's may not. */
function overridesPlatform(symbol: ClassSymbol, method: MethodSymbol): boolean {
  const key = method.name.toLowerCase();
  if (key === 'hashcode' && method.parameters.length === 0) return true;
  const parent = symbol.superclass;
  return parent !== null && platformMethods(parent).some((candidate) => candidate.name.toLowerCase() === key);
}

interface Requirement {
  readonly name: string;
  readonly parameters: readonly ApexType[];
  readonly returns: ApexType;
  readonly owner: string;
  readonly jsName: string | null;
  /** Declared by an abstract class, not by an interface. */
  readonly onClass: boolean;
}

function platformMethods(type: ApexType): Requirement[] {
  if (type.classInfo) return type.classInfo.superclass ? platformMethods(type.classInfo.superclass) : [];
  const declared = declarationOf(type);
  if (!declared) return [];
  const own = declared.table.methods
    .filter((method) => !method.static)
    .map((method) => ({
      name: method.name,
      parameters: method.parameters.map((parameter) => fromTable(parameter, declared.bindings)),
      returns: fromTable(method.returns, declared.bindings),
      owner: type.name.replace(/<.*/, ''),
      jsName: null,
      onClass: false
    }));
  return [...own, ...platformParents(type).flatMap(platformMethods)];
}

/** Every abstract method a concrete subclass has to have: of abstract superclasses and of all interfaces. */
function requirements(compilation: Compilation, symbol: ClassSymbol): Requirement[] {
  const result: Requirement[] = [];
  const seen = new Set<ApexType>();
  const addInterface = (type: ApexType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    const declared = compilation.symbolOf(type);
    if (!declared) {
      result.push(...platformMethods(type));
      return;
    }
    for (const method of [...declared.methods.values()].flat()) result.push(requirement(method));
    declared.interfaces.forEach(addInterface);
  };
  for (let place: ClassSymbol | null = symbol; place; place = superclassOf(compilation, place)) {
    place.interfaces.forEach(addInterface);
    if (place !== symbol) for (const method of [...place.methods.values()].flat()) if (method.abstract) result.push(requirement(method));
  }
  return result;
}

function requirement(method: MethodSymbol): Requirement {
  return {
    name: method.name,
    parameters: method.parameters.map((parameter) => parameter.type),
    returns: method.returns,
    owner: method.owner.name,
    jsName: method.jsName,
    onClass: method.owner.declaration.kind === 'class'
  };
}

function checkComplete(compilation: Compilation, symbol: ClassSymbol): void {
  for (const required of requirements(compilation, symbol)) {
    const found = implementationOf(compilation, symbol, required);
    if (!found && UNIVERSAL.get(required.name.toLowerCase())?.includes(required.parameters.length)) continue;
    if (!found)
      compilation.report(
        symbol.file,
        symbol,
        `Class ${symbol.name} must implement the ${required.onClass ? 'abstract ' : ''}method: ${text(required, required.owner)}`
      );
    else if (!required.onClass && (found.access === 'private' || found.access === 'protected')) {
      compilation.report(
        found.owner.file,
        found,
        `${symbol.name}: Overriding implementations of global or public interface methods must be global or public: ${text(required, required.owner)}`
      );
    } else if (required.jsName !== null && found.jsName !== required.jsName) symbol.bridges.set(required.jsName, found);
    else if (found.static) symbol.bridges.set(found.jsName, found);
  }
}

/**
 * The method that stands for the required one: of the same parameters where there is one, otherwise one that takes whatever
 * the required one takes. Methods of platform interfaces match by related parameters: `Batchable<SObject>` is implemented
 * with a list of a concrete object, and its `start` may give an Iterable.
 */
function implementationOf(compilation: Compilation, symbol: ClassSymbol, required: Requirement): MethodSymbol | null {
  const candidates: MethodSymbol[] = [];
  for (let place: ClassSymbol | null = symbol; place; place = superclassOf(compilation, place))
    candidates.push(...(place.methods.get(required.name.toLowerCase()) ?? []));
  const fits = (accepts: (parameter: ApexType, wanted: ApexType) => boolean): MethodSymbol | undefined =>
    candidates.find(
      (method) =>
        !method.abstract &&
        method.parameters.length === required.parameters.length &&
        method.parameters.every(({ type }, index) => accepts(type, required.parameters[index] as ApexType)) &&
        (givesPlan(required) || isSubtype(method.returns, required.returns))
    );
  if (required.jsName === null) return fits(related) ?? null;
  return fits((parameter, wanted) => parameter === wanted) ?? fits((parameter, wanted) => isSubtype(wanted, parameter)) ?? null;
}

/** `Batchable.start` may give a locator, a list or any other iterable: its declaration names one of them. */
function givesPlan({ name, owner }: Requirement): boolean {
  return owner === 'Database.Batchable' && name === 'start';
}

/** The same type, or one whose values need no conversion to be of the other. */
function isSubtype(type: ApexType, of: ApexType): boolean {
  if (type === of) return true;
  return !(type.kind === 'primitive' && of.kind === 'primitive') && distance(type, of) !== null;
}

function related(left: ApexType, right: ApexType): boolean {
  return distance(left, right) !== null || distance(right, left) !== null;
}

function checkFuture(compilation: Compilation, symbol: ClassSymbol, method: MethodSymbol): void {
  if (!method.annotations.some((annotation) => annotation.name === 'future')) return;
  const report = (message: string): void => compilation.report(symbol.file, method, message);
  if (!method.static) report('Future methods must be declared as static');
  else if (method.returns !== VOID) report(`Future methods do not support return type of ${nameOf(method.returns)}`);
  for (const { type } of method.parameters) {
    if (!isPlainData(type)) report(`Future methods do not support parameter type of ${nameOf(type)}`);
  }
}

/** Future methods take primitives and collections of primitives, which do not nest. */
function isPlainData(type: ApexType): boolean {
  return type.kind === 'primitive' || (type.kind === 'collection' && type.args.every((arg) => arg.kind === 'primitive'));
}

function checkAuraOverloads(compilation: Compilation, symbol: ClassSymbol): void {
  for (const methods of symbol.methods.values()) {
    const exposed = methods.filter((method) => method.annotations.some((annotation) => annotation.name === 'auraenabled'));
    const second = exposed[1];
    if (second) compilation.report(symbol.file, second, `Overload of AuraEnabled method: ${second.name} overload is not permitted`);
  }
}
