import { afterAll, beforeAll, expect, it } from 'vitest';
import { executeTests } from './execute.ts';
import { projectFixture } from './fixture.ts';
import type { Fixture } from './fixture.ts';
import type { TestResult } from './results.ts';

/**
 * Behaviour that is stated as Apex tests: runs those among the files in a project of their own, and is a test here for each
 * of their methods that must pass. The methods of `failing` are meant to end otherwise: the function given back has their results.
 */
export function apexBehaviour(files: Readonly<Record<string, string>>, failing: readonly string[] = []): (method: string) => TestResult {
  let fixture: Fixture;
  const results = new Map<string, TestResult>();
  beforeAll(() => {
    fixture = projectFixture(files);
    const { tests, compileErrors } = executeTests({ root: fixture.root });
    expect(compileErrors).toEqual([]);
    for (const result of tests) results.set(result.method, result);
  }, 60_000);
  afterAll(() => fixture.remove());

  const methods = Object.values(files).flatMap((text) => [...text.matchAll(/@IsTest static void (\w+)\(/g)].map((match) => match[1]!));
  it.each(methods.filter((method) => !failing.includes(method)))('%s', (method) =>
    expect(results.get(method)).toMatchObject({ outcome: 'passed', message: '' })
  );
  return (method) => results.get(method)!;
}
