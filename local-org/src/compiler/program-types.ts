import type { ApexType, ClassInfo } from '../runtime/type.ts';
import type { Compilation } from './compilation.ts';
import { splitArguments } from '../types/signature.ts';
import { withoutArguments } from './known-types.ts';
import type { Linker } from './link.ts';
import { UnsupportedInLocalOrg } from '../runtime/unsupported.ts';
import type { BrokenClass, Program, TriggerInfo } from './program.ts';
import type { TypeRef } from '../parser/ast.ts';

const compilations = new WeakMap<Program, { compilation: Compilation; linker: Linker }>();

export function buildProgram(
  compilation: Compilation,
  linker: Linker,
  triggers: readonly TriggerInfo[],
  broken: ReadonlyMap<string, BrokenClass> = new Map()
): Program {
  const classes = new Map<string, ClassInfo>();
  for (const symbol of compilation.bySymbolType.values()) {
    if (broken.has((symbol.outer ?? symbol).name.toLowerCase())) continue;
    if (compilation.classes.has(symbol.name.toLowerCase()) || symbol.outer) classes.set(symbol.name.toLowerCase(), symbol.info);
  }
  const program: Program = { classes, triggers, broken, resolveType: (name) => available(resolveName(compilation, name), broken) };
  compilations.set(program, { compilation, linker });
  return program;
}

/** The compilation behind a program, to compile further code against it. */
export function internals(program: Program): { compilation: Compilation; linker: Linker } {
  const found = compilations.get(program);
  if (!found) throw new Error('The program was not made by this compiler');
  return found;
}

/** A class that does not compile must not look like one that does not exist. */
function available(type: ApexType | null, broken: ReadonlyMap<string, BrokenClass>): ApexType | null {
  const found = type?.classInfo ? broken.get((type.classInfo.name.split('.')[0] as string).toLowerCase()) : undefined;
  if (found) throw new UnsupportedInLocalOrg(`Class ${found.name} is not part of the program: ${found.reason}`);
  return type;
}

function resolveName(compilation: Compilation, name: string): ApexType | null {
  const reference = readReference(name.trim());
  if (!reference) return null;
  try {
    return compilation.lookup(withoutAny(reference), null);
  } catch {
    return null;
  }
}

/** At run time Object may be called ANY, as in messages about conversions. */
function withoutAny(reference: TypeRef): TypeRef {
  const parts = reference.parts.map((part) => ({ name: part.name === 'ANY' ? 'Object' : part.name, args: part.args.map(withoutAny) }));
  return { ...reference, parts };
}

/** `Map<String, List<Account>>`, `Outer.Inner`, `Account[]` as a type reference; null when it is not one. */
function readReference(text: string): TypeRef | null {
  const array = /\[\s*\]$/.exec(text);
  if (array) {
    const element = readReference(text.slice(0, array.index).trim());
    return element ? { ...element, dimensions: element.dimensions + 1 } : null;
  }
  const base = withoutArguments(text);
  if (!/^\w+(\s*\.\s*\w+)*$/.test(base.trim())) return null;
  const parts = base.split('.').map((part) => ({ name: part.trim(), args: [] as TypeRef[] }));
  if (base !== text) {
    if (!text.endsWith('>')) return null;
    const args = splitArguments(text.slice(base.length + 1, -1)).map(readReference);
    if (args.some((arg) => arg === null)) return null;
    const last = parts[parts.length - 1] as { name: string; args: TypeRef[] };
    last.args = args as TypeRef[];
  }
  return { line: 0, column: 0, parts, dimensions: 0 };
}
