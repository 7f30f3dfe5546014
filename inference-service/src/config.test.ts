import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const HASH = 'a'.repeat(64);
const OTHER_HASH = 'b'.repeat(64);
const TOKENS = `org-1:${HASH}`;

describe('the configuration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inference-config-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const tokensFile = (content: string) => {
    const file = join(folder, 'tokens.json');
    writeFileSync(file, content);
    return file;
  };

  it('needs nothing but a token', () => {
    const config = readConfig({ TOKENS });
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      databaseUrl: undefined,
      language: undefined,
      bodyLimitBytes: 12 * 1024 * 1024
    });
    expect(config.tokens).toEqual(new Map([['org-1', [HASH]]]));
  });

  it('takes several tokens for an org, from the variable and the file', () => {
    const file = tokensFile(JSON.stringify({ 'org-1': [`sha256:${OTHER_HASH.toUpperCase()}`], 'org-2': [HASH] }));
    expect(readConfig({ TOKENS, TOKENS_FILE: file }).tokens).toEqual(
      new Map([
        ['org-1', [HASH, OTHER_HASH]],
        ['org-2', [HASH]]
      ])
    );
  });

  it('treats an empty variable as not set', () => {
    expect(readConfig({ TOKENS, DATABASE_URL: '', LANGUAGE_API_KEY: ' ' }).databaseUrl).toBeUndefined();
  });

  it.each([
    [{}, 'TOKENS or TOKENS_FILE'],
    [{ TOKENS: 'org-1' }, 'TOKENS: entry 1'],
    [{ TOKENS: `${TOKENS},org-2:plain-secret` }, 'TOKENS: entry 2'],
    [{ TOKENS, PORT: 'eighty' }, 'PORT'],
    [{ TOKENS, PORT: '70000' }, 'PORT'],
    [{ TOKENS, DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ TOKENS, LANGUAGE_API_KEY: 'k' }, 'LANGUAGE_MODEL'],
    [{ TOKENS, LANGUAGE_MODEL: 'm' }, 'LANGUAGE_API_KEY'],
    [{ TOKENS, LANGUAGE_API_KEY: 'k', LANGUAGE_MODEL: 'm', LANGUAGE_BASE_URL: 'file:///x' }, 'LANGUAGE_BASE_URL'],
    [{ TOKENS_FILE: '/does/not/exist' }, 'TOKENS_FILE: cannot be read (ENOENT)']
  ])('refuses %j and names the variable', (environment, message) => {
    expect(() => readConfig(environment as Record<string, string>)).toThrow(message);
  });

  it('names several mistakes at once', () => {
    expect(() => readConfig({ TOKENS, PORT: 'x', LOG_LEVEL: 'loud' })).toThrow(/PORT[^]*LOG_LEVEL/);
  });

  it('quotes neither a broken token list nor a broken token file', () => {
    const file = tokensFile('{ "org-1": "plain-secret" ');
    expect(() => readConfig({ TOKENS_FILE: file })).toThrow(/^(?![^]*plain-secret)[^]*not valid JSON/);
    expect(() => readConfig({ TOKENS: 'org-1:plain-secret' })).toThrow(/^(?![^]*plain-secret)[^]*entry 1/);
  });
});
