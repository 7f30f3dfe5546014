import { XMLParser } from 'fast-xml-parser';
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Api } from './context.ts';

/** Text of an XML element, safely. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const soap = new XMLParser({ removeNSPrefix: true, parseTagValue: false, trimValues: false, processEntities: true });

/** OAuth token endpoint and the older SOAP login, which jsforce's `login` uses. */
export function loginRoutes({ sessions, platform }: Api): Hono {
  const routes = new Hono();

  routes.post('/services/oauth2/token', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const grant = form.get('grant_type');
    const session =
      grant === 'password'
        ? sessions.login(form.get('username') ?? '', form.get('password') ?? '')
        : grant === 'client_credentials'
          ? sessions.loginClient(form.get('client_secret') ?? basicSecret(context) ?? '')
          : undefined;
    if (session === undefined) return context.json({ error: 'unsupported_grant_type', error_description: 'grant type not supported' }, 400);
    if (session === null) return context.json({ error: 'invalid_grant', error_description: 'authentication failure' }, 400);
    const base = origin(context);
    return context.json({
      access_token: session.token,
      instance_url: base,
      id: `${base}/id/${platform.org.id}/${session.userId}`,
      token_type: 'Bearer',
      issued_at: String(Date.now()),
      signature: ''
    });
  });

  routes.post('/services/oauth2/revoke', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    sessions.close(form.get('token') ?? context.req.query('token') ?? '');
    return context.body(null, 200);
  });

  routes.post('/services/Soap/u/:version', async (context) => {
    const { username, password, logout } = soapCall(await context.req.text());
    context.header('Content-Type', 'text/xml; charset=utf-8');
    if (logout !== null) {
      if (sessions.userOf(logout) === null)
        return context.body(fault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader'), 500);
      sessions.close(logout);
      return context.body(envelope('<logoutResponse/>'));
    }
    const session = username === null || password === null ? null : sessions.login(username, password);
    if (!session) return context.body(fault('INVALID_LOGIN', 'Invalid username, password, security token; or user locked out.'), 500);
    const user = platform.user(session.userId);
    const url = `${origin(context)}/services/Soap/u/${context.req.param('version')}/${platform.org.id}`;
    return context.body(
      envelope(
        `<loginResponse><result><passwordExpired>false</passwordExpired><sandbox>true</sandbox><serverUrl>${escapeXml(url)}</serverUrl>` +
          `<sessionId>${escapeXml(session.token)}</sessionId><userId>${session.userId}</userId><userInfo><organizationId>${platform.org.id}</organizationId>` +
          `<userFullName>${escapeXml(user.name)}</userFullName><userName>${escapeXml(user.username)}</userName></userInfo></result></loginResponse>`
      )
    );
  });

  return routes;
}

export function origin(context: Context): string {
  return new URL(context.req.url).origin;
}

function basicSecret(context: Context): string | null {
  const [, encoded] = /^Basic\s+(\S+)$/i.exec(context.req.header('Authorization') ?? '') ?? [];
  return encoded === undefined ? null : Buffer.from(encoded, 'base64').toString('utf8').split(':').slice(1).join(':');
}

/** The two calls there are: a login's credentials, or the session that a logout ends. */
function soapCall(xml: string): { username: string | null; password: string | null; logout: string | null } {
  let login: Record<string, unknown> | undefined;
  let logout: string | null = null;
  try {
    const { Envelope: call } = soap.parse(xml) as {
      Envelope?: { Header?: { SessionHeader?: { sessionId?: unknown } }; Body?: { login?: Record<string, unknown>; logout?: unknown } };
    };
    login = call?.Body?.login;
    if (call?.Body?.logout !== undefined) logout = String(call.Header?.SessionHeader?.sessionId ?? '');
  } catch {
    // Not XML: answered like a login without credentials.
    login = undefined;
  }
  const value = (name: string): string | null => (typeof login?.[name] === 'string' ? login[name] : null);
  return { username: value('username'), password: value('password'), logout };
}

function envelope(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

function fault(code: string, message: string): string {
  return envelope(`<soapenv:Fault><faultcode>${code}</faultcode><faultstring>${code}: ${message}</faultstring></soapenv:Fault>`);
}
