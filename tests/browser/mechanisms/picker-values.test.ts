/** Boxes that reformat, refuse or translate what is written: what the page's own code holds is what counts. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FillStep } from '#shared/form/form.schema.ts';
import { chromiumPath, launchChromium } from '#tests/support/chromium.ts';
import { type Engine, openEngine } from '../engine-harness.ts';
import { pageWith } from './picker-page.ts';

describe.skipIf(!chromiumPath())('writing into boxes with a will of their own', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const write = async (form: Engine, values: Readonly<Record<string, string>>): Promise<Record<string, string>> => {
    const fields = await form.collect();
    const steps = Object.entries(values).map(([label, value]): FillStep => {
      const field = fields.find((each) => each.label === label);
      if (!field) throw new Error(`No question “${label}” among ${fields.map((each) => each.label).join(', ')}`);
      return { ref: field.ref, frame: 0, label, action: 'text', value, source: 'test' };
    });
    return Object.fromEntries((await form.run(steps)).map(({ label, outcome }) => [label, outcome]));
  };

  it('masks, date boxes and editors keep the value; what is cut off or cleared is not called filled', async () => {
    const form = await openEngine(browser, 'values.html', { html: await pageWith('picker-values.js') });
    await form.page.waitForFunction('window.committed');
    const outcomes = await write(form, {
      Phone: '4155552671',
      Day: '02/01/2027',
      Short: 'Portland',
      Strict: '12345',
      About: 'I build data platforms.',
      Why: 'Because of the harbor.',
      // Their calendars stay open until the pointer goes elsewhere, and cover what stands below.
      Begin: '2027-02-01',
      Start: '2027-02-01',
    });
    expect(outcomes).toEqual({
      Phone: 'filled',
      Day: 'filled',
      Start: 'filled',
      Begin: 'filled',
      Short: 'failed',
      Strict: 'failed',
      About: 'filled',
      Why: 'filled',
    });
    expect(await form.page.evaluate('window.committed()')).toEqual({
      phone: '4155552671',
      day: '02/01/2027',
      start: '2027-02-01',
      begin: '2027-02-01',
      short: '',
      strict: '',
      about: 'I build data platforms.',
      why: 'Because of the harbor.',
    });
    await form.close();
  });

  it('parts of a date that take only keys get them', async () => {
    const form = await openEngine(browser, 'date.html', { html: await pageWith('picker-workday-date.html') });
    expect(await write(form, { Month: '2', Year: '2027' })).toEqual({ Month: 'filled', Year: 'filled' });
    expect(await form.page.evaluate('window.committed()')).toEqual({ month: 2, year: 2027 });
    await form.undo();
    expect(await form.page.evaluate('window.committed()')).toEqual({});
    await form.close();
  });
});
