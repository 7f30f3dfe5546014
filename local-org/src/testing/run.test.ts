import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customObject, projectFixture } from './fixture.ts';
import type { Fixture } from './fixture.ts';
import type { TestReport } from './results.ts';
import { runTests } from './run.ts';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));

const FILES = {
  'objects/Thing__c/Thing__c.object-meta.xml': customObject('Thing'),
  'classes/Sums.cls': `public class Sums {
  public static Integer add(Integer a, Integer b) {
    if (a == 1000) {
      return -1;
    }
    return a + (b ?? 0);
  }
}`,
  'classes/SumsTest.cls': `@IsTest
private class SumsTest {
  @TestSetup static void prepare() { insert new Thing__c(Name = 'from setup'); }
  @IsTest static void adds() { Assert.areEqual(3, Sums.add(1, 2)); }
  @IsTest static void seesSetupRows() {
    Assert.areEqual(1, [SELECT COUNT() FROM Thing__c]);
    insert new Thing__c(Name = 'own');
  }
  @IsTest static void seesNothingOfOtherTests() { Assert.areEqual(1, [SELECT COUNT() FROM Thing__c]); }
  @IsTest static void failsWithItsLine() {
    Assert.areEqual(4, Sums.add(1, 2), 'sum');
  }
  @IsTest static void explodes() {
    String text;
    text.length();
  }
}`,
  'classes/OtherTest.cls': `@IsTest
private class OtherTest {
  @IsTest static void setupOfAnotherClassIsNotSeen() { Assert.areEqual(0, [SELECT COUNT() FROM Thing__c]); }
}`
};

describe('the test runner', () => {
  let fixture: Fixture;
  let report: TestReport;

  beforeAll(async () => {
    fixture = projectFixture(FILES);
    report = await runTests({ root: fixture.root, workers: 2, coverage: true });
  }, 60_000);
  afterAll(() => fixture.remove());

  const outcome = (method: string): string | undefined => report.tests.find((test) => test.method === method)?.outcome;

  it('keeps setup rows for each test of a class and nothing else', () => {
    expect(['adds', 'seesSetupRows', 'seesNothingOfOtherTests', 'setupOfAnotherClassIsNotSeen'].map(outcome)).toEqual([
      'passed',
      'passed',
      'passed',
      'passed'
    ]);
  });

  it('tells failures from errors and names the Apex line', () => {
    const failed = report.tests.find((test) => test.method === 'failsWithItsLine');
    expect(failed?.outcome).toBe('failed');
    expect(failed?.message).toContain('System.AssertException: Assertion Failed: sum: Expected: 4, Actual: 3');
    expect(failed?.message).toContain('Class.SumsTest.failsWithItsLine: line 11');
    expect(outcome('explodes')).toBe('errored');
    expect(report.summary).toMatchObject({ passed: 4, failed: 1, errored: 1, skipped: 0 });
  });

  it('measures the lines of classes, not of tests, and a line by its statement', () => {
    expect(report.coverage?.map(({ file }) => file.split('/').at(-1))).toEqual(['Sums.cls']);
    expect(report.coverage?.[0]?.uncovered).toEqual([4]);
    expect(report.coverage?.[0]?.covered).toBeGreaterThan(0);
  });

  it('runs what the filter names', async () => {
    const one = await runTests({ root: fixture.root, workers: 1, filter: 'sumstest.ADDS,Other*' });
    expect(one.tests.map((test) => test.method)).toEqual(['setupOfAnotherClassIsNotSeen', 'adds']);
  });

  const cli = (...args: string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });

  it('ends its output with the counts and its exit code with the outcome', () => {
    const run = cli('test', fixture.root, '--workers', '1', '--junit', `${fixture.root}/junit.xml`);
    expect(run.stdout.trimEnd().split('\n').at(-1)).toBe('4 passed, 2 failed');
    expect(run.status).toBe(1);
    expect(readFileSync(`${fixture.root}/junit.xml`, 'utf8')).toContain('<testsuite name="SumsTest" tests="5" failures="1" errors="1"');
    expect(cli('test', fixture.root, '--workers', '1', '--filter', 'OtherTest').status).toBe(0);
  }, 60_000);

  it('writes nothing but JSON when the report goes to standard output', () => {
    const run = cli('test', fixture.root, '--workers', '1', '--json', '-');
    expect((JSON.parse(run.stdout) as TestReport).summary.passed).toBe(4);
  }, 60_000);

  it('reports compile errors one per line and fails', () => {
    const broken = projectFixture({ 'classes/Bad.cls': 'public class Bad {\n  Integer a = nothing;\n  Strin b;\n}' });
    const run = cli('check', broken.root);
    broken.remove();
    expect(run.status).toBe(1);
    expect(run.stdout.trim().split('\n')).toHaveLength(2);
    expect(run.stdout).toMatch(/force-app\/classes\/Bad\.cls:2:\d+: Variable does not exist: nothing/);
  }, 60_000);

  it('refuses wrong use with exit code 2', () => {
    expect(cli('nonsense').status).toBe(2);
    expect(cli('test', '--nope').status).toBe(2);
    expect(execFileSync(process.execPath, [CLI, 'help'], { encoding: 'utf8' })).toContain('Usage:');
  }, 60_000);

  it('runs the tests of the files and folders it is given, and finds their project', () => {
    const one = cli('test', `${fixture.root}/force-app/classes/OtherTest.cls`, '--workers', '1', '--json', '-');
    expect((JSON.parse(one.stdout) as TestReport).tests.map((test) => test.method)).toEqual(['setupOfAnotherClassIsNotSeen']);
    expect(cli('test', `${fixture.root}/force-app/objects`, '--workers', '1').stderr).toContain('No tests in');
  }, 60_000);

  it('says what is wrong with the use of it in a sentence, and before it works', () => {
    const unwritable = cli('test', fixture.root, '--workers', '1', '--json', `${fixture.root}/nowhere/report.json`);
    expect(unwritable).toMatchObject({ status: 2, stdout: '' });
    expect(unwritable.stderr).toMatch(/^--json: ENOENT/);
    const nowhere = cli('test', `${fixture.root}-not`);
    expect(nowhere.stderr).not.toContain('    at ');
    expect(nowhere.status).not.toBe(0);
    const file = cli('check', `${fixture.root}/sfdx-project.json`);
    expect(file).toMatchObject({ status: 1, stderr: '' });
    expect(file.stdout).toContain('a file; a project is a folder');
  }, 60_000);

  it.each([
    ['broken', '{"packageDirectories":', /sfdx-project\.json:1:1: .*JSON/],
    ['without package directories', '{}', /sfdx-project\.json:1:1: names no package directories/],
    ['with nothing in it', 'null', /sfdx-project\.json:1:1: names no package directories/],
    ['that names a folder which is not there', '{"packageDirectories":[{"path":"gone"}]}', /package directory gone does not exist/]
  ])('refuses a project file %s', (_, text, message) => {
    const project = projectFixture({});
    writeFileSync(`${project.root}/sfdx-project.json`, text);
    const run = cli('check', project.root);
    project.remove();
    expect(run.stdout).toMatch(message);
    expect(run.stderr).not.toContain('    at ');
    expect(run.status).toBe(1);
  });
});
