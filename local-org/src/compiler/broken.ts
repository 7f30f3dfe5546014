import type { Compilation } from './compilation.ts';
import type { BrokenClass } from './program.ts';
import type { ClassSymbol, MethodSymbol } from './symbols.ts';

/**
 * Files that are no part of a partial program, each with the reason: those with errors outside of statements, and those
 * with a class that extends or implements one of theirs.
 */
export function brokenFiles(compilation: Compilation): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  for (const error of compilation.errors)
    if (!error.contained && !reasons.has(error.file)) reasons.set(error.file, compilation.describe(error));
  for (const [file, unparsed] of compilation.waitingFor) if (!reasons.has(file)) reasons.set(file, reasons.get(unparsed)!);
  for (let grown = reasons.size > 0; grown;) {
    grown = false;
    for (const { file, superclass, interfaces } of compilation.bySymbolType.values()) {
      if (reasons.has(file)) continue;
      for (const parent of [superclass, ...interfaces]) {
        const reason = parent ? reasons.get(compilation.symbolOf(parent)?.file ?? '') : undefined;
        if (reason === undefined) continue;
        reasons.set(file, reason);
        grown = true;
      }
    }
  }
  return reasons;
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
