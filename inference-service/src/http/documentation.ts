import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Capability } from '../capabilities/capability.ts';
import type { AppEnvironment } from './environment.ts';
import { openApiDocument, type Document, type Schema } from './openapi.ts';

/** The contract as JSON, and as a page that needs no script and nothing from elsewhere. */
export function documentationRoutes(capabilities: readonly Capability[], version: string): Hono<AppEnvironment> {
  const document = openApiDocument(capabilities, version);
  const page = documentationPage(document);
  const app = new Hono<AppEnvironment>();
  app.get('/openapi.json', (c) => c.json(document as object));
  app.get('/docs', (c) => {
    c.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    return c.html(page);
  });
  return app;
}

function documentationPage(document: Document) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${document.info.title}</title>
        <style>
          body {
            font:
              16px/1.5 system-ui,
              sans-serif;
            max-width: 60rem;
            margin: 2rem auto;
            padding: 0 1rem;
            color: CanvasText;
            background: Canvas;
            color-scheme: light dark;
          }
          code {
            font-family: ui-monospace, monospace;
          }
          table {
            border-collapse: collapse;
            width: 100%;
            margin: 0.5rem 0 1.5rem;
          }
          td,
          th {
            text-align: left;
            vertical-align: top;
            padding: 0.25rem 0.75rem 0.25rem 0;
            border-bottom: 1px solid #8886;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${document.info.title} ${document.info.version}</h1>
          <p>${document.info.description} The same as a machine reads it: <a href="openapi.json">openapi.json</a>.</p>
          <p>Send <code>Authorization: Bearer TOKEN</code> and <code>X-Org-Id: ORG</code>.</p>
          ${operations.map(({ path, method, operation }) => {
            const request = Object.entries(operation.requestBody?.content ?? {});
            return html`<section>
              <h2>${operation.summary}</h2>
              <p><code>${method.toUpperCase()} ${path}</code></p>
              ${operation.description ? html`<p>${operation.description}</p>` : ''}
              ${request.map(([type, { schema }]) => html`<p>Takes ${type}: ${typeOf(schema)}</p>`)}
              <table>
                <tbody>
                  ${Object.entries(operation.responses).map(
                    ([status, response]) =>
                      html`<tr>
                        <th scope="row">${status}</th>
                        <td>${response.description}</td>
                        <td>${typeOf(response.content?.['application/json']?.schema)}</td>
                      </tr>`
                  )}
                </tbody>
              </table>
            </section>`;
          })}
          <h2>Schemas</h2>
          ${Object.entries(document.components.schemas).map(
            ([name, schema]) =>
              html`<section id="${name}">
                <h3>${name}</h3>
                ${schema.description ? html`<p>${schema.description}</p>` : ''}${fields(schema)}
              </section>`
          )}
        </main>
      </body>
    </html>`;
}

function fields(schema: Schema) {
  if (!schema.properties) return html`<p>${typeOf(schema)}</p>`;
  return html`<table>
    <tbody>
      ${Object.entries(schema.properties).map(
        ([name, field]) =>
          html`<tr>
            <th scope="row"><code>${name}</code>${schema.required?.includes(name) ? '' : ' (optional)'}</th>
            <td>${typeOf(field)}</td>
            <td>${field.description ?? ''}</td>
          </tr>`
      )}
    </tbody>
  </table>`;
}

function typeOf(schema: Schema | undefined): ReturnType<typeof html> | string {
  if (!schema) return '';
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return html`<a href="#${name}">${name}</a>`;
  }
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const variants = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (variants) return html`${variants.map((variant, position) => html`${position > 0 ? raw(' | ') : ''}${typeOf(variant)}`)}`;
  if (schema.items) return html`list of ${typeOf(schema.items)}`;
  if (typeof schema.additionalProperties === 'object') return html`map of text to ${typeOf(schema.additionalProperties)}`;
  return Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
}
