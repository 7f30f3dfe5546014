/**
 * Apex types as compiled code and the standard library see them at run time.
 * Types are interned: two mentions of `List<Account>` are the same object, so `===` compares types.
 */
export type TypeKind = 'void' | 'any' | 'primitive' | 'collection' | 'sobject' | 'class' | 'interface' | 'enum' | 'platform';

export interface ApexType {
  /** Canonical printable name in declared case: `Integer`, `List<Account>`, `Outer.Inner`, `Database.SaveResult`. */
  readonly name: string;
  readonly kind: TypeKind;
  /** Element type of List and Set, key and value type of Map; empty otherwise. */
  readonly args: readonly ApexType[];
  /** Present for classes, interfaces and enums compiled from Apex source. */
  readonly classInfo?: ClassInfo;
}

export interface Annotation {
  /** Lower-case name without the @. */
  readonly name: string;
  /** Lower-case parameter names; a bare annotation has none. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface FieldInfo {
  readonly name: string;
  /** Property name on the instance, or on the statics object for a static member. */
  readonly jsName: string;
  readonly type: ApexType;
  readonly static: boolean;
  readonly transient: boolean;
  /** A property with accessors rather than a plain field. */
  readonly property: boolean;
  readonly access: 'private' | 'protected' | 'public' | 'global';
  readonly annotations: readonly Annotation[];
}

export interface MethodInfo {
  readonly name: string;
  /** Name of the JavaScript method that implements it. An override has the jsName of what it overrides. */
  readonly jsName: string;
  readonly parameters: readonly { readonly name: string; readonly type: ApexType }[];
  readonly returns: ApexType;
  readonly static: boolean;
  readonly abstract: boolean;
  readonly access: 'private' | 'protected' | 'public' | 'global';
  readonly annotations: readonly Annotation[];
  /** `static testMethod` counts as @IsTest. */
  readonly line: number;
}

export interface ClassInfo {
  /** `Outer.Inner` in declared case. */
  readonly name: string;
  readonly namespace: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly type: ApexType;
  readonly superclass: ApexType | null;
  /** Directly declared interfaces, platform ones included. */
  readonly interfaces: readonly ApexType[];
  readonly abstract: boolean;
  readonly access: FieldInfo['access'];
  readonly sharing: 'with' | 'without' | 'inherited' | 'none';
  readonly annotations: readonly Annotation[];
  readonly fields: readonly FieldInfo[];
  readonly methods: readonly MethodInfo[];
  readonly constructors: readonly {
    readonly jsName: string;
    readonly parameters: readonly ApexType[];
    readonly access: FieldInfo['access'];
  }[];
  /** Constants of an enum (ApexEnum values) in declaration order; absent otherwise. */
  readonly constants?: readonly unknown[];
  /** Path of the source file as given to the compiler, and the line of the declaration. */
  readonly file: string;
  readonly line: number;
  /** The emitted JavaScript class; instances extend ApexObject (or ApexException). Null for an interface. */
  readonly jsClass: (new () => unknown) | null;
}
