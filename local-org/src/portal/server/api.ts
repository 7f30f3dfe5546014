import { Hono, type Context } from 'hono';
import type { Org } from '../../org.ts';
import type { LocalPlatform } from '../../platform/local-platform.ts';
import type { Execution } from '../../runtime/execution.ts';
import { assignedPage, defaultRecordPage, readApps, tabPage } from '../pages/apps.ts';
import type { SiteDefinition } from '../pages/site.ts';
import { appVisible, objectPermissions, tabVisible } from './access.ts';
import { activities } from './activities.ts';
import { requestApex } from '../../threads/aura.ts';
import { apexCall } from './apex.ts';
import { approvalHistory, decide } from './approvals.ts';
import { eventStream } from './events.ts';
import { HttpError } from './http-error.ts';
import { listView, listViews } from './list-views.ts';
import { notifications, readNotifications } from './notifications.ts';
import { objectInfo, picklistFieldValues, picklistValues } from './object-info.ts';
import { isPartnerUser } from './personas.ts';
import { recordPage, relatedList } from './record-page.ts';
import { createRecord, deleteRecord, readRecord, updateRecord } from './records.ts';
import { objectNamed, objectOfRecord } from './rows.ts';
import { requireApiHeader, requireSameOrigin, type Sessions } from './session.ts';

const MAX_PAGE_SIZE = 2000;

/** What pages call. Every route runs as the signed-in user; reads and writes alike respect what that user may do. */
export function apiRoutes(org: Org, sessions: Sessions, sites: readonly SiteDefinition[]): Hono {
  const { model } = org;
  const app = new Hono().basePath('/portal/api');

  app.use('*', async (c, next) => {
    requireSameOrigin(c);
    requireApiHeader(c);
    sessions.required(c);
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
  });

  /** Runs in one transaction as the user and answers with its value. */
  const answer = (body: (c: Context, execution: Execution) => unknown) => (c: Context) =>
    c.json(
      (org.platform.transaction({ userId: sessions.required(c), quiddity: 'AURA' }, (execution) => body(c, execution)) ?? null) as object
    );
  /** Parts of Lightning Experience, which partner users do not have. */
  const internal = (body: (c: Context, execution: Execution) => unknown) =>
    answer((c, execution) => {
      if (isPartnerUser(execution.user.userType)) throw new HttpError(403, 'Lightning Experience is for internal users.');
      return body(c, execution);
    });

  app.post('/apex', async (c) => {
    const call = apexCall(await json(c));
    return c.json({ returnValue: await requestApex(org.platform as LocalPlatform, sessions.required(c), call) } as object);
  });

  app.get(
    '/site',
    answer((c) => sites.find((site) => refererPath(c).startsWith(site.basePath)) ?? sites[0] ?? missing('site'))
  );
  app.get('/notifications', (c) => c.json(notifications(org, sessions.required(c)) as object));
  app.post('/notifications/read', async (c) => {
    readNotifications(org, sessions.required(c), await json(c));
    return c.json({});
  });
  app.get('/events', (c) => eventStream(org, sessions.required(c), c));

  app.get(
    '/ui/records/:id',
    answer((c) => readRecord(model, param(c, 'id'), names(c, 'fields'), names(c, 'optionalFields')))
  );
  app.post(
    '/ui/records',
    withBody((body) => createRecord(model, body))
  );
  app.patch(
    '/ui/records/:id',
    withBody((body, c) => updateRecord(model, param(c, 'id'), body))
  );
  app.delete(
    '/ui/records/:id',
    answer((c) => deleteRecord(model, param(c, 'id')))
  );
  app.get(
    '/ui/records/:id/related/:name',
    answer((c) => relatedRecords(c))
  );
  app.get(
    '/ui/object-info/:object',
    answer((c) => objectInfo(model, objectNamed(model, param(c, 'object'))))
  );
  app.get(
    '/ui/object-info/:object/picklist-values',
    answer((c) => picklistFieldValues(model, objectNamed(model, param(c, 'object'))))
  );
  app.get(
    '/ui/object-info/:object/picklist-values/:field',
    answer((c) => picklistValues(objectNamed(model, param(c, 'object')), param(c, 'field')))
  );
  app.get(
    '/ui/lists/:object',
    answer((c) => ({ lists: listViews(objectNamed(model, param(c, 'object'))).map(({ name, label }) => ({ apiName: name, label })) }))
  );
  app.get(
    '/ui/lists/:object/:view',
    answer((c) => listView(model, objectNamed(model, param(c, 'object')), param(c, 'view'), { pageSize: pageSize(c) }))
  );

  app.get(
    '/page/apps',
    internal(() =>
      readApps(model)
        .filter((item) => appVisible(model, item.name))
        .map((item) => ({ ...item, tabs: item.tabs.filter((tab) => tabVisible(model, tab)) }))
        .filter((item) => item.tabs.length > 0)
    )
  );
  app.get(
    '/page/home/:app',
    internal((c) => ({ page: assignedPage(model, param(c, 'app'), 'Tab', 'standard-home') ?? missing('home page') }))
  );
  app.get(
    '/page/tab/:tab',
    internal((c) => tabPage(model, param(c, 'tab')) ?? missing('tab'))
  );
  app.get(
    '/page/record/:app/:id',
    internal((c) => {
      const record = recordPage(model, null, param(c, 'id'));
      return {
        record,
        page: assignedPage(model, param(c, 'app'), 'View', record.objectApiName) ?? defaultRecordPage(record.objectApiName)
      };
    })
  );
  app.get(
    '/page/new/:object',
    internal((c) => recordPage(model, param(c, 'object'), null))
  );
  app.get(
    '/page/views/:object',
    internal((c) => {
      const object = objectNamed(model, param(c, 'object'));
      return {
        label: object.pluralLabel,
        canCreate: objectPermissions(object).create,
        views: listViews(object).map(({ name, label }) => ({ name, label }))
      };
    })
  );
  app.get(
    '/page/views/:object/:view',
    internal((c) =>
      listView(model, objectNamed(model, param(c, 'object')), param(c, 'view'), {
        pageSize: pageSize(c),
        sort: c.req.query('sort'),
        descending: c.req.query('descending') === '1'
      })
    )
  );
  app.get(
    '/page/related/:id/:name',
    internal((c) => relatedList(model, param(c, 'id'), param(c, 'name'), null, pageSize(c)))
  );
  app.get(
    '/page/approvals/:id',
    internal((c) => approvalHistory(param(c, 'id'), objectOfRecord(model, param(c, 'id')).name))
  );
  app.post(
    '/page/decide',
    withBody((body, _c, execution) => {
      if (isPartnerUser(execution.user.userType)) throw new HttpError(403, 'Lightning Experience is for internal users.');
      return decide(org, body);
    })
  );
  app.get(
    '/page/activities/:id',
    internal((c) => activities(model, param(c, 'id')))
  );

  return app;

  function withBody(body: (json: unknown, c: Context, execution: Execution) => unknown) {
    return async (c: Context) => {
      const content = await json(c);
      return answer((context, execution) => body(content, context, execution))(c);
    };
  }

  function relatedRecords(c: Context): unknown {
    const table = relatedList(
      model,
      param(c, 'id'),
      param(c, 'name'),
      names(c, 'fields').map((name) => name.split('.').slice(1).join('.')),
      pageSize(c)
    );
    if (c.req.query('countOnly')) return { count: table.rows.length };
    return {
      count: table.rows.length,
      records: table.rows.map((row) => ({
        id: row.id,
        apiName: table.objectApiName,
        fields: Object.fromEntries(row.cells.map((cell, i) => [table.columns[i]!.path, { value: cell.value, displayValue: cell.text }]))
      }))
    };
  }
}

async function json(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof HttpError) throw error;
    throw new HttpError(400, 'The body of the request is not JSON.');
  }
}

function param(c: Context, name: string): string {
  return c.req.param(name) ?? '';
}

function names(c: Context, parameter: string): string[] {
  return (c.req.query(parameter) ?? '').split(',').filter(Boolean);
}

function pageSize(c: Context): number {
  const size = Number(c.req.query('pageSize') ?? 50);
  return Number.isInteger(size) && size > 0 ? Math.min(size, MAX_PAGE_SIZE) : 50;
}

/** A site's page asks for its own definition. */
function refererPath(c: Context): string {
  const referer = c.req.header('Referer');
  return referer && URL.canParse(referer) ? new URL(referer).pathname : '';
}

function missing(what: string): never {
  throw new HttpError(404, `There is no such ${what}.`);
}
