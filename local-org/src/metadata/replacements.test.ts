import { describe, expect, it } from 'vitest';
import { loadModel } from './load.ts';
import { replacer } from './replacements.ts';
import { projectFixture } from '../testing/fixture.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

describe('replacements of the project file', () => {
  it('fill in the files they name, by name or pattern', () => {
    const replace = replacer(
      '/p',
      [
        { filename: 'a/One.cls', stringToReplace: '%%NS%%', replaceWithEnv: 'NS' },
        { glob: 'a/**/*.cls', regexToReplace: 'v\\d+', replaceWithEnv: 'VERSION' }
      ],
      { NS: 'acme$&', VERSION: 'v9' }
    );
    expect(replace('/p/a/One.cls', '%%NS%% v1 v2')).toBe('acme$& v9 v9');
    expect(replace('/p/a/b/Two.cls', '%%NS%% v1')).toBe('%%NS%% v9');
    expect(replace('/p/b/One.cls', '%%NS%% v1')).toBe('%%NS%% v1');
  });

  it('are made only where the environment says so', () => {
    const rule = { filename: 'a', stringToReplace: 'x', replaceWithEnv: 'X', replaceWhenEnv: [{ env: 'CI', value: true }] };
    expect(replacer('/p', [rule], { X: 'y' })('/p/a', 'x')).toBe('x');
    expect(replacer('/p', [rule], { X: 'y', CI: 'true' })('/p/a', 'x')).toBe('y');
  });

  it('name the variable that is not set, unless that is allowed', () => {
    const rule = { filename: 'a', stringToReplace: 'x', replaceWithEnv: 'X' };
    expect(() => replacer('/p', [rule], {})('/p/a', 'x')).toThrow('environment variable X');
    expect(replacer('/p', [rule], {})('/p/a', 'nothing to replace')).toBe('nothing to replace');
    expect(replacer('/p', [{ ...rule, allowUnsetEnvVariable: true }], {})('/p/a', 'x')).toBe('');
  });

  it('are part of what is read from a project', () => {
    const fixture = projectFixture({ 'classes/Named.cls': "public class Named { public String name() { return '%%NAME%%'; } }" });
    try {
      const project = join(fixture.root, 'sfdx-project.json');
      writeFileSync(join(fixture.root, 'name.txt'), 'From file');
      writeFileSync(
        project,
        JSON.stringify({
          packageDirectories: [{ path: 'force-app' }],
          replacements: [{ glob: '**/*.cls', stringToReplace: '%%NAME%%', replaceWithFile: 'name.txt' }]
        })
      );
      expect(loadModel(fixture.root).apex[0]?.text).toContain('From file');
    } finally {
      fixture.remove();
    }
  });
});
