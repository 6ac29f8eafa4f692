/** Which pages may be touched: decided before anything is put into one. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings, stored, write } from '../storage.ts';
import { assertDeclared, lookAtTab, undoInTab } from './page.ts';

type Chrome = { tabs: unknown; scripting: unknown; storage: unknown };
let tabUrl: string | undefined;
const executeScript = vi.fn();

beforeEach(() => {
  executeScript.mockReset();
  fakeBrowser.reset();
  vi.stubGlobal('__STORE_BUILD__', false);
  vi.stubGlobal('__DECLARED_HOSTS__', ['https://jobs.lever.co/*', 'https://*.myworkdayjobs.com/*']);
  vi.stubGlobal('chrome', {
    // Without `tabs` permission Chrome names the address only where a click or a declared host gives us the page.
    tabs: { get: async () => ({ url: tabUrl }) },
    scripting: { executeScript },
    storage: fakeBrowser.storage,
  } satisfies Chrome);
});
afterEach(() => vi.unstubAllGlobals());

const at = (url: string | undefined): void => {
  tabUrl = url;
};

describe('a popup that was opened as a tab', () => {
  test.each(['https://jobs.lever.co/acme/1/apply', 'https://acme.wd5.myworkdayjobs.com/en-US/x'])(
    'may act on %s',
    async (url) => {
      at(url);
      await expect(assertDeclared(1)).resolves.toBeUndefined();
    },
  );

  test.each([
    'https://careers.acme.example/apply',
    'http://jobs.lever.co/acme',
    'https://jobs.lever.co.evil.example/acme',
    'https://evilmyworkdayjobs.com/x',
  ])('may not act on %s, whatever a click opened before', async (url) => {
    at(url);
    await expect(assertDeclared(1)).rejects.toThrow('may not look at this page');
  });
});

describe('a popup the person opened on a page', () => {
  test('looks at an undeclared page, since the click gave it to us', async () => {
    at('https://careers.acme.example/apply');
    const view = { origin: 'https://careers.acme.example', url: tabUrl, fields: [], embedded: [] };
    const place = { frame: 0, section: 'Education', form: '1' };
    const buttons = [
      { ref: 'b1', label: 'Add another', ...place },
      { ref: 'b2', label: 'Submit application', ...place },
      { ref: 'b3', label: 'Add to calendar', ...place, away: true },
    ];
    executeScript.mockResolvedValue([{ frameId: 0, documentId: 'a', result: { ...view, buttons } }]);
    const actions = [{ ref: 'b1', kind: 'addRow', label: 'Add another', ...place }];
    await expect(lookAtTab(1)).resolves.toEqual([{ frameId: 0, documentId: 'a', ...view, actions }]);
  });

  test.each([undefined, 'chrome://settings', 'file:///etc/passwd', 'about:blank', 'chrome-extension://abc/x.html'])(
    'puts nothing into %s',
    async (url) => {
      at(url);
      await expect(lookAtTab(1)).rejects.toThrow('may not look at this page');
      expect(executeScript).not.toHaveBeenCalled();
    },
  );

  test.each(['https://www.linkedin.com/jobs/view/1', 'https://de.indeed.com/viewjob'])(
    'puts nothing into %s, whose terms forbid it',
    async (url) => {
      at(url);
      await expect(lookAtTab(1)).rejects.toThrow('terms of this site');
      expect(executeScript).not.toHaveBeenCalled();
    },
  );

  test('puts nothing into a site the person turned us off on, with or without www', async () => {
    await write(stored.settings, { ...defaultSettings(), sitesOff: ['acme.example'] });
    at('https://www.acme.example/apply');
    await expect(lookAtTab(1)).rejects.toThrow('turned Foothold off on this site');
    expect(executeScript).not.toHaveBeenCalled();
  });

  test('says so where the browser refuses', async () => {
    at('https://careers.acme.example/apply');
    executeScript.mockRejectedValue(
      new Error('Cannot access contents of the page. Extension manifest must request permission'),
    );
    await expect(lookAtTab(1)).rejects.toThrow('may not look at this page');
  });

  test('a frame that does not answer is left out, the others are seen', async () => {
    at('https://careers.acme.example/apply');
    const view = { origin: 'https://careers.acme.example', url: tabUrl, fields: [], buttons: [], embedded: [] };
    executeScript
      .mockResolvedValueOnce([{ frameId: 0, documentId: 'a', result: null }])
      .mockResolvedValueOnce([])
      .mockResolvedValueOnce([
        { frameId: 0, documentId: 'a', result: view },
        { frameId: 4, documentId: 'b', result: null },
      ]);
    expect((await lookAtTab(1)).map(({ frameId }) => frameId)).toEqual([0]);
  });

  test('undo counts over all frames', async () => {
    at('https://careers.acme.example/apply');
    executeScript.mockResolvedValue([{ result: 3 }, { result: null }, { result: 2 }]);
    await expect(undoInTab(1)).resolves.toBe(5);
  });
});
