/** What a form will cost the person, known before they start: questions, written answers, minutes and knock-outs. */
import type { Classified, FieldReport, FillStep, FormField } from './form.schema.ts';
import { type Knockout, knockoutsIn } from './knockout.rules.ts';
import { type PlanInput, planFill } from './plan.rules.ts';

export type Effort = {
  /** Questions a person is asked, files and consents included. */
  readonly questions: number;
  /** Those that want sentences. */
  readonly written: number;
  /** Questions left to the person. */
  readonly yours: number;
  /** Whole minutes of the person's time, estimated: reading what was filled, answering the rest. */
  readonly minutes: number;
};

export type Preview = Effort & {
  /** Questions that have their answer at the press of the button, or have it already. */
  readonly ready: number;
  readonly knockouts: readonly Knockout[];
};

/** Seconds of a person's time: to check one filled answer, to read and mend a draft, to answer, to write. */
const SECONDS = { check: 2, draft: 45, answer: 15, write: 180 };

type Asked = {
  readonly fields: readonly FormField[];
  readonly classified: readonly Classified[];
  readonly plan: Planned;
};
type Planned = { readonly steps: readonly FillStep[]; readonly report: readonly FieldReport[] };

/** Counts what `plan` leaves and takes off a person's hands. Questions outside the application count nothing. */
export function effortOf({ fields, classified, plan }: Asked): Effort {
  const key = (one: { frame: number; ref: string }) => `${one.frame}:${one.ref}`;
  const lines = new Map(plan.report.map((line) => [key(line), line]));
  const steps = new Map(plan.steps.map((step) => [key(step), step]));
  let questions = 0;
  let written = 0;
  let yours = 0;
  let seconds = 0;
  fields.forEach((field, index) => {
    const line = lines.get(key(field));
    const meaning = classified[index];
    if (!field.visible || !meaning || line?.outcome === 'skipped' || line?.outcome === 'refused') return;
    questions++;
    const isWritten = wantsSentences(field, meaning);
    if (isWritten) written++;
    const step = steps.get(key(field));
    if (line?.outcome === 'needs_you') {
      yours++;
      seconds += isWritten ? SECONDS.write : SECONDS.answer;
    } else seconds += step?.review ? SECONDS.draft : SECONDS.check;
  });
  return { questions, written, yours, minutes: Math.ceil(seconds / 60) };
}

const wantsSentences = (field: FormField, meaning: Classified): boolean =>
  (field.kind === 'textarea' || field.kind === 'richtext') &&
  ['freeQuestion', 'coverLetterText', 'none'].includes(meaning.field);

/** A plan without its writes: what the popup shows before the person starts. */
export function preview(input: PlanInput): Preview {
  const plan = planFill(input);
  const effort = effortOf({ fields: input.fields, classified: plan.classified, plan });
  return {
    ...effort,
    ready: effort.questions - effort.yours,
    knockouts: knockoutsIn({ input, plan }),
  };
}
