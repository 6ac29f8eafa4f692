/** What one look at a form tells: words, kinds, rows, limits and what a person can see. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormField } from '#shared/form/form.schema.ts';
import { withNamedRows } from '#shared/form/named-rows.rules.ts';
import { chromiumPath, launchChromium } from '#tests/support/chromium.ts';
import { fieldOf, lookAt } from './collect-harness.ts';

describe.skipIf(!chromiumPath())('collecting a form in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const fieldsOf = async (page: string): Promise<FormField[]> => {
    const look = await lookAt(browser, page);
    const fields = await look.fields();
    await look.close();
    return fields;
  };

  describe('labels', () => {
    let fields: FormField[];
    beforeAll(async () => {
      fields = await fieldsOf('collect-labels.html');
    });

    it.each([
      ['for', 'Given name', true],
      ['wrapped', 'Family name', true],
      ['labelled', 'Email', true],
      ['aria', 'Phone number', true],
      ['opt', 'Middle name', false],
      ['glyph', 'City', true],
      ['kept', 'Is sponsorship required', false],
      ['de', 'Nachname', true],
      ['titled', 'Postal code', false],
      ['beside', 'LinkedIn URL', true],
      ['orphan', 'Where are you based?', false],
      ['floating', 'Current company', false],
      ['helped', 'Website', false],
      ['grid1', 'Street', false],
      ['grid2', 'House number', false],
      ['col1', 'Notice period', false],
      ['col2', 'Salary wish', false],
      ['col3', 'Start date', false],
      ['t1', 'School', false],
      ['t2', 'Degree', false],
      ['t6', 'Year', false],
      ['pair1', 'Mother tongue:', false],
      ['pair2', 'Second language:', false],
      ['bare', 'Nickname:', false],
    ])('%s is read as “%s”, required: %s', (id, label, required) => {
      expect(fieldOf(fields, id)).toMatchObject({ label, required, visible: true });
    });

    it.each([
      ['before', 'Have you worked here before?', true],
      ['car', 'Do you own a car?', false],
      ['lift', 'Can you lift 20 kg?:', false],
      ['visa', 'Do you need a visa?', false],
      ['permit', 'Do you have a driving permit?', false],
      ['s1', 'Which shifts suit you?', true],
      ['cards[x][field0]', 'Are you willing to relocate?', false],
    ])('the options of %s stand under “%s”, required: %s', (name, label, required) => {
      const field = fieldOf(fields, name);
      expect(field).toMatchObject({ label, required });
      expect(field.options).toHaveLength(2);
    });

    it('parts of a date carry the question in their group', () => {
      expect(fieldOf(fields, 'month')).toMatchObject({ label: 'Month', group: 'From', min: '1', max: '12' });
      expect(fieldOf(fields, 'year2')).toMatchObject({ label: 'Year', group: 'Available from' });
    });

    it('help beside a control is its hint, and limits are as the page writes them', () => {
      expect(fieldOf(fields, 'helped').hint).toContain('Full address');
      expect(fieldOf(fields, 'limits')).toMatchObject({
        minLength: 3,
        maxLength: 9,
        pattern: '[A-Z]+',
        inputMode: 'numeric',
        lang: 'en',
      });
      expect(fieldOf(fields, 'range')).toMatchObject({ min: '1', max: '40', lang: 'fr' });
      expect(fieldOf(fields, 'when')).toMatchObject({ kind: 'date', type: 'month', min: '2020-01' });
    });
  });

  describe('kinds', () => {
    let fields: FormField[];
    beforeAll(async () => {
      fields = await fieldsOf('collect-widgets.html');
    });

    it('a list in the page is a question with its options; the list of a picker is none', () => {
      const level = fieldOf(fields, 'level');
      expect(level).toMatchObject({ kind: 'buttonGroup', label: 'Level', value: 'Senior' });
      expect(level.options.map(({ text, selected }) => [text, selected])).toEqual([
        ['Junior', false],
        ['Senior', true],
      ]);
      expect(fieldOf(fields, 'toolbox')).toMatchObject({ kind: 'checkboxGroup', multiple: true, value: 'Git' });
      expect(fields.filter(({ id }) => id === 'opened')).toEqual([]);
    });

    it.each([
      ['country--country', 'combobox', 'Country'],
      ['source', 'combobox', 'How did you hear about us?'],
      ['switch', 'checkbox', 'Open to relocation'],
      ['segments', 'buttonGroup', 'Preferred contract'],
      ['chips', 'buttonGroup', 'Which teams interest you?'],
      ['rich', 'richtext', 'Why us?'],
      ['select-files', 'file', 'Select files'],
      ['uni', 'text', 'University'],
      ['born-not', 'date', 'Available'],
      ['segment-year', 'text', 'year'],
    ])('%s is a %s called “%s”', (id, kind, label) => {
      expect(fieldOf(fields, id)).toMatchObject({ kind, label, visible: true });
    });

    it('a flag beside a phone number asks for its dial code, which nobody chose yet', () => {
      expect(fieldOf(fields, 'flag')).toMatchObject({
        kind: 'combobox',
        label: 'Selected country',
        group: 'Phone number',
        value: 'United States: +1',
        pristine: true,
        visible: true,
      });
      expect(fieldOf(fields, 'tel')).toMatchObject({ kind: 'text', label: 'Phone number' });
      expect(fieldOf(fields, 'iti-search').visible).toBe(false);
    });

    it('answers in buttons are options, chosen ones are values', () => {
      const partTime = fields.find(({ label }) => label.startsWith('Are you at least'));
      expect(partTime).toMatchObject({ kind: 'buttonGroup', value: '' });
      expect(partTime?.options.map(({ text }) => text)).toEqual(['Yes', 'No']);
      expect(fieldOf(fields, 'segments').value).toBe('Permanent');
      expect(fieldOf(fields, 'chips')).toMatchObject({ value: 'Platform' });
      expect(fieldOf(fields, 'uni').options.map(({ value }) => value)).toEqual([
        'Uppsala University',
        'Lund University',
      ]);
    });

    it('stars, toolbars, helpers of editors and buttons that do something ask nothing', () => {
      const ids = fields.filter(({ visible }) => visible).map(({ id }) => id);
      for (const id of ['stars', 'clipboard', 'add-row', 'send']) expect(ids).not.toContain(id);
      expect(fields.filter(({ options }) => options.some(({ text }) => text === 'Bold'))).toEqual([]);
    });

    it('an upload without an input keeps the question beside it, and part of a date that is empty holds nothing', () => {
      expect(fieldOf(fields, 'select-files').group).toContain('Resume');
      expect(fieldOf(fields, 'segment-month')).toMatchObject({ value: '', group: 'First day' });
      expect(fieldOf(fields, 'segment-year').value).toBe('2026');
    });
  });

  it('components are read through open and closed roots, slots and their hosts', async () => {
    const fields = await fieldsOf('collect-components.html');
    expect(fields.map(({ label }) => label)).toEqual([
      'First name',
      'Last name',
      'Email address',
      'Phone number',
      'Street',
      'Town',
      'Current title',
    ]);
    expect(fields.every(({ visible }) => visible)).toBe(true);
  });

  describe('rows', () => {
    let fields: FormField[];
    beforeAll(async () => {
      fields = withNamedRows(await fieldsOf('collect-rows.html'));
    });

    it.each([
      ['workExperience-7--jobTitle', 'workExperience', 0],
      ['workExperience-9--companyName', 'workExperience', 1],
      ['s1', 'job_application[educations', 0],
      ['d2', 'job_application[educations', 1],
      ['l1', 'language-row', 0],
      ['v2', 'language-row', 1],
      ['c2', 'language-row', 1],
      ['ce2', 'Certificate', 0],
      ['school--0', 'school', 0],
      ['discipline--0', 'school', 0],
    ])('%s stands in a row of %s, the one after %i others', (id, key, index) => {
      expect(fieldOf(fields, id).repeat).toEqual({ key, index });
    });

    it.each(['fn', 'line_1', 'line_2', 'q0', 'q1', 'step1'])('%s stands in no row', (id) => {
      expect(fieldOf(fields, id).repeat).toBeUndefined();
    });
  });

  describe('visibility', () => {
    it('what a person sees or can scroll to is visible, and nothing else is', async () => {
      const fields = await fieldsOf('collect-visibility.html');
      const wrong = fields
        .filter(({ id, visible }) => visible !== id.startsWith('seen-'))
        .map(({ id, hidden }) => `${id}: ${hidden ?? 'visible'}`);
      expect(wrong).toEqual([]);
      expect(fields.length).toBeGreaterThan(25);
    });

    it('what lies behind a dialog is seen once that is closed; the runner still keeps off it', async () => {
      const look = await lookAt(
        browser,
        `<!doctype html><html lang="en"><h1>Apply</h1><form><label>First name <input id="name"></label></form>
        <div role="dialog" aria-label="Cookies" style="position:fixed;inset:0;background:#fff">We use cookies <button>OK</button></div></html>`,
      );
      expect(fieldOf(await look.fields(), 'name').visible).toBe(true);
      expect(await look.refusal('#name')).toMatch(/you can close/);
      await look.page.evaluate(() => document.querySelector('[role=dialog]')?.remove());
      expect(await look.refusal('#name')).toBeNull();
      await look.close();
    });
  });
});
