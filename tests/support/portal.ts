/** The portal as a person meets it: the whole product, a Chromium, and contexts that are signed in. */
import type { Browser, BrowserContext } from 'playwright-core';
import { ROOT } from '#infra/build/cache.ts';
import { buildPortal } from '#infra/build/portal.ts';
import { contract } from '#shared/contract.ts';
import { launchChromium } from './chromium.ts';
import { type Person, startTestStack, type TestStack } from './stack.ts';

export type Look = { width?: number; height?: number; scheme?: 'light' | 'dark' };

export type TestPortal = {
  readonly stack: TestStack;
  readonly browser: Browser;
  /** A browser window; signed in where `person` is given. */
  window(person?: Person, look?: Look): Promise<BrowserContext>;
  close(): Promise<void>;
};

/** Builds the portal where it changed and starts everything on a free port; `env` as for `startTestStack`. */
export async function startTestPortal(env: Record<string, string> = {}): Promise<TestPortal> {
  await buildPortal();
  const stack = await startTestStack({ portal: `${ROOT}dist/portal`, env });
  const browser = await launchChromium();
  return {
    stack,
    browser,
    async window(person, { width = 1280, height = 900, scheme = 'light' } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: scheme,
        reducedMotion: 'reduce',
      });
      if (person) await signIn(context, stack, person);
      return context;
    },
    async close() {
      await browser.close();
      await stack.close();
    },
  };
}

/** The page's own way: sign in, trade the token for the cookie. A token of its own, as trading ends it. */
async function signIn(context: BrowserContext, stack: TestStack, person: Person): Promise<void> {
  const { accessToken } = await person.call(contract.auth.login, {
    body: { email: person.email, password: person.password },
  });
  const traded = await context.request.post(`${stack.url}/api/v1/session`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (traded.status() !== 200) throw new Error(`Signing in answered ${traded.status()}`);
}
