/**
 * Forms as application sites build them, and pages that get in the way. What counts is what the page would send, not what the
 * engine believes; and that it was never sent.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium } from '#tests/support/chromium.ts';
import { type Opened, openForm, outcomeOf } from '../form-harness.ts';
import { pageWith } from './picker-page.ts';

type Truth = { submitted: number; values: Record<string, string> };
type Case = { mechanism: string; page: string; habits?: Record<string, unknown>; want: Record<string, string> };

const RESUME = 'Nora_Lindqvist_Resume.pdf';
const LETTER = 'Nora_Lindqvist_Cover_Letter.pdf';
const MAIL = 'nora.lindqvist@example.com';
const PHONE = '+1 415 555 2671';
const CONTACT = { first: 'Nora', last: 'Lindqvist', mail: MAIL, tel: PHONE, town: 'Portland' };

const CASES: readonly Case[] = [
  {
    mechanism: 'Greenhouse, older: no file input before its button, honeypot, hidden question ids',
    page: 'site-greenhouse-classic.html',
    want: {
      'job_application[first_name]': 'Nora',
      'job_application[last_name]': 'Lindqvist',
      'job_application[email]': MAIL,
      'job_application[phone]': PHONE,
      'job_application[answers_attributes][0][text_value]': 'https://www.linkedin.com/in/noralindqvist',
      'job_application[answers_attributes][1][boolean_value]': '1',
      dev_field_1: '',
      resume: RESUME,
      cover_letter: LETTER,
      other: '',
    },
  },
  {
    mechanism: 'Lever: reads the resume and overwrites name, address and company; cards of radios and boxes',
    page: 'site-lever.html',
    want: {
      name: 'Nora Lindqvist',
      email: MAIL,
      phone: PHONE,
      org: 'Tidewater Analytics',
      'urls[LinkedIn]': 'https://www.linkedin.com/in/noralindqvist',
      'cards[8f2][field0]': 'Yes',
      'cards[8f2][field1]': 'No',
      'cards[8f2][field2]': '',
      'consent[store]': 'absent',
      resume: RESUME,
    },
  },
  {
    mechanism: 'Ashby: a second upload that fills for you, answer buttons over a hidden box',
    page: 'site-ashby.jsx',
    want: {
      _systemfield_name: 'Nora Lindqvist',
      _systemfield_email: MAIL,
      _systemfield_resume: RESUME,
      auth: 'true',
      visa: 'false',
      autofilled: '0',
    },
  },
  {
    mechanism: 'SmartRecruiters: inputs and upload in shadow roots of shadow roots',
    page: 'site-smartrecruiters.html',
    want: { first: 'Nora', last: 'Lindqvist', mail: MAIL, again: MAIL, resume: RESUME },
  },
  {
    mechanism: 'iCIMS: labels in table cells, a password that stays empty',
    page: 'site-icims.html',
    want: {
      'PersonProfileFields.FirstName': 'Nora',
      'PersonProfileFields.LastName': 'Lindqvist',
      'PersonProfileFields.Email': MAIL,
      'PersonProfileFields.Password': '',
      rcf3050_AddressCity: 'Portland',
      rcf3050_AddressZip: '97209',
      rcf3050_AddressCountry: '12781',
      resume: RESUME,
    },
  },
  {
    mechanism: 'Taleo: ids of a hundred letters, a form that sends itself at every change',
    page: 'site-taleo.html',
    want: { FirstName: 'Nora', LastName: 'Lindqvist', City: 'Portland', Zip: '97209', Mail: MAIL, Cell: PHONE },
  },
  {
    mechanism: 'SuccessFactors: ids counted anew at every drawing',
    page: 'site-successfactors.html',
    want: { firstName: 'Nora', lastName: 'Lindqvist', email: MAIL, phone: PHONE, city: 'Portland', zip: '97209' },
  },
  {
    mechanism: 'Personio: German, three uploads alike, of which one is neither resume nor letter',
    page: 'site-personio.html',
    want: {
      first_name: 'Nora',
      last_name: 'Lindqvist',
      email: MAIL,
      phone: PHONE,
      available_from: '2027-02-01',
      cv: RESUME,
      'cover-letter': LETTER,
      'work-sample': '',
      privacy: 'absent',
    },
  },
  {
    mechanism: 'Recruitee: Vue, radios with words beside them, a list of uploads',
    page: 'site-recruitee.js',
    want: {
      name: 'Nora Lindqvist',
      email: MAIL,
      phone: PHONE,
      resume: RESUME,
      auth: 'Yes',
      move: 'Yes',
      agreed: 'false',
    },
  },
  {
    mechanism: 'a page that draws everything anew at every key',
    page: 'frame-form.js',
    habits: { behaves: 'redraws' },
    want: CONTACT,
  },
  {
    mechanism: 'a page that wakes up late and forgets once',
    page: 'frame-form.js',
    habits: { behaves: 'wakes' },
    want: CONTACT,
  },
  {
    mechanism: 'boxes that are emptied at the first blur',
    page: 'frame-form.js',
    habits: { behaves: 'clears' },
    want: CONTACT,
  },
  {
    mechanism: 'a page that submits itself past every listener',
    page: 'frame-form.js',
    habits: { behaves: 'sends' },
    want: CONTACT,
  },
  {
    mechanism: 'a page that asks its form to submit',
    page: 'frame-form.js',
    habits: { behaves: 'asks' },
    want: CONTACT,
  },
  {
    mechanism: 'a page that clicks its own submit button',
    page: 'frame-form.js',
    habits: { behaves: 'clicks' },
    want: CONTACT,
  },
  { mechanism: 'a form switched off for a while', page: 'frame-form.js', habits: { behaves: 'locks' }, want: CONTACT },
  {
    mechanism: 'answer buttons without a type, which would submit',
    page: 'frame-form.js',
    habits: { behaves: 'buttons' },
    want: { ...CONTACT, auth: 'Yes' },
  },
];

type Verdict = { mechanism: string; wrong: string[]; submitted: number; undone: boolean };

describe.skipIf(!chromiumPath())('forms as sites build them', () => {
  let browser: Browser;
  const board: Verdict[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const open = async (page: string, habits?: Record<string, unknown>): Promise<Opened> => {
    const form = await openForm(browser, 'structure.html', { html: await pageWith(page, habits) });
    await form.page.waitForFunction('window.truth !== undefined');
    return form;
  };

  it.each(CASES)('$mechanism', async ({ mechanism, page, habits, want }) => {
    const form = await open(page, habits);
    const report = await form.fill();
    const { values, submitted } = await truthOf(form);
    const wrong = Object.entries(want)
      .filter(([key, value]) => (values[key] ?? 'absent') !== value)
      .map(([key, value]) => `${key}: ${values[key] ?? 'absent'} instead of ${value}`);
    const again = await form.fill();
    if (again.some(({ outcome }) => outcome === 'filled')) wrong.push('filled once more');
    const claimed = report
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ label, reason }) => `${label}: ${reason}`);
    await form.undo();
    const after = await truthOf(form);
    const undone = Object.values(after.values).every((value) => !/Lindqvist|Portland|Resume\.pdf/.test(value));
    board.push({ mechanism, wrong: [...wrong, ...claimed], submitted: submitted + after.submitted, undone });
    expect({ wrong, claimed, submitted: after.submitted, at: new URL(form.page.url()).pathname }).toEqual({
      wrong: [],
      claimed: [],
      submitted: 0,
      at: '/structure.html',
    });
    await form.close();
  });

  it('all of them are right and none was sent', () => {
    const right = board.filter(({ wrong, submitted }) => wrong.length === 0 && submitted === 0).length;
    console.info(
      [
        `structures: ${right} of ${board.length} right, ${board.filter(({ undone }) => undone).length} undone`,
        ...board
          .filter(({ wrong }) => wrong.length > 0)
          .map(({ mechanism, wrong }) => `  WRONG ${mechanism}: ${wrong.join('; ')}`),
        ...board.filter(({ undone }) => !undone).map(({ mechanism }) => `  not undone: ${mechanism}`),
      ].join('\n'),
    );
    expect(board.reduce((sum, each) => sum + each.submitted, 0)).toBe(0);
    expect(right / board.length).toBeGreaterThanOrEqual(0.95);
  });

  it('a wizard of one document is filled step by step as the person goes on', async () => {
    const form = await open('wizard-steps.js');
    for (const step of [1, 2, 3]) {
      await form.fill(step === 1 ? {} : { continues: true });
      await form.page.evaluate('window.next()');
    }
    expect(await truthOf(form)).toEqual({
      submitted: 0,
      values: {
        first: 'Nora',
        last: 'Lindqvist',
        mail: MAIL,
        org: 'Tidewater Analytics',
        role: 'Senior Data Engineer',
        resume: RESUME,
      },
    });
    await form.close();
  });

  it('a question that comes up with an answer is filled at the next look', async () => {
    const form = await open('frame-form.js', { behaves: 'later' });
    await form.fill();
    await form.fill();
    expect((await truthOf(form)).values).toMatchObject({ ...CONTACT, zip: '97209' });
    await form.close();
  });

  it('a value the page holds something against is not reported as filled', async () => {
    const form = await open('frame-form.js', { behaves: 'complains' });
    const report = await form.fill();
    expect(report.find(({ label }) => label === 'Postal code')).toMatchObject({
      outcome: 'needs_you',
      reason: 'Written, but the page does not accept it',
    });
    await form.close();
  });

  it('what the person types while the resume is read is theirs', async () => {
    const form = await open('file-model.js', { busy: 'text', busyFor: 2500, parses: true });
    const filling = form.fill();
    await form.page.getByText('Analyzing resume…').waitFor();
    await form.page.locator('#name').click();
    await form.page.keyboard.type('Typed By Me');
    const report = await filling;
    expect((await truthOf(form)).values).toMatchObject({ email: MAIL });
    expect(outcomeOf(report, 'Full name')).toBe('already');
    await form.close();
  });

  it('a run that is stopped ends in the middle of a step and says what it left', async () => {
    const form = await open('file-model.js', { busy: 'text', delay: 60_000, busyFor: 60_000 });
    const filling = form.fill();
    await form.page.getByText('Analyzing resume…').waitFor();
    await form.stop();
    const report = await filling;
    expect(['Full name', 'Email'].map((label) => outcomeOf(report, label))).toEqual(['skipped', 'skipped']);
    expect(report.filter(({ outcome }) => outcome === 'filled')).toEqual([]);
    expect((await truthOf(form)).values).toMatchObject({ name: '', email: '' });
    await form.close();
  });

  it('marks stand beside the page, say nothing of the person and are gone after undo', async () => {
    const form = await open('frame-form.js', { behaves: 'buttons' });
    const before = await form.page.evaluate(marksAndStyles);
    await form.fill();
    await form.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const marked = await form.page.evaluate(marksAndStyles);
    expect(marked).toEqual({ ...before, beside: ['DIV aria-hidden="true" popover="manual" : no shadow, no text'] });
    await form.undo();
    expect(await form.page.evaluate(marksAndStyles)).toEqual(before);
    await form.close();
  });
});

const truthOf = (form: Opened): Promise<Truth> => form.page.evaluate('window.truth()');

/** What a page can find out about marks: elements beside its body, and what became of its own fields. */
function marksAndStyles(): { beside: string[]; fields: string[] } {
  const attributes = (element: Element): string =>
    [...element.attributes].map(({ name, value }) => `${name}="${value}"`).join(' ');
  return {
    beside: [...document.documentElement.children]
      .filter(({ tagName }) => !/^(?:HEAD|BODY)$/.test(tagName))
      .map(
        (at) =>
          `${at.tagName} ${attributes(at)} : ${at.shadowRoot ? 'shadow' : 'no shadow'}, ${at.textContent || 'no text'}`,
      ),
    fields: [...document.querySelectorAll('input')].map(attributes),
  };
}
