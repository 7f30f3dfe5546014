import type { Program } from '../compiler/program.ts';
import type { Annotation, ClassInfo, MethodInfo } from '../runtime/type.ts';

/** A test class with its methods in source order. */
export interface TestClass {
  readonly name: string;
  readonly info: ClassInfo;
  readonly setup: readonly MethodInfo[];
  readonly methods: readonly MethodInfo[];
}

function has(annotations: readonly Annotation[], name: string): boolean {
  return annotations.some((annotation) => annotation.name === name);
}

/** Test classes that a filter leaves. `Class`, `Class.method`, `*` for any text, several separated by commas. */
export function discoverTests(program: Program, filter?: string): TestClass[] {
  const wanted = matcher(filter);
  const result: TestClass[] = [];
  for (const info of program.classes.values()) {
    if (!has(info.annotations, 'istest')) continue;
    const methods = info.methods.filter((method) => method.static && has(method.annotations, 'istest') && wanted(info.name, method.name));
    if (methods.length === 0) continue;
    const byLine = (left: MethodInfo, right: MethodInfo): number => left.line - right.line;
    const setup = info.methods.filter((method) => method.static && has(method.annotations, 'testsetup')).sort(byLine);
    result.push({ name: info.name, info, setup, methods: [...methods].sort(byLine) });
  }
  return result.sort((left, right) => left.name.localeCompare(right.name));
}

/** The same of test classes that are not part of the program. */
export function discoverBrokenTests(program: Program, filter?: string): { name: string; file: string; method: string; reason: string }[] {
  const wanted = matcher(filter);
  return [...program.broken.values()]
    .filter((broken) => broken.isTest)
    .flatMap(({ name, file, reason, testMethods }) =>
      testMethods.filter((method) => wanted(name, method)).map((method) => ({ name, file, method, reason }))
    )
    .sort((left, right) => left.name.localeCompare(right.name));
}

function matcher(filter: string | undefined): (className: string, method: string) => boolean {
  const patterns = (filter ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (patterns.length === 0) return () => true;
  const expressions = patterns.map((pattern) => new RegExp(`^${pattern.split('*').map(escapeRegExp).join('.*')}$`, 'i'));
  return (className, method) => expressions.some((expression) => expression.test(className) || expression.test(`${className}.${method}`));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
