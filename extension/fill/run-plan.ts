/**
 * Runs a plan in this document: one write after the other, each checked before and read back after. Nothing is written to
 * another origin, into what a person cannot see or over what they typed, and no form is submitted while it runs. Steps,
 * their controls and what stands for these are looked up once and handed on as three arguments.
 */
import type { FieldReport, FillStep } from '#shared/form/form.schema.ts';
import { attachFile, type FileBytes, shownFile } from './attach-file.ts';
import { bringIntoView, focusOn, nextFrame, soon } from './events.ts';
import { locate, locateOption, locateZone } from './field-registry.ts';
import { clearOutlines, outline } from './outline.ts';
import { pickOption } from './pick-option.ts';
import { noteWritten } from './undo.ts';
import { isSameValue, readBack } from './verify.ts';
import { visibleStandIn, whyInvisible } from './visibility.ts';
import { isChosen } from './widgets.ts';
import { clickOn, isTextControl, writeSelect, writeText } from './write-value.ts';

export { undoFill } from './undo.ts';

export type RunInput = {
  readonly steps: readonly FillStep[];
  /** Documents by the id a step's `value` names. */
  readonly files: Readonly<Record<string, FileBytes>>;
  /** Origin the plan was made for. */
  readonly expectedOrigin: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { done: number; total: number; line: FieldReport }) => void;
};

type Result = Pick<FieldReport, 'outcome' | 'reason'>;

/** Runs the steps in order and reports each; never throws for a page's doing. */
export async function runPlan({ steps, files, expectedOrigin, signal, onProgress }: RunInput): Promise<FieldReport[]> {
  clearOutlines();
  const report: FieldReport[] = [];
  const scroll = { left: window.scrollX, top: window.scrollY };
  const active = document.activeElement;
  const releaseSubmit = holdSubmits();
  try {
    for (const step of steps) {
      const result = await guarded({ step, files, expectedOrigin, signal });
      const line = lineFor(step, result);
      outline(locateZone(document, step.ref) ?? locate(document, step.ref), line.outcome);
      report.push(line);
      onProgress?.({ done: report.length, total: steps.length, line });
    }
    await confirmAll(steps, report);
  } finally {
    releaseSubmit();
    window.scrollTo({ ...scroll, behavior: 'instant' });
    if (active instanceof HTMLElement && active.isConnected) active.focus({ preventScroll: true });
  }
  return report;
}

/** A field left because of what stands in it names no source: the value is not ours. */
function lineFor(step: FillStep, result: Result): FieldReport {
  const line = { ref: step.ref, frame: step.frame, label: step.label, ...result };
  return result === LEFT ? line : { ...line, source: step.source };
}

/** A click on a typeless button would submit; while we write, nothing does. */
function holdSubmits(): () => void {
  const hold = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('submit', hold, true);
  return () => window.removeEventListener('submit', hold, true);
}

type Task = { step: FillStep; files: RunInput['files']; expectedOrigin: string; signal: AbortSignal | undefined };

async function guarded({ step, files, expectedOrigin, signal }: Task): Promise<Result> {
  if (signal?.aborted) return { outcome: 'skipped', reason: 'Stopped before it' };
  if (self.origin !== expectedOrigin || self.origin === 'null')
    return { outcome: 'refused', reason: 'The page is not the one the plan was made for' };
  try {
    return await perform(step, files);
  } catch (error) {
    return { outcome: 'failed', reason: `The page resisted (${error instanceof Error ? error.name : 'error'})` };
  }
}

async function perform(step: FillStep, files: RunInput['files']): Promise<Result> {
  const element = locate(document, step.ref);
  if (!element) return { outcome: 'failed', reason: 'No longer on the page' };
  const shown = shownFor(step, element);
  bringIntoView(shown);
  const unseen = whyUnseen(step, element, shown);
  if (unseen) return { outcome: 'refused', reason: unseen };
  if (element.matches(':disabled')) return { outcome: 'skipped', reason: 'The page does not let anyone fill it yet' };
  const before =
    step.action === 'choose' || step.action === 'button'
      ? ''
      : step.action === 'file'
        ? attachedTo(step, element)
        : readBack(element, step.action);
  switch (step.action) {
    case 'text':
    case 'date':
      return text(step, element, before);
    case 'select':
      return select(step, element, before);
    case 'check':
      return tick(step, element);
    case 'choose':
      return choose(step);
    case 'button':
      return pressAnswer(step);
    case 'combobox':
      return pick(step, before);
    case 'file':
      return attach({ step, element, before, files });
  }
}

/** Names of files a question holds already: in its input, or shown on its zone. */
const attachedTo = (step: FillStep, element: Element): string =>
  (element instanceof HTMLInputElement ? readBack(element, 'file') : '') ||
  shownFile(locateZone(document, step.ref) ?? element);

/** What a person sees of the control: pickers, files and styled boxes by their widget. */
function shownFor(step: FillStep, element: Element): Element {
  if (step.action === 'text' || step.action === 'date') return element;
  if (!whyInvisible(element)) return element;
  const option = step.options?.[0] ? locateOption(document, step.options[0]) : undefined;
  const label = option instanceof HTMLInputElement ? option.labels?.[0] : undefined;
  return locateZone(document, step.ref) ?? label ?? visibleStandIn(option ?? element, 3) ?? element;
}

function whyUnseen(step: FillStep, element: Element, shown: Element): string | undefined {
  const reason = whyInvisible(shown, { covered: step.action !== 'file' || shown === element });
  if (reason) return reason;
  return element.closest('[inert]') ? 'Out of reach' : undefined;
}

const mayReplace = (step: FillStep, present: string): boolean =>
  present === '' || (step.replaces !== undefined && isSameValue(step.replaces, present));

const LEFT: Result = { outcome: 'already', reason: 'Filled before; left as it is' };

async function text(step: FillStep, element: Element, before: string): Promise<Result> {
  if (!mayReplace(step, before))
    return isSameValue(step.value, before) ? { outcome: 'already', reason: 'The page has it already' } : LEFT;
  for (const again of [false, true]) {
    const target = locate(document, step.ref);
    if (!target) return { outcome: 'failed', reason: 'The page removed it while it was written' };
    focusOn(target);
    // Fields that move or fade when they get the focus are not the ones the person saw.
    const unseen = whyInvisible(target, { covered: true });
    if (unseen) return { outcome: 'refused', reason: unseen };
    writeText(target, step.value, again);
    if (await soon(() => isSameValue(step.value, valueNow(step)))) {
      noteWritten({ step, before, wrote: valueNow(step), wasOn: undefined });
      return { outcome: 'filled', reason: 'Written and read back' };
    }
  }
  const target = locate(document, step.ref) ?? element;
  if (isTextControl(target) && target.value !== before) writeText(target, before);
  return { outcome: 'failed', reason: 'The page did not keep the value' };
}

/** What the page holds for a step at this moment. */
function valueNow(step: FillStep): string {
  const element = locate(document, step.ref);
  return element ? readBack(element, step.action) : '';
}

async function select(step: FillStep, element: Element, before: string): Promise<Result> {
  if (!(element instanceof HTMLSelectElement)) return { outcome: 'failed', reason: 'No longer a list' };
  const isUnset =
    element.value === '' || (step.replaces === undefined && element.selectedIndex <= 0) || mayReplace(step, before);
  if (!isUnset) return LEFT;
  if (!writeSelect(element, [step.value, ...(step.alternatives ?? []).slice(0, 1)]))
    return { outcome: 'failed', reason: 'The option is gone' };
  if (!(await soon(() => isSameValue(step.value, valueNow(step)))))
    return { outcome: 'failed', reason: 'The page did not keep the choice' };
  noteWritten({ step, before, wrote: valueNow(step), wasOn: undefined });
  return { outcome: 'filled', reason: 'Chosen and read back' };
}

async function tick(step: FillStep, element: Element): Promise<Result> {
  if (element instanceof HTMLInputElement && element.checked) return { outcome: 'already', reason: 'Ticked already' };
  clickOn(element);
  if (!(await soon(() => valueNow(step) === 'on')))
    return { outcome: 'failed', reason: 'The page did not keep the tick' };
  noteWritten({ step, before: '', wrote: 'on', wasOn: undefined });
  return { outcome: 'filled', reason: 'Ticked and read back' };
}

async function choose(step: FillStep): Promise<Result> {
  const chosenBefore = siblingsOf(step).find((ref) => {
    const option = locateOption(document, ref);
    return option !== undefined && readBack(option, 'choose') === 'on';
  });
  if (chosenBefore && step.options?.includes(chosenBefore)) return { outcome: 'already', reason: 'Chosen already' };
  if (chosenBefore && step.replaces === undefined) return LEFT;
  for (const ref of step.options ?? []) {
    const option = locateOption(document, ref);
    if (!option) return { outcome: 'failed', reason: 'The option is gone' };
    if (!clickOn(option) && option instanceof HTMLInputElement) option.labels?.[0]?.click();
    const isChosenNow = (): boolean => {
      const after = locateOption(document, ref);
      return after !== undefined && readBack(after, 'choose') === 'on';
    };
    if (!(await soon(isChosenNow))) return { outcome: 'failed', reason: 'The page did not keep the choice' };
  }
  noteWritten({ step, before: '', wrote: 'on', wasOn: chosenBefore });
  return { outcome: 'filled', reason: 'Chosen and read back' };
}

/** Refs of all options of the step's question, as far as they are known. */
function siblingsOf(step: FillStep): string[] {
  const refs: string[] = [];
  for (let index = 0; index < 60 && locateOption(document, `${step.ref}.o${index}`); index++)
    refs.push(`${step.ref}.o${index}`);
  return refs;
}

async function pressAnswer(step: FillStep): Promise<Result> {
  const [ref = ''] = step.options ?? [];
  const chosenBefore = siblingsOf(step).find((each) => {
    const option = locateOption(document, each);
    return option !== undefined && isChosen(option);
  });
  if (chosenBefore) return chosenBefore === ref ? { outcome: 'already', reason: 'Chosen already' } : LEFT;
  const button = locateOption(document, ref);
  if (!(button instanceof HTMLElement)) return { outcome: 'failed', reason: 'The option is gone' };
  const unmarked = button.getAttribute('class');
  button.click();
  await nextFrame();
  const after = locateOption(document, ref);
  const isTaken =
    after !== undefined &&
    (isChosen(after) ||
      (after.getAttribute('class') !== unmarked &&
        siblingsOf(step).every(
          (each) => each === ref || locateOption(document, each)?.getAttribute('class') !== after.getAttribute('class'),
        )));
  if (!isTaken) return { outcome: 'failed', reason: 'The page does not show the choice' };
  noteWritten({ step, before: '', wrote: isChosen(after) ? 'on' : '', wasOn: undefined });
  return { outcome: 'filled', reason: 'Chosen and read back' };
}

async function pick(step: FillStep, before: string): Promise<Result> {
  if (before !== '' && !mayReplace(step, before))
    return isSameValue(step.value, before) ? { outcome: 'already', reason: 'The page has it already' } : LEFT;
  const result = await pickOption(() => locate(document, step.ref), {
    value: step.value,
    alternatives: step.alternatives ?? [],
    place: step.place ?? [],
  });
  if ('reason' in result) return { outcome: 'needs_you', reason: result.reason };
  noteWritten({ step, before, wrote: result.picked, wasOn: undefined });
  return { outcome: 'filled', reason: 'Chosen and read back' };
}

async function attach({
  step,
  element,
  before,
  files,
}: {
  step: FillStep;
  element: Element;
  before: string;
  files: RunInput['files'];
}): Promise<Result> {
  const file = files[step.value];
  if (!file) return { outcome: 'failed', reason: 'The document did not arrive' };
  if (before !== '') return before.includes(file.name) ? { outcome: 'already', reason: 'Attached already' } : LEFT;
  const result = await attachFile(element, locateZone(document, step.ref), file);
  if ('reason' in result) return { outcome: 'needs_you', reason: result.reason };
  noteWritten({ step, before: '', wrote: file.name, wasOn: undefined });
  return { outcome: 'filled', reason: 'Attached; the page shows it' };
}

/** Later writes and late re-renders can undo earlier ones: what is reported as filled is looked at once more. */
async function confirmAll(steps: readonly FillStep[], report: FieldReport[]): Promise<void> {
  await nextFrame();
  report.forEach((line, index) => {
    const step = steps[index];
    if (
      line.outcome !== 'filled' ||
      !step ||
      step.action === 'file' ||
      step.action === 'button' ||
      step.action === 'combobox'
    )
      return;
    const element = step.options?.[0] ? locateOption(document, step.options[0]) : locate(document, step.ref);
    const got = element ? readBack(element, step.action) : '';
    const wanted = step.action === 'choose' || step.action === 'check' ? 'on' : step.value;
    if (!isSameValue(wanted, got)) report[index] = { ...line, outcome: 'failed', reason: 'The page changed it again' };
  });
}
