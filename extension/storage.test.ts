import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  defaultSettings,
  forgetPerson,
  pageItem,
  read,
  readPerTab,
  readSettings,
  runItem,
  stored,
  write,
} from './storage.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('__STORE_BUILD__', false);
});

describe('stored items', () => {
  test('what has another shape counts as absent, never as data', async () => {
    await fakeBrowser.storage.local.set({ credential: { kind: 'token', token: 42 }, settings: 'x', profile: null });
    expect(await read(stored.credential)).toBeUndefined();
    expect(await read(stored.profile)).toBeUndefined();
    expect(await readSettings()).toMatchObject({ apiAddress: 'http://localhost:8787', documentsFirst: true });
  });

  test('forgetting a person leaves the settings and nothing else, whoever wrote it', async () => {
    const settings = { ...defaultSettings(), apiAddress: 'https://foothold.example.org', documentsFirst: false };
    await write(stored.settings, { ...settings, sitesOff: ['jobs.acme.example'] });
    await write(stored.credential, { kind: 'oauth', refreshToken: 'secret' });
    await fakeBrowser.storage.local.set({ writtenByAnOlderVersion: 'nora@example.com' });
    await fakeBrowser.storage.session.set({
      access: { token: 'secret', expiresAt: 1 },
      'run:7': {},
      'page:7': {},
      'work:7': {},
    });
    await forgetPerson();
    expect(await fakeBrowser.storage.local.get(null)).toEqual({
      settings,
    });
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  test('settings an older version kept stay, and what it did not know has its default', async () => {
    await fakeBrowser.storage.local.set({ settings: { apiAddress: 'https://foothold.example.org', outlines: false } });
    expect(await readSettings()).toEqual({
      ...defaultSettings(),
      apiAddress: 'https://foothold.example.org',
      outlines: false,
    });
  });

  test('items per tab are found with the tab they belong to, and broken ones are left out', async () => {
    await write(pageItem(3), { url: 'https://a.example/', reachable: true, questions: 1, seenAt: 1 });
    await fakeBrowser.storage.session.set({ 'page:4': { url: 1 }, 'run:3': {} });
    expect((await readPerTab(pageItem)).map(({ tabId }) => tabId)).toEqual([3]);
    expect(await readPerTab(runItem)).toEqual([]);
  });
});
