import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXTENSION_ID } from '#extension/identity.ts';
import { applyPage, hostilePage } from '#tests/fixtures/pages.ts';
import { chromiumPath } from '#tests/support/chromium.ts';
import { type ExtensionBrowser, launchWithExtension } from '#tests/support/extension.ts';
import { GOOD_TOKEN, type ScriptedApi, startScriptedApi } from '#tests/support/scripted-api.ts';

const UNDECLARED = 'careers.undeclared.test';

describe.skipIf(chromiumPath() === undefined)('a page that means harm', () => {
  let browser: ExtensionBrowser;
  let api: ScriptedApi;

  beforeAll(async () => {
    api = await startScriptedApi({ '/hostile': hostilePage, '/apply': applyPage });
    browser = await launchWithExtension({ hosts: [UNDECLARED] });
    const options = await browser.options();
    await options.getByRole('textbox', { name: 'API address' }).fill(api.origin);
    await options.getByRole('textbox', { name: 'Access token' }).fill(GOOD_TOKEN);
    await options.getByRole('button', { name: 'Link with token' }).click();
    await options.getByText('Linked as').waitFor();
    await options.close();
    api.restore();
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  const typed = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('input')].map((input) => (input.type === 'radio' ? '' : input.value)).join(''),
    );
  const worldsOf = async (page: Page): Promise<string[]> => {
    const cdp = await browser.context.newCDPSession(page);
    const names: string[] = [];
    cdp.on('Runtime.executionContextCreated', ({ context }) => names.push(context.origin));
    await cdp.send('Runtime.enable');
    await cdp.detach();
    return names.filter((origin) => origin.startsWith('chrome-extension://'));
  };

  test('a thousand spoofed messages start nothing, ask nothing of the server and fill nothing', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${api.origin}/hostile`);
    // The tools are in the page, as after a look by the popup: still nothing to call.
    const popup = await browser.popupFor(page);
    await popup.getByText(/fields found/).waitFor();
    await popup.close();
    api.requests.length = 0;
    const reached = await page.evaluate(
      (id) => (window as unknown as { attack: (id: string) => Promise<string[]> }).attack(id),
      EXTENSION_ID,
    );
    expect(reached).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(api.requests).toEqual([]);
    expect((await typed(page)).replace(/on|privacy/g, '')).toBe('');
    const { local, session } = await (await browser.worker()).evaluate(async () => ({
      local: Object.keys(await chrome.storage.local.get(null)),
      session: Object.keys(await chrome.storage.session.get(null)),
    }));
    expect(local).toContain('credential');
    expect(session.filter((key) => key.startsWith('run:'))).toEqual([]);
    await page.close();
  });

  test('a script of ours in a page may report but cannot command, nor speak for another tab', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${api.origin}/hostile`);
    const tabId = await browser.tabIdOf(page);
    api.requests.length = 0;
    const answers = await (await browser.worker()).evaluate(async (id) => {
      const [result] = await chrome.scripting.executeScript({
        target: { tabId: id },
        args: [id],
        func: (tab: number) =>
          Promise.all(
            ['run.fill', 'session.unlink', 'document.bytes'].map((name) =>
              Promise.race([
                chrome.runtime
                  .sendMessage({ name, body: { tabId: tab, documentId: 'doc_resume', format: 'pdf' } })
                  .then(
                    (answer) => answer ?? 'unanswered',
                    () => 'unanswered',
                  ),
                new Promise((resolve) => setTimeout(() => resolve('unanswered'), 500)),
              ]),
            ),
          ),
      });
      return result?.result;
    }, tabId);
    expect(answers).toEqual(['unanswered', 'unanswered', 'unanswered']);
    expect(api.requests).toEqual([]);
    await page.close();
  });

  test('no code of ours runs on a host that is not declared, and the popup as a tab does not act on it', async () => {
    const declared = await browser.context.newPage();
    await declared.goto(`${api.origin}/apply`);
    await expect.poll(() => worldsOf(declared)).toHaveLength(1);

    const before = await tabIds();
    const page = await browser.context.newPage();
    await page.goto(`${api.origin.replace('localhost', UNDECLARED)}/apply`);
    expect(await worldsOf(page)).toEqual([]);
    const [tabId] = (await tabIds()).filter((id) => !before.includes(id));
    const popup = await browser.context.newPage();
    await popup.goto(`chrome-extension://${EXTENSION_ID}/popup.html?tabId=${tabId}`);
    await popup.getByText('Foothold may not look at this page').first().waitFor();
    expect(await popup.getByRole('button', { name: 'Fill form' }).isDisabled()).toBe(true);
    const refused = await popup.evaluate(
      (id) => chrome.runtime.sendMessage({ name: 'run.fill', body: { tabId: id } }),
      tabId,
    );
    expect(refused).toMatchObject({ ok: false, code: 'extension.page_closed' });
    expect(await worldsOf(page)).toEqual([]);
    expect(await typed(page)).not.toContain('Nora');
    await Promise.all([declared.close(), page.close(), popup.close()]);
  });

  test.each([
    [
      'another origin',
      'The page moved to another site. Nothing more was written.',
      () => api.origin.replace('localhost', '127.0.0.1'),
    ],
    ['another posting of its site', 'The page was left or loaded anew. Nothing more was written.', () => api.origin],
  ])('a page that moves to %s while documents are made gets nothing', async (_, sentence, target) => {
    const page = await browser.context.newPage();
    await page.goto(`${api.origin}/apply`);
    const popup = await browser.popupFor(page);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    api.script('POST /api/v1/jobs/job_1/generate-documents', async () => {
      await held;
      return { status: 503, json: { error: { code: 'down', message: 'Down.', requestId: 'r' } } };
    });
    await popup.getByRole('button', { name: 'Fill form' }).click();
    await expect.poll(() => api.seen('POST', /generate-documents/).length).toBe(1);
    await page.goto(`${target()}/apply?other`);
    release();
    await popup.getByText(sentence).waitFor();
    expect(await typed(page)).not.toMatch(/Nora|Lindqvist|415/);
    await Promise.all([page.close(), popup.close()]);
    api.restore();
  });

  async function tabIds(): Promise<number[]> {
    return (await browser.worker()).evaluate(async () =>
      (await chrome.tabs.query({})).flatMap((tab) => (tab.id === undefined ? [] : [tab.id])),
    );
  }
});
