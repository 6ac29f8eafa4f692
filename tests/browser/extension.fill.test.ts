import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyPage, embeddingPage, formOnlyPage, noFormPage } from '#tests/fixtures/pages.ts';
import { chromiumPath } from '#tests/support/chromium.ts';
import { type ExtensionBrowser, launchWithExtension } from '#tests/support/extension.ts';
import { GOOD_TOKEN, type ScriptedApi, scriptedGeneration, startScriptedApi } from '#tests/support/scripted-api.ts';

const down = { status: 503, json: { error: { code: 'down', message: 'Down for a moment.', requestId: 'r' } } };

describe.skipIf(chromiumPath() === undefined)('Fill form', () => {
  let browser: ExtensionBrowser;
  let api: ScriptedApi;
  let other: ScriptedApi;
  let page: Page;
  let popup: Page;

  beforeAll(async () => {
    api = await startScriptedApi({ '/apply': applyPage, '/form': formOnlyPage, '/about': noFormPage });
    other = await startScriptedApi({ '/embedded': formOnlyPage });
    api.pages['/docx-only'] = applyPage.replace('accept=".pdf,.doc,.docx"', 'accept=".docx"');
    api.pages['/embedding'] = embeddingPage(other.origin.replace('localhost', '127.0.0.1').concat('/embedded'));
    browser = await launchWithExtension();
    const options = await browser.options();
    await options.getByRole('textbox', { name: 'API address' }).fill(api.origin);
    await options.getByRole('textbox', { name: 'Access token' }).fill(GOOD_TOKEN);
    await options.getByRole('button', { name: 'Link with token' }).click();
    await options.getByText('Linked as nora.lindqvist@example.com').waitFor();
    await options.close();
  });
  beforeEach(() => api.restore());
  afterEach(async () => {
    await popup?.close();
    await page?.close();
    await (await browser.worker()).evaluate(() => chrome.storage.local.remove(['knownJobs', 'outbox']));
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
    await other?.close();
  });

  const open = async (path: string): Promise<void> => {
    page = await browser.context.newPage();
    await page.goto(api.origin + path);
    popup = await browser.popupFor(page);
  };
  const press = (name: string) => popup.getByRole('button', { name, exact: true }).click();
  const status = () => popup.getByRole('status');
  const ended = (text: RegExp) => status().filter({ hasText: text }).waitFor({ timeout: 20_000 });
  const values = () =>
    page.evaluate(() => {
      const form = document.querySelector('form');
      if (form === null) throw new Error('no form');
      const entries = [...new FormData(form)].map(([name, value]) => [
        name,
        value instanceof File ? value.name : value,
      ]);
      return Object.fromEntries(entries) as Record<string, string>;
    });
  const row = (label: string) => popup.getByRole('listitem').filter({ hasText: label });

  test('fills what the profile knows, attaches the documents made for the posting, and leaves the rest to the person', async () => {
    await open('/apply');
    await popup.getByRole('heading', { name: 'Senior Data Engineer' }).waitFor();
    await press('Fill form');
    await ended(/Filled 9 of 11 fields$/);
    expect(await values()).toMatchObject({
      first_name: 'Nora',
      last_name: 'Lindqvist',
      email: 'nora.lindqvist@example.com',
      resume: 'Nora Lindqvist - Resume.pdf',
      cover_letter: 'Nora Lindqvist - Cover Letter.pdf',
      country: 'United States',
      auth: '1',
      sponsor: '0',
      why: '',
      website: '',
    });
    expect(await values()).not.toHaveProperty('consent');
    expect(await page.evaluate(() => (window as unknown as { submits: number }).submits)).toBe(0);
    await row('Why do you want to work here?').getByText('A question only you can answer').waitFor();
    const sent = await page.evaluate(async () => {
      const input = document.querySelector<HTMLInputElement>('#cv');
      return input?.files?.[0]?.text();
    });
    expect(sent).toBe('%PDF-1.4 resume');
  });

  test('tells the server what was started, once, and under a key of its own', async () => {
    await open('/apply');
    await press('Fill form');
    await ended(/fields$/);
    await expect.poll(() => api.seen('PUT', /job_1\/status/).length).toBe(1);
    const [told] = api.seen('PUT', /job_1\/status/);
    expect(told?.body).toBe('{"status":"started"}');
    expect(told?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    const [captured] = api.seen('POST', /capture/);
    expect(JSON.parse(captured?.body ?? '{}')).toMatchObject({ company: 'Acme Rivers', url: `${api.origin}/apply` });
    await popup.getByText('87').waitFor();
  });

  test('never overwrites what the person typed, and Undo brings back the rest', async () => {
    await open('/apply');
    await page.getByLabel('Email *').fill('me@elsewhere.example');
    await press('Fill form');
    await ended(/Filled 8 of 11 fields$/);
    await row('Email')
      .getByText(/left as it is/i)
      .waitFor();
    await page.getByLabel('Phone').fill('changed by me');
    await press('Undo');
    await ended(/^Undone/);
    const after = await values();
    expect(after).toMatchObject({
      first_name: '',
      email: 'me@elsewhere.example',
      phone: 'changed by me',
      country: '',
      resume: '',
    });
    expect(after).not.toHaveProperty('auth');
    expect(await popup.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  test('says so where there is no form, and the button cannot be pressed', async () => {
    await open('/about');
    await ended(/^No form on this page$/);
    expect(await popup.getByRole('button', { name: 'Fill form' }).isDisabled()).toBe(true);
  });

  test('goes on without documents when they fail, attaches the active resume and says so', async () => {
    api.script('POST /api/v1/jobs/job_1/generate-documents', () => down);
    await open('/apply');
    await press('Fill form');
    await ended(/Filled 8 of 11 fields$/);
    expect((await values()).resume).toBe('Nora CV.pdf');
    await popup.getByText('The documents could not be made: Down for a moment.').waitFor();
    await row('Cover letter').getByText('No cover letter is ready to attach').waitFor();
  });

  test('attaches the active resume where no posting can be read', async () => {
    await open('/form');
    await press('Fill form');
    await ended(/Filled 8 of 11 fields$/);
    expect((await values()).resume).toBe('Nora CV.pdf');
    expect(api.seen('POST', /generate-documents|capture/)).toEqual([]);
  });

  test('makes the general resume where there is no active one either', async () => {
    api.script('GET /api/v1/resumes', () => ({ json: { items: [], page: { limit: 20, total: 0 } } }));
    await open('/form');
    await press('Fill form');
    await ended(/fields$/);
    expect((await values()).resume).toBe('Nora Lindqvist - Resume.pdf');
    expect(JSON.parse(api.seen('POST', /jobs\/external\/generate-documents/)[0]?.body ?? '')).toEqual({
      kinds: ['resume'],
    });
  });

  test('reaches a form in a frame of another declared origin', async () => {
    await open('/embedding');
    await press('Fill form');
    await ended(/Filled 9 of 11 fields$/);
    const frame = page.frames().find((one) => one.url().includes('/embedded'));
    expect(await frame?.locator('#em').inputValue()).toBe('nora.lindqvist@example.com');
  });

  test('attaches the format the site takes, and fetches only what it attaches', async () => {
    await open('/docx-only');
    await press('Fill form');
    await ended(/Filled 9 of 11 fields$/);
    expect((await values()).resume).toBe('Nora Lindqvist - Resume.docx');
    expect(api.seen('GET', /documents\/.*download/).map(({ path }) => path.replace(/.*documents/, ''))).toEqual([
      '/doc_resume/download?format=docx',
      '/doc_letter/download?format=pdf',
    ]);
  });

  test('reports nothing of a page that was loaded anew', async () => {
    await open('/apply');
    await press('Fill form');
    await ended(/fields$/);
    await page.reload();
    await popup.close();
    popup = await browser.popupFor(page);
    await ended(/^\d+ fields found$/);
    expect(await popup.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  test('makes documents without filling, and saves them as files', async () => {
    await open('/apply');
    await press('Generate documents');
    await ended(/^Your documents are ready/);
    expect((await values()).first_name).toBe('');
    const [download] = await Promise.all([
      popup.waitForEvent('download'),
      popup.getByRole('button', { name: 'Download resume as PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Nora Lindqvist - Resume.pdf');
  });

  test('fills from the cached profile without a network, and what it had to tell goes out once on reconnect', async () => {
    await open('/apply');
    await press('Fill form');
    await ended(/fields$/);
    await page.reload();
    api.restore();
    for (const route of [
      'GET /api/v1/me',
      'GET /api/v1/me/profile',
      'GET /api/v1/resumes',
      'POST /api/v1/jobs/capture',
    ])
      api.script(route, () => down);
    api.script('PUT /api/v1/jobs/job_1/status', () => down);
    await popup.close();
    popup = await browser.popupFor(page);
    await press('Fill form');
    await ended(/Filled 7 of 11 fields$/);
    expect((await values()).email).toBe('nora.lindqvist@example.com');
    await popup.getByText(/The posting could not be saved/).waitFor();
    // A write that could not leave waits, and leaves once.
    await (await browser.worker()).evaluate(() =>
      chrome.storage.local.set({
        outbox: [{ id: crypto.randomUUID(), queuedAt: 1, jobId: 'job_1', status: 'applied' }],
      }),
    );
    const flush = () => popup.evaluate(() => chrome.alarms.create('outbox', { when: Date.now() + 20 }));
    await flush();
    await expect.poll(() => api.seen('PUT', /job_1\/status/).length).toBe(1);
    api.restore();
    await flush();
    await expect.poll(() => api.seen('PUT', /job_1\/status/).length).toBe(1);
    await flush();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(api.seen('PUT', /job_1\/status/)).toHaveLength(1);
  });

  test('carries on after the browser stopped the worker while documents were being made', async () => {
    let polls = 0;
    api.script('POST /api/v1/jobs/job_1/generate-documents', () => ({ status: 202, json: { generationId: 'gen_1' } }));
    api.script('GET /api/v1/generations/gen_1', () => {
      polls++;
      return { json: polls < 3 ? { ...scriptedGeneration, status: 'running', documents: [] } : scriptedGeneration };
    });
    await open('/apply');
    await press('Fill form');
    await expect.poll(() => polls, { timeout: 10_000 }).toBeGreaterThan(0);
    await stopWorker();
    await popup.evaluate(() => chrome.runtime.sendMessage({ name: 'sync.now', body: {} }));
    await ended(/Filled 9 of 11 fields$/);
    expect(api.seen('POST', /generate-documents/)).toHaveLength(1);
  });

  test('fills nothing twice when the worker is stopped while the page is being filled', async () => {
    await open('/apply');
    await page.evaluate(() => {
      const counts = { writes: 0 };
      Object.assign(window, { counts });
      document.addEventListener('input', (event) => {
        if (event.target instanceof HTMLInputElement && event.target.id === 'fn') counts.writes++;
      });
    });
    await press('Fill form');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#cv')?.files?.length === 1);
    await stopWorker();
    await popup.evaluate(() => chrome.runtime.sendMessage({ name: 'sync.now', body: {} }));
    await ended(/Filled 9 of 11 fields$/);
    expect(await page.evaluate(() => (window as unknown as { counts: { writes: number } }).counts.writes)).toBe(1);
    expect(await page.evaluate(() => (window as unknown as { submits: number }).submits)).toBe(0);
  });

  test('a click on a field of the report shows it in the page', async () => {
    await open('/apply');
    await press('Fill form');
    await ended(/fields$/);
    await page.evaluate(() => window.scrollTo(0, 0));
    await row('Why do you want to work here?').getByRole('button').click();
    await page.waitForFunction(() =>
      (document.querySelector<HTMLElement>('#why')?.style.outline ?? '').includes('3px'),
    );
  });

  test('stops when cancelled, and says how far it came', async () => {
    api.script('POST /api/v1/jobs/job_1/generate-documents', () => ({ status: 202, json: { generationId: 'gen_1' } }));
    api.script('GET /api/v1/generations/gen_1', () => ({
      json: { ...scriptedGeneration, status: 'running', documents: [] },
    }));
    await open('/apply');
    await press('Fill form');
    await popup.getByText('Making your documents…').waitFor();
    await press('Cancel');
    await ended(/^Cancelled/);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await values()).first_name).toBe('');
  });

  /** As Chrome does after 30 idle seconds; resolves once the worker is gone, so a test cannot pass without it. */
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
