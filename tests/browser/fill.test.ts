import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countReport } from '#shared/form/report.rules.ts';
import { applicantAnswers } from '#tests/support/applicant.ts';
import { chromiumPath, launchChromium } from '#tests/support/chromium.ts';
import { openForm, outcomeOf } from './form-harness.ts';

describe.skipIf(!chromiumPath())('filling forms in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it('fills a Lever-shaped form, attaches the resume, leaves consent and essays, and never submits', async () => {
    const form = await openForm(browser, 'lever-shaped.html');
    const report = await form.fill();
    const values = await form.page.evaluate(() =>
      Object.fromEntries(new FormData(document.querySelector('form') as HTMLFormElement).entries()),
    );
    expect(values).toMatchObject({
      name: 'Nora Lindqvist',
      email: 'nora.lindqvist@example.com',
      org: 'Tidewater Analytics',
      'urls[LinkedIn]': 'https://www.linkedin.com/in/noralindqvist',
      'urls[GitHub]': 'https://github.com/noralindqvist',
      'cards[a1][field0]': 'Yes',
      'cards[a1][field1]': 'Yes',
      'cards[a1][field2]': '',
      'eeo[gender]': 'Female',
      location: 'Portland, OR, United States',
      selectedLocation: '{"name":"Portland, OR, United States"}',
    });
    expect(values).not.toHaveProperty('consent[marketing]');
    expect(values).not.toHaveProperty('consent[store]');
    expect(await form.page.locator('.filename').textContent()).toBe('Nora_Lindqvist_Resume.pdf');
    expect(outcomeOf(report, 'Resume/CV')).toBe('filled');
    expect(outcomeOf(report, 'Why Harbor Works?')).toBe('needs_you');
    expect(await form.page.evaluate('window.submissions')).toBe(0);
    const { filled, found } = countReport(report);
    expect(filled).toBe(report.filter((line) => line.outcome === 'filled').length);
    expect(filled).toBe(11);
    expect(found).toBeGreaterThan(filled);
    await form.close();
  });

  it('attaches nothing twice and rewrites nothing when run again', async () => {
    const form = await openForm(browser, 'lever-shaped.html');
    const first = await form.fill();
    const second = await form.fill();
    expect(second.filter((line) => line.outcome === 'filled')).toEqual([]);
    expect(countReport(second)).toEqual(countReport(first));
    await form.close();
  });

  it('keeps equal-opportunity questions empty unless the person opted in', async () => {
    const form = await openForm(browser, 'lever-shaped.html');
    const report = await form.fill({ answers: { ...applicantAnswers, eeo: { ...applicantAnswers.eeo, fill: false } } });
    expect(outcomeOf(report, 'Gender')).toBe('needs_you');
    expect(await form.page.locator('select').inputValue()).toBe('');
    await form.close();
  });

  it('undo restores every value and what the person changed since stays', async () => {
    const form = await openForm(browser, 'lever-shaped.html');
    await form.fill();
    await form.page.fill('[name=phone]', '555');
    await form.undo();
    const values = await form.page.evaluate(() =>
      Object.fromEntries(
        [...new FormData(document.querySelector('form') as HTMLFormElement).entries()].map(([name, value]) => [
          name,
          value instanceof File ? value.name : value,
        ]),
      ),
    );
    expect(values).toMatchObject({ name: '', email: '', org: '', 'eeo[gender]': '', resume: '', phone: '555' });
    expect(values).not.toHaveProperty('cards[a1][field0]');
    await form.close();
  });

  it('reaches the state of controlled inputs that re-render on every key', async () => {
    const form = await openForm(browser, 'controlled.html');
    const report = await form.fill();
    expect(await form.page.evaluate('window.state')).toMatchObject({
      first: 'Nora',
      last: 'Lindqvist',
      mail: 'nora.lindqvist@example.com',
      remote: true,
    });
    expect(await form.page.evaluate('window.blurred')).toEqual(expect.arrayContaining(['first', 'last', 'mail']));
    expect(outcomeOf(report, 'First name')).toBe('filled');
    await form.close();
  });

  it('reads and fills open and closed shadow roots', async () => {
    const form = await openForm(browser, 'shadow.html', { world: 'main' });
    await form.page.evaluate(() => {
      const roots = (window as unknown as { closedRoots: Map<Element, ShadowRoot> }).closedRoots;
      Object.assign(window, {
        chrome: {
          dom: { openOrClosedShadowRoot: (element: Element) => element.shadowRoot ?? roots.get(element) ?? null },
        },
      });
    });
    const report = await form.fill();
    expect(['First name', 'Last name', 'Email', 'Resume'].map((label) => outcomeOf(report, label))).toEqual([
      'filled',
      'filled',
      'filled',
      'filled',
    ]);
    const mail = await form.page.evaluate(() =>
      [...(window as unknown as { closedRoots: Map<Element, ShadowRoot> }).closedRoots.values()].map(
        (root) => root.querySelector('input')?.value,
      ),
    );
    expect(mail).toEqual(['nora.lindqvist@example.com']);
    await form.close();
  });

  it('fills inside a cross-origin frame only for the origin the plan was made for', async () => {
    const form = await openForm(browser, 'embedding.html', { frame: 'https://forms.ats.example' });
    const plan = form.plan(await form.collect());
    const refused = await form.run(plan, 'https://jobs.employer.example');
    expect(new Set(refused.map((line) => line.outcome))).toEqual(new Set(['refused']));
    const frame = form.page.frame({ url: /forms\.ats\.example/ });
    expect(await frame?.inputValue('[name=email]')).toBe('');
    const report = await form.run(plan);
    expect(outcomeOf(report, 'Email')).toBe('filled');
    expect(await frame?.inputValue('[name=email]')).toBe('nora.lindqvist@example.com');
    await form.close();
  });

  it('commits pickers by their exact option or leaves them empty', async () => {
    const form = await openForm(browser, 'pickers.html');
    const report = await form.fill();
    expect(await form.page.evaluate('window.committed')).toEqual({
      country: 'United States',
      auth: 'Yes',
      spons: 'No',
      town: 'Portland, Oregon, United States',
      reloc: 'Yes',
    });
    expect(outcomeOf(report, 'How did you hear about us?')).toBe('needs_you');
    expect(await form.page.locator('#heard').inputValue()).toBe('');
    expect(outcomeOf(report, 'Will you now')).toBe('filled');
    await form.close();
  });

  it('fills a Workday-shaped step: listbox buttons, prompts, numbered rows, an upload under its heading', async () => {
    const form = await openForm(browser, 'workday-shaped.html');
    const report = await form.fill();
    expect(await form.page.evaluate('window.committed')).toEqual({
      source: 'LinkedIn',
      'country--country': 'United States of America',
      'address--countryRegion': 'Oregon',
      'education-9--degree': "Bachelor's Degree",
    });
    const value = (id: string) => form.page.inputValue(`[id="${id}"]`);
    expect(await value('workExperience-4--companyName')).toBe('Tidewater Analytics');
    expect(await value('workExperience-5--companyName')).toBe('Brightwood Labs');
    expect(await value('workExperience-4--location')).toBe('Portland, OR');
    expect(await value('bee')).toBe('');
    expect(report.find((line) => line.source === 'document:resume')?.outcome).toBe('filled');
    expect(outcomeOf(report, 'Have you previously worked')).toBe('needs_you');
    await form.close();
  });

  it('undo empties pickers and pressed answers', async () => {
    const form = await openForm(browser, 'pickers.html');
    await form.fill();
    const report = await form.undo();
    expect(await form.page.inputValue('#first_name')).toBe('');
    expect(outcomeOf(report, 'First name')).toBe('skipped');
    await form.close();
  });

  it('drops each document on its own zone when there is no file input', async () => {
    const form = await openForm(browser, 'dropzone.html');
    const report = await form.fill();
    expect(await form.page.evaluate('window.dropped')).toEqual({
      resume: 'Nora_Lindqvist_Resume.pdf:19',
      cover_letter: 'Nora_Lindqvist_Cover_Letter.pdf:19',
    });
    expect(report.filter((line) => line.source?.startsWith('document:')).map((line) => line.outcome)).toEqual([
      'filled',
      'filled',
    ]);
    await form.close();
  });

  it('a file that was dropped where nothing takes it out again is said to stay', async () => {
    const form = await openForm(browser, 'dropzone.html');
    await form.fill();
    const undone = await form.undo();
    const files = undone.filter(({ label }) => /Resume|Cover/.test(label));
    expect(files.map(({ outcome, reason }) => `${outcome}: ${reason}`)).toEqual([
      'failed: The page keeps it; take it out yourself',
      'failed: The page keeps it; take it out yourself',
    ]);
    expect(await form.page.locator('.chosen').allTextContents()).toEqual([
      'Nora_Lindqvist_Resume.pdf',
      'Nora_Lindqvist_Cover_Letter.pdf',
      '',
    ]);
    await form.close();
  });

  it('attaches behind the button that opens the upload, never into an input no button stands for, and takes it out again', async () => {
    const form = await openForm(browser, 'upload-popup.html');
    const report = await form.fill();
    const shown = () => form.page.locator('.files').allTextContents();
    expect((await shown()).map((text) => text.replace(/\W*$/, ''))).toEqual([
      'Nora_Lindqvist_Resume.pdf',
      'Nora_Lindqvist_Cover_Letter.pdf',
    ]);
    const held = await form.page.evaluate(() =>
      ['file-c', 'file-d'].map((id) => (document.getElementById(id) as HTMLInputElement).files?.length),
    );
    expect(held).toEqual([0, 0]);
    expect(report.filter(({ source }) => source?.startsWith('document:')).map(({ label }) => label)).toEqual([
      'Add Resume',
      'Add Cover Letter',
    ]);
    const again = await form.fill();
    expect(again.filter(({ outcome }) => outcome === 'filled')).toEqual([]);
    await form.undo();
    expect(await shown()).toEqual(['', '']);
    await form.close();
  });

  it('writes into none of the traps', async () => {
    const form = await openForm(browser, 'traps.html');
    const report = await form.fill();
    const touched = await form.page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('.trap input, #news input, [role=search] input')]
        .filter((input) => (input.type === 'checkbox' ? input.checked : input.value !== ''))
        .map((input) => input.name),
    );
    expect(touched).toEqual([]);
    expect(await form.page.inputValue('#ok1')).toBe('Nora');
    expect(await form.page.inputValue('#ok3')).toBe('nora.lindqvist@example.com');
    expect(report.filter((line) => line.outcome === 'filled')).toHaveLength(4);
    for (const line of report) expect(line.reason).not.toBe('');
    await form.close();
  });

  it('never overwrites what the person typed, replaces untouched defaults, and asks again for fields that appear', async () => {
    const form = await openForm(browser, 'conditional.html');
    await form.page.fill('#n', 'Typed By Me');
    const first = await form.fill();
    expect(await form.page.inputValue('#n')).toBe('Typed By Me');
    expect(await form.page.inputValue('#c')).toBe('US');
    expect(outcomeOf(first, 'Salary expectation')).toBe('needs_you');
    const second = await form.fill();
    expect(outcomeOf(second, 'State')).toBe('filled');
    expect(await form.page.inputValue('#st')).toBe('OR');
    expect(await form.page.evaluate('window.submissions')).toBe(0);
    await form.close();
  });
});
