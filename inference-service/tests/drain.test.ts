import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, HONEST, startFakeLanguageServer, type FakeLanguageServer } from './fake-language-server.ts';
import { deal, scored, trainingRows } from './fixtures.ts';
import { ORG, sha256, startTestService, TOKEN } from './service.ts';

let model: FakeLanguageServer;
beforeAll(async () => {
  model = await startFakeLanguageServer();
});
afterAll(() => model.stop());

/** A model that answers when told to, and tells when it was asked. */
function heldAnswer() {
  const asked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  model.behave(async (request, response) => {
    asked.resolve();
    await release.promise;
    await answer(HONEST)(request, response);
  });
  return { asked: asked.promise, release: () => release.resolve() };
}

const withModel = () => ({ LANGUAGE_BASE_URL: model.baseUrl, LANGUAGE_API_KEY: 'k', LANGUAGE_MODEL: 'm', LANGUAGE_TIMEOUT_MS: '20000' });

describe('stopping', () => {
  it('finishes what is under way and accepts nothing new', async () => {
    const service = await startTestService(withModel());
    const held = heldAnswer();
    const request = service.score([deal()]);
    await held.asked;
    const stopped = service.stop();
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow();
    held.release();
    expect(scored((await request)[0]).explanation.source).toBe('model');
    await stopped;
  });

  it('cuts off what does not finish within the drain timeout', async () => {
    const service = await startTestService({ ...withModel(), DRAIN_TIMEOUT_MS: '50' });
    const held = heldAnswer();
    const request = service.request('POST', '/v1/deals/score', { deals: [deal()] });
    await held.asked;
    await service.stop();
    // With the work aborted the answer is an honest 503 or the template text; never a hanging caller.
    expect([200, 503]).toContain((await request).status);
    held.release();
  });

  it('ends a training that is under way', async () => {
    const service = await startTestService({ DRAIN_TIMEOUT_MS: '50' });
    const training = service.request('POST', '/v1/deal-models/train', {
      rows: Array.from({ length: 10 }, () => trainingRows(4000)).flat()
    });
    while (!/deal_model_trainings_running 1/.test((await service.request('GET', '/metrics')).body as string));
    await service.stop();
    expect((await training).status).toBe(503);
  });

  it('can be asked twice', async () => {
    const service = await startTestService();
    await Promise.all([service.stop(), service.stop()]);
    await expect(fetch(service.url)).rejects.toThrow();
  });

  it('is not ready while it drains, on a connection that was already open', async () => {
    const service = await startTestService(withModel());
    const held = heldAnswer();
    const request = service.score([deal()]);
    await held.asked;
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    // Half a request keeps the connection from counting as idle.
    socket.write('GET /readyz HTTP/1.1\r\nHost: x\r\n');
    await once(socket, 'connect');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = service.stop();
    socket.write('\r\n');
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    expect(chunk.toString()).toMatch(/^HTTP\/1.1 503 [^]*connection: close/i);
    held.release();
    await request;
    await stopped;
  });
});

describe('the process', () => {
  const server = fileURLToPath(new URL('../src/server.ts', import.meta.url));
  const run = (environment: Record<string, string>) => {
    const child = spawn(process.execPath, [server], {
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return { child, output: () => output };
  };

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends cleanly on %s',
    async (signal) => {
      const { child, output } = run({ PORT: '0', DATA_FOLDER: 'memory', TOKENS: `${ORG}:${sha256(TOKEN)}` });
      while (!output().includes('listening')) await once(child.stdout, 'data');
      child.kill(signal);
      const [code] = await once(child, 'exit');
      expect(code).toBe(0);
      expect(output()).toContain('"msg":"stopped"');
    },
    20_000
  );

  it('refuses in one sentence a data folder that is no folder', async () => {
    const { child, output } = run({ PORT: '0', DATA_FOLDER: server, TOKENS: `${ORG}:${sha256(TOKEN)}` });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(output()).toContain('DATA_FOLDER: cannot be written');
    expect(output()).not.toContain('    at ');
  });

  it('refuses in one sentence a data folder with something else in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inference-other-'));
    try {
      writeFileSync(join(folder, 'inference.sqlite'), 'not a database');
      const { child, output } = run({ PORT: '0', DATA_FOLDER: folder, TOKENS: `${ORG}:${sha256(TOKEN)}` });
      const [code] = await once(child, 'close');
      expect(code).toBe(1);
      expect(output()).toContain('DATA_FOLDER: the embedded database cannot be opened');
      expect(output()).not.toContain('    at ');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('refuses a second process on its data folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inference-shared-'));
    const settings = { PORT: '0', DATA_FOLDER: folder, TOKENS: `${ORG}:${sha256(TOKEN)}` };
    const first = run(settings);
    try {
      while (!first.output().includes('listening')) await once(first.child.stdout, 'data');
      const second = run(settings);
      const [code] = await once(second.child, 'close');
      expect(code).toBe(1);
      expect(second.output()).toContain('in use by another process');
    } finally {
      first.child.kill('SIGTERM');
      await once(first.child, 'close');
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says in one sentence what is wrong with its configuration', async () => {
    const { child, output } = run({ PORT: 'abc' });
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
    expect(output()).toContain('PORT');
    expect(output()).not.toContain('    at ');
  });
});
