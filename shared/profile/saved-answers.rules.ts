/** The person's own answers to questions that come again: one per wording, the latest word counts. */
import type { Answers } from './profile.schema.ts';

export type SavedAnswer = NonNullable<Answers['custom']>[number];

/** As many as a profile holds. */
export const MOST_ANSWERS = 300;

/** A question without what differs between two printings of it: case, spaces, stars of required fields, end marks. */
export const wordingOf = (question: string): string =>
  question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*✱:.?!¿¡]+/gu, ' ')
    .trim();

/**
 * The answers with `added` among them, in the place of the one to the same wording or at the end; undefined where the
 * list is full. Saving the same again changes nothing, and then the very list is given back.
 */
export function withAnswer(answers: readonly SavedAnswer[], added: SavedAnswer): readonly SavedAnswer[] | undefined {
  const wording = wordingOf(added.question);
  const at = answers.findIndex(({ question }) => wordingOf(question) === wording);
  if (at === -1) return answers.length < MOST_ANSWERS ? [...answers, added] : undefined;
  return answers[at]?.answer === added.answer ? answers : answers.with(at, added);
}
