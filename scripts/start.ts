/**
 * The whole product on one machine: inference service, local org with sample data, portal.
 *
 *   npm start -- [--port 8080] [--service-port 0] [--data FOLDER] [--reset]
 *
 * Data survives a restart; --reset starts over. Ctrl+C stops everything in order.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_PASSWORD, whileUnused } from '@partner-portal-ai/local-org';
import { type Product, startProduct } from './lib/product.ts';
import { root } from './lib/run.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      'service-port': { type: 'string', default: '0' },
      data: { type: 'string', default: join(root, '.local-org') },
      reset: { type: 'boolean', default: false }
    }
  });
  const folder = resolve(values.data);
  if (values.reset) startOver(folder);
  const product = await startProduct({
    folder,
    port: portNumber('port', values.port),
    servicePort: portNumber('service-port', values['service-port']),
    report: (line) => console.log(line)
  });
  announce(product);
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
    void product.service.exited.then(() => {
      console.error('The inference service stopped. Registrations are still saved and wait for people; start again to score them.');
    });
  });
  console.log('Stopping…');
  await product.stop();
}

/** Empties the data folder, unless somebody works with it. */
function startOver(folder: string): void {
  if (!existsSync(folder)) return;
  whileUnused(join(folder, 'org.db'), () => {
    for (const name of readdirSync(folder)) if (!name.endsWith('.lock')) rmSync(join(folder, name), { recursive: true });
  });
}

function portNumber(name: string, text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--${name} takes a port number: ${text}`);
  return port;
}

function announce({ url, service }: Product): void {
  console.log(`
Partner Portal AI is ready: ${url}

  Choose who you are on that page; each has a different view of the same org.
  Maya Osei     partner rep, Brightline Systems
  Jonas Keller  partner rep, Nordwind IT
  Priya Raman   channel manager
  Local Admin   administrator: health check, modes, kill switch

  Salesforce API  ${url} (any username of the org, password ${DEFAULT_PASSWORD})
  Service         ${service.url}/docs
`);
}

main().catch((error: unknown) => {
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number };
  console.error(code === 'EADDRINUSE' ? `Port ${port} is taken: choose another with --port` : message);
  process.exitCode = 1;
});
