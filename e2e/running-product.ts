import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@jsforce/jsforce-node';
import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchBrowser, openAs, type PersonaPage } from '@partner-portal-ai/local-org/browser';
import { connect, targetFromEnvironment } from '../scripts/import/connect.ts';
import { type Product, type ProductOptions, startProduct } from '../scripts/lib/product.ts';

export const REP = 'Maya Osei';
export const OTHER_REP = 'Jonas Keller';
export const MANAGER = 'Priya Raman';
export const ADMIN = 'Local Admin';

export const USERNAMES: Readonly<Record<string, string>> = {
  [REP]: 'maya.osei@brightline.example',
  [OTHER_REP]: 'jonas.keller@nordwind.example',
  [MANAGER]: 'priya.raman@partnerportal.local',
  [ADMIN]: 'admin@local.org'
};

export interface RunningProduct {
  readonly product: Product;
  readonly browser: Browser;
  /** The org's API, as the administrator. */
  readonly api: Connection;
  /** The org's API, as anybody. */
  apiAs(persona: string): Promise<Connection>;
  signIn(persona: string): Promise<PersonaPage>;
  stop(): Promise<void>;
}

/** A data folder of its own, filled with the sample data that all test files begin with. */
export function seededFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'partner-portal-'));
  cpSync(inject('sampleData'), folder, { recursive: true });
  return folder;
}

/** The product as `npm start` runs it, on a data folder of its own, with a browser beside it. */
export async function runProduct(options: Pick<ProductOptions, 'calloutSeconds'> = {}): Promise<RunningProduct> {
  const folder = seededFolder();
  const product = await startProduct({ folder, port: 0, servicePort: 0, report: () => {}, ...options });
  const browser = await launchBrowser();
  const apiAs = (persona: string): Promise<Connection> =>
    connect({ ...targetFromEnvironment({}), url: product.url, username: USERNAMES[persona] as string });
  const api = await apiAs(ADMIN);
  return {
    product,
    browser,
    api,
    apiAs,
    signIn: (persona) => openAs(browser, product.url, persona),
    stop: async () => {
      await browser.close();
      await product.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

export interface DealEntry {
  readonly company: string;
  readonly domain?: string;
  readonly country: string;
  readonly product: string;
  readonly amount: string;
  readonly closeDate: string;
  readonly description?: string;
}

/** Fills and submits the registration form the way a person does; ends on the page of the registration. */
export async function registerDeal(page: Page, deal: DealEntry, beforeSubmit?: () => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: 'Register a deal' }).first().click();
  await page.getByLabel('Company').fill(deal.company);
  if (deal.domain) await page.getByLabel('Website or email domain').fill(deal.domain);
  await page.getByLabel('Country').fill(deal.country);
  await page.getByRole('combobox', { name: 'Product' }).click();
  await page.getByRole('option', { name: deal.product }).click();
  await page.getByLabel(/Expected amount/).fill(deal.amount);
  // Typed as the person's locale writes it.
  await page
    .getByLabel('Expected close date')
    .fill(new Date(`${deal.closeDate}T00:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' }));
  await page.keyboard.press('Tab');
  if (deal.description) await page.getByLabel('What does the customer need?').fill(deal.description);
  await beforeSubmit?.();
  await page.getByRole('button', { name: 'Submit registration' }).click();
  await page.locator('c-deal-status').waitFor();
  // The message that all is well covers the navigation for a while.
  await page.locator('lightning-toast').getByRole('button', { name: 'Close' }).first().click();
}

/** Runs Apex as the administrator, as an admin would in the developer console. */
export async function runApex(api: Connection, apex: string): Promise<void> {
  const result = await api.tooling.executeAnonymous(apex);
  if (!result.success) throw new Error(`${apex}\n${result.compileProblem ?? result.exceptionMessage}`);
}

/** The one record a query finds. */
export async function only<T extends object>(api: Connection, query: string): Promise<T> {
  const { records } = await api.query<T>(query);
  if (records.length !== 1) throw new Error(`${records.length} records for: ${query}`);
  return records[0] as T;
}

export async function until(what: string, condition: () => Promise<boolean>, milliseconds = 30_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Still not so after ${milliseconds / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** What the sweeper does four times an hour, now, with all waiting work due. */
export async function sweep(api: Connection): Promise<void> {
  await runApex(
    api,
    "List<AI_Job__c> jobs = [SELECT Id FROM AI_Job__c WHERE Status__c IN ('Pending', 'Failed')]; for (AI_Job__c job : jobs) { job.Next_Attempt_At__c = System.now().addMinutes(-1); } update jobs; new AiJobSweeper().execute(null);"
  );
}
