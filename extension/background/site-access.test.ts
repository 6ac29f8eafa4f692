import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings, stored, write } from '../storage.ts';
import { allowedHosts, isTurnedOff, knownHosts, syncDetectors } from './site-access.ts';

let origins: string[];
let registered: { id: string }[];
const registerContentScripts = vi.fn();
const unregisterContentScripts = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  registerContentScripts.mockReset();
  unregisterContentScripts.mockReset();
  registered = [];
  origins = ['https://jobs.lever.co/*'];
  vi.stubGlobal('__STORE_BUILD__', false);
  vi.stubGlobal('__DECLARED_HOSTS__', ['https://jobs.lever.co/*']);
  vi.stubGlobal('chrome', {
    storage: fakeBrowser.storage,
    permissions: { getAll: async () => ({ origins }) },
    scripting: {
      getRegisteredContentScripts: async () => registered,
      registerContentScripts,
      unregisterContentScripts,
    },
  });
});

describe('what the person allowed', () => {
  test('is single hosts; a blanket permission vouches for nobody, and sites that forbid tools stay closed', async () => {
    origins.push('https://careers.acme.example/*', 'https://*/*', 'https://*.example/*', 'https://www.linkedin.com/*');
    expect(await allowedHosts()).toEqual(['https://careers.acme.example/*']);
    expect(await knownHosts()).toEqual(['https://jobs.lever.co/*', 'https://careers.acme.example/*']);
  });

  test('has the detector put on it, once, and taken away with the permission', async () => {
    origins.push('https://careers.acme.example/*');
    await syncDetectors();
    expect(registerContentScripts.mock.calls).toEqual([
      [
        [
          {
            id: 'https://careers.acme.example/*',
            js: ['content-scripts/job-page.js'],
            matches: ['https://careers.acme.example/*'],
            runAt: 'document_idle',
          },
        ],
      ],
    ]);
    registered = [{ id: 'https://careers.acme.example/*' }];
    await syncDetectors();
    expect(registerContentScripts).toHaveBeenCalledTimes(1);
    origins.pop();
    await syncDetectors();
    expect(unregisterContentScripts).toHaveBeenCalledWith({ ids: ['https://careers.acme.example/*'] });
  });
});

test('a site is off by its name, whatever the path, and its neighbours are not', async () => {
  await write(stored.settings, { ...defaultSettings(), sitesOff: ['jobs.acme.example'] });
  expect(await isTurnedOff('https://jobs.acme.example/apply?x=1')).toBe(true);
  expect(await isTurnedOff('https://www.jobs.acme.example/')).toBe(true);
  expect(await isTurnedOff('https://acme.example/')).toBe(false);
  expect(await isTurnedOff('not an address')).toBe(false);
});
