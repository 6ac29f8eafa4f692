/**
 * Postings by the hundred thousand for measuring: some thousand texts, invented or with `CORPUS=DIR` those of
 * `DIR/dev/jobs.jsonl.gz`, taken again and again with title, employer and place of others.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { posting, type SourcePosting } from '#shared/feed/posting.schema.ts';
import type { Job } from '#shared/job/job.schema.ts';
import { type JobRow, rowOf } from '#shared/job/job-row.rules.ts';
import { newJob } from '#shared/job/posting.rules.ts';
import { inventedPostings, randomFrom } from '../fixtures/market.ts';

/** Texts that are read once and taken again. */
const DIFFERENT = 2_000;
const SYLLABLES = 'ba ce di fo gu ha ki lo mu na pe ri so ta vu wa xe yo zi bro cla dre fli gro'.split(' ');
/** Words one letter or ending apart, as many as a market of this size uses. */
const VOCABULARY = 60_000;
export const MARKET_NOW = Date.parse('2026-11-01T00:00:00Z');
const DAY = 86_400_000;

type Text = { title: string; company: string; location: string; description: string };

/** A made-up word by its number; low numbers are the frequent ones. */
function wordAt(number: number): string {
  let word = '';
  for (let rest = number + 24; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  return word;
}

/** Invented postings with as many different words as real ones have: some 300 each, few frequent, most rare. */
function invented(count: number): Text[] {
  const random = randomFrom(count);
  return inventedPostings({ count, seed: 3 }).map(({ title, company, location, description }, i) => {
    const filler = Array.from({ length: 320 }, () => wordAt(Math.floor(VOCABULARY * random() ** 4)));
    return {
      title,
      company: `${company} ${wordAt(i % 3_000)}`,
      location: location.text,
      description: `${description}\n${filler.join(' ')}`,
    };
  });
}

function real(corpus: string, count: number): Text[] | undefined {
  const file = [join(corpus, 'dev', 'jobs.jsonl.gz'), join(corpus, 'jobs.jsonl.gz')].find(existsSync);
  if (file === undefined) return undefined;
  const lines = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean);
  const step = Math.max(1, Math.floor(lines.length / count));
  return lines
    .filter((_, i) => i % step === 0)
    .slice(0, count)
    .map((line) => JSON.parse(line) as Partial<Text>)
    .map(({ title = '', company = '', location = '', description = '' }) => ({
      title: title.slice(0, 300),
      company: company.slice(0, 200),
      location: location.slice(0, 300),
      description,
    }))
    .filter(({ title, company, description }) => title && company && description);
}

export type Market = {
  /** The `number`-th posting as the index takes it in, and as people see it. */
  row(number: number): { row: JobRow; job: Job };
  /** Postings as a source gives them, other ones than the first `from`. */
  given(from: number, count: number): SourcePosting[];
  /** Titles, employers and places to ask for. */
  texts: readonly Text[];
};

export function createMarket(corpus = process.env.CORPUS): Market {
  const texts = (corpus && real(corpus, DIFFERENT)) || invented(DIFFERENT);
  const read = texts.map((text, i) => {
    const places = [{ text: text.location, city: null, region: null, country: null }];
    const given = posting({ ...text, source: 'bench', sourceId: `${i}`, url: `https://jobs.example/${i}`, places });
    const job = newJob(given, { id: 'job_0', seenAt: new Date(MARKET_NOW).toISOString() });
    return { job, row: rowOf(job, { rev: 1, seenAt: MARKET_NOW }) };
  });
  const at = <T>(list: readonly T[], number: number): T => {
    const one = list[number % list.length];
    if (one === undefined) throw new Error('There are no postings to measure with.');
    return one;
  };
  // Steps without a common divisor: text, title, employer and place meet differently in each round.
  const drawn = (number: number) => {
    const round = Math.floor(number / texts.length);
    return {
      text: at(read, number),
      title: at(read, number + round * 17),
      employer: at(read, number * 3 + round * 101),
      place: at(read, number * 7 + round * 13),
    };
  };
  return {
    texts,
    row(number) {
      const { text, title, employer, place } = drawn(number);
      const id = `job_${String(number).padStart(26, '0')}`;
      const postedAt = new Date(MARKET_NOW - ((number * 7919) % 90) * DAY - (number % 1440) * 60_000).toISOString();
      const job: Job = {
        ...text.job,
        id,
        title: title.job.title,
        company: employer.job.company,
        location: place.job.location,
        postedAt,
        url: `https://jobs.example/${number}`,
        sources: text.job.sources.map((source) => ({ ...source, sourceId: `${number}` })),
      };
      const { city, region, country, countries, places, remote } = place.row;
      const row: JobRow = {
        ...text.row,
        id,
        title: job.title,
        company: job.company,
        companyKey: employer.row.companyKey,
        ...{ place: place.row.place, city, region, country, countries, places, remote },
        posted: Date.parse(postedAt),
        urlKey: `jobs.example/${number}`,
      };
      return { row, job };
    },
    given(from, count) {
      return Array.from({ length: count }, (_, i) => {
        const { text, title, employer, place } = drawn(from + i);
        return posting({
          source: 'bench-new',
          sourceId: `${from + i}`,
          url: `https://new.example/${from + i}`,
          title: title.job.title,
          company: employer.job.company,
          places: [{ text: place.job.location.text, city: null, region: null, country: null }],
          description: text.job.description,
        });
      });
    },
  };
}
