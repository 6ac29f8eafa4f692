/**
 * Open postings in memory: filters, totals, search and order are reckoned here, never by a scan of the store. The index
 * is a handful of immutable segments and, for each id, the one row that stands; a newer row leaves the older one dead
 * where it is, and a segment of which no row stands is let go.
 * Over 300 lines because every question here is a pass over the same columns.
 */
import { type Occupations, occupationFit, occupationsOf } from '#shared/skill/occupation.rules.ts';
import { companyTest, type JobFilter, placeTest, type QueryWord, queryWords } from './job-query.rules.ts';
import type { JobRow } from './job-row.rules.ts';
import {
  eachPosting,
  MOST_ROWS,
  REMOTES,
  type Segment,
  segmentsOf,
  skillsOf,
  skillTerm,
  TYPES,
  termAt,
  termNumber,
  termsFrom,
  WHERE,
} from './job-segment.index.ts';
import { tokens } from './text.rules.ts';

export type { JobFilter } from './job-query.rules.ts';
export { type JobRow, rowOf } from './job-row.rules.ts';

export type FacetValue = { value: string; count: number };
/** How many of the hits have each value, the most frequent first; `posted` counts those not older than so many days. */
export type Facets = {
  remote: FacetValue[];
  employmentType: FacetValue[];
  source: FacetValue[];
  company: FacetValue[];
  posted: { days: number; count: number }[];
};

export type JobPage = { ids: string[]; total: number; facets?: Facets };

type Part = {
  /** Where the segment lies in the store; undefined for rows only this process has. */
  key: string | undefined;
  segment: Segment;
  /** 1 for the row that stands for its id. */
  stands: Uint8Array;
  standing: number;
};
type Hits = { part: Part; slots: Uint32Array; keys: Float64Array; count: number }[];
/** A range of a segment's terms and, in quarters, how much a hit in it counts. */
type Range = { from: number; to: number; quarters: number };

/** Points of a hit by where the word stands, as {@link WHERE} counts. */
const POINTS = [4, 8, 10, 16, 20, 30, 40];
/** Points of a title that holds all words and nothing else. */
const WHOLE_TITLE = 40;
/** Nearness of occupations from which two titles are the same work. */
const SAME_OCCUPATION = 0.8;
/** Postings of one country from which those of others are left out. */
const ENOUGH_HERE = 30;
const MOST_COMPANIES = 10;
const POSTED_DAYS = [1, 3, 7, 14, 30];
const DAY = 86_400_000;
/** Above any date until 2109 in milliseconds; points times this leave whole numbers whole. */
const DATES = 2 ** 42;
const date = (posted: number): number => Math.min(DATES - 1, Math.max(0, posted));

/** Two words are near that differ by one letter: one more, one fewer, another, or two swapped. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  const [left, right] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
const SHORTEST_MISSPELT = 5;

function rangesOf(segment: Segment, { exact, skill, open }: QueryWord): Range[] {
  const ranges: Range[] = [];
  const add = (term: string, quarters: number) => {
    const number = termNumber(segment, term);
    if (number !== undefined) ranges.push({ from: number, to: number + 1, quarters });
  };
  for (const word of exact) add(word, 4);
  if (skill !== undefined) add(skillTerm(skill), 4);
  if (open) {
    const [from, to] = termsFrom(segment, exact[0] ?? '');
    if (to > from) ranges.push({ from, to, quarters: 3 });
  }
  return ranges;
}

/** Terms a letter away from a word that no posting has; the first letter is taken to be right. */
function misspelt(segment: Segment, { exact: [word = ''] }: QueryWord): Range[] {
  if (word.length < SHORTEST_MISSPELT) return [];
  const ranges: Range[] = [];
  const [from, to] = termsFrom(segment, word.slice(0, 1));
  const { lettersFrom } = segment;
  const length = new TextEncoder().encode(word).length;
  for (let term = from; term < to; term++) {
    // A letter has up to three bytes, so most terms need not be read.
    const difference = (lettersFrom[term + 1] ?? 0) - (lettersFrom[term] ?? 0) - length;
    if (Math.abs(difference) <= 3 && isNear(termAt(segment, term), word))
      ranges.push({ from: term, to: term + 1, quarters: 2 });
  }
  return ranges;
}

/** How well somebody of these occupations fits others (as `occupationFit`), each pair of occupations compared once. */
function nearnessTo(own: Occupations): (work: readonly (readonly [id: string, share: number])[]) => number {
  const known = new Map<string, number>();
  const nearest = (id: string): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const near = occupationFit(own, new Map([[id, 1]])) ?? 0;
    known.set(id, near);
    return near;
  };
  return (work) => {
    let sum = 0;
    for (const [id, share] of work) sum += share * nearest(id);
    return sum;
  };
}

/** Numbers per row of one segment, used again for the next. */
function createScratch() {
  const matched = new Uint8Array(MOST_ROWS);
  const gained = new Uint8Array(MOST_ROWS);
  const titled = new Uint8Array(MOST_ROWS);
  const points = new Uint16Array(MOST_ROWS);
  return {
    /** Counts for each row how many of the words it has, from the place `least` on, and its points. */
    match(segment: Segment, words: readonly (readonly Range[])[], least: number) {
      for (const list of [matched, titled, points]) list.fill(0, 0, segment.count);
      for (const [word, ranges] of words.entries())
        for (const { from, to, quarters } of ranges)
          for (let term = from; term < to; term++)
            eachPosting(segment, term, (slot, where) => {
              if (where < least) return;
              const gain = ((POINTS[where] ?? 0) * quarters) >> 2;
              const before = matched[slot] ?? 0;
              if (before === word) {
                matched[slot] = word + 1;
                gained[slot] = gain;
                points[slot] = (points[slot] ?? 0) + gain;
                if (where === WHERE.title) titled[slot] = (titled[slot] ?? 0) + 1;
              } else if (before === word + 1 && gain > (gained[slot] ?? 0)) {
                points[slot] = (points[slot] ?? 0) + gain - (gained[slot] ?? 0);
                gained[slot] = gain;
                if (where === WHERE.title) titled[slot] = (titled[slot] ?? 0) + 1;
              }
            });
      return { matched, titled, points };
    },
  };
}

export function createJobIndex() {
  const parts: (Part | undefined)[] = [];
  /** Id → part number × {@link MOST_ROWS} + slot. */
  const where = new Map<string, number>();
  const byUrl = new Map<string, string>();
  /** Members of groups of variants → the id that leads them; chains end at the smallest. */
  const leads = new Map<string, string>();
  const scratch = createScratch();
  const ownParts = new WeakMap<readonly JobRow[], Part[]>();

  const partOf = (place: number): Part | undefined => parts[Math.floor(place / MOST_ROWS)];
  const revAt = (place: number): number => partOf(place)?.segment.rev[place % MOST_ROWS] ?? -1;
  const present = (): Part[] => parts.filter((part) => part !== undefined);

  function release(place: number): void {
    const number = Math.floor(place / MOST_ROWS);
    const part = parts[number];
    if (part === undefined || part.stands[place % MOST_ROWS] === 0) return;
    part.stands[place % MOST_ROWS] = 0;
    if (--part.standing === 0) parts[number] = undefined;
  }

  function add(segment: Segment, key?: string): number[] {
    const free = parts.indexOf(undefined);
    const number = free < 0 ? parts.length : free;
    const part: Part = { key, segment, stands: new Uint8Array(segment.count), standing: 0 };
    parts[number] = part;
    const news: number[] = [];
    const leadOf = new Map(segment.leads);
    for (let slot = 0; slot < segment.count; slot++) {
      const id = segment.ids[slot] ?? '';
      const known = where.get(id);
      const rev = segment.rev[slot] ?? 0;
      if (known !== undefined && revAt(known) > rev) continue;
      if (known === undefined || revAt(known) < rev) news.push(slot);
      part.stands[slot] = 1;
      part.standing++;
      where.set(id, number * MOST_ROWS + slot);
      if (known !== undefined) release(known);
      const url = segment.urls[slot];
      if (url) byUrl.set(url, id);
      const lead = leadOf.get(slot);
      if (lead === undefined) leads.delete(id);
      else leads.set(id, lead);
    }
    if (part.standing === 0) parts[number] = undefined;
    return news;
  }

  const apply = (rows: readonly JobRow[]): void => {
    for (const { segment } of segmentsOf(rows)) add(segment);
  };

  function groupOf(id: string): string {
    let lead = id;
    for (let next = leads.get(lead); next !== undefined && next < lead; next = leads.get(lead)) lead = next;
    return lead;
  }

  /** A person's rows as parts of their own, made once for one list. */
  function partsOf(own: readonly JobRow[]): Part[] {
    const known = ownParts.get(own);
    if (known !== undefined) return known;
    const made = segmentsOf(own).map(({ segment }): Part => {
      const stands = new Uint8Array(segment.count).fill(1);
      return { key: undefined, segment, stands, standing: segment.count };
    });
    ownParts.set(own, made);
    return made;
  }

  /** What each part answers to the words of a query; spelling is forgiven in a word that stands nowhere. */
  function resolve(all: readonly Part[], words: readonly QueryWord[]): Map<Part, Range[][]> {
    const found = new Map(all.map((part) => [part, words.map((word) => rangesOf(part.segment, word))]));
    for (const [i, word] of words.entries()) {
      if ([...found.values()].some((ranges) => (ranges[i]?.length ?? 0) > 0)) continue;
      for (const [part, ranges] of found) ranges[i] = misspelt(part.segment, word);
    }
    return found;
  }

  function collect(filter: JobFilter, { now, own }: { now: number; own: readonly JobRow[] }): Hits {
    const words = queryWords(filter.q ?? '');
    const wanted = (filter.q ?? '').trim() !== '';
    const ownOnes = partsOf(own);
    const all = [...present(), ...ownOnes];
    const answers = resolve(all, words);
    const companyFits = filter.company === undefined ? undefined : companyTest(filter.company);
    const placeFits = filter.location === undefined ? undefined : placeTest(filter.location);
    const sort = filter.sort ?? (words.length > 0 ? 'relevance' : 'date');
    const remote = filter.remote === undefined ? -1 : REMOTES.indexOf(filter.remote);
    const type = filter.employmentType === undefined ? -1 : TYPES.indexOf(filter.employmentType);
    const since = filter.postedSince ?? Number.NEGATIVE_INFINITY;
    const least = filter.salaryMin ?? Number.NEGATIVE_INFINITY;
    const tableOf = <T>(values: readonly T[], fits: ((value: T) => boolean) | undefined) =>
      fits && Uint8Array.from(values, (value) => (fits(value) ? 1 : 0));

    return all.map((part) => {
      const { segment, stands } = part;
      const { count, expires, posted, pay, company, place, sources } = segment;
      const { matched, titled, points } = scratch.match(segment, answers.get(part) ?? [], 0);
      const companyOk = tableOf(segment.companies, companyFits);
      const placeOk = tableOf(segment.places, placeFits);
      const source = filter.source;
      const sourceOk = tableOf(segment.sourceSets, source === undefined ? undefined : (set) => set.includes(source));
      const overlaid = ownOnes.includes(part);
      const slots = new Uint32Array(count);
      const keys = new Float64Array(count);
      let n = 0;
      for (let slot = 0; slot < count; slot++) {
        if (stands[slot] === 0 || segment.gone[slot] === 1 || (expires[slot] ?? 0) < now) continue;
        if (words.length > 0 ? matched[slot] !== words.length : wanted) continue;
        if (remote >= 0 && segment.remote[slot] !== remote) continue;
        if (type >= 0 && segment.type[slot] !== type) continue;
        if ((posted[slot] ?? 0) < since) continue;
        if (filter.salaryMin !== undefined && ((pay[slot] ?? -1) < 0 || (pay[slot] ?? -1) < least)) continue;
        if (companyOk && companyOk[company[slot] ?? 0] === 0) continue;
        if (placeOk && placeOk[place[slot] ?? 0] === 0) continue;
        if (sourceOk && sourceOk[sources[slot] ?? 0] === 0) continue;
        if (overlaid && byUrl.has(segment.urls[slot] ?? '')) continue;
        const when = date(posted[slot] ?? 0);
        slots[n] = slot;
        if (sort === 'salary') keys[n] = (pay[slot] ?? -1) >= 0 ? (pay[slot] ?? 0) : when / DATES - 1;
        else if (sort === 'date') keys[n] = when;
        else {
          const whole = titled[slot] === words.length ? words.length / Math.max(1, segment.titleWords[slot] ?? 1) : 0;
          keys[n] = ((points[slot] ?? 0) + Math.round(WHOLE_TITLE * Math.min(1, whole))) * DATES + when;
        }
        n++;
      }
      return { part, slots: slots.subarray(0, n), keys: keys.subarray(0, n), count: n };
    });
  }

  type Hit = { id: string; key: number; posted: number };
  const hitOf = ({ part: { segment }, slots, keys }: Hits[number], i: number): Hit => {
    const slot = slots[i] ?? 0;
    return { id: segment.ids[slot] ?? '', key: keys[i] ?? 0, posted: segment.posted[slot] ?? 0 };
  };
  const inOrder = (a: Hit, b: Hit): number => b.key - a.key || b.posted - a.posted || (a.id < b.id ? 1 : -1);

  /** Of each group of variants the hit that comes first. */
  function firstOfGroups(hits: Hits): Hits {
    if (leads.size === 0) return hits;
    const led = new Set(leads.values());
    const best = new Map<string, Hit>();
    // The group of each hit that is in one.
    const groups = hits.map((found) => {
      const inGroup = new Map<number, string>();
      for (let i = 0; i < found.count; i++) {
        const id = found.part.segment.ids[found.slots[i] ?? 0] ?? '';
        if (!leads.has(id) && !led.has(id)) continue;
        const group = groupOf(id);
        inGroup.set(i, group);
        const hit = hitOf(found, i);
        const other = best.get(group);
        if (other === undefined || inOrder(hit, other) < 0) best.set(group, hit);
      }
      return inGroup;
    });
    return hits.map((found, h) => {
      const slots = new Uint32Array(found.count);
      const keys = new Float64Array(found.count);
      let n = 0;
      for (let i = 0; i < found.count; i++) {
        const slot = found.slots[i] ?? 0;
        const group = groups[h]?.get(i);
        if (group !== undefined && best.get(group)?.id !== found.part.segment.ids[slot]) continue;
        slots[n] = slot;
        keys[n++] = found.keys[i] ?? 0;
      }
      return { part: found.part, slots: slots.subarray(0, n), keys: keys.subarray(0, n), count: n };
    });
  }

  /** The ids from `offset` on; only what lies between the page's first and last key is put in order. */
  function pageFrom(hits: Hits, { offset, limit }: { offset: number; limit: number }): string[] {
    const total = hits.reduce((sum, { count }) => sum + count, 0);
    if (offset >= total || limit <= 0) return [];
    const all = new Float64Array(total);
    let at = 0;
    for (const { keys } of hits) {
      all.set(keys, at);
      at += keys.length;
    }
    all.sort();
    const highest = all[total - 1 - offset] ?? 0;
    const lowest = all[Math.max(0, total - offset - limit)] ?? 0;
    let before = 0;
    const between: Hit[] = [];
    for (const found of hits)
      for (let i = 0; i < found.count; i++) {
        const key = found.keys[i] ?? 0;
        if (key > highest) before++;
        else if (key >= lowest) between.push(hitOf(found, i));
      }
    return between
      .sort(inOrder)
      .slice(offset - before, offset - before + limit)
      .map(({ id }) => id);
  }

  function facetsOf(hits: Hits, now: number): Facets {
    const remote = new Map<string, number>();
    const type = new Map<string, number>();
    const source = new Map<string, number>();
    const company = new Map<string, number>();
    const posted = POSTED_DAYS.map((days) => ({ days, count: 0 }));
    const tally = (into: Map<string, number>, value: string | null | undefined, count: number) => {
      if (count > 0 && value) into.set(value, (into.get(value) ?? 0) + count);
    };
    /** How often each value of a column stands in the hits. */
    const counted = (slots: Uint32Array, column: Uint8Array | Uint32Array, values: number): Uint32Array => {
      const counts = new Uint32Array(values);
      for (const slot of slots) {
        const value = column[slot] ?? 0;
        counts[value] = (counts[value] ?? 0) + 1;
      }
      return counts;
    };
    for (const { part, slots } of hits) {
      const { segment } = part;
      const { sourceSets, companies } = segment;
      for (const [i, count] of counted(slots, segment.remote, REMOTES.length).entries())
        tally(remote, REMOTES[i], count);
      for (const [i, count] of counted(slots, segment.type, TYPES.length).entries()) tally(type, TYPES[i], count);
      for (const [i, count] of counted(slots, segment.sources, sourceSets.length).entries())
        for (const name of sourceSets[i] ?? []) tally(source, name, count);
      for (const [i, count] of counted(slots, segment.company, companies.length).entries())
        tally(company, companies[i]?.name, count);
      for (const bucket of posted) {
        const since = now - bucket.days * DAY;
        for (const slot of slots) if ((segment.posted[slot] ?? 0) >= since) bucket.count++;
      }
    }
    const listed = (counts: Map<string, number>): FacetValue[] =>
      [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return {
      remote: listed(remote),
      employmentType: listed(type),
      source: listed(source),
      company: listed(company).slice(0, MOST_COMPANIES),
      posted,
    };
  }

  return {
    apply,
    /** Takes in a segment and gives the slots whose rows are newer than what was known. */
    add,
    get size() {
      return where.size;
    },
    revOf: (id: string): number | undefined => {
      const place = where.get(id);
      return place === undefined ? undefined : revAt(place);
    },
    /** The public posting at a canonical address. */
    atUrl: (urlKey: string): string | undefined => byUrl.get(urlKey),
    /** The id that stands for a posting and all its variants. */
    groupOf,

    /** The segments held, how many rows they have, and how many of those still stand. */
    parts: (): { key: string | undefined; segment: Segment; standing: number; stands: (slot: number) => boolean }[] =>
      present().map(({ key, segment, standing, stands }) => ({
        key,
        segment,
        standing,
        stands: (slot) => stands[slot] === 1,
      })),

    /**
     * One page of the postings that pass the filter, in order, with their exact number. `own` are a person's private
     * rows, laid over the rest (the same array again costs nothing); one whose address a source has confirmed gives way
     * to the public posting.
     */
    page(
      filter: JobFilter,
      options: { now: number; own?: readonly JobRow[]; offset?: number; limit?: number; facets?: boolean },
    ): JobPage {
      const { now, own = [], offset = 0, limit = Number.MAX_SAFE_INTEGER } = options;
      const all = collect(filter, { now, own });
      const hits = filter.grouped ? firstOfGroups(all) : all;
      return {
        ids: pageFrom(hits, { offset, limit }),
        total: hits.reduce((sum, { count }) => sum + count, 0),
        ...(options.facets && { facets: facetsOf(hits, now) }),
      };
    },

    /** Every id that passes the filter, in no order, which spares putting them into one. */
    passing(filter: JobFilter, options: { now: number; own?: readonly JobRow[] }): Set<string> {
      const { now, own = [] } = options;
      const found = collect(filter, { now, own });
      const ids = new Set<string>();
      for (const { part, slots } of filter.grouped ? firstOfGroups(found) : found)
        for (const slot of slots) ids.add(part.segment.ids[slot] ?? '');
      return ids;
    },

    /** Every id that passes the filter, in order. */
    search(filter: JobFilter, options: { now: number; own?: readonly JobRow[] }): string[] {
      return this.page(filter, options).ids;
    },

    /**
     * What postings of these titles ask: how many there are (the newest `most`, those of `country` where there are
     * enough), and in how many of them each skill stands, the most frequent first.
     */
    asked(
      titles: readonly string[],
      options: { most: number; now: number; country?: string | undefined },
    ): { postings: number; skills: { skill: string; count: number }[] } {
      const wanted = titles.map((title) => ({
        near: nearnessTo(occupationsOf(title)),
        words: tokens(title).map((word): QueryWord => ({ exact: [word], open: false })),
      }));
      const found: { part: Part; slot: number; id: string; posted: number; here: boolean }[] = [];
      const { country, now } = options;
      for (const part of present()) {
        const { segment, stands } = part;
        const fits = new Uint8Array(segment.count);
        const near = Uint8Array.from(segment.occupations, (work) =>
          wanted.some((want) => want.near(work) >= SAME_OCCUPATION) ? 1 : 0,
        );
        for (const { words } of wanted) {
          if (words.length === 0) continue;
          const ranges = words.map((word) => rangesOf(segment, word));
          const { matched } = scratch.match(segment, ranges, WHERE.titleTail);
          for (let slot = 0; slot < segment.count; slot++) if (matched[slot] === words.length) fits[slot] = 1;
        }
        for (let slot = 0; slot < segment.count; slot++) {
          if (stands[slot] === 0 || segment.gone[slot] === 1 || (segment.expires[slot] ?? 0) < now) continue;
          if (fits[slot] === 0 && near[segment.occupation[slot] ?? 0] === 0) continue;
          const countries = segment.places[segment.place[slot] ?? 0]?.countries ?? [];
          found.push({
            part,
            slot,
            id: segment.ids[slot] ?? '',
            posted: segment.posted[slot] ?? 0,
            here: country !== undefined && countries.includes(country),
          });
        }
      }
      const here = found.filter((hit) => hit.here);
      const newest = (here.length >= ENOUGH_HERE ? here : found)
        .sort((a, b) => b.posted - a.posted || (a.id < b.id ? -1 : 1))
        .slice(0, options.most);
      const counts = new Map<string, number>();
      for (const { part, slot } of newest)
        for (const skill of skillsOf(part.segment, slot)) counts.set(skill, (counts.get(skill) ?? 0) + 1);
      return {
        postings: newest.length,
        skills: [...counts]
          .map(([skill, count]) => ({ skill, count }))
          .sort((a, b) => b.count - a.count || (a.skill < b.skill ? -1 : 1)),
      };
    },
  };
}

export type JobIndex = ReturnType<typeof createJobIndex>;
