/** What the person is editing: made ready for fields on the way in, cleaned of empties on the way out. */

import { textsIn } from './path.rules.ts';
import { type Answers, PartialDate, type Profile, type Resume } from './profile.schema.ts';

export type Draft = { resume: Resume; answers: Answers; version: number };

export const draftOf = ({ resume, answers, version }: Profile): Draft => ({ resume, answers, version });

/** Without empty texts, lists and groups, so that a cleared field is an absent one. */
export function tidy<T>(value: T): T {
  return (prune(value) ?? {}) as T;
}

function prune(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) {
    const kept = value.map(prune).filter((item) => item !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([key, item]) => {
    const clean = prune(item);
    return clean === undefined ? [] : [[key, clean] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** What must be corrected before saving, by path below `resume` or `answers`. */
export function problemsOf(draft: Draft): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { path, text } of textsIn(draft.resume))
    if (/(^|\.)(startDate|endDate|date|releaseDate)$/.test(path) && !PartialDate.safeParse(text.trim()).success)
      problems[path] = 'Write 2019, 2019-04 or 2019-04-30';
  const { legalName } = draft.answers;
  if (legalName && (legalName.first.trim() === '') !== (legalName.last.trim() === ''))
    problems['answers.legalName'] = 'Enter both first and last name';
  return problems;
}

/** Ready to save: tidy, with parts left out that only make sense whole. */
export function toSave(draft: Draft): Draft {
  const answers = tidy(draft.answers);
  const { legalName, salaryExpectation, custom, workAuthorization } = answers;
  return {
    version: draft.version,
    resume: tidy(draft.resume),
    answers: {
      ...answers,
      legalName: legalName?.first && legalName.last ? legalName : undefined,
      salaryExpectation: salaryExpectation?.amount && salaryExpectation.currency ? salaryExpectation : undefined,
      custom: custom?.filter((item) => item.question && item.answer),
      workAuthorization: workAuthorization?.filter((item) => item.country),
    },
  };
}
