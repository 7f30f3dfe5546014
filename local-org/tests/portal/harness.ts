import path from 'node:path';
import { openOrg, type OpenedOrg } from '../../src/open-org.ts';
import { portal } from '../../src/portal/index.ts';
import { startServer } from '../../src/server.ts';
import { loadSample, type SampleOrg } from './sample.ts';

export const PROJECT = path.resolve(import.meta.dirname, '../../..');

export interface RunningPortal {
  readonly origin: string;
  readonly org: OpenedOrg;
  readonly sample: SampleOrg;
  /** Lines the server logged: failures nobody else saw. */
  readonly log: string[];
  close(): Promise<void>;
}

/** This repository's own org in memory, served on a free port with people of two partners. */
export async function startPortal(): Promise<RunningPortal> {
  const log: string[] = [];
  const write = (line: string): void => void log.push(line);
  const org = openOrg({ root: PROJECT, memory: true, log: write });
  const sample = loadSample(org);
  const { app, ready } = portal(org, { log: write, rebuild: false });
  await ready();
  const server = await startServer({ org, portal: () => app, log: write });
  return { origin: server.url, org, sample, log, close: () => server.close() };
}
