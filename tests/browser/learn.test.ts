/** What a person writes after a fill, in the built extension: offered, kept on their word, and never what is nobody's business. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyPage } from '#tests/fixtures/pages.ts';
import { chromiumPath } from '#tests/support/chromium.ts';
import { type ExtensionBrowser, launchWithExtension } from '#tests/support/extension.ts';
import { GOOD_TOKEN, type ScriptedApi, startScriptedApi } from '#tests/support/scripted-api.ts';

const down = { status: 503, json: { error: { code: 'down', message: 'Down for a moment.', requestId: 'r' } } };

/** The form of the other tests with questions whose answers are nobody's business, and an address to go to. */
const page = applyPage
  .replace(
    '<p><button type="submit">',
    `<p><label for="pw">Choose a password</label><input id="pw" type="password" name="pw"></p>
     <p><label for="ssn">Social security number</label><input id="ssn" name="ssn"></p>
     <p><label for="gender">Gender</label><select id="gender" name="gender"><option value="">Select…<option>Female<option>Male<option>Decline to answer</select></p>
     <p><label for="notice">What is the best thing you ever built?</label><textarea id="best" name="best"></textarea></p>
     <p><button type="submit">`,
  )
  .replace('action="/submitted"', 'action="/thanks"')
  .replace('for="notice"', 'for="best"');
const thanks = '<!doctype html><html lang="en"><title>Done</title><h1>Thank you for applying!</h1>';

describe.skipIf(chromiumPath() === undefined)('what a person writes after a fill', () => {
  let browser: ExtensionBrowser;
  let api: ScriptedApi;
  let form: Page;
  let popup: Page;

  beforeAll(async () => {
    api = await startScriptedApi({ '/apply': page, '/thanks': thanks });
    browser = await launchWithExtension();
    const options = await browser.options();
    await options.getByRole('textbox', { name: 'API address' }).fill(api.origin);
    await options.getByRole('textbox', { name: 'Access token' }).fill(GOOD_TOKEN);
    await options.getByRole('button', { name: 'Link with token' }).click();
    await options.getByText('Linked as nora.lindqvist@example.com').waitFor();
    await options.close();
  });
  beforeEach(async () => {
    api.restore();
    api.script('POST /thanks', () => ({ bytes: Buffer.from(thanks), type: 'text/html; charset=utf-8' }));
    form = await browser.context.newPage();
    await form.goto(`${api.origin}/apply`);
    popup = await browser.popupFor(form);
    await popup.getByRole('button', { name: 'Fill form' }).click();
    await popup
      .getByRole('status')
      .filter({ hasText: /Filled \d+ of \d+ fields$/ })
      .waitFor();
  });
  afterEach(async () => {
    await popup?.close();
    await form?.close();
    await (await browser.worker()).evaluate(() => chrome.storage.session.remove('learnt'));
  });
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  const offers = () => popup.getByRole('region', { name: 'Remember these answers?' });
  const reopen = async (): Promise<void> => {
    const address = popup.url();
    await popup.close();
    popup = await browser.context.newPage();
    await popup.goto(address);
  };
  const learnt = async (): Promise<string> =>
    (await browser.worker()).evaluate(async () => JSON.stringify(await chrome.storage.session.get('learnt')));

  test('is offered when the popup opens again, and kept at the server and at hand once they say so', async () => {
    await form.getByLabel('Why do you want to work here?').fill('Because of the rivers.');
    await reopen();
    await offers().getByText('Because of the rivers.').waitFor();
    expect(api.seen('POST', /profile\/answers/)).toEqual([]);
    await offers().getByRole('button', { name: 'Save the answer to Why do you want to work here?' }).click();
    await expect.poll(() => api.seen('POST', /profile\/answers/).length).toBe(1);
    const [kept] = api.seen('POST', /profile\/answers/);
    expect(JSON.parse(kept?.body ?? '')).toEqual({
      question: 'Why do you want to work here?',
      answer: 'Because of the rivers.',
    });
    await offers().waitFor({ state: 'detached' });
    const cached = await (await browser.worker()).evaluate(() => chrome.storage.local.get('profile'));
    expect(JSON.stringify(cached)).toContain('Because of the rivers.');
    await reopen();
    await popup.getByRole('button', { name: 'Fill form' }).waitFor();
    expect(await learnt()).not.toContain('rivers');
  });

  test('is noticed as they send the form, with everything that is not to be looked at left out', async () => {
    await form.getByLabel('What is the best thing you ever built?').fill('A dam of open data');
    await form.getByLabel('Choose a password').fill('hunter2-hunter2');
    await form.getByLabel('Social security number').fill('078-05-1120');
    await form.getByLabel('Gender').selectOption('Decline to answer');
    await form.getByLabel('Phone').fill('+1 503 555 0199');
    await form.getByLabel('Sweden').or(form.getByLabel('Country')).first().selectOption('Sweden');
    await form.getByRole('button', { name: 'Submit application' }).click();
    await form.waitForURL(/thanks/);
    await expect.poll(learnt).toContain('A dam of open data');
    const all = await learnt();
    expect(all).not.toMatch(/hunter2|078-05|Decline|0199|Sweden/);
    // A fact is named without its value, with the way to where it is corrected.
    await reopen();
    await offers().getByText('Phone').waitFor();
    const link = offers().getByRole('listitem').filter({ hasText: 'Phone' }).getByRole('link');
    expect(await link.getAttribute('href')).toBe(`${api.origin}/profile`);

    // The page says that it arrived: the person is asked, and nothing is set by itself.
    await popup.getByText('The page says: “Thank you for applying!”').waitFor();
    const statuses = () => api.seen('PUT', /job_1\/status/).map(({ body }) => JSON.parse(body).status as string);
    expect(statuses()).toEqual(['started']);
    await popup.getByRole('button', { name: 'Mark as applied' }).click();
    await expect.poll(statuses).toEqual(['started', 'applied']);
    await popup.getByText('Did your application go out?').waitFor({ state: 'detached' });
  });

  test('waits for the network, and is never offered again where they said no', async () => {
    api.script('POST /api/v1/me/profile/answers', () => down);
    await form.getByLabel('Why do you want to work here?').fill('For the fish.');
    await form.getByLabel('What is the best thing you ever built?').fill('A weir');
    await reopen();
    await offers().getByRole('button', { name: 'Save the answer to Why do you want to work here?' }).click();
    await offers().getByRole('button', { name: 'Not this: What is the best thing you ever built?' }).click();
    await offers().waitFor({ state: 'detached' });
    api.restore();
    await popup.evaluate(() => chrome.alarms.create('outbox', { when: Date.now() + 20 }));
    await expect.poll(() => api.seen('POST', /profile\/answers/).length).toBe(1);
    await form.getByLabel('What is the best thing you ever built?').fill('A better weir');
    await reopen();
    await popup.getByRole('button', { name: 'Fill form' }).waitFor();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await learnt()).not.toContain('weir');
  });

  test('a wrong field is reported by the structure of its form, which loads as a page and holds nothing of the person', async () => {
    await form.getByLabel('Why do you want to work here?').fill('A secret reason');
    const row = popup.getByRole('listitem').filter({ hasText: 'First name' });
    await row.getByText('⋯').click();
    await row.getByRole('button', { name: 'Wrong field' }).click();
    const dialog = popup.getByRole('dialog', { name: 'Report a wrong field' });
    await dialog.getByText(/controls in it/).waitFor();
    const [download] = await Promise.all([
      popup.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Save file' }).click(),
    ]);
    const { readFile } = await import('node:fs/promises');
    const html = await readFile(await download.path(), 'utf8');
    expect(html).not.toMatch(/Nora|Lindqvist|415|A secret reason|@example/);
    await form.setContent(html);
    expect(await form.getByLabel('First name').getAttribute('data-reported')).toBe('firstName');
    expect(await form.getByLabel('Are you legally').or(form.getByText('Are you legally')).count()).toBeGreaterThan(0);
    expect(await form.locator('script').count()).toBe(0);
  });

  test('what fills came to is counted by site in the options, and cleared there', async () => {
    const options = await browser.options();
    const row = options.getByRole('row').filter({ hasText: 'localhost' });
    await row.waitFor();
    expect(Number(await row.getByRole('cell').nth(0).textContent())).toBeGreaterThan(0);
    expect(Number(await row.getByRole('cell').nth(2).textContent())).toBeGreaterThan(7);
    await options.getByRole('button', { name: 'Clear' }).click();
    await options.getByText('Nothing yet. Fills are counted here.').waitFor();
    await options.close();
  });
});
