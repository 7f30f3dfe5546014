import type { Program } from '../compiler/program.ts';
import { fieldToken, objectToken, SObjectFieldToken, SObjectTypeToken } from '../runtime/schema/tokens.ts';
import { intern, listOf, mapOf, setOf } from '../runtime/interning.ts';
import { typeOf } from '../runtime/types.ts';
import type { ApexType, ClassInfo, TypeKind } from '../runtime/type.ts';
import { ApexBlob } from '../runtime/values/blob.ts';
import { ApexDate } from '../runtime/values/date.ts';
import { ApexDatetime } from '../runtime/values/datetime.ts';
import { Decimal } from '../runtime/values/decimal.ts';
import { ApexDouble } from '../runtime/values/double.ts';
import { ApexEnum, enumConstant } from '../runtime/values/enum.ts';
import { ApexException } from '../runtime/values/exception.ts';
import { ApexId } from '../runtime/values/id.ts';
import { ApexList } from '../runtime/values/list.ts';
import { ApexMap } from '../runtime/values/map.ts';
import { ApexObject } from '../runtime/values/object.ts';
import { ApexSet } from '../runtime/values/set.ts';
import { SObject } from '../runtime/values/sobject.ts';
import { ApexTime } from '../runtime/values/time.ts';
import { TypeToken } from '../runtime/values/type-token.ts';

/**
 * Apex values as plain data that another thread can be sent: everything reachable from one value, each object once, so that
 * aliases stay aliases and circles close. What threads share by name (classes, types, enum constants) travels as its name.
 */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly root: Reference;
}

type Primitive = null | boolean | number | bigint | string;
/** A value that needs no node, or the index of one. */
type Reference = Primitive | { readonly at: number };
type Named = readonly (readonly [string, Reference])[];

type Node =
  | { readonly is: 'id' | 'double' | 'datetime' | 'time'; readonly value: string | number }
  | { readonly is: 'decimal'; readonly unscaled: bigint; readonly scale: number }
  | { readonly is: 'date'; readonly day: number }
  | { readonly is: 'blob'; readonly bytes: Uint8Array }
  | { readonly is: 'enum'; readonly type: TypeName; readonly name: string }
  | { readonly is: 'type'; readonly type: TypeName }
  | { readonly is: 'token'; readonly object: string; readonly field: string | null }
  | { readonly is: 'row'; readonly object: string; readonly values: Named; readonly queried: readonly string[] | null }
  | { readonly is: 'list' | 'set'; readonly type: TypeName; readonly items: readonly Reference[] }
  | { readonly is: 'map'; readonly type: TypeName; readonly entries: readonly (readonly [Reference, Reference])[] }
  | { readonly is: 'object'; readonly className: string; readonly members: Named }
  | {
      readonly is: 'exception';
      readonly type: TypeName;
      readonly message: string | null;
      readonly cause: Reference;
      readonly members: Named;
    };

interface TypeName {
  readonly kind: TypeKind;
  readonly name: string;
  readonly args: readonly TypeName[];
}

/** A value of the platform that is bound to its thread: an HttpRequest, a describe result. */
export class NotCarried extends Error {
  constructor(value: object) {
    super(`Not Serializable: ${typeOf(value).name}`);
  }
}

export function encode(value: unknown): Graph {
  const nodes: Node[] = [];
  const places = new Map<object, Reference>();
  const visit = (item: unknown): Reference => {
    if (typeof item !== 'object' || item === null) return (item ?? null) as Primitive;
    const known = places.get(item);
    if (known !== undefined) return known;
    const reference = { at: nodes.length };
    places.set(item, reference);
    // Its place is taken before its parts are visited: they may point back.
    nodes.push(null as unknown as Node);
    nodes[reference.at] = nodeOf(item, visit);
    return reference;
  };
  const root = visit(value);
  return { nodes, root };
}

function nodeOf(value: object, visit: (value: unknown) => Reference): Node {
  const named = (entries: Iterable<readonly [string, unknown]>): Named => [...entries].map(([name, item]) => [name, visit(item)] as const);
  if (value instanceof ApexId) return { is: 'id', value: value.value };
  if (value instanceof Decimal) return { is: 'decimal', unscaled: value.unscaled, scale: value.scale };
  if (value instanceof ApexDouble) return { is: 'double', value: value.value };
  if (value instanceof ApexDate) return { is: 'date', day: value.epochDay };
  if (value instanceof ApexDatetime) return { is: 'datetime', value: value.value };
  if (value instanceof ApexTime) return { is: 'time', value: value.milliseconds };
  if (value instanceof ApexBlob) return { is: 'blob', bytes: value.bytes };
  if (value instanceof ApexEnum) return { is: 'enum', type: typeName(value.type), name: value.name };
  if (value instanceof TypeToken) return { is: 'type', type: typeName(value.type) };
  if (value instanceof SObjectTypeToken) return { is: 'token', object: value.object.name, field: null };
  if (value instanceof SObjectFieldToken) return { is: 'token', object: value.object.name, field: value.field.name };
  if (value instanceof SObject)
    return { is: 'row', object: value.objectName, values: named(value.values), queried: value.queried ? [...value.queried] : null };
  if (value instanceof ApexList) return { is: 'list', type: typeName(value.elementType), items: value.items.map(visit) };
  if (value instanceof ApexSet) return { is: 'set', type: typeName(value.elementType), items: [...value].map(visit) };
  if (value instanceof ApexMap)
    return { is: 'map', type: typeName(typeOf(value)), entries: [...value].map(([key, item]) => [visit(key), visit(item)] as const) };
  if (value instanceof ApexObject) return { is: 'object', className: value.classInfo.name, members: named(Object.entries(value)) };
  if (value instanceof ApexException) {
    const own = value.classInfo ? Object.entries(value).filter(([name]) => !PLATFORM_MEMBERS.has(name)) : [];
    return { is: 'exception', type: typeName(value.type), message: value.apexMessage, cause: visit(value.apexCause), members: named(own) };
  }
  throw new NotCarried(value);
}

/** What an exception has from ApexException itself. */
const PLATFORM_MEMBERS: ReadonlySet<string> = new Set(Object.keys(new ApexException()));

function typeName({ kind, name, args }: ApexType): TypeName {
  return { kind, name, args: args.map(typeName) };
}

/** The value again, of the classes of this thread's program. Runs in a transaction. */
export function decode(graph: Graph, program: Program): unknown {
  const values: unknown[] = new Array(graph.nodes.length);
  const made = new Set<number>();
  const type = (name: TypeName): ApexType => typeNamed(name, program);
  const resolve = (reference: Reference): unknown => {
    if (typeof reference !== 'object' || reference === null) return reference;
    const { at } = reference;
    if (!made.has(at)) {
      made.add(at);
      build(at, graph.nodes[at]!);
    }
    return values[at];
  };
  const assign = (target: object, members: Named): void => {
    for (const [name, item] of members) Object.assign(target, { [name]: resolve(item) });
  };
  // A container is known before what it holds is made: it may hold itself.
  const build = (at: number, node: Node): void => {
    switch (node.is) {
      case 'list': {
        const list = new ApexList(type(node.type));
        values[at] = list;
        list.items = node.items.map(resolve);
        return;
      }
      case 'set': {
        const set = new ApexSet(type(node.type));
        values[at] = set;
        for (const item of node.items) set.add(resolve(item));
        return;
      }
      case 'map': {
        const [key, value] = type(node.type).args;
        const map = new ApexMap(key!, value!);
        values[at] = map;
        for (const [from, to] of node.entries) map.put(resolve(from), resolve(to));
        return;
      }
      case 'row': {
        const row = new SObject(node.object);
        values[at] = row;
        for (const [name, item] of node.values) row.values.set(name, resolve(item));
        row.queried = node.queried ? new Set(node.queried) : null;
        return;
      }
      case 'object': {
        values[at] = Object.create(classNamed(node.className, program).jsClass!.prototype as object);
        assign(values[at] as object, node.members);
        return;
      }
      case 'exception': {
        const { classInfo } = type(node.type);
        const exception = (classInfo?.jsClass ? new classInfo.jsClass() : new ApexException(type(node.type))) as ApexException;
        values[at] = exception;
        exception.setMessage(node.message);
        exception.apexCause = resolve(node.cause) as ApexException | null;
        assign(exception, node.members);
        return;
      }
      default:
        values[at] = simple(node, program);
    }
  };
  return resolve(graph.root);
}

function simple(node: Node, program: Program): unknown {
  switch (node.is) {
    case 'id':
      return ApexId.unchecked(node.value as string);
    case 'decimal':
      return new Decimal(node.unscaled, node.scale);
    case 'double':
      return new ApexDouble(node.value as number);
    case 'date':
      return ApexDate.fromEpochDay(node.day);
    case 'datetime':
      return new ApexDatetime(node.value as number);
    case 'time':
      return new ApexTime(node.value as number);
    case 'blob':
      return new ApexBlob(node.bytes);
    case 'type':
      return TypeToken.of(typeNamed(node.type, program));
    case 'token':
      return node.field === null ? objectToken(node.object) : fieldToken(node.object, node.field);
    case 'enum': {
      const { classInfo } = typeNamed(node.type, program);
      if (!classInfo) return enumConstant(node.type.name, node.name);
      return (classInfo.constants as readonly ApexEnum[]).find(({ name }) => name === node.name);
    }
    default:
      throw new Error(`${node.is} is no simple value`);
  }
}

function typeNamed({ kind, name, args }: TypeName, program: Program): ApexType {
  if (kind === 'class' || kind === 'interface' || kind === 'enum') return classNamed(name, program).type;
  const given = args.map((arg) => typeNamed(arg, program));
  if (kind !== 'collection') return intern(name, kind, given);
  if (given.length === 2) return mapOf(given[0]!, given[1]!);
  return name.startsWith('Set<') ? setOf(given[0]!) : listOf(given[0]!);
}

function classNamed(name: string, program: Program): ClassInfo {
  const info = program.classes.get(name.toLowerCase());
  if (!info) throw new Error(`The program has no class ${name}`);
  return info;
}
