/** Whether a question may be answered at all: what is dangerous, the person's own, or filled already stays as it is. */
import { answer } from './answer.rules.ts';
import { type Case, type Outcome, yours } from './control.rules.ts';
import type { FormField } from './form.schema.ts';
import { groupOf } from './groups.rules.ts';
import { isPlace, withoutKeys } from './options.rules.ts';
import { plain } from './spelling.rules.ts';

/** What is done about one question: a write, or a report line with its reason. */
export function decide(one: Case): Outcome {
  const { field, meaning, input } = one;
  if (meaning.veto)
    return {
      outcome: field.visible && meaning.reason !== 'Not part of the application form' ? 'refused' : 'skipped',
      reason: meaning.reason,
    };
  if (meaning.field === 'consent') return yours(meaning.reason);
  const group = groupOf(meaning.field);
  if (input.groups && group && !input.groups.includes(group))
    return { outcome: 'skipped', reason: 'You keep this part for yourself' };
  if (field.disabled) return { outcome: 'skipped', reason: 'The page does not let anyone fill it yet' };
  const overwrites = input.overwrite?.includes(field.ref) ?? false;
  const outcome = answer({ ...one, field: readable(field) });
  if (field.value === '') return outcome;
  if ('action' in outcome && holdsAlready(field, outcome)) {
    return { outcome: 'already', reason: 'The page has it already', source: outcome.source };
  }
  if (!field.pristine && !overwrites) return { outcome: 'already', reason: 'Filled before; left as it is' };
  if ('outcome' in outcome) return { outcome: 'already', reason: 'Set by the page; left as it is' };
  return { ...outcome, replaces: field.value };
}

/** Answers chosen by a click are read without the keys drawn before them; lists are chosen by their text and stay. */
const readable = (field: FormField): FormField =>
  field.kind === 'radio' || field.kind === 'buttonGroup' || field.kind === 'checkboxGroup'
    ? { ...field, options: [...withoutKeys(field.options)] }
    : field;

/** Whether the page shows just what we would write, in one of its right wordings. */
function holdsAlready(
  field: FormField,
  step: { value: string; alternatives?: string[] | undefined; place?: string[] | undefined },
): boolean {
  if (step.place && isPlace(field.value, step.value, step.place)) return true;
  const digits = (text: string) => (/^[\d\s()+./-]+$/.test(text) ? text.replace(/\D/g, '') : undefined);
  const number = digits(field.value);
  return [step.value, ...(step.alternatives ?? [])].some(
    (wanted) =>
      plain(wanted) === plain(field.value) || (number !== undefined && number.length >= 4 && digits(wanted) === number),
  );
}
