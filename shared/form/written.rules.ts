/** Questions in the employer's own words: the person's saved answer to the same question, else theirs to answer. */
import type { Answers } from '#shared/profile/profile.schema.ts';
import { choose, type Outcome, offers, put, yours } from './control.rules.ts';
import type { FormField } from './form.schema.ts';
import { matchOption, matchYesNo } from './options.rules.ts';
import { likeness, yesNo } from './wording.rules.ts';

/** How alike a saved question must be to answer another one. */
const SAME_QUESTION = 0.85;

/** The person's own answer to the same question, by wording; consent and vetoed fields never come here. */
export function savedAnswer(field: FormField, answers: Answers): Outcome | undefined {
  const question = field.label || field.group;
  if (question === '' || field.kind === 'file') return undefined;
  const ranked = (answers.custom ?? [])
    .map((entry, index) => ({ entry, index, score: likeness(entry.question, question) }))
    .filter(({ score }) => score >= SAME_QUESTION)
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best || (second && second.score === best.score && second.entry.answer !== best.entry.answer)) return undefined;
  const source = `answers.custom[${best.index}]`;
  if (offers(field)) {
    const said = yesNo(best.entry.answer);
    const hit = matchOption(field.options, [best.entry.answer]) ?? (said ? matchYesNo(field.options, said) : undefined);
    return hit === undefined
      ? yours('None of the options is exactly your saved answer')
      : choose({ field, index: hit, source });
  }
  if (field.kind === 'checkbox') return undefined;
  if (field.maxLength && best.entry.answer.length > field.maxLength) return yours('Your saved answer is too long here');
  return put(field, { value: best.entry.answer, source });
}
