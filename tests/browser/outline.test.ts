/** Marks beside the fields: around what was done, and nothing of them in the page's own document. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '#tests/support/chromium.ts';
import { openForm } from './form-harness.ts';

const FORM = `<!doctype html><meta charset="utf-8"><title>Apply</title><h1>Apply</h1><form>
<p><label>First name <input name="first"></label></p><p><label>Email <input type="email" name="email"></label></p>
<p><label>Resume <input type="file" name="resume"></label></p>
<fieldset><legend>Will you require visa sponsorship to work in the United States?</legend>
<label style="margin-right:200px"><input type="radio" name="visa" value="y"> Yes</label>
<label id="no"><input type="radio" name="visa" value="n"> No</label></fieldset></form>`;

type Node = {
  backendNodeId: number;
  attributes?: string[];
  children?: Node[];
  shadowRoots?: Node[];
};

/** Boxes of the marks, read past the closed tree as only a debugger can. */
async function marksOn(page: Page): Promise<{ state: string; left: number; top: number }[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const all = (node: Node): Node[] => [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(all)];
  const marks: { state: string; left: number; top: number }[] = [];
  for (const { attributes = [], backendNodeId } of all(root)) {
    const names = attributes[attributes.indexOf('class') + 1] ?? '';
    if (!names.startsWith('mark ')) continue;
    const box = await session.send('DOM.getBoxModel', { backendNodeId }).catch(() => undefined);
    const [left = 0, top = 0] = box?.model.border ?? [];
    if (box) marks.push({ state: names.replace('mark ', ''), left, top });
  }
  return marks;
}

describe.skipIf(!chromiumPath())('the marks of a fill', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it('stand around the answer that was chosen, not around the first one, and the page cannot find them', async () => {
    const { page, fill, close } = await openForm(browser, 'marked.html', { html: FORM });
    await fill();
    expect(await page.locator('#no input').isChecked()).toBe(true);
    const no = await page.locator('#no').boundingBox();
    await expect
      .poll(async () => (await marksOn(page)).some(({ left, top }) => near(left, no?.x) && near(top, no?.y)))
      .toBe(true);
    expect((await marksOn(page)).map(({ state }) => state)).toEqual(['filled', 'filled', 'filled', 'filled']);
    expect(await page.locator('.mark').count()).toBe(0);
    expect(await page.content()).not.toContain('class="mark');
    await close();
  });
});

const near = (one: number, other: number | undefined): boolean => other !== undefined && Math.abs(one - other) < 12;
