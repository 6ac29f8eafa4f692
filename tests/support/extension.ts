/** Chromium with the built extension loaded, as a person has it. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { EXTENSION_ORIGIN } from '#extension/identity.ts';
import { buildExtension } from '#infra/build/extension.ts';
import { chromiumPath } from './chromium.ts';

export type ExtensionBrowser = {
  context: BrowserContext;
  /** Runs code where the tokens are. */
  worker: () => Promise<Worker>;
  /** The options page. */
  options: () => Promise<Page>;
  /** The popup as a tab of its own, acting on `page`. */
  popupFor: (page: Page) => Promise<Page>;
  tabIdOf: (page: Page) => Promise<number>;
  close: () => Promise<void>;
};

/** Builds the extension where its sources changed and starts Chromium with it. `hosts` are names that lead to this machine. */
export async function launchWithExtension({
  hosts = [],
  args = [],
}: {
  hosts?: readonly string[];
  /** Further switches of Chromium's. */
  args?: readonly string[];
} = {}): Promise<ExtensionBrowser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error('No Chromium found; set CHROMIUM_PATH');
  const built = await buildExtension();
  const scratch = await mkdtemp(path.join(tmpdir(), 'foothold-browser-'));
  // A copy, so that a build going on beside the tests takes nothing away from a running browser.
  const folder = path.join(scratch, 'extension');
  await cp(built.folder, folder, { recursive: true });
  const context = await chromium.launchPersistentContext(path.join(scratch, 'profile'), {
    executablePath,
    headless: true,
    viewport: { width: 1000, height: 800 },
    args: [
      '--no-sandbox',
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      ...args,
      ...(hosts.length > 0 ? [`--host-resolver-rules=${hosts.map((host) => `MAP ${host} 127.0.0.1`).join(',')}`] : []),
    ],
  });
  const worker = async (): Promise<Worker> => context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
  await worker();
  await closeWelcome(context);

  const tabIdOf = async (page: Page): Promise<number> => {
    const mark = `tab-${Math.random().toString(36).slice(2)}`;
    const title = await page.title();
    await page.evaluate((given) => {
      document.title = given;
    }, mark);
    const id = await (await worker()).evaluate(async (given) => {
      for (const tab of await chrome.tabs.query({})) if (tab.title === given) return tab.id;
      return undefined;
    }, mark);
    await page.evaluate((given) => {
      document.title = given;
    }, title);
    if (id === undefined) throw new Error(`No tab shows ${page.url()}`);
    return id;
  };
  const open = async (place: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${EXTENSION_ORIGIN}/${place}`);
    return page;
  };
  return {
    context,
    worker,
    tabIdOf,
    options: () => open('options.html'),
    popupFor: async (page) => open(`popup.html?tabId=${await tabIdOf(page)}`),
    close: async () => {
      await context.close();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

/** A new extension opens its options by itself; a test that navigates at that moment would be interrupted by it. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().startsWith(`${EXTENSION_ORIGIN}/options.html`);
  for (let waited = 0; waited < 15_000; waited += 100) {
    const welcome = context.pages().find(isWelcome);
    if (welcome !== undefined) {
      await welcome.waitForLoadState();
      // The last page of a window takes the browser with it.
      if (context.pages().length === 1) await context.newPage();
      return welcome.close();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
