import '../platform/library/index.ts';
import '../runtime/library/index.ts';
import { platformNamed } from '../compiler/known-types.ts';
import { findConstructor, findMember, findProperty } from '../compiler/library-members.ts';
import { UNIVERSAL } from '../compiler/members.ts';
import { ANY } from '../runtime/types.ts';
import type { ApexType } from '../runtime/type.ts';
import { loadPlatformTypes } from '../types/platform-types.ts';
import type { PlatformMethod, PlatformProperty, PlatformType } from '../types/platform-types.ts';

/** How much of one platform type is implemented: its methods, constructors and properties, inherited ones left out. */
export interface TypeCoverage {
  /** `System.String`. */
  readonly name: string;
  readonly declared: number;
  readonly implemented: number;
  /** Members that are declared only, as the compiler names them: `left(Integer)`, `new(String)`, `label`. */
  readonly missing: readonly string[];
}

export interface LibraryCoverage {
  /** Most complete first, of equals the larger, then by name. */
  readonly types: readonly TypeCoverage[];
  readonly declared: number;
  readonly implemented: number;
  /** Types with at least one implemented member. */
  readonly started: number;
  /** Enums need no implementation and interfaces are implemented by Apex classes: neither is in the figures. */
  readonly enums: number;
  readonly interfaces: number;
}

/**
 * Compares the declarations of the platform type jar with what is registered, asking the compiler's own question: a
 * member counts as implemented when a call of it compiles.
 */
export function measureLibrary(): LibraryCoverage {
  const all = [...loadPlatformTypes().values()].filter((type) => !isInternal(type));
  const types = all
    .filter((type) => type.kind === 'class')
    .map(measureType)
    .filter((type) => type.declared > 0);
  const sum = (of: (type: TypeCoverage) => number): number => types.reduce((total, type) => total + of(type), 0);
  return {
    types: types.sort(
      (left, right) =>
        right.implemented / right.declared - left.implemented / left.declared ||
        right.declared - left.declared ||
        left.name.localeCompare(right.name)
    ),
    declared: sum((type) => type.declared),
    implemented: sum((type) => type.implemented),
    started: types.filter((type) => type.implemented > 0).length,
    enums: all.filter((type) => type.kind === 'enum').length,
    interfaces: all.filter((type) => type.kind === 'interface').length
  };
}

/** The type with that name in any case, `String` or `System.String`; null when no class is called so. */
export function coverageOf(name: string): TypeCoverage | null {
  const types = loadPlatformTypes();
  const declared = types.get(name.toLowerCase()) ?? types.get(`system.${name.toLowerCase()}`);
  return declared && declared.kind === 'class' ? measureType(declared) : null;
}

/** Stubs that the jar needs for itself; no Apex names them. */
function isInternal(type: PlatformType): boolean {
  return type.name.startsWith('Internal.');
}

function measureType(declared: PlatformType): TypeCoverage {
  const type = platformNamed(
    declared.name.toLowerCase(),
    declared.typeParameters.map(() => ANY)
  );
  const all = members(declared);
  const missing = all.filter(({ isThere }) => type === null || !isThere(type)).map(({ name }) => name);
  return { name: declared.name, declared: all.length, implemented: all.length - missing.length, missing: missing.sort() };
}

interface Member {
  readonly name: string;
  isThere(type: ApexType): boolean;
}

function members(declared: PlatformType): Member[] {
  return [
    // The stubs give every class a constructor without parameters, whether Apex can construct it or not: those are left out.
    ...declared.constructors
      .filter((parameters) => parameters.length > 0)
      .map((parameters): Member => ({
        name: `new(${written(parameters)})`,
        isThere: (type) => findConstructor(type, parameters) !== null || isException(declared)
      })),
    ...declared.methods
      .filter((method) => !isUniversal(method))
      .map((method): Member => ({
        name: `${method.name}(${written(method.parameters)})`,
        isThere: (type) =>
          findMember(type, method.static ? 'statics' : 'methods', method.name, method.parameters) !== null ||
          isCompiled(declared, method.name)
      })),
    ...declared.properties.map((property): Member => ({
      name: property.name,
      isThere: (type) => hasProperty(type, property) || isCompiled(declared, property.name)
    }))
  ];
}

function hasProperty(type: ApexType, { name, static: isStatic }: PlatformProperty): boolean {
  if (isStatic) return findProperty(type, 'staticProperties', name) !== null;
  return (
    findProperty(type, 'properties', name) !== null ||
    findMember(type, 'methods', `is${name}`, []) !== null ||
    findMember(type, 'methods', `get${name}`, []) !== null
  );
}

/** `toString`, `equals` and `hashCode` come from the compiler for every value; counting them would flatter. */
function isUniversal({ name, parameters }: PlatformMethod): boolean {
  return UNIVERSAL.get(name.toLowerCase())?.includes(parameters.length) ?? false;
}

/** Members that the compiler translates itself, so that no library type registers them; `*` is all. */
const COMPILED: Readonly<Record<string, readonly string[]>> = {
  'System.Trigger': ['*'],
  'System.SObject': ['getinstance', 'getorgdefaults', 'getvalues', 'getall']
};

function isCompiled({ name }: PlatformType, member: string): boolean {
  const names = COMPILED[name] ?? [];
  return names.includes('*') || names.includes(member.toLowerCase());
}

function isException(declared: PlatformType): boolean {
  for (
    let type: PlatformType | undefined = declared;
    type;
    type = type.superclass ? loadPlatformTypes().get(type.superclass.toLowerCase()) : undefined
  ) {
    if (type.name === 'System.Exception') return true;
  }
  return false;
}

function written(parameters: readonly string[]): string {
  return parameters
    .map((parameter) =>
      parameter
        .replaceAll('System.', '')
        .replace(/\bANY\b/g, 'Object')
        .replaceAll('%', '')
    )
    .join(', ');
}
