import { createHash } from 'node:crypto';
import type { DealResult } from '../src/capabilities/deal-scoring/contract.ts';
import { readConfig } from '../src/config.ts';
import { startService, type RunningService } from '../src/server.ts';
import type { Database } from '../src/storage/database.ts';
import { createLog } from '../src/telemetry/log.ts';

export const ORG = '00D000000000001';
export const OTHER_ORG = '00D000000000002';
export const TOKEN = 'first-token-of-the-first-org';
export const NEXT_TOKEN = 'second-token-of-the-first-org';
export const OTHER_TOKEN = 'token-of-the-other-org';

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export type TestService = RunningService & {
  /** Log lines so far, parsed. */
  logged: Record<string, unknown>[];
  request(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of every shape, wrong ones included
  ): Promise<{ status: number; headers: Headers; body: any }>;
  score(deals: unknown[], options?: Record<string, unknown>, headers?: Record<string, string>): Promise<DealResult[]>;
};

/** A real service on a free port, with a new database in memory unless it is given one. */
export async function startTestService(settings: Record<string, string> = {}, database?: Database): Promise<TestService> {
  const logged: Record<string, unknown>[] = [];
  const log = createLog('debug', { write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>) });
  const config = readConfig({
    PORT: '0',
    DATA_FOLDER: 'memory',
    TOKENS: `${ORG}:${sha256(TOKEN)},${ORG}:${sha256(NEXT_TOKEN)},${OTHER_ORG}:${sha256(OTHER_TOKEN)}`,
    ...settings
  });
  const service = await startService(config, database ? { log, database } : { log });
  const request: TestService['request'] = async (method, path, body, headers = {}) => {
    const response = await fetch(service.url + path, {
      method,
      headers: {
        Authorization: `Bearer ${TOKEN}`,
        'X-Org-Id': ORG,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers
      },
      body:
        body === undefined
          ? null
          : typeof body === 'string' || body instanceof Uint8Array
            ? (body as NonNullable<RequestInit['body']>)
            : JSON.stringify(body)
    });
    const text = await response.text();
    const json = response.headers.get('Content-Type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  };
  return {
    ...service,
    logged,
    request,
    async score(deals, options = {}, headers = {}) {
      const { status, body } = await request('POST', '/v1/deals/score', { deals, ...options }, headers);
      if (status !== 200) throw new Error(`scoring answered ${status} ${JSON.stringify(body)}`);
      return body.results as DealResult[];
    }
  };
}

export const otherOrg = { Authorization: `Bearer ${OTHER_TOKEN}`, 'X-Org-Id': OTHER_ORG };
