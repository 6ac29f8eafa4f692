/** Questions in the employer's own words: the person's saved answer to the same question, else a draft from their facts. */
import { type Found, findAnswer } from './answer-bank.rules.ts';
import { type Case, choose, chooseAll, type Outcome, offers, put, yours } from './control.rules.ts';
import { fits } from './cut.rules.ts';
import { draftFor, limitOf } from './draft.rules.ts';
import type { FormField } from './form.schema.ts';
import { matchOption, matchYesNo } from './options.rules.ts';
import { plain, yesNo } from './spelling.rules.ts';
import { VOCABULARY_BY_KEY } from './vocabulary.data.ts';

/** The person's own answer to the same question; consent and vetoed fields never come here. */
export function savedAnswer({ field, meaning, input }: Case): Outcome | undefined {
  const question = questionOf(field);
  if (question === '' || field.kind === 'file') return undefined;
  const found = findAnswer(input.answers.custom ?? [], {
    question,
    company: input.posting?.company,
    // What the profile knows by itself is answered by it, unless the person wrote down just this question.
    isSensitive: VOCABULARY_BY_KEY.has(meaning.field),
  });
  if (!found) return undefined;
  const outcome = writeSaved(field, found);
  return outcome && 'action' in outcome && found.review ? { ...outcome, review: found.review } : outcome;
}

/** A question of the employer's own: the saved answer, else a draft to read, else the person's. */
export function writtenAnswer(one: Case): Outcome {
  const saved = savedAnswer(one);
  if (saved) return saved;
  const draft = draftFor(one);
  if (!draft) return yours('A question only you can answer');
  const outcome = put(one.field, { value: draft.text, source: draft.source });
  return 'action' in outcome ? { ...outcome, review: draft.review } : outcome;
}

/** The question itself: a choice is labelled by what stands above it, a text by what stands beside it. */
export const questionOf = (field: FormField): string =>
  (field.group.includes('?') && !field.label.includes('?') ? field.group : field.label) || field.group;

function writeSaved(field: FormField, found: Found): Outcome | undefined {
  const source = `answers.custom[${found.index}]`;
  if (offers(field)) {
    const several = field.kind === 'checkboxGroup' || field.multiple ? eachOf(field, found.answer) : undefined;
    if (several) return chooseAll({ field, indexes: several, source });
    const said = yesNo(found.answer);
    const hit =
      matchOption(field.options, [found.answer]) ??
      // “Yes, since 2019” says more than a plain yes, but a yes all the same.
      (said && isPlainYesNo(found.answer, said) ? matchYesNo(field.options, said) : undefined);
    return hit === undefined
      ? yours('None of the options is exactly your saved answer')
      : choose({ field, index: hit, source });
  }
  if (field.kind === 'checkbox') return undefined;
  if (!fits(found.answer, limitOf(field))) return yours('Your saved answer is too long here');
  return put(field, { value: found.answer, source });
}

const isPlainYesNo = (answer: string, said: 'yes' | 'no'): boolean =>
  plain(answer).split(' ').length === 1 || /^\s*\p{L}+\s*[,.;–-]/u.test(answer) || plain(answer) === said;

/** The options a list names, when every part of it is one of them. */
function eachOf(field: FormField, answer: string): number[] | undefined {
  const parts = answer.split(/[,;\n]/).map((part) => part.trim());
  const hits = parts.filter((part) => part !== '').map((part) => matchOption(field.options, [part]));
  const known = hits.filter((hit) => hit !== undefined);
  return hits.length > 1 && known.length === hits.length ? [...new Set(known)] : undefined;
}
