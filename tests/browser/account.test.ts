/** Keeping and leaving an account, as a person does it in the browser: second step, new password, export, erasure. */
import { readFile } from 'node:fs/promises';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import { applicantAnswers, applicantResume } from '../support/applicant.ts';
import { chromiumPath } from '../support/chromium.ts';
import { startTestPortal, type TestPortal } from '../support/portal.ts';
import type { Person, TestStack } from '../support/stack.ts';

describe.skipIf(chromiumPath() === undefined)('an account in the browser', () => {
  let portal: TestPortal;
  let stack: TestStack;

  beforeAll(async () => {
    portal = await startTestPortal();
    ({ stack } = portal);
  });
  afterAll(() => portal?.close());

  async function signIn(page: Page, who: Pick<Person, 'email' | 'password'>): Promise<void> {
    await page.goto(`${stack.url}/login`);
    await page.getByLabel('Email').fill(who.email);
    await page.getByLabel('Password', { exact: true }).fill(who.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }
  const signedIn = (page: Page) => page.waitForURL((url) => url.pathname !== '/login');
  const signOut = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.getByRole('heading', { name: /Welcome back|fills itself/ }).waitFor();
  };

  test('is kept by a second step: a code or a recovery code lets in, and it can be turned off again', async () => {
    const person = await stack.person();
    const page = await portal.browser.newPage();
    await signIn(page, person);
    await signedIn(page);
    await page.goto(`${stack.url}/account`);
    await page.getByRole('button', { name: 'Set up' }).click();
    const secret = await page.locator('p.font-mono').textContent();
    const totp = new TOTP({ secret: Secret.fromBase32(secret?.trim() ?? '') });
    // A code works once, so each use takes the code of a time of its own.
    const code = (): string => {
      stack.clock.advance(31_000);
      return totp.generate({ timestamp: stack.clock.now() });
    };
    await page.getByRole('textbox', { name: 'Code' }).fill(code());
    await page.getByRole('button', { name: 'Turn on' }).click();
    const recovery = page.locator('ul.font-mono li');
    await recovery.first().waitFor();
    const [spare = ''] = await recovery.allTextContents();

    await signOut(page);
    await signIn(page, person);
    await page.getByRole('textbox', { name: 'Code' }).fill('000000');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('textbox', { name: 'Code' }).fill(code());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await signedIn(page);

    await signOut(page);
    await signIn(page, person);
    await page.getByRole('textbox', { name: 'Code' }).fill(spare);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await signedIn(page);

    await page.goto(`${stack.url}/account`);
    await page.getByRole('button', { name: 'Turn off' }).click();
    await page.getByRole('textbox', { name: 'Code' }).fill(code());
    await page.getByRole('button', { name: 'Turn off' }).click();
    await page.getByText('Two-step sign-in is off').waitFor();
    await signOut(page);
    await signIn(page, person);
    await signedIn(page);
    await page.close();
  });

  test('gets a new password by the link in the mail, and the old one is refused', async () => {
    const person = await stack.person();
    const page = await portal.browser.newPage();
    await page.goto(`${stack.url}/reset`);
    await page.getByLabel('Email').fill(person.email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('status').filter({ hasText: 'on its way' }).waitFor();
    await stack.idle();
    const mails: { to: string; text: string }[] = JSON.parse(await (await stack.fetch('/dev/mailbox.json')).text());
    const mail = mails.find(({ to, text }) => String(to).includes(person.email) && text.includes('/reset'));
    const link = /https?:\/\/\S+/.exec(mail?.text.slice(mail.text.search(/https?:\/\/\S*reset/)) ?? '')?.[0] ?? '';
    await page.goto(link);
    await page.getByLabel('Password', { exact: true }).fill('a whole new set of words');
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByText('Your new password is set').waitFor();

    await signIn(page, person);
    await page.getByRole('alert').waitFor();
    await signIn(page, { email: person.email, password: 'a whole new set of words' });
    await signedIn(page);
    await page.close();
  });

  test('can be taken along as a file and then erased, after which nobody signs in', async () => {
    const person = await stack.person();
    const { version } = await person.call(contract.profile.get);
    await person.call(contract.profile.put, { body: { resume: applicantResume, answers: applicantAnswers, version } });
    const page = await portal.browser.newPage();
    await signIn(page, person);
    await signedIn(page);
    await page.goto(`${stack.url}/account`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    const exported = await readFile(await file.path(), 'utf8');
    expect(exported).toContain(applicantResume.basics?.email);
    expect(exported).toContain(applicantResume.work?.[0]?.name);
    expect(exported).not.toContain(person.password);

    await page.getByRole('button', { name: 'Erase', exact: true }).click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Erase everything' });
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByLabel('Write DELETE to confirm').fill('DELETE');
    await confirm.click();
    await page.waitForURL((url) => url.pathname === '/' || url.pathname === '/login');
    await stack.idle();
    await signIn(page, person);
    await page.getByRole('alert').waitFor();
    expect(new URL(page.url()).pathname).toBe('/login');
    await page.close();
  });

  test('of somebody hiring opens on their postings and shows no profile to fill', async () => {
    const person = await stack.person({ role: 'recruiter' });
    const page = await portal.browser.newPage();
    await signIn(page, person);
    await page.waitForURL(/\/jobs/);
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
    expect(await page.getByRole('link', { name: 'Matches' }).count()).toBe(0);
    await page.close();
  });
});
