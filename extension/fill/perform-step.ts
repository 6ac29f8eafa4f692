/**
 * Carries out one step: tested again right before, written, read back. Knows nothing of the steps around it. Actions take a
 * step, its control, what that holds and what the run knows, each looked up once.
 */
import type { FieldReport, FillStep } from '#shared/form/form.schema.ts';
import { attachFile, type FileBytes, holderOf, type Slot, shownFile } from './attach-file.ts';
import { bringIntoView, focusOn, leave, nextFrame, press, soon, waitFor } from './events.ts';
import { locate, locateOption, locateZone } from './field-registry.ts';
import { isNamed, saysTaken, showsFile } from './file-evidence.ts';
import { pickOptions } from './pick-option.ts';
import { lastWritten, noteWritten } from './undo.ts';
import { isSameValue, readBack } from './verify.ts';
import { visibleStandIn, whyInvisible } from './visibility.ts';
import { asOurs, type Watch } from './watch-person.ts';
import { isChosen } from './widgets.ts';
import { clickOn, isTextControl, writeSelect, writeText } from './write-value.ts';

/** What a step may know of the run it belongs to. */
export type Around = {
  /** Documents by the id a step's `value` names. */
  readonly files: Readonly<Record<string, FileBytes>>;
  readonly watch: Watch;
  readonly signal: AbortSignal | undefined;
  /** A second try: by another way than the first. */
  readonly again: boolean;
};

/** `notYet`: not there or switched off at the moment, which other answers may change. */
export type Result = Pick<FieldReport, 'outcome' | 'reason'> & {
  readonly notYet?: true;
  /** The zone the page's own code has to be asked to take the file for. */
  readonly handOver?: Element;
};

/** The value is not ours: the report names no source for it. */
export const LEFT: Result = { outcome: 'already', reason: 'Filled before; left as it is' };
const GONE: Result = { outcome: 'failed', reason: 'No longer on the page', notYet: true };
const FILLED: Result = { outcome: 'filled', reason: 'Written and read back' };
const CHOSEN: Result = { outcome: 'filled', reason: 'Chosen and read back' };

/** Carries out a step. Rejects only where the page's own code threw into ours. */
export async function performStep(step: FillStep, around: Around): Promise<Result> {
  const element = locate(document, step.ref);
  if (!element) return GONE;
  const shown = shownFor(step, element);
  bringIntoView(shown);
  const unseen = whyUnseen(step, element, shown);
  if (unseen) return { outcome: 'refused', reason: unseen };
  if (element.matches(':disabled'))
    return { outcome: 'skipped', reason: 'The page does not let anyone fill it yet', notYet: true };
  switch (step.action) {
    case 'text':
    case 'date':
      return text(step, element, around);
    case 'select':
      return select(step, element, around);
    case 'check':
      return tick(step, element, around);
    case 'choose':
      return choose(step, around);
    case 'button':
      return pressAnswer(step, around);
    case 'combobox':
      return pick(step, element, around);
    case 'file':
      return attach(step, element, around);
  }
}

/** What the page holds for a step at this moment; `on` where it is chosen by its options. */
export function valueNow(step: FillStep): string {
  if (step.options?.[0] !== undefined) {
    const isOn = step.options.every((ref) => {
      const option = locateOption(document, ref);
      return option !== undefined && readBack(option, step.action) === 'on';
    });
    return isOn ? 'on' : '';
  }
  const element = locate(document, step.ref);
  if (!element) return '';
  return step.action === 'file' ? filesIn(step, element) : readBack(element, step.action);
}

/** Names of files a question holds already: in its input, or shown on its zone. */
const filesIn = (step: FillStep, element: Element): string =>
  (element instanceof HTMLInputElement ? readBack(element, 'file') : '') ||
  shownFile(locateZone(document, step.ref) ?? element);

/** Whether the page shows this very file for a question, beside its zone too. */
export function isAttached(step: FillStep, name: string): boolean {
  const place = lastWritten(step.ref)?.place;
  const control = locate(document, step.ref) ?? place;
  if (place !== undefined && isNamed(document, name)) return true;
  if (!control?.isConnected) return false;
  if (control instanceof HTMLInputElement && readBack(control, 'file') === name) return true;
  const holder = place?.isConnected ? place : holderOf(control, locateZone(document, step.ref));
  return showsFile({ control, holder, name }) || (place !== undefined && saysTaken(holder));
}

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

/** Empty, the page's untouched default, or what the page itself put there while we were filling. */
function mayReplace(step: FillStep, present: string, { watch }: Around, element: Element): boolean {
  const isDefault = (value: string): boolean =>
    value === '' || (step.replaces !== undefined && isSameValue(step.replaces, value));
  if (isDefault(present)) return true;
  const before = watch.valueBefore(step.ref);
  return before !== undefined && before !== present && isDefault(before) && !watch.isTouched(element);
}

/** For undo, what stood there before the run counts, not what the page put there since. */
const before = (step: FillStep, present: string, { watch }: Around): string => watch.valueBefore(step.ref) ?? present;

const kept = (step: FillStep, present: string): Result =>
  isSameValue(step.value, present) ? { outcome: 'already', reason: 'The page has it already' } : LEFT;

/** How long a calendar may take to glide from over its box to below it. */
const GLIDES = 400;

async function unseenAfterFocus(target: Element): Promise<string | undefined> {
  const why = (): string | undefined => whyInvisible(target, { covered: true });
  if (!why() || (await waitFor(() => !why() || undefined, GLIDES))) return undefined;
  return why();
}

async function text(step: FillStep, element: Element, around: Around): Promise<Result> {
  const present = readBack(element, step.action);
  if (isSameValue(step.value, present) || !mayReplace(step, present, around, element)) return kept(step, present);
  for (const again of [false, true]) {
    const target = locate(document, step.ref);
    if (!target) return { ...GONE, reason: 'The page removed it while it was written' };
    asOurs(() => focusOn(target));
    // Fields that move or fade when they get the focus are not the ones the person saw.
    const unseen = await unseenAfterFocus(target);
    if (unseen) {
      leave(target);
      return { outcome: 'refused', reason: unseen };
    }
    asOurs(() => writeText(target, step.value, again));
    if (await soon(() => isSameValue(step.value, valueNow(step)))) {
      noteWritten({ step, before: before(step, present, around), wrote: valueNow(step), wasOn: undefined });
      return FILLED;
    }
  }
  const target = locate(document, step.ref) ?? element;
  if (isTextControl(target) && target.value !== present) asOurs(() => writeText(target, present));
  return { outcome: 'failed', reason: 'The page did not keep the value' };
}

async function select(step: FillStep, element: Element, around: Around): Promise<Result> {
  if (!(element instanceof HTMLSelectElement)) return { outcome: 'failed', reason: 'No longer a list' };
  const present = readBack(element, 'select');
  const isUnset =
    element.value === '' ||
    (step.replaces === undefined && element.selectedIndex <= 0) ||
    mayReplace(step, present, around, element);
  if (!isUnset) return kept(step, present);
  if (!asOurs(() => writeSelect(element, [step.value, ...(step.alternatives ?? []).slice(0, 1)])))
    return { outcome: 'failed', reason: 'The option is gone', notYet: true };
  if (!(await soon(() => isSameValue(step.value, valueNow(step)))))
    return { outcome: 'failed', reason: 'The page did not keep the choice' };
  noteWritten({ step, before: before(step, present, around), wrote: valueNow(step), wasOn: undefined });
  return CHOSEN;
}

async function tick(step: FillStep, element: Element, around: Around): Promise<Result> {
  if (valueNow(step) === 'on') return { outcome: 'already', reason: 'Ticked already' };
  asOurs(() => clickOrLabel(element, around));
  if (!(await soon(() => valueNow(step) === 'on')))
    return { outcome: 'failed', reason: 'The page did not keep the tick' };
  noteWritten({ step, before: '', wrote: 'on', wasOn: undefined });
  return { outcome: 'filled', reason: 'Ticked and read back' };
}

/** The control itself first; its label, as a hand would, where that did nothing or is the second try. */
function clickOrLabel(option: Element, { again }: Around): void {
  const label = option instanceof HTMLInputElement ? option.labels?.[0] : undefined;
  if (again && label) press(label);
  else if (again) press(option);
  else if (!clickOn(option)) label?.click();
}

const isOn = (ref: string): boolean => {
  const option = locateOption(document, ref);
  return option !== undefined && readBack(option, 'choose') === 'on';
};

async function choose(step: FillStep, around: Around): Promise<Result> {
  const chosenBefore = siblingsOf(step).find(isOn);
  if (chosenBefore && step.options?.includes(chosenBefore)) return { outcome: 'already', reason: 'Chosen already' };
  const control = chosenBefore ? locateOption(document, chosenBefore) : undefined;
  const isPages =
    control !== undefined && around.watch.valueBefore(step.ref) === '' && !around.watch.isTouched(control);
  if (chosenBefore && step.replaces === undefined && !isPages) return LEFT;
  for (const ref of step.options ?? []) {
    const option = locateOption(document, ref);
    if (!option) return { outcome: 'failed', reason: 'The option is gone', notYet: true };
    asOurs(() => clickOrLabel(option, around));
    if (!(await soon(() => isOn(ref)))) return { outcome: 'failed', reason: 'The page did not keep the choice' };
  }
  noteWritten({ step, before: '', wrote: 'on', wasOn: chosenBefore });
  return CHOSEN;
}

/** Refs of all options of the step's question, as far as they are known. */
export function siblingsOf(step: FillStep): string[] {
  const refs: string[] = [];
  for (let index = 0; index < 60 && locateOption(document, `${step.ref}.o${index}`); index++)
    refs.push(`${step.ref}.o${index}`);
  return refs;
}

async function pressAnswer(step: FillStep, { again }: Around): Promise<Result> {
  const [ref = ''] = step.options ?? [];
  const chosenBefore = siblingsOf(step).find((each) => {
    const option = locateOption(document, each);
    return option !== undefined && isChosen(option);
  });
  if (chosenBefore) return chosenBefore === ref ? { outcome: 'already', reason: 'Chosen already' } : LEFT;
  const button = locateOption(document, ref);
  if (!(button instanceof HTMLElement)) return { outcome: 'failed', reason: 'The option is gone', notYet: true };
  const unmarked = button.getAttribute('class');
  asOurs(() => (again ? press(button) : button.click()));
  await soon(() => isTaken(step, ref, unmarked));
  if (!isTaken(step, ref, unmarked)) return { outcome: 'failed', reason: 'The page does not show the choice' };
  const after = locateOption(document, ref);
  noteWritten({ step, before: '', wrote: after && isChosen(after) ? 'on' : '', wasOn: undefined });
  return CHOSEN;
}

/** Said to be chosen, or drawn differently than before and than its siblings. */
function isTaken(step: FillStep, ref: string, unmarked: string | null): boolean {
  const after = locateOption(document, ref);
  if (!after) return false;
  if (isChosen(after)) return true;
  const look = after.getAttribute('class');
  return (
    look !== unmarked &&
    siblingsOf(step).every((each) => each === ref || locateOption(document, each)?.getAttribute('class') !== look)
  );
}

async function pick(step: FillStep, element: Element, around: Around): Promise<Result> {
  const present = readBack(element, 'combobox');
  if (!mayReplace(step, present, around, element)) return kept(step, present);
  const find = (): Element | undefined => locate(document, step.ref);
  const result = await pickOptions(find, [
    { value: step.value, alternatives: step.alternatives ?? [], place: step.place ?? [] },
    ...(step.more ?? []).map((value) => ({ value, alternatives: [], place: [] })),
  ]);
  if ('reason' in result) return { outcome: 'needs_you', reason: result.reason };
  noteWritten({ step, before: before(step, present, around), wrote: result.picked, wasOn: undefined });
  const { missing } = result;
  return missing.length === 0
    ? CHOSEN
    : { ...CHOSEN, reason: `Chosen and read back; not offered: ${missing.join(', ')}` };
}

async function attach(step: FillStep, element: Element, { files, signal }: Around): Promise<Result> {
  const file = files[step.value];
  if (!file) return { outcome: 'failed', reason: 'The document did not arrive' };
  if (isAttached(step, file.name)) return { outcome: 'already', reason: 'Attached already' };
  if (filesIn(step, element) !== '') return LEFT;
  const place = holderOf(element, locateZone(document, step.ref));
  const slot: Slot = { control: element, zone: locateZone(document, step.ref), signal };
  const result = await attachFile(slot, file);
  if ('reason' in result) {
    const { reason, handOver } = result;
    return { outcome: 'needs_you', reason, ...(handOver ? { handOver } : {}) };
  }
  await nextFrame();
  noteWritten({ step, before: '', wrote: file.name, wasOn: undefined, place });
  return { outcome: 'filled', reason: 'Attached; the page shows it' };
}
