/**
 * All postings' features in columns, and the score of all of them for one person in one pass: exactly what
 * `scoreFeatures` gives for each pair, which a test holds. What few postings differ in (places, demands, occupations,
 * employers) is kept once and judged once per person; what all differ in (skills, words, fields) is a loop over numbers.
 * Over 300 lines because filling, reading back and scoring the columns must agree on every one of them.
 */

import { domainNames } from '#shared/job/domain.rules.ts';
import { MOST_PER_CHARACTER, pack, unpack, WORD_BITS } from '#shared/job/pack.rules.ts';
import type { Degree } from '#shared/job/requirements.rules.ts';
import type { Level } from '#shared/job/title.rules.ts';
import { FEATURES_VERSION, type VacancyFeatures } from '#shared/job/vacancy.rules.ts';
import { cosineOf, packVector, unpackVector } from '#shared/job/vector.rules.ts';
import { type CandidateFeatures, meets, type Wish } from './features.rules.ts';
import { adjustmentOf, type Taste } from './feedback.rules.ts';
import {
  demandCeilings,
  educationPoints,
  type Facts,
  fitOf,
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
import { createDistinct, createLists, withRoom } from './pool.index.ts';
import { open, type Score, scoreFeatures } from './score.rules.ts';

/** What the ranker takes of a row of the job index. Rows without features, or with those of another version, are left out. */
export type RankRow = {
  id: string;
  /** Of two rows with one id the higher one stands. */
  rev: number;
  gone?: boolean | undefined;
  /** Milliseconds since 1970. */
  expires?: number | undefined;
  fit?: VacancyFeatures | undefined;
};
export type Ranked = { jobId: string } & Score;

const UNKNOWN = -1;
const FIELDS = domainNames.length;
const INTERNSHIP = 1;
const UNPAID = 2;
const THIN = 4;
const FULL = MOST_PER_CHARACTER * MOST_PER_CHARACTER;
/** Marks in the table of words. */
const OWN = 1;
const WISHED = 2;

const lowestOf = (ceilings: Held['ceilings']): number =>
  ceilings.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);

export function createRanker() {
  const slots = new Map<string, number>();
  const ids: string[] = [];
  let count = 0;
  let opened = new Uint8Array(0);
  let revs = new Float64Array(0);
  let expires = new Float64Array(0);
  let levels = new Int8Array(0);
  let years = new Int8Array(0);
  let degrees = new Int8Array(0);
  let pays = new Int32Array(0);
  let posted = new Int32Array(0);
  let flags = new Uint8Array(0);
  let hards = new Uint8Array(0);
  let whereOf = new Int32Array(0);
  let demandsOf = new Int32Array(0);
  let occupationsOf = new Int32Array(0);
  let companyOf = new Int32Array(0);
  let fields = new Uint8Array(0);
  /** Bytes of one vector, and the column of them; both empty as long as no posting has one. */
  let width = 0;
  let vectors = new Int8Array(0);
  let hasVector = new Uint8Array(0);
  const skills = createLists();
  const terms = createLists();
  const wheres = createDistinct<VacancyFeatures['where']>(JSON.stringify);
  const demands = createDistinct<Pick<VacancyFeatures, 'demands' | 'where'>>(JSON.stringify);
  const occupations = createDistinct<VacancyFeatures['occupations']>(JSON.stringify);
  const companies = createDistinct<string>((name) => name);
  const skillKeys = createDistinct<number>(String);
  const wordTable = new Uint8Array(2 ** WORD_BITS);

  function makeRoom(rows: number): void {
    opened = withRoom(opened, rows);
    revs = withRoom(revs, rows);
    expires = withRoom(expires, rows);
    levels = withRoom(levels, rows);
    years = withRoom(years, rows);
    degrees = withRoom(degrees, rows);
    pays = withRoom(pays, rows);
    posted = withRoom(posted, rows);
    flags = withRoom(flags, rows);
    hards = withRoom(hards, rows);
    whereOf = withRoom(whereOf, rows);
    demandsOf = withRoom(demandsOf, rows);
    occupationsOf = withRoom(occupationsOf, rows);
    companyOf = withRoom(companyOf, rows);
    fields = withRoom(fields, rows * FIELDS);
    hasVector = withRoom(hasVector, rows);
    vectors = withRoom(vectors, rows * width);
  }

  function fill(slot: number, fit: VacancyFeatures): void {
    levels[slot] = fit.level ?? UNKNOWN;
    years[slot] = fit.years ?? UNKNOWN;
    degrees[slot] = fit.degree === undefined ? UNKNOWN : fit.degree.value * 2 + (fit.degree.required ? 1 : 0);
    pays[slot] = fit.pay === undefined ? UNKNOWN : Math.min(fit.pay, 2 ** 31 - 1);
    posted[slot] = fit.posted ?? UNKNOWN;
    flags[slot] = (fit.internship ? INTERNSHIP : 0) | (fit.unpaid ? UNPAID : 0) | (fit.thin ? THIN : 0);
    hards[slot] = Math.min(255, fit.hard);
    whereOf[slot] = wheres.numberOf(fit.where);
    // Places matter to demands only where a licence is bound to them.
    const where = fit.demands.licences.length > 0 ? fit.where : { countries: [], places: [], remote: null };
    demandsOf[slot] = demands.numberOf({ demands: fit.demands, where });
    occupationsOf[slot] = occupations.numberOf(fit.occupations);
    companyOf[slot] = companies.numberOf(fit.company);
    for (let i = 0; i < FIELDS; i++) fields[slot * FIELDS + i] = unpack(fit.domains, { at: i, width: 1 });
    keepVector(slot, fit.vector);
    const asked: number[] = [];
    for (let at = 0; at < fit.skills.length; at += 6)
      asked.push(
        skillKeys.numberOf(unpack(fit.skills, { at, width: 5 })) * 64 + unpack(fit.skills, { at: at + 5, width: 1 }),
      );
    skills.set(slot, asked);
    const words: number[] = [];
    for (let at = 0; at < fit.terms.length; at += 4) words.push(unpack(fit.terms, { at, width: 4 }));
    terms.set(slot, words);
  }

  /** One model's vectors are all of one length; one of another length is of another model, and left out. */
  function keepVector(slot: number, packed: string | undefined): void {
    const vector = unpackVector(packed ?? '');
    if (width === 0 && vector.length > 0) {
      width = vector.length;
      vectors = withRoom(vectors, hasVector.length * width);
    }
    hasVector[slot] = vector.length > 0 && vector.length === width ? 1 : 0;
    if (hasVector[slot] === 1) vectors.set(vector, slot * width);
  }

  const vectorAt = (slot: number): Int8Array => vectors.subarray(slot * width, (slot + 1) * width);

  const listAt = ({ columns }: { columns: ReturnType<typeof createLists>['columns'] }, slot: number): Uint32Array => {
    const { data, starts, lengths } = columns();
    const start = starts[slot] ?? 0;
    return data.subarray(start, start + (lengths[slot] ?? 0));
  };

  /** The features of a row as they were given. */
  function fitAt(slot: number): VacancyFeatures {
    const flag = flags[slot] ?? 0;
    const degree = degrees[slot] ?? UNKNOWN;
    const known = (column: Int8Array | Int32Array): number | undefined =>
      column[slot] === UNKNOWN ? undefined : column[slot];
    const level = known(levels) as Level | undefined;
    const asked = known(years);
    const pay = known(pays);
    const day = known(posted);
    return {
      v: FEATURES_VERSION,
      skills: [...listAt(skills, slot)]
        .map((packed) => pack(skillKeys.values[packed >>> 6] ?? 0, 5) + pack(packed & 63, 1))
        .join(''),
      hard: hards[slot] ?? 0,
      occupations: occupations.values[occupationsOf[slot] ?? 0] ?? [],
      ...(level !== undefined && { level }),
      ...(asked !== undefined && { years: asked }),
      ...(degree !== UNKNOWN && { degree: { value: (degree >> 1) as Degree, required: (degree & 1) === 1 } }),
      where: wheres.values[whereOf[slot] ?? 0] ?? { countries: [], places: [], remote: null },
      demands: demands.values[demandsOf[slot] ?? 0]?.demands ?? { licences: [], languages: [], written: 'und' },
      terms: [...listAt(terms, slot)].map((packed) => pack(packed, 4)).join(''),
      domains: [...fields.subarray(slot * FIELDS, (slot + 1) * FIELDS)].map((share) => pack(share, 1)).join(''),
      ...(hasVector[slot] === 1 && { vector: packVector(vectorAt(slot)) }),
      ...(pay !== undefined && { pay }),
      ...(day !== undefined && { posted: day }),
      company: companies.values[companyOf[slot] ?? 0] ?? '',
      ...(flag & INTERNSHIP && { internship: true as const }),
      ...(flag & UNPAID && { unpaid: true as const }),
      ...(flag & THIN && { thin: true as const }),
    };
  }

  /** Calls `take` with the score of every open posting. */
  function scoreAll(
    me: CandidateFeatures,
    { now, taste, take }: { now: number; taste: Taste | undefined; take: (slot: number, score: number) => void },
  ): void {
    const { credits, words, domains, vector, near } = open(me);
    const compareVectors = vector.length > 0 && vector.length === width;
    const weights = taste?.weights ?? WEIGHTS;
    const credit = Uint8Array.from(skillKeys.values, (key) => credits.get(key) ?? 0);
    const { keywords, industries } = me.wishes;
    const wishes = [...keywords, ...industries];
    for (const word of words) wordTable[word] = OWN;
    for (const wish of wishes) for (const word of wish.words) wordTable[word] = (wordTable[word] ?? 0) | WISHED;

    const places = judged(wheres.values, (where) => {
      const { points, ceilings } = placePart(me, where);
      return { points, lowest: lowestOf(ceilings), broken: ceilings.length };
    });
    const needs = judged(demands.values, (demand) => {
      const ceilings = demandCeilings(me, demand);
      const tongue = sameTongue(demand.demands.written, me.writtenIn);
      return { points: tongue ? 1 : 0, lowest: lowestOf(ceilings), broken: ceilings.length };
    });
    const lines = judged(occupations.values, (want) => ({
      points: me.occupations.length === 0 ? Number.NaN : fitOf(want, near),
      lowest: 0,
      broken: 0,
    }));
    const hidden = new Uint8Array(companies.values.length);
    for (const company of me.wishes.companies) {
      const at = companies.find(company);
      if (at !== undefined) hidden[at] = 1;
    }
    const ages: number[] = [];
    const freshness = (day: number): number => {
      if (day === UNKNOWN) return Number.NaN;
      const age = Math.max(0, me.day - day);
      ages[age] ??= recencyPoints(me.day, me.day - age);
      return ages[age];
    };
    const ownFields = domains.reduce((sum, share) => sum + share, 0);
    const { data: skillData, starts: skillStarts, lengths: skillLengths } = skills.columns();
    const { data: termData, starts: termStarts, lengths: termLengths } = terms.columns();
    const facts: Facts = {
      skills: 0,
      fit: 0,
      gap: 0,
      asked: 0,
      years: me.years ?? Number.NaN,
      likeness: 0,
      education: 0,
      location: 0,
      preferences: 0,
      semantic: 0,
      recency: 0,
      lowest: 0,
      broken: 0,
      adjust: 0,
    };
    const met: number[] = [];
    // What wishes are held against: the words met in the row that is being scored, and its skills.
    let current = 0;
    const has = {
      word: (key: number) => met.includes(key),
      skill: (key: number) => {
        const number = skillKeys.find(key);
        return number !== undefined && listAt(skills, current).some((packed) => packed >>> 6 === number);
      },
    };

    for (let slot = 0; slot < count; slot++) {
      if (opened[slot] === 0 || (expires[slot] ?? 0) < now) continue;
      let got = 0;
      let total = 0;
      const skillsEnd = (skillStarts[slot] ?? 0) + (skillLengths[slot] ?? 0);
      for (let at = skillStarts[slot] ?? 0; at < skillsEnd; at++) {
        const packed = skillData[at] ?? 0;
        const weight = packed & 63;
        total += weight;
        got += weight * (credit[packed >>> 6] ?? 0);
      }
      let shared = 0;
      let all = 0;
      met.length = 0;
      const termsEnd = (termStarts[slot] ?? 0) + (termLengths[slot] ?? 0);
      for (let at = termStarts[slot] ?? 0; at < termsEnd; at++) {
        const packed = termData[at] ?? 0;
        const weight = packed & 15;
        const mark = wordTable[packed >>> 4] ?? 0;
        all += weight;
        shared += weight * (mark & OWN);
        if (mark & WISHED) met.push(packed >>> 4);
      }
      let dot = 0;
      let theirs = 0;
      for (let i = 0, at = slot * FIELDS; i < FIELDS; i++, at++) {
        const share = fields[at] ?? 0;
        dot += share * (domains[i] ?? 0);
        theirs += share;
      }
      const place = whereOf[slot] ?? 0;
      const need = demandsOf[slot] ?? 0;
      places.judge(place);
      needs.judge(need);
      const line = occupationsOf[slot] ?? 0;
      lines.judge(line);
      const level = levels[slot] ?? UNKNOWN;
      const asked = years[slot] ?? UNKNOWN;
      const degree = degrees[slot] ?? UNKNOWN;
      const flag = flags[slot] ?? 0;
      facts.skills = skillPoints({ got, total, hard: hards[slot] ?? 0 });
      facts.fit = lines.points[line] ?? Number.NaN;
      facts.gap = level === UNKNOWN || me.level === undefined ? Number.NaN : level - me.level;
      facts.asked = asked === UNKNOWN ? Number.NaN : asked;
      facts.likeness = ownFields === 0 || theirs === 0 ? Number.NaN : Math.min(1, dot / FULL);
      facts.education =
        degree === UNKNOWN
          ? Number.NaN
          : educationPoints(me.degree, { value: (degree >> 1) as Degree, required: (degree & 1) === 1 });
      facts.location = places.points[place] ?? Number.NaN;
      facts.semantic = needs.points[need] === 1 ? wordPoints({ shared, total: all }) : Number.NaN;
      if (compareVectors && hasVector[slot] === 1)
        facts.semantic = meaningPoints(facts.semantic, cosineOf(vector, vectorAt(slot)));
      facts.recency = freshness(posted[slot] ?? UNKNOWN);
      facts.lowest = Math.min(places.lowest[place] ?? 0, needs.lowest[need] ?? 0);
      facts.broken = (places.broken[place] ?? 0) + (needs.broken[need] ?? 0);
      const pay = payPoints(me.wishes.pay ?? Number.NaN, pays[slot] ?? UNKNOWN);
      let named = Number.NaN;
      if (wishes.length > 0) {
        current = slot;
        if (keywords.length > 0) named = share(keywords, has);
        if (industries.length > 0 && share(industries, has) > 0) {
          facts.lowest = Math.min(facts.lowest, HIDDEN_FIELD_CEILING);
          facts.broken++;
        }
      }
      const internship = flag & INTERNSHIP ? (me.wishes.internship ? 1 : 0) : Number.NaN;
      facts.preferences = preferencePoints({ keywords: named, pay, internship });
      if (hidden[companyOf[slot] ?? 0] === 1) {
        facts.lowest = 0;
        facts.broken++;
      }
      if (flag & UNPAID) {
        facts.lowest = Math.min(facts.lowest, UNPAID_CEILING);
        facts.broken++;
      }
      facts.adjust = taste === undefined || taste.fewer.length === 0 ? 0 : disliked(slot, taste);
      take(slot, me.guessed ? rateGuessed(facts, weights).score : rate(facts, weights));
    }
    for (const word of words) wordTable[word] = 0;
    for (const { words: wished } of wishes) for (const word of wished) wordTable[word] = 0;
  }

  const disliked = (slot: number, taste: Taste): number =>
    adjustmentOf(taste, {
      company: companies.values[companyOf[slot] ?? 0] ?? '',
      occupations: occupations.values[occupationsOf[slot] ?? 0] ?? [],
      domains: [...fields.subarray(slot * FIELDS, (slot + 1) * FIELDS)].map((share) => pack(share, 1)).join(''),
    });

  return {
    /** Takes rows of the index, in any order and as often as they come. */
    apply(rows: readonly RankRow[]): void {
      makeRoom(count + rows.length);
      for (const row of rows) {
        const known = slots.get(row.id);
        if (known !== undefined && (revs[known] ?? 0) >= row.rev) continue;
        const slot = known ?? count++;
        if (known === undefined) {
          slots.set(row.id, slot);
          ids[slot] = row.id;
        }
        revs[slot] = row.rev;
        expires[slot] = row.expires ?? Number.POSITIVE_INFINITY;
        const usable = row.gone !== true && row.fit !== undefined && row.fit.v === FEATURES_VERSION;
        opened[slot] = usable ? 1 : 0;
        if (usable && row.fit !== undefined) fill(slot, row.fit);
      }
    },

    get size(): number {
      return slots.size;
    },

    /** The best `most` open postings for a person, best first; of equals the newer. `now` in milliseconds since 1970. */
    rank(
      me: CandidateFeatures,
      { now, most, taste, least = 0 }: { now: number; most: number; taste?: Taste | undefined; least?: number },
    ): Ranked[] {
      const scores = new Int8Array(count).fill(UNKNOWN);
      const counts = new Uint32Array(101);
      scoreAll(me, {
        now,
        taste,
        take: (slot, score) => {
          scores[slot] = score;
          counts[score] = (counts[score] ?? 0) + 1;
        },
      });
      let from = 100;
      for (let found = counts[100] ?? 0; from > least && found < most; found += counts[from] ?? 0) from--;
      const best: number[] = [];
      for (let slot = 0; slot < count; slot++) if ((scores[slot] ?? UNKNOWN) >= from) best.push(slot);
      best.sort(
        (a, b) =>
          (scores[b] ?? 0) - (scores[a] ?? 0) ||
          (posted[b] ?? 0) - (posted[a] ?? 0) ||
          ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1),
      );
      return best.slice(0, most).map((slot) => ({ jobId: ids[slot] ?? '', ...scoreFeatures(me, fitAt(slot), taste) }));
    },

    /** The score of one posting; `undefined` where it is not there or not open. */
    scoreOf(me: CandidateFeatures, id: string, taste?: Taste): Score | undefined {
      const slot = slots.get(id);
      return slot === undefined || opened[slot] === 0 ? undefined : scoreFeatures(me, fitAt(slot), taste);
    },

    /** Whether a posting is there, open and not past its day; `now` in milliseconds since 1970. */
    isOpen(id: string, now: number): boolean {
      const slot = slots.get(id);
      return slot !== undefined && opened[slot] === 1 && (expires[slot] ?? 0) >= now;
    },

    /** The features of a posting, as its row gave them. */
    fitOf(id: string): VacancyFeatures | undefined {
      const slot = slots.get(id);
      return slot === undefined || opened[slot] === 0 ? undefined : fitAt(slot);
    },

    /** What the columns take, in bytes; ids and distinct values, which live on the heap, come on top. */
    bytes: (): number =>
      skills.bytes() +
      terms.bytes() +
      [opened, revs, expires, levels, years, degrees, pays, posted, flags, hards].reduce(
        (n, c) => n + c.byteLength,
        0,
      ) +
      [whereOf, demandsOf, occupationsOf, companyOf, fields, vectors, hasVector].reduce((n, c) => n + c.byteLength, 0) +
      wordTable.byteLength,
  };
}

export type Ranker = ReturnType<typeof createRanker>;

/** Share of the wishes that are met. */
function share(wishes: readonly Wish[], has: Parameters<typeof meets>[1]): number {
  let n = 0;
  for (const wish of wishes) if (meets(wish, has)) n++;
  return n / wishes.length;
}

/** What distinct values come to for one person, each judged when it is first met. */
function judged<T>(
  values: readonly T[],
  judge: (value: T) => { points: number; lowest: number; broken: number },
): {
  judge: (number: number) => void;
  points: Float64Array;
  lowest: Float64Array;
  broken: Uint8Array;
} {
  const done = new Uint8Array(values.length);
  const points = new Float64Array(values.length);
  const lowest = new Float64Array(values.length);
  const broken = new Uint8Array(values.length);
  return {
    judge(number) {
      if (done[number] === 1) return;
      done[number] = 1;
      const value = values[number];
      if (value === undefined) return;
      const found = judge(value);
      points[number] = found.points;
      lowest[number] = found.lowest;
      broken[number] = found.broken;
    },
    points,
    lowest,
    broken,
  };
}
