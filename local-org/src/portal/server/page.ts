import type { PageContext } from '../pages/context.ts';

/** Nothing on a page comes from anywhere but this server; style attributes are what base components position popups with. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin'
};

export interface PageAssets {
  readonly baseKey: string;
  readonly bundleKey: string;
}

/** The document in which a shell starts. The context is data in a script element that no browser executes. */
export function shellPage(title: string, context: PageContext, assets: PageAssets): string {
  const data = JSON.stringify(context).replaceAll('<', '\\u003c');
  return `${head(title)}
<body class="portal portal_${context.shell}">
<div id="portal"><p class="portal-loading" role="status">Loading…</p></div>
<noscript><p class="portal-loading">This page needs JavaScript.</p></noscript>
<script type="application/json" id="portal-context">${data}</script>
<script type="module" src="/portal/assets/base-${assets.baseKey}/synthetic-shadow.js"></script>
<script type="module" src="/portal/assets/${assets.bundleKey}/main.js"></script>
</body>
</html>`;
}

export function plainPage(title: string, body: string): string {
  return `${head(title)}\n<body class="portal portal_plain">\n${body}\n</body>\n</html>`;
}

function head(title: string): string {
  return `<!DOCTYPE html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/portal/styles/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css">
<link rel="stylesheet" href="/portal/styles/portal.css">
</head>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
