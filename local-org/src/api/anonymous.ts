import { XMLParser } from 'fast-xml-parser';
import { Hono } from 'hono';
import { compileAnonymous } from '../compiler/index.ts';
import { isAdministrator } from '../platform/access.ts';
import type { LocalPlatform } from '../platform/local-platform.ts';
import { current } from '../runtime/execution.ts';
import { DEBUG_LINES } from '../runtime/library/system.ts';
import { apexStackTrace } from '../runtime/stack-trace.ts';
import { defineRequest } from '../threads/requests.ts';
import { ApexException } from '../runtime/values/exception.ts';
import { ApexId } from '../runtime/values/id.ts';
import type { Api, ApiEnv } from './context.ts';
import { ApiError } from './errors.ts';
import { escapeXml } from './login.ts';

interface AnonymousResult {
  readonly line: number;
  readonly column: number;
  readonly compiled: boolean;
  readonly success: boolean;
  readonly compileProblem: string | null;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
}

const DONE: AnonymousResult = {
  line: -1,
  column: -1,
  compiled: true,
  success: true,
  compileProblem: null,
  exceptionMessage: null,
  exceptionStackTrace: null
};

/** Apex of one's own can do anything: it takes what the platform calls Author Apex, which administrators have. */
export function requireAuthor(api: Api, userId: string): void {
  api.platform.transaction({ userId, quiddity: 'REST' }, ({ user }) => {
    if (!isAdministrator(ApexId.of(user.id))) throw new ApiError(403, 'INSUFFICIENT_ACCESS', 'insufficient access rights to execute Apex');
  });
}

/** Runs a block of Apex in one transaction; the log is what it wrote with System.debug. */
export function execute(platform: LocalPlatform, userId: string, text: string): { result: AnonymousResult; log: readonly string[] } {
  const log: string[] = [];
  return { result: run(platform, userId, text, log), log };
}

function run(platform: LocalPlatform, userId: string, text: string, log: string[]): AnonymousResult {
  const { model, program } = platform.org;
  try {
    return platform.transaction({ userId, quiddity: 'ANONYMOUS' }, (execution) => {
      execution.slots.set(DEBUG_LINES, log);
      const { run: block, errors } = compileAnonymous(model, program, text);
      const [first] = errors;
      if (!block)
        return {
          ...DONE,
          compiled: false,
          success: false,
          line: first?.line ?? -1,
          column: first?.column ?? -1,
          compileProblem: first?.message ?? 'Unknown problem'
        };
      current().sharing = 'with';
      block();
      return DONE;
    });
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    return {
      ...DONE,
      line: 1,
      column: 1,
      success: false,
      exceptionMessage: error.toString(),
      exceptionStackTrace: apexStackTrace(error.stack)
    };
  }
}

async function ask(api: Api, userId: string, text: string): Promise<ReturnType<typeof execute>> {
  requireAuthor(api, userId);
  return (await api.platform.request('anonymous', userId, text)) as ReturnType<typeof execute>;
}

defineRequest(
  'anonymous',
  ({ platform }, userId, text: string) => execute(platform, userId, text),
  () => null
);

/** Execute-anonymous of the Tooling API. */
export function anonymousRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/tooling/executeAnonymous', async (context) => {
    const { result } = await ask(api, context.get('userId'), context.req.query('anonymousBody') ?? '');
    return context.json(result);
  });
  return routes;
}

const soap = new XMLParser({ removeNSPrefix: true, parseTagValue: false, trimValues: false, processEntities: true });

/** Execute-anonymous of the SOAP Apex API, which answers with the debug log: what `sf apex run` uses. */
export function soapApexRoutes(api: Api): Hono {
  const routes = new Hono();
  routes.post('/services/Soap/s/:version/*', async (context) => {
    const { Envelope: envelope } = soap.parse(await context.req.text()) as {
      Envelope?: { Header?: { SessionHeader?: { sessionId?: string } }; Body?: { executeAnonymous?: { apexcode?: string } } };
    };
    context.header('Content-Type', 'text/xml; charset=utf-8');
    const userId = api.sessions.userOf(envelope?.Header?.SessionHeader?.sessionId ?? '');
    const code = envelope?.Body?.executeAnonymous?.apexcode;
    if (userId === null) return context.body(fault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader'), 500);
    if (code === undefined)
      return context.body(
        fault('UNKNOWN_EXCEPTION', 'Not implemented in the local org: SOAP Apex API calls other than executeAnonymous'),
        500
      );
    const { result, log } = await ask(api, userId, code);
    const values = Object.entries(result).map(([name, value]) =>
      value === null ? `<${name} xsi:nil="true"/>` : `<${name}>${escapeXml(String(value))}</${name}>`
    );
    return context.body(
      soapEnvelope(
        `<soapenv:Header><DebuggingInfo><debugLog>${escapeXml(log.join('\n'))}</debugLog></DebuggingInfo></soapenv:Header>`,
        `<executeAnonymousResponse><result>${values.join('')}</result></executeAnonymousResponse>`
      )
    );
  });
  return routes;
}

function soapEnvelope(header: string, body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://soap.sforce.com/2006/08/apex" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `${header}<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`
  );
}

function fault(code: string, message: string): string {
  return soapEnvelope(
    '',
    `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${code}: ${escapeXml(message)}</faultstring></soapenv:Fault>`
  );
}
