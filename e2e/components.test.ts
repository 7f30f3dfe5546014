import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '@partner-portal-ai/local-org/browser';
import { root } from '../scripts/lib/run.ts';
import { MANAGER, type RunningProduct, runProduct } from './running-product.ts';

/**
 * What components do with a browser's own abilities, which no simulated page has: dialogs, photos, focus, widths. They are
 * placed alone on a signed-in page, so that no domain is needed.
 */
declare global {
  interface Window {
    load(url: string): Promise<unknown>;
    heard: { name: string; detail: unknown }[];
    chunks: { index: number; count: number; name: string; type: string; base64: string }[];
  }
}

const FACTORS = Array.from({ length: 9 }, (_, index) => ({
  name: `f${index}`,
  label: `Factor ${index}`,
  value: String(index),
  points: index % 3 === 0 ? -4 : 6,
  text: 'Because of the past'
}));
const STATES: readonly (readonly [string, string, Record<string, unknown>])[] = [
  ['coreState', 'loading', { state: 'loading', skeleton: 'table', skeletonRows: 4 }],
  ['coreState', 'offline', { state: 'offline' }],
  ['coreState', 'denied', { state: 'denied' }],
  ['coreFactors', 'waterfall', { factors: FACTORS, baseline: { label: 'Average of the past', points: 40 }, score: 64 }],
  ['coreFileUpload', 'empty', { label: 'Receipts', help: 'The final invoice and proof of payment', multiple: true, camera: true }],
  [
    'coreChart',
    'bars',
    {
      heading: 'Registrations by stage',
      unit: 'Value',
      format: 'currency',
      points: ['Submitted', 'In review', 'Approved'].map((label, index) => ({ label, value: (index + 1) * 12_000 }))
    }
  ],
  [
    'coreChart',
    'trend',
    {
      kind: 'trend',
      heading: 'Won per month',
      unit: 'Deals',
      points: Array.from({ length: 12 }, (_, at) => ({ label: `M${at + 1}`, value: (at * 7) % 11 }))
    }
  ],
  [
    'coreConversation',
    'open question',
    {
      state: 'ready',
      canWrite: true,
      messages: [
        {
          id: '1',
          kind: 'question',
          authorName: 'Priya Raman',
          isOwn: false,
          text: 'Who decides?',
          sentAt: new Date().toISOString(),
          isOpen: true
        },
        { id: '2', kind: 'note', authorName: 'Maya Osei', isOwn: true, text: 'I will ask the customer.', sentAt: '2026-01-02T03:04:05Z' }
      ]
    }
  ]
];

/** Puts one component alone on the page, with a button before it to come from. */
async function place(page: Page, component: string, properties: Record<string, unknown>): Promise<void> {
  // As text: the test runner rewrites imports that it sees.
  await page.evaluate('window.load = (url) => import(url)');
  await page.evaluate(
    async ({ component: name, properties: given }) => {
      const main = [...document.scripts].map(({ src }) => src).find((src) => src.endsWith('/main.js'))!;
      const base = [...document.scripts].map(({ src }) => src).find((src) => src.endsWith('/synthetic-shadow.js'))!;
      const source = await (await fetch(main)).text();
      const chunk = new RegExp(`\\./${name}-[\\w-]+\\.js`).exec(source)![0];
      const { createElement } = (await window.load(new URL('lwc.js', base).href)) as {
        createElement(tag: string, options: object): HTMLElement;
      };
      const { default: is } = (await window.load(new URL(chunk, main).href)) as { default: unknown };
      const element = createElement(`c-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, { is });
      window.heard = [];
      window.chunks = [];
      for (const event of ['close', 'chosen', 'sent', 'query'])
        element.addEventListener(event, ({ detail }: CustomEventInit) => window.heard.push({ name: event, detail }));
      Object.assign(element, given);
      if (name === 'coreFileUpload')
        Object.assign(element, { send: (part: (typeof window.chunks)[number]) => Promise.resolve(window.chunks.push(part)) });
      const start = Object.assign(document.createElement('button'), { id: 'start', textContent: 'Start' });
      const heading = Object.assign(document.createElement('h1'), { textContent: 'Component' });
      const frame = Object.assign(document.createElement('main'), { className: 'slds-card slds-p-around_medium' });
      frame.append(heading, start, element);
      document.getElementById('portal')!.replaceChildren(frame);
    },
    { component, properties }
  );
}

/** The element that has the focus, through every boundary: its text or its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.id || active?.getAttribute('title') || active?.textContent?.trim() || active?.tagName || '';
  });

describe('components in a browser', () => {
  let running: RunningProduct;
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    running = await runProduct();
    ({ page, problems } = await running.signIn(MANAGER));
    await page.waitForLoadState('networkidle');
  });
  afterAll(() => running?.stop());

  it.each(STATES)('%s, %s, is accessible and no wider than a desk or a phone', async (component, state, properties) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await place(page, component, properties);
      await page.waitForTimeout(300);
      if (process.env.UPDATE_SCREENSHOTS) {
        const folder = join(root, 'test-results/components');
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: join(folder, `${component}-${state.replace(/\W/g, '-')}-${width}.png`) });
      }
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    expect(problems).toEqual([]);
  });

  it('reduces a photo before it is sent, turns it into chunks that join, and takes a small file as it is', async () => {
    await place(page, 'coreFileUpload', { label: 'Receipts', multiple: true, chunkBytes: 90_000, photoPixels: 1000 });
    // Noise does not compress: as large as photos of its size get.
    const photo = await page.evaluate(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1600 });
      const context = canvas.getContext('2d')!;
      const pixels = context.createImageData(2400, 1600);
      for (let at = 0; at < pixels.data.length; at++) pixels.data[at] = at % 4 === 3 ? 255 : Math.floor(Math.random() * 256);
      context.putImageData(pixels, 0, 0);
      return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!;
    });
    const original = Buffer.from(photo, 'base64');
    await page.locator('[data-id="input"]').setInputFiles([
      { name: 'receipt.jpg', mimeType: 'image/jpeg', buffer: original },
      { name: 'note.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 small') }
    ]);
    await page.waitForFunction(() => window.heard.filter(({ name }) => name === 'sent').length === 2, undefined, { timeout: 30_000 });
    const chunks = await page.evaluate(() => window.chunks);
    const joined = (name: string): string =>
      chunks
        .filter((chunk) => chunk.name === name)
        .map(({ base64 }) => base64)
        .join('');
    expect(Buffer.from(joined('note.pdf'), 'base64').toString()).toBe('%PDF-1.7 small');
    const sent = Buffer.from(joined('receipt.jpg'), 'base64');
    expect(chunks.filter(({ name }) => name === 'receipt.jpg').length).toBeGreaterThan(1);
    expect(sent.length).toBeLessThan(original.length / 2);
    const size = await page.evaluate(async (data) => {
      const image = Object.assign(new Image(), { src: `data:image/jpeg;base64,${data}` });
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, joined('receipt.jpg'));
    expect(size).toEqual([1000, 667]);
    expect(await violations(page)).toEqual([]);
  });

  it('keeps the focus in a dialog, lets it go on Escape and gives it back', async () => {
    await place(page, 'coreDialog', { heading: 'Approve two registrations' });
    await page.locator('#start').focus();
    const open = (isOpen: boolean): Promise<void> =>
      page.evaluate((wanted) => void Object.assign(document.querySelector('c-core-dialog')!, { open: wanted }), isOpen);
    await open(true);
    await page.getByRole('dialog', { name: 'Approve two registrations' }).waitFor();
    for (let turn = 0; turn < 4; turn++) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).not.toBe('start');
    }
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => window.heard.some(({ name }) => name === 'close'));
    await open(false);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('start');
    expect(problems).toEqual([]);
  });

  it('goes through a trend with the arrow keys and shows the value of each point', async () => {
    await place(page, 'coreChart', { kind: 'trend', heading: 'Won', points: [1, 5, 3].map((value, at) => ({ label: `M${at}`, value })) });
    await page.locator('[data-mark="0"]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[data-mark="1"]').getAttribute('aria-label')).toBe('M1: 5');
    await page.locator('[data-mark="1"] .tip').waitFor({ state: 'visible' });
  });

  it('keeps the place of a queue in the address and goes back to it', async () => {
    await page.setViewportSize({ width: 1280, height: 844 });
    await page.goto(`${running.product.url}/lightning/page/home`);
    await page.getByRole('button', { name: 'Decided' }).click();
    await page.waitForURL(/c__deals=filter%3Ddecided/);
    await page.locator('c-deal-queue tbody a').first().click();
    await page.locator('c-deal-score-card').waitFor();
    await page.goBack();
    await page.locator('c-deal-queue [data-value="decided"][aria-pressed="true"]').waitFor();
  });

  it('shows what a bulk action covers before it happens, and what it did', async () => {
    await page.goto(`${running.product.url}/lightning/page/home`);
    await page.getByRole('checkbox', { name: 'Select DR-000501' }).check();
    await page.getByRole('button', { name: 'Approve selected' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Harbourgate Freight Ltd').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Approve registration' }).click();
    await page.locator('[data-id="outcome"]').getByText('1 of 1 approved').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    expect(problems).toEqual([]);
  });
});
