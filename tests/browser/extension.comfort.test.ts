/** Options, menu, side panel, sites off, frames of strangers: what a person decides, in the built extension. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EXTENSION_ORIGIN } from '#extension/identity.ts';
import { applyPage, formOnlyPage } from '#tests/fixtures/pages.ts';
import { chromiumPath } from '#tests/support/chromium.ts';
import { type ExtensionBrowser, launchWithExtension } from '#tests/support/extension.ts';
import { GOOD_TOKEN, type ScriptedApi, startScriptedApi } from '#tests/support/scripted-api.ts';

const around = (frame: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Jobs</title><h1>Jobs</h1>${frame}</html>`;

describe.skipIf(chromiumPath() === undefined)('what a person decides', () => {
  let browser: ExtensionBrowser;
  let api: ScriptedApi;
  let options: Page;
  let page: Page | undefined;
  let popup: Page | undefined;

  beforeAll(async () => {
    api = await startScriptedApi({ '/apply': applyPage, '/form': formOnlyPage });
    api.pages['/sandboxed'] = around('<iframe src="/form" sandbox="allow-scripts" width="800" height="900"></iframe>');
    browser = await launchWithExtension();
    options = await browser.options();
    await options.getByRole('textbox', { name: 'API address' }).fill(api.origin);
    await options.getByRole('textbox', { name: 'Access token' }).fill(GOOD_TOKEN);
    await options.getByRole('button', { name: 'Link with token' }).click();
    await options.getByText('Linked as').waitFor();
  });
  beforeEach(() => api.restore());
  afterEach(async () => {
    await popup?.close();
    await page?.close();
    popup = undefined;
    page = undefined;
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  const open = async (path: string): Promise<{ page: Page; popup: Page }> => {
    const opened = await browser.context.newPage();
    page = opened;
    await opened.goto(api.origin + path);
    const beside = await browser.popupFor(opened);
    popup = beside;
    return { page: opened, popup: beside };
  };
  const faultsOf = async (shown: Page): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page: shown }).setLegacyMode().analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  };

  test('a part the person keeps is left alone on every form, and filled again when they change their mind', async () => {
    await options.getByRole('checkbox', { name: 'Work permit' }).uncheck();
    await options.getByRole('checkbox', { name: 'Documents', exact: true }).uncheck();
    const { page: form, popup: beside } = await open('/apply');
    await beside.getByRole('button', { name: 'Fill form' }).click();
    await beside.getByText(/Filled \d+ of \d+ fields$/).waitFor();
    expect(await form.locator('#fn').inputValue()).toBe('Nora');
    expect(await form.locator('[name=auth]:checked').count()).toBe(0);
    expect(await form.locator('#cv').evaluate((input: HTMLInputElement) => input.files?.length)).toBe(0);
    expect(api.seen('POST', /generate-documents/)).toEqual([]);
    await options.getByRole('checkbox', { name: 'Work permit' }).check();
    await options.getByRole('checkbox', { name: 'Documents', exact: true }).check();
    await beside.getByRole('button', { name: 'Fill form' }).click();
    await beside.getByText(/Filled 9 of 11 fields$/).waitFor();
    expect(await form.locator('[name=auth]:checked').count()).toBe(1);
  });

  test('a site turned off from the menu is not looked at, until it is turned on in the options', async () => {
    const { popup: beside } = await open('/apply');
    await beside.getByRole('button', { name: 'More' }).click();
    await beside.getByRole('menuitem', { name: 'Turn off on this site' }).click();
    await options.getByRole('listitem').filter({ hasText: 'localhost' }).waitFor();
    await beside.reload();
    await beside.getByText('You turned Foothold off on this site').first().waitFor();
    expect(await beside.getByRole('button', { name: 'Fill form' }).isDisabled()).toBe(true);
    const tabId = new URL(beside.url()).searchParams.get('tabId');
    const refused = await beside.evaluate(
      (id) => chrome.runtime.sendMessage({ name: 'run.fill', body: { tabId: id } }),
      Number(tabId),
    );
    expect(refused).toMatchObject({ ok: false, code: 'extension.site_off' });
    await options.getByRole('button', { name: 'Turn on localhost' }).click();
    await beside.reload();
    await beside.getByText('fields found').waitFor();
  });

  test('a form in a sandboxed frame is named as nobody’s and gets nothing', async () => {
    const { page: form, popup: beside } = await open('/sandboxed');
    await beside.getByRole('button', { name: 'Fill form' }).click();
    await beside.getByText(/Filled 0 of \d+ fields$/).waitFor();
    await beside
      .getByText(/sandboxed part of the page/)
      .first()
      .waitFor();
    const frame = form.frames().find((one) => one.url().includes('/form'));
    expect(await frame?.locator('#em').inputValue()).toBe('');
  });

  test('the side panel follows the person to the tab in front of them', async () => {
    const first = await browser.context.newPage();
    await first.goto(`${api.origin}/apply`);
    const second = await browser.context.newPage();
    await second.goto(`${api.origin}/form`);
    const panel = await browser.context.newPage();
    await panel.goto(`${EXTENSION_ORIGIN}/sidepanel.html`);
    await first.bringToFront();
    await panel.getByRole('heading', { name: 'Senior Data Engineer' }).waitFor();
    await second.bringToFront();
    await panel.getByText('No posting could be read here').waitFor();
    await Promise.all([first.close(), second.close(), panel.close()]);
  });

  test('the options have no fault axe knows of, in light and dark, on a desktop and a phone', async () => {
    for (const width of [1000, 360])
      for (const colorScheme of ['light', 'dark'] as const) {
        await options.setViewportSize({ width, height: 800 });
        await options.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await faultsOf(options)).toEqual([]);
        const overflow = await options.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
        if (process.env.SHOTS)
          await options.screenshot({
            path: `${process.env.SHOTS}/options-${width}-${colorScheme}.png`,
            fullPage: true,
          });
      }
  });
});
