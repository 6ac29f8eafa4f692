/** Every page of the portal: readable by everybody, at every width, in light and dark, without a policy violation. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract.ts';
import { applicantAnswers, applicantResume } from '../support/applicant.ts';
import { chromiumPath } from '../support/chromium.ts';
import { faultsOf } from '../support/faults.ts';
import { resumePdf } from '../support/pdf.ts';
import { startTestPortal, type TestPortal } from '../support/portal.ts';
import type { Person, TestStack } from '../support/stack.ts';

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const PUBLIC = ['/', '/login', '/register', '/reset'];
const PRIVATE = ['/profile', '/matches', '/jobs', '/applications', '/documents', '/link', '/account'];
const HEADINGS: Record<string, string> = {
  '/matches': 'Matches',
  '/jobs': 'Jobs',
  '/applications': 'Applications',
  '/documents': 'Documents',
  '/account': 'Account',
};

describe.skipIf(chromiumPath() === undefined)('the portal', () => {
  let portal: TestPortal;
  let stack: TestStack;
  let nora: Person;
  let advicePath: string;

  beforeAll(async () => {
    portal = await startTestPortal();
    ({ stack } = portal);
    nora = await stack.person({ name: 'Nora Lindqvist' });
    const form = new FormData();
    form.set('file', new File([await resumePdf()], 'nora.pdf', { type: 'application/pdf' }));
    const uploaded = await stack.fetch('/api/v1/cv-upload', { method: 'POST', headers: nora.headers, body: form });
    const { resumeId } = z.object({ resumeId: z.string() }).parse(await uploaded.json());
    advicePath = `/resumes/${resumeId}/advice`;
    await stack.idle();
    const { version } = await nora.call(contract.profile.get);
    await nora.call(contract.profile.put, { body: { resume: applicantResume, answers: applicantAnswers, version } });
    await nora.call(contract.job.capture, {
      body: {
        url: 'https://careers.example.com/1',
        title: 'Senior Data Engineer',
        company: 'Acme Rivers',
        location: 'Portland, OR',
        description:
          'We need a data engineer with Python, SQL and Airflow. You will build pipelines for river sensors. Five years of experience.',
      },
    });
    await stack.idle();
  });
  afterAll(() => portal?.close());

  async function visit(options: {
    size: keyof typeof SIZES;
    scheme: 'light' | 'dark';
    signedIn: boolean;
  }): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
    const look = { ...SIZES[options.size], scheme: options.scheme };
    const context = await portal.window(options.signedIn ? nora : undefined, look);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    return { context, page, complaints };
  }

  test.each(['phone', 'desktop'] as const)(
    'has no page somebody could not use on a %s, in light and dark',
    async (size) => {
      const problems: string[] = [];
      for (const [paths, signedIn] of [
        [PUBLIC, false],
        [[...PRIVATE, advicePath], true],
      ] as const) {
        const { context, page, complaints } = await visit({ size, scheme: 'light', signedIn });
        for (const path of paths) {
          await page.goto(stack.url + path);
          await page.getByRole('heading', { level: 1 }).first().waitFor();
          await page.waitForLoadState('networkidle');
          if (HEADINGS[path] !== undefined)
            expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(HEADINGS[path]);
          problems.push(...(await faultsOf(page, path)));
        }
        problems.push(...complaints);
        await context.close();
      }
      expect(problems).toEqual([]);
    },
    180_000,
  );

  test('shows a finding of the advice at its place on the page, by keyboard', async () => {
    const { context, page } = await visit({ size: 'desktop', scheme: 'light', signedIn: true });
    await page.goto(stack.url + advicePath);
    const show = page.getByRole('button', { name: 'Show on the page' }).first();
    await show.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Shown on the page', pressed: true }).waitFor();
    expect(await page.locator('[data-marked]').count()).toBe(1);
    await page.getByText(/^How the score is made/).click();
    expect(await page.getByText('Not checked, and not in the score').isVisible()).toBe(true);
    await context.close();
  });

  test('can be signed in to, and out of, by keyboard alone', async () => {
    const { context, page } = await visit({ size: 'desktop', scheme: 'light', signedIn: false });
    await page.goto(`${stack.url}/login`);
    await page.getByLabel('Email').focus();
    await page.keyboard.type(nora.email);
    await page.keyboard.press('Tab');
    while ((await page.evaluate(() => document.activeElement?.getAttribute('type'))) !== 'password')
      await page.keyboard.press('Tab');
    await page.keyboard.type(nora.password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/login');
    const cookies = await context.cookies();
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict' }]);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(
      /eyJ|fh[rst]_/,
    );
    await context.close();
  });

  test('refuses to be framed, and an unsafe call from elsewhere', async () => {
    const response = await stack.fetch('/');
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const { context } = await visit({ size: 'desktop', scheme: 'light', signedIn: true });
    const forged = await context.request.delete(`${stack.url}/api/v1/me`, {
      headers: { origin: 'https://evil.example' },
    });
    expect(forged.status()).toBe(403);
    const tokenless = await context.request.delete(`${stack.url}/api/v1/me`);
    expect(tokenless.status()).toBe(403);
    expect((await nora.call(contract.auth.me)).email).toBe(nora.email);
    await context.close();
  });
});
