import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { maySend } from './messages.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const ORIGIN = `chrome-extension://${ID}`;

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('chrome', {
    ...fakeBrowser,
    runtime: { ...fakeBrowser.runtime, id: ID, getURL: (path: string) => `${ORIGIN}/${path}` },
  });
});

const tab = { id: 7 } as chrome.tabs.Tab;

describe('who may send a message', () => {
  test('our pages may command, also when the popup is opened as a tab', () => {
    expect(maySend('ours', { id: ID, origin: ORIGIN })).toBe(true);
    expect(maySend('ours', { id: ID, origin: ORIGIN, tab })).toBe(true);
  });

  test('a script in a web page may report but never command, whatever address it claims', () => {
    const page = { id: ID, origin: 'https://jobs.lever.co', tab, frameId: 0, url: `${ORIGIN}/popup.html` };
    expect(maySend('page', page)).toBe(true);
    expect(maySend('ours', page)).toBe(false);
  });

  test('other extensions and senders without an origin are not heard', () => {
    expect(maySend('ours', { id: 'another', origin: ORIGIN })).toBe(false);
    expect(maySend('ours', { id: ID })).toBe(false);
    expect(maySend('page', { id: ID, origin: 'https://jobs.lever.co' })).toBe(false);
    expect(maySend('page', { id: 'another', origin: 'https://jobs.lever.co', tab })).toBe(false);
  });
});
