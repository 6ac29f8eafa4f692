/**
 * Jobs of the United States government (developer.usajobs.gov). The text is a work of the government and free to store.
 * Two shapes are about: until about 2016 intervals are words (`Per Year`) and times are full, since then codes (`PA`)
 * and days; numbers come as text in both.
 */
import {
  addressOf,
  amountOf,
  at,
  closingOf,
  entriesAt,
  escapeText,
  fieldsOf,
  instantOf,
  joinParts,
  jsonOf,
  type Loose,
  lineOf,
  linesOf,
  listOf,
  nextPage,
  numberIn,
  placeFrom,
  readEntries,
} from '../answer.rules.ts';
import { displayOf } from '../display.data.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { employmentOf, languageIn, payOf } from '../stated.rules.ts';

const HOST = 'data.usajobs.gov';
const PER_PAGE = 500;
/** The interface answers no rows beyond this many, whatever the page. */
const MOST_ROWS = 10_000;

export const usajobs: JobSource = {
  id: 'usajobs',
  display: displayOf('usajobs'),
  kind: 'search',
  keys: ['USAJOBS_EMAIL', 'USAJOBS_KEY'],
  pace: { everyMs: 1000 },

  start({ query }, keys) {
    const url = new URL(`https://${HOST}/api/search`);
    if (query?.what) url.searchParams.set('Keyword', query.what);
    if (query?.where) url.searchParams.set('LocationName', query.where);
    if (query?.remote) url.searchParams.set('RemoteIndicator', 'True');
    if (query?.days) url.searchParams.set('DatePosted', String(query.days));
    url.searchParams.set('ResultsPerPage', String(PER_PAGE));
    url.searchParams.set('Page', '1');
    url.searchParams.set('Fields', 'Full');
    return {
      url: url.href,
      headers: { 'User-Agent': keys.USAJOBS_EMAIL ?? '', 'Authorization-Key': keys.USAJOBS_KEY ?? '' },
    };
  },

  read({ body, url }) {
    const answer = jsonOf(body);
    const items = entriesAt(answer, 'SearchResult', 'SearchResultItems');
    const total = amountOf(at(answer, 'SearchResult', 'SearchResultCountAll')) ?? items.length;
    const language = languageIn(at(answer, 'LanguageCode'));
    const page = numberIn(url, 'Page', 1);
    const more = items.length > 0 && page * PER_PAGE < Math.min(total, MOST_ROWS);
    const next = more ? nextPage(url, { host: HOST, parameter: 'Page', value: page + 1 }) : undefined;
    return {
      ...readEntries(items, {
        idOf: (item) => at(item, 'MatchedObjectId'),
        read: (item) => ({ ...jobOf(fieldsOf(item)), language }),
      }),
      total,
      ...(next && { next }),
    };
  },
};

/** Long texts that stand apart, in the order people read them. */
const PARTS: readonly (readonly [field: string, heading: string])[] = [
  ['MajorDuties', 'Duties'],
  ['KeyRequirements', 'Key requirements'],
  ['Requirements', 'Requirements'],
  ['Education', 'Education'],
  ['Evaluations', 'How you will be evaluated'],
  ['OtherInformation', 'Other information'],
  ['Benefits', 'Benefits'],
];

/** A text or a list of texts as lines. */
const linesIn = (value: unknown): string =>
  (Array.isArray(value) ? value : [value])
    .filter((line) => typeof line === 'string' && line.trim() !== '')
    .map((line) => escapeText(String(line).trim()))
    .join('<br>');

function jobOf(item: Loose): SourcePosting {
  const job = fieldsOf(item.MatchedObjectDescriptor);
  const details = fieldsOf(at(job, 'UserArea', 'Details'));
  const id = lineOf(item.MatchedObjectId, 60) ?? '';
  const organisation = lineOf(job.OrganizationName, 200);
  const department = lineOf(job.DepartmentName, 200);
  const qualifications = linesIn(job.QualificationSummary);
  const requirements = joinParts([
    { text: linesIn(details.KeyRequirements) },
    { text: linesIn(details.Requirements) },
    { text: qualifications },
  ]);
  const benefits = linesIn(details.Benefits);
  const [duties, ...rest] = PARTS.map(([field, heading]) => ({ heading, text: linesIn(details[field]) }));
  return posting({
    source: 'usajobs',
    sourceId: id,
    url: addressOf(job.PositionURI) ?? `https://www.usajobs.gov/job/${encodeURIComponent(id)}`,
    applyUrl: addressOf(listOf(job.ApplyURI)[0]),
    title: lineOf(job.PositionTitle, 300) ?? '',
    company: organisation ?? department,
    department: department === organisation ? null : department,
    places: listOf(job.PositionLocation)
      .flatMap((place) => placeIn(fieldsOf(place)) ?? [])
      .slice(0, 200),
    remote: remoteIn(details),
    description: joinParts([
      { text: linesIn(details.JobSummary) },
      ...(duties ? [duties] : []),
      { heading: 'Qualifications', text: qualifications },
      ...rest,
    ]),
    sections: {
      requirements: requirements === '' ? null : requirements,
      preferred: null,
      benefits: benefits === '' ? null : benefits,
    },
    pay: payIn(fieldsOf(listOf(job.PositionRemuneration)[0])),
    employmentType: employmentIn(job),
    seniority: gradeIn(job, details),
    education: lineOf(details.Education, 300),
    categories: linesOf(
      listOf(job.JobCategory).map((category) => `${at(category, 'Code') ?? ''} ${at(category, 'Name') ?? ''}`),
      { most: 120, count: 60 },
    ),
    eligibility: eligibilityIn(details),
    requisition: lineOf(job.PositionID, 120),
    postedAt: instantOf(job.PublicationStartDate) ?? instantOf(job.PositionStartDate),
    expiresAt: closingOf(job.ApplicationCloseDate),
  });
}

/** `CityName` repeats the state (`Atlanta, Georgia`); some places are none (`Location Negotiable After Selection`). */
function placeIn(place: Loose): SourcePosting['places'][number] | null {
  const name = lineOf(place.LocationName, 300);
  const none = /negotiable|multiple locations|anywhere|various/i.test(name ?? '');
  const region = lineOf(place.CountrySubDivisionCode, 120);
  return placeFrom({
    text: name,
    city: none ? null : lineOf(place.CityName, 120)?.split(',')[0],
    region: region === 'N/A' ? null : region,
    country: place.CountryCode,
  });
}

const yes = (value: unknown): boolean => value === true || /^(?:true|yes|y|1)$/i.test(lineOf(value, 10) ?? '');

function remoteIn(details: Loose): SourcePosting['remote'] {
  if (yes(details.RemoteIndicator)) return { kind: 'remote', countries: ['US'], text: null };
  if (yes(details.TeleworkEligible)) return { kind: 'hybrid', countries: ['US'], text: 'Telework eligible' };
  return details.RemoteIndicator === false && details.TeleworkEligible === false
    ? { kind: 'onsite', countries: [], text: null }
    : null;
}

type Period = NonNullable<SourcePosting['pay']>['period'];
/** Per code its period, and how many of them the figure is for: BW is two weeks. PW is piece work, not a week. */
const INTERVALS: readonly [RegExp, Period, number][] = [
  [/^(?:PA|SY|Per Year|School Year)$/i, 'year', 1],
  [/^(?:PH|Per Hour)$/i, 'hour', 1],
  [/^(?:PD|Per Day)$/i, 'day', 1],
  [/^(?:PM|Per Month)$/i, 'month', 1],
  [/^(?:BW|Bi-?weekly)$/i, 'week', 2],
];

function payIn(pay: Loose): SourcePosting['pay'] {
  const code = lineOf(pay.RateIntervalCode, 40) ?? '';
  if (/^(?:WC|Without Compensation)$/i.test(code)) return null;
  const [, period = null, per = 1] = INTERVALS.find(([words]) => words.test(code)) ?? [];
  const share = (value: unknown): number | null => {
    const amount = amountOf(value);
    return amount === null ? null : amount / per;
  };
  return payOf({
    min: share(pay.MinimumRange),
    max: share(pay.MaximumRange),
    currency: 'USD',
    period,
    text: lineOf(pay.Description, 500) ?? lineOf(code, 500),
  });
}

function employmentIn(job: Loose): SourcePosting['employmentType'] {
  const offering = lineOf(at(listOf(job.PositionOfferingType)[0], 'Name'), 200) ?? '';
  const schedule = lineOf(at(listOf(job.PositionSchedule)[0], 'Name'), 200) ?? '';
  const told = employmentOf(`${offering}; ${schedule}`);
  if (told === 'internship' || told === 'part-time') return told;
  return /^term\b/i.test(offering) ? 'temporary' : told;
}

/** `GS-13`, `GS-13/14`, or the plan alone. */
function gradeIn(job: Loose, details: Loose): string | null {
  const plan = lineOf(at(listOf(job.JobGrade)[0], 'Code'), 20);
  const low = lineOf(details.LowGrade, 10);
  const high = lineOf(details.HighGrade, 10);
  const grades = low === null || high === null || low === high ? (low ?? high) : `${low}/${high}`;
  return lineOf([plan, grades].filter((part) => part !== null).join('-'), 200);
}

/** Hiring paths decide alone who may apply; the codes as the site words them. */
const PATHS: Readonly<Record<string, string>> = {
  public: 'Open to the public',
  'fed-internal-search': 'Internal to an agency',
  'fed-competitive': 'Federal employees: competitive service',
  'fed-excepted': 'Federal employees: excepted service',
  'fed-transition': 'Career transition (CTAP, ICTAP, RPL)',
  vet: 'Veterans',
  mspouse: 'Military spouses',
  disability: 'Individuals with disabilities',
  student: 'Students',
  graduates: 'Recent graduates',
  ses: 'Senior executives',
  land: 'Land and base management',
  nguard: 'National Guard and Reserves',
  native: 'Native Americans',
  peace: 'Peace Corps and AmeriCorps Vista',
  overseas: 'Family of overseas employees',
  'special-authorities': 'Special authorities',
};

function eligibilityIn(details: Loose): string[] {
  const who = lineOf(at(details.WhoMayApply, 'Name'), 500);
  const paths = Array.isArray(details.HiringPath) ? details.HiringPath : [details.HiringPath];
  const clearance = lineOf(details.SecurityClearance, 200);
  return [
    ...(who === null ? [] : [who]),
    ...paths.flatMap((path) => {
      const code = lineOf(path, 100);
      return code === null ? [] : (PATHS[code.toLowerCase()] ?? code);
    }),
    ...(clearance === null || /^(?:not required|none|other)$/i.test(clearance)
      ? []
      : [`Security clearance: ${clearance}`]),
  ].slice(0, 30);
}
