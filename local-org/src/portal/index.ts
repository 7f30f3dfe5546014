import path from 'node:path';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Org } from '../org.ts';
import type { Execution } from '../runtime/execution.ts';
import { withOrg } from '../platform/transaction.ts';
import { baseComponents } from './build/base-components.ts';
import { buildBundles } from './build/bundles.ts';
import { readSites, type SiteDefinition } from './pages/site.ts';
import { auraEnabledMethod } from './server/apex.ts';
import { apiRoutes } from './server/api.ts';
import { assetRoutes } from './server/assets.ts';
import { pageContext } from './server/context.ts';
import { escapeHtml, plainPage, SECURITY_HEADERS, shellPage, type PageAssets } from './server/page.ts';
import { personaPage } from './server/persona-page.ts';
import { isPartnerUser, personas, type Persona } from './server/personas.ts';
import { asHttpError, HttpError } from './server/http-error.ts';
import { requireSameOrigin, Sessions } from './server/session.ts';

/** Aura's own limit on what a component may send. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

export interface PortalOptions {
  /** The user to whom a one-time ticket in a front-door link was issued; without it there is no front door. */
  readonly redeem?: (ticket: string) => string | null;
  /** Where builds are kept between runs. */
  readonly cacheFolder?: string;
  /** Looks at the sources for every page, so that an edited component shows on reload. Off: the first build is kept. */
  readonly rebuild?: boolean;
  /** Receives what went wrong on the server: the page only learns that something did. */
  readonly log?: (line: string) => void;
}

export interface Portal {
  readonly app: Hono;
  /** Builds the base components and the org's bundles; rejects with the compiler's message. Pages wait for it. */
  ready(): Promise<void>;
  /** The people a visitor can be, for the start-up message. */
  personas(): Persona[];
}

/** The portal of a running org: sign-in, site, Lightning and the API behind their components. */
export function portal(org: Org, options: PortalOptions = {}): Portal {
  const cacheFolder = options.cacheFolder ?? path.join(org.model.root, '.cache', 'local-org', 'portal');
  const log = options.log ?? ((line: string) => console.error(line));
  const sessions = new Sessions();
  const sites = readSites(org.model);
  let kept: Promise<PageAssets> | null = null;
  const build = (): Promise<PageAssets> => {
    if (options.rebuild !== false) return buildAssets(org, cacheFolder);
    kept ??= buildAssets(org, cacheFolder);
    return kept;
  };

  const app = new Hono();
  app.onError((error, c) => {
    const failure = asHttpError(error);
    if (failure.status === 500) log(error.stack ?? error.message);
    if (c.req.path.startsWith('/portal/api/')) return c.json(failure.body, failure.status);
    return c.html(
      plainPage(
        'Something is wrong',
        `<main class="portal-plain-main"><h1>Something is wrong</h1><pre class="portal-prose">${escapeHtml(error.message)}</pre></main>`
      ),
      failure.status,
      SECURITY_HEADERS
    );
  });
  app.use(
    '/portal/api/*',
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new HttpError(413, 'What was sent is larger than 4 MB.');
      }
    })
  );
  app.route('/', assetRoutes(cacheFolder));
  app.route('/', apiRoutes(org, sessions, sites));

  app.get('/', (c) => c.html(personaPage(asSystem(org, () => personas(org))), 200, SECURITY_HEADERS));
  app.post('/signin', async (c) => {
    requireSameOrigin(c);
    const chosen = asSystem(org, () => personas(org)).find((persona) => String(persona.userId) === c.req.query('user'));
    if (!chosen) throw new HttpError(404, 'There is no such persona.');
    sessions.start(c, chosen.userId);
    return c.redirect(chosen.place === 'site' ? siteOf(sites).basePath || '/site' : '/lightning/page/home', 303);
  });
  app.get('/secur/frontdoor.jsp', (c) => {
    const userId = options.redeem?.(c.req.query('otp') ?? '') ?? null;
    if (userId === null) throw new HttpError(403, 'This link has been used or is too old. Ask for another.');
    sessions.start(c, userId);
    const target = c.req.query('startURL') ?? '';
    // Only a path of this server: a link must not lead elsewhere with a fresh session.
    const own = /^\/(?![/\\])/.test(target) ? target : null;
    const partner = asUser(org, userId, (execution) => isPartnerUser(execution.user.userType));
    return c.redirect(own ?? (partner ? siteOf(sites).basePath || '/site' : '/lightning/page/home'), 303);
  });
  // Where the platform logs a site's user out. Here it leads to whom one can be next.
  for (const site of sites) {
    app.get(`${site.basePath}/secur/logout.jsp`, (c) => {
      sessions.end(c);
      return c.redirect('/', 303);
    });
  }
  app.post('/signout', (c) => {
    requireSameOrigin(c);
    sessions.end(c);
    return c.redirect('/', 303);
  });

  const shell = (site: SiteDefinition | null) => async (c: Context) => {
    const userId = sessions.user(c);
    if (!userId) return c.redirect('/');
    const assets = await build();
    const context = asUser(org, userId, (execution) => {
      const partner = isPartnerUser(execution.user.userType);
      return partner && !site ? null : pageContext(site);
    });
    if (!context) return c.redirect(siteOf(sites).basePath);
    return c.html(shellPage(site?.name ?? 'Lightning Experience', context, assets), 200, SECURITY_HEADERS);
  };
  for (const site of sites) {
    app.get(site.basePath, shell(site));
    app.get(`${site.basePath}/*`, shell(site));
  }
  app.get('/lightning', shell(null));
  app.get('/lightning/*', shell(null));

  return {
    app,
    ready: async () => void (await build()),
    personas: () => asSystem(org, () => personas(org))
  };
}

/**
 * The portal as routes to mount. Waits for the builds, so that the first page is quick. Components that do not compile are
 * reported and do not stop the org: every page then says what is wrong, until the source is corrected.
 */
export async function portalRoutes(org: Org): Promise<Hono> {
  const { app, ready } = portal(org);
  await ready().catch((error: unknown) =>
    console.error(`Lightning web components: ${error instanceof Error ? error.message : String(error)}`)
  );
  return app;
}

async function buildAssets(org: Org, cacheFolder: string): Promise<PageAssets> {
  const base = await baseComponents(cacheFolder);
  const auraEnabled = (className: string, method: string): boolean => {
    const info = org.program.classes.get(className.toLowerCase());
    return info !== undefined && auraEnabledMethod(info, method) !== undefined;
  };
  const bundles = await buildBundles({ model: org.model, base, cacheFolder, auraEnabled });
  return { baseKey: base.key, bundleKey: bundles.key };
}

function siteOf(sites: readonly SiteDefinition[]): SiteDefinition {
  const [site] = sites;
  if (!site) throw new HttpError(404, 'The source tree has no Experience Cloud site.');
  return site;
}

function asUser<T>(org: Org, userId: string, body: (execution: Execution) => T): T {
  return org.platform.transaction({ userId, quiddity: 'AURA' }, body);
}

/** For what is shown before anybody signed in. */
function asSystem<T>(org: Org, body: () => T): T {
  return withOrg(org, body);
}
