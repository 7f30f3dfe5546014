import type { Org } from '../../org.ts';
import type { ClassInfo, MethodInfo } from '../../runtime/type.ts';
import { mayRunClass } from './access.ts';
import { toApex } from './arguments.ts';
import { HttpError } from './http-error.ts';
import { toJson } from './results.ts';

export interface ApexCall {
  readonly className: string;
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Called through @wire: only cacheable methods may be. */
  readonly wired: boolean;
}

/** Checks the shape of what a page sent. */
export function apexCall(body: unknown): ApexCall {
  const { className, method, parameters, wired } = (body ?? {}) as Partial<Record<keyof ApexCall, unknown>>;
  if (typeof className !== 'string' || typeof method !== 'string') throw new HttpError(400, 'An Apex call names a class and a method.');
  if (parameters !== undefined && (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters))) {
    throw new HttpError(400, 'Parameters of an Apex call are given by name.');
  }
  return { className, method, parameters: (parameters ?? {}) as Record<string, unknown>, wired: wired === true };
}

/** Runs an @AuraEnabled method in a transaction of its own, as the user, and gives what the component receives. */
export function callApex(org: Org, userId: string, call: ApexCall): unknown {
  const info = org.program.classes.get(call.className.toLowerCase());
  const method = info ? auraEnabledMethod(info, call.method) : undefined;
  if (!info || !method) throw new HttpError(404, `No @AuraEnabled method ${call.className}.${call.method}`);
  return org.platform.transaction({ userId, quiddity: 'AURA' }, () => {
    if (!mayRunClass(info.name)) throw new HttpError(403, `You do not have access to the Apex class named '${info.name}'.`);
    if (call.wired && !isCacheable(method))
      throw new HttpError(400, `${info.name}.${method.name} must be cacheable to be used with @wire.`);
    const given = new Map(Object.entries(call.parameters).map(([name, value]) => [name.toLowerCase(), value]));
    const args = method.parameters.map((parameter) =>
      toApex(given.get(parameter.name.toLowerCase()), parameter.type, parameter.name, org.model)
    );
    const owner = info.jsClass as unknown as Record<string, (...args: unknown[]) => unknown>;
    return toJson(owner[method.jsName]!(...args));
  });
}

export function auraEnabledMethod(info: ClassInfo, name: string): MethodInfo | undefined {
  return info.methods.find(
    (method) =>
      method.static &&
      method.name.toLowerCase() === name.toLowerCase() &&
      method.annotations.some((annotation) => annotation.name === 'auraenabled')
  );
}

function isCacheable(method: MethodInfo): boolean {
  return method.annotations.some(
    (annotation) => annotation.name === 'auraenabled' && annotation.parameters['cacheable']?.toLowerCase() === 'true'
  );
}
