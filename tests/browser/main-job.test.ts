/** The product's main job, as a newcomer does it: resume in, profile checked, extension linked, form filled, nothing submitted. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '#infra/build/cache.ts';
import { buildPortal } from '#infra/build/portal.ts';
import { contract } from '#shared/contract.ts';
import { createClient } from '#shared/kernel/client.ts';
import { chromiumPath } from '../support/chromium.ts';
import { type ExtensionBrowser, launchWithExtension } from '../support/extension.ts';
import { resumePdf } from '../support/pdf.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

const RESUME = [
  'Ada Lovelace',
  'Berlin, Germany · ada@example.org · +49 30 901820 · linkedin.com/in/ada-lovelace',
  '',
  'EXPERIENCE',
  'Platform Engineer, Analytical Engines GmbH',
  'April 2019 – Present',
  '• Ran Kubernetes clusters on AWS with Terraform for 40 teams',
  '• Cut the time from merge to production from 50 to 12 minutes',
  'Software Engineer, Difference Works',
  'June 2015 – March 2019',
  '• Built billing services in Go and TypeScript on PostgreSQL',
  '',
  'EDUCATION',
  'BSc Mathematics, University of London',
  '2012 – 2015',
  '',
  'SKILLS',
  'Kubernetes, Terraform, AWS, Go, TypeScript, PostgreSQL, Prometheus',
  '',
  'LANGUAGES',
  'English (native), German (B2)',
];

describe.skipIf(chromiumPath() === undefined)('the main job', () => {
  let stack: TestStack;
  let browser: ExtensionBrowser;
  let portal: Page;
  let token = '';

  beforeAll(async () => {
    await buildPortal();
    stack = await startTestStack({ portal: `${ROOT}dist/portal` });
    browser = await launchWithExtension();
    portal = await browser.context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  test('a person registers, drops in a resume, and finds it read beside its page', async () => {
    await portal.goto(`${stack.url}/register`);
    await portal.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
    await portal.getByLabel('Email').fill('ada@example.org');
    await portal.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await portal.getByRole('radio', { name: 'I am looking for a job' }).check();
    await portal.getByRole('checkbox', { name: /^I agree/ }).check();
    await portal.getByRole('button', { name: 'Create account' }).click();
    await portal.waitForURL('**/profile**');
    await portal
      .getByLabel('Resume file')
      .setInputFiles({ name: 'ada.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await resumePdf(RESUME)) });
    await portal.getByRole('textbox', { name: 'Full name' }).waitFor();
    await expect
      .poll(() => portal.getByRole('textbox', { name: 'Full name' }).inputValue(), { timeout: 40_000 })
      .toBe('Ada Lovelace');
    expect(
      await portal
        .getByRole('textbox', { name: /E-?mail/i })
        .first()
        .inputValue(),
    ).toBe('ada@example.org');
    await portal.getByRole('button', { name: 'Save profile' }).click();
    await portal.getByText(/saved/i).first().waitFor();
  });

  test('they link the extension with a token that is shown once', async () => {
    await portal.goto(`${stack.url}/link`);
    await portal.getByRole('button', { name: 'Create token' }).click();
    token = await portal.getByLabel('Access token').inputValue();
    const options = await browser.options();
    await options.getByLabel('API address').fill(stack.url);
    await options.getByLabel('Access token').fill(token);
    await options.getByRole('button', { name: 'Link with token' }).click();
    await options.getByText('Linked as ada@example.org').waitFor();
    await options.close();
  });

  test('Fill form makes documents, fills, attaches both files, and its report is true field by field', async () => {
    const call = createClient((path, init) =>
      stack.fetch(path, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${token}` },
      }),
    );
    await portal.goto(`${stack.url}/demo/jobs/platform-engineer`);
    const submitted: string[] = [];
    portal.on('request', (request) => {
      if (request.method() === 'POST' && request.frame() === portal.mainFrame()) submitted.push(request.url());
    });
    const popup = await browser.popupFor(portal);
    await popup.getByText('Platform Engineer').first().waitFor();
    await popup.getByRole('button', { name: 'Fill form' }).click();
    const report = popup.getByText(/Filled \d+ of \d+ fields/);
    await report.waitFor({ timeout: 60_000 });
    const [, filled = 0, found = 0] = (
      /Filled (\d+) of (\d+) fields/.exec((await report.textContent()) ?? '') ?? []
    ).map(Number);

    const read = (label: string | RegExp) => portal.getByLabel(label).first().inputValue();
    expect(await read(/^First name/)).toBe('Ada');
    expect(await read(/^Last name/)).toBe('Lovelace');
    expect(await read(/^Email/)).toBe('ada@example.org');
    expect(found).toBeGreaterThan(20);
    expect(filled).toBeGreaterThanOrEqual(8);
    const text = await portal.locator('form').innerText();
    expect(text.match(/\S+\.pdf/g)?.length, 'resume and letter, each in its own place').toBe(2);
    // What is legal, personal or a promise stays the person's.
    for (const label of [/authorized to work/i, /applicant privacy notice/i])
      expect(
        await portal.getByRole('group', { name: label }).or(portal.getByLabel(label)).locator('input:checked').count(),
      ).toBe(0);
    expect(submitted).toEqual([]);
    expect(portal.url()).toContain('/demo/jobs/platform-engineer');

    const applications = await call(contract.application.list, { query: {} });
    expect(applications.items).toMatchObject([{ status: 'started' }]);
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => read(/^First name/), { timeout: 15_000 }).toBe('');
    await popup.close();
  }, 120_000);
});
