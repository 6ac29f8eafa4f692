/** From a question's meaning to the answer the person gave, in the order the decision is taken. */
import type { Answers } from '#shared/profile/profile.schema.ts';
import { attach } from './attach.rules.ts';
import { type Case, choose, chooseAll, type Outcome, offers, put, sayYesNo, yours } from './control.rules.ts';
import { dateFor, showsDate } from './dates.rules.ts';
import { matchDegree } from './degrees.rules.ts';
import { type EeoKey, eeoAnswer, eeoWordings, isEeo, matchEachEeo, matchEeo } from './eeo.rules.ts';
import { emptyRow, rowAnswer } from './entries.rules.ts';
import type { FormField } from './form.schema.ts';
import { matchOption } from './options.rules.ts';
import { homeCountry, type Value, valueFor } from './person.rules.ts';
import { phoneFor } from './phone.rules.ts';
import { countryOfPage, type LegalCase, legalAnswer, legalOption } from './questions.rules.ts';
import { durationOf, inUnit, matchRange, unitIn } from './ranges.rules.ts';
import { relocateAnswer } from './relocate.rules.ts';
import { salaryFor, salaryOption } from './salary.rules.ts';
import { plain } from './spelling.rules.ts';
import { questionOf, savedAnswer, writtenAnswer } from './written.rules.ts';

/** The write that answers a question, or why it is the person's. */
export function answer(one: Case): Outcome {
  const { field, meaning, input } = one;
  const empty = emptyRow(one);
  if (empty) return empty;
  if (meaning.field === 'freeQuestion') return writtenAnswer(one);
  const saved = savedAnswer(one);
  if (meaning.field === 'none') return saved ?? yours(meaning.reason);
  if (field.kind === 'file') return attach(one);
  if (saved) return saved;
  const inRow = rowAnswer(one);
  if (inRow) return inRow;
  switch (meaning.field) {
    case 'workAuthorization':
    case 'sponsorship':
      return legal(one);
    case 'relocate': {
      const said = relocateAnswer(questionOf(field), input.answers.relocate);
      return typeof said === 'string' ? sayYesNo({ field, said, source: 'answers.relocate' }) : yours(said.missing);
    }
    case 'salaryExpectation':
      return salary(field, input.answers);
    case 'coverLetterText': {
      const letter = input.documents.find((document) => document.kind === 'coverLetter');
      if (!letter?.text) return yours('No cover letter has been made yet');
      return put(field, { value: letter.text, source: 'document:coverLetter' });
    }
    default:
      return isEeo(meaning.field)
        ? equalOpportunity({ field, key: meaning.field, answers: input.answers })
        : known(one);
  }
}

/** Right to work and sponsorship: the option that is true of the person, or a yes or no in the question's polarity. */
function legal({ field, meaning, input }: Case): Outcome {
  const home = homeCountry(input);
  const asked: LegalCase = {
    label: field.label === field.group ? '' : field.label,
    group: field.group,
    topic: meaning.field === 'sponsorship' ? 'sponsorship' : 'workAuthorization',
    answers: input.answers,
    job: input.job,
    page: countryOfPage(input.fields.filter((other) => other.visible).map((other) => `${other.group} ${other.label}`)),
    home,
  };
  if (offers(field)) {
    const chosen = legalOption(asked, field.options);
    return 'missing' in chosen
      ? yours(chosen.missing)
      : choose({ field, index: chosen.option, source: `answers.workAuthorization[${chosen.index}]` });
  }
  const said = legalAnswer(asked);
  return 'missing' in said
    ? yours(said.missing)
    : sayYesNo({ field, said: said.answer, source: `answers.workAuthorization[${said.index}]` });
}

/** A box that wants the family name first. */
const LAST_FIRST =
  /\b(?:last|family|sur) ?name (?:and )?(?:first|given) ?name\b|\blast first\b|\bname vorname\b|\bnachname vorname\b/;

/** Everything the profile simply knows. */
function known({ field, meaning, input, hasDialCode }: Case): Outcome {
  const value =
    meaning.field === 'phone'
      ? phoneFor(input, { field, hasDialCode })
      : valueFor(input, meaning.field, meaning.row ?? 0);
  if (!value && meaning.field === 'phone' && input.resume.basics?.phone)
    return yours('Your number does not fit what this box takes');
  if (!value) return yours('Your profile does not say');
  if (meaning.field === 'yearsExperience') return years(field, value);
  if (meaning.field === 'startDate' || meaning.field === 'graduationYear') {
    // A graduation is asked for by its year unless the box shows more.
    const wantsYear = meaning.field === 'graduationYear' && field.kind !== 'date' && !showsDate(field);
    const date = wantsYear ? { value: value.value.slice(0, 4) } : dateFor(field, value.value);
    return 'missing' in date ? yours(date.missing) : put(field, { ...value, ...date });
  }
  if (meaning.field === 'fullName' && LAST_FIRST.test(plain(`${field.label} ${field.placeholder}`))) {
    const [first, last] = [valueFor(input, 'firstName'), valueFor(input, 'lastName')];
    return first && last
      ? put(field, { value: `${last.value}, ${first.value}`, source: value.source })
      : yours('Your profile has the name in one piece');
  }
  if (meaning.field === 'middleName' && (field.maxLength === 1 || /\b(?:initial|mi)\b/.test(plain(field.label)))) {
    return put(field, { ...value, value: value.value.slice(0, 1) });
  }
  if (meaning.field === 'noticePeriod') return notice(field, value);
  if (meaning.field === 'degree' && offers(field)) {
    const named = matchOption(field.options, [value.value, ...(value.alternatives ?? [])]);
    const hit = named ?? matchDegree(field.options, value.value);
    if (hit !== undefined) return choose({ field, index: hit, source: value.source });
  }
  if (meaning.field === 'country' && field.kind === 'combobox' && /\b(?:code|dial)\b/.test(plain(field.label)))
    return yours('Country or dial code, unclear');
  return put(field, value);
}

/** “4 weeks”: among options by what it counts, into a number box in the unit the box names. */
function notice(field: FormField, value: Value): Outcome {
  const amount = durationOf(value.value);
  if (offers(field)) {
    const whole = matchOption(field.options, [value.value]);
    const hit = whole ?? (amount ? matchRange(field.options, amount) : undefined);
    return hit === undefined
      ? yours('None of the options is exactly your notice period')
      : choose({ field, index: hit, source: value.source });
  }
  const unit = unitIn(`${field.label} ${field.placeholder} ${field.hint}`);
  const isNumeric = field.type === 'number' || field.inputMode === 'numeric';
  if (!isNumeric) return put(field, value);
  const count = amount && unit ? inUnit(amount, unit) : undefined;
  return count === undefined
    ? yours('It takes a number of other units than your answer')
    : put(field, { value: String(count), source: value.source });
}

/** Years in all, in the list's ranges or the box's unit. */
function years(field: FormField, value: Value): Outcome {
  const amount = { count: Number(value.value), unit: 'year' as const };
  if (offers(field)) {
    const hit = matchRange(field.options, amount);
    return hit === undefined
      ? yours('None of the options is exactly yours')
      : choose({ field, index: hit, source: value.source });
  }
  const unit = unitIn(`${field.label} ${field.placeholder}`) ?? 'year';
  const count = inUnit(amount, unit);
  return count === undefined ? yours('It asks in another unit') : put(field, { ...value, value: String(count) });
}

function equalOpportunity({ field, key, answers }: { field: FormField; key: EeoKey; answers: Answers }): Outcome {
  const stored = eeoAnswer(key, answers);
  if ('missing' in stored) return yours(stored.missing);
  const source = `answers.eeo.${key}`;
  if (offers(field)) {
    const asked = { key, value: stored.value, options: field.options, question: `${field.group} ${field.label}` };
    const hit = matchEeo(asked) ?? otherOrigin(asked, answers);
    if (hit !== undefined) return choose({ field, index: hit, source });
    const several =
      field.kind === 'checkboxGroup' ? matchEachEeo({ key, value: stored.value, options: field.options }) : undefined;
    return several
      ? chooseAll({ field, indexes: several, source })
      : yours('None of the options is exactly your answer');
  }
  if (field.kind === 'checkbox') return yours('A single box; tick it yourself');
  return put(field, { value: stored.value, alternatives: eeoWordings(key, stored.value), source });
}

/** Forms call the list of races “ethnicity” and the other way round: the options tell which answer is meant. */
function otherOrigin(asked: Parameters<typeof matchEeo>[0], answers: Answers): number | undefined {
  const other = asked.key === 'race' ? 'ethnicity' : asked.key === 'ethnicity' ? 'race' : undefined;
  const value = other ? answers.eeo?.[other] : undefined;
  return other && value ? matchEeo({ ...asked, key: other, value }) : undefined;
}

function salary(field: FormField, answers: Answers): Outcome {
  const source = 'answers.salaryExpectation';
  if (offers(field)) {
    const chosen = salaryOption(field, answers);
    return 'missing' in chosen ? yours(chosen.missing) : choose({ field, index: chosen.option, source });
  }
  const wish = salaryFor(field, answers);
  if ('missing' in wish) return yours(wish.missing);
  const outcome = put(field, { value: wish.value, source });
  return 'action' in outcome && wish.review ? { ...outcome, review: wish.review } : outcome;
}
