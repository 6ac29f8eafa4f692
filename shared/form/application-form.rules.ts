/** Which forms of a page are an application, by evidence: a file, a name, an address to answer to, questions employers ask. */
import type { Classified, FormField } from './form.schema.ts';
import { plain } from './spelling.rules.ts';

const WEIGHTS: Readonly<Record<string, number>> = {
  resumeFile: 3,
  coverLetterFile: 3,
  coverLetterText: 2,
  firstName: 1,
  lastName: 1,
  fullName: 1.5,
  email: 1,
  phone: 1,
  linkedin: 1.5,
  github: 1,
  city: 0.5,
  country: 0.5,
  address1: 0.5,
  postalCode: 0.5,
  currentCompany: 0.5,
  currentTitle: 1,
  school: 1,
  degree: 1,
  workAuthorization: 2.5,
  sponsorship: 2.5,
  salaryExpectation: 1.5,
  noticePeriod: 1.5,
  startDate: 1,
  howHeard: 1,
  gender: 1,
  veteran: 1.5,
  disability: 1.5,
  freeQuestion: 0.4,
};

/** Evidence a form needs before anything is written into it. */
const ENOUGH = 2.4;

const APPLY =
  /\b(?:apply|application|bewerb\w*|postuler|candidature|candidatar|solicitud|candidatura|candidati|solliciteer|sollicitatie|aplikuj|ansok\w*|basvur\w*)\b/;

const keyOf = (field: FormField): string => `${field.frame}:${field.form}`;

/** Keys (`frame:form`) of the forms that may be filled; when one is plainly an application, only its like. */
export function applicationForms(fields: readonly FormField[], classified: readonly Classified[]): ReadonlySet<string> {
  const scores = scoresOf(fields, classified);
  const best = Math.max(0, ...scores.values());
  const bar = Math.max(ENOUGH, best >= 6 ? best / 3 : 0);
  return new Set([...scores].filter(([, score]) => score >= bar).map(([form]) => form));
}

/**
 * The same for a later step of a form that is known to be an application: a step asks for little, so what speaks most for
 * an application is it.
 */
export function stepForms(fields: readonly FormField[], classified: readonly Classified[]): ReadonlySet<string> {
  const scores = scoresOf(fields, classified);
  fields.forEach((field, index) => {
    const isKnown = !['none', 'consent', undefined].includes(classified[index]?.field);
    if (field.visible && isKnown) scores.set(keyOf(field), (scores.get(keyOf(field)) ?? 0) + 0.1);
  });
  const best = Math.max(0, ...scores.values());
  return new Set([...scores].filter(([, score]) => score > 0 && score === best).map(([form]) => form));
}

function scoresOf(fields: readonly FormField[], classified: readonly Classified[]): Map<string, number> {
  const scores = new Map<string, number>();
  const seen = new Set<string>();
  fields.forEach((field, index) => {
    const form = keyOf(field);
    const key = classified[index]?.field ?? 'none';
    if (!scores.has(form)) scores.set(form, 0);
    if (!field.visible) return;
    const once = `${form}/${key}`;
    const weight = key === 'freeQuestion' || !seen.has(once) ? (WEIGHTS[key] ?? 0) : 0;
    seen.add(once);
    const applies = !seen.has(`${form}/apply`) && APPLY.test(plain(`${field.section} ${field.form}`)) ? 1 : 0;
    if (applies) seen.add(`${form}/apply`);
    scores.set(form, (scores.get(form) ?? 0) + weight + applies);
  });
  return scores;
}
