import type { Annotation, ApexType, ClassInfo } from '../runtime/type.ts';
import type { ApexEnum } from '../runtime/values/enum.ts';
import type {
  ConstructorDeclaration,
  FieldDeclaration,
  Initializer,
  MethodDeclaration,
  Position,
  PropertyDeclaration,
  TypeDeclaration
} from '../parser/ast.ts';

/** What the compiler knows about declarations in Apex source. */
export type Access = 'private' | 'protected' | 'public' | 'global';

export interface FieldSymbol extends Position {
  readonly owner: ClassSymbol;
  readonly name: string;
  readonly jsName: string;
  readonly type: ApexType;
  readonly static: boolean;
  readonly final: boolean;
  readonly transient: boolean;
  readonly access: Access;
  readonly testVisible: boolean;
  readonly annotations: readonly Annotation[];
  readonly declaration: FieldDeclaration | PropertyDeclaration;
  /** Set for a property whose accessors have bodies, or that can be overridden. */
  readonly accessors: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
  readonly readAccess: Access;
  readonly writeAccess: Access;
}

export interface MethodSymbol extends Position {
  readonly owner: ClassSymbol;
  readonly name: string;
  readonly jsName: string;
  readonly parameters: readonly { readonly name: string; readonly type: ApexType }[];
  readonly returns: ApexType;
  readonly static: boolean;
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly override: boolean;
  readonly access: Access;
  readonly testVisible: boolean;
  readonly annotations: readonly Annotation[];
  readonly declaration: MethodDeclaration;
}

export interface ConstructorSymbol extends Position {
  readonly owner: ClassSymbol;
  readonly jsName: string;
  readonly parameters: readonly { readonly name: string; readonly type: ApexType }[];
  readonly access: Access;
  readonly testVisible: boolean;
  /** Null for the implicit constructors. */
  readonly declaration: ConstructorDeclaration | null;
}

export interface ClassSymbol extends Position {
  /** `Outer.Inner`. */
  readonly name: string;
  readonly simpleName: string;
  readonly outer: ClassSymbol | null;
  readonly file: string;
  readonly declaration: TypeDeclaration;
  readonly type: ApexType;
  readonly info: ClassInfo;
  readonly access: Access;
  readonly abstract: boolean;
  readonly virtual: boolean;
  readonly isTest: boolean;
  readonly annotations: readonly Annotation[];
  superclass: ApexType | null;
  interfaces: readonly ApexType[];
  /** Methods that implement one of another JavaScript name, or are static where it is not: by the name they are called by. */
  readonly bridges: Map<string, MethodSymbol>;
  readonly inner: Map<string, ClassSymbol>;
  readonly fields: Map<string, FieldSymbol>;
  readonly methods: Map<string, MethodSymbol[]>;
  readonly constructors: ConstructorSymbol[];
  readonly initializers: Initializer[];
  /** Enum constant names in order. */
  readonly constants: readonly string[];
  /** The constants as values. */
  readonly values: readonly ApexEnum[];
}

export function isGlobal(symbol: ClassSymbol): boolean {
  return symbol.declaration.modifiers.words.includes('global');
}

export function isAnnotated(symbol: { readonly annotations: readonly Annotation[] }, name: string): boolean {
  return symbol.annotations.some((annotation) => annotation.name === name);
}

export function hasStaticBlock({ declaration }: ClassSymbol): boolean {
  return declaration.kind === 'class' && declaration.members.some((member) => member.kind === 'initializer' && member.static);
}
