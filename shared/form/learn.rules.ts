/** What may be learnt from what a person writes after a fill, and what is none of our business. */
import { isEeo } from './eeo.rules.ts';
import type { Classified, FieldReport, FormField } from './form.schema.ts';
import { plain } from './spelling.rules.ts';

/**
 * What a change of a question means: an `answer` of the person's own that may be kept for the next form; a `fact` or a
 * `legal` word that has its place in the profile and is changed there, so its value is not even read.
 */
export type Lesson = 'answer' | 'fact' | 'legal';

const LEGAL: ReadonlySet<string> = new Set(['workAuthorization', 'sponsorship', 'salaryExpectation', 'currentSalary']);
/** Kinds whose value is not the person's words. */
const WORDLESS: readonly FormField['kind'][] = ['file', 'checkbox'];

type Asked = { readonly field: FormField; readonly meaning: Classified; readonly line: FieldReport | undefined };

/**
 * Whether the answer to a question is looked at again after a fill, and as what. Undefined for passwords, files, consents,
 * equal opportunity, everything refused, and whatever is not part of the application.
 */
export function lessonIn({ field, meaning, line }: Asked): Lesson | undefined {
  if (line === undefined || meaning.veto || meaning.field === 'consent' || isEeo(meaning.field)) return undefined;
  if (!field.visible || WORDLESS.includes(field.kind) || /password|hidden/.test(field.type)) return undefined;
  if (line.outcome === 'refused' || line.outcome === 'skipped') return undefined;
  if (LEGAL.has(meaning.field)) return 'legal';
  if (meaning.field === 'coverLetterText') return undefined;
  const own = meaning.field === 'freeQuestion' || meaning.field === 'none';
  if (own || line.review !== undefined || line.source?.startsWith('answers.custom[')) return 'answer';
  return 'fact';
}

/** The question as it will be asked again. */
export const questionOf = (field: Pick<FormField, 'label' | 'group' | 'placeholder'>): string =>
  (field.label || field.group || field.placeholder).replace(/\s+/g, ' ').trim().slice(0, 1000);

/** As many characters as a saved answer may have. */
const LONGEST = 5000;

/**
 * Whether `answer` to `question` is worth offering to keep: words or a choice, not a bare number that may be a card, an
 * account or an identity, and a question somebody could recognise again.
 */
export function isWorthKeeping(question: string, answer: string): boolean {
  const said = answer.trim();
  if (said === '' || said.length > LONGEST || plain(question).length < 3) return false;
  return (said.match(/\d/g) ?? []).length < 6 || /\p{L}{3}/u.test(said);
}
