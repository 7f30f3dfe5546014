import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFiles, render } from '../unpackaged/scripts/render.ts';
import { besideManifest, closedSite, farewell, readRemoval, steps } from '../unpackaged/scripts/uninstall.ts';
import { root } from './lib/run.ts';

const unpackaged = readFiles(join(root, 'unpackaged'));
const packaged = readFiles(join(root, 'force-app'));
const rendered = (namespace: string) => render(unpackaged, packaged, { namespace, integrationUser: '', siteSender: null });
const FILES = { farewell: 'f', closed: 'c', empty: 'e', beside: 'b', package: 'p' };
const DONE = ['--target-org', 'sandbox', '--delete-data'];

describe('uninstalling', () => {
  it('ends what runs first and takes the package last', () => {
    const whats = steps(readRemoval(DONE), FILES).map((step) => step.what);
    expect(whats[0]).toContain('jobs off the schedule');
    expect(whats.indexOf('Delete what lies beside the package')).toBeGreaterThan(
      whats.findIndex((what) => what.includes('Close the site'))
    );
    expect(whats.at(-1)).toBe('Delete what was deployed from source');
    const managed = steps(readRemoval([...DONE, '--package', '04t000000000001', '--namespace', 'ppai']), FILES);
    expect(managed.at(-1)?.args).toEqual(expect.arrayContaining(['uninstall', '04t000000000001']));
  });

  it('does nothing before somebody has said that the records may go', () => {
    expect(() => readRemoval(['--target-org', 'sandbox'])).toThrow('--delete-data');
    expect(readRemoval(['--target-org', 'sandbox', '--dry-run']).dryRun).toBe(true);
  });

  it('takes the permission sets from everybody, in Apex that names no class of the package', () => {
    const apex = farewell(['A', 'B']);
    expect(apex).toContain("IN ('A', 'B')");
    expect(apex).not.toMatch(/BackgroundJobs|Scheduler/);
  });

  it.each(['', 'ppai'])('leaves a closed site without our components, pages in its menu and members (namespace %j)', (namespace) => {
    const site = closedSite(rendered(namespace));
    const text = [...site.values()].join('\n');
    expect(text).not.toMatch(/"(?:c|ppai):\w+"/);
    expect(text).toContain('DownForMaintenance');
    expect(text).not.toContain('<permissionSet>');
    expect(text).not.toContain('<target>/deals</target>');
    expect(text).toContain('<target>/</target>');
    for (const [path, content] of site) if (path.endsWith('.json')) expect(() => JSON.parse(content) as unknown, path).not.toThrow();
  });

  it('deletes everything beside the package, pages of our objects among it, and nothing of the template', () => {
    const manifest = besideManifest(rendered('ppai'), true, '65.0');
    for (const name of [
      'ppai__Deal_Registration__c.Deal_Approval',
      'Deal_Review',
      'site/Partner_Portal1.sfdc_cms__view/Deals',
      'Deal_Status_Approved'
    ])
      expect(manifest).toContain(name);
    expect(manifest).not.toContain('sfdc_cms__view/home');
    expect(besideManifest(rendered(''), false, '65.0')).not.toContain('DigitalExperience');
    const folders = new Set(
      [...unpackaged.keys()].map((path) => path.split('/')[0]!).filter((name) => name !== 'site' && !name.includes('.'))
    );
    for (const folder of folders) {
      const one = [...unpackaged.keys()].find(
        (path) => path.startsWith(`${folder}/`) && path.endsWith('-meta.xml') && !path.endsWith('Folder-meta.xml')
      )!;
      const name = one
        .split('/')
        .at(-1)!
        .replace(/\.[^./]+-meta\.xml$/, '');
      expect(besideManifest(rendered(''), true, '65.0'), folder).toContain(name);
    }
  });
});
