/** `/docs`: the contract as one plain page, from the same values as OpenAPI; no script. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { accessOf, type EndpointDefinition, fullPath, statusOf } from '#shared/kernel/endpoint.ts';
import { contentSecurityPolicy } from '../portal/serve.ts';

type Contract = Readonly<Record<string, Readonly<Record<string, EndpointDefinition>>>>;

export function docsPage(c: Context, contract: Contract): Response | Promise<Response> {
  c.header('content-security-policy', contentSecurityPolicy());
  return c.html(html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Foothold API</title>
  </head>
  <body>
    <h1>Foothold API</h1>
    <p>Shapes, parameters and errors of every call: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
    ${Object.entries(contract).map(
      ([concept, endpoints]) => html`<h2>${concept}</h2>
        <table>
          <thead><tr><th align="left">Call</th><th align="left">What it does</th><th align="left">Who</th><th align="left">Answer</th></tr></thead>
          <tbody>
            ${Object.values(endpoints).map(
              (e) => html`<tr>
                <td><code>${e.method} ${fullPath(e)}</code></td>
                <td>${e.summary}</td>
                <td>${accessOf(e)}${e.extension ? ', extension' : ''}</td>
                <td>${statusOf(e)}</td>
              </tr>`,
            )}
          </tbody>
        </table>`,
    )}
  </body>
</html>`);
}
