import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { executeTests } from '../testing/execute.ts';
import { projectFixture } from '../testing/fixture.ts';

it('answers compiled Apex as the platform does', () => {
  const source = readFileSync(new URL('./fixtures/LibraryTest.cls', import.meta.url), 'utf8');
  const project = projectFixture({ 'classes/LibraryTest.cls': source });
  try {
    const { tests } = executeTests({ root: project.root });
    expect(tests.map(({ method, outcome, message }) => [method, outcome, message ?? ''])).toEqual(
      ['strings', 'numbers', 'collections', 'json', 'exceptions', 'dates', 'types', 'xml'].map((method) => [method, 'passed', ''])
    );
  } finally {
    project.remove();
  }
});
