import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { loadModel } from '../../src/metadata/load.ts';
import { baseComponents } from '../../src/portal/build/base-components.ts';
import { buildBundles } from '../../src/portal/build/bundles.ts';
import { assetRoutes } from '../../src/portal/server/assets.ts';
import { shellPage, SECURITY_HEADERS } from '../../src/portal/server/page.ts';
import { personaPage } from '../../src/portal/server/persona-page.ts';
import { readSites } from '../../src/portal/pages/site.ts';
import { readApps, assignedPage, tabPage } from '../../src/portal/pages/apps.ts';
import { launchBrowser } from './browser.ts';
const cache = '/work/main/.cache/local-org/portal';
const model = loadModel('/work/main');
class Labels extends Map<string, string> { override get(k: string) { return super.get(k) ?? k; } }
const m2 = { ...model, labels: new Labels(model.labels) };
const base = await baseComponents(cache);
const b = await buildBundles({ model: m2, base, auraEnabled: () => true, cacheFolder: cache });
const sites = readSites(model);
const app = new Hono();
app.route('/', assetRoutes(cache));
const user = { id: '005000000000001AAA', name: 'Mia Keller', profile: 'Channel Manager', accountName: null, timeZone: 'Europe/Berlin', isGuest: false };
const assets = { baseKey: base.key, bundleKey: b.key };
app.get('/', (c) => c.html(personaPage([{ userId: '1', name: 'Ana Ruiz', role: 'Partner representative, Northwind Integrators', can: ['Registers deals and follows them.'], place: 'site' }, { userId: '2', name: 'Tom Berg', role: 'Partner representative, Fabrikam', can: ['Registers deals and follows them.'], place: 'site' }, { userId: '3', name: 'Mia Keller', role: 'Channel manager', can: ['Reviews registrations, approves and rejects.'], place: 'lightning' }]), 200, SECURITY_HEADERS));
const page = (site: boolean) => (c: any) => c.html(shellPage('x', { user: site ? { ...user, name: 'Ana Ruiz', accountName: 'Northwind Integrators' } : user, customPermissions: [], userPermissions: [], shell: site ? 'site' : 'lightning', ...(site ? { site: { id: 's', name: sites[0]!.name, basePath: sites[0]!.basePath } } : {}) } as any, assets), 200, SECURITY_HEADERS);
app.get('/partners', page(true)); app.get('/partners/*', page(true)); app.get('/lightning/*', page(false));
const api = new Hono();
api.get('/site', (c) => c.json(sites[0] as any));
api.get('/notifications', (c) => c.json([{ id: '1', title: 'Deal scored', body: 'Contoso Ltd scored 82', at: Date.now(), read: false, recordId: 'a00000000000001AAA', objectApiName: 'Deal_Registration__c' }]));
api.get('/page/apps', (c) => c.json([...readApps(model)].reverse() as any));
api.get('/page/home/:app', (c) => c.json({ page: assignedPage(model, c.req.param('app'), 'Tab', 'standard-home') } as any));
api.get('/page/tab/:t', (c) => c.json(tabPage(model, c.req.param('t')) as any));
const col = (path: string, label: string, numeric = false) => ({ path, label, type: 'String', numeric });
const cell = (text: string | null, recordId: string | null = null) => ({ text, value: text, recordId });
const table = { objectApiName: 'Deal_Registration__c', columns: [col('Name', 'Registration'), col('Prospect_Company__c', 'Company'), col('Partner__r.Name', 'Partner'), col('Status__c', 'Status'), col('Amount__c', 'Amount', true), col('AI_Score__c', 'AI Score', true)], rows: Array.from({ length: 8 }, (_, i) => ({ id: `a0000000000000${i}AAA`, cells: [cell(`DR-000${i}`, 'a00000000000001AAA'), cell('Contoso Manufacturing GmbH'), cell('Northwind Integrators', 'a01000000000001AAA'), cell('In Review'), cell('$120,000.00'), cell('82')] })), more: true };
api.get('/page/views/:o', (c) => c.json({ label: 'Deal Registrations', canCreate: true, views: [{ name: 'Waiting_For_Review', label: 'Waiting for Review' }, { name: 'All', label: 'All Registrations' }] }));
api.get('/page/views/:o/:v', (c) => c.json({ ...table, name: c.req.param('v'), label: c.req.param('v').replaceAll('_', ' ') } as any));
const f = (name: string, label: string, text: string | null, type = 'String', extra = {}) => ({ name, label, help: null, type, value: text, text, recordId: null, editable: true, required: false, length: 80, scale: null, options: null, ...extra });
const record = { id: 'a00000000000001AAA', objectApiName: 'Deal_Registration__c', objectLabel: 'Deal Registration', title: 'DR-0001', locked: true, canEdit: true, canDelete: true, highlights: [f('c', 'Company', 'Contoso Manufacturing GmbH'), f('s', 'Status', 'In Review', 'Picklist', { options: [{ label: 'In Review', value: 'In Review' }] }), f('a', 'Amount', '$120,000.00', 'Currency'), f('p', 'Partner', 'Northwind', 'Reference', { recordId: 'a01000000000001AAA' })], sections: [{ label: 'Registration', showLabel: true, columns: [[f('c', 'Company', 'Contoso Manufacturing GmbH'), f('s', 'Status', 'In Review', 'Picklist', { options: [{ label: 'In Review', value: 'In Review' }] }), f('d', 'Close Date', '2027-01-03', 'Date')], [f('a', 'Amount', '120000', 'Currency', { scale: 2 }), f('desc', 'Description', 'A longer text\nwith two lines', 'LongTextArea')]] }], relatedLists: [{ name: 'x', label: 'AI Recommendations', kind: 'records' }, { name: 'ProcessSteps', label: 'Approval History', kind: 'approvals' }] };
api.get('/page/record/:app/:id', (c) => c.json({ record, page: assignedPage(model, c.req.param('app'), 'View', 'Deal_Registration__c') } as any));
api.get('/page/related/*', (c) => c.json({ ...table, rows: table.rows.slice(0, 2) } as any));
api.get('/page/approvals/:id', (c) => c.json({ workitemId: 'x', steps: [{ id: '1', status: 'Pending', at: new Date().toISOString(), assignedTo: 'Deal Desk', actor: 'Deal Desk', comments: null }, { id: '2', status: 'Started', at: new Date().toISOString(), assignedTo: 'Integration', actor: 'Integration', comments: 'Score 82, high confidence' }] }));
api.get('/page/activities/:id', (c) => c.json([{ id: '1', subject: 'Deal scored 82', description: 'Route for review', status: 'Completed', done: true, who: 'Integration User', at: new Date().toISOString() }]));
api.all('*', (c) => c.json({ message: `mock: ${c.req.path}` }, 500));
app.route('/portal/api', api);
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, async (info) => {
  const browser = await launchBrowser();
  try {
    const shots: [string, string, number][] = [['persona', '/', 1280], ['site-home', '/partners', 1280], ['site-new', '/partners/new-deal', 1280], ['site-detail', '/partners/deal/a00000000000001AAA', 1280], ['site-phone', '/partners', 390], ['l-home', '/lightning/page/home', 1360], ['l-list', '/lightning/o/Deal_Registration__c/list', 1360], ['l-record', '/lightning/r/a00000000000001AAA/view', 1360], ['l-tab', '/lightning/n/AI_Admin', 1360]];
    const only = process.argv[2];
    for (const [name, url, width] of shots) {
      if (only && !name.startsWith(only)) continue;
      const p = await browser.newPage({ viewport: { width, height: 900 } });
      p.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log(name, 'console', m.text().slice(0, 300)));
      p.on('pageerror', (e) => console.log(name, 'ERR', (e.stack ?? '').slice(0, 600)));
      await p.goto(`http://127.0.0.1:${info.port}${url}`);
      await p.waitForTimeout(900);
      await p.screenshot({ path: `/work/scratch/look-${name}.png`, fullPage: true });
      await p.close();
    }
  } finally { await browser.close(); server.close(); }
});
