/** Forms made with the frameworks application sites are made with: what counts is the framework's own state. */
import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '#tests/support/chromium.ts';
import { type Opened, openForm, outcomeOf } from './form-harness.ts';

const FIXTURES = resolve(import.meta.dirname, '../fixtures/frameworks');

async function pageOf(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [resolve(FIXTURES, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'react' } },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    logLevel: 'silent',
  });
  const script = (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Apply</title><h1>Apply for this job</h1><div id="app"></div><script>${script}</script></html>`;
}

describe.skipIf(!chromiumPath())('filling forms of real frameworks', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const open = async (entry: string): Promise<Opened> => {
    const form = await openForm(browser, `${entry.replace(/\.\w+$/, '')}.html`, { html: await pageOf(entry) });
    await form.page.locator('#state').waitFor({ timeout: 5000 });
    return form;
  };
  const state = async (form: Opened): Promise<Record<string, unknown>> =>
    JSON.parse((await form.page.locator('#state').textContent()) ?? '') as Record<string, unknown>;

  it('React keeps controlled texts, masks, lists, radios, boxes and files, and gives back what has a way back', async () => {
    const form = await open('react-controlled.jsx');
    const empty = await state(form);
    const report = await form.fill();
    expect(await state(form)).toEqual({
      first: 'Nora',
      last: 'Lindqvist',
      email: 'nora.lindqvist@example.com',
      phone: '+1 (415) 555-2671',
      company: 'Tidewater Analytics',
      country: 'us',
      auth: 'Yes',
      visa: 'No',
      move: true,
      resume: 'Nora_Lindqvist_Resume.pdf',
      letter: 'Nora_Lindqvist_Cover_Letter.pdf',
      touched: ['first', 'last', 'email', 'phone', 'company'],
    });
    expect(report.filter(({ outcome }) => outcome !== 'filled')).toEqual([]);
    const undone = await form.undo();
    // A controlled radio cannot be unset by any event: React puts it back, and the report says so.
    expect(await state(form)).toEqual({ ...empty, auth: 'Yes', touched: expect.any(Array) });
    expect(undone.filter(({ outcome }) => outcome !== 'skipped')).toMatchObject([
      { label: 'Are you legally authorized to work in the United States?', outcome: 'failed' },
    ]);
    await form.close();
  });

  it('react-select commits the exact option, waits for its network, and is empty again after undo', async () => {
    const form = await open('react-pickers.jsx');
    const empty = await state(form);
    const report = await form.fill();
    expect(await state(form)).toEqual({ country: 'US', auth: 'Yes', heard: null, town: 'place-1', gender: 'Female' });
    expect(outcomeOf(report, 'How did you hear about us?')).toBe('needs_you');
    const undone = await form.undo();
    // The one that is not clearable keeps its choice, and the report says so.
    expect(await state(form)).toEqual({ ...empty, auth: 'Yes' });
    expect(undone.filter(({ outcome }) => outcome !== 'skipped').map(({ label }) => label)).toEqual([
      'Are you legally authorized to work in the United States?',
    ]);
    await form.close();
  });

  it('controls that are made anew at every change are found again', async () => {
    const form = await open('react-rekeyed.jsx');
    const report = await form.fill();
    const filled = {
      'First name': 'Nora',
      'Last name': 'Lindqvist',
      Email: 'nora.lindqvist@example.com',
      Phone: '+1 415 555 2671',
      City: 'Portland',
      'LinkedIn profile': 'https://www.linkedin.com/in/noralindqvist',
    };
    expect(await state(form)).toEqual(filled);
    expect(report.map(({ outcome }) => outcome)).toEqual(Object.keys(filled).map(() => 'filled'));
    await form.undo();
    expect(await state(form)).toEqual(Object.fromEntries(Object.keys(filled).map((label) => [label, ''])));
    await form.close();
  });

  it('Vue keeps every kind of v-model, lazy and numbers too, and gives them back', async () => {
    const form = await open('vue-models.js');
    await form.fill();
    expect(await state(form)).toEqual({
      first: 'Nora',
      last: 'Lindqvist',
      email: 'nora.lindqvist@example.com',
      years: 10,
      country: 'us',
      auth: 'yes',
      move: true,
      letter: expect.stringContaining('I build data platforms.'),
    });
    await form.undo();
    expect(await state(form)).toMatchObject({
      first: '',
      last: '',
      email: '',
      years: '',
      country: '',
      move: false,
      letter: '',
    });
    await form.close();
  });
});
