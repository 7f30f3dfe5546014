/** Calls from the platform into Apex: interfaces the user implements, and instances made by reflection. */
import type { ApexType, ClassInfo, MethodInfo } from './type.ts';
import { libraryType } from './library.ts';
import { convert } from './convert.ts';
import { platformSupertypes } from './supertypes.ts';
import { isInstance, classInfoOf, typeOf } from './types.ts';
import { throwApex } from './values/exception.ts';

type Callable = Record<string, (...args: unknown[]) => unknown>;

/** Calls an instance method by name. Of several overloads the first whose parameters accept the arguments is taken. */
export function callMethod(instance: unknown, name: string, args: readonly unknown[] = []): unknown {
  if (instance === null || instance === undefined) throwApex('System.NullPointerException', 'Attempt to de-reference a null object');
  const info = classInfoOf(instance);
  if (!info) return callPlatformMethod(instance, name, args);
  const method = findMethod(info, name, args);
  // An exception of the project's has the methods of System.Exception, which none of its classes declares.
  if (!method) return callPlatformMethod(instance, name, args);
  return (instance as Callable)[method.jsName]!(...args.map((arg, i) => convert(arg, method.parameters[i]!.type))) ?? null;
}

/** Whether a user class has an instance method of this name and arity, its superclasses included. */
export function hasMethod(instance: unknown, name: string, arity: number): boolean {
  for (let info = classInfoOf(instance) ?? undefined; info; info = info.superclass?.classInfo) {
    if (info.methods.some((method) => matchesName(method, name) && method.parameters.length === arity)) return true;
  }
  return false;
}

function findMethod(info: ClassInfo, name: string, args: readonly unknown[]): MethodInfo | null {
  const candidates: MethodInfo[] = [];
  for (let owner: ClassInfo | undefined = info; owner; owner = owner.superclass?.classInfo) {
    candidates.push(
      ...owner.methods.filter((method) => !method.static && matchesName(method, name) && method.parameters.length === args.length)
    );
  }
  if (candidates.length < 2) return candidates[0] ?? null;
  return (
    candidates.find((method) =>
      accepts(
        method.parameters.map((parameter) => parameter.type),
        args
      )
    ) ?? candidates[0]!
  );
}

function matchesName(method: MethodInfo, name: string): boolean {
  return method.name.toLowerCase() === name.toLowerCase();
}

function accepts(parameters: readonly ApexType[], args: readonly unknown[]): boolean {
  return args.every((arg, i) => arg === null || isInstance(arg, parameters[i]!));
}

/** Library values take part through what was registered for their type, so `Iterator` works alike for both kinds. */
function callPlatformMethod(instance: unknown, name: string, args: readonly unknown[]): unknown {
  const type = typeOf(instance);
  const generic = type.name.indexOf('<');
  const base = generic < 0 ? type.name : type.name.slice(0, generic);
  const qualified = base.includes('.') ? base : `System.${base}`;
  const key = name.toLowerCase();
  const method = [qualified, ...platformSupertypes(qualified.toLowerCase())]
    .map((owner) => libraryType(owner)?.methods)
    .map((methods) => methods?.[`${key}/${args.length}`] ?? methods?.[key])
    .find((found) => found !== undefined);
  if (!method) throw new Error(`${type.name} has no method ${name} that takes ${args.length} argument(s)`);
  return method(instance, ...args) ?? null;
}

/** `new C(args)` by reflection. An implicit no-argument constructor needs no entry in ClassInfo. */
export function construct(info: ClassInfo, args: readonly unknown[] = []): unknown {
  if (!info.jsClass || info.abstract) return throwApex('System.TypeException', `Cannot instantiate abstract type: ${info.name}`);
  const constructor =
    info.constructors.find((candidate) => candidate.parameters.length === args.length && accepts(candidate.parameters, args)) ??
    info.constructors.find((candidate) => candidate.parameters.length === args.length);
  const instance = new info.jsClass();
  if (constructor) (instance as Callable)[constructor.jsName]!(...args.map((arg, i) => convert(arg, constructor.parameters[i]!)));
  else if (args.length > 0) throw new Error(`${info.name} has no constructor that takes ${args.length} argument(s)`);
  return instance;
}
