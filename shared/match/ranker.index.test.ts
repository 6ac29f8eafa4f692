import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeVacancy, featuresOf, type VacancyFeatures } from '#shared/job/vacancy.rules.ts';
import { packVector } from '#shared/job/vector.rules.ts';
import { allSkills } from '#shared/skill/skill.rules.ts';
import { inventedPeople, inventedPostings, randomFrom } from '#tests/fixtures/market.ts';
import { describeCandidate } from './candidate.rules.ts';
import { type CandidateFeatures, candidateFeaturesOf } from './features.rules.ts';
import { weightsFrom } from './feedback.rules.ts';
import { createPeople } from './people.index.ts';
import { createRanker } from './ranker.index.ts';
import { scoreCandidate, scoreFeatures } from './score.rules.ts';

const vacancies = inventedPostings({ count: 45, seed: 7 }).map((job) => describeVacancy(job));
const fits = vacancies.map((vacancy, i) => ({ ...featuresOf(vacancy), ...(i % 3 === 0 && { vector: vectorOf(i) }) }));
const candidates = inventedPeople({ count: 14, seed: 11 }).map(describeCandidate);
const people = candidates.map((me, i) => ({ ...candidateFeaturesOf(me), ...(i % 2 === 0 && { vector: vectorOf(i) }) }));
const now = Date.parse('2026-11-01T00:00:00Z');
const idOf = (i: number): string => `job_${i}`;
const tasteOf = (me: CandidateFeatures) =>
  weightsFrom(
    fits.slice(0, 9).map((fit, i) => ({
      verdict: i % 3 === 0 ? ('liked' as const) : ('hidden' as const),
      fit,
      parts: scoreFeatures(me, fit).breakdown,
    })),
  );

const ranker = createRanker();
ranker.apply(fits.map((fit, i) => ({ id: idOf(i), rev: 1, fit })));

describe('one pair has one score, wherever it is reckoned', () => {
  it('the invented market has scores of every band, gates of many kinds and wishes that matter', () => {
    const all = people.flatMap((me) => fits.map((fit) => scoreFeatures(me, fit)));
    for (const band of [0, 20, 40, 60, 80])
      expect(all.filter(({ score }) => score >= band && score < band + 20).length).toBeGreaterThan(1);
    const gates = new Set(all.flatMap(({ gate }) => gate?.code ?? []));
    for (const code of ['country', 'excluded', 'language', 'level', 'licence', 'occupation'] as const)
      expect(gates).toContain(code);
    expect(fits.some(({ unpaid }) => unpaid)).toBe(true);
  });
  it('features that travelled as JSON score as the texts they were read from', () => {
    for (const [c, candidate] of candidates.entries())
      for (const [v, vacancy] of vacancies.entries()) {
        const { score, gate, breakdown, provisional } = scoreCandidate(candidate, vacancy);
        const { vector: _mine, ...me } = JSON.parse(JSON.stringify(people[c])) as CandidateFeatures;
        const { vector: _its, ...fit } = JSON.parse(JSON.stringify(fits[v])) as VacancyFeatures;
        expect(scoreFeatures(me, fit)).toEqual({ score, ...(gate && { gate }), breakdown, provisional });
      }
  });
  it('the ranking of all postings holds the same scores, best first', () => {
    for (const me of people)
      for (const taste of [undefined, tasteOf(me)]) {
        const ranked = ranker.rank(me, { now, most: fits.length, taste });
        expect(ranked.length).toBe(fits.length);
        expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((a, b) => b - a));
        const expected = fits.map((fit, i) => ({ jobId: idOf(i), ...scoreFeatures(me, fit, taste) }));
        expect(ranked.toSorted((a, b) => (a.jobId < b.jobId ? -1 : 1))).toEqual(
          expected.toSorted((a, b) => (a.jobId < b.jobId ? -1 : 1)),
        );
      }
  });
  it('the fast pass picks the same best ten as scoring every pair one by one', () => {
    for (const me of people) {
      const scores = fits.map((fit) => scoreFeatures(me, fit).score).sort((a, b) => b - a);
      expect(ranker.rank(me, { now, most: 10 }).map(({ score }) => score)).toEqual(scores.slice(0, 10));
    }
  });
  it('a new posting scores for all people as each of them would score it', () => {
    const index = createPeople();
    index.apply(people.map((features, i) => ({ owner: `usr_${i}`, rev: 1, features })));
    const tasted = createPeople();
    tasted.apply(people.map((features, i) => ({ owner: `usr_${i}`, rev: 1, features, taste: tasteOf(features) })));
    for (const fit of fits) {
      const found = new Map(index.concerned(fit, { least: 0 }).map(({ owner, score }) => [owner, score]));
      const own = new Map(tasted.concerned(fit, { least: 0 }).map(({ owner, score }) => [owner, score]));
      for (const [i, me] of people.entries()) {
        expect(found.get(`usr_${i}`)).toBe(scoreFeatures(me, fit).score);
        expect(own.get(`usr_${i}`)).toBe(scoreFeatures(me, fit, tasteOf(me)).score);
      }
    }
  });
  it('one more skill raises a score or leaves it, also for someone who shows nothing else', () => {
    const names = allSkills().map(({ name }) => name);
    fc.assert(
      fc.property(
        fc.subarray(names, { maxLength: 8 }),
        fc.constantFrom(...names),
        fc.constantFrom(...fits),
        (have, more, fit) => {
          const score = (skills: string[]) =>
            scoreFeatures(
              candidateFeaturesOf(
                describeCandidate({
                  resume: { skills: skills.map((name) => ({ name })) },
                  preferences: emptyWishes,
                  asOf: '2026-11-01T00:00:00.000Z',
                }),
              ),
              fit,
            ).score;
          expect(score([...have, more])).toBeGreaterThanOrEqual(score(have));
        },
      ),
      { numRuns: 120 },
    );
  });
});

/** A unit vector of 256 signed bytes, as embeddings come. */
function vectorOf(seed: number): string {
  const random = randomFrom(seed);
  const raw = Array.from({ length: 256 }, () => random() - 0.3);
  const length = Math.hypot(...raw);
  return packVector(Int8Array.from(raw, (x) => Math.round((x / length) * 127)));
}

const emptyWishes = {
  titles: [],
  locations: [],
  remote: 'any' as const,
  ignoredIndustries: [],
  ignoredCompanies: [],
  keywords: [],
  alertMinScore: 70,
  alertChannels: [],
};

describe('the columns of postings', () => {
  it('give back the features they were given, and find them by id', () => {
    for (const [i, fit] of fits.entries())
      expect({ ...ranker.fitOf(idOf(i)), vector: '' }).toEqual({ ...fit, vector: '' });
    expect(ranker.fitOf('job_none')).toBeUndefined();
  });
  it('take the newer of two rows in whatever order they come, and leave out what is gone, expired or of old features', () => {
    const [first, second, third] = fits;
    const me = people[0];
    if (!first || !second || !third || !me) throw new Error('The invented market is too small.');
    const rows = [
      { id: 'a', rev: 1, fit: first },
      { id: 'a', rev: 2, fit: second },
      { id: 'b', rev: 1, fit: first },
      { id: 'b', rev: 2, gone: true },
      { id: 'c', rev: 1, fit: third, expires: now - 1 },
      { id: 'd', rev: 1, fit: { ...third, v: 0 } },
      { id: 'e', rev: 1 },
    ];
    for (const given of [rows, rows.toReversed()]) {
      const index = createRanker();
      index.apply(given);
      expect(index.rank(me, { now, most: 9 }).map(({ jobId }) => jobId)).toEqual(['a']);
      expect(index.fitOf('a')).toEqual(second);
    }
  });
  it('survive rows that are given anew many times over', () => {
    const index = createRanker();
    for (let rev = 1; rev <= 60; rev++) index.apply(fits.map((_, i) => ({ id: idOf(i), rev, fit: fitAt(i + rev) })));
    for (const [i] of fits.entries()) expect(index.fitOf(idOf(i))).toEqual(fitAt(i + 60));
  });
});

function fitAt(i: number): VacancyFeatures {
  const fit = fits[i % fits.length];
  if (fit === undefined) throw new Error('no postings');
  return fit;
}
