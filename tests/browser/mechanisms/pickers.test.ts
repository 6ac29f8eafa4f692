/**
 * Pickers of every kind: the exact choice is committed, or the picker is left without a trace. What counts is what the page
 * would submit, not what the engine believes.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FillStep, FormField } from '#shared/form/form.schema.ts';
import { chromiumPath, launchChromium } from '#tests/support/chromium.ts';
import { type Engine, openEngine } from '../engine-harness.ts';
import { PICKER_CASES, type PickerCase } from './picker-cases.ts';
import { pageWith } from './picker-page.ts';

type Verdict = { mechanism: string; right: boolean; junk: string[]; undone: boolean | undefined; said: string };

describe.skipIf(!chromiumPath())('choosing in pickers', () => {
  let browser: Browser;
  const board: Verdict[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  // Most of a picker's time is waiting, so several wait together.
  it.concurrent.each(PICKER_CASES)('$mechanism', async (one) => {
    const form = await openEngine(browser, 'picker.html', {
      html: await pageWith(one.page, one.habits),
      ...(one.world ? { world: one.world } : {}),
    });
    const verdict = await judge(form, one);
    board.push(verdict);
    await form.close();
    expect(verdict, `${verdict.said} ${verdict.junk.join()}`).toMatchObject({ right: true, junk: [] });
  });

  it('commits or rightly refuses in at least 95 of 100 mechanisms and leaves no text behind in any', () => {
    const right = board.filter((each) => each.right).length;
    const undone = board.filter(({ undone }) => undone !== undefined);
    console.info(
      [
        `pickers: ${right} of ${board.length} right, ${board.filter(({ junk }) => junk.length > 0).length} with text left, ${undone.filter((each) => each.undone).length} of ${undone.length} undone`,
        ...board
          .filter((each) => !each.right || each.junk.length > 0 || each.undone === false)
          .map(
            ({ mechanism, right: isRight, junk, said }) =>
              `  ${isRight ? 'not undone' : 'WRONG'} ${mechanism}: ${said} ${junk.join(' ')}`,
          ),
      ].join('\n'),
    );
    expect(right / board.length).toBeGreaterThanOrEqual(0.95);
    expect(board.flatMap(({ junk }) => junk)).toEqual([]);
    // Libraries without a way to take a choice back by hand keep it, and the report says so.
    expect(undone.filter((each) => each.undone).length / Math.max(1, undone.length)).toBeGreaterThanOrEqual(0.8);
  });
});

async function judge(form: Engine, one: PickerCase): Promise<Verdict> {
  await form.page.waitForFunction(
    'window.committed && document.querySelector("input,select,button,apply-form,spl-autocomplete")',
  );
  const fields = await form.collect();
  const before = await committed(form);
  const wanted: (readonly [string, PickerCase['wish']])[] = [
    ...(one.first ?? []).map(([label, value]) => [label, { value }] as const),
    [one.label, one.wish],
  ];
  const steps = wanted.map(([label, wish]) => stepFor(fields, label, wish));
  const report = await form.run(steps);
  const said = report.at(-1);
  await form.page.waitForTimeout(300);
  const after = await committed(form);
  const isFilled = said?.outcome === 'filled';
  const same = JSON.stringify(after[one.name]) === JSON.stringify(one.submits ?? before[one.name]);
  const junk = one.submits === undefined ? await leftovers(form) : [];
  let undone: boolean | undefined;
  if (isFilled && !one.first) {
    const lines = await form.undo();
    await form.page.waitForTimeout(100);
    const back = JSON.stringify((await committed(form))[one.name]) === JSON.stringify(before[one.name]);
    undone = back && lines.every(({ outcome }) => outcome === 'skipped');
    if (!back && lines.some(({ outcome }) => outcome === 'skipped')) junk.push('undo lies');
  }
  return {
    mechanism: one.mechanism,
    right: same && isFilled === (one.submits !== undefined),
    junk,
    undone,
    said: `${said?.outcome}: ${said?.reason} → ${JSON.stringify(after[one.name])}`,
  };
}

const committed = (form: Engine): Promise<Record<string, unknown>> =>
  form.page.evaluate('window.committed()') as Promise<Record<string, unknown>>;

function stepFor(fields: readonly FormField[], label: string, wish: PickerCase['wish']): FillStep {
  const field = fields.find((each) => `${each.label} ${each.group}`.trim().startsWith(label) && each.visible);
  if (!field)
    throw new Error(
      `No question “${label}” among ${fields.map((each) => `${each.kind} ${each.label} ${each.hidden ?? ''}`).join(', ')}`,
    );
  const action = field.kind === 'combobox' || field.kind === 'select' || field.kind === 'date' ? field.kind : 'text';
  return {
    ref: field.ref,
    frame: 0,
    label: field.label,
    action,
    value: wish.value,
    source: 'test',
    ...(wish.alternatives ? { alternatives: [...wish.alternatives] } : {}),
    ...(wish.place ? { place: [...wish.place] } : {}),
    ...(wish.more ? { more: [...wish.more] } : {}),
    ...(field.value === '' ? {} : { replaces: field.value }),
  };
}

/** Texts and open lists a refused picker left on the page. */
const leftovers = (form: Engine): Promise<string[]> =>
  form.page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll(
      'input:not([type=hidden]),[role=listbox] [role=option],.pac-item',
    )) {
      if (!element.checkVisibility()) continue;
      if (!(element instanceof HTMLInputElement)) found.push(`open: ${element.textContent}`);
      else if (element.value !== '' && element.type !== 'checkbox' && element.type !== 'radio')
        found.push(`text: ${element.value}`);
    }
    return found.slice(0, 3);
  });
