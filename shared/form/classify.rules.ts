/** What each control of a form asks for. Pure: a list of plain fields in, a decision and its reason for each out. */
import { applicationForms, stepForms } from './application-form.rules.ts';
import { evidenceFor, type Guess } from './evidence.rules.ts';
import type { Classified, FormField } from './form.schema.ts';
import { withNamedRows } from './named-rows.rules.ts';
import { settleWholeForm } from './neighbours.rules.ts';
import { languageOf } from './phrase-index.rules.ts';
import { plain } from './spelling.rules.ts';
import { isConsent, vetoOf } from './veto.rules.ts';
import { isQuestion, wordCount } from './wording.rules.ts';

/** Below this a guess is no answer. */
const ENOUGH = 0.6;
/** Two meanings closer than this are a refusal. */
const MARGIN = 0.06;

/** Pairs whose answers are worked out from the whole question, so either name is right. */
const SAME_ANSWER: readonly (readonly [string, string])[] = [
  ['workAuthorization', 'sponsorship'],
  ['race', 'ethnicity'],
];

/** Site rules as small corrections: a key for a field, decided by its id or name. */
export type SiteHints = (field: FormField) => string | undefined;

/**
 * Classifies every field of a page (all frames together, in document order).
 * Ambiguity is a refusal with a reason, never a guess; fields outside the application form are left alone.
 */
export function classifyFields(collected: readonly FormField[], options: ClassifyOptions = {}): Classified[] {
  const fields = withNamedRows(collected);
  const language = languageOf(fields);
  const alone = fields.map((field) => classifyAlone(field, { language, hints: options.hints }));
  const settled = settleWholeForm(fields, alone, language);
  const mine = (options.continues ? stepForms : applicationForms)(fields, settled);
  return settled.map((classified, index) => {
    const field = fields[index];
    if (!field || mine.has(formKey(field)) || classified.field === 'none') return classified;
    return { ...classified, field: 'none', confidence: 1, reason: 'Not part of the application form', veto: true };
  });
}

export type ClassifyOptions = {
  hints?: SiteHints;
  /** The fields are a later step of a form that is known to be an application. */
  continues?: boolean;
};

/** One key per form and frame. */
export const formKey = (field: FormField): string => `${field.frame}:${field.form}`;

function classifyAlone(
  field: FormField,
  { hints, language }: { hints?: SiteHints | undefined; language: string | undefined },
): Classified {
  const base = { ref: field.ref, frame: field.frame };
  const veto = vetoOf(field);
  if (veto) return { ...base, field: 'none', confidence: 1, reason: veto.reason, veto: true };
  const hinted = hints?.(field);
  if (hinted) return { ...base, field: hinted, confidence: 0.95, reason: 'Known on this site' };
  if (isConsent(field))
    return { ...base, field: 'consent', confidence: 0.9, reason: 'Your agreement is yours to give' };
  const [best, second] = evidenceFor(field, language);
  if (best && best.score >= ENOUGH) {
    const isClose = second !== undefined && best.score - second.score < MARGIN;
    const place = isClose ? placeByKind(field, best, second) : undefined;
    if (place) return { ...base, field: place.key, confidence: place.score, reason: place.reason };
    if (isClose && !sameAnswer(best, second)) {
      return { ...base, field: 'none', confidence: 0, reason: `Could mean ${best.key} or ${second.key}` };
    }
    return { ...base, field: best.key, confidence: best.score, reason: best.reason };
  }
  if (looksLikeQuestion(field))
    return { ...base, field: 'freeQuestion', confidence: 0.7, reason: 'A question of this employer' };
  return { ...base, field: 'none', confidence: 0, reason: 'Not recognised' };
}

const sameAnswer = (one: Guess, other: Guess): boolean =>
  SAME_ANSWER.some((pair) => pair.includes(one.key) && pair.includes(other.key));

/** “Where do you live?” is a country in a list and a place in a box; “Which city?” a town, or a place to search for. */
function placeByKind(field: FormField, one: Guess, other: Guess): Guess | undefined {
  const pair = [one, other];
  const of = (key: string) => pair.find((guess) => guess.key === key);
  const [country, city, location] = [of('country'), of('city'), of('location')];
  if (country && location) return field.kind === 'select' || field.kind === 'radio' ? country : location;
  return city && location ? (field.kind === 'combobox' ? location : city) : undefined;
}

/** A sentence, a long text box, or a choice between answers. */
function looksLikeQuestion(field: FormField): boolean {
  if (field.kind === 'file') return false;
  const words = field.label || field.group;
  if (words === '') return false;
  if (isQuestion(words)) return true;
  if (field.kind === 'textarea' || field.kind === 'richtext') return wordCount(plain(words)) >= 1;
  return ['radio', 'buttonGroup', 'checkboxGroup'].includes(field.kind) && wordCount(plain(words)) >= 3;
}

/** Whether a page holds an application form at all. */
export function isApplicationForm(fields: readonly FormField[]): boolean {
  const language = languageOf(fields);
  const alone = fields.map((field) => classifyAlone(field, { language }));
  return applicationForms(fields, settleWholeForm(fields, alone, language)).size > 0;
}
