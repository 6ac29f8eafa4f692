import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyPage } from '#tests/fixtures/pages.ts';
import { chromiumPath } from '#tests/support/chromium.ts';
import { type ExtensionBrowser, launchWithExtension } from '#tests/support/extension.ts';
import { GOOD_TOKEN, type ScriptedApi, startScriptedApi } from '#tests/support/scripted-api.ts';

describe.skipIf(chromiumPath() === undefined)('the look of the extension', () => {
  let browser: ExtensionBrowser;
  let api: ScriptedApi;
  let options: Page;

  beforeAll(async () => {
    api = await startScriptedApi({ '/apply': applyPage });
    browser = await launchWithExtension();
    options = await browser.options();
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  const faultsOf = async (page: Page): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  };
  const inBothSchemes = async (page: Page): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await faultsOf(page)).toEqual([]);
    }
  };

  test('a person without a mouse links, fills and takes it back', async () => {
    await options.getByRole('textbox', { name: 'API address' }).waitFor();
    await options.keyboard.press('Tab');
    await options.keyboard.press('ControlOrMeta+A');
    await options.keyboard.type(api.origin);
    await options.keyboard.press('Tab');
    await options.keyboard.press('Tab');
    await options.keyboard.type(GOOD_TOKEN);
    await options.keyboard.press('Enter');
    await options.getByText('Linked as nora.lindqvist@example.com').waitFor();

    const page = await browser.context.newPage();
    await page.goto(`${api.origin}/apply`);
    const popup = await browser.popupFor(page);
    await popup.getByText('fields found').waitFor();
    const pressFocused = async (name: string): Promise<void> => {
      for (let tabs = 0; tabs < 12; tabs++) {
        await popup.keyboard.press('Tab');
        const focused = await popup.evaluate(() => document.activeElement?.textContent ?? '');
        if (focused === name) return popup.keyboard.press('Enter');
      }
      throw new Error(`Tab never reached ${name}`);
    };
    await pressFocused('Fill form');
    await popup.getByText(/Filled 9 of 11 fields$/).waitFor();
    await pressFocused('Undo');
    await popup.getByText(/^Undone/).waitFor();
    await page.close();
    await popup.close();
  });

  test('popup and options have no fault axe knows of, in light and dark', async () => {
    await inBothSchemes(options);
    const page = await browser.context.newPage();
    await page.goto(`${api.origin}/apply`);
    const popup = await browser.popupFor(page);
    await popup.setViewportSize({ width: 360, height: 600 });
    await popup.getByText('fields found').waitFor();
    await inBothSchemes(popup);
    await popup.getByRole('button', { name: 'Fill form' }).click();
    await popup.getByText(/Filled 9 of 11 fields$/).waitFor();
    await inBothSchemes(popup);
    const overflow = await popup.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await page.close();
    await popup.close();
  });
});
