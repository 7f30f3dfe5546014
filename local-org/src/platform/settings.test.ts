import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('settings of an org', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'local-org-settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('come from the file, then from the caller, then from the environment', () => {
    writeFileSync(
      join(folder, 'settings.json'),
      JSON.stringify({ endpoints: { A: 'http://file', B: 'http://file' }, credentials: { A: { Key: 'file', Other: 'kept' } } })
    );
    const settings = readSettings(
      folder,
      { endpoints: { B: 'http://caller' } },
      { LOCAL_ORG_ENDPOINT_C: 'http://env', LOCAL_ORG_CREDENTIAL_A__Key: 'env' }
    );
    expect(settings.endpoints).toEqual({ A: 'http://file', B: 'http://caller', C: 'http://env' });
    expect(settings.credentials).toEqual({ A: { Key: 'env', Other: 'kept' } });
  });

  it('are empty without a file and name a file that is damaged', () => {
    expect(readSettings(folder, {}, {})).toEqual({ endpoints: {}, credentials: {}, calloutSeconds: 120 });
    writeFileSync(join(folder, 'settings.json'), '{');
    expect(() => readSettings(folder, {}, {})).toThrow('settings.json is not valid JSON');
  });

  it('refuse a wait for callouts that is none', () => {
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ calloutSeconds: 5 }));
    expect(readSettings(folder, {}, {}).calloutSeconds).toBe(5);
    expect(() => readSettings(folder, { calloutSeconds: 0 }, {})).toThrow('calloutSeconds must be a positive number');
  });
});
