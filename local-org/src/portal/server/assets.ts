import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';

const require = createRequire(import.meta.url);
/** The design system's own folder layout is what the base components' icon paths point into. */
const DESIGN_SYSTEM = path.join(path.dirname(require.resolve('@salesforce-ux/design-system/package.json')), 'assets');
const STYLES = path.resolve(import.meta.dirname, '../styles');

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.pdf': 'application/pdf'
};

/** Built modules (their names change with their content), the design system, and the portal's own style sheet. */
export function assetRoutes(cacheFolder: string): Hono {
  const app = new Hono();
  app.get('/portal/assets/*', (c) => file(cacheFolder, c.req.path.slice('/portal/assets/'.length), 'public, max-age=31536000, immutable'));
  app.get('/portal/styles/*', (c) => file(STYLES, c.req.path.slice('/portal/styles/'.length), 'no-cache'));
  app.get('/assets/*', (c) => file(DESIGN_SYSTEM, c.req.path.slice('/assets/'.length), 'public, max-age=86400'));
  return app;
}

/** Answers with a file below `folder`; anything that would leave the folder does not exist. */
export async function file(folder: string, relative: string, cacheControl: string): Promise<Response> {
  const target = path.resolve(folder, decodeURIComponent(relative));
  const found = target.startsWith(folder + path.sep) ? await stat(target).catch(() => null) : null;
  if (!found?.isFile()) return new Response('Not found', { status: 404 });
  return new Response(Readable.toWeb(createReadStream(target)) as ReadableStream, {
    headers: {
      'Content-Type': TYPES[path.extname(target)] ?? 'application/octet-stream',
      'Content-Length': String(found.size),
      'Cache-Control': cacheControl,
      'X-Content-Type-Options': 'nosniff'
    }
  });
}
