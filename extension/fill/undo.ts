/**
 * What was written, so that all of it can be taken back; what the person changed since stays. `restore` takes an entry, its
 * control and its options, each looked up once by the caller.
 */
import type { FieldReport, FillStep } from '#shared/form/form.schema.ts';
import { detachFile } from './attach-file.ts';
import { nextFrame } from './events.ts';
import { locate, locateOption, locateZone } from './field-registry.ts';
import { holdSubmits } from './hold-submits.ts';
import { clearOutlines } from './outline.ts';
import { clearPicker, pickOption } from './pick-option.ts';
import { isSameValue, readBack } from './verify.ts';
import { isOn, writeSelect, writeText } from './write-value.ts';

type Written = {
  readonly step: FillStep;
  readonly before: string;
  readonly wrote: string;
  readonly wasOn: string | undefined;
  /** Where a page shows an attached file; it outlives the input. */
  readonly place?: Element;
};

const journal: Written[] = [];

/** Notes a write. `wasOn` is the ref of the radio that was chosen before. Of several writes the first knows what was before. */
export function noteWritten(entry: Written): void {
  const at = journal.findIndex((each) => each.step.ref === entry.step.ref);
  const earlier = journal[at];
  if (earlier) journal[at] = { ...entry, before: earlier.before, wasOn: earlier.wasOn };
  else journal.push(entry);
}

/** What we last wrote into a question; undefined where we did not. */
export const lastWritten = (ref: string): Written | undefined => journal.find((each) => each.step.ref === ref);

/** Restores every value written since the last undo, newest first. */
export async function undoFill(): Promise<FieldReport[]> {
  const report: FieldReport[] = [];
  const entries = journal.splice(0).reverse();
  const releaseSubmit = holdSubmits();
  try {
    for (const entry of entries) {
      const line = { ref: entry.step.ref, frame: entry.step.frame, label: entry.step.label };
      report.push({ ...line, ...(await undo(entry)) });
    }
    await nextFrame();
  } finally {
    releaseSubmit();
  }
  entries.forEach((entry, index) => {
    const line = report[index];
    if (line?.outcome === 'skipped' && isBack(entry)) report[index] = { ...line, ...KEPT };
  });
  clearOutlines();
  return report.reverse();
}

const KEPT = { outcome: 'failed', reason: 'The page keeps it; take it out yourself' } as const;

/** A page that draws from its own memory may show a choice again that was unset: then it has never forgotten it. */
function isBack({ step, wasOn }: Written): boolean {
  if ((step.action !== 'choose' && step.action !== 'check') || wasOn) return false;
  const refs = step.options?.map((ref) => locateOption(document, ref)) ?? [locate(document, step.ref)];
  return refs.some((element) => element !== undefined && isOn(element));
}

async function undo(entry: Written): Promise<Pick<FieldReport, 'outcome' | 'reason'>> {
  const { step, wrote, place } = entry;
  const element = locate(document, step.ref) ?? (place?.isConnected ? place : undefined);
  if (!element) return { outcome: 'failed', reason: 'No longer on the page' };
  const options = (step.options ?? []).map((ref) => locateOption(document, ref)).filter((each) => each !== undefined);
  const now = options[0] ? readBack(options[0], step.action) : readBack(element, step.action);
  if (step.action !== 'file' && !isSameValue(wrote, now))
    return { outcome: 'already', reason: 'You changed it since; left as it is' };
  const isUndone = await restore(entry, element, options);
  return isUndone ? { outcome: 'skipped', reason: 'As it was before' } : KEPT;
}

async function restore(
  { step, before, wrote, wasOn, place }: Written,
  element: Element,
  options: readonly Element[],
): Promise<boolean> {
  switch (step.action) {
    case 'file':
      return detachFile({ control: element, zone: place ?? locateZone(document, step.ref) }, wrote);
    case 'combobox':
      return backToChoice(step, before);
    case 'select':
      return element instanceof HTMLSelectElement && backToOption(element, before);
    case 'check':
    case 'choose':
    case 'button': {
      const chosen = options.length > 0 ? options : [element];
      return switchOff(chosen, wasOn);
    }
    default:
      writeText(element, before);
      await nextFrame();
      return isSameValue(before, readBack(locate(document, step.ref) ?? element, step.action)) || before === '';
  }
}

/** Empty again; where something else was chosen before, that. */
async function backToChoice(step: FillStep, before: string): Promise<boolean> {
  const find = () => locate(document, step.ref);
  if (before === '') return clearPicker(find);
  return 'picked' in (await pickOption(find, { value: before, alternatives: [], place: [] }));
}

const backToOption = (element: HTMLSelectElement, before: string): boolean => writeSelect(element, [before]);

function switchOff(chosen: readonly Element[], wasOn: string | undefined): boolean {
  const earlier = wasOn ? locateOption(document, wasOn) : undefined;
  if (earlier instanceof HTMLElement) {
    earlier.click();
    return isOn(earlier);
  }
  for (const element of chosen) {
    if (!(element instanceof HTMLElement)) continue;
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      // A radio has no way back by hand; the page is told by the same events a choice sends.
      element.checked = false;
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (isOn(element) || element.tagName === 'BUTTON') element.click();
  }
  return chosen.every((element) => !isOn(element));
}
