import type { ApexType } from '../runtime/type.ts';
import { VOID } from '../runtime/types.ts';
import { distance } from './assignability.ts';
import type { Compilation } from './compilation.ts';
import { declarationOf, fromTable, isExceptionType, nameOf, platformParents } from './known-types.ts';
import { UNIVERSAL } from './members.ts';
import { checkModifiers } from './modifier-checks.ts';
import type { ClassSymbol, MethodSymbol } from './symbols.ts';

/** Rules about a class as a whole: overriding, interfaces, annotations. */
export function checkClass(compilation: Compilation, symbol: ClassSymbol): void {
  for (const method of [...symbol.methods.values()].flat()) {
    checkOverride(compilation, symbol, method);
    checkFuture(compilation, symbol, method);
  }
  checkModifiers(compilation, symbol);
  checkAuraOverloads(compilation, symbol);
  if (symbol.declaration.kind === 'class' && !symbol.abstract) checkComplete(compilation, symbol);
  for (const inner of symbol.inner.values()) checkClass(compilation, inner);
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

/** The superclass's method that this one overrides. */
function overridden(compilation: Compilation, symbol: ClassSymbol, method: MethodSymbol): MethodSymbol | null {
  const key = method.name.toLowerCase();
  for (let parent = superclassOf(compilation, symbol); parent; parent = superclassOf(compilation, parent)) {
    const found = parent.methods.get(key)?.find((candidate) => !candidate.static && candidate.jsName === method.jsName);
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
    if (!method.override && !base.abstract) report(`Method must use the override keyword: ${textOf(method)}`);
    else if (!base.virtual) report(`Non-virtual, non-abstract methods cannot be overridden: ${textOf(base)}`);
    else if (base.returns !== method.returns) report(`Return type mismatch with overridden method: ${textOf(base)}`);
    return;
  }
  if (method.override && !overridesPlatform(compilation, symbol, method))
    report(`Method does not override an ancestor method: ${textOf(method)}`);
}

/** `toString`, `equals`, `hashCode`, methods of exceptions and of implemented interfaces may be marked as overriding. */
function overridesPlatform(compilation: Compilation, symbol: ClassSymbol, method: MethodSymbol): boolean {
  const key = method.name.toLowerCase();
  if (UNIVERSAL.get(key)?.includes(method.parameters.length)) return true;
  if (isExceptionType(symbol.type) && platformMethods(symbol.type).some((candidate) => candidate.name.toLowerCase() === key)) return true;
  return requirements(compilation, symbol).some(
    (required) => required.name.toLowerCase() === key && required.parameters.length === method.parameters.length
  );
}

interface Requirement {
  readonly name: string;
  readonly parameters: readonly ApexType[];
  readonly returns: ApexType;
  readonly owner: string;
  readonly jsName: string | null;
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
      jsName: null
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
    jsName: method.jsName
  };
}

function checkComplete(compilation: Compilation, symbol: ClassSymbol): void {
  for (const required of requirements(compilation, symbol)) {
    const found = implementationOf(compilation, symbol, required);
    if (!found && UNIVERSAL.get(required.name.toLowerCase())?.includes(required.parameters.length)) continue;
    if (!found)
      compilation.report(symbol.file, symbol, `Class ${symbol.name} must implement the method: ${text(required, required.owner)}`);
    else if (found.static) symbol.staticImplementations.add(found);
    else if (found.access === 'private' || found.access === 'protected') {
      if (required.jsName === null || compilation.symbolOf(found.owner.type)?.interfaces.length) {
        compilation.report(
          found.owner.file,
          found,
          `Overriding implementations of global or public interface methods must be global or public: ${textOf(found)}`
        );
      }
    }
  }
}

/**
 * Methods of platform interfaces match by name and related parameters: `Batchable<SObject>` is implemented with a list of
 * a concrete object, and its `start` may give an Iterable.
 */
function implementationOf(compilation: Compilation, symbol: ClassSymbol, required: Requirement): MethodSymbol | null {
  for (let place: ClassSymbol | null = symbol; place; place = superclassOf(compilation, place)) {
    for (const method of place.methods.get(required.name.toLowerCase()) ?? []) {
      if (method.abstract || method.parameters.length !== required.parameters.length) continue;
      if (required.jsName !== null && method.jsName === required.jsName && method.returns === required.returns) return method;
      if (
        required.jsName === null &&
        method.parameters.every((parameter, index) => related(parameter.type, required.parameters[index] as ApexType))
      )
        return method;
    }
  }
  return null;
}

function related(left: ApexType, right: ApexType): boolean {
  return distance(left, right) !== null || distance(right, left) !== null;
}

function checkFuture(compilation: Compilation, symbol: ClassSymbol, method: MethodSymbol): void {
  if (!method.annotations.some((annotation) => annotation.name === 'future')) return;
  const report = (message: string): void => compilation.report(symbol.file, method, message);
  if (!method.static) report(`Future methods must be static: ${method.name}`);
  else if (method.returns !== VOID) report(`Future methods must return void: ${method.name}`);
  for (const { type } of method.parameters) {
    if (!isPlainData(type)) report(`Unsupported parameter type ${nameOf(type)}`);
  }
}

/** Future methods take primitives and collections of primitives. */
function isPlainData(type: ApexType): boolean {
  return type.kind === 'primitive' || (type.kind === 'collection' && type.args.every(isPlainData));
}

function checkAuraOverloads(compilation: Compilation, symbol: ClassSymbol): void {
  for (const methods of symbol.methods.values()) {
    const exposed = methods.filter((method) => method.annotations.some((annotation) => annotation.name === 'auraenabled'));
    const second = exposed[1];
    if (second) compilation.report(symbol.file, second, `AuraEnabled methods cannot be overloaded: ${second.name}`);
  }
}
