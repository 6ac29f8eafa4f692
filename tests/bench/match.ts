/**
 * Scoring all postings for one person and one posting for all people, at growing numbers, beside scoring pair by pair.
 * Postings are invented, or with `CORPUS=DIR` the real ones of `DIR/dev/jobs.jsonl.gz`; to reach any number they are
 * taken again and again with employer, place and title drawn from others.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { normalisePosting, type RawPosting } from '#shared/job/normalise.rules.ts';
import { describeVacancy, featuresOf, type VacancyFeatures } from '#shared/job/vacancy.rules.ts';
import { describeCandidate } from '#shared/match/candidate.rules.ts';
import { type CandidateFeatures, candidateFeaturesOf } from '#shared/match/features.rules.ts';
import { createPeople } from '#shared/match/people.index.ts';
import { createRanker } from '#shared/match/ranker.index.ts';
import { scoreFeatures } from '#shared/match/score.rules.ts';
import { inventedPeople, inventedPostings, randomFrom } from '../fixtures/market.ts';
import { memory } from './memory.ts';
import { median, type Row } from './row.ts';

const COUNTS = [1_000, 10_000, 100_000];
const DIFFERENT = 2_000;
const NOW = Date.parse('2026-11-01T00:00:00Z');

function realFits(file: string): VacancyFeatures[] {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean);
  const step = Math.max(1, Math.floor(lines.length / DIFFERENT));
  return lines
    .filter((_, i) => i % step === 0)
    .map((line) => {
      const raw = JSON.parse(line) as RawPosting;
      const {
        level: _level,
        countries: _countries,
        language: _language,
        ...job
      } = normalisePosting({ ...raw, company: raw.company ?? '', description: raw.description ?? '' });
      return featuresOf(describeVacancy(job));
    });
}

function fitsOf(corpus: string | undefined): VacancyFeatures[] {
  const file = corpus && [join(corpus, 'dev', 'jobs.jsonl.gz'), join(corpus, 'jobs.jsonl.gz')].find(existsSync);
  return file
    ? realFits(file)
    : inventedPostings({ count: DIFFERENT, seed: 1 }).map((job) => featuresOf(describeVacancy(job)));
}

/** `count` features, each of one posting's text with place, employer and title of others. */
function mixed(base: readonly VacancyFeatures[], count: number): VacancyFeatures[] {
  const random = randomFrom(count);
  const any = (): VacancyFeatures => {
    const fit = base[Math.floor(random() * base.length)];
    if (fit === undefined) throw new Error('There are no postings to measure with.');
    return fit;
  };
  return Array.from({ length: count }, () => {
    const { occupations } = any();
    return { ...any(), where: any().where, company: any().company, occupations };
  });
}

/** Milliseconds of processor time, not of the clock: what others run on the machine must not show. */
function timed(run: () => void, times = 5): number {
  run();
  return median(
    Array.from({ length: times }, () => {
      const start = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }),
  );
}

/** What `make` gives, and what it adds to heap and buffers, in bytes. */
async function sizeOf<T>(make: () => T): Promise<{ value: T; bytes: number }> {
  const before = await memory();
  const value = make();
  return { value, bytes: (await memory()) - before };
}

const MB = 1024 * 1024;

export async function measureMatch(corpus = process.env.CORPUS): Promise<Row[]> {
  const base = fitsOf(corpus);
  const persons = inventedPeople({ count: 400, seed: 5 }).map((profile) =>
    candidateFeaturesOf(describeCandidate(profile)),
  );
  const first = persons.slice(0, 7);
  const alone =
    timed(() => {
      for (const me of first) for (const fit of base.slice(0, 200)) scoreFeatures(me, fit);
    }, 3) /
    (first.length * Math.min(200, base.length));
  const rows: Row[] = [];
  for (const count of COUNTS) {
    const fits = mixed(base, count).map((fit, i) => JSON.stringify({ id: `job_${i}`, rev: 1, fit }));
    let filling = 0;
    const { value: ranker, bytes } = await sizeOf(() => {
      const made = createRanker();
      const start = process.cpuUsage();
      for (const fit of fits) made.apply([JSON.parse(fit)]);
      const { user, system } = process.cpuUsage(start);
      filling = (user + system) / 1000;
      return made;
    });
    let turn = 0;
    const figure = timed(() => {
      const me = first[turn++ % first.length] as CandidateFeatures;
      ranker.rank(me, { now: NOW, most: 500 });
    }, 7);
    const last = count === COUNTS.at(-1);
    rows.push(
      {
        measure: `one person, ${count} postings, full score`,
        figure,
        unit: 'ms',
        baseline: { name: 'pair by pair', figure: alone * count },
        ...(last && { bar: { atMost: 500 } }),
      },
      { measure: `  columns of ${count} postings filled from JSON`, figure: filling, unit: 'ms' },
      {
        measure: `  memory of ${count} postings`,
        figure: bytes / MB,
        unit: 'MB',
        ...(last && { bar: { atMost: 200 } }),
      },
    );
  }
  for (const count of [1_000, 10_000]) {
    const { value: people, bytes } = await sizeOf(() => {
      const made = createPeople();
      const texts = persons.map((features) => JSON.stringify(features));
      for (let i = 0; i < count; i++)
        made.apply([{ owner: `usr_${i}`, rev: 1, features: JSON.parse(texts[i % texts.length] ?? '{}') }]);
      return made;
    });
    let turn = 0;
    const figure = timed(() => {
      const fit = base[(turn++ * 37) % base.length] as VacancyFeatures;
      people.concerned(fit, { least: 60 });
    }, 9);
    rows.push(
      {
        measure: `one posting, ${count} people`,
        figure,
        unit: 'ms',
        baseline: { name: 'pair by pair', figure: alone * count },
        ...(count === 10_000 && { bar: { atMost: 500 } }),
      },
      { measure: `  memory of ${count} people`, figure: bytes / MB, unit: 'MB' },
    );
  }
  return rows;
}
