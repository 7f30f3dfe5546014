import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openAs, retype, violations, type PersonaPage } from './browser.ts';
import { startPortal, type RunningPortal } from './harness.ts';
import { ensureSubmitted, insertAs } from './sample.ts';

const START_MS = 180_000;
const TEST_MS = 60_000;

let running: RunningPortal;
let browser: Browser;
let deal: string;
let editable: string;

beforeAll(async () => {
  running = await startPortal();
  browser = await launchBrowser();
  const register = (company: string, status: string): string =>
    insertAs(running.org, running.sample.mayaId, 'Deal_Registration__c', {
      Prospect_Company__c: company,
      Prospect_Country__c: 'United Kingdom',
      Partner__c: running.sample.brightlineId,
      Amount__c: 28_000,
      Close_Date__c: '2027-03-01',
      Status__c: status
    });
  deal = register('Harbourgate <img src=x onerror="document.title=1">', 'Submitted');
  // A submitted registration is locked by its approval: edits are tried on a draft.
  editable = register('Northgate Rail', 'Draft');
}, START_MS);

afterAll(async () => {
  await browser?.close();
  await running?.close();
}, TEST_MS);

async function as<T>(persona: string, body: (opened: PersonaPage) => Promise<T>): Promise<T> {
  const opened = await openAs(browser, running.origin, persona);
  try {
    return await body(opened);
  } finally {
    await opened.context.close();
  }
}

describe('the partner site', () => {
  it(
    'shows its pages from metadata and moves between them without reloading',
    async () => {
      await as('Maya Osei', async ({ page, problems }) => {
        await page.getByRole('heading', { name: 'Welcome to the partner portal' }).waitFor();
        await page.evaluate(() => Object.assign(globalThis, { stayed: true }));
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Register a deal' }).click();
        await page.waitForURL('**/partners/new-deal');
        await page
          .getByLabel(/Company/)
          .first()
          .waitFor();
        expect(await page.evaluate(() => 'stayed' in globalThis)).toBe(true);
        expect(await page.title()).toBe('Register a Deal | Partner Portal');
        await page.goBack();
        await page.getByRole('heading', { name: 'Welcome to the partner portal' }).waitFor();
        expect(problems).toEqual([]);
      });
    },
    TEST_MS
  );

  it(
    'opens a deal by its address and shows hostile text as text',
    async () => {
      await as('Maya Osei', async ({ page, problems }) => {
        await page.goto(`${running.origin}/partners/deal/${deal}`);
        await page.getByText('Harbourgate <img src=x').first().waitFor();
        expect(await page.title()).not.toBe('1');
        expect(problems).toEqual([]);
      });
    },
    TEST_MS
  );

  it(
    'tells another partner nothing of it',
    async () => {
      await as('Jonas Keller', async ({ page }) => {
        await page.goto(`${running.origin}/partners/deal/${deal}`);
        await page
          .getByRole('alert')
          .or(page.getByText(/not (exist|found|available)|cannot|no longer/i))
          .first()
          .waitFor();
        expect(await page.locator('body').innerText()).not.toContain('Harbourgate');
        await page.goto(`${running.origin}/partners/deals`);
        await page.getByText(/deal/i).first().waitFor();
        expect(await page.locator('body').innerText()).not.toContain('Harbourgate');
      });
    },
    TEST_MS
  );

  it(
    'lets the keyboard skip the header',
    async () => {
      await as('Maya Osei', async ({ page }) => {
        await page.getByRole('heading', { name: 'Welcome to the partner portal' }).waitFor();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.locator('main:focus').waitFor();
      });
    },
    TEST_MS
  );

  it(
    'keeps partner users out of Lightning Experience',
    async () => {
      await as('Maya Osei', async ({ page }) => {
        await page.goto(`${running.origin}/lightning/page/home`);
        expect(new URL(page.url()).pathname).toBe('/partners');
      });
    },
    TEST_MS
  );

  it(
    'has no serious accessibility violation on its pages',
    async () => {
      await as('Maya Osei', async ({ page }) => {
        for (const path of ['/partners', '/partners/deals', '/partners/new-deal', `/partners/deal/${deal}`]) {
          await page.goto(`${running.origin}${path}`);
          await page.waitForLoadState('networkidle');
          expect(await violations(page), path).toEqual([]);
        }
      });
    },
    TEST_MS
  );
});

describe('Lightning Experience', () => {
  it(
    'leads the channel manager from the list to a record, and saves an edit',
    async () => {
      await as('Priya Raman', async ({ page, problems }) => {
        await page.getByRole('navigation', { name: 'App' }).getByRole('link', { name: 'Deal Registrations' }).click();
        await page
          .getByRole('row', { name: /Northgate Rail/ })
          .getByRole('link', { name: /DR-/ })
          .click();
        await page.waitForURL(/\/lightning\/r\//);
        await page.getByRole('button', { name: 'Edit', exact: true }).click();
        const form = page.getByRole('dialog');
        await retype(form.getByLabel('Amount'), '31000');
        await form.getByRole('button', { name: 'Save' }).click();
        await form.waitFor({ state: 'hidden' });
        await page.getByText('$31,000.00').first().waitFor();
        expect(problems).toEqual([]);
      });
    },
    TEST_MS
  );

  it(
    'shows at its field what a validation rule refuses',
    async () => {
      await as('Priya Raman', async ({ page }) => {
        await page.goto(`${running.origin}/lightning/r/${editable}/view`);
        await page.getByRole('button', { name: 'Edit', exact: true }).click();
        const form = page.getByRole('dialog');
        await retype(form.getByLabel('Amount'), '-1');
        await form.getByRole('button', { name: 'Save' }).click();
        await form
          .getByText(/negative|less than|greater|at least|zero/i)
          .first()
          .waitFor();
        expect(await form.isVisible()).toBe(true);
      });
    },
    TEST_MS
  );

  it(
    'decides a pending approval natively',
    async () => {
      await ensureSubmitted(running.org, running.sample.mayaId, deal);
      await as('Priya Raman', async ({ page, problems }) => {
        await page.goto(`${running.origin}/lightning/r/${deal}/view`);
        const approvals = page.getByRole('article', { name: 'Approval history' });
        await approvals.getByRole('button', { name: 'Approve' }).click();
        await approvals.getByLabel(/Comments/).fill('Known customer');
        await approvals.getByRole('button', { name: 'Approve' }).click();
        await approvals.getByText('Approved', { exact: true }).waitFor();
        await approvals.getByText('Known customer').waitFor();
        await page.getByLabel('Highlights').getByText('Approved').waitFor();
        expect(problems).toEqual([]);
      });
    },
    TEST_MS
  );

  it(
    'gives the administrator the admin app with its health check',
    async () => {
      await as('Local Admin', async ({ page }) => {
        await page.getByRole('button', { name: 'App Launcher' }).click();
        await page.getByRole('button', { name: /Partner AI Administration/ }).click();
        await page.waitForURL(/\/lightning\/n\/AI_Admin/);
        await page.getByText('Health check').first().waitFor();
      });
    },
    TEST_MS
  );

  it(
    'says so when an address leads nowhere',
    async () => {
      await as('Priya Raman', async ({ page }) => {
        await page.goto(`${running.origin}/lightning/r/aiP000000000999/view`);
        await page
          .getByRole('alert')
          .getByText(/does not exist/)
          .waitFor();
      });
    },
    TEST_MS
  );

  it(
    'has no serious accessibility violation on its pages',
    async () => {
      await as('Priya Raman', async ({ page }) => {
        for (const path of ['/lightning/page/home', '/lightning/o/Deal_Registration__c/list', `/lightning/r/${deal}/view`]) {
          await page.goto(`${running.origin}${path}`);
          await page.waitForLoadState('networkidle');
          expect(await violations(page), path).toEqual([]);
        }
      });
    },
    TEST_MS
  );
});
