import type { ClassInfo } from '../type.ts';

/** Base of every class the compiler emits, exceptions apart. */
export class ApexObject {
  /** Set on the prototype of the emitted class. */
  declare readonly classInfo: ClassInfo;
}
