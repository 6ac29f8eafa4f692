/** Lever postings, American and European hosts (github.com/lever/postings-api). A European site is written `eu:site`. */
import {
  addressOf,
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
  placeFrom,
  readEntries,
} from '../answer.rules.ts';
import { boardOf } from '../board-address.rules.ts';
import { displayOf } from '../display.data.ts';
import { feedErrors } from '../feed.errors.ts';
import { posting, type SourcePosting } from '../posting.schema.ts';
import type { JobSource } from '../source.schema.ts';
import { distinct, employmentOf, partsOf, payOf, periodIn, placeWith, remoteAs, slugIn } from '../stated.rules.ts';

const AT_ONCE = 100;
/** A board of more postings than this has lost its mind. */
const MOST = 20_000;

const siteIn = (board: string | undefined): { host: string; site: string } => {
  const [, eu, site] = /^(eu:)?(.+)$/.exec(board ?? '') ?? [];
  const slug = slugIn(site);
  if (slug === undefined) throw feedErrors.no_board();
  return { host: eu ? 'eu.lever.co' : 'lever.co', site: slug };
};

function readPosting(entry: unknown) {
  const job = fieldsOf(entry);
  const categories = fieldsOf(job.categories);
  const lists = listOf(job.lists).map((list) => ({
    heading: lineOf(at(list, 'text'), 200) ?? '',
    html: `<ul>${bodyOf(at(list, 'content'))}</ul>`,
  }));
  const places = placesOf(job);
  return posting({
    source: 'lever',
    sourceId: lineOf(job.id, 300) ?? '',
    url: addressOf(job.hostedUrl) ?? '',
    applyUrl: addressOf(job.applyUrl),
    title: lineOf(job.text, 300) ?? '',
    places,
    remote: remoteIn(job.workplaceType, places),
    // Requirements stand in the lists, pay and the closing words beside them.
    description: joinParts([
      {
        text: bodyOf(job.description) || bodyOf(job.opening) + bodyOf(job.descriptionBody) || plain(job, 'description'),
      },
      ...lists.map(({ heading, html }) => ({ heading: escapeText(heading), text: html })),
      { text: bodyOf(job.salaryDescription) || plain(job, 'salaryDescription') },
      { text: bodyOf(job.additional) || plain(job, 'additional') },
    ]),
    sections: partsOf(lists),
    pay: payOf({
      min: at(job.salaryRange, 'min'),
      max: at(job.salaryRange, 'max'),
      currency: at(job.salaryRange, 'currency'),
      period: periodIn(at(job.salaryRange, 'interval')),
      text: job.salaryDescriptionPlain,
    }),
    employmentType: employmentOf(categories.commitment),
    department: lineOf(categories.department, 200) ?? lineOf(categories.team, 200),
    seniority: lineOf(categories.level, 200),
    categories: linesOf([categories.department, categories.team, categories.commitment], { most: 120, count: 60 }),
    postedAt: instantOf(job.createdAt),
    updatedAt: instantOf(job.updatedAt),
  });
}

const plain = (job: Readonly<Record<string, unknown>>, field: string): string =>
  escapeText(bodyOf(job[`${field}Plain`]));

/** `country` is the main place's; the others stand in words alone. */
function placesOf(job: Readonly<Record<string, unknown>>): SourcePosting['places'] {
  const main = at(job.categories, 'location');
  const all = listOf(at(job.categories, 'allLocations')).filter((place) => place !== main);
  const first = placeWith(main, { country: job.country });
  // A country in words of its own stands for a place that is not named at all.
  return distinct([first ?? placeFrom({ country: job.country }), ...all.map((place) => placeWith(place, {}))]);
}

function remoteIn(workplace: unknown, places: SourcePosting['places']): SourcePosting['remote'] {
  const word = String(workplace ?? '').toLowerCase();
  if (word === 'remote') return remoteAs('remote', { places });
  if (word === 'hybrid') return remoteAs('hybrid', { places });
  return /^on-?site$/.test(word) ? remoteAs('onsite', { places }) : null;
}

export const lever: JobSource = {
  id: 'lever',
  display: displayOf('lever'),
  kind: 'board',
  keys: [],
  pace: { everyMs: 1000 },
  boardAt: (url) => boardOf('lever', url),
  boardUrl(board) {
    const { host, site } = siteIn(board);
    return `https://jobs.${host}/${site}`;
  },
  start({ board }) {
    const { host, site } = siteIn(board);
    return { url: `https://api.${host}/v0/postings/${site}?mode=json&limit=${AT_ONCE}&skip=0` };
  },
  read(answer, { board }) {
    const entries = entriesAt(jsonOf(answer.body));
    const seen = numberIn(answer.url, 'skip', 0) + entries.length;
    // A full page may have another behind it; a longer one than asked for is the whole board.
    const next =
      entries.length === AT_ONCE && seen < MOST
        ? nextPage(answer.url, { host: `api.${siteIn(board).host}`, parameter: 'skip', value: seen })
        : undefined;
    return { ...readEntries(entries, { read: readPosting, idOf: (entry) => at(entry, 'id') }), ...(next && { next }) };
  },
};
