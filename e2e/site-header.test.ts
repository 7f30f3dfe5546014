import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAs } from '../local-org/tests/portal/browser.ts';
import { OTHER_REP, REP, runApex, runProduct, type RunningProduct } from './running-product.ts';

const PHONE = { width: 390, height: 844 };
const TITLE = 'Fenwick Tools: Approved';

let running: RunningProduct;

beforeAll(async () => {
  running = await runProduct();
  await runApex(
    running.api,
    `Id maya = [SELECT Id FROM User WHERE Name = '${REP}'].Id;
     Deal_Registration__c deal = [SELECT Id FROM Deal_Registration__c WHERE Partner__r.Name LIKE 'Brightline%' LIMIT 1];
     NotificationStore.keep(new List<NotificationEvent>{ new NotificationEvent(new Set<String>{ maya }, 'Deal_Status', 'e2e', '${TITLE}', 'Protected until June.', deal.Id) });`
  );
});

afterAll(() => running.stop());

const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ });
/** Where a picture is wanted: SITE_PICTURES=folder. */
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.SITE_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
};
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

describe("the site's header", () => {
  it('shows a person what is new, leads to the record, and counts it as read', async () => {
    const { page, problems } = await running.signIn(REP);
    await page.getByRole('button', { name: /Notifications, \d+ unread/ }).waitFor();
    await picture(page, 'home-1280');
    await bell(page).click();
    await page.getByRole('link', { name: new RegExp(TITLE) }).waitFor();
    await picture(page, 'bell-1280');
    await page.getByRole('link', { name: new RegExp(TITLE) }).click();
    await page.locator('c-deal-status').waitFor();
    await bell(page).click();
    await page.getByRole('link', { name: new RegExp(TITLE) }).waitFor();
    expect(await page.getByRole('dialog').locator('li.item_new', { hasText: TITLE }).count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('lets a person choose what to be told', async () => {
    const { page } = await running.signIn(REP);
    await bell(page).click();
    await page.getByRole('button', { name: 'What you are told' }).click();
    const mail = page.getByRole('checkbox', { name: 'Send me mail' });
    await mail.first().waitFor();
    await picture(page, 'choices-1280');
    await page.getByText('Send me mail').first().click();
    await page.getByText('Saved.').waitFor({ state: 'attached' });
    const { records } = await running.api.query<{ Email__c: boolean; Bell__c: boolean }>(
      `SELECT Bell__c, Email__c FROM Notification_Preference__c WHERE Owner.Name = '${REP}'`
    );
    expect(records).toMatchObject([{ Bell__c: true, Email__c: false }]);
  });

  it('shows nobody what others were told', async () => {
    const { page } = await running.signIn(OTHER_REP);
    await bell(page).click();
    await page.getByRole('dialog').waitFor();
    expect(await page.getByText(TITLE).count()).toBe(0);
  });

  it('works by keyboard', async () => {
    const { page } = await running.signIn(REP);
    await bell(page).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await bell(page).evaluate((button) => (button.getRootNode() as ShadowRoot | Document).activeElement === button)).toBe(true);
  });

  it('fits on a phone, open and closed', async () => {
    const { page } = await openAs(running.browser, running.product.url, REP, PHONE);
    await bell(page).waitFor();
    await picture(page, 'home-390');
    expect(await fits(page)).toBe(true);
    await bell(page).click();
    await page.getByRole('link', { name: new RegExp(TITLE) }).waitFor();
    await picture(page, 'bell-390');
    expect(await fits(page)).toBe(true);
    const panel = await page.getByRole('dialog').boundingBox();
    expect(panel!.x).toBeGreaterThanOrEqual(0);
    expect(panel!.x + panel!.width).toBeLessThanOrEqual(PHONE.width);
  });

  it('logs out, and the session is over', async () => {
    const { page } = await running.signIn(REP);
    await page.getByRole('button', { name: new RegExp(`Your account: ${REP}`) }).click();
    await picture(page, 'profile-1280');
    await page.getByRole('link', { name: 'Log out' }).click();
    await page.waitForURL(running.product.url + '/');
    await page.goto(`${running.product.url}/partners`);
    expect(new URL(page.url()).pathname).toBe('/');
  });
});
