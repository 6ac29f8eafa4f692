/** A run goes on with the person: further rows, the next step in the same document, the next document. Built extension. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rowsPage, stepDocuments, wizardPage } from '#tests/fixtures/steps.ts';
import { chromiumPath } from '#tests/support/chromium.ts';
import { type ExtensionBrowser, launchWithExtension } from '#tests/support/extension.ts';
import { GOOD_TOKEN, type ScriptedApi, startScriptedApi } from '#tests/support/scripted-api.ts';

type State = { taken: [string, string][]; submits: number; nexts: number; presses: { jobs: number; schools: number } };

type Left = { left?: boolean; steps: { questions: number }[] };

describe.skipIf(chromiumPath() === undefined)('a form in steps', () => {
  let browser: ExtensionBrowser;
  let api: ScriptedApi;
  let page: Page;
  let popup: Page;

  beforeAll(async () => {
    api = await startScriptedApi({ '/wizard': wizardPage, '/rows': rowsPage, ...stepDocuments });
    browser = await launchWithExtension();
    const options = await browser.options();
    await options.getByRole('textbox', { name: 'API address' }).fill(api.origin);
    await options.getByRole('textbox', { name: 'Access token' }).fill(GOOD_TOKEN);
    await options.getByRole('button', { name: 'Link with token' }).click();
    await options.getByText('Linked as').waitFor();
    await options.close();
  });
  beforeEach(() => api.restore());
  afterEach(async () => {
    await popup?.close();
    await page?.close();
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  const open = async (path: string): Promise<void> => {
    page = await browser.context.newPage();
    await page.goto(api.origin + path);
    popup = await browser.popupFor(page);
  };
  const fill = () => popup.getByRole('button', { name: 'Fill form', exact: true }).click();
  const ended = (text: RegExp) =>
    popup.getByRole('status').filter({ hasText: text }).first().waitFor({ timeout: 20_000 });
  const stateOf = async <K extends keyof State>(key: K): Promise<State[K]> =>
    page.evaluate((name) => (window as unknown as State)[name as K], key);
  const typedIn = (id: string) => page.locator(`#${id}`).inputValue();

  test('goes on step by step as the person moves, presses nothing itself, and adds up what it did', async () => {
    await open('/wizard');
    await fill();
    await ended(/Filled 4 of 4 fields$/);
    await page.waitForTimeout(1_000);
    expect(await stateOf('nexts')).toBe(0);
    await page.getByRole('button', { name: 'Next' }).click();
    await ended(/Filled 7 of 7 fields$/);
    expect(await page.locator('[name=auth][value=yes]').isChecked()).toBe(true);
    expect(await page.locator('[name=sponsor][value=no]').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Next' }).click();
    await ended(/Filled 9 of 10 fields$/);
    expect(await typedIn('linkedin')).toBe('https://www.linkedin.com/in/noralindqvist');
    expect(Object.fromEntries(await stateOf('taken'))).toMatchObject({
      first: 'Nora',
      email: 'nora.lindqvist@example.com',
      auth: 'yes',
      sponsor: 'no',
    });
    expect(await stateOf('nexts')).toBe(2);
    expect(await stateOf('submits')).toBe(0);
  });

  test('a run that was undone or cancelled is not carried on', async () => {
    await open('/wizard');
    await fill();
    await ended(/Filled 4 of 4 fields$/);
    await popup.getByRole('button', { name: 'Undo' }).click();
    await ended(/^Undone/);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator('#phone').waitFor();
    await page.waitForTimeout(2_000);
    expect(await typedIn('phone')).toBe('');
  });

  test('goes on in the next document of the same site, and not on a page of thanks or at another job', async () => {
    await open('/steps/1');
    await fill();
    await ended(/Filled 4 of 4 fields$/);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(/steps\/2/);
    await ended(/Filled 7 of 7 fields$/);
    expect(await typedIn('phone')).toContain('555');
    // Refs of two documents are the same words; what was filled in the first is still told.
    expect(await popup.getByRole('listitem').filter({ hasText: 'First name' }).count()).toBe(1);
    await page.goto(`${api.origin}/steps/other`);
    await page.waitForTimeout(2_000);
    expect(await typedIn('b-first')).toBe('');
    await page.goto(`${api.origin}/steps/3`);
    await expect.poll(() => typedIn('linkedin'), { timeout: 20_000 }).toContain('noralindqvist');
    // Leaving while it still fills would end the run; here it is about what comes after.
    await ended(/Filled \d+ of 10 fields$/);
    await page.goto(`${api.origin}/steps/thanks`);
    const worker = await browser.worker();
    const leftRun = () =>
      worker.evaluate(async () => {
        const all = Object.entries(await chrome.storage.session.get(null));
        const runs = all.filter(([key]) => key.startsWith('run:')).map(([, run]) => run as Left);
        return runs.find(({ left }) => left);
      });
    await expect.poll(async () => (await leftRun())?.left, { timeout: 20_000 }).toBe(true);
    expect((await leftRun())?.steps).toMatchObject([{ questions: 4 }, { questions: 3 }, { questions: 3 }]);
  });

  test('asks for rows as long as the profile has entries, and submits nothing by a button without a type', async () => {
    await open('/rows');
    await fill();
    await ended(/Filled \d+ of \d+ fields$/);
    expect(await stateOf('presses')).toEqual({ jobs: 1, schools: 0 });
    expect(await stateOf('submits')).toBe(0);
    expect(await typedIn('title-1')).toBe('Data Engineer');
    expect(await typedIn('company-1')).toBe('Brightwood Labs');
  });

  test('a step that comes while the worker sleeps is filled all the same', async () => {
    await open('/wizard');
    await fill();
    await ended(/Filled 4 of 4 fields$/);
    await stopWorker();
    await page.getByRole('button', { name: 'Next' }).click();
    await ended(/Filled 7 of 7 fields$/);
  });

  test('a worker stopped again and again comes to the same end', async () => {
    await open('/rows');
    await fill();
    for (let stops = 0; stops < 4; stops++) {
      await page.waitForTimeout(150);
      await stopWorker();
      await popup.evaluate(() => chrome.runtime.sendMessage({ name: 'sync.now', body: {} }));
    }
    await ended(/Filled \d+ of \d+ fields$/);
    expect(await typedIn('email')).toBe('nora.lindqvist@example.com');
    expect(await typedIn('company-1')).toBe('Brightwood Labs');
    expect(await stateOf('presses')).toEqual({ jobs: 1, schools: 0 });
    expect(await stateOf('submits')).toBe(0);
  });

  test('two tabs are filled at once, each from its own run', async () => {
    await open('/wizard');
    const other = await browser.context.newPage();
    await other.goto(`${api.origin}/steps/1`);
    const otherPopup = await browser.popupFor(other);
    await Promise.all([fill(), otherPopup.getByRole('button', { name: 'Fill form', exact: true }).click()]);
    await ended(/Filled 4 of 4 fields$/);
    await otherPopup
      .getByText(/Filled 4 of 4 fields$/)
      .first()
      .waitFor();
    expect(await typedIn('first')).toBe('Nora');
    expect(await other.locator('#first').inputValue()).toBe('Nora');
    await Promise.all([other.close(), otherPopup.close()]);
  });

  /** As Chrome does when it is short of memory; resolves once the worker is gone. */
  async function stopWorker(): Promise<void> {
    const cdp = await browser.context.newCDPSession(popup);
    await cdp.send('ServiceWorker.enable');
    const gone = new Promise<void>((resolve) => {
      cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some((version) => version.runningStatus === 'stopped')) resolve();
      });
    });
    await cdp.send('ServiceWorker.stopAllWorkers');
    await gone;
    await cdp.detach();
  }
});
