/**
 * How what several sources say of one vacancy becomes the posting people see. The best source's words are its face; what
 * the face does not state is taken from the others; what each said is kept apart (see `posting.store.ts`).
 */
import { posting, type SourcePosting } from '#shared/feed/posting.schema.ts';
import { atsIdOf } from './canonical-url.rules.ts';
import { outranking } from './employer.rules.ts';
import type { ImportedPosting } from './job.contract.ts';
import type { Job } from './job.schema.ts';
import { LONGEST_LOCATION, type NormalPosting, normalisePosting, type RawPosting } from './normalise.rules.ts';
import { parseSalary } from './salary.rules.ts';
import { cleanText } from './text.rules.ts';

/** What a posting says, apart from who brought it and how it stands. */
export type Content = Omit<
  Job,
  'id' | 'sources' | 'liveness' | 'variants' | 'personal' | 'firstSeenAt' | 'reposts' | 'changedAt'
>;

/** A text shorter than this, where nobody says whether it is whole, is taken for an excerpt. */
const EXCERPT = 900;

/** A location in pieces a place may hold, cut where a list is. */
function piecesOf(location: string): string[] {
  const pieces: string[] = [];
  for (const part of location.split(/(?<=[,;|\n])/)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + part.length <= 300) pieces[pieces.length - 1] = last + part;
    else pieces.push(part.slice(0, 300));
  }
  return pieces
    .map((piece) => (pieces.length > 1 ? piece.replace(/[,;|\s]+$/, '') : piece).trim())
    .filter(Boolean)
    .slice(0, 200);
}

/** A posting of `POST /jobs/import` as a source would give it. */
export const sourcePostingOf = (given: ImportedPosting): SourcePosting =>
  posting({
    source: given.source,
    sourceId: given.sourceId,
    url: given.url,
    title: given.title.slice(0, 300),
    company: given.company,
    description: given.description,
    places: piecesOf(given.location).map((text) => ({ text, city: null, region: null, country: null })),
    postedAt: given.postedAt === undefined ? null : new Date(given.postedAt).toISOString(),
    pay: given.salary
      ? {
          min: given.salary.min ?? null,
          max: given.salary.max ?? null,
          currency: /^[A-Z]{3}$/.test(given.salary.currency) ? given.salary.currency : null,
          period: given.salary.period,
          predicted: given.salary.predicted ?? false,
          text: null,
        }
      : null,
    employmentType: given.employmentType ?? null,
    truncated: cleanText(given.description).length < EXCERPT,
  });

export function contentOfJob(job: Job): Content {
  const { id, sources, liveness, variants, personal, firstSeenAt, reposts, changedAt, ...content } = job;
  return content;
}

/** How good a source's text is to show: an employer's own board 2, another full text 1, an excerpt 0. */
export const rankOf = ({ url, truncated }: Pick<SourcePosting, 'url' | 'truncated'>): number => {
  const ats = atsIdOf(url);
  if (truncated) return 0;
  return ats !== undefined && ats.ats !== 'adzuna' ? 2 : 1;
};

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

/** One line for all places; where only the countries of remote work are stated, those. */
export function locationText({ places, remote }: Pick<SourcePosting, 'places' | 'remote'>): string {
  const named = [...new Set(places.map((place) => place.text).filter(Boolean))].join('; ');
  if (named !== '') return named.slice(0, LONGEST_LOCATION);
  if (remote?.text) return remote.text;
  if (remote?.kind !== 'remote') return '';
  return ['Remote', ...remote.countries.map((code) => countryNames.of(code) ?? code)]
    .join(', ')
    .slice(0, LONGEST_LOCATION);
}

/** Pay as stated, or nothing where amounts, currency or period are missing. Ends in the wrong order are turned round. */
export function payOf({ pay }: Pick<SourcePosting, 'pay'>): Job['salary'] {
  if (pay === null) return undefined;
  const amounts = [pay.min, pay.max].filter((n) => n !== null && n > 0) as number[];
  const low = Math.min(...amounts);
  const high = Math.max(...amounts);
  if (amounts.length === 0 || pay.currency === null || pay.period === null) {
    const read = pay.text === null ? undefined : parseSalary(pay.text);
    return read && { ...read, ...(pay.predicted && { predicted: true }) };
  }
  return {
    ...(pay.min !== null && pay.min > 0 && { min: low }),
    ...(pay.max !== null && pay.max > 0 && { max: high }),
    currency: pay.currency,
    period: pay.period,
    ...(pay.predicted && { predicted: true }),
  };
}

const rawOf = (given: SourcePosting): RawPosting => {
  const [first] = given.places;
  const salary = payOf(given);
  return {
    title: given.title,
    company: given.company ?? '',
    location: locationText(given),
    place: first && { city: first.city, region: first.region, country: first.country },
    remote: given.remote?.kind,
    description: given.description,
    url: given.url,
    ...(given.employmentType !== null && { employmentType: given.employmentType }),
    ...(salary && { salary }),
  };
};

/** The fields one source gives. */
function contentOf(normal: NormalPosting, given: SourcePosting): Content {
  return {
    title: normal.title,
    company: normal.company,
    location: normal.location,
    description: normal.description,
    url: given.url,
    ...(given.postedAt !== null && { postedAt: given.postedAt }),
    ...(given.expiresAt !== null && { expiresAt: given.expiresAt }),
    ...(normal.salary && { salary: normal.salary }),
    ...(normal.employmentType && { employmentType: normal.employmentType }),
    skills: normal.skills,
    ...(given.questions !== null && questionsOf(given.questions)),
    ...(given.truncated && { excerpt: true }),
  };
}

export const questionsOf = ({
  count,
  written,
  knockouts,
}: NonNullable<SourcePosting['questions']>): Pick<Job, 'questions' | 'effort' | 'knockouts'> => ({
  questions: count,
  effort: { questions: count, written },
  knockouts,
});

/** The content shown of a vacancy that these sources bring, in the order they came; `undefined` of none. */
export function contentOfAll(all: readonly SourcePosting[]): Content | undefined {
  const givens = outranking(all);
  const face = givens.toSorted((a, b) => rankOf(b) - rankOf(a))[0];
  if (face === undefined) return undefined;
  const content = contentOf(normalisePosting(rawOf(face)), face);
  const others = givens.filter((given) => given !== face);
  const salary = content.salary ?? first(others, payOf);
  const employmentType = content.employmentType ?? first(others, (given) => given.employmentType ?? undefined);
  const expiresAt = content.expiresAt ?? first(others, (given) => given.expiresAt ?? undefined);
  const asked = content.questions === undefined ? first(others, (given) => given.questions ?? undefined) : undefined;
  // The first day it was published anywhere is the day it was posted.
  const postedAt = givens.flatMap((given) => given.postedAt ?? []).sort()[0];
  return {
    ...content,
    ...(salary && { salary }),
    ...(employmentType && { employmentType }),
    ...(expiresAt && { expiresAt }),
    ...(postedAt && { postedAt }),
    ...(asked && questionsOf(asked)),
  };
}

function first<T, R>(list: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of list) {
    const value = read(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A person's own capture as a posting. `seenAt` is an ISO instant. */
export function newJob(given: SourcePosting, { id, seenAt }: { id: string; seenAt: string }): Job {
  const { source, sourceId, url } = given;
  return {
    id,
    ...contentOf(normalisePosting(rawOf(given)), given),
    sources: [{ source, sourceId, url, seenAt }],
    liveness: 'live',
    variants: [],
  };
}
