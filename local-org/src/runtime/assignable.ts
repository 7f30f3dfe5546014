import type { ApexType, ClassInfo } from './type.ts';
import { ANY, SOBJECT, isList, isMap, isSet } from './interning.ts';
import { platformSupertypes } from './supertypes.ts';

/** Whether a value whose run-time type is `from` is a `to` without any conversion. */
export function isAssignable(from: ApexType, to: ApexType): boolean {
  if (from === to || to === ANY) return true;
  if (from.classInfo) return classIsA(from.classInfo, to);
  switch (from.kind) {
    case 'sobject':
      return to === SOBJECT || (to.kind === 'sobject' && to.name.toLowerCase() === from.name.toLowerCase());
    case 'collection':
      return collectionIsA(from, to);
    case 'platform':
    case 'enum':
      return platformIsA(from, to);
    default:
      return false;
  }
}

function classIsA(info: ClassInfo, to: ApexType): boolean {
  if (to.classInfo === info) return true;
  if (info.superclass && isAssignable(info.superclass, to)) return true;
  return info.interfaces.some((parent) => isAssignable(parent, to));
}

/**
 * Lists are covariant. So are map values and set elements here for rows only: `Map<Id, Account>` is a `Map<Id, SObject>`.
 * A list of the abstract SObject may be taken for a list of a concrete object, as the platform allows.
 */
function collectionIsA(from: ApexType, to: ApexType): boolean {
  if (to.kind === 'platform') return to.name.startsWith('System.Iterable') && (isList(from) || isSet(from));
  if (to.kind !== 'collection') return false;
  const [first, second] = from.args as [ApexType, ApexType?];
  const [toFirst, toSecond] = to.args as [ApexType, ApexType?];
  if (isList(from) && isList(to)) return elementIsA(first, toFirst);
  if (isSet(from) && isSet(to)) return first === toFirst || (first.kind === 'sobject' && elementIsA(first, toFirst));
  if (isMap(from) && isMap(to)) return (first === toFirst || elementIsA(first, toFirst)) && elementIsA(second!, toSecond!);
  return false;
}

function elementIsA(from: ApexType, to: ApexType): boolean {
  return isAssignable(from, to) || (from === SOBJECT && to.kind === 'sobject');
}

function platformIsA(from: ApexType, to: ApexType): boolean {
  if (to.kind !== 'platform' && to.kind !== 'enum') return false;
  if (baseName(from) === baseName(to))
    return from.args.length === 0 || to.args.length === 0 || from.args.every((arg, i) => isAssignable(arg, to.args[i]!));
  return platformSupertypes(baseName(from)).some((parent) => parent === baseName(to));
}

function baseName(type: ApexType): string {
  const generic = type.name.indexOf('<');
  return (generic < 0 ? type.name : type.name.slice(0, generic)).toLowerCase();
}
