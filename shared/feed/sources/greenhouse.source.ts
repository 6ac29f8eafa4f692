/**
 * Greenhouse job boards: one answer holds the whole board. Documented at developers.greenhouse.io/job-board.html; boards
 * hosted in Europe answer at the same interface.
 */
import { decodeEntities } from '#shared/job/text.rules.ts';
import {
  addressOf,
  amountOf,
  at,
  bodyOf,
  closingOf,
  entriesAt,
  fieldsOf,
  instantOf,
  jsonOf,
  lineOf,
  linesOf,
  listOf,
  placeOf,
  readEntries,
} from '../answer.rules.ts';
import { boardOf } from '../board-address.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { type FormQuestions, posting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { distinct, employmentOf, languageIn, payOf, periodIn, placesIn, slugIn } from '../stated.rules.ts';

const API = 'https://boards-api.greenhouse.io/v1/boards';

const boardIn = (board: string | undefined): string => {
  const slug = slugIn(board);
  if (slug === undefined) throw feedErrors.no_board();
  return slug;
};

function readJob(entry: unknown) {
  const job = fieldsOf(entry);
  // Without an opening behind it a post only collects people for later.
  if (job.internal_job_id === null) return 'skip';
  const metadata = listOf(job.metadata).map(fieldsOf);
  const stated = placesIn(at(job, 'location', 'name'));
  const offices = listOf(job.offices).map(fieldsOf);
  return posting({
    source: 'greenhouse',
    sourceId: lineOf(job.id, 300) ?? '',
    url: addressOf(job.absolute_url) ?? '',
    title: lineOf(job.title, 300) ?? '',
    company: lineOf(job.company_name, 200),
    places:
      stated.length > 0
        ? stated
        : distinct(offices.map(({ name, location }) => placeOf(lineOf(location, 300) ?? name))),
    // The text is HTML escaped once more.
    description: decodeEntities(bodyOf(job.content)),
    pay: payIn(job),
    employmentType: employmentOf(...metadata.filter(isTypeField).map(({ value }) => value)),
    department: lineOf(at(listOf(job.departments)[0], 'name'), 200),
    seniority: lineOf(metadata.find(({ name }) => /\b(?:level|seniority)\b/i.test(String(name)))?.value, 200),
    categories: linesOf(
      [
        ...listOf(job.departments).map((department) => at(department, 'name')),
        ...offices.map(({ name }) => name),
        ...metadata.flatMap(labelled),
      ],
      { most: 120, count: 60 },
    ),
    requisition: lineOf(job.requisition_id, 120),
    // `updated_at` moves without an edit, so only the first publication tells the age.
    postedAt: instantOf(job.first_published),
    updatedAt: instantOf(job.updated_at),
    expiresAt: closingOf(job.application_deadline),
    language: languageIn(job.language),
  });
}

const isTypeField = ({ name }: Readonly<Record<string, unknown>>): boolean =>
  /\b(?:employment|time|contract|job) type\b|\bcommitment\b/i.test(String(name));

/** A field of the employer's own (`Employment Type: Regular`), where its value is words. */
function labelled({ name, value }: Readonly<Record<string, unknown>>): string[] {
  const words = lineOf(Array.isArray(value) ? value.join(', ') : value, 90);
  const label = lineOf(name, 60);
  return words === null || label === null ? [] : [`${label}: ${words}`];
}

/** The first range; the rest are other places' and stand in the words. */
function payIn(job: Readonly<Record<string, unknown>>) {
  const ranges = listOf(job.pay_input_ranges).map(fieldsOf);
  const first = ranges[0];
  if (!first) return null;
  const units = (cents: unknown): number | null => {
    const amount = amountOf(cents);
    return amount === null ? null : amount / 100;
  };
  const words = ranges.map(({ title, min_cents, max_cents, currency_type }) =>
    [lineOf(title, 100), [units(min_cents), units(max_cents)].filter((n) => n !== null).join('–'), currency_type]
      .filter(Boolean)
      .join(' '),
  );
  return payOf({
    min: units(first.min_cents),
    max: units(first.max_cents),
    currency: first.currency_type,
    period: periodIn(`${first.title} ${first.blurb}`),
    text: words.join('; '),
  });
}

/** Fields that are asked of everybody and are no question: name, mail, phone, and the two files. */
const USUAL = new Set('first_name last_name email phone resume resume_text cover_letter cover_letter_text'.split(' '));

function readForm(form: unknown): FormQuestions {
  const asked = [...listOf(at(form, 'questions')), ...listOf(at(form, 'location_questions'))]
    .map(fieldsOf)
    .filter((question) => !listOf(question.fields).some((field) => USUAL.has(String(at(field, 'name')))));
  const types = (question: (typeof asked)[number]) => listOf(question.fields).map((field) => String(at(field, 'type')));
  return {
    count: asked.length,
    written: asked.filter((question) => types(question).includes('textarea')).length,
    knockouts: linesOf(
      asked
        .filter((question) => question.required === true && types(question).includes('multi_value_single_select'))
        .map(({ label }) => label),
      { most: 500, count: 50 },
    ),
  };
}

export const greenhouse: JobSource = {
  id: 'greenhouse',
  display: displayOf('greenhouse'),
  kind: 'board',
  keys: [],
  pace: { everyMs: 1000 },
  boardAt: (url) => boardOf('greenhouse', url),
  boardUrl: (board) => `https://job-boards.greenhouse.io/${board}`,
  start: ({ board }) => ({ url: `${API}/${boardIn(board)}/jobs?content=true` }),
  read(answer) {
    const body = jsonOf(answer.body);
    const read = readEntries(entriesAt(body, 'jobs'), { read: readJob, idOf: (entry) => at(entry, 'id') });
    const total = amountOf(at(body, 'meta', 'total'));
    return { ...read, ...(total !== null && { total }) };
  },
  questions: ({ sourceId }, board) => ({
    url: `${API}/${boardIn(board)}/jobs/${encodeURIComponent(sourceId)}?questions=true`,
  }),
  readQuestions(answer) {
    const form = jsonOf(answer.body);
    return Array.isArray(at(form, 'questions')) ? readForm(form) : undefined;
  },
};
