import type { ApexType } from '../runtime/type.ts';
import type { LiteralType } from '../parser/ast.ts';

/** JavaScript for an expression together with what is statically known about its value. */
export interface Typed {
  readonly type: ApexType;
  readonly js: string;
  /** The value cannot be null. */
  readonly nonNull?: boolean;
  /** Conditions of `?.` to the left, in order: when one holds, the whole chain is null. */
  readonly guards?: readonly string[];
  /** Evaluating twice is the same as evaluating once. */
  readonly simple?: boolean;
  readonly literal?: { readonly type: LiteralType; readonly value: string };
  /** A query: it may stand for its single row. */
  readonly query?: boolean;
  /** The value came through a parent relationship, where null yields null instead of an exception. */
  readonly throughParent?: boolean;
  /** Object whose describe this is, when the source names it: `Schema.SObjectType.Account`. */
  readonly describes?: string;
}

/** Somewhere a value can be stored. `setup` runs first, so that `read` and `write` evaluate the receiver once. */
export interface Place {
  readonly type: ApexType;
  readonly setup: readonly string[];
  readonly read: string;
  /** An expression that stores `value` and gives it. */
  write(value: string): string;
  readonly simple?: boolean;
}
