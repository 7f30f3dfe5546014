import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './lib/run.ts';
import { componentsOf, readTree } from './metadata/tree.ts';

interface Project {
  readonly packageDirectories: readonly {
    readonly postInstallScript?: string;
    readonly apexTestAccess?: { readonly permissionSets: readonly string[] };
  }[];
}

const project = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8')) as Project;
const tree = readTree(root);

describe('the package', () => {
  it('names its install handler, which is global and schedules every job', () => {
    const handler = project.packageDirectories[0]?.postInstallScript;
    const source = tree.get(`force-app/core/classes/${handler}.cls`) ?? '';
    expect(source).toMatch(/global\s+without sharing class PostInstall implements InstallHandler/);
    expect(source).toContain('BackgroundJobs.schedule()');
  });

  it('lets its tests have permission sets that exist', () => {
    const sets = componentsOf(tree, 'PermissionSet').map(({ fullName }) => fullName);
    expect(sets).toEqual(expect.arrayContaining([...(project.packageDirectories[0]?.apexTestAccess?.permissionSets ?? [])]));
  });

  it('schedules nothing that is not registered: a job of its own way would be forgotten on some path of installing', () => {
    const registered = componentsOf(tree, 'CustomMetadata')
      .filter(({ fullName }) => fullName.startsWith('Background_Job.'))
      .map(({ path }) => tree.get(path)!);
    const schedulables = [...tree].flatMap(([path, source]) =>
      /\/classes\/[^/]+\.cls$/.test(path) && !/@IsTest/i.test(source)
        ? (/class (\w+)[^{]*\bimplements[^{]*\bSchedulable\b/.exec(source)?.[1] ?? [])
        : []
    );
    expect(schedulables.length).toBeGreaterThan(3);
    // A model is trained when an admin says so, or when he schedules it himself: it costs, and it changes scores.
    const onRequest = ['ModelTrainingJob'];
    for (const name of schedulables.filter((each) => !onRequest.includes(each))) expect(registered.join(), name).toContain(`>${name}<`);
    const own = [...tree].filter(
      ([path, source]) => /\/classes\/(?!BackgroundJobs\.)[^/]+\.cls$/.test(path) && /System\.schedule\(/.test(source)
    );
    expect(own.map(([path]) => path)).toEqual([]);
  });
});
