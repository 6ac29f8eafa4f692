/**
 * The mirror of the ranker: the features of all people, and the score of one new posting for each of them, exactly what
 * `scoreFeatures` gives for each pair. A posting has some seventy words and a person some five hundred: the posting's
 * are put into a small table, and the people's run past it.
 */

import { likenessOf, unpackDomains } from '#shared/job/domain.rules.ts';
import { unpack } from '#shared/job/pack.rules.ts';
import type { VacancyFeatures } from '#shared/job/vacancy.rules.ts';
import { cosineOf, unpackVector } from '#shared/job/vector.rules.ts';
import { occupationNearness } from '#shared/skill/occupation.rules.ts';
import { CANDIDATE_VERSION, type CandidateFeatures, meets } from './features.rules.ts';
import { adjustmentOf, type Taste } from './feedback.rules.ts';
import {
  demandCeilings,
  educationPoints,
  type Facts,
  type Held,
  HIDDEN_FIELD_CEILING,
  meaningPoints,
  payPoints,
  placePart,
  preferencePoints,
  rate,
  rateGuessed,
  recencyPoints,
  sameTongue,
  skillPoints,
  UNPAID_CEILING,
  WEIGHTS,
  wordPoints,
} from './parts.rules.ts';
import { createDistinct, createLists } from './pool.index.ts';

export type PersonRow = {
  owner: string;
  /** Of two rows of one owner the higher one stands. */
  rev: number;
  /** The person left, or wants no matches. */
  gone?: boolean | undefined;
  features?: CandidateFeatures | undefined;
  taste?: Taste | undefined;
};
export type Concerned = { owner: string; score: number };

type Small = {
  me: Omit<CandidateFeatures, 'skills' | 'terms' | 'domains' | 'vector' | 'occupations'>;
  taste: Taste | undefined;
  domains: Uint8Array;
  vector: Int8Array;
  /** Numbers of what several people have alike. */
  home: number;
  needs: number;
};

const SIEVE = 4096;

export function createPeople() {
  const slots = new Map<string, number>();
  const owners: string[] = [];
  const revs: number[] = [];
  const people: (Small | undefined)[] = [];
  const skills = createLists();
  const words = createLists();
  const lines = createLists();
  const skillKeys = createDistinct<number>(String);
  const occupationIds = createDistinct<string>((id) => id);
  const homes = createDistinct<{
    home: CandidateFeatures['home'];
    wishes: Pick<CandidateFeatures['wishes'], 'remote'>;
  }>(JSON.stringify);
  const needs = createDistinct<Pick<CandidateFeatures, 'licences' | 'regions' | 'languages'>>(JSON.stringify);

  function fill(slot: number, features: CandidateFeatures, taste: Taste | undefined): void {
    const { skills: packedSkills, terms, domains, vector, occupations, ...me } = features;
    const { home, wishes, licences, regions, languages } = me;
    people[slot] = {
      me,
      taste,
      domains: unpackDomains(domains),
      vector: unpackVector(vector ?? ''),
      home: homes.numberOf({ home, wishes: { remote: wishes.remote } }),
      needs: needs.numberOf({ licences, regions, languages }),
    };
    const credits: number[] = [];
    for (let at = 0; at < packedSkills.length; at += 6)
      credits.push(
        skillKeys.numberOf(unpack(packedSkills, { at, width: 5 })) * 64 +
          unpack(packedSkills, { at: at + 5, width: 1 }),
      );
    skills.set(slot, credits);
    const keys: number[] = [];
    for (let at = 0; at < terms.length; at += 4) keys.push(unpack(terms, { at, width: 4 }));
    words.set(slot, keys);
    lines.set(
      slot,
      occupations.map(([id, strength]) => occupationIds.numberOf(id) * 128 + strength),
    );
  }

  return {
    /** Takes rows in any order and as often as they come; one of another version of the features is left out. */
    apply(rows: readonly PersonRow[]): void {
      for (const { owner, rev, gone, features, taste } of rows) {
        const known = slots.get(owner);
        if (known !== undefined && (revs[known] ?? 0) >= rev) continue;
        const slot = known ?? owners.length;
        slots.set(owner, slot);
        owners[slot] = owner;
        revs[slot] = rev;
        if (gone || features?.v !== CANDIDATE_VERSION) people[slot] = undefined;
        else fill(slot, features, taste);
      }
    },

    get size(): number {
      return slots.size;
    },

    /** Everyone whom the posting could concern: their score is at least `least` (1 if not said); best first. */
    concerned(fit: VacancyFeatures, { least = 1, day }: { least?: number; day?: number } = {}): Concerned[] {
      const posting = openPosting(fit, skillKeys);
      const near = fit.occupations.map(([id]) =>
        Int32Array.from(occupationIds.values, (own) => Math.round(occupationNearness(own, id) * 1000)),
      );
      const shares = fit.occupations.reduce((sum, [, share]) => sum + share, 0);
      const places = homes.values.map((who) => placePart(who, fit.where));
      const demands = needs.values.map((who) => demandCeilings(who, fit));
      const { data: skillData, starts: skillStarts, lengths: skillLengths } = skills.columns();
      const { data: wordData, starts: wordStarts, lengths: wordLengths } = words.columns();
      const { data: lineData, starts: lineStarts, lengths: lineLengths } = lines.columns();

      /** Nearness of a person's occupations to the posting's. */
      const fitOf = (slot: number): number => {
        const from = lineStarts[slot] ?? 0;
        const end = from + (lineLengths[slot] ?? 0);
        if (from === end || shares === 0) return Number.NaN;
        let sum = 0;
        for (const [i, [, share]] of fit.occupations.entries()) {
          let best = 0;
          for (let at = from; at < end; at++) {
            const packed = lineData[at] ?? 0;
            best = Math.max(best, (near[i]?.[packed >>> 7] ?? 0) * (packed & 127));
          }
          sum += share * best;
        }
        return sum / (shares * 100_000);
      };

      const out: Concerned[] = [];
      for (let slot = 0; slot < people.length; slot++) {
        const person = people[slot];
        if (person === undefined) continue;
        const { me, taste } = person;
        let got = 0;
        const skillsEnd = (skillStarts[slot] ?? 0) + (skillLengths[slot] ?? 0);
        for (let at = skillStarts[slot] ?? 0; at < skillsEnd; at++) {
          const packed = skillData[at] ?? 0;
          got += (posting.asked[packed >>> 6] ?? 0) * (packed & 63);
        }
        let shared = 0;
        const wordsEnd = (wordStarts[slot] ?? 0) + (wordLengths[slot] ?? 0);
        for (let at = wordStarts[slot] ?? 0; at < wordsEnd; at++) {
          const word = wordData[at] ?? 0;
          if (posting.sieve[word % SIEVE] === 1) shared += posting.words.get(word) ?? 0;
        }
        const place = places[person.home] ?? { points: Number.NaN, ceilings: [] };
        const broken = [...place.ceilings, ...(demands[person.needs] ?? []), ...wished(me, fit, posting)];
        const facts: Facts = {
          skills: skillPoints({ got, total: posting.total, hard: fit.hard }),
          fit: fitOf(slot),
          gap: fit.level === undefined || me.level === undefined ? Number.NaN : fit.level - me.level,
          asked: fit.years ?? Number.NaN,
          years: me.years ?? Number.NaN,
          likeness: likenessOf(person.domains, posting.domains),
          education: educationPoints(me.degree, fit.degree),
          location: place.points,
          preferences: preferencePoints({
            keywords: keywordShare(me, posting),
            pay: payPoints(me.wishes.pay ?? Number.NaN, fit.pay ?? Number.NaN),
            internship: fit.internship ? (me.wishes.internship ? 1 : 0) : Number.NaN,
          }),
          semantic: meaningPoints(
            sameTongue(fit.demands.written, me.writtenIn) ? wordPoints({ shared, total: posting.weight }) : Number.NaN,
            cosineOf(person.vector, posting.vector),
          ),
          recency: recencyPoints(day ?? me.day, fit.posted),
          lowest: broken.reduce((lowest, { at }) => Math.min(lowest, at), Number.POSITIVE_INFINITY),
          broken: broken.length,
          adjust: taste === undefined ? 0 : adjustmentOf(taste, fit),
        };
        const weights = taste?.weights ?? WEIGHTS;
        const score = me.guessed ? rateGuessed(facts, weights).score : rate(facts, weights);
        if (score >= least) out.push({ owner: owners[slot] ?? '', score });
      }
      return out.sort((a, b) => b.score - a.score || (a.owner < b.owner ? -1 : 1));
    },
  };
}

export type People = ReturnType<typeof createPeople>;

/** A posting's features, opened for look-ups; `asked` is by the number `keys` gives a skill. */
function openPosting(fit: VacancyFeatures, keys: { find(key: number): number | undefined; values: readonly number[] }) {
  const asked = new Uint8Array(keys.values.length);
  const skills = new Set<number>();
  let total = 0;
  for (let at = 0; at < fit.skills.length; at += 6) {
    const key = unpack(fit.skills, { at, width: 5 });
    const weight = unpack(fit.skills, { at: at + 5, width: 1 });
    skills.add(key);
    total += weight;
    const number = keys.find(key);
    if (number !== undefined) asked[number] = weight;
  }
  const words = new Map<number, number>();
  const sieve = new Uint8Array(SIEVE);
  let weight = 0;
  for (let at = 0; at < fit.terms.length; at += 4) {
    const packed = unpack(fit.terms, { at, width: 4 });
    words.set(packed >>> 4, packed & 15);
    sieve[(packed >>> 4) % SIEVE] = 1;
    weight += packed & 15;
  }
  const has = { word: (key: number) => words.has(key), skill: (key: number) => skills.has(key) };
  return {
    asked,
    total,
    words,
    sieve,
    weight,
    has,
    domains: unpackDomains(fit.domains),
    vector: unpackVector(fit.vector ?? ''),
  };
}

type Posting = ReturnType<typeof openPosting>;

/** Ceilings of what the person hid, and of unpaid work; their texts are not needed here. */
function wished(
  { wishes }: Small['me'],
  fit: VacancyFeatures,
  { has }: Posting,
): Pick<Held['ceilings'][number], 'at'>[] {
  const out: { at: number }[] = [];
  if (wishes.companies.length > 0 && wishes.companies.includes(fit.company)) out.push({ at: 0 });
  if (wishes.industries.length > 0 && wishes.industries.some((wish) => meets(wish, has)))
    out.push({ at: HIDDEN_FIELD_CEILING });
  if (fit.unpaid) out.push({ at: UNPAID_CEILING });
  return out;
}

function keywordShare({ wishes }: Small['me'], { has }: Posting): number {
  const { keywords } = wishes;
  return keywords.length === 0 ? Number.NaN : keywords.filter((wish) => meets(wish, has)).length / keywords.length;
}
