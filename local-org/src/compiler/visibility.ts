import type { ApexType } from '../runtime/type.ts';
import type { Compilation } from './compilation.ts';
import type { Access, ClassSymbol } from './symbols.ts';

interface Restricted {
  readonly owner: ClassSymbol;
  readonly access: Access;
  readonly testVisible: boolean;
}

export function topLevel(symbol: ClassSymbol): ClassSymbol {
  return symbol.outer ? topLevel(symbol.outer) : symbol;
}

/** Private members are visible in the whole top-level class, protected ones in subclasses too, @TestVisible ones in tests. */
export function isVisible(compilation: Compilation, member: Restricted, from: ClassSymbol | null): boolean {
  if (member.access === 'public' || member.access === 'global') return true;
  if (from && topLevel(from) === topLevel(member.owner)) return true;
  if (member.testVisible && from?.isTest) return true;
  return member.access === 'protected' && from !== null && extendsType(compilation, from, member.owner.type);
}

function extendsType(compilation: Compilation, from: ClassSymbol, ancestor: ApexType): boolean {
  for (let symbol: ClassSymbol | null = from; symbol; symbol = symbol.superclass ? compilation.symbolOf(symbol.superclass) : null) {
    if (symbol.type === ancestor || symbol.superclass === ancestor) return true;
  }
  return from.outer ? extendsType(compilation, from.outer, ancestor) : false;
}
