/** Being told of new jobs, and not being told any more, as a person meets it in the portal. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import { systemFor } from '#shared/kernel/actor.ts';
import { chromiumPath } from '../support/chromium.ts';
import { startTestPortal, type TestPortal } from '../support/portal.ts';
import type { Person, TestStack } from '../support/stack.ts';

describe.skipIf(chromiumPath() === undefined)('alerts in the browser', () => {
  let portal: TestPortal;
  let stack: TestStack;

  beforeAll(async () => {
    portal = await startTestPortal();
    ({ stack } = portal);
  });
  afterAll(() => portal?.close());

  const open = async (person: Person | undefined, path: string, look = {}): Promise<Page> => {
    const page = await (await portal.window(person, look)).newPage();
    await page.goto(`${stack.url}${path}`);
    return page;
  };
  const capture = (person: Person, title: string) =>
    stack.core.jobs.capture(systemFor(person.id), { title, company: 'Crumb Labs', description: `${title} wanted` });
  const tell = (person: Person, jobId: string, more: object = {}) =>
    stack.core.notifications.publish({
      owner: person.id,
      type: 'match.found',
      data: { jobId, jobIds: [jobId], notify: { browser: true }, ...more },
    });
  /** Waits until the page holds its live connection: what is published before is not pushed. */
  const isListening = async (person: Person) =>
    expect
      .poll(async () => (await stack.core.notifications.store.connections(person.id)).length, { timeout: 15_000 })
      .toBeGreaterThan(0);

  test('are set on the account page by keyboard and label, beside the wishes and without undoing them', async () => {
    const person = await stack.person();
    const page = await open(person, '/account#alerts');
    await page.getByLabel('By e-mail, once a day').check();
    await page.getByLabel('From score').fill('65');
    await page.getByLabel('Mails come at').selectOption('06:00');
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await page.getByLabel(/^Quiet hours/).check();
    await page.getByLabel('From', { exact: true }).selectOption('22:00');
    await page.getByRole('button', { name: 'Save alerts' }).click();
    await page.getByText('Alerts keep to it from now on').waitFor();
    const alerts = {
      alertMinScore: 65,
      alertChannels: ['email'],
      digestAt: '06:00',
      timeZone: 'Asia/Tokyo',
      quietHours: { from: '22:00', to: '07:00' },
    };
    expect(await person.call(contract.profile.preferences)).toMatchObject(alerts);
    await page.getByLabel('Job titles').fill('Baker');
    await page.getByRole('button', { name: 'Save preferences' }).click();
    await page.getByText('Matches follow it from now on').waitFor();
    expect(await person.call(contract.profile.preferences)).toMatchObject({ ...alerts, titles: ['Baker'] });
    await stack.idle();
    const due = (await stack.core.searches.store.alert(person.id, 'matches'))?.dueAt ?? 0;
    expect(new Date(due).toISOString().slice(11, 16)).toBe('21:00');
  });

  test('ask for the browser’s permission at a click, never before', async () => {
    const person = await stack.person();
    const page = await open(person, '/account#alerts');
    await page.evaluate(() => {
      Object.defineProperty(Notification, 'permission', { get: () => 'default' });
      Object.assign(window, { asked: 0 });
      Notification.requestPermission = () => {
        Object.assign(window, { asked: 1 });
        return Promise.resolve('granted');
      };
    });
    await page.getByLabel('In this browser, when they come in').check();
    const allow = page.getByRole('button', { name: 'Allow notifications in this browser' });
    await allow.waitFor();
    expect(await page.evaluate(() => Reflect.get(window, 'asked'))).toBe(0);
    await allow.click();
    await allow.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => Reflect.get(window, 'asked'))).toBe(1);
  });

  test('show on whatever page is open and lead to the posting', async () => {
    const person = await stack.person();
    const { job } = await capture(person, 'Baker of bread');
    const page = await open(person, '/documents');
    await isListening(person);
    await tell(person, job.id);
    await page.getByText('1 new match for you').waitFor();
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('heading', { name: 'Baker of bread' }).waitFor();
    await expect
      .poll(async () => (await stack.core.notifications.list(systemFor(person.id), { limit: 9 })).unread)
      .toBe(0);
  });

  test('ring where nobody looks at the page: once, not before quiet hours end, not without being asked', async () => {
    const person = await stack.person();
    const { job } = await capture(person, 'Baker <b>of</b> cake');
    const context = await portal.window(person);
    await context.addInitScript(() => {
      const rung: unknown[] = [];
      Object.assign(window, { rung });
      class Rings extends EventTarget {
        static permission = 'granted';
        constructor(title: string, options: object) {
          super();
          rung.push({ title, ...options });
        }
      }
      Object.assign(window, { Notification: Rings });
      Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    });
    const page = await context.newPage();
    await page.goto(`${stack.url}/documents`);
    await isListening(person);
    await tell(person, job.id, { notify: { browser: false } });
    await tell(person, job.id, { notify: { browser: true, after: new Date(Date.now() + 3_600_000).toISOString() } });
    await tell(person, job.id, { count: 4 });
    const rung = () => page.evaluate(() => Reflect.get(window, 'rung') as unknown[]);
    await expect.poll(rung).toHaveLength(1);
    expect(await rung()).toEqual([
      { title: 'Baker of cake at Crumb Labs', body: 'and 3 more', tag: 'evt_000000000003' },
    ]);
  });

  test('end by a button behind the link of a mail, without signing in, and come back by undo', async () => {
    const person = await stack.person();
    const alert = { on: true, frequency: 'daily' as const, channels: ['email' as const] };
    const body = { name: 'Bread & <i>cake</i>', query: { q: 'baker' }, alert };
    const { id } = await person.call(contract.search.create, { body });
    const token = stack.core.searches.tokenFor(person.id, id);
    const isOn = async () => (await stack.core.searches.store.of(person.id, id))?.alert.on;
    for (const look of [{ width: 390 }, { scheme: 'dark' as const }]) {
      const page = await open(undefined, `/unsubscribe?token=${encodeURIComponent(token)}`, look);
      await page.getByText('the search “Bread & <i>cake</i>”').waitFor();
      expect(await isOn()).toBe(true);
      await page.getByRole('button', { name: 'Stop these mails' }).click();
      await page.getByText(/no mails about .* any more/).waitFor();
      expect(await isOn()).toBe(false);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText(/You get mails about .* again/).waitFor();
      expect(await isOn()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
    const page = await open(undefined, '/unsubscribe?token=cut.off');
    await page.getByText('This link is not whole').waitFor();
  });
});
