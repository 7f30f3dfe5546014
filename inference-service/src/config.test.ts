import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { INTERACTIVE_SCOPES, UNSCOPED } from './contract/scopes.ts';

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
    expect(config.tokens).toEqual(new Map([['org-1', [{ hash: HASH, scopes: UNSCOPED }]]]));
  });

  it('takes several tokens for an org, from the variable and the file', () => {
    const file = tokensFile(JSON.stringify({ 'org-1': [`sha256:${OTHER_HASH.toUpperCase()}`], 'org-2': [HASH] }));
    expect(readConfig({ TOKENS, TOKENS_FILE: file }).tokens).toEqual(
      new Map([
        [
          'org-1',
          [
            { hash: HASH, scopes: UNSCOPED },
            { hash: OTHER_HASH, scopes: UNSCOPED }
          ]
        ],
        ['org-2', [{ hash: HASH, scopes: UNSCOPED }]]
      ])
    );
  });

  it('takes what a token may do, from the variable and the file', () => {
    const file = tokensFile(JSON.stringify({ 'org-2': [{ hash: HASH, scopes: ['documents'] }, { hash: OTHER_HASH }] }));
    const { tokens } = readConfig({ TOKENS: `org-1:sha256:${HASH}:${INTERACTIVE_SCOPES.join('+')}`, TOKENS_FILE: file });
    expect(tokens.get('org-1')).toEqual([{ hash: HASH, scopes: INTERACTIVE_SCOPES }]);
    expect(tokens.get('org-2')).toEqual([
      { hash: HASH, scopes: ['documents'] },
      { hash: OTHER_HASH, scopes: UNSCOPED }
    ]);
  });

  it('lets a token without scopes do everything but start a conversation', () => {
    expect(UNSCOPED).toContain('scoring');
    expect(UNSCOPED).not.toContain('conversation');
  });

  it.each([
    ['DATABASE_URL', 'postgres://user:secret@db/x', 'databaseUrl'],
    ['LANGUAGE_API_KEY', 'secret-key', 'languageApiKey']
  ] as const)('reads %s from a file as well, without the line end', (name, value, field) => {
    const file = join(folder, name);
    writeFileSync(file, `${value}\n`);
    const language = { LANGUAGE_MODEL: 'm', LANGUAGE_API_KEY: name === 'LANGUAGE_API_KEY' ? '' : 'k' };
    expect(readConfig({ TOKENS, ...language, [`${name}_FILE`]: file })[field]).toBe(value);
    expect(() => readConfig({ TOKENS, ...language, [name]: value, [`${name}_FILE`]: file })).toThrow(`${name}: give either it or`);
    expect(() => readConfig({ TOKENS, ...language, [`${name}_FILE`]: '/does/not/exist' })).toThrow(`${name}_FILE: cannot be read (ENOENT)`);
  });

  it.each(['http://localhost:8000/v1', 'http://127.0.0.1:11434', 'http://[::1]/v1', 'https://models.example/v1'])(
    'takes %s as the address of a model',
    (address) => {
      expect(readConfig({ TOKENS, LANGUAGE_MODEL: 'm', LANGUAGE_API_KEY: 'k', LANGUAGE_BASE_URL: address }).language?.baseUrl).toBe(
        address
      );
    }
  );

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
    [
      { TOKENS, LANGUAGE_API_KEY: 'k', LANGUAGE_MODEL: 'm', LANGUAGE_BASE_URL: 'http://models.example/v1' },
      'LANGUAGE_BASE_URL: plain http'
    ],
    [
      { TOKENS, LANGUAGE_API_KEY: 'k', LANGUAGE_MODEL: 'm', LANGUAGE_BASE_URL: 'http://127.0.0.1.evil.example/v1' },
      'LANGUAGE_BASE_URL: plain http'
    ],
    [{ TOKENS: `${TOKENS}:scoring+everything` }, 'TOKENS: entry 1: has a scope that does not exist'],
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
