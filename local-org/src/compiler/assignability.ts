import type { ApexType } from '../runtime/type.ts';
import { ANY, DATE, DATETIME, DECIMAL, DOUBLE, ID, INTEGER, LONG, SOBJECT, STRING, VOID, isList, isMap, isSet } from '../runtime/types.ts';
import { NULL, isInterfaceType, platformParents, withoutArguments } from './known-types.ts';

/** Implicit conversions between primitives, nearest first: overload resolution prefers the nearer. */
const WIDENING = new Map<ApexType, readonly ApexType[]>([
  [INTEGER, [LONG, DOUBLE, DECIMAL]],
  [LONG, [DOUBLE, DECIMAL]],
  [DOUBLE, [DECIMAL]],
  [DECIMAL, [DOUBLE]],
  [ID, [STRING]],
  [STRING, [ID]],
  [DATE, [DATETIME]]
]);

export function isNumericType(type: ApexType): boolean {
  return type === INTEGER || type === LONG || type === DOUBLE || type === DECIMAL;
}

/** How far `from` is from `to`: 0 for the same type, larger for conversions, null when there is no implicit one. */
export function distance(from: ApexType, to: ApexType): number | null {
  if (from === to) return 0;
  if (from === VOID || to === VOID) return null;
  if (from === NULL) return to === ANY ? 1 : 0;
  const widened = WIDENING.get(from)?.indexOf(to) ?? -1;
  if (widened >= 0) return widened + 1;
  if (to === ANY) return 50;
  const steps = subtypeDistance(from, to);
  return steps;
}

export function isImplicit(from: ApexType, to: ApexType): boolean {
  return distance(from, to) !== null;
}

function subtypeDistance(from: ApexType, to: ApexType): number | null {
  if (from === to) return 0;
  if (to === ANY) return 50;
  if (from.classInfo) return classDistance(from, to);
  switch (from.kind) {
    case 'sobject':
      return to === SOBJECT ? 1 : null;
    case 'collection':
      return collectionDistance(from, to);
    case 'platform':
    case 'enum':
      return platformDistance(from, to);
    default:
      return null;
  }
}

function classDistance(from: ApexType, to: ApexType): number | null {
  const info = from.classInfo;
  if (!info) return null;
  const parents = [...(info.superclass ? [info.superclass] : []), ...info.interfaces];
  return nearest(parents, to);
}

function nearest(parents: readonly ApexType[], to: ApexType): number | null {
  let best: number | null = null;
  for (const parent of parents) {
    const steps = subtypeDistance(parent, to);
    if (steps !== null && (best === null || steps + 1 < best)) best = steps + 1;
  }
  return best;
}

const EITHER_WAY = new Set(['System.Iterable', 'System.Comparator']);

function platformDistance(from: ApexType, to: ApexType): number | null {
  if (to.kind === 'platform' && withoutArguments(from.name) === withoutArguments(to.name)) {
    // What compares any row compares accounts.
    const either = EITHER_WAY.has(withoutArguments(from.name));
    return from.args.every((arg, index) => {
      const wanted = to.args[index];
      return wanted === undefined || distance(arg, wanted) !== null || (either && distance(wanted, arg) !== null);
    })
      ? 1
      : null;
  }
  return nearest(platformParents(from), to);
}

/** Lists are covariant, so are map values; sets and map keys are not. A list of any rows passes as one of particular rows. */
function collectionDistance(from: ApexType, to: ApexType): number | null {
  if (to.kind === 'platform' && withoutArguments(to.name) === 'System.Iterable') {
    if (isMap(from)) return null;
    const wanted = to.args[0];
    return wanted === undefined || elementDistance(from.args[0] as ApexType, wanted) !== null ? 2 : null;
  }
  if (to.kind !== 'collection') return null;
  if (isList(from) && isList(to)) return ofElements(elementDistance(from.args[0] as ApexType, to.args[0] as ApexType));
  if (isSet(from) && isSet(to)) return from.args[0] === to.args[0] ? 1 : null;
  if (isMap(from) && isMap(to))
    return from.args[0] === to.args[0] ? ofElements(distance(from.args[1] as ApexType, to.args[1] as ApexType)) : null;
  return null;
}

/** A collection of nearer elements is nearer, and any collection nearer than Object. */
function ofElements(value: number | null): number | null {
  return value === null ? null : 1 + value / 2;
}

function elementDistance(from: ApexType, to: ApexType): number | null {
  if (from === SOBJECT && to.kind === 'sobject') return 1;
  return distance(from, to);
}

/** Whether `(to) value` can succeed at run time for some value of static type `from`. */
export function isCastable(from: ApexType, to: ApexType): boolean {
  if (from === VOID || to === VOID) return false;
  if (from === ANY || to === ANY || from === NULL) return true;
  if (isImplicit(from, to) || (from === DATETIME && to === DATE)) return true;
  if (isNumericType(from) && isNumericType(to)) return true;
  if (isInterfaceType(from)) return true;
  if (isNumericType(from) || isNumericType(to) || from.kind === 'primitive' || to.kind === 'primitive') return false;
  if (isImplicit(to, from)) return true;
  // A lookup to several objects (Owner, Who, What) gives a Name, which is a row of one of them.
  if (from.kind === 'sobject' && from.name === 'Name' && to.kind === 'sobject') return true;
  if (from.kind === 'collection' && to.kind === 'collection') {
    if (withoutArguments(from.name) !== withoutArguments(to.name)) return false;
    // Elements of a set and keys of a map have the one type they were declared with.
    const fixed = isSet(from) || isMap(from);
    return from.args.every((arg, index) => (fixed && index === 0 ? arg === to.args[0] : isCastable(arg, to.args[index] as ApexType)));
  }
  // The parent of a polymorphic lookup is a row of any object.
  if (from.kind === 'sobject' && to.kind === 'sobject') return from.name === 'Name';
  // A subclass may implement the interface.
  return isInterfaceType(to);
}
