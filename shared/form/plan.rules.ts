/**
 * From what is asked and what the person said to a list of writes, each plain data with its source, and a report line for
 * everything that is left alone. Right or silent: whatever cannot be matched exactly is the person's.
 */
import type { Answers, Resume } from '#shared/profile/profile.schema.ts';
import { classifyFields, formKey, type SiteHints } from './classify.rules.ts';
import { decide } from './decide.rules.ts';
import { addersFor } from './entries.rules.ts';
import type { Classified, FieldGroup, FieldReport, FillStep, FormAction, FormField } from './form.schema.ts';
import type { JobPlace } from './questions.rules.ts';
import { VOCABULARY_BY_KEY } from './vocabulary.data.ts';

export type PlanInput = {
  readonly fields: readonly FormField[];
  readonly resume: Resume;
  readonly answers: Answers;
  readonly documents: readonly {
    readonly kind: 'resume' | 'coverLetter';
    readonly fileName: string;
    readonly id: string;
    readonly text?: string;
  }[];
  /** Origin of the page the plan is for; the runner writes nowhere else. */
  readonly origin: string;
  readonly job?: JobPlace;
  readonly hints?: SiteHints;
  /** Buttons that add rows, as collected. */
  readonly actions?: readonly FormAction[];
  /** Parts the person wants filled; all where absent. */
  readonly groups?: readonly FieldGroup[];
  /** Whether written questions without a saved answer get a draft from the person's facts. */
  readonly drafts?: boolean;
  /** What is applied for, for drafts and knock-out questions. */
  readonly posting?: { readonly title: string; readonly company: string; readonly description?: string };
  /** The fields are a later step of a form that was filled before, which may ask for less than a form of its own. */
  readonly continues?: boolean;
  /** Refs whose present value the person asked to replace. */
  readonly overwrite?: readonly string[];
};

export type Plan = {
  readonly origin: string;
  readonly steps: FillStep[];
  readonly report: FieldReport[];
  readonly classified: Classified[];
  /** `addRow` buttons that would bring the next row the profile still has an entry for, one per section. */
  readonly adders: FormAction[];
};

/** Plans a fill. `steps` are in page order, files first, because sites that read the resume fill boxes themselves. */
export function planFill(input: PlanInput): Plan {
  const classified = classifyFields(input.fields, {
    ...(input.hints ? { hints: input.hints } : {}),
    ...(input.continues ? { continues: true } : {}),
  });
  const steps: FillStep[] = [];
  const report: FieldReport[] = [];
  const dialCodes = new Set(
    input.fields.filter((_, index) => classified[index]?.field === 'phoneCountry').map(formKey),
  );
  input.fields.forEach((field, index) => {
    const meaning = classified[index];
    if (!meaning) return;
    const outcome = decide({ field, meaning, input, hasDialCode: dialCodes.has(formKey(field)) });
    const line = {
      ref: field.ref,
      frame: field.frame,
      label: field.label || field.group || field.placeholder || field.name,
      ...(VOCABULARY_BY_KEY.has(meaning.field) || meaning.field === 'freeQuestion' ? { field: meaning.field } : {}),
    };
    if ('outcome' in outcome) report.push({ ...line, ...outcome });
    else steps.push({ ...line, ...outcome });
  });
  steps.sort((a, b) => Number(b.action === 'file') - Number(a.action === 'file'));
  const planned = { person: input, fields: input.fields, classified, steps, report };
  return { origin: input.origin, steps, report, classified, adders: addersFor(input.actions ?? [], planned) };
}
