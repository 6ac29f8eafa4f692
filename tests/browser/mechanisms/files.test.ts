/**
 * Uploads of every kind: each document in its own slot once, or left with a reason. What counts is what the page holds, not what
 * the engine believes.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FieldReport } from '#shared/form/form.schema.ts';
import { chromiumPath, launchChromium } from '#tests/support/chromium.ts';
import { type Opened, openForm } from '../form-harness.ts';
import { pageWith } from './picker-page.ts';

const RESUME = 'Nora_Lindqvist_Resume.pdf';
const LETTER = 'Nora_Lindqvist_Cover_Letter.pdf';

type Truth = {
  files: { resume: string[]; letter: string[] };
  submitted: number;
  values: Record<string, string>;
};
type Case = {
  mechanism: string;
  page: string;
  habits?: Record<string, unknown>;
  /** What no engine can do here has to be said in words that match. */
  refuses?: RegExp;
  /** Files the page gives back when asked; unless said otherwise, all. */
  keeps?: boolean;
};

const model = (mechanism: string, habits: Record<string, unknown>, rest: Partial<Case> = {}): Case => ({
  mechanism,
  page: 'file-model.js',
  habits,
  ...rest,
});

const CASES: readonly Case[] = [
  model('a plain input in sight', { way: 'input' }),
  model('an input hidden behind its label', { way: 'hidden' }),
  model('an input taken away once it has the file', { input: 'removes' }),
  model('an input emptied once it has the file', { input: 'clears' }),
  model('an input replaced once it has the file', { input: 'replaces' }),
  model('a drop zone without an input', { way: 'drop' }),
  model('an input made when its button is pressed', { way: 'press' }),
  model('a button whose input never is in the page', { way: 'bare' }, { refuses: /attach it here yourself/ }),
  model('an input in a pop-up among Dropbox, Drive and manual entry', { way: 'popup' }),
  model('a name cut at its end', { shows: 'short' }),
  model('a name cut in its middle', { shows: 'middle' }),
  model('a name in the title of an icon', { shows: 'title' }),
  model('a name in a read-only box', { shows: 'readonly' }),
  model('words that it was uploaded, without a name', { shows: 'words' }),
  model('nothing shown at all', { shows: 'never' }, { refuses: /check before you submit/ }),
  model('a name that comes after three seconds', { delay: 3000, busyFor: 3000 }),
  model('“Analyzing resume…” that then overwrites what was typed', { busy: 'text', parses: true, busyFor: 2500 }),
  model('a spinner before boxes are overwritten', { busy: 'spinner', parses: true, busyFor: 1800 }),
  model('a progress bar before boxes are overwritten', { busy: 'bar', parses: true, busyFor: 1800 }),
  model('a notice elsewhere while boxes are overwritten', { busy: 'toast', parses: true, busyFor: 2000 }),
  model('boxes overwritten without a word of warning', { parses: true, busyFor: 500 }),
  model('an upload of eight seconds', { busy: 'text', delay: 8000, busyFor: 8000 }),
  model(
    '“File is too large”',
    { refuses: 'File is too large. Maximum size is 2 MB.' },
    { refuses: /File is too large/ },
  ),
  model(
    '“Unsupported file type”',
    { way: 'drop', refuses: 'Unsupported file type' },
    { refuses: /Unsupported file type/ },
  ),
  model('a size limit the file is over', { limit: 'PDF, max 0.01 KB' }, { refuses: /takes files up to 0.01 KB/ }),
  model('a list of endings that reads like a name', { way: 'drop', limit: 'Accepted types .pdf, .docx or .txt' }),
  model('a list of endings without ours', { accept: '.docx,.odt' }, { refuses: /does not take this kind of file/ }),
  { mechanism: 'react-dropzone', page: 'file-react-dropzone.jsx' },
  { mechanism: 'react-dropzone without an input', page: 'file-react-dropzone.jsx', habits: { noInput: true } },
  {
    mechanism: 'react-dropzone behind a guard',
    page: 'file-react-dropzone.jsx',
    habits: { noInput: true, guarded: true },
  },
  { mechanism: 'Dropzone.js', page: 'file-dropzone.js' },
  { mechanism: 'FilePond', page: 'file-filepond.js' },
  { mechanism: 'a React drop zone behind a guard', page: 'file-react-guarded.jsx' },
];

type Verdict = {
  mechanism: string;
  right: boolean;
  swapped: number;
  twice: number;
  submitted: number;
  undone: boolean | undefined;
  said: string;
};

describe.skipIf(!chromiumPath())('attaching files', () => {
  let browser: Browser;
  const board: Verdict[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it.concurrent.each(CASES)('$mechanism', async (one) => {
    const form = await openForm(browser, 'upload.html', { html: await pageWith(one.page, one.habits) });
    const verdict = await judge(form, one);
    board.push(verdict);
    await form.close();
    expect(verdict).toMatchObject({ right: true, swapped: 0, twice: 0, submitted: 0 });
  });

  it('at least 95 of 100 uploads are right or left with a reason; none is swapped, attached twice or sent', () => {
    const right = board.filter((each) => each.right).length;
    const sum = (key: 'swapped' | 'twice' | 'submitted') => board.reduce((total, each) => total + each[key], 0);
    const undone = board.filter((each) => each.undone !== undefined);
    console.info(
      [
        `files: ${right} of ${board.length} right, ${sum('swapped')} swapped, ${sum('twice')} twice, ${sum('submitted')} submitted, ${undone.filter((each) => each.undone).length} of ${undone.length} undone`,
        ...board.filter((each) => !each.right).map(({ mechanism, said }) => `  WRONG ${mechanism}: ${said}`),
        ...board.filter((each) => each.undone === false).map(({ mechanism }) => `  not undone: ${mechanism}`),
      ].join('\n'),
    );
    expect(right / board.length).toBeGreaterThanOrEqual(0.95);
    expect([sum('swapped'), sum('twice'), sum('submitted')]).toEqual([0, 0, 0]);
  });
});

async function judge(form: Opened, one: Case): Promise<Verdict> {
  // Not `expect.poll`: it belongs to the one test that is running, and these run side by side.
  await vi.waitFor(async () => expect(await truthOf(form)).toBeDefined(), { timeout: 30_000, interval: 100 });
  const report = await form.fill();
  const first = await truthOf(form);
  const again = await form.fill();
  const { files, submitted, values } = await truthOf(form);
  const lines = report.filter((line) => line.source?.startsWith('document:') || /file/.test(line.reason));
  const said = lines.map(({ outcome, reason }) => `${outcome}: ${reason}`).join(' | ');
  const swapped =
    [...files.resume].filter((name) => name === LETTER).length + files.letter.filter((name) => name === RESUME).length;
  const twice = Math.max(0, files.resume.length - 1) + Math.max(0, files.letter.length - 1);
  const filled =
    values.name === undefined || (values.name === 'Nora Lindqvist' && values.email === 'nora.lindqvist@example.com');
  const right = filled && (one.refuses ? isRefused(lines, one.refuses) : isAttached(first, lines));
  const idempotent = again.every((line) => line.outcome !== 'filled') || one.refuses !== undefined;
  if (one.refuses) return { mechanism: one.mechanism, right, swapped, twice, submitted, undone: undefined, said };
  await form.undo();
  const after = await truthOf(form);
  const undone = after.files.resume.length + after.files.letter.length === 0;
  return {
    mechanism: one.mechanism,
    right: right && idempotent,
    swapped,
    twice,
    submitted,
    undone,
    said: `${said}${filled ? '' : ` ${JSON.stringify(values)}`}${idempotent ? '' : ' attached again'}`,
  };
}

/** Asked without the gesture of a person that Playwright's own questions carry: pages may open choosers for that. */
async function truthOf(form: Opened): Promise<Truth> {
  const session = await form.page.context().newCDPSession(form.page);
  const expression = 'document.querySelector("form") && window.truth?.()';
  const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
  await session.detach();
  return result.value as Truth;
}

const isAttached = ({ files }: Truth, lines: readonly FieldReport[]): boolean =>
  files.resume.join() === RESUME && files.letter.join() === LETTER && lines.every((line) => line.outcome === 'filled');

/** Nothing is claimed that is not so, and the person is told what to do. */
const isRefused = (lines: readonly FieldReport[], reason: RegExp): boolean =>
  lines.length > 0 && lines.every((line) => line.outcome !== 'filled' && reason.test(line.reason));
