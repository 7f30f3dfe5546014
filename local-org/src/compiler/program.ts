import type { ApexType, ClassInfo } from '../runtime/type.ts';

export interface CompileError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** In the platform's words: `Variable does not exist: x`. */
  readonly message: string;
  /** The code around it is part of the program all the same, with a refusal in its place. */
  readonly contained?: boolean;
}

export interface TriggerInfo {
  readonly name: string;
  readonly object: string;
  /** `before insert`, `after update`, … */
  readonly events: readonly string[];
  readonly file: string;
  /** Runs the body; the trigger context is in the current execution. */
  readonly run: () => void;
}

/** A class or trigger that is not part of the program: what it declares does not compile, or it extends a class of which that is true. */
export interface BrokenClass {
  readonly name: string;
  readonly file: string;
  /** The first error: its own, or that of the class it extends. */
  readonly reason: string;
  readonly isTest: boolean;
  /** Names of its test methods in source order. */
  readonly testMethods: readonly string[];
}

/** The compiled org. */
export interface Program {
  /** Lower-case full name (`outer.inner`) → class. */
  readonly classes: ReadonlyMap<string, ClassInfo>;
  readonly triggers: readonly TriggerInfo[];
  /** By lower-case name; empty unless the program was compiled in part. */
  readonly broken: ReadonlyMap<string, BrokenClass>;
  /** Resolves a type name written at run time (Type.forName, JSON): null when there is none. */
  resolveType(name: string): ApexType | null;
}
