/** What a page's form looks like as plain data, and what is to be done with it. The DOM ends here. */
import { z } from 'zod';

/** Parts of an application a person can have filled or keep for themself; every key of the vocabulary belongs to one. */
export const FieldGroup = z.enum([
  'contact',
  'links',
  'work',
  'education',
  'availability',
  'legal',
  'salary',
  'eeo',
  'questions',
  'documents',
]);
export type FieldGroup = z.infer<typeof FieldGroup>;

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
  minLength: z.number().optional(),
  /** Limits of number and date inputs, as the page writes them. */
  min: z.string().optional(),
  max: z.string().optional(),
  /** The regular expression a value must match as a whole. */
  pattern: z.string().optional(),
  inputMode: z.string().optional(),
  /** BCP 47 language of the control's surroundings, where the page says it. */
  lang: z.string().optional(),
  /** Where the markup repeats: which set of like rows it stands in, and in which of them (0 is the first on the page). */
  repeat: z.object({ key: z.string(), index: z.number().int().nonnegative() }).optional(),
  accept: z.string().optional(),
  /** Takes several options or files. */
  multiple: z.boolean().optional(),
  /** The value is the page's own default, which nobody chose yet. */
  pristine: z.boolean().optional(),
  form: z.string(),
});
export type FormField = z.infer<typeof FormField>;

/** A button a person sees, with what it is called and where it stands. */
export const FormButton = z.object({
  ref: z.string(),
  frame: z.number().int(),
  label: z.string(),
  section: z.string(),
  form: z.string(),
  /** A link to another page. */
  away: z.boolean().optional(),
  /** It opens a list of choices. */
  menu: z.boolean().optional(),
});
export type FormButton = z.infer<typeof FormButton>;

/** A button that changes the form itself: adds a row of work or education, or goes a step on (which we never press). */
export const FormAction = FormButton.omit({ away: true, menu: true }).extend({ kind: z.enum(['addRow', 'next']) });
export type FormAction = z.infer<typeof FormAction>;

/** What a control is taken to ask for; `field` is a key of the vocabulary or one of three words that are none. */
export const Classified = z.object({
  ref: z.string(),
  frame: z.number().int(),
  field: z.string(),
  confidence: z.number().min(0).max(1),
  /** What spoke for it, or why it is left alone. */
  reason: z.string(),
  /** Left alone because it is dangerous, not because it is unknown. */
  veto: z.boolean().optional(),
  /** Which row of a repeated section: 0 is the most recent job or school. */
  row: z.number().int().nonnegative().optional(),
});
export type Classified = z.infer<typeof Classified>;

/** One write, as plain data. `value` is what is written, typed or chosen; `alternatives` are wordings that are as right. */
export const FillStep = z.object({
  ref: z.string(),
  frame: z.number().int(),
  label: z.string(),
  action: z.enum(['text', 'select', 'check', 'choose', 'combobox', 'date', 'file', 'button']),
  value: z.string(),
  alternatives: z.array(z.string()).optional(),
  /** `ref`s of the options to click, for `choose` and `button`. */
  options: z.array(z.string()).optional(),
  /** Further choices of a picker that takes several, each chosen after `value`. */
  more: z.array(z.string()).optional(),
  /** For place pickers: what the rest of a suggestion such as `Berlin, Germany` may say. */
  place: z.array(z.string()).optional(),
  /** The page's default may be replaced; what a person entered may not. */
  replaces: z.string().optional(),
  source: z.string(),
  /** The key of the vocabulary it answers. */
  field: z.string().optional(),
  /** Why the person must read it before they submit; a draft carries one, a plain value of the profile none. */
  review: z.string().optional(),
});
export type FillStep = z.infer<typeof FillStep>;

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
  /** The key of the vocabulary the question was taken for. */
  field: z.string().optional(),
  /** Filled with a draft the person must read before they submit. */
  review: z.string().optional(),
});
export type FieldReport = z.infer<typeof FieldReport>;
