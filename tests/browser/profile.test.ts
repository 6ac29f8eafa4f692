/** The profile under a person's hands: reading followed live, checking by keyboard, two windows at once, a document changed. */
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import { applicantAnswers, applicantResume } from '../support/applicant.ts';
import { chromiumPath } from '../support/chromium.ts';
import { resumePdf } from '../support/pdf.ts';
import { startTestPortal, type TestPortal } from '../support/portal.ts';
import type { TestStack } from '../support/stack.ts';

/** A name no list knows and an employer without a legal form: such values are asked, not guessed. */
const DOUBTFUL = [
  'Zyx Qwrt',
  'zyx@example.org',
  '',
  'EXPERIENCE',
  'Gaffer, Blue Door',
  '2019 – 2021',
  '• Kept the door',
];

describe.skipIf(chromiumPath() === undefined)('the profile', () => {
  let portal: TestPortal;
  let stack: TestStack;

  beforeAll(async () => {
    portal = await startTestPortal();
    ({ stack } = portal);
  });
  afterAll(() => portal?.close());

  const fileOf = async (lines?: readonly string[]) => ({
    name: 'resume.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await resumePdf(lines)),
  });
  const open = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${stack.url}/profile`);
    return page;
  };

  test('follows the reading over the live connection and shows the page with what was found on it', async () => {
    const context = await portal.window(await stack.person());
    const page = await context.newPage();
    const types: string[] = [];
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => types.push(JSON.parse(String(payload)).type)),
    );
    await page.goto(`${stack.url}/profile`);
    await page.getByLabel('Resume file').setInputFiles(await fileOf());
    await page.getByRole('region', { name: 'Pages of the file' }).locator('canvas').waitFor();
    await expect.poll(() => types).toContain('resume.completed');
    await page.getByRole('button', { name: 'name: Ada Lovelace' }).waitFor();
    await context.close();
  });

  test('is checked by keyboard alone: Alt+Enter accepts a doubtful value and leads to the next', async () => {
    const context = await portal.window(await stack.person());
    const page = await open(context);
    await page.getByLabel('Resume file').setInputFiles(await fileOf(DOUBTFUL));
    const left = page.getByRole('heading', { name: /\d+ values? to check/ });
    await left.waitFor();
    const count = async () =>
      Number(/\d+/.exec((await left.textContent({ timeout: 500 }).catch(() => '0')) ?? '0')?.[0]);
    const before = await count();
    await page.locator('[data-path] :is(input, textarea)').first().focus();
    await page.keyboard.press('Alt+Enter');
    await expect.poll(count).toBe(before - 1);
    if (before > 1)
      expect(await page.evaluate(() => document.activeElement?.closest('[data-path]') !== null)).toBe(true);
    await context.close();
  });

  test('changed in two windows loses nothing: the second is asked, and keeps what was typed', async () => {
    const person = await stack.person();
    const { version } = await person.call(contract.profile.get);
    await person.call(contract.profile.put, { body: { resume: applicantResume, answers: applicantAnswers, version } });
    const context = await portal.window(person);
    const first = await open(context);
    const second = await (async () => open(await portal.window(person)))();
    await first.getByLabel('Headline').fill('Written in the first window');
    await second.getByLabel('Headline').fill('Written in the second window');
    await first.getByRole('button', { name: 'Save profile' }).click();
    await first.getByText('Profile saved').waitFor();
    await second.getByRole('button', { name: 'Save profile' }).click();
    await second.getByRole('alert').filter({ hasText: 'changed elsewhere' }).waitFor();
    expect(await second.getByLabel('Headline').inputValue()).toBe('Written in the second window');
    await second.getByRole('button', { name: 'Keep my changes' }).click();
    await second.getByRole('button', { name: 'Save profile' }).click();
    await second.getByText('Profile saved').waitFor();
    const { resume } = await person.call(contract.profile.get);
    expect(resume.basics?.label).toBe('Written in the second window');
    await second.context().close();
    await context.close();
  });

  test('ranks postings at a press, and says what fits apart from what does not', async () => {
    const person = await stack.person();
    const { version } = await person.call(contract.profile.get);
    await person.call(contract.profile.put, { body: { resume: applicantResume, answers: applicantAnswers, version } });
    await person.call(contract.job.capture, {
      body: {
        url: 'https://careers.example.com/8',
        title: 'Senior Data Engineer',
        company: 'Acme Rivers',
        location: 'Portland, OR',
        description: 'We need a senior data engineer. Requirements: Haskell, Kubernetes and Python in production.',
      },
    });
    const context = await portal.window(person);
    const page = await context.newPage();
    await page.goto(`${stack.url}/matches`);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/matches/refresh')),
      page.getByRole('button', { name: 'Rank now' }).click(),
    ]);
    expect(answer.status()).toBe(202);
    await page
      .getByRole('link', { name: /Senior Data Engineer/ })
      .first()
      .click();
    await page.getByText('What does not').waitFor();
    const against = page.locator('div', { has: page.locator('> p', { hasText: 'What does not' }) }).last();
    await against.getByText(/^Not shown in your profile: .*Haskell/).waitFor();
    await context.close();
  });

  test('becomes documents whose every line says what it rests on and can be changed', async () => {
    const person = await stack.person();
    const { version } = await person.call(contract.profile.get);
    await person.call(contract.profile.put, { body: { resume: applicantResume, answers: applicantAnswers, version } });
    const { job } = await person.call(contract.job.capture, {
      body: {
        url: 'https://careers.example.com/7',
        title: 'Data Engineer',
        company: 'Acme Rivers',
        location: 'Portland, OR',
        description: 'We need a data engineer who builds pipelines for river sensors with Python and SQL.',
      },
    });
    const { generationId } = await person
      .call(contract.document.generate, { params: { jobId: job.id }, body: {} })
      .then((answer) => ('generationId' in answer ? answer : { generationId: answer.id }));
    await stack.idle();
    const context = await portal.window(person);
    const page = await context.newPage();
    await page.goto(`${stack.url}/documents/generations/${generationId}`);
    const sheet = page.getByRole('article', { name: 'Resume' });
    await sheet.getByRole('heading', { name: /Nora Lindqvist/ }).waitFor();
    const employer = sheet.getByRole('link', { name: /^Tidewater Analytics/ }).first();
    await employer.focus();
    await page.getByText('Job 1, employer').first().waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
    ).toEqual([]);

    await page.keyboard.press('Enter');
    await page.getByLabel('Wording').fill('Tidewater Analytics Incorporated');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Write the files again' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(generationId));
    await sheet.getByText('Tidewater Analytics Incorporated').waitFor();
    await page.getByRole('radio', { name: '4' }).check();
    await page.getByText('Thank you, noted').waitFor();
    const { items } = await person.call(contract.document.list, { query: { limit: 10 } });
    expect(items.find(({ rating }) => rating !== undefined)?.rating).toBe(4);
    await context.close();
  });
});
