import { startPortal } from './harness.ts';
import { insertAs } from './sample.ts';
import { launchBrowser, openAs } from './browser.ts';
const p = await startPortal();
const id = insertAs(p.org, p.sample.mayaId, 'Deal_Registration__c', { Prospect_Company__c: 'Northgate', Prospect_Country__c: 'UK', Partner__c: p.sample.brightlineId, Amount__c: 28000, Close_Date__c: '2027-03-01', Status__c: 'Draft' });
const browser = await launchBrowser();
try {
  const { page, problems } = await openAs(browser, p.origin, 'Priya Raman');
  page.on('request', (r) => r.method() !== 'GET' && console.log(r.method(), r.url(), r.postData()));
  page.on('response', async (r) => r.request().method() === 'PATCH' && console.log(r.status(), (await r.text()).slice(0, 600)));
  await page.goto(`${p.origin}/lightning/r/${id}/view`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Amount').fill('31000');
  await page.screenshot({ path: '/work/scratch/real-edit.png' });
  await form.getByRole('button', { name: 'Save' }).click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/work/scratch/real-edited.png' });
  console.log(problems);
} finally { await browser.close(); await p.close(); }
