/**
 * From what is asked and what the person said to a list of writes, each plain data with its source, and a report line for
 * everything that is left alone. Right or silent: whatever cannot be matched exactly is the person's. Longer than 300 lines
 * because it is one decision, read in the order it is taken.
 */
import type { Answers, Resume } from '#shared/profile/profile.schema.ts';
import { classifyFields, formKey, type SiteHints } from './classify.rules.ts';
import { dateFor } from './dates.rules.ts';
import { type EeoKey, eeoAnswer, eeoWordings, isEeo, matchEeo } from './eeo.rules.ts';
import type { Classified, FieldGroup, FieldReport, FillStep, FormAction, FormField } from './form.schema.ts';
import { isPlace, matchOption, matchRange, matchYesNo } from './options.rules.ts';
import { phoneFor, valueFor } from './person.rules.ts';
import { countryCode } from './places.rules.ts';
import { type JobPlace, legalAnswer } from './questions.rules.ts';
import { salaryFor } from './salary.rules.ts';
import { likeness, plain, yesNo } from './wording.rules.ts';

export type PlanInput = {
  readonly fields: readonly FormField[];
  readonly resume: Resume;
  readonly answers: Answers;
  readonly documents: readonly {
    readonly kind: 'resume' | 'coverLetter';
    readonly fileName: string;
    readonly id: string;
    readonly text?: string;
  }[];
  /** Origin of the page the plan is for; the runner writes nowhere else. */
  readonly origin: string;
  readonly job?: JobPlace;
  readonly hints?: SiteHints;
  /** Buttons that add rows, as collected. */
  readonly actions?: readonly FormAction[];
  /** Parts the person wants filled; all where absent. */
  readonly groups?: readonly FieldGroup[];
  /** Whether written questions without a saved answer get a draft from the person's facts. */
  readonly drafts?: boolean;
  /** What is applied for, for drafts. */
  readonly posting?: { readonly title: string; readonly company: string };
  /** Refs whose present value the person asked to replace. */
  readonly overwrite?: readonly string[];
};

export type Plan = {
  readonly origin: string;
  readonly steps: FillStep[];
  readonly report: FieldReport[];
  readonly classified: Classified[];
  /** `addRow` buttons that would bring the next row the profile still has an entry for, one per section. */
  readonly adders: FormAction[];
};

/** A step, or a report line; a line with a source says the page holds the right value already. */
type Outcome =
  | Omit<FillStep, 'ref' | 'frame' | 'label'>
  | { readonly outcome: FieldReport['outcome']; readonly reason: string; readonly source?: string };

const yours = (reason: string): Outcome => ({ outcome: 'needs_you', reason });

/** How alike a saved question must be to answer another one. */
const SAME_QUESTION = 0.85;

/** Plans a fill. `steps` are in page order, files first, because sites that read the resume fill boxes themselves. */
export function planFill(input: PlanInput): Plan {
  const classified = classifyFields(input.fields, input.hints ? { hints: input.hints } : {});
  const steps: FillStep[] = [];
  const report: FieldReport[] = [];
  const dialCodes = new Set(
    input.fields.filter((_, index) => classified[index]?.field === 'phoneCountry').map(formKey),
  );
  input.fields.forEach((field, index) => {
    const meaning = classified[index];
    if (!meaning) return;
    const outcome = decide({ field, meaning, input, hasDialCode: dialCodes.has(formKey(field)) });
    const line = {
      ref: field.ref,
      frame: field.frame,
      label: field.label || field.group || field.placeholder || field.name,
    };
    if ('outcome' in outcome) report.push({ ...line, ...outcome });
    else steps.push({ ...line, ...outcome });
  });
  steps.sort((a, b) => Number(b.action === 'file') - Number(a.action === 'file'));
  return { origin: input.origin, steps, report, classified, adders: [] };
}

type Case = { field: FormField; meaning: Classified; input: PlanInput; hasDialCode: boolean };

function decide(one: Case): Outcome {
  const { field, meaning, input } = one;
  if (meaning.veto)
    return {
      outcome: field.visible && meaning.reason !== 'Not part of the application form' ? 'refused' : 'skipped',
      reason: meaning.reason,
    };
  if (meaning.field === 'consent') return yours(meaning.reason);
  if (field.disabled) return { outcome: 'skipped', reason: 'The page does not let anyone fill it yet' };
  const overwrites = input.overwrite?.includes(field.ref) ?? false;
  const outcome = answer(one);
  if (field.value === '') return outcome;
  if ('action' in outcome && holdsAlready(field, outcome)) {
    return { outcome: 'already', reason: 'The page has it already', source: outcome.source };
  }
  if (!field.pristine && !overwrites) return { outcome: 'already', reason: 'Filled before; left as it is' };
  if ('outcome' in outcome) return { outcome: 'already', reason: 'Set by the page; left as it is' };
  return { ...outcome, replaces: field.value };
}

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

function answer(one: Case): Outcome {
  const { field, meaning, input } = one;
  const saved = savedAnswer(field, input.answers);
  if (meaning.field === 'freeQuestion') return saved ?? yours('A question only you can answer');
  if (meaning.field === 'none') return saved ?? yours(meaning.reason);
  if (field.kind === 'file') return attach(one);
  if (saved) return saved;
  switch (meaning.field) {
    case 'workAuthorization':
    case 'sponsorship': {
      const asked = legalAnswer(`${field.group} ${field.label}`, input.answers, input.job);
      return 'missing' in asked
        ? yours(asked.missing)
        : sayYesNo(field, asked.answer, `answers.workAuthorization[${asked.index}]`);
    }
    case 'relocate': {
      const { relocate } = input.answers;
      if (relocate === undefined) return yours('You have not said whether you would move');
      return sayYesNo(field, relocate ? 'yes' : 'no', 'answers.relocate');
    }
    case 'salaryExpectation':
      return salary(field, input.answers);
    case 'coverLetterText': {
      const letter = input.documents.find((document) => document.kind === 'coverLetter');
      if (!letter?.text) return yours('No cover letter has been made yet');
      return put(field, { value: letter.text, source: 'document:coverLetter' });
    }
    default:
      return isEeo(meaning.field) ? equalOpportunity(field, meaning.field, input.answers) : known(one);
  }
}

/** Everything the profile simply knows. */
function known({ field, meaning, input, hasDialCode }: Case): Outcome {
  const value =
    meaning.field === 'phone'
      ? phoneFor(input, {
          hasDialCode,
          digitsOnly: field.type === 'number',
          ...(field.maxLength ? { maxLength: field.maxLength } : {}),
        })
      : valueFor(input, meaning.field, meaning.row ?? 0);
  if (!value) return yours('Your profile does not say');
  if (meaning.field === 'yearsExperience' && field.options.length > 0) {
    const hit = matchRange(field.options, Number(value.value));
    return hit === undefined ? yours('None of the options is exactly yours') : choose(field, hit, value.source);
  }
  if (meaning.field === 'startDate') {
    const date = dateFor(field, value.value);
    return date === undefined ? yours('Your start date does not fit this box') : put(field, { ...value, value: date });
  }
  if (meaning.field === 'middleName' && (field.maxLength === 1 || /\b(?:initial|mi)\b/.test(plain(field.label)))) {
    return put(field, { ...value, value: value.value.slice(0, 1) });
  }
  if (meaning.field === 'noticePeriod' && field.type === 'number') return weeksOrDays(field, value.value, value.source);
  if (meaning.field === 'country' && field.kind === 'combobox' && /\b(?:code|dial)\b/.test(plain(field.label)))
    return yours('Country or dial code, unclear');
  return put(field, value);
}

/** “4 weeks” into a number box that asks for weeks. */
function weeksOrDays(field: FormField, said: string, source: string): Outcome {
  const [, count, unit] = /^(\d+)\s*(day|week|month|tag|woche|monat)/i.exec(said.trim()) ?? [];
  if (!count || !unit || !plain(`${field.label} ${field.placeholder}`).includes(unit.toLowerCase()))
    return yours('It takes only a number');
  return put(field, { value: count, source });
}

function equalOpportunity(field: FormField, key: EeoKey, answers: Answers): Outcome {
  const stored = eeoAnswer(key, answers);
  if ('missing' in stored) return yours(stored.missing);
  const source = `answers.eeo.${key}`;
  if (field.options.length > 0 && field.kind !== 'text') {
    const hit = matchEeo(key, stored.value, field.options) ?? otherOrigin(key, field, answers);
    return hit === undefined ? yours('None of the options is exactly your answer') : choose(field, hit, source);
  }
  if (field.kind === 'checkbox') return yours('A single box; tick it yourself');
  return put(field, { value: stored.value, alternatives: eeoWordings(key, stored.value), source });
}

/** Forms call the list of races “ethnicity” and the other way round: the options tell which answer is meant. */
function otherOrigin(key: EeoKey, field: FormField, answers: Answers): number | undefined {
  const other = key === 'race' ? 'ethnicity' : key === 'ethnicity' ? 'race' : undefined;
  const value = other ? answers.eeo?.[other] : undefined;
  return other && value ? matchEeo(other, value, field.options) : undefined;
}

function salary(field: FormField, answers: Answers): Outcome {
  const wish = salaryFor(field, answers);
  if ('missing' in wish) return yours(wish.missing);
  const source = 'answers.salaryExpectation';
  if (field.options.length === 0) return put(field, { value: wish.value, source });
  const hit = matchRange(field.options, answers.salaryExpectation?.amount ?? 0);
  return hit === undefined ? yours('None of the ranges holds your figure') : choose(field, hit, source);
}

/** The person's own answer to the same question, by wording; consent and vetoed fields never come here. */
function savedAnswer(field: FormField, answers: Answers): Outcome | undefined {
  const question = field.label || field.group;
  if (question === '' || field.kind === 'file') return undefined;
  const ranked = (answers.custom ?? [])
    .map((entry, index) => ({ entry, index, score: likeness(entry.question, question) }))
    .filter(({ score }) => score >= SAME_QUESTION)
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best || (second && second.score === best.score && second.entry.answer !== best.entry.answer)) return undefined;
  const source = `answers.custom[${best.index}]`;
  if (field.options.length > 0 && field.kind !== 'text') {
    const said = yesNo(best.entry.answer);
    const hit = matchOption(field.options, [best.entry.answer]) ?? (said ? matchYesNo(field.options, said) : undefined);
    return hit === undefined ? yours('None of the options is exactly your saved answer') : choose(field, hit, source);
  }
  if (field.kind === 'checkbox') return undefined;
  if (field.maxLength && best.entry.answer.length > field.maxLength) return yours('Your saved answer is too long here');
  return put(field, { value: best.entry.answer, source });
}

function sayYesNo(field: FormField, said: 'yes' | 'no', source: string): Outcome {
  const word = said === 'yes' ? 'Yes' : 'No';
  if (field.options.length > 0 && field.kind !== 'text') {
    const hit = matchYesNo(field.options, said);
    return hit === undefined ? yours('None of the options is a plain yes or no') : choose(field, hit, source);
  }
  if (field.kind === 'checkbox')
    return said === 'yes' ? { action: 'check', value: 'checked', source } : yours('Left unticked, which says no');
  return put(field, { value: word, source });
}

/** Writes a value in the way the control takes it. */
function put(
  field: FormField,
  value: { value: string; alternatives?: readonly string[]; place?: readonly string[]; source: string },
): Outcome {
  const wanted = [value.value, ...(value.alternatives ?? [])];
  const extras = {
    ...(value.alternatives ? { alternatives: [...value.alternatives] } : {}),
    ...(value.place ? { place: [...value.place] } : {}),
  };
  switch (field.kind) {
    case 'select':
    case 'radio':
    case 'buttonGroup':
    case 'checkboxGroup': {
      const hit = matchOption(field.options, wanted) ?? sameCountry(field, wanted);
      return hit === undefined ? yours('None of the options is exactly yours') : choose(field, hit, value.source);
    }
    case 'combobox': {
      // Options known before opening: none of them right is as good as an answer.
      const hit = matchOption(field.options, wanted);
      const chosen = hit === undefined ? value.value : (field.options[hit]?.text ?? value.value);
      return { action: 'combobox', value: chosen, ...extras, source: value.source };
    }
    case 'date':
      return { action: 'date', value: value.value, source: value.source };
    case 'checkbox':
      return yours('A box, where a text was expected');
    case 'file':
      return yours('A file, where a text was expected');
    default:
      if (field.maxLength && value.value.length > field.maxLength) {
        const short = (value.alternatives ?? []).find(
          (each) => each.length <= (field.maxLength ?? 0) && each.length > 0,
        );
        return short
          ? { action: 'text', value: short, source: value.source }
          : yours(`Longer than the ${field.maxLength} characters allowed`);
      }
      if (field.type === 'number' && !/^-?\d+(?:\.\d+)?$/.test(value.value)) return yours('It takes only a number');
      if (field.type === 'url' && !/^https?:\/\//.test(value.value))
        return { action: 'text', value: `https://${value.value}`, source: value.source };
      return { action: 'text', value: value.value, ...extras, source: value.source };
  }
}

/** Lists that spell the country in another way than any of ours. */
function sameCountry(field: FormField, wanted: readonly string[]): number | undefined {
  const code = wanted.map(countryCode).find((each) => each !== undefined);
  if (!code || field.options.length < 20) return undefined;
  const hits = field.options.flatMap((option, index) => (countryCode(option.text) === code ? [index] : []));
  return hits.length === 1 ? hits[0] : undefined;
}

function choose(field: FormField, index: number, source: string): Outcome {
  const option = field.options[index];
  if (!option) return yours('The option is gone');
  const refs = option.ref ? { options: [option.ref] } : {};
  const value = option.text || option.value;
  if (field.kind === 'select') return { action: 'select', value, alternatives: [option.value], source };
  if (field.kind === 'combobox') return { action: 'combobox', value, source };
  return { action: field.kind === 'buttonGroup' ? 'button' : 'choose', value, ...refs, source };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/msword': '.doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'text/plain': '.txt',
};

/** Each document into its own slot; never one for the other. */
function attach({ field, meaning, input }: Case): Outcome {
  const kind =
    meaning.field === 'resumeFile' ? 'resume' : meaning.field === 'coverLetterFile' ? 'coverLetter' : undefined;
  if (!kind) return yours('Not a resume or cover letter');
  const candidates = input.documents.filter((document) => document.kind === kind);
  if (candidates.length === 0)
    return yours(kind === 'resume' ? 'No resume is ready to attach' : 'No cover letter is ready to attach');
  const fitting = candidates.find((document) => accepts(field.accept, document.fileName));
  return fitting
    ? { action: 'file', value: fitting.id, alternatives: [fitting.fileName], source: `document:${kind}` }
    : yours('The site does not take this kind of file');
}

function accepts(accept: string | undefined, fileName: string): boolean {
  if (!accept?.trim()) return true;
  const extension = /\.[^.]+$/.exec(fileName.toLowerCase())?.[0] ?? '';
  return accept
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .some(
      (each) =>
        each === extension ||
        EXTENSIONS[each] === extension ||
        each === '*/*' ||
        (each.endsWith('/*') && each === 'application/*' && extension !== '.txt'),
    );
}
