import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What an administrator of this org keeps outside the metadata: secrets of External Credentials and endpoints that differ
 * from the deployed ones. Read from `settings.json` in the data folder; the environment overrides it.
 *
 *   { "endpoints": { "Inference_Service": "http://127.0.0.1:8080" },
 *     "credentials": { "Inference_Service": { "ApiKey": "…" } },
 *     "calloutSeconds": 30 }
 *
 * Environment: LOCAL_ORG_ENDPOINT_<NamedCredential>, LOCAL_ORG_CREDENTIAL_<ExternalCredential>__<Parameter>.
 */
export interface OrgSettings {
  /** Named credential → base URL used instead of the deployed one. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** External credential → parameter → value. */
  readonly credentials: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Longest wait for one callout, whatever timeout Apex asks for. */
  readonly calloutSeconds: number;
}

/** The platform's own limit. */
const LONGEST_CALLOUT_SECONDS = 120;

const ENDPOINT = 'LOCAL_ORG_ENDPOINT_';
const CREDENTIAL = 'LOCAL_ORG_CREDENTIAL_';

export function readSettings(
  dataFolder: string | undefined,
  given: Partial<OrgSettings> = {},
  environment: Readonly<Record<string, string | undefined>> = process.env
): OrgSettings {
  const path = dataFolder === undefined ? undefined : join(dataFolder, 'settings.json');
  const stored = path !== undefined && existsSync(path) ? parse(readFileSync(path, 'utf8'), path) : {};
  const endpoints: Record<string, string> = { ...stored.endpoints, ...given.endpoints };
  const credentials: Record<string, Record<string, string>> = {};
  for (const source of [stored.credentials, given.credentials]) {
    for (const [name, values] of Object.entries(source ?? {})) credentials[name] = { ...credentials[name], ...values };
  }
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue;
    if (name.startsWith(ENDPOINT)) endpoints[name.slice(ENDPOINT.length)] = value;
    if (name.startsWith(CREDENTIAL)) {
      const rest = name.slice(CREDENTIAL.length);
      const split = rest.lastIndexOf('__');
      if (split > 0) credentials[rest.slice(0, split)] = { ...credentials[rest.slice(0, split)], [rest.slice(split + 2)]: value };
    }
  }
  const calloutSeconds = given.calloutSeconds ?? stored.calloutSeconds ?? LONGEST_CALLOUT_SECONDS;
  if (!(calloutSeconds > 0)) throw new Error(`calloutSeconds must be a positive number of seconds: ${String(calloutSeconds)}`);
  return { endpoints, credentials, calloutSeconds };
}

function parse(content: string, path: string): Partial<OrgSettings> {
  try {
    return JSON.parse(content) as Partial<OrgSettings>;
  } catch (error) {
    throw new Error(`${path} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
