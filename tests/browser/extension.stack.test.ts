/** The extension against the product itself: accounts, OAuth, capture and applications as people have them. */
import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import { applyPage } from '#tests/fixtures/pages.ts';
import { applicantAnswers, applicantResume } from '#tests/support/applicant.ts';
import { chromiumPath } from '#tests/support/chromium.ts';
import { type ExtensionBrowser, launchWithExtension } from '#tests/support/extension.ts';
import { listen } from '#tests/support/listen.ts';
import { type Person, startTestStack, type TestStack } from '#tests/support/stack.ts';

describe.skipIf(chromiumPath() === undefined)('the extension with the product', () => {
  let stack: TestStack;
  let browser: ExtensionBrowser;
  let nora: Person;
  let options: Page;
  let site: Awaited<ReturnType<typeof listen>>;
  const address = () => stack.url;

  beforeAll(async () => {
    stack = await startTestStack();
    nora = await stack.person({ email: 'nora.lindqvist@example.com', name: 'Nora Lindqvist' });
    await nora.call(contract.profile.put, { body: { resume: applicantResume, answers: applicantAnswers, version: 0 } });
    site = await listen(
      createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(applyPage)),
    );
    browser = await launchWithExtension();
    options = await browser.options();
    await options.getByRole('textbox', { name: 'API address' }).fill(address());
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await stack?.close();
  });
  const linked = (text: string) => options.getByRole('status').filter({ hasText: text }).waitFor();
  const unlink = async () => {
    await options.getByRole('button', { name: 'Unlink' }).click();
    await linked('Not linked');
  };

  test('a person signs in through the window, sees who asks for what, and the link ends when they unlink', async () => {
    // As the portal does: sign in, then trade that sign-in for a cookie of this browser.
    const { email, password } = nora;
    const { accessToken } = await nora.call(contract.auth.login, { body: { email, password } });
    const cookie = { headers: { authorization: `Bearer ${accessToken}` } };
    expect((await browser.context.request.post(`${address()}/api/v1/session`, cookie)).ok()).toBe(true);
    const consent = browser.context.waitForEvent('page');
    await options.getByRole('button', { name: 'Sign in' }).click();
    await (await consent).getByRole('button', { name: 'Link extension' }).click();
    await linked('Linked as nora.lindqvist@example.com');
    const devices = async () => (await nora.call(contract.auth.tokens)).items.filter((item) => item.kind === 'oauth');
    const before = await devices();
    expect(before).toHaveLength(1);
    await unlink();
    await expect.poll(devices).toEqual([]);
  });

  test('a token made in the portal links, fills a form, and the application shows up in the account', async () => {
    const { token } = await nora.call(contract.auth.createToken, { body: { name: 'This laptop' } });
    await options.getByRole('textbox', { name: 'Access token' }).fill(token);
    await options.getByRole('button', { name: 'Link with token' }).click();
    await linked('Linked as nora.lindqvist@example.com');

    const page = await browser.context.newPage();
    await page.goto(`${site.origin}/apply`);
    const popup = await browser.popupFor(page);
    await popup.getByRole('button', { name: 'Fill form' }).click();
    await popup
      .getByRole('status')
      .filter({ hasText: /Filled 9 of 11 fields$/ })
      .waitFor({ timeout: 45_000 });
    expect(await page.locator('#em').inputValue()).toBe('nora.lindqvist@example.com');
    expect(await page.locator('#co').inputValue()).toBe('United States');
    const attached = await page.evaluate(async () => {
      const files = [...document.querySelectorAll<HTMLInputElement>('input[type=file]')].flatMap((input) => [
        ...(input.files ?? []),
      ]);
      return Promise.all(files.map(async (file) => [file.name, (await file.text()).slice(0, 5)]));
    });
    expect(attached).toEqual([
      ['Nora Lindqvist - Resume.pdf', '%PDF-'],
      ['Nora Lindqvist - Cover Letter.pdf', '%PDF-'],
    ]);
    const applications = async () =>
      (await nora.call(contract.application.list)).items.map(({ title, company, status }) => ({
        title,
        company,
        status,
      }));
    await expect
      .poll(applications)
      .toEqual([{ title: 'Senior Data Engineer', company: 'Acme Rivers', status: 'started' }]);
    await page.close();
    await popup.close();
  });

  test('a token revoked in the portal is worth nothing and everything personal goes', async () => {
    for (const item of (await nora.call(contract.auth.tokens)).items)
      await nora.call(contract.auth.revokeToken, { params: { id: item.id } });
    await options.evaluate(() => chrome.alarms.create('sync', { when: Date.now() + 50 }));
    await linked('Not linked');
    const left = await (await browser.worker()).evaluate(async () =>
      Object.keys({ ...(await chrome.storage.local.get(null)), ...(await chrome.storage.session.get(null)) }),
    );
    expect(left).toEqual(['settings']);
  });
});
