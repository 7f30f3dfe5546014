import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customObject, projectFixture } from '../../src/testing/fixture.ts';
import type { Fixture } from '../../src/testing/fixture.ts';
import { localOrg } from './process.ts';
import type { Running } from './process.ts';

const SUMS = 'public class Sums { public static Integer add(Integer a, Integer b) { return a + b; } }';
const SUMS_TEST = `@IsTest private class SumsTest {
  @IsTest static void adds() { Assert.areEqual(3, Sums.add(1, 2)); }
  @IsTest static void addsNothing() { Assert.areEqual(1, Sums.add(1, 0)); }
}`;
const OBJECT = 'objects/Thing__c/Thing__c.object-meta.xml';

describe('test --watch', () => {
  let fixture: Fixture;
  let watching: Running;
  beforeAll(() => {
    fixture = projectFixture({
      [OBJECT]: customObject('Thing'),
      'classes/Sums.cls': SUMS,
      'classes/Spare.cls': 'public class Spare { }',
      'classes/SumsTest.cls': SUMS_TEST,
      'classes/OtherTest.cls': '@IsTest private class OtherTest { @IsTest static void holds() { Assert.isTrue(true); } }'
    });
    watching = localOrg(['test', fixture.root, '--watch', '--workers', '1']);
  });
  afterAll(async () => {
    if (watching.child.exitCode === null) await watching.stop('SIGKILL');
    fixture.remove();
  });

  const path = (name: string): string => join(fixture.root, 'force-app', name);
  const write = (name: string, text: string): void => writeFileSync(path(name), text);
  /** Changes something, waits for what is said about it, and gives all that was said since. */
  const after = async (change: () => void, answer: RegExp): Promise<string> => {
    const before = watching.output().length;
    change();
    await watching.until(new RegExp(`^[\\s\\S]{${before}}[\\s\\S]*?${answer.source}`));
    return watching.output().slice(before);
  };

  it('runs what a change affects, through every kind of change, until it is told to stop', async () => {
    await watching.until(/3 passed, 0 failed[\s\S]*Waiting for changes/);

    await after(() => write('classes/Sums.cls', SUMS.replace('a + b', 'a - b')), /Running what uses Sums\n[\s\S]*1 passed, 1 failed/);
    // As an editor does that keeps the old file until the new one is complete.
    write('Sums.new', SUMS);
    await after(() => renameSync(path('Sums.new'), path('classes/Sums.cls')), /Running what uses Sums\n[\s\S]*2 passed, 0 failed/);

    const typo = await after(() => write('classes/Sums.cls', SUMS.replace('return a', 'return c')), /0 passed, 2 failed/);
    expect(typo.match(/Does not compile/g), 'one mistake is said once').toHaveLength(1);
    const unparsed = await after(() => write('classes/Sums.cls', SUMS.slice(0, -1)), /0 passed, 2 failed/);
    expect(unparsed).toContain('2 tests of SumsTest');
    expect(unparsed, 'who uses a class that cannot be read has no error of its own').not.toContain('does not exist: Sums');
    await after(() => write('classes/Sums.cls', SUMS), /2 passed, 0 failed/);

    await after(() => {
      rmSync(path('classes/SumsTest.cls'));
      rmSync(path('classes/SumsTest.cls-meta.xml'));
    }, /No test uses SumsTest/);
    await after(() => write('classes/SumsTest.cls', SUMS_TEST), /SumsTest\.cls-meta\.xml/);
    await after(() => write('classes/Spare.cls', 'public class Spare { Integer a; }'), /SumsTest\.cls-meta\.xml/);
    rmSync(path('classes/SumsTest.cls'));

    await after(() => write(OBJECT, '<CustomObject>'), /Thing__c\.object-meta\.xml/);
    await after(() => write(OBJECT, customObject('Thing')), /No test uses .*Spare/);
    await after(() => write(OBJECT, customObject('Thing', '<description>x</description>')), /Running every test[\s\S]*1 passed, 0 failed/);

    expect(await watching.stop('SIGINT')).toBe(0);
  }, 120_000);
});
