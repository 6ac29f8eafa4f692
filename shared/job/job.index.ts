/**
 * Postings as compact rows in memory: filters, totals, search and the first choice of candidates run here, never as a
 * scan of the store. Rows come from immutable segments; of two rows with one id the higher `rev` stands.
 */
import { fold, words } from '#shared/kernel/text.ts';
import { type Occupations, occupationFit, occupationNearness, occupationsOf } from '#shared/skill/occupation.rules.ts';
import type { Job } from './job.schema.ts';
import { companyKey } from './normalise.rules.ts';
import { findPlaces } from './place.rules.ts';
import { annualise } from './salary.rules.ts';
import { tokens } from './text.rules.ts';

/** What the index keeps of a posting; about 700 bytes. */
export type JobRow = {
  id: string;
  rev: number;
  /** The posting was withdrawn. */
  gone?: boolean;
  title: string;
  company: string;
  place: string;
  city?: string | undefined;
  region?: string | undefined;
  country?: string | undefined;
  countries: string[];
  remote: Job['location']['remote'];
  type?: Job['employmentType'];
  /** Upper end of a year's pay in its own currency. */
  pay?: number | undefined;
  /** Milliseconds since 1970. */
  posted: number;
  expires?: number | undefined;
  sources: string[];
  skills: string[];
  urlKey?: string | undefined;
  /** Telling words of the text. */
  words: string;
};

export type JobFilter = {
  q?: string | undefined;
  location?: string | undefined;
  company?: string | undefined;
  source?: string | undefined;
  remote?: Job['location']['remote'] | undefined;
  employmentType?: Job['employmentType'] | undefined;
  /** Milliseconds since 1970. */
  postedSince?: number | undefined;
  salaryMin?: number | undefined;
  sort?: 'relevance' | 'date' | 'salary' | undefined;
};

type Entry = { row: JobRow; title: string; company: string; text: string; occupations: Occupations };

const MOST_WORDS = 90;
/** Nearness of occupations from which two titles are the same work. */
const SAME_OCCUPATION = 0.8;
/** Postings of one country from which those of others are left out. */
const ENOUGH_HERE = 30;

/** The row of a posting. `seenAt` dates a posting that carries no date of its own. */
export function rowOf(job: Job, options: { rev: number; urlKey?: string | undefined; seenAt: number }): JobRow {
  const top = job.salary?.max ?? job.salary?.min;
  const { countries, anywhere } = findPlaces(job.location.text);
  return {
    id: job.id,
    rev: options.rev,
    title: job.title,
    company: job.company,
    place: job.location.text,
    city: job.location.city,
    region: job.location.region,
    country: job.location.country,
    countries: anywhere ? [] : countries.length > 0 ? countries : job.location.country ? [job.location.country] : [],
    remote: job.location.remote,
    type: job.employmentType,
    pay: job.salary && top !== undefined ? annualise(top, job.salary.period) : undefined,
    posted: job.postedAt === undefined ? options.seenAt : Date.parse(job.postedAt),
    expires: job.expiresAt === undefined ? undefined : Date.parse(job.expiresAt),
    sources: [...new Set(job.sources.map((s) => s.source))],
    skills: job.skills.slice(0, 25),
    urlKey: options.urlKey,
    words: [...new Set(tokens(job.description.slice(0, 8000)).filter((w) => w.length > 4))]
      .slice(0, MOST_WORDS)
      .join(' '),
  };
}

function entryOf(row: JobRow): Entry {
  const title = ` ${words(row.title).join(' ')}`;
  const company = ` ${words(row.company).join(' ')}`;
  const skills = words(row.skills.join(' ')).join(' ');
  return {
    row,
    title,
    company,
    text: `${title}${company} ${words(row.place).join(' ')} ${skills} ${row.words}`,
    occupations: occupationsOf(row.title),
  };
}

/** A test for a filter's conditions; everything that can be prepared once is. */
function matcher(filter: JobFilter, now: number): (entry: Entry) => boolean {
  const wanted = filter.location === undefined ? undefined : findPlaces(filter.location);
  const typed = filter.location === undefined ? '' : fold(filter.location);
  const employer = filter.company === undefined ? '' : words(filter.company).join(' ');
  const employerKey = filter.company === undefined ? '' : companyKey(filter.company);
  const query = words(filter.q ?? '');
  const placeFits = ({ row }: Entry): boolean => {
    if (fold(row.place).includes(typed)) return true;
    return (wanted?.places ?? []).some((place) => {
      if (!row.countries.includes(place.country)) return false;
      if (place.city !== undefined)
        return row.city === place.city && (!place.region || !row.region || row.region === place.region);
      return place.region === undefined || row.region === place.region;
    });
  };
  return (entry) => {
    const { row } = entry;
    if (row.expires !== undefined && row.expires < now) return false;
    if (filter.remote !== undefined && row.remote !== filter.remote) return false;
    if (filter.employmentType !== undefined && row.type !== filter.employmentType) return false;
    if (filter.source !== undefined && !row.sources.includes(filter.source)) return false;
    if (filter.postedSince !== undefined && row.posted < filter.postedSince) return false;
    if (filter.salaryMin !== undefined && (row.pay === undefined || row.pay < filter.salaryMin)) return false;
    if (employer && !entry.company.includes(employer) && companyKey(row.company) !== employerKey) return false;
    if (typed && !placeFits(entry)) return false;
    return query.every((word) => entry.text.includes(` ${word}`));
  };
}

/** Title hits before employer hits before the rest. */
function relevance(entry: Entry, query: readonly string[]): number {
  let points = 0;
  for (const word of query) points += entry.title.includes(` ${word}`) ? 4 : entry.company.includes(` ${word}`) ? 2 : 1;
  return points + (query.length > 1 && entry.title.includes(` ${query.join(' ')}`) ? 5 : 0);
}

export function createJobIndex() {
  const entries = new Map<string, Entry>();
  const byUrl = new Map<string, string>();

  const apply = (rows: readonly JobRow[]): void => {
    for (const row of rows) {
      const known = entries.get(row.id);
      if (known && known.row.rev >= row.rev) continue;
      if (row.urlKey) byUrl.set(row.urlKey, row.id);
      entries.set(row.id, entryOf(row));
    }
  };

  return {
    apply,
    get size() {
      return entries.size;
    },
    revOf: (id: string): number | undefined => entries.get(id)?.row.rev,
    rowOf: (id: string): JobRow | undefined => entries.get(id)?.row,
    /** The public posting at a canonical address. */
    atUrl: (urlKey: string): string | undefined => byUrl.get(urlKey),

    /**
     * Ids that pass the filter, in order, with a total. `own` are a person's private rows, laid over the rest; one whose
     * address a source has confirmed gives way to the public posting.
     */
    search(filter: JobFilter, options: { now: number; own?: readonly JobRow[] }): string[] {
      const passes = matcher(filter, options.now);
      const query = words(filter.q ?? '');
      const sort = filter.sort ?? (query.length > 0 ? 'relevance' : 'date');
      const hits: { id: string; main: number; posted: number }[] = [];
      const consider = (entry: Entry) => {
        if (entry.row.gone || !passes(entry)) return;
        const main = sort === 'relevance' ? relevance(entry, query) : sort === 'salary' ? (entry.row.pay ?? -1) : 0;
        hits.push({ id: entry.row.id, main, posted: entry.row.posted });
      };
      for (const entry of entries.values()) consider(entry);
      for (const row of options.own ?? [])
        if (row.urlKey === undefined || !byUrl.has(row.urlKey)) consider(entryOf(row));
      hits.sort((a, b) => b.main - a.main || b.posted - a.posted || (a.id < b.id ? 1 : -1));
      return hits.map((hit) => hit.id);
    },

    /**
     * What postings of these titles ask: how many there are (the newest `most`, those of `country` where there are
     * enough), and in how many of them each skill stands, the most frequent first.
     */
    asked(
      titles: readonly string[],
      options: { most: number; now: number; country?: string | undefined },
    ): { postings: number; skills: { skill: string; count: number }[] } {
      const wanted = titles.map((title) => ({ occupations: occupationsOf(title), words: words(title) }));
      const near = new Map<string, boolean>();
      const fits = ({ title, occupations }: Entry): boolean => {
        const known = near.get(title);
        if (known !== undefined) return known;
        const is = wanted.some(
          (want) =>
            (occupationFit(want.occupations, occupations) ?? 0) >= SAME_OCCUPATION ||
            (want.words.length > 0 && want.words.every((word) => title.includes(` ${word}`))),
        );
        near.set(title, is);
        return is;
      };
      const found: JobRow[] = [];
      for (const entry of entries.values()) {
        const { row } = entry;
        if (!row.gone && (row.expires === undefined || row.expires >= options.now) && fits(entry)) found.push(row);
      }
      const { country } = options;
      const here = found.filter((row) => country !== undefined && row.countries.includes(country));
      const newest = (here.length >= ENOUGH_HERE ? here : found)
        .sort((a, b) => b.posted - a.posted || (a.id < b.id ? -1 : 1))
        .slice(0, options.most);
      const counts = new Map<string, number>();
      for (const { skills } of newest)
        for (const skill of new Set(skills)) counts.set(skill, (counts.get(skill) ?? 0) + 1);
      return {
        postings: newest.length,
        skills: [...counts]
          .map(([skill, count]) => ({ skill, count }))
          .sort((a, b) => b.count - a.count || (a.skill < b.skill ? -1 : 1)),
      };
    },

    /**
     * The `most` postings worth a full score for someone of these occupations and skills in this country, best first: a
     * coarse sum of nearness of occupation, shared skills and place. Withdrawn and expired ones are left out.
     */
    candidates(
      me: { occupations: Occupations; skills: ReadonlyMap<string, number>; country: string | undefined },
      options: { most: number; now: number },
    ): string[] {
      const nearness = new Map<string, number>();
      const near = (id: string): number => {
        const known = nearness.get(id);
        if (known !== undefined) return known;
        let best = 0;
        for (const [own, strength] of me.occupations)
          best = Math.max(best, occupationNearness(own, id) * Math.min(1, strength));
        nearness.set(id, best);
        return best;
      };
      const scored: { id: string; points: number }[] = [];
      for (const { row, occupations } of entries.values()) {
        if (row.gone || (row.expires !== undefined && row.expires < options.now)) continue;
        let fit = occupations.size === 0 ? 0.4 : 0;
        for (const [id, weight] of occupations) fit += weight * near(id);
        let shared = 0;
        for (const skill of row.skills) shared += me.skills.get(skill) ?? 0;
        const place =
          me.country === undefined || row.countries.length === 0 || row.countries.includes(me.country) ? 1 : 0.3;
        scored.push({
          id: row.id,
          points: fit * 0.5 * place + (row.skills.length ? (shared / row.skills.length) * 0.35 : 0.1) + place * 0.15,
        });
      }
      scored.sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
      return scored.slice(0, options.most).map((s) => s.id);
    },
  };
}

export type JobIndex = ReturnType<typeof createJobIndex>;
