import type { Compilation } from './compilation.ts';
import { ClassReference, StaticsReference } from './context.ts';
import type { Unit } from './context.ts';
import type { BrokenClass, CompileError } from './program.ts';
import type { ClassSymbol, MethodSymbol } from './symbols.ts';

/**
 * Files that cannot run, each with the reason: those with errors and, transitively, those whose code or whose supertypes
 * refer to a class in one of them.
 */
export function brokenFiles(compilation: Compilation, units: readonly Unit[]): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const error of compilation.errors) if (!reasons.has(error.file)) reasons.set(error.file, describe(compilation, error));
  for (const [file, unparsed] of compilation.waitingFor) if (!reasons.has(file)) reasons.set(file, reasons.get(unparsed)!);
  const references = referencesByFile(compilation, units);
  for (let grown = reasons.size > 0; grown;) {
    grown = false;
    for (const [file, targets] of references) {
      if (reasons.has(file)) continue;
      const reason = [...targets].map((target) => reasons.get(target)).find((found) => found !== undefined);
      if (reason === undefined) continue;
      reasons.set(file, reason);
      grown = true;
    }
  }
  return reasons;
}

function describe(compilation: Compilation, { file, line, message }: CompileError): string {
  const root = `${compilation.model.root}/`;
  return `${file.startsWith(root) ? file.slice(root.length) : file}:${line} ${message}`;
}

function referencesByFile(compilation: Compilation, units: readonly Unit[]): Map<string, Set<string>> {
  const references = new Map<string, Set<string>>();
  const add = (file: string, target: string): void => {
    if (file === target) return;
    const known = references.get(file);
    if (known) known.add(target);
    else references.set(file, new Set([target]));
  };
  for (const unit of units) {
    for (const value of unit.values) {
      if (value instanceof ClassReference || value instanceof StaticsReference) add(unit.file, value.symbol.file);
    }
  }
  for (const symbol of compilation.bySymbolType.values()) {
    for (const parent of [symbol.superclass, ...symbol.interfaces]) {
      const declared = parent ? compilation.symbolOf(parent) : null;
      if (declared) add(symbol.file, declared.file);
    }
  }
  return references;
}

/** Top-level classes in broken files, by lower-case name. */
export function brokenClasses(classes: readonly ClassSymbol[], reasons: ReadonlyMap<string, string>): Map<string, BrokenClass> {
  const broken = new Map<string, BrokenClass>();
  for (const { name, file, isTest, methods } of classes) {
    const reason = reasons.get(file);
    if (reason === undefined) continue;
    broken.set(name.toLowerCase(), {
      name,
      file,
      reason,
      isTest,
      testMethods: [...methods.values()]
        .flat()
        .filter(isTestMethod)
        .sort((a, b) => a.line - b.line)
        .map((method) => method.name)
    });
  }
  return broken;
}

function isTestMethod(method: MethodSymbol): boolean {
  return method.annotations.some((annotation) => annotation.name === 'istest');
}
