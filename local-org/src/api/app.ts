import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { LocalPlatform } from '../platform/local-platform.ts';
import { anonymousRoutes, soapApexRoutes } from './anonymous.ts';
import { apexRestRoutes } from './apex.ts';
import { collectionRoutes, compositeRoutes } from './composite.ts';
import { authenticate } from './context.ts';
import type { Api, ApiEnv } from './context.ts';
import { ApiError, notFound, respond } from './errors.ts';
import { identityRoutes, resourceRoutes, versionRoutes } from './info.ts';
import { loginRoutes } from './login.ts';
import { requestPath } from './path.ts';
import { queryRoutes } from './query.ts';
import { Sessions } from './sessions.ts';
import { sobjectRoutes } from './sobjects.ts';
import { testRunRoutes } from './test-runs.ts';
import { Tickets } from './tickets.ts';

export interface ApiOptions {
  readonly platform: LocalPlatform;
  /** Password of every persona, and the client secret of client-credentials logins. */
  readonly password: string;
  readonly sessions?: Sessions;
  /** Shared with the browser side, which redeems them. */
  readonly tickets?: Tickets;
  readonly log?: (line: string) => void;
}

/** A file of 25 MB in base64 fits; more is refused before it is read. */
const MAX_BODY_BYTES = 37_500_000;

/** Salesforce's REST API over one org. */
export function createApi(options: ApiOptions): Hono {
  const { platform, log = () => {} } = options;
  const api: Api = {
    platform,
    log,
    sessions: options.sessions ?? new Sessions(platform, options.password),
    tickets: options.tickets ?? new Tickets()
  };
  const app = new Hono({ getPath: requestPath });
  app.onError((error, context) => respond(context, error, log));
  app.notFound((context) => respond(context, notFound(), log));
  const limit = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: () => {
      throw new ApiError(413, 'REQUEST_LIMIT_EXCEEDED', `The request body may have at most ${MAX_BODY_BYTES} bytes`);
    }
  });
  app.use('/services/*', limit);
  app.route('/', loginRoutes(api));
  app.route('/', soapApexRoutes(api));
  app.route('/', versionRoutes(api));

  const authenticated = new Hono<ApiEnv>();
  authenticated.use('/services/data/:version/*', authenticate(api));
  authenticated.use('/services/apexrest/*', authenticate(api));
  authenticated.use('/services/oauth2/userinfo', authenticate(api));
  authenticated.use('/services/oauth2/singleaccess', authenticate(api));
  authenticated.use('/id/*', authenticate(api));
  authenticated.route('/', identityRoutes(api));
  authenticated.route('/', apexRestRoutes(api));
  for (const routes of [
    resourceRoutes(api),
    testRunRoutes(api),
    queryRoutes(api),
    collectionRoutes(api),
    compositeRoutes((request) => app.fetch(request)),
    sobjectRoutes(api),
    anonymousRoutes(api)
  ]) {
    authenticated.route('/services/data/:version{v[0-9]+\\.[0-9]}', routes);
  }
  app.route('/', authenticated);
  return app;
}
