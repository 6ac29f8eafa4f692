/** What a page's form looks like as plain data, and what is to be done with it. The DOM ends here. */
import { z } from 'zod';

/** Everything a person could see or a machine could know about one control, without touching it again. */
export const FormField = z.object({
  /** Unique in its frame for one collection; how the runner finds the control again. */
  ref: z.string(),
  /** Chrome's frame id; 0 is the top page. */
  frame: z.number().int(),
  kind: z.enum([
    'text',
    'textarea',
    'select',
    'combobox',
    'radio',
    'checkbox',
    'checkboxGroup',
    'file',
    'date',
    'buttonGroup',
    'richtext',
  ]),
  type: z.string(),
  name: z.string(),
  id: z.string(),
  autocomplete: z.string(),
  placeholder: z.string(),
  /** The control's own label, from whatever source a person would read it from. */
  label: z.string(),
  /** Legend or question above a group. */
  group: z.string(),
  /** Nearest heading above. */
  section: z.string(),
  /** Help text and other nearby text. */
  hint: z.string(),
  required: z.boolean(),
  disabled: z.boolean(),
  visible: z.boolean(),
  /** Why it counts as invisible, or as a trap. */
  hidden: z.string().optional(),
  value: z.string(),
  options: z.array(
    z.object({ value: z.string(), text: z.string(), ref: z.string().optional(), selected: z.boolean() }),
  ),
  maxLength: z.number().optional(),
  accept: z.string().optional(),
  form: z.string(),
});
export type FormField = z.infer<typeof FormField>;

export const FieldOutcome = z.enum(['filled', 'already', 'needs_you', 'refused', 'failed', 'skipped']);
export type FieldOutcome = z.infer<typeof FieldOutcome>;

/** One line of the report a person reads after a fill. */
export const FieldReport = z.object({
  ref: z.string(),
  frame: z.number().int(),
  label: z.string(),
  outcome: FieldOutcome,
  /** Why it was or was not filled, in the person's words. */
  reason: z.string(),
  /** Where the value came from: `basics.email`, `answers.legalName.first`, `document:resume`. */
  source: z.string().optional(),
});
export type FieldReport = z.infer<typeof FieldReport>;
