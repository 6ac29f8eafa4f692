/** Opens pages of our own in Chromium and looks at them with the engine's collector. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { FormAction, FormField } from '#shared/form/form.schema.ts';
import { bundleForPage } from '#tests/support/page-bundle.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures/forms');
let script: string | undefined;

export type Looked = {
  readonly page: Page;
  fields(): Promise<FormField[]>;
  actions(): Promise<FormAction[]>;
  step(): Promise<string | null>;
  found(refs: readonly string[]): Promise<(string | null)[]>;
  refusal(selector: string): Promise<string | null>;
  close(): Promise<void>;
};

/** `page` is a fixture's name, or a whole document. `chrome.dom` is lent to the page, so that closed shadow roots can be read. */
export async function lookAt(browser: Browser, page: string): Promise<Looked> {
  script ??= await bundleForPage(resolve(import.meta.dirname, 'collect-page.ts'), '__look');
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const tab = await context.newPage();
  const html = page.startsWith('<') ? page : readFileSync(resolve(FIXTURES, page), 'utf8');
  await tab.addInitScript(() => {
    const roots = new WeakMap<Element, ShadowRoot>();
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      roots.set(this, root);
      return root;
    };
    Object.assign(window, {
      chrome: { dom: { openOrClosedShadowRoot: (element: Element) => roots.get(element) ?? element.shadowRoot } },
    });
  });
  await tab.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === tab.mainFrame()
      ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
      : route.abort(),
  );
  await tab.goto('https://jobs.employer.example/apply');
  await tab.evaluate(script);
  return {
    page: tab,
    fields: () => tab.evaluate('__look.fields()'),
    actions: () => tab.evaluate('__look.actions()'),
    step: () => tab.evaluate('__look.step()'),
    found: (refs) => tab.evaluate(`__look.found(${JSON.stringify(refs)})`),
    refusal: (selector) => tab.evaluate(`__look.refusal(${JSON.stringify(selector)})`),
    close: () => context.close(),
  };
}

/** The field of the control with this id or name. */
export function fieldOf(fields: readonly FormField[], name: string): FormField {
  const found = fields.find((field) => field.id === name) ?? fields.find((field) => field.name === name);
  if (!found) throw new Error(`No field ${name} among ${fields.map((field) => field.id || field.name).join(', ')}`);
  return found;
}
