/**
 * The pictures of the store listing, 1280 × 800, taken of the built extension on forms of our own: a form it has filled
 * with the popup beside it, a later step in the side panel, and the options.
 * `node --import tsx tests/support/store-screenshots.ts [folder]`, by default `extension/store/screenshots`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { applyPage } from '#tests/fixtures/pages.ts';
import { wizardPage } from '#tests/fixtures/steps.ts';
import { launchWithExtension } from './extension.ts';
import { GOOD_TOKEN, startScriptedApi } from './scripted-api.ts';

const SIZE = { width: 1280, height: 800 };
const STYLE = `<style>
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #15201c; background: #fff; }
  body > :not(script) { margin-inline: 48px; } h1 { margin-top: 40px; font-size: 28px; }
  form { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 24px; max-width: 720px; }
  p, fieldset { margin: 6px 0; } fieldset { border: 0; padding: 0; } label { display: block; } fieldset label { display: inline-block; margin-right: 16px; }
  input:not([type=radio],[type=checkbox]), select, textarea { width: 100%; box-sizing: border-box; padding: 8px; border: 1px solid #84908b; border-radius: 6px; font: inherit; }
  button { align-self: end; justify-self: start; padding: 8px 16px; border: 1px solid #84908b; border-radius: 6px; background: #f1f4f3; font: inherit; }
</style>`;
const styled = (html: string): string => html.replace('<meta charset="utf-8">', `<meta charset="utf-8">${STYLE}`);

const folder = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../extension/store/screenshots'));
const api = await startScriptedApi({ '/apply': styled(applyPage), '/wizard': styled(wizardPage) });
const browser = await launchWithExtension();
try {
  await mkdir(folder, { recursive: true });
  const options = await browser.options();
  await options.getByRole('textbox', { name: 'API address' }).fill(api.origin);
  await options.getByRole('textbox', { name: 'Access token' }).fill(GOOD_TOKEN);
  await options.getByRole('button', { name: 'Link with token' }).click();
  await options.getByText('Linked as').waitFor();

  await shoot('1-filled', await filled('/apply', /Filled 9 of 11 fields$/));
  await shoot('2-steps', await filled('/wizard', /Filled 4 of 4 fields$/, 'Next'));
  await options.setViewportSize(SIZE);
  await options.locator('#parts').evaluate((part) => part.scrollIntoView({ block: 'start' }));
  await writeFile(path.join(folder, '3-options.png'), await options.screenshot());
} finally {
  await browser.close();
  await api.close();
}

type Shot = { form: Buffer; popup: Buffer };

/** A form after a fill, and the popup with its report; `then` is a button the person presses after it. */
async function filled(place: string, ended: RegExp, then?: string): Promise<Shot> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 880, height: SIZE.height });
  await page.goto(api.origin + place);
  const popup = await browser.popupFor(page);
  await popup.setViewportSize({ width: 380, height: SIZE.height - 40 });
  await popup.getByRole('button', { name: 'Fill form' }).click();
  await popup.getByText(ended).first().waitFor();
  if (then !== undefined) {
    await page.getByRole('button', { name: then }).click();
    await popup
      .getByText(/Filled 7 of 7 fields$/)
      .first()
      .waitFor();
  }
  const shot = { form: await page.screenshot(), popup: await popup.screenshot() };
  await Promise.all([page.close(), popup.close()]);
  return shot;
}

/** Puts form and popup side by side, as they stand on a screen. */
async function shoot(name: string, { form, popup }: Shot): Promise<void> {
  const page: Page = await browser.context.newPage();
  await page.setViewportSize(SIZE);
  const source = (image: Buffer): string => `data:image/png;base64,${image.toString('base64')}`;
  await page.setContent(`<body style="margin:0;background:#e1e5e3;height:800px;overflow:hidden;position:relative">
    <img alt="" src="${source(form)}" style="position:absolute;left:0;top:0;width:880px">
    <img alt="" src="${source(popup)}" style="position:absolute;left:888px;top:20px;width:380px;border-radius:10px;box-shadow:0 8px 24px #0003">
  </body>`);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await writeFile(path.join(folder, `${name}.png`), await page.screenshot());
  await page.close();
}
