import { Connection } from '@jsforce/jsforce-node';

export interface Target {
  /** Login address; the local org by default. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** An access token replaces username and password (`sf org display` prints one). */
  readonly accessToken?: string;
}

/** The org named by the environment: SF_INSTANCE_URL with SF_ACCESS_TOKEN, or SF_USERNAME and SF_PASSWORD. */
export function targetFromEnvironment(environment: NodeJS.ProcessEnv): Target {
  return {
    url: environment.SF_INSTANCE_URL ?? 'http://127.0.0.1:8080',
    username: environment.SF_USERNAME ?? 'admin@local.org',
    password: environment.SF_PASSWORD ?? 'local-org',
    accessToken: environment.SF_ACCESS_TOKEN
  };
}

export async function connect(target: Target): Promise<Connection> {
  if (target.accessToken) return new Connection({ instanceUrl: target.url, accessToken: target.accessToken, version: '65.0' });
  const connection = new Connection({ loginUrl: target.url, instanceUrl: target.url, version: '65.0' });
  try {
    await connection.login(target.username, target.password);
  } catch (error) {
    // What fetch itself throws: nobody is there, so there is nobody to refuse.
    const unreachable = error instanceof TypeError;
    throw new Error(
      unreachable
        ? `${target.url} does not answer: start the local org with npm start, or name another with SF_INSTANCE_URL`
        : `Could not log in to ${target.url} as ${target.username}: ${(error as Error).message}`,
      { cause: error }
    );
  }
  return connection;
}
