/** Buttons that change a form, and where a wizard stands. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '#tests/support/chromium.ts';
import { lookAt } from './collect-harness.ts';

describe.skipIf(!chromiumPath())('the buttons and steps of a form', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it('tells what adds a row to which section, what goes on, and never what sends the form', async () => {
    const look = await lookAt(browser, 'collect-wizard.html');
    const actions = await look.actions();
    const ids = await look.found(actions.map(({ ref }) => ref));
    expect(actions.map(({ kind, section }, index) => [ids[index], kind, section])).toEqual([
      ['add-work', 'addRow', 'Work Experience'],
      ['add-school', 'addRow', 'Education'],
      ['add-language', 'addRow', 'Languages'],
      ['add-de', 'addRow', 'Berufserfahrung'],
      ['add-fr', 'addRow', 'Formation'],
      ['next', 'next', 'My Experience'],
    ]);
    const [field] = await look.fields();
    expect(new Set(actions.map(({ form }) => form))).toEqual(new Set([field?.form]));
    await look.close();
  });

  it('finds a button again after the page drew it anew', async () => {
    const look = await lookAt(browser, 'collect-wizard.html');
    const actions = await look.actions();
    await look.page.evaluate(() => {
      for (const button of document.querySelectorAll('#add-de')) button.replaceWith(button.cloneNode(true));
    });
    expect(await look.found(actions.map(({ ref }) => ref))).toContain('add-de');
    await look.close();
  });

  it.each([
    [
      'the marked one of a list',
      '<ol class="steps"><li>About you</li><li aria-current="step">Your experience</li></ol>',
      '2 of 2 · Your experience',
    ],
    [
      'a bar that marks its active step',
      '<ol><li data-automation-id="progressBarCompletedStep"><span>current step</span></li><li data-automation-id="progressBarActiveStep"><label>current step 2 of 5</label> <label>My Experience</label></li><li>Review</li></ol>',
      '2 of 5 · My Experience',
    ],
    [
      'a bar that speaks',
      '<div role="progressbar" aria-valuetext="Step 3 of 4" style="height:8px">&nbsp;</div>',
      '3 of 4',
    ],
    [
      'a class on a list of steps',
      '<ul class="wizard-steps"><li class="done">1. Resume</li><li class="active">2. Details</li></ul>',
      '2 of 2 · Details',
    ],
    ['a line of text', '<p>Schritt 2 von 5: Berufserfahrung</p>', '2 of 5 · Berufserfahrung'],
    ['nothing', '<p>We have 2 of 5 offices in Berlin</p><ul class="menu"><li class="active">Home</li></ul>', null],
  ])('the step is told by %s', async (_by, html, expected) => {
    const look = await lookAt(
      browser,
      `<!doctype html><html lang="en"><body>${html}<form><input></form></body></html>`,
    );
    expect(await look.step()).toBe(expected);
    await look.close();
  });
});
