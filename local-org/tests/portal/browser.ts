import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';

/** Chromium from its npm package, with everything that would reach beyond this machine switched off. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-sync',
      '--no-first-run',
      '--no-pings'
    ]
  });
}

export interface PersonaPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Uncaught exceptions, console errors and requests to any other host: a test expects none. */
  readonly problems: string[];
}

/**
 * A page in a context of its own, signed in as a persona through the persona page like a visitor would.
 * Without a persona it is simply an open page on `/`.
 */
export async function openAs(
  browser: Browser,
  origin: string,
  persona?: string,
  viewport = { width: 1280, height: 900 }
): Promise<PersonaPage> {
  const context = await browser.newContext({ viewport, locale: 'en-US', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol.startsWith('http')) problems.push(`external request: ${request.url()}`);
  });
  await page.goto(`${origin}/`);
  if (persona) await page.getByRole('button', { name: new RegExp(`as ${persona}`, 'i') }).click();
  return { page, context, problems };
}

/** Screenshot of the whole page once nothing moves any more. */
export async function screenshot(page: Page, file: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: file, fullPage: true });
}

/** Replaces the text of a field as a person would: number inputs reformat on focus, which defeats `fill`. */
export async function retype(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.press('ControlOrMeta+a');
  await field.pressSequentially(text);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious accessibility violations of the page as it stands, one line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations;
  });
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
