import type { TypeRef } from '../parser/ast.ts';
import type { ApexType } from '../runtime/type.ts';
import { typeText } from './compilation.ts';
import type { Compilation } from './compilation.ts';
import type { MutableInfo } from './declare.ts';
import { isEnumType, isInterfaceType, nameOf } from './known-types.ts';
import { fail } from './problem.ts';
import type { ClassSymbol } from './symbols.ts';

/** Second pass: superclass and interfaces. */
export function declareParents(compilation: Compilation, symbol: ClassSymbol): void {
  const { declaration, file } = symbol;
  const info = symbol.info as MutableInfo;
  const superclass = declaration.superclass;
  if (superclass) {
    symbol.superclass = compilation.collect(file, null, () =>
      checkedSuperclass(compilation, symbol, compilation.resolve(superclass, symbol.outer ?? symbol))
    );
  }
  const interfaces: ApexType[] = [];
  for (const reference of declaration.interfaces) {
    compilation.collect(file, undefined, () => {
      const type = checkedInterface(compilation, symbol, compilation.resolve(reference, symbol.outer ?? symbol), reference);
      if (interfaces.includes(type)) fail(reference, `Interface already implemented: ${typeText(reference)}`);
      interfaces.push(type);
    });
  }
  symbol.interfaces = interfaces;
  info.superclass = symbol.superclass;
  info.interfaces = symbol.interfaces;
  for (const inner of symbol.inner.values()) declareParents(compilation, inner);
}

function checkedInterface(compilation: Compilation, symbol: ClassSymbol, type: ApexType, reference: TypeRef): ApexType {
  if (!isInterfaceType(type)) fail(reference, `Invalid interface: ${typeText(reference)}`);
  if (symbol.declaration.kind === 'interface' && extendsInterface(compilation, type, symbol, new Set()))
    fail(reference, `Circular definition: ${symbol.name}`);
  return type;
}

function extendsInterface(compilation: Compilation, type: ApexType, sought: ClassSymbol, seen: Set<ApexType>): boolean {
  if (type === sought.type) return true;
  if (seen.has(type)) return false;
  seen.add(type);
  return (compilation.symbolOf(type)?.interfaces ?? []).some((parent) => extendsInterface(compilation, parent, sought, seen));
}

function checkedSuperclass(compilation: Compilation, symbol: ClassSymbol, type: ApexType): ApexType {
  const parent = compilation.symbolOf(type);
  const position = symbol.declaration.superclass ?? symbol;
  const written = symbol.declaration.superclass ? typeText(symbol.declaration.superclass) : nameOf(type);
  if (isInterfaceType(type)) fail(position, `Invalid class: ${written}`);
  if (!parent && (type.kind !== 'platform' || isEnumType(type)))
    fail(position, `Non-virtual and non-abstract type cannot be extended: ${nameOf(type)}`);
  for (
    let ancestor: ClassSymbol | null = parent;
    ancestor;
    ancestor = ancestor.superclass ? compilation.symbolOf(ancestor.superclass) : null
  ) {
    if (ancestor === symbol) fail(position, `Circular definition: ${symbol.name}`);
  }
  if (parent && !parent.virtual) fail(position, `Non-virtual and non-abstract type cannot be extended: ${type.name}`);
  return type;
}
