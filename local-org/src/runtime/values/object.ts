import type { ClassInfo } from '../type.ts';

/** Marks instances made by Test.createStub, whose text form tells them from real ones. */
export const STUB = Symbol('stub');

/** Base of every class the compiler emits, exceptions apart. */
export class ApexObject {
  /** Set on the prototype of the emitted class. */
  declare readonly classInfo: ClassInfo;
}
