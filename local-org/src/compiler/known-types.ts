import type { ApexType } from '../runtime/type.ts';
import { ANY, PRIMITIVES, SOBJECT, VOID, listOf, mapOf, platformType, setOf, sobjectType } from '../runtime/types.ts';
import { isList, isMap, isSet } from '../runtime/types.ts';
import { declareSupertypes } from '../runtime/supertypes.ts';
import { loadPlatformTypes } from '../types/platform-types.ts';
import type { PlatformType } from '../types/platform-types.ts';
import { splitArguments } from '../types/signature.ts';
import { loadSObjectTypes } from '../types/sobjects.ts';

/** Type of the `null` literal: assignable to everything, unlike Object. */
export const NULL: ApexType = { name: 'NULL', kind: 'any', args: [] };

/** Stub classes of the type jar that stand for something else. */
const STAND_INS: Readonly<Record<string, ApexType>> = {
  'internal.object': ANY,
  'internal.any': ANY,
  'internal.null': ANY,
  'internal.sobjecttype': platformType('Schema.SObjectType'),
  'internal.describesobjectresult': platformType('Schema.DescribeSObjectResult')
};

let supertypesDeclared = false;

/** Tells the runtime what extends what among platform types, for instanceof and casts. */
export function declarePlatformSupertypes(): void {
  if (supertypesDeclared) return;
  supertypesDeclared = true;
  for (const type of loadPlatformTypes().values()) {
    const parents = [...(type.superclass ? [type.superclass] : []), ...type.interfaces].map(withoutArguments);
    if (parents.length > 0) declareSupertypes(type.name, parents);
  }
}

export function withoutArguments(name: string): string {
  const generic = name.indexOf('<');
  return generic < 0 ? name : name.slice(0, generic);
}

/** A type reference of the type tables as an Apex type; `bindings` gives the declaring type's parameters. */
export function fromTable(reference: string, bindings: ReadonlyMap<string, ApexType>): ApexType {
  if (reference === 'ANY') return ANY;
  if (reference === 'void') return VOID;
  if (reference.startsWith('%')) return bindings.get(reference.slice(1)) ?? ANY;
  const base = withoutArguments(reference);
  const args = base === reference ? [] : splitArguments(reference.slice(base.length + 1, -1)).map((arg) => fromTable(arg, bindings));
  const key = base.toLowerCase();
  if (key.startsWith('sobjects.') || key.startsWith('sobjectstubs.'))
    return sobjectType(loadSObjectTypes().get(base.slice(base.indexOf('.') + 1))?.name ?? base.slice(base.indexOf('.') + 1));
  return platformNamed(key, args) ?? ANY;
}

/** The type with this lower-case qualified name: primitives, collections and SObject have types of their own kind. */
export function platformNamed(key: string, args: readonly ApexType[]): ApexType | null {
  if (key.startsWith('system.')) {
    const simple = key.slice('system.'.length);
    const primitive = PRIMITIVES.get(simple);
    if (primitive) return primitive;
    if (simple === 'sobject') return SOBJECT;
    if (simple === 'list') return listOf(args[0] ?? ANY);
    if (simple === 'set') return setOf(args[0] ?? ANY);
    if (simple === 'map') return mapOf(args[0] ?? ANY, args[1] ?? ANY);
  }
  if (key === 'internal.recordset') return listOf(args[0] ?? SOBJECT);
  const standIn = STAND_INS[key];
  if (standIn) return standIn;
  const declared = loadPlatformTypes().get(key);
  if (!declared) return null;
  return platformType(declared.name, ...args);
}

/** The table entry that declares a type's members, with its type parameters bound; null for user classes. */
export function declarationOf(type: ApexType): { readonly table: PlatformType; readonly bindings: ReadonlyMap<string, ApexType> } | null {
  const name = tableName(type);
  const table = name === null ? undefined : loadPlatformTypes().get(name.toLowerCase());
  if (!table) return null;
  return { table, bindings: new Map(table.typeParameters.map((parameter, index) => [parameter, type.args[index] ?? ANY])) };
}

/** Where a type is declared in the type tables, which is also the name its implementation is registered under. */
export function tableName(type: ApexType): string | null {
  if (type.classInfo) return null;
  switch (type.kind) {
    case 'primitive':
      return `System.${type.name}`;
    case 'collection':
      return isList(type) ? 'System.List' : isSet(type) ? 'System.Set' : 'System.Map';
    case 'sobject':
      return 'System.SObject';
    case 'platform':
    case 'enum':
      return withoutArguments(type.name);
    default:
      return null;
  }
}

/** Supertypes of a platform type with its arguments carried over. */
export function platformParents(type: ApexType): ApexType[] {
  const declared = declarationOf(type);
  if (!declared) return [];
  const { table, bindings } = declared;
  return [...(table.superclass ? [table.superclass] : []), ...table.interfaces].map((parent) => fromTable(parent, bindings));
}

const names = new WeakMap<ApexType, string>();

/** Types the platform names without their namespace. */
const UNQUALIFIED = new Map([
  ['System.Exception', 'Exception'],
  ['System.System', 'System']
]);

/** A type as compile errors name it: `List<Account>`, `System.Http` as `System.Http`, Object as `Object`. */
export function nameOf(type: ApexType): string {
  let name = names.get(type);
  if (name === undefined) {
    if (type.kind === 'collection')
      name = `${isList(type) ? 'List' : isSet(type) ? 'Set' : isMap(type) ? 'Map' : type.name}<${type.args.map(nameOf).join(',')}>`;
    else name = UNQUALIFIED.get(type.name) ?? type.name;
    names.set(type, name);
  }
  return name;
}

export function isExceptionType(type: ApexType): boolean {
  if (type.classInfo) return type.classInfo.superclass !== null && isExceptionType(type.classInfo.superclass);
  if (type.kind !== 'platform') return false;
  return type.name === 'System.Exception' || platformParents(type).some(isExceptionType);
}

export function isEnumType(type: ApexType): boolean {
  if (type.classInfo) return type.classInfo.kind === 'enum';
  return type.kind === 'platform' && declarationOf(type)?.table.kind === 'enum';
}

export function isInterfaceType(type: ApexType): boolean {
  if (type.classInfo) return type.classInfo.kind === 'interface';
  return type.kind === 'platform' && declarationOf(type)?.table.kind === 'interface';
}
