import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeVacancy, featuresOf } from '#shared/job/vacancy.rules.ts';
import { inventedPeople, inventedPostings } from '#tests/fixtures/market.ts';
import { describeCandidate } from './candidate.rules.ts';
import { candidateFeaturesOf } from './features.rules.ts';
import { type FeedbackEvent, type Verdict, weightsFrom } from './feedback.rules.ts';
import { WEIGHTS } from './parts.rules.ts';
import { scoreFeatures } from './score.rules.ts';

const fits = inventedPostings({ count: 12, seed: 31 }).map((job) => featuresOf(describeVacancy(job)));
const me = inventedPeople({ count: 3, seed: 32 }).map((p) => candidateFeaturesOf(describeCandidate(p)))[2];
const neutral = { skills: 50, experience: 50, education: 50, location: 50, preferences: 50, semantic: 50, recency: 50 };
const event = (verdict: Verdict, over: Partial<FeedbackEvent> = {}): FeedbackEvent => ({
  verdict,
  fit: { company: 'alder', occupations: [['sales.ae', 100]], domains: '' },
  employer: 'Alder Inc.',
  parts: neutral,
  ...over,
});

const anyEvent = fc.record({
  verdict: fc.constantFrom<Verdict>('liked', 'applied', 'disliked', 'hidden'),
  fit: fc.constantFrom(...fits),
  parts: fc.record({
    skills: fc.nat(100),
    experience: fc.nat(100),
    education: fc.nat(100),
    location: fc.nat(100),
    preferences: fc.nat(100),
    semantic: fc.nat(100),
    recency: fc.nat(100),
  }),
});

describe('what feedback does to a person’s ranking', () => {
  it('is nothing as long as there is none, and nothing again once it is reset', () => {
    const none = weightsFrom([]);
    expect(none).toEqual({ weights: WEIGHTS, fewer: [], reasons: [] });
    if (!me) throw new Error('nobody');
    for (const fit of fits) expect(scoreFeatures(me, fit, none)).toEqual(scoreFeatures(me, fit));
  });
  it('stays within 30 %, whatever was said, and hangs on no order', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const taste = weightsFrom(events);
        for (const [part, weight] of Object.entries(taste.weights)) {
          const usual = WEIGHTS[part as keyof typeof WEIGHTS];
          expect(weight).toBeGreaterThanOrEqual(usual * 0.7 - 1e-9);
          expect(weight).toBeLessThanOrEqual(usual * 1.3 + 1e-9);
        }
        expect(weightsFrom(events.toReversed())).toEqual(taste);
      }),
      { numRuns: 100 },
    );
  });
  it('counts what liked postings have more than the rest, and says so', () => {
    const near = { ...neutral, location: 100, skills: 20 };
    const { weights, reasons } = weightsFrom(Array.from({ length: 4 }, () => event('liked', { parts: near })));
    expect(weights.location).toBeGreaterThan(WEIGHTS.location);
    expect(weights.skills).toBeLessThan(WEIGHTS.skills);
    expect(reasons).toContainEqual(expect.stringMatching(/^You liked 4: place counts \d+ % more$/));
  });
  it('takes points from an employer that keeps being turned down, but not from one that was also liked', () => {
    const { fewer, reasons } = weightsFrom([event('hidden'), event('disliked'), event('hidden')]);
    expect(fewer).toContainEqual({ kind: 'employer', key: 'alder', points: 24 });
    expect(reasons).toContainEqual('You keep turning down Alder Inc.: such postings lose 24 points');
    const mixed = weightsFrom([event('hidden'), event('liked'), event('hidden')]);
    expect(mixed.fewer).toEqual([]);
  });
  it('lowers what was turned down in the score itself', () => {
    const [fit] = fits;
    if (!me || !fit) throw new Error('no market');
    const { parts } = { parts: scoreFeatures(me, fit).breakdown };
    const taste = weightsFrom(Array.from({ length: 4 }, () => ({ verdict: 'hidden' as const, fit, parts })));
    const better = { ...fit, company: 'somebody else', occupations: [], domains: '' };
    expect(scoreFeatures(me, fit, taste).score).toBeLessThanOrEqual(scoreFeatures(me, fit).score);
    expect(taste.fewer.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['employer', 'occupation']));
    expect(scoreFeatures(me, better, taste).score).toBe(scoreFeatures(me, better, { ...taste, fewer: [] }).score);
  });
});
