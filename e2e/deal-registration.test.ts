import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retype, violations } from '@partner-portal-ai/local-org/browser';
import { root } from '../scripts/lib/run.ts';
import {
  ADMIN,
  MANAGER,
  OTHER_REP,
  REP,
  type RunningProduct,
  only,
  registerDeal,
  runApex,
  runProduct,
  sweep,
  until
} from './running-product.ts';

const COMPANY = 'Wrenfield Analytics Ltd';

/** `UPDATE_SCREENSHOTS=1 npm test -- e2e` renews the pictures in docs/. */
async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.UPDATE_SCREENSHOTS) return;
  mkdirSync(join(root, 'docs/screenshots'), { recursive: true });
  await page.waitForLoadState('networkidle');
  // Borders of fields change colour slowly.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(root, `docs/screenshots/${name}.png`) });
}

describe('a partner registers a deal', () => {
  let running: RunningProduct;
  beforeAll(async () => {
    running = await runProduct();
  });
  afterAll(() => running?.stop());

  it('shows status and reasons within seconds and without a reload, to this partner only', async () => {
    const { page, problems } = await running.signIn(REP);
    await picture(page, 'partner-home');
    expect(await violations(page)).toEqual([]);
    await registerDeal(
      page,
      {
        company: COMPANY,
        domain: 'wrenfield.example',
        country: 'United Kingdom',
        product: 'Analytics',
        amount: '32000',
        closeDate: '2027-02-26',
        description: 'They want one view of their orders before the next peak season and have budget for this quarter.'
      },
      async () => {
        await picture(page, 'partner-form');
        expect(await violations(page)).toEqual([]);
      }
    );
    const status = page.locator('[data-id="next-step"]');
    await page.locator('[data-id="working"]').waitFor({ state: 'detached', timeout: 10_000 });
    expect((await status.textContent())?.trim()).not.toBe('');
    expect(await page.locator('[data-id="status"]').textContent()).toMatch(/In review/i);
    await picture(page, 'partner-deal-status');
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);

    const deal = await only<{ Id: string; AI_Status__c: string; AI_Score__c: number }>(
      running.api,
      `SELECT Id, AI_Status__c, AI_Score__c FROM Deal_Registration__c WHERE Prospect_Company__c = '${COMPANY}'`
    );
    expect(deal.AI_Status__c).toBe('Scored');

    const other = await running.signIn(OTHER_REP);
    expect(await other.page.getByText(COMPANY).count()).toBe(0);
    const here = new URL(page.url());
    await other.page.goto(here.href);
    await other.page
      .getByText(/does not exist, or you do not have access/i)
      .first()
      .waitFor();
    expect(await other.page.getByText(COMPANY).count()).toBe(0);
  });

  it('runs in an org that the admin can see is in order', async () => {
    const { page, problems } = await running.signIn(ADMIN);
    await page.getByText('Everything is in place.').waitFor();
    await picture(page, 'admin-health-check');
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('goes as far as the admin lets it: a threshold is saved when the field is left, and one that makes no sense is not', async () => {
    const { page, problems } = await running.signIn(ADMIN);
    const automatic = page.getByRole('region', { name: 'Deal Scoring' }).getByLabel('Automatic from');
    const saved = async (): Promise<number> =>
      JSON.parse(
        (
          await only<{ Thresholds__c: string | null }>(
            running.api,
            "SELECT Thresholds__c FROM AI_Use_Case_Setting__c WHERE Use_Case__c = 'Deal_Scoring'"
          )
        ).Thresholds__c ?? '{}'
      ).Auto ?? 75;
    await retype(automatic, '80.5');
    await page.keyboard.press('Tab');
    await page.getByText('Deal Scoring is saved.').waitFor();
    expect(await saved()).toBe(80.5);
    await retype(automatic, '30');
    await page.keyboard.press('Tab');
    await page.getByText('Review from may not begin above Automatic from').waitFor();
    expect(await saved()).toBe(80.5);
    await retype(automatic, '75');
    await page.keyboard.press('Tab');
    await until('saved', async () => (await saved()) === 75);
    expect(problems.filter((problem) => !problem.includes('400'))).toEqual([]);
  });

  it('is kept as a draft, completed on its own page and submitted from there', async () => {
    const { page, problems } = await running.signIn(REP);
    await page.getByRole('link', { name: 'Register a deal' }).first().click();
    await page.getByLabel('Company').fill('Draft Foundry <b>Ltd</b>');
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.locator('[data-id="edit"]').click();
    await page.getByLabel('Country').fill('Ireland');
    await page.getByRole('combobox', { name: 'Product' }).click();
    await page.getByRole('option', { name: 'Services' }).click();
    await retype(page.getByLabel(/Expected amount/), '7000');
    await page.getByLabel('Expected close date').fill('Feb 26, 2027');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Submit registration' }).click();
    await page.locator('[data-id="working"]').waitFor({ state: 'detached', timeout: 10_000 });
    await page.getByText('In Review').first().waitFor();
    expect(await page.getByRole('button', { name: 'Submit registration' }).count()).toBe(0);
    // What was typed is shown as text.
    await page.getByRole('heading', { name: 'Draft Foundry <b>Ltd</b>' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('is approved by the channel manager from the queue, through the native approval process', async () => {
    const { page, problems } = await running.signIn(MANAGER);
    await picture(page, 'manager-home');
    await page.getByRole('link', { name: 'Deal Registrations' }).first().click();
    await picture(page, 'manager-queue');
    const deal = await only<{ Id: string; Name: string }>(
      running.api,
      `SELECT Id, Name FROM Deal_Registration__c WHERE Prospect_Company__c = '${COMPANY}'`
    );
    await page.getByRole('link', { name: deal.Name }).first().click();
    await page.locator('c-deal-score-card [data-id="score"]').waitFor();
    expect(await page.locator('[data-id="confidence"]').textContent()).toMatch(/comparable past deals/);
    expect(await page.locator('c-core-factors .bar').count()).toBeGreaterThanOrEqual(3);
    await picture(page, 'manager-score-card');
    expect(await violations(page)).toEqual([]);
    await page.locator('c-deal-score-card').getByRole('button', { name: 'Approve', exact: true }).click();
    const override = page.getByLabel('Why do you disagree with the recommendation?');
    if (await override.count()) await override.fill('Known customer, budget confirmed by phone');
    await page.getByRole('button', { name: 'Approve registration' }).click();
    await page.locator('[data-id="decided"]').waitFor();
    // The page around the card shows the new status too, without a reload.
    await page.getByText('Approved', { exact: true }).nth(1).waitFor();
    await picture(page, 'manager-approved');
    expect(problems).toEqual([]);

    const { Id } = deal;
    const after = await only<{ Status__c: string; Opportunity__r: { OwnerId: string; Name: string } }>(
      running.api,
      `SELECT Status__c, Opportunity__r.OwnerId, Opportunity__r.Name FROM Deal_Registration__c WHERE Id = '${Id}'`
    );
    expect(after.Status__c).toBe('Approved');
    const manager = await only<{ Id: string }>(running.api, `SELECT Id FROM User WHERE Name = '${MANAGER}'`);
    expect(after.Opportunity__r.OwnerId).toBe(manager.Id);
    const process = await only<{ Status: string }>(running.api, `SELECT Status FROM ProcessInstance WHERE TargetObjectId = '${Id}'`);
    expect(process.Status).toBe('Approved');
    const recommendation = await only<{ Status__c: string; Score__c: number }>(
      running.api,
      `SELECT Status__c, Score__c FROM AI_Recommendation__c WHERE Target_Id__c = '${Id}'`
    );
    expect(['Accepted', 'Overridden']).toContain(recommendation.Status__c);
    const audit = await running.api.query(`SELECT Id FROM AI_Audit_Log__c WHERE Target_Id__c = '${Id}'`);
    expect(audit.totalSize).toBeGreaterThanOrEqual(1);
    const tasks = await running.api.query(`SELECT Id FROM Task WHERE WhatId = '${Id}' AND IsClosed = true`);
    expect(tasks.totalSize).toBeGreaterThanOrEqual(1);
  });

  it('notifies the partner, who sees the decision', async () => {
    const { page } = await running.signIn(REP);
    await page.getByRole('button', { name: /notification/i }).click();
    await page.getByText(COMPANY).first().waitFor();
    await picture(page, 'partner-notification');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Deal registrations' }).first().click();
    await page.getByText(COMPANY).first().waitFor();
    await picture(page, 'partner-deals');
  });

  it('warns the manager with evidence, and tells the other partner nothing but the next step, when the same company comes again', async () => {
    const { page } = await running.signIn(OTHER_REP);
    await registerDeal(page, {
      company: 'WRENFIELD ANALYTICS LIMITED',
      domain: 'www.wrenfield.example',
      country: 'United Kingdom',
      product: 'Analytics',
      amount: '30000',
      closeDate: '2027-03-12'
    });
    await page.locator('[data-id="working"]').waitFor({ state: 'detached', timeout: 10_000 });
    const seen = (await page.locator('main').textContent()) ?? '';
    expect(seen).not.toMatch(/Brightline|Maya/);
    await picture(page, 'partner-conflict');

    const deal = await only<{ Id: string; Conflict_Risk__c: number }>(
      running.api,
      "SELECT Id, Conflict_Risk__c FROM Deal_Registration__c WHERE Prospect_Company__c = 'WRENFIELD ANALYTICS LIMITED'"
    );
    expect(deal.Conflict_Risk__c).toBeGreaterThan(80);
    const manager = await running.signIn(MANAGER);
    await manager.page.goto(`${running.product.url}/lightning/r/Deal_Registration__c/${deal.Id}/view`);
    await manager.page.locator('[data-id="conflict"]').first().waitFor();
    expect(await manager.page.locator('c-deal-conflicts').textContent()).toMatch(/Brightline Systems/);
    await picture(manager.page, 'manager-conflict');
  });

  it('is saved and waits for a person while the service is down, and is scored once when it is back', async () => {
    await running.product.service.stop();
    const { page } = await running.signIn(REP);
    await registerDeal(page, {
      company: 'Outage Freight Ltd',
      country: 'Ireland',
      product: 'Services',
      amount: '9000',
      closeDate: '2027-02-01'
    });
    const query = "SELECT Id, Status__c, AI_Status__c FROM Deal_Registration__c WHERE Prospect_Company__c = 'Outage Freight Ltd'";
    await until('marked not scored and in review', async () => {
      const deal = await only<{ Status__c: string; AI_Status__c: string }>(running.api, query);
      return deal.AI_Status__c === 'Not scored' && deal.Status__c === 'In Review';
    });
    await running.product.restartService();
    const deal = await only<{ Id: string }>(running.api, query);
    await sweep(running.api);
    await until('scored by the sweeper', async () => (await only<{ AI_Status__c: string }>(running.api, query)).AI_Status__c === 'Scored');
    const recommendations = await running.api.query(`SELECT Id FROM AI_Recommendation__c WHERE Target_Id__c = '${deal.Id}'`);
    expect(recommendations.totalSize).toBe(1);
  });

  it('is scored and recorded but invisible in shadow mode, and nothing leaves the org when all AI is stopped', async () => {
    await runApex(running.api, "AiUseCaseSettings.setMode('Deal_Scoring', 'Shadow');");
    const { page } = await running.signIn(REP);
    await registerDeal(page, {
      company: 'Shadow Stores Ltd',
      country: 'Ireland',
      product: 'Services',
      amount: '9000',
      closeDate: '2027-02-01'
    });
    const shadow = await only<{ Id: string }>(
      running.api,
      "SELECT Id FROM Deal_Registration__c WHERE Prospect_Company__c = 'Shadow Stores Ltd'"
    );
    await until('recorded in shadow', async () => {
      const found = await running.api.query(
        `SELECT Id FROM AI_Recommendation__c WHERE Target_Id__c = '${shadow.Id}' AND Status__c = 'Shadow'`
      );
      return found.totalSize === 1;
    });
    const untouched = await only<{ AI_Score__c: number | null }>(
      running.api,
      `SELECT AI_Score__c FROM Deal_Registration__c WHERE Id = '${shadow.Id}'`
    );
    expect(untouched.AI_Score__c).toBeNull();

    await runApex(running.api, "AiUseCaseSettings.setMode('Deal_Scoring', 'Assist'); AiSettings.setStopped(true);");
    const before = (await running.api.query('SELECT Id FROM AI_Audit_Log__c')).totalSize;
    await registerDeal(page, {
      company: 'Stopped Stores Ltd',
      country: 'Ireland',
      product: 'Services',
      amount: '9000',
      closeDate: '2027-02-01'
    });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect((await running.api.query('SELECT Id FROM AI_Audit_Log__c')).totalSize).toBe(before);
    await runApex(running.api, 'AiSettings.setStopped(false);');
  });
});
