/** Whether one would move for a job, in the polarity it is asked in. */
import { plain } from './spelling.rules.ts';

/** Asked for a no, so that a yes could mean either. */
const NEGATED =
  /\b(?:not|un)(?:\s?\w+){0,2} (?:willing|able|open|prepared|relocat\w+)\b|\b(?:unwilling|unable)\b|\bwithout (?:having to |needing to )?relocat\w+|\bnicht (?:\w+ ){0,3}(?:umziehen|umzug)/;
/** Whose expense, how far and when are other questions. */
const CONDITION =
  /\bown (?:expense|cost)s?\b|\bwithout (?:\w+ ){0,2}assistance\b|\beigene kosten\b|\b(?:a vos|a tus|propios?) (?:frais|costes|gastos)\b|\bwithin \d+\b/;
/** “Do you live here, or would you move?” is a yes for who does either. */
const EITHER =
  /\b(?:live|living|based|located|local|reside|residing|commut\w+|wohnen|wohnhaft|habitez|reside|vive|abita)\b.{0,80}\b(?:or|oder|ou|o|of)\b|\b(?:or|oder|ou)\b.{0,40}\b(?:already )?(?:live|living|based|located|local|commut\w+|wohnen)\b/;
const OPEN = /^(?:where|which|what|how|when|wohin|wo|ou|donde|dove|onde)\b/;

/** `yes` or `no` to the question, or what is missing for one. */
export function relocateAnswer(
  question: string,
  relocate: boolean | undefined,
): 'yes' | 'no' | { readonly missing: string } {
  if (relocate === undefined)
    return { missing: 'You have not said whether you would move: add it under “Application answers”' };
  const words = plain(question);
  if (OPEN.test(words)) return { missing: 'It asks where or how you would move' };
  // “If you are not near, would you move?”: the condition's “not” is no negation of the question.
  const main = words.replace(
    /^if (?:you )?.*?(?=\b(?:are|would|will|can|do) you (?:be )?(?:willing|open|able|prepared|consider|relocat))/,
    '',
  );
  if (NEGATED.test(main)) return { missing: 'The question can be read in two ways' };
  if (CONDITION.test(words)) return { missing: 'It names a condition your answer says nothing about' };
  if (relocate) return 'yes';
  return EITHER.test(main) ? { missing: 'It also asks where you live now' } : 'no';
}
