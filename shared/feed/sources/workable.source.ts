/**
 * Workable's careers widget: one answer holds the whole board. Its makers document the embed, not the answer, and slow
 * down whoever hurries. A posting in several places stands there once per place.
 */
import {
  addressOf,
  at,
  bodyOf,
  entriesAt,
  fieldsOf,
  instantOf,
  jsonOf,
  lineOf,
  linesOf,
  listOf,
  placeFrom,
  readEntries,
} from '../answer.rules.ts';
import { boardOf } from '../board-address.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { distinct, employmentOf, remoteAs, slugIn } from '../stated.rules.ts';

const accountIn = (board: string | undefined): string => {
  const slug = slugIn(board);
  if (slug === undefined) throw feedErrors.no_board();
  return slug;
};

/** Entries of one shortcode, in their first one's position. */
function byShortcode(entries: readonly unknown[]): unknown[][] {
  const groups = new Map<string, unknown[]>();
  entries.forEach((entry, i) => {
    const key = lineOf(at(entry, 'shortcode'), 300) ?? `entry ${i}`;
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  });
  return [...groups.values()];
}

function readJob(entries: readonly unknown[], company: unknown) {
  const job = fieldsOf(entries[0]);
  const places = distinct(entries.flatMap((entry) => placesOf(fieldsOf(entry))));
  return posting({
    source: 'workable',
    sourceId: lineOf(job.shortcode, 300) ?? '',
    url: addressOf(job.url) ?? addressOf(job.shortlink) ?? '',
    applyUrl: addressOf(job.application_url),
    title: lineOf(job.title, 300) ?? '',
    company: lineOf(company, 200),
    places,
    remote: job.telecommuting === true ? remoteAs('remote', { places }) : null,
    description: bodyOf(job.description),
    employmentType: employmentOf(job.employment_type),
    department: lineOf(job.department, 200),
    seniority: lineOf(job.experience, 200),
    education: lineOf(job.education, 300),
    categories: linesOf([job.function, job.industry, job.department], { most: 120, count: 60 }),
    requisition: lineOf(job.code, 120),
    postedAt: instantOf(job.published_on) ?? instantOf(job.created_at),
  });
}

/** The place a remote posting hides is an office's, not where the work is. */
function placesOf(job: Readonly<Record<string, unknown>>): SourcePosting['places'] {
  const listed = listOf(job.locations).map(fieldsOf);
  if (listed.length === 0) return distinct([placeFrom({ city: job.city, region: job.state, country: job.country })]);
  return distinct(
    listed
      .filter(({ hidden }) => !(hidden === true && job.telecommuting === true))
      .map(({ city, region, country, countryCode }) => {
        const place = placeFrom({ city, region, country });
        return place && { ...place, country: placeFrom({ country: countryCode })?.country ?? place.country };
      }),
  );
}

export const workable: JobSource = {
  id: 'workable',
  display: displayOf('workable'),
  kind: 'board',
  keys: [],
  pace: { everyMs: 3000 },
  boardAt: (url) => boardOf('workable', url),
  boardUrl: (board) => `https://apply.workable.com/${accountIn(board)}/`,
  start: ({ board }) => ({
    url: `https://apply.workable.com/api/v1/widget/accounts/${accountIn(board)}?details=true`,
  }),
  read(answer) {
    const body = jsonOf(answer.body);
    return readEntries(byShortcode(entriesAt(body, 'jobs')), {
      read: (entries) => readJob(listOf(entries), at(body, 'name')),
      idOf: (entries) => at(listOf(entries)[0], 'shortcode'),
    });
  },
};
