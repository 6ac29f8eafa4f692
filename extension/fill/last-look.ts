/**
 * The look after everything is written: later writes, the page's reading of the resume and late drawings undo earlier values.
 * What the page took back is written once more; what the person changed is theirs.
 */
import type { FieldReport, FillStep } from '#shared/form/form.schema.ts';
import { nextFrame } from './events.ts';
import { locate, locateOption } from './field-registry.ts';
import { isAttached, type Result, valueNow } from './perform-step.ts';
import { untilQuiet } from './quiet.ts';
import { lastWritten } from './undo.ts';
import { isSameValue } from './verify.ts';
import type { Watch } from './watch-person.ts';

type LastLook = {
  /** Lines of the report by step; changed where the page holds something else by now. */
  readonly lines: Map<FillStep, FieldReport>;
  readonly watch: Watch;
  readonly signal: AbortSignal | undefined;
  readonly rewrite: (step: FillStep) => Promise<Result>;
};

export async function confirmAll({ lines, watch, signal, rewrite }: LastLook): Promise<void> {
  await nextFrame();
  const isLost = ([step, line]: [FillStep, FieldReport]): boolean => line.outcome === 'filled' && !holds(step);
  const lost = [...lines].filter(isLost);
  for (const [step, line] of lost) {
    if (signal?.aborted) break;
    if (isPersons(step, watch)) {
      const { source: _, review: __, ...ours } = line;
      lines.set(step, { ...ours, outcome: 'already', reason: 'You changed it; left as it is' });
    } else if (step.action !== 'file') {
      const { outcome, reason } = await rewrite(step);
      lines.set(step, outcome === 'filled' ? line : { ...line, outcome, reason });
    }
  }
  if (lost.length > 0) await untilQuiet(document, { signal });
  for (const [step, line] of [...lines].filter(isLost))
    lines.set(step, { ...line, outcome: 'failed', reason: 'The page changed it again' });
  for (const [step, line] of lines) {
    const element = line.outcome === 'filled' ? locate(document, step.ref) : undefined;
    const complaint = element && !watch.wasFaulty(step.ref) ? complaintAbout(element) : undefined;
    if (complaint) lines.set(step, { ...line, outcome: 'needs_you', reason: complaint });
  }
}

/** Whether the page still holds what was written. A button pressed by its looks alone says nothing more than it did. */
function holds(step: FillStep): boolean {
  const written = lastWritten(step.ref)?.wrote;
  if (written === undefined || written === '') return true;
  if (step.action === 'file') return isAttached(step, written);
  const now = valueNow(step);
  if (step.options) return now === 'on';
  return isSameValue(written, now) || isSameValue(step.value, now);
}

const isPersons = (step: FillStep, watch: Watch): boolean =>
  [locate(document, step.ref), ...(step.options ?? []).map((ref) => locateOption(document, ref))].some(
    (element) => element !== undefined && watch.isTouched(element),
  );

const NOT_TAKEN = 'Written, but the page does not accept it';

/** What the page holds against the value of a control; that one is missing is no complaint about a value. */
export function complaintAbout(element: Element): string | undefined {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    const { valid, valueMissing } = element.validity;
    if (!valid && !valueMissing && element.willValidate) return NOT_TAKEN;
  }
  return element.getAttribute('aria-invalid') === 'true' ? NOT_TAKEN : undefined;
}
