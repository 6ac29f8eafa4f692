/** The way to the next form and what surrounds it, in the built extension: queue, pasted postings, warnings, confirmations. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyPage, formOnlyPage, noFormPage } from '#tests/fixtures/pages.ts';
import { chromiumPath } from '#tests/support/chromium.ts';
import { type ExtensionBrowser, launchWithExtension } from '#tests/support/extension.ts';
import { GOOD_TOKEN, type ScriptedApi, scriptedJob, startScriptedApi } from '#tests/support/scripted-api.ts';

const AT = '2026-11-20T10:00:00.000Z';
const visitPage =
  '<!doctype html><html lang="en"><title>Jobs</title><h1>Thank you for visiting</h1><form><input type="search" name="q"></form><p>Your application was received? Search jobs.</p>';

const posting = (id: string, given: { title: string; company: string; url: string }) => ({
  ...scriptedJob({ ...given, description: 'You build pipelines in Python.' }),
  id,
});
const matched = (job: Omit<ReturnType<typeof posting>, 'sources' | 'variants'>, score: number) => ({
  job,
  score,
  breakdown: { skills: 1, experience: 1, education: 1, location: 1, preferences: 1, semantic: 1, recency: 1 },
  reasons: [
    { text: 'You have Python', evidence: ['work[0].highlights[0]', '“pipelines in Python”'], stance: 'for' },
    { text: 'They ask for Go', evidence: ['“Go is a must”'], stance: 'against' },
  ],
  matchedSkills: ['Python'],
  missingSkills: ['Go', 'Kafka'],
  provisional: false,
  status: null,
});
const application = (job: ReturnType<typeof posting>, status: string) => ({
  jobId: job.id,
  status,
  notes: '',
  history: [{ status, at: AT }],
  updatedAt: AT,
  title: job.title,
  company: job.company,
  url: job.url,
  job,
  documents: [],
});
const list = (items: unknown[]) => ({ json: { items, page: { limit: 100, total: items.length } } });

describe.skipIf(chromiumPath() === undefined)('the way to the next form', () => {
  let browser: ExtensionBrowser;
  let api: ScriptedApi;
  let page: Page;
  let popup: Page;

  beforeAll(async () => {
    api = await startScriptedApi({
      '/apply': applyPage,
      '/form': formOnlyPage,
      '/about': noFormPage,
      '/visit': visitPage,
    });
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
    for (const one of browser.context.pages().slice(1)) await one.close();
    await (await browser.worker()).evaluate(async () => {
      await chrome.storage.local.remove(['knownJobs', 'queue', 'openings', 'acted', 'recentJobs']);
    });
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
  const filled = (within: Page) =>
    within
      .getByRole('status')
      .filter({ hasText: /Filled \d+ of \d+ fields$/ })
      .waitFor({ timeout: 30_000 });

  test('lists saved and matched postings by fit, opens the next, fills it by itself once, and stops at the cap', async () => {
    const jobs = {
      best: posting('job_best', { title: 'Data Engineer', company: 'Brook', url: `${api.origin}/apply?best` }),
      saved: posting('job_saved', { title: 'Analyst', company: 'Creek', url: `${api.origin}/apply?saved` }),
      gone: posting('job_gone', { title: 'Baker', company: 'Delta', url: `${api.origin}/apply?gone` }),
      theirs: posting('job_in', { title: 'Pilot', company: 'Eddy', url: 'https://www.linkedin.com/jobs/view/1' }),
    };
    api.script('GET /api/v1/matches', () =>
      list([matched(jobs.best, 91), matched(jobs.gone, 88), matched(jobs.theirs, 95)]),
    );
    api.script('GET /api/v1/applications', ({ path }) =>
      list(
        path.includes('bookmarked')
          ? [application(jobs.saved, 'bookmarked')]
          : [application(jobs.saved, 'bookmarked'), application(jobs.gone, 'applied')],
      ),
    );
    await (await browser.worker()).evaluate(async () => {
      const { settings } = await chrome.storage.local.get('settings');
      await chrome.storage.local.set({ settings: { ...(settings as object), dailyCap: 1 } });
    });
    await open('/about');
    await popup.setViewportSize({ width: 380, height: 600 });
    await popup.getByRole('button', { name: 'Next jobs' }).click();
    const rows = popup.getByRole('list').first().getByRole('listitem');
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(3);
    expect((await rows.allTextContents()).map((text) => /Pilot|Data Engineer|Analyst/.exec(text)?.[0])).toEqual([
      'Pilot',
      'Data Engineer',
      'Analyst',
    ]);
    // A site whose terms forbid tools is the person's to open.
    const link = popup.getByRole('link', { name: 'Open yourself: Pilot at Eddy' });
    expect(await link.getAttribute('href')).toBe('https://www.linkedin.com/jobs/view/1');
    expect(await faultsOf(popup)).toEqual([]);

    const tab = browser.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Open next form' }).click();
    const next = await tab;
    await next.waitForURL(/apply\?best/);
    await expect.poll(() => next.locator('#em').inputValue(), { timeout: 30_000 }).toBe('nora.lindqvist@example.com');
    const report = await browser.popupFor(next);
    await filled(report);
    expect(await next.evaluate(() => (window as unknown as { submits: number }).submits)).toBe(0);
    // Once: what the person does with the page afterwards is theirs.
    await next.reload();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await next.locator('#em').inputValue()).toBe('');

    await popup.getByText('You have opened 1 today, your limit.').waitFor();
    expect(await popup.getByRole('button', { name: 'Open next form' }).isDisabled()).toBe(true);
    await popup.getByText('Why is there a limit?').click();
    await popup.getByText(/Quality over quantity/).waitFor();
  });

  test('a pasted posting gets documents, and is the job of a form that does not say what it is for', async () => {
    await open('/about');
    await popup.getByRole('button', { name: 'Paste a posting' }).click();
    await popup.getByRole('textbox', { name: 'Title' }).fill('Data Engineer');
    await popup.getByRole('textbox', { name: 'Company' }).fill('Acme');
    await popup.getByRole('textbox', { name: 'Text of the posting' }).fill('We move water data.');
    await popup.getByRole('button', { name: 'Save posting' }).click();
    await popup.getByRole('heading', { name: 'Data Engineer' }).waitFor();
    expect(JSON.parse(api.seen('POST', /capture/)[0]?.body ?? '')).toEqual({
      title: 'Data Engineer',
      company: 'Acme',
      description: 'We move water data.',
    });
    await popup.getByRole('button', { name: 'Generate documents' }).click();
    await popup.getByRole('status').filter({ hasText: 'Your documents are ready.' }).waitFor({ timeout: 20_000 });
    expect(api.seen('POST', /job_1\/generate-documents/)).toHaveLength(1);

    await open('/form');
    const which = popup.getByRole('region', { name: 'Which job' });
    await which.getByRole('combobox', { name: 'This form is for' }).waitFor();
    await which.getByRole('button', { name: 'Use for this form' }).click();
    await popup.getByRole('heading', { name: 'Data Engineer' }).waitFor();
    await popup.getByRole('button', { name: 'Fill form' }).click();
    await filled(popup);
    expect(api.seen('POST', /job_1\/generate-documents/)).toHaveLength(2);
    const attached = await page.evaluate(
      () => document.querySelector<HTMLInputElement>('input[name=cover_letter]')?.files?.[0]?.name,
    );
    expect(attached).toBe('Nora Lindqvist - Cover Letter.pdf');
  });

  test('shows the fit with its evidence once the job is saved, and the cost of the form before anything', async () => {
    const job = posting('job_1', { title: 'Data Engineer', company: 'Acme', url: `${api.origin}/apply` });
    api.script('GET /api/v1/matches/job_1', () => ({ json: matched(job, 87) }));
    await open('/apply');
    await popup
      .getByRole('region', { name: 'Effort' })
      .getByText(/10 questions · 1 written answer/)
      .waitFor();
    expect(api.seen('POST', /capture/)).toEqual([]);
    await popup.getByRole('button', { name: 'Save job' }).click();
    await popup.getByText('You have Python').waitFor();
    await popup.getByText('“Go is a must”').waitFor();
    await popup.getByText('Kafka').waitFor();
    await popup.getByText('Saved', { exact: true }).waitFor();
    await popup.setViewportSize({ width: 380, height: 600 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await faultsOf(popup)).toEqual([]);
    }
  });

  test('shows what would raise the score, where the posting was seen with the credit due, and takes a thumb', async () => {
    const job = {
      ...posting('job_1', { title: 'Data Engineer', company: 'Acme', url: `${api.origin}/apply` }),
      variants: ['job_2', 'job_3'],
      postedAt: AT,
      sources: [
        { source: 'lever', sourceId: '1', url: 'https://jobs.lever.co/acme/1', seenAt: AT },
        { source: 'adzuna', sourceId: '2', url: 'https://www.adzuna.com/land/ad/2', seenAt: AT },
      ],
    };
    const gains = [{ skill: 'Kafka', points: 6.4, kind: 'learn' }];
    api.script('GET /api/v1/matches/job_1', () => ({ json: { ...matched(job, 87), gains } }));
    const heard: string[] = [];
    api.script('POST /api/v1/matches/job_1/feedback', ({ body }) => {
      heard.push(body);
      return { json: { jobId: 'job_1', rating: JSON.parse(body).rating } };
    });
    await open('/apply');
    await popup.setViewportSize({ width: 360, height: 600 });
    await popup.getByRole('button', { name: 'Save job' }).click();
    const credit = popup.getByRole('link', { name: 'Jobs by Adzuna' });
    await credit.waitFor();
    expect(await credit.getAttribute('href')).toBe('https://www.adzuna.com/land/ad/2');
    await popup.getByText('Seen on 2 boards').waitFor();
    await popup.getByText(/also in 2 other places/).waitFor();
    await popup.getByText('+6 points').waitFor();
    await popup.getByRole('button', { name: /^Does not fit/ }).click();
    await popup.getByRole('button', { name: 'The pay' }).click();
    await popup.getByText('Thank you. Your next ranking heeds it.').waitFor();
    expect(await popup.getByRole('button', { name: /^Does not fit/ }).getAttribute('aria-pressed')).toBe('true');
    expect(heard.map((body) => JSON.parse(body))).toEqual([{ rating: 'down' }, { rating: 'down', reason: 'The pay' }]);
    expect(await faultsOf(popup)).toEqual([]);
  });

  test('warns before a second application for the same role there', async () => {
    const before = posting('job_old', {
      title: 'Senior Data Engineer',
      company: 'Acme Rivers, Inc.',
      url: 'https://x.example/1',
    });
    api.script('GET /api/v1/applications', () => list([application(before, 'applied')]));
    await open('/apply');
    await popup.getByText(/You applied for Senior Data Engineer at Acme Rivers, Inc\./).waitFor();
    expect(await popup.getByRole('button', { name: 'Fill form' }).isEnabled()).toBe(true);
  });

  test('takes no search page and no “thank you for visiting” for a confirmation', async () => {
    await open('/apply');
    await popup.getByRole('button', { name: 'Fill form' }).click();
    await filled(popup);
    await page.goto(`${api.origin}/visit`);
    await popup.close();
    popup = await browser.popupFor(page);
    await popup.getByRole('button', { name: 'Next jobs' }).waitFor();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await popup.getByText('Did your application go out?').count()).toBe(0);
    expect(api.seen('PUT', /status/).map(({ body }) => body)).toEqual(['{"status":"started"}']);
  });
});

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
