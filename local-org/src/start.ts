import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Tickets } from './api/tickets.ts';
import { whileUnused } from './database/lock.ts';
import { openOrg } from './open-org.ts';
import { namespaceOf } from './options.ts';
import { setOrgUrl } from './runtime/library/url.ts';
import { DEFAULT_PASSWORD, startServer } from './server.ts';

interface StartArguments {
  readonly root: string;
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

const DEFAULT_PORT = 8080;

/** `local-org start`: opens the data folder, serves it, and stops in order on SIGINT and SIGTERM. */
export async function start({ root, values }: StartArguments): Promise<number> {
  const dataFolder = resolve(String(values['data'] ?? join(root, '.local-org')));
  if (values['reset'] === true) removeRows(dataFolder);
  const org = openOrg({ root, dataFolder, namespace: namespaceOf(values['namespace']), log: (line) => console.error(line) });
  const tickets = new Tickets();
  const { portal } = await import('./portal/index.ts');
  const pages = portal(org, { cacheFolder: join(dataFolder, 'portal'), redeem: (ticket) => tickets.redeem(ticket) });
  const server = await startServer({
    org,
    tickets,
    port: values['port'] === undefined ? DEFAULT_PORT : Number(values['port']),
    host: values['host'] as string | undefined,
    password: (values['password'] as string | undefined) ?? process.env['LOCAL_ORG_PASSWORD'] ?? DEFAULT_PASSWORD,
    portal: () => pages.app
  });
  setOrgUrl(server.url);
  await pages.ready();
  // Whoever reads the address may stop the server at once.
  const stopped = new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
  console.log(`Local org: ${server.url}`);
  for (const { name, role } of pages.personas()) console.log(`  ${name}, ${role}`);
  await stopped;
  await server.close();
  return 0;
}

/** Only the rows go: settings.json holds what an administrator entered. A folder that another server uses is left alone. */
function removeRows(dataFolder: string): void {
  if (!existsSync(dataFolder)) return;
  whileUnused(join(dataFolder, 'org.db'), () => {
    for (const name of ['org.db', 'org.db-wal', 'org.db-shm']) rmSync(join(dataFolder, name), { force: true });
  });
}
