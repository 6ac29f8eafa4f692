/**
 * `npm run demo`: the product with an account that has a resume, and a Chromium with the extension loaded, linked and on
 * an application form. `--headless --screenshot DIR` does the same without a display, presses Fill form as well, leaves
 * pictures in DIR and ends.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { EXTENSION_ORIGIN } from '#extension/identity.ts';
import { findBrowser, type LocalBrowser } from './browser.ts';
import { type DemoAccount, demoToken, openDemoAccount } from './demo-account.ts';
import { failedToStart, type Product, startProduct, stopOnSignals } from './product.ts';

const POSTING = '/demo/jobs/platform-engineer';
const say = (line: string) => process.stdout.write(`${line}\n`);

const { values: given } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, screenshot: { type: 'string' } },
});
const headless = given.headless;
const pictures = given.screenshot === undefined ? undefined : resolve(given.screenshot);

const browser = findBrowser();
const missing = whatIsMissing(browser);
if (browser === undefined || missing !== undefined) {
  process.stderr.write(`${missing}\n`);
  process.exit(1);
}

try {
  const product = await startProduct();
  const account = await openDemoAccount(product);
  say('');
  say(
    `  ${account.name}, who does not exist, has an account here with a resume that was read and answers that were given:`,
  );
  say(`  Email     ${account.email}`);
  say(`  Password  ${account.password}`);
  say('');
  if (browser.loadsExtensions) await show(product, account, browser);
  else await explain(product, account);
} catch (error) {
  failedToStart(error);
}

function whatIsMissing(found: LocalBrowser | undefined): string | undefined {
  if (found === undefined)
    return 'The demo wants Chromium, and there is none here. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.';
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display && !headless && found.loadsExtensions)
    return 'There is no display here (DISPLAY and WAYLAND_DISPLAY are not set), so no window can open. Without one: npm run demo -- --headless --screenshot DIR';
  return undefined;
}

/** Branded Chrome loads unpacked extensions only by hand. */
async function explain(product: Product, account: DemoAccount): Promise<void> {
  stopOnSignals(product);
  say('  This Chrome loads unpacked extensions only by hand. Three clicks:');
  say('  1  chrome://extensions, switch on Developer mode (top right)');
  say(`  2  Load unpacked, choose ${product.extension}`);
  say(`  3  In the options that open paste the API address and this access token, then Link with token`);
  say('');
  say(`  API address   ${product.url}`);
  say(`  Access token  ${await demoToken(account.call)}`);
  say('');
  say(`  Then open ${product.url}${POSTING} and press Fill form in Foothold's popup.`);
  say('');
  say(`Foothold ready on ${product.url}`);
}

async function show(product: Product, account: DemoAccount, { path }: LocalBrowser): Promise<void> {
  const context = await chromium.launchPersistentContext(join(product.dataDir, 'demo-browser'), {
    executablePath: path,
    headless,
    viewport: headless ? { width: 1280, height: 900 } : null,
    // Chromium's sandbox refuses to run for root.
    ...(process.getuid?.() === 0 && { chromiumSandbox: false }),
    args: [`--disable-extensions-except=${product.extension}`, `--load-extension=${product.extension}`],
  });
  stopOnSignals(product, () => context.close());
  const picture = async (page: Page, name: string): Promise<void> => {
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
  };
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true });

  const options = await link(context, { product, account });
  await picture(options, '1-options');
  const portal = await signIn(context, { product, account });
  await picture(portal, '2-portal');
  await options.close();
  const posting = await context.newPage();
  await posting.goto(product.url + POSTING);
  await picture(posting, '3-posting');

  if (headless) {
    await picture(await fill(context, posting), '4-popup');
    await posting.screenshot({
      ...(pictures !== undefined && { path: join(pictures, '5-filled.png') }),
      fullPage: true,
    });
    await context.close();
    await product.close();
    process.exit(0);
  }
  say(`  The window shows the portal and ${product.url}${POSTING}.`);
  say(
    '  Press the puzzle piece beside the address bar, then Foothold, then Fill form. You press Submit; nobody else does.',
  );
  say('');
  say(`Foothold ready on ${product.url}`);
  context.on('close', () => {
    say('The window was closed; Foothold goes on until Ctrl+C.');
  });
}

type Shown = { product: Product; account: DemoAccount };

/** Through the options page, as a person links. A link of an earlier run is kept. */
async function link(context: BrowserContext, { product, account }: Shown): Promise<Page> {
  const page = await optionsPage(context);
  const linked = page.getByText(`Linked as ${account.email}`);
  const address = page.getByRole('textbox', { name: 'API address' });
  await address.waitFor();
  if ((await linked.count()) > 0 && (await address.inputValue()) === product.url) return page;
  await address.fill(product.url);
  await page.getByRole('textbox', { name: 'Access token' }).fill(await demoToken(account.call));
  await page.getByRole('button', { name: 'Link with token' }).click();
  await linked.waitFor();
  return page;
}

/** A new extension opens its options by itself, and would interrupt a page that goes there at that moment. */
async function optionsPage(context: BrowserContext): Promise<Page> {
  const address = `${EXTENSION_ORIGIN}/options.html`;
  for (let waited = 0; waited < 3000; waited += 100) {
    const opened = context.pages().find((page) => page.url().startsWith(address));
    if (opened !== undefined) return opened;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function signIn(context: BrowserContext, { product, account }: Shown): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${product.url}/profile`);
  const email = page.getByRole('textbox', { name: 'Email' });
  const profile = page.getByRole('button', { name: 'Save profile' });
  await email.or(profile).first().waitFor();
  if (await profile.isVisible()) return page;
  await page.goto(`${product.url}/login`);
  await email.fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
  await page.goto(`${product.url}/profile`);
  await profile.waitFor();
  return page;
}

/** Presses Fill form in the popup that belongs to `posting`; resolves with the popup once it reports. */
async function fill(context: BrowserContext, posting: Page): Promise<Page> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const address = posting.url();
  const tabId = await worker.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id, address);
  const popup = await context.newPage();
  await popup.setViewportSize({ width: 400, height: 600 });
  await popup.goto(`${EXTENSION_ORIGIN}/popup.html?tabId=${tabId}`);
  await popup.getByRole('button', { name: 'Fill form' }).click();
  const report = popup.getByRole('status').filter({ hasText: /Filled \d+ of \d+ fields/ });
  await report.waitFor({ timeout: 120_000 });
  say(`  ${(await report.textContent())?.trim()}`);
  return popup;
}
