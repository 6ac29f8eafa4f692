import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath } from '#tests/support/chromium.ts';
import { type ExtensionBrowser, launchWithExtension } from '#tests/support/extension.ts';
import { GOOD_TOKEN, type ScriptedApi, startScriptedApi } from '#tests/support/scripted-api.ts';

const stateOf = async (browser: ExtensionBrowser) =>
  (await browser.worker()).evaluate(async () => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
  }));

describe.skipIf(chromiumPath() === undefined)('linking the extension', () => {
  let browser: ExtensionBrowser;
  let api: ScriptedApi;
  let options: Page;

  beforeAll(async () => {
    api = await startScriptedApi({ '/not-foothold': '<h1>hello</h1>' });
    browser = await launchWithExtension();
    options = await browser.options();
  });
  afterEach(() => api.restore());
  afterAll(async () => {
    await browser?.close();
    await api?.close();
  });

  const link = async (address: string, token: string): Promise<void> => {
    await options.getByRole('textbox', { name: 'API address' }).fill(address);
    await options.getByRole('textbox', { name: 'Access token' }).fill(token);
    await options.getByRole('button', { name: 'Link with token' }).click();
  };
  const status = () => options.getByRole('status').filter({ hasText: /linked/i });

  test('a new extension says that it is not linked, and so does its popup', async () => {
    expect(await status().textContent()).toBe('Not linked');
    const popup = await browser.context.newPage();
    await popup.goto(options.url().replace('options.html', 'popup.html'));
    await popup.getByRole('button', { name: 'Open options' }).waitFor();
    await popup.close();
  });

  test('a wrong token is refused in words and leaves nothing behind', async () => {
    await link(api.origin, 'fht_wrong_token_0123456789');
    await options.getByRole('alert').getByText('This access token is not valid').waitFor();
    expect(await status().textContent()).toBe('Not linked');
    expect(JSON.stringify(await stateOf(browser))).not.toContain('fht_wrong');
  });

  test('an address where nobody answers is told apart from a server that is not Foothold', async () => {
    await link('http://localhost:9', GOOD_TOKEN);
    await options.getByRole('alert').getByText('No answer from http://localhost:9').waitFor();
    api.script('GET /api/v1/me', () => ({ bytes: Buffer.from('<h1>hi</h1>'), type: 'text/html' }));
    await link(api.origin, GOOD_TOKEN);
    await options.getByRole('alert').getByText('it is not Foothold').waitFor();
    await link('http://foothold.example.org', GOOD_TOKEN);
    await options.getByRole('alert').getByText('Use https://').waitFor();
  });

  test('a good token links, caches the profile, and no content script can read it', async () => {
    await link(api.origin, GOOD_TOKEN);
    await status().getByText('Linked as nora.lindqvist@example.com').waitFor();
    await expect.poll(async () => Object.keys((await stateOf(browser)).local)).toContain('profile');
    const { local } = await stateOf(browser);
    expect(local).toMatchObject({ credential: { kind: 'token', token: GOOD_TOKEN }, profile: { version: 3 } });
    const read = await (await browser.worker()).evaluate(async (origin) => {
      const tab = await chrome.tabs.create({ url: `${origin}/not-foothold`, active: false });
      await new Promise((resolve) => setTimeout(resolve, 800));
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab.id ?? 0 },
        func: async () => {
          try {
            return JSON.stringify(await chrome.storage.local.get(null));
          } catch (refusal) {
            return `refused: ${refusal}`;
          }
        },
      });
      await chrome.tabs.remove(tab.id ?? 0);
      return answer?.result;
    }, api.origin);
    expect(read).toMatch(/^refused: .*not allowed/);
  });

  test('unlinking leaves no token and no personal data, only the settings', async () => {
    await options.getByRole('button', { name: 'Unlink' }).click();
    await status().getByText('Not linked').waitFor();
    const { local, session } = await stateOf(browser);
    expect(Object.keys(local)).toEqual(['settings']);
    expect(session).toEqual({});
    expect(JSON.stringify(local)).not.toMatch(/nora|lindqvist|fht_/i);
  });

  test('a token revoked in the portal ends the link and wipes the person at the next call', async () => {
    await link(api.origin, GOOD_TOKEN);
    await status().getByText('Linked as').waitFor();
    api.script('GET /api/v1/me', () => ({
      status: 401,
      json: { error: { code: 'auth.invalid_token', message: 'ended', requestId: 'r' } },
    }));
    await options.evaluate(() => chrome.alarms.create('sync', { when: Date.now() + 50 }));
    await status().getByText('Not linked').waitFor();
    expect(Object.keys((await stateOf(browser)).local)).toEqual(['settings']);
  });

  test('sign-in by the window of the browser: code with PKCE S256, rotation once for many calls, revocation', async () => {
    let verifierHash = '';
    let refreshes = 0;
    const access = () => `oauth_access_${refreshes}_0123456789`;
    const authorized = (request: { headers: { authorization?: string | undefined } }, value: unknown) =>
      request.headers.authorization === `Bearer ${access()}`
        ? { json: value }
        : { status: 401, json: { error: { code: 'auth.invalid_token', message: 'ended', requestId: 'r' } } };
    const me = { id: 'usr_1', email: 'nora.lindqvist@example.com', name: 'Nora', role: 'seeker' };
    api.script('GET /api/v1/health', () => ({ json: { status: 'ok' } }));
    api.script('GET /oauth/authorize', ({ path }) => {
      const query = new URL(path, api.origin).searchParams;
      verifierHash = query.get('code_challenge') ?? '';
      expect(query.get('code_challenge_method')).toBe('S256');
      expect(query.get('client_id')).toBe('foothold-extension');
      const back = `${query.get('redirect_uri')}?code=abc&state=${query.get('state')}`;
      return { bytes: Buffer.from(`<script>location.href=${JSON.stringify(back)}</script>`), type: 'text/html' };
    });
    api.script('POST /oauth/token', async ({ body }) => {
      const form = new URLSearchParams(body);
      if (form.get('grant_type') === 'refresh_token') {
        refreshes++;
        await new Promise((resolve) => setTimeout(resolve, 100));
      } else {
        const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(form.get('code_verifier') ?? ''));
        expect(Buffer.from(digest).toString('base64url')).toBe(verifierHash);
      }
      return {
        json: { access_token: access(), refresh_token: `refresh_${refreshes}`, expires_in: 1800, token_type: 'Bearer' },
      };
    });
    api.script('POST /oauth/revoke', () => ({ json: {} }));
    api.script('GET /api/v1/me', (request) =>
      authorized(request, {
        ...me,
        mfa: false,
        createdAt: '2026-11-21T10:00:00.000Z',
        aiTokens: { spent: 0, budget: 1 },
      }),
    );
    api.script('GET /api/v1/me/profile', (request) =>
      authorized(request, { resume: {}, answers: {}, version: 0, updatedAt: '2026-11-21T10:00:00.000Z' }),
    );
    api.script('GET /api/v1/me/preferences', (request) => authorized(request, {}));

    await options.getByRole('textbox', { name: 'API address' }).fill(api.origin);
    await options.getByRole('button', { name: 'Sign in' }).click();
    await status().getByText('Linked as nora.lindqvist@example.com').waitFor();
    const { local, session } = await stateOf(browser);
    expect(JSON.stringify(local)).not.toContain('oauth_access');
    expect(JSON.stringify(session)).toContain('oauth_access_0');

    // The server forgets the access token: three calls at once are refused, one refresh serves them all.
    await options.evaluate(() =>
      chrome.storage.session.set({ access: { token: 'stale_token', expiresAt: Date.now() + 9e6 } }),
    );
    await options.evaluate(() => chrome.alarms.create('sync', { when: Date.now() + 50 }));
    await expect.poll(() => refreshes).toBe(1);
    await expect.poll(async () => JSON.stringify((await stateOf(browser)).session)).toContain('oauth_access_1');
    expect(refreshes).toBe(1);
    expect(await status().textContent()).toContain('Linked as');

    await options.getByRole('button', { name: 'Unlink' }).click();
    await status().getByText('Not linked').waitFor();
    await expect.poll(() => api.seen('POST', /^\/oauth\/revoke/).length).toBe(1);
    expect(api.seen('POST', /^\/oauth\/revoke/)[0]?.body).toContain('token=refresh_1');
  });
});
