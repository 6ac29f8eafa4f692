/**
 * Runs a plan in this document: one write after the other, each checked before and read back after. Nothing is written to
 * another origin, into what a person cannot see or over what they typed, and no form is submitted while it runs.
 */
import type { FieldReport, FillStep } from '#shared/form/form.schema.ts';
import { type FileBytes, holderOf } from './attach-file.ts';
import { nextFrame, waitFor } from './events.ts';
import { locate, locateOption, locateZone, noteLabels } from './field-registry.ts';
import { forgetHandOvers, noteHandOver } from './hand-over.ts';
import { holdSubmits } from './hold-submits.ts';
import { complaintAbout, confirmAll } from './last-look.ts';
import { clearOutlines, outline } from './outline.ts';
import { LEFT, performStep, type Result, siblingsOf, valueNow } from './perform-step.ts';
import { untilQuiet } from './quiet.ts';
import { readBack } from './verify.ts';
import { whyInvisible } from './visibility.ts';
import { type Watch, watchPerson } from './watch-person.ts';

export { undoFill } from './undo.ts';

export type RunInput = {
  readonly steps: readonly FillStep[];
  /** Documents by the id a step's `value` names. */
  readonly files: Readonly<Record<string, FileBytes>>;
  /** Origin the plan was made for. */
  readonly expectedOrigin: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { done: number; total: number; line: FieldReport }) => void;
  /** Draw what was done around the fields. */
  readonly outlines?: boolean;
  /** Goes on with the fill before: what that has outlined stays. */
  readonly adds?: boolean;
};

/** A page that reads the resume without saying so has mostly overwritten what it will by then, in ms after the file. */
const READ_SILENTLY = 1500;
/** How long a control that waits for another answer may take to be let free. */
const FREED_WITHIN = 2000;

/** Runs the steps, files first as they come, and reports each in their order; never throws for a page's doing. */
export async function runPlan(input: RunInput): Promise<FieldReport[]> {
  const { steps, signal, onProgress, outlines = true, adds = false } = input;
  if (!adds) clearOutlines();
  forgetHandOvers();
  const scroll = { left: window.scrollX, top: window.scrollY };
  const active = document.activeElement;
  const releaseSubmit = holdSubmits();
  noteLabels(
    document,
    steps.map(({ ref }) => ref),
  );
  const watch = watchPerson(steps.map(heldBy));
  const lines = new Map<FillStep, FieldReport>();
  const note = (step: FillStep, result: Result): void => {
    const line = lineFor(step, result);
    lines.set(step, line);
    if (step.action === 'file' && line.outcome === 'filled') attachedAt = performance.now();
    const name = input.files[step.value]?.name;
    if (result.handOver && name !== undefined)
      noteHandOver({ step, line, name, target: result.handOver, place: holderOf(result.handOver, undefined) });
    if (outlines) outline(() => shownOf(step), line);
    onProgress?.({ done: lines.size, total: steps.length, line });
  };
  let attachedAt = Number.NEGATIVE_INFINITY;
  const untilRead = () =>
    waitFor(() => (signal?.aborted ? true : undefined), attachedAt + READ_SILENTLY - performance.now());
  const run = (step: FillStep, again = false) => guarded({ input, step, watch, again });
  try {
    const later: FillStep[] = [];
    for (const step of steps) {
      const result = await run(step);
      if (result.notYet && lines.size + later.length < steps.length) later.push(step);
      else note(step, await oneMore(result, () => run(step, true), signal));
    }
    const end = performance.now() + FREED_WITHIN;
    for (const step of later) {
      await waitFor(() => (signal?.aborted || isFree(step) ? true : undefined), end - performance.now());
      note(step, await run(step, true));
    }
    await untilRead();
    await confirmAll({ lines, watch, signal, rewrite: (step) => run(step, true) });
    for (const [step, line] of lines) if (outlines) outline(() => shownOf(step), line);
  } finally {
    releaseSubmit();
    watch.stop();
    window.scrollTo({ ...scroll, behavior: 'instant' });
    if (active instanceof HTMLElement && active.isConnected) active.focus({ preventScroll: true });
  }
  return steps.flatMap((step) => lines.get(step) ?? []);
}

/** What a person sees of a question: the answer that was chosen with its words, its widget, or its control. */
function shownOf({ ref, options = [] }: FillStep): Element | undefined {
  const chosen = options.map((option) => locateOption(document, option)).find((option) => option !== undefined);
  const words = chosen instanceof HTMLInputElement ? chosen.labels?.[0] : undefined;
  const answer = [words, chosen].find((each) => each && !whyInvisible(each));
  return answer ?? locateZone(document, ref) ?? chosen ?? locate(document, ref);
}

/** What a question holds before anything is written. */
function heldBy(step: FillStep): { ref: string; value: string; faulty: boolean } {
  const element = locate(document, step.ref);
  const chosen = step.options ? siblingsOf(step).some((ref) => isOnNow(ref, step)) : false;
  const value = step.options ? (chosen ? 'on' : '') : element ? valueNow(step) : '';
  return { ref: step.ref, value, faulty: element !== undefined && complaintAbout(element) !== undefined };
}

function isOnNow(ref: string, step: FillStep): boolean {
  const option = locateOption(document, ref);
  return option !== undefined && readBack(option, step.action) === 'on';
}

const isFree = (step: FillStep): boolean => {
  const element = locate(document, step.ref);
  return element !== undefined && !element.matches(':disabled');
};

/** A field left because of what stands in it names no source: the value is not ours. */
function lineFor(step: FillStep, { outcome, reason }: Result): FieldReport {
  const { ref, frame, label, source, field, review } = step;
  const line: FieldReport = { ref, frame, label, outcome, reason, ...(field === undefined ? {} : { field }) };
  if (outcome === LEFT.outcome && reason === LEFT.reason) return line;
  return { ...line, source, ...(review !== undefined && outcome === 'filled' ? { review } : {}) };
}

/** Once more by another way, when the page has come to rest; a refusal stays one. */
async function oneMore(first: Result, again: () => Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (first.outcome !== 'failed' || signal?.aborted) return first;
  await untilQuiet(document, { signal });
  return again();
}

type Task = { input: RunInput; step: FillStep; watch: Watch; again: boolean };

async function guarded({ input, step, watch, again }: Task): Promise<Result> {
  const { files, expectedOrigin, signal } = input;
  if (signal?.aborted) return { outcome: 'skipped', reason: 'Stopped before it' };
  if (self.origin !== expectedOrigin || self.origin === 'null')
    return { outcome: 'refused', reason: 'The page is not the one the plan was made for' };
  try {
    return await performStep(step, { files, watch, signal, again });
  } catch (error) {
    return { outcome: 'failed', reason: `The page resisted (${error instanceof Error ? error.name : 'error'})` };
  } finally {
    if (again) await nextFrame();
  }
}
