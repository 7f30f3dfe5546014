import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrgModel } from '../../metadata/model.ts';
import { baseComponents, type BaseComponents } from './base-components.ts';
import { buildBundles } from './bundles.ts';

const PROJECT = path.resolve(import.meta.dirname, '../../../..');
/** Building the base components takes seconds the first time; every later run finds them here. */
const CACHE = path.join(PROJECT, '.cache', 'local-org', 'portal');
const FIRST_BUILD_MS = 180_000;

let base: BaseComponents;
let folder: string;

beforeAll(async () => {
  base = await baseComponents(CACHE);
  folder = mkdtempSync(path.join(tmpdir(), 'bundles-'));
}, FIRST_BUILD_MS);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function build(name: string, files: Readonly<Record<string, string>>, labels: readonly [string, string][] = []): Promise<string> {
  const bundle = path.join(folder, name);
  rmSync(bundle, { recursive: true, force: true });
  mkdirSync(bundle);
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(bundle, file), text);
  const model = {
    root: folder,
    fingerprint: '',
    labels: new Map(labels),
    apex: [],
    objects: new Map(),
    components: new Map(),
    lwcBundles: new Map([[name, name]])
  } as unknown as OrgModel;
  const built = await buildBundles({ model, base, auraEnabled: () => false, cacheFolder: path.join(folder, 'cache') });
  return readdirSync(built.folder)
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(built.folder, file), 'utf8'))
    .join('\n');
}

const COMPONENT = "import { LightningElement } from 'lwc';\nexport default class Probe extends LightningElement {}\n";

describe('building components', () => {
  it('strips types and prefers the TypeScript source to JavaScript compiled beside it', async () => {
    const code = await build('probe', {
      'probe.ts':
        "import { LightningElement, api } from 'lwc';\nexport default class Probe extends LightningElement {\n  @api size: number = 41 + 1;\n}\n",
      'probe.js': `${COMPONENT}// stale`,
      'probe.html': '<template>{size}</template>'
    });
    expect(code).toContain('41 + 1');
    expect(code).not.toContain('stale');
    expect(code).not.toContain(': number');
  });

  it('imports base components by URL instead of bundling them', async () => {
    const code = await build('probe', {
      'probe.ts': COMPONENT,
      'probe.html': '<template><lightning-badge label="x"></lightning-badge></template>'
    });
    expect(code).toContain(`/portal/assets/base-${base.key}/lightning/badge.js`);
  });

  it('puts label texts into the code', async () => {
    const files = { 'probe.ts': `import hi from '@salesforce/label/c.Hi';\n${COMPONENT}console.log(hi);` };
    expect(await build('probe', files, [['hi', 'Good morning']])).toContain('Good morning');
  });

  it('names the module that does not exist and the file that imports it', async () => {
    const files = { 'probe.ts': `import x from 'lightning/graphqlDreams';\n${COMPONENT}console.log(x);` };
    await expect(build('probe', files)).rejects.toThrow(/Module lightning\/graphqlDreams, imported by .*probe\.ts, is not available/);
  });

  it('names the component that a template uses and nobody has', async () => {
    await expect(
      build('probe', { 'probe.ts': COMPONENT, 'probe.html': '<template><c-missing-piece></c-missing-piece></template>' })
    ).rejects.toThrow(/Module c\/missingPiece, imported by .*probe\.html/);
  });

  it('names the missing label and the file that wants it', async () => {
    const files = { 'probe.ts': `import x from '@salesforce/label/c.Gone';\n${COMPONENT}console.log(x);` };
    await expect(build('probe', files)).rejects.toThrow(/Custom label Gone does not exist .*probe\.ts/);
  });

  it('fails on a template that LWC would refuse', async () => {
    await expect(
      build('probe', { 'probe.ts': COMPONENT, 'probe.html': '<template><p onclick="alert(1)">x</p></template>' })
    ).rejects.toThrow();
  });

  it('gives another key when a source changes, and the same when nothing does', async () => {
    const key = async (text: string): Promise<string> => {
      await build('probe', { 'probe.ts': COMPONENT, 'probe.html': `<template>${text}</template>` });
      const model = {
        root: folder,
        fingerprint: '',
        labels: new Map(),
        apex: [],
        objects: new Map(),
        components: new Map(),
        lwcBundles: new Map([['probe', 'probe']])
      } as unknown as OrgModel;
      return (await buildBundles({ model, base, auraEnabled: () => false, cacheFolder: path.join(folder, 'cache') })).key;
    };
    const first = await key('one');
    expect(await key('one')).toBe(first);
    expect(await key('two')).not.toBe(first);
  });
});
