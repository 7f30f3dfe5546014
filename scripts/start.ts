/**
 * The whole product on one machine: inference service, local org with sample data, portal.
 *
 *   npm start -- [--port 8080] [--service-port 0] [--data FOLDER] [--reset]
 *
 * Data survives a restart; --reset starts over. Ctrl+C stops everything in order.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CompileFailure, openOrg } from '../local-org/src/open-org.ts';
import { portalRoutes } from '../local-org/src/portal/index.ts';
import { DEFAULT_PASSWORD, startServer } from '../local-org/src/server.ts';
import { freePort, startServiceProcess } from './lib/service-process.ts';
import { root } from './lib/run.ts';
import { connect, targetFromEnvironment } from './import/connect.ts';
import { loadHistory, loadOpenDeals } from './sample-data/load.ts';
import { installPackage, trainModel } from './sample-data/prepare.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8080' },
    'service-port': { type: 'string', default: '0' },
    data: { type: 'string', default: join(root, '.local-org') },
    reset: { type: 'boolean', default: false }
  }
});

/** The service's key for this org, made once and kept with the data: the org's vault on one machine. */
function serviceToken(folder: string): string {
  const file = join(folder, 'service-token');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function portNumber(name: string, text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--${name} takes a port number: ${text}`);
  return port;
}

async function main(): Promise<void> {
  const folder = resolve(values.data);
  if (values.reset) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const fresh = !existsSync(join(folder, 'org.db'));
  const token = serviceToken(folder);
  const servicePort = portNumber('service-port', values['service-port']) || (await freePort());

  console.log('Compiling the package…');
  const org = openOrg({
    root,
    dataFolder: folder,
    settings: {
      endpoints: { Inference_Service: `http://127.0.0.1:${servicePort}` },
      credentials: { Inference_Service: { Token: token } }
    }
  });
  const service = await startServiceProcess({
    port: servicePort,
    dataFolder: join(folder, 'service'),
    tokens: `${org.id}:${createHash('sha256').update(token).digest('hex')}`
  });
  const server = await startServer({ org, port: portNumber('port', values.port), portal: portalRoutes });
  if (fresh) await fill(server.url, folder);

  announce(server.url, service.url);
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
    void service.exited.then(() => {
      console.error('The inference service stopped. Registrations are still saved and wait for people; start again to score them.');
    });
  });
  console.log('Stopping…');
  await server.close();
  await service.stop();
}

/** A half-filled org would look broken for ever: if loading fails, the rows go and the next start begins again. */
async function fill(url: string, folder: string): Promise<void> {
  try {
    const connection = await connect({ ...targetFromEnvironment({}), url });
    console.log('Loading sample data…');
    const report = (line: string): void => console.log(`  ${line}`);
    await installPackage(connection, report);
    await loadHistory(connection, report);
    await trainModel(connection, report);
    await loadOpenDeals(connection, report);
  } catch (error) {
    for (const name of ['org.db', 'org.db-wal', 'org.db-shm']) rmSync(join(folder, name), { force: true });
    throw error;
  }
}

function announce(url: string, serviceUrl: string): void {
  console.log(`
Partner Portal AI is ready: ${url}

  Choose who you are on that page; each has a different view of the same org.
  Maya Osei       partner rep, Brightline Systems
  Jonas Keller    partner rep, Nordwind IT
  Priya Raman     channel manager
  Local Admin     administrator: health check, modes, kill switch

  Salesforce API  ${url} (any username above, password ${DEFAULT_PASSWORD})
  Service         ${serviceUrl}/docs
`);
}

main().catch((error: unknown) => {
  console.error(error instanceof CompileFailure ? error.message : (error as Error).message);
  process.exitCode = 1;
});
