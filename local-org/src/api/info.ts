import { Hono } from 'hono';
import type { Context } from 'hono';
import { SYNCHRONOUS_CAPS } from '../platform/limits.ts';
import type { Api, ApiContext, ApiEnv } from './context.ts';
import { version } from './context.ts';
import { notFound } from './errors.ts';
import { origin } from './login.ts';

const FIRST_VERSION = 60;

/** What exists: versions, resources, limits, identity. */
export function versionRoutes(api: Api): Hono {
  const routes = new Hono();
  routes.get('/services/data', (context) => {
    const newest = api.platform.org.model.apiVersion;
    const versions = Array.from({ length: Math.max(newest - FIRST_VERSION + 1, 1) }, (_, index) => newest - index).reverse();
    return context.json(
      versions.map((number) => ({ label: `Local ${number}`, url: `/services/data/v${number}.0`, version: `${number}.0` }))
    );
  });
  return routes;
}

export function resourceRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/', (context) => {
    const base = `/services/data/${version(context)}`;
    return context.json({
      sobjects: `${base}/sobjects`,
      query: `${base}/query`,
      queryAll: `${base}/queryAll`,
      composite: `${base}/composite`,
      limits: `${base}/limits`,
      tooling: `${base}/tooling`,
      identity: `${origin(context)}/id/${api.platform.org.id}/${context.get('userId')}`
    });
  });
  // Daily allocations are not modelled: what is shown is the platform's figure, untouched.
  routes.get('/limits', (context) =>
    context.json({
      DailyApiRequests: { Max: 100_000, Remaining: 100_000 },
      DailyAsyncApexExecutions: { Max: 250_000, Remaining: 250_000 },
      SingleEmail: { Max: SYNCHRONOUS_CAPS.emailInvocations * 500, Remaining: SYNCHRONOUS_CAPS.emailInvocations * 500 }
    })
  );
  return routes;
}

function identity(api: Api, context: Context, userId: string): Record<string, unknown> {
  const { org } = api.platform;
  const user = api.platform.user(userId);
  const base = origin(context);
  const [firstName, ...rest] = user.name.split(' ');
  return {
    sub: `${base}/id/${org.id}/${user.id}`,
    id: `${base}/id/${org.id}/${user.id}`,
    user_id: user.id,
    organization_id: org.id,
    username: user.username,
    preferred_username: user.username,
    display_name: user.name,
    name: user.name,
    first_name: rest.length > 0 ? firstName : null,
    last_name: rest.length > 0 ? rest.join(' ') : user.name,
    user_type: user.userType.toUpperCase(),
    language: user.language,
    locale: user.locale,
    zoneinfo: user.timeZone,
    active: true,
    urls: {
      rest: `${base}/services/data/v{version}/`,
      sobjects: `${base}/services/data/v{version}/sobjects/`,
      query: `${base}/services/data/v{version}/query/`
    }
  };
}

/** Identity of the session's user: OpenID's userinfo and the older id URL. */
export function identityRoutes(api: Api): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.on(['GET', 'POST'], '/services/oauth2/userinfo', (context: ApiContext) =>
    context.json(identity(api, context, context.get('userId')))
  );
  routes.get('/services/oauth2/singleaccess', (context: ApiContext) => {
    const target = new URL('/secur/frontdoor.jsp', origin(context));
    target.searchParams.set('otp', api.tickets.issue(context.get('userId')));
    const redirect = context.req.query('redirect_uri');
    if (redirect !== undefined) target.searchParams.set('startURL', redirect);
    return context.json({ frontdoor_uri: target.toString() });
  });
  routes.get('/id/:org/:user', (context) => {
    if (!context.req.param('user').startsWith(context.get('userId').slice(0, 15))) throw notFound();
    return context.json(identity(api, context, context.get('userId')));
  });
  return routes;
}
