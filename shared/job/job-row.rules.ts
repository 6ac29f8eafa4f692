/** What the search index is told of a posting. */
import type { Job } from './job.schema.ts';
import { companyKey } from './normalise.rules.ts';
import { findPlaces, type Place } from './place.rules.ts';
import { annualise } from './salary.rules.ts';
import { isCommonWord, tokens } from './text.rules.ts';
import { describeVacancy, featuresOf, type VacancyFeatures } from './vacancy.rules.ts';

/** A posting as the index takes it in. Of two rows with one id the higher `rev` stands. */
export type JobRow = {
  id: string;
  rev: number;
  /** The posting is closed, withdrawn or merged away: kept only so that an older row cannot come back. */
  gone?: boolean;
  title: string;
  company: string;
  companyKey?: string | undefined;
  place: string;
  city?: string | undefined;
  region?: string | undefined;
  country?: string | undefined;
  countries: readonly string[];
  /** Every place of a posting that names more than one. */
  places?: readonly Place[] | undefined;
  remote: Job['location']['remote'];
  type?: Job['employmentType'];
  /** Upper end of a year's pay in its own currency. */
  pay?: number | undefined;
  /** Milliseconds since 1970. */
  posted: number;
  expires?: number | undefined;
  sources: readonly string[];
  skills: readonly string[];
  urlKey?: string | undefined;
  /** The variants' smallest id where that is smaller than the posting's own: they are one group. */
  lead?: string | undefined;
  /** Distinct words of the text, and those of them that stand there three times or more. */
  words: string;
  often?: string | undefined;
  /** What matching needs; absent where the posting is gone. */
  fit?: VacancyFeatures | undefined;
};

const MOST_SKILLS = 25;
const MOST_TEXT = 20_000;
const MOST_WORDS = 400;
const LONGEST_WORD = 40;
const OFTEN = 3;

/** Whether the index keeps a word of running text: not the commonest words, long numbers and what no one types. */
const isTelling = (word: string): boolean =>
  word.length > 1 && word.length <= LONGEST_WORD && !isCommonWord(word) && !/^\d{5,}$/.test(word);

function wordsOf(description: string): { words: string; often?: string } {
  const counts = new Map<string, number>();
  for (const word of tokens(description.slice(0, MOST_TEXT)))
    if (counts.has(word) || (counts.size < MOST_WORDS && isTelling(word)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= OFTEN).map(([word]) => word);
  return { words: [...counts.keys()].join(' '), ...(often.length > 0 && { often: often.join(' ') }) };
}

const instant = (date: string | undefined): number | undefined => {
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isFinite(at) ? at : undefined;
};

/** The row of a posting. `seenAt` (milliseconds) dates one that carries no date; `gone` takes it out of lists and rankings. */
export function rowOf(
  job: Job,
  {
    rev,
    urlKey,
    seenAt,
    gone = job.liveness === 'closed',
  }: {
    rev: number;
    urlKey?: string | undefined;
    seenAt: number;
    gone?: boolean;
  },
): JobRow {
  const top = job.salary?.max ?? job.salary?.min;
  const found = findPlaces(job.location.text);
  const countries = found.countries.length > 0 ? found.countries : job.location.country ? [job.location.country] : [];
  const [lead = job.id] = [job.id, ...job.variants].sort();
  return {
    id: job.id,
    rev,
    ...(gone && { gone }),
    title: job.title,
    company: job.company,
    companyKey: companyKey(job.company),
    place: job.location.text,
    city: job.location.city,
    region: job.location.region,
    country: job.location.country,
    countries: found.anywhere ? [] : countries,
    ...(found.places.length > 1 && { places: found.places }),
    remote: job.location.remote,
    type: job.employmentType,
    pay: job.salary && top !== undefined ? annualise(top, job.salary.period) : undefined,
    posted: instant(job.postedAt) ?? seenAt,
    expires: instant(job.expiresAt),
    sources: [...new Set(job.sources.map((s) => s.source))],
    skills: job.skills.slice(0, MOST_SKILLS),
    urlKey,
    ...(lead !== job.id && { lead }),
    ...(gone ? { words: '' } : { ...wordsOf(job.description), fit: featuresOf(describeVacancy(job)) }),
  };
}
