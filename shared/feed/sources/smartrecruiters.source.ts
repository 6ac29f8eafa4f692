/**
 * SmartRecruiters: the list names postings, each one's text is an answer of its own
 * (developers.smartrecruiters.com/docs/posting-api; 10 requests a second, 8 at once).
 */
import { parseSalary } from '#shared/job/salary.rules.ts';
import {
  addressOf,
  amountOf,
  at,
  bodyOf,
  entriesAt,
  escapeText,
  fieldsOf,
  instantOf,
  joinParts,
  jsonOf,
  lineOf,
  linesOf,
  listOf,
  nextPage,
  numberIn,
  readEntries,
} from '../answer.rules.ts';
import { boardOf } from '../board-address.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { distinct, employmentOf, languageIn, payOf, periodIn, placeWith, remoteAs, slugIn } from '../stated.rules.ts';

const HOST = 'api.smartrecruiters.com';
/** The interface gives no more at once. */
const AT_ONCE = 100;
const MOST = 20_000;

const companyIn = (board: string | undefined): string => {
  const slug = slugIn(board);
  if (slug === undefined) throw feedErrors.no_board();
  return slug;
};

function readListed(entry: unknown) {
  const job = fieldsOf(entry);
  if (job.visibility === 'INTERNAL' || job.active === false) return 'skip';
  const id = lineOf(job.id, 300) ?? '';
  const custom = listOf(job.customField).map(fieldsOf);
  const places = distinct([
    placeWith(at(job.location, 'fullLocation'), {
      city: at(job.location, 'city'),
      region: at(job.location, 'region'),
      country: at(job.location, 'country'),
    }),
  ]);
  const company = lineOf(at(job.company, 'identifier'), 200) ?? '';
  return posting({
    source: 'smartrecruiters',
    sourceId: id,
    url:
      addressOf(job.postingUrl) ??
      `https://jobs.smartrecruiters.com/${encodeURIComponent(company)}/${encodeURIComponent(id)}`,
    applyUrl: addressOf(job.applyUrl),
    title: lineOf(job.name, 300) ?? '',
    company: lineOf(at(job.company, 'name'), 200),
    places,
    remote: remoteIn(fieldsOf(job.location), places),
    description: '',
    pay: payIn(job, custom),
    employmentType: employmentOf(
      at(job.typeOfEmployment, 'label'),
      at(job.typeOfEmployment, 'id'),
      fieldCalled(custom, /time type/i),
    ),
    department: lineOf(at(job.department, 'label'), 200),
    seniority:
      at(job.experienceLevel, 'id') === 'not_applicable' ? null : lineOf(at(job.experienceLevel, 'label'), 200),
    categories: linesOf(
      [at(job.industry, 'label'), at(job.function, 'label'), at(job.department, 'label'), ...custom.flatMap(labelled)],
      { most: 120, count: 60 },
    ),
    requisition: lineOf(job.refNumber, 120),
    postedAt: instantOf(job.releasedDate),
    language: languageIn(at(job.language, 'code')),
    truncated: true,
  });
}

const PAY_FIELD = /\b(?:salary|pay|compensation)\b/i;
const fieldCalled = (custom: readonly Readonly<Record<string, unknown>>[], label: RegExp): unknown =>
  custom.find(({ fieldLabel }) => label.test(String(fieldLabel)))?.valueLabel;

/** An employer's own field; its country and pay are carried where they belong. */
function labelled({ fieldId, fieldLabel, valueLabel }: Readonly<Record<string, unknown>>): string[] {
  const [label, value] = [lineOf(fieldLabel, 60), lineOf(valueLabel, 90)];
  const carried = fieldId === 'COUNTRY' || label === null || value === null || PAY_FIELD.test(label);
  return carried ? [] : [`${label}: ${value}`];
}

/** The detail's figures, else an employer's own field in words (`68000 - 87500 GBP Annual`). */
function payIn(job: Readonly<Record<string, unknown>>, custom: readonly Readonly<Record<string, unknown>>[]) {
  const words = lineOf(fieldCalled(custom, PAY_FIELD), 500);
  const stated = fieldsOf(job.compensation);
  const read = words === null ? undefined : parseSalary(words);
  return payOf({
    min: stated.min ?? read?.min,
    max: stated.max ?? read?.max,
    currency: stated.currency ?? read?.currency,
    period: periodIn(stated.period) ?? read?.period ?? null,
    text: words,
  });
}

function remoteIn(
  location: Readonly<Record<string, unknown>>,
  places: SourcePosting['places'],
): SourcePosting['remote'] {
  const text = location.hybridDescription;
  if (location.hybrid === true) return remoteAs('hybrid', { places, text });
  if (location.remote === true) return remoteAs('remote', { places, text });
  return location.remote === false && location.hybrid === false ? remoteAs('onsite', { places }) : null;
}

/** The text of a posting under its own headings. */
function withText(listed: SourcePosting, job: Readonly<Record<string, unknown>>): SourcePosting {
  const all = fieldsOf(at(job, 'jobAd', 'sections'));
  const known = ['companyDescription', 'jobDescription', 'qualifications', 'additionalInformation'];
  const names = [...known, ...Object.keys(all).filter((name) => !known.includes(name) && name !== 'videos')];
  const qualifications = bodyOf(at(all, 'qualifications', 'text'));
  return {
    ...listed,
    description: joinParts(
      names.map((name) => ({
        heading: escapeText(lineOf(at(all, name, 'title'), 200) ?? HEADINGS[name] ?? ''),
        text: bodyOf(at(all, name, 'text')),
      })),
    ),
    sections: qualifications.trim() === '' ? null : { requirements: qualifications, preferred: null, benefits: null },
    truncated: false,
  };
}
const HEADINGS: Readonly<Record<string, string>> = {
  companyDescription: 'About the company',
  jobDescription: 'Job description',
  qualifications: 'Qualifications',
  additionalInformation: 'Additional information',
};

export const smartrecruiters: JobSource = {
  id: 'smartrecruiters',
  display: displayOf('smartrecruiters'),
  kind: 'board',
  keys: [],
  pace: { everyMs: 250 },
  boardAt: (url) => boardOf('smartrecruiters', url),
  boardUrl: (board) => `https://jobs.smartrecruiters.com/${companyIn(board)}`,
  start: ({ board }) => ({
    url: `https://${HOST}/v1/companies/${companyIn(board)}/postings?limit=${AT_ONCE}&offset=0`,
  }),
  read(answer) {
    const body = jsonOf(answer.body);
    const entries = entriesAt(body, 'content');
    const total = amountOf(at(body, 'totalFound'));
    const seen = numberIn(answer.url, 'offset', 0) + entries.length;
    const next =
      entries.length > 0 && total !== null && seen < Math.min(total, MOST)
        ? nextPage(answer.url, { host: HOST, parameter: 'offset', value: seen })
        : undefined;
    return {
      ...readEntries(entries, { read: readListed, idOf: (entry) => at(entry, 'id') }),
      ...(next && { next }),
      ...(total !== null && { total }),
    };
  },
  detail: ({ sourceId }, { board }) => ({
    url: `https://${HOST}/v1/companies/${companyIn(board)}/postings/${encodeURIComponent(sourceId)}`,
  }),
  readDetail(answer, listed) {
    const job = fieldsOf(jsonOf(answer.body));
    if (lineOf(job.id, 300) !== listed.sourceId || at(job, 'jobAd', 'sections') === undefined)
      throw feedErrors.unreadable({ log: `no text of ${listed.sourceId}` });
    const read = readListed(job);
    if (read === 'skip') return withText(listed, job);
    // What only the list says stays (`customField`).
    return withText(
      {
        ...read,
        pay: read.pay ?? listed.pay,
        categories: [...new Set([...listed.categories, ...read.categories])].slice(0, 60),
      },
      job,
    );
  },
};
