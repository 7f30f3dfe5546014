import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenedOrg, openOrg, portalRoutes, startServer } from '@partner-portal-ai/local-org';
import { connect, targetFromEnvironment } from '../import/connect.ts';
import { loadHistory, loadOpenDeals } from '../sample-data/load.ts';
import { loadLibrary } from '../sample-data/library.ts';
import { installPackage, trainModel } from '../sample-data/prepare.ts';
import { root } from './run.ts';
import { freePort, type ServiceProcess, startServiceProcess } from './service-process.ts';

export interface ProductOptions {
  /** Rows of the org and of the service; created when missing. */
  readonly folder: string;
  /** Port of org and portal; 0 takes any free one. */
  readonly port: number;
  readonly servicePort: number;
  /** Longest wait for the service. */
  readonly calloutSeconds?: number;
  readonly report: (line: string) => void;
}

/** Twice what the service needs for a full batch with a language model behind it, and little enough to sit through. */
const CALLOUT_SECONDS = 40;

export interface Product {
  readonly url: string;
  readonly org: OpenedOrg;
  service: ServiceProcess;
  /** Starts the service again where it was, after it was stopped. */
  restartService(): Promise<void>;
  stop(): Promise<void>;
}

/** Org, portal and service together, as `npm start` and the end-to-end tests run them. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { folder, report } = options;
  mkdirSync(folder, { recursive: true });
  const fresh = !existsSync(join(folder, 'org.db'));
  const token = serviceToken(folder);
  const servicePort = options.servicePort || (await freePort());

  report('Compiling the package…');
  const org = openOrg({
    root,
    dataFolder: folder,
    settings: {
      endpoints: { Inference_Service: `http://127.0.0.1:${servicePort}` },
      credentials: { Inference_Service: { Token: token } },
      calloutSeconds: options.calloutSeconds ?? CALLOUT_SECONDS
    }
  });
  const startService = (): Promise<ServiceProcess> =>
    startServiceProcess({
      port: servicePort,
      dataFolder: join(folder, 'service'),
      tokens: `${org.id}:${createHash('sha256').update(token).digest('hex')}`
    });
  const service = await startService();
  const server = await startServer({ org, port: options.port, portal: portalRoutes }).catch(async (error: unknown) => {
    await service.stop();
    org.close();
    throw error;
  });
  const product: Product = {
    url: server.url,
    org,
    service,
    restartService: async () => {
      product.service = await startService();
    },
    stop: async () => {
      await server.close();
      await product.service.stop();
    }
  };
  try {
    if (fresh) await fill(server.url, report);
  } catch (error) {
    await product.stop();
    // A half-filled org would look broken for ever: the next start begins again.
    for (const name of ['org.db', 'org.db-wal', 'org.db-shm']) rmSync(join(folder, name), { force: true });
    throw error;
  }
  return product;
}

async function fill(url: string, report: (line: string) => void): Promise<void> {
  const connection = await connect({ ...targetFromEnvironment({}), url });
  report('Loading sample data…');
  const indented = (line: string): void => report(`  ${line}`);
  await installPackage(connection, indented);
  await loadHistory(connection, indented);
  await trainModel(connection, indented);
  await loadOpenDeals(connection, indented);
  await loadLibrary(connection, indented);
}

/** The service's key for this org, made once and kept with the data: the org's vault on one machine. */
function serviceToken(folder: string): string {
  const file = join(folder, 'service-token');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
