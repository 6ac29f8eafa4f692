/**
 * One immutable piece of the search index: up to {@link MOST_ROWS} postings as columns and an inverted index, in memory
 * the very bytes that lie in the store. Terms stand sorted in one buffer, each with its postings as varints of
 * (distance to the posting before × 8 + where the word stands); nothing of it is an object per row or word.
 * Over 300 lines because writing, reading and merging share the one layout.
 */
import { occupationsOf } from '#shared/skill/occupation.rules.ts';
import { findSkills } from '#shared/skill/skill.rules.ts';
import type { JobRow } from './job-row.rules.ts';
import { companyKey } from './normalise.rules.ts';
import type { Place } from './place.rules.ts';
import { folded, tokens } from './text.rules.ts';

/** Raise when the layout changes: older segments are then no longer read. */
export const SEGMENT_FORMAT = 1;
/** Most rows of a segment; a slot number has 14 bits. */
export const MOST_ROWS = 16_384;

/** Where a word stands, from least to most telling. */
export const WHERE = { text: 0, often: 1, place: 2, company: 3, skill: 4, titleTail: 5, title: 6 } as const;

export const REMOTES = [null, 'remote', 'hybrid', 'onsite'] as const;
export const TYPES = [undefined, 'full-time', 'part-time', 'contract', 'temporary', 'internship'] as const;

export type SegmentCompany = { name: string; key: string; words: string };
export type SegmentPlace = { text: string; countries: readonly string[]; places: readonly Place[] };

const COLUMNS = {
  rev: Float64Array,
  posted: Float64Array,
  /** Infinity where it does not expire. */
  expires: Float64Array,
  /** −1 where none is stated. */
  pay: Float64Array,
  company: Uint32Array,
  place: Uint32Array,
  sources: Uint32Array,
  occupation: Uint32Array,
  /** Where a row's skills begin in `skills`; one more than rows. */
  skillsFrom: Uint32Array,
  skills: Uint32Array,
  /** Where a term's letters begin in `letters`; one more than terms. */
  lettersFrom: Uint32Array,
  postingsFrom: Uint32Array,
  remote: Uint8Array,
  type: Uint8Array,
  gone: Uint8Array,
  /** Words a title has before a dash, comma or bracket. */
  titleWords: Uint8Array,
  letters: Uint8Array,
  postings: Uint8Array,
} as const;
type ColumnName = keyof typeof COLUMNS;
type Columns = { readonly [K in ColumnName]: InstanceType<(typeof COLUMNS)[K]> };
const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];

type Tables = {
  readonly ids: readonly string[];
  readonly urls: readonly (string | null)[];
  /** Rows that belong to a group led by another id. */
  readonly leads: readonly (readonly [slot: number, id: string])[];
  readonly companies: readonly SegmentCompany[];
  readonly places: readonly SegmentPlace[];
  readonly sourceSets: readonly (readonly string[])[];
  readonly occupations: readonly (readonly (readonly [id: string, share: number])[])[];
  readonly skillNames: readonly string[];
};

export type Segment = Columns & Tables & { readonly count: number; readonly terms: number };
/** A segment just made, with each row's features as JSON text (empty where it has none). */
export type NewSegment = { readonly segment: Segment; readonly fits: readonly string[] };

/** The term under which a skill is found by any of its names; no word begins with `=`. */
export const skillTerm = (skill: string): string => `=${tokens(skill).join(' ')}`;

const HEAD = /\s[-–—|]\s|,|\(|\||:\s/;

/** Words of a title before and after the first dash, comma or bracket. */
function titleWords(title: string): { head: string[]; tail: string[] } {
  const cut = title.search(HEAD);
  const all = tokens(title);
  if (cut <= 0) return { head: all, tail: [] };
  const head = tokens(title.slice(0, cut));
  return { head, tail: all.slice(head.length) };
}

const SURROGATE = /[\ud800-\udfff]/;

/** Every term of a row with the most telling place it stands in. */
function termsOf(row: JobRow): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (list: readonly string[], where: number) => {
    for (const term of list) if ((terms.get(term) ?? -1) < where) terms.set(term, where);
  };
  const listed = (text: string) => (text === '' ? [] : text.split(' '));
  const { head, tail } = titleWords(row.title);
  add(listed(row.words), WHERE.text);
  add(listed(row.often ?? ''), WHERE.often);
  add(tokens(row.place), WHERE.place);
  add(tokens(row.company), WHERE.company);
  for (const skill of row.skills) add([...tokens(skill), skillTerm(skill)], WHERE.skill);
  add(tail, WHERE.titleTail);
  add(head, WHERE.title);
  for (const { skill } of findSkills(row.title)) add([skillTerm(skill)], WHERE.title);
  // Half of a surrogate pair sorts elsewhere as letters than as bytes.
  if (SURROGATE.test(`${row.title}${row.company}${row.place}${row.skills}${row.words}`))
    for (const term of terms.keys()) if (SURROGATE.test(term)) terms.delete(term);
  return terms;
}

const companyOf = (row: JobRow): SegmentCompany => ({
  name: row.company,
  key: row.companyKey ?? companyKey(row.company),
  words: ` ${tokens(row.company).join(' ')}`,
});

function placeOf({ place, city, region, country, countries, places }: JobRow): SegmentPlace {
  const first = country === undefined ? [] : [{ country, ...(city && { city }), ...(region && { region }) }];
  return { text: folded(place), countries, places: places ?? first };
}

/** Values met before get the number they got then. */
function numbered<T>() {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  return {
    values,
    of(key: string, make: (key: string) => T): number {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      return values.push(make(key)) - 1;
    },
  };
}

const itself = (text: string): string => text;

/** A list of numbers that grows by doubling. */
function growing() {
  let items = new Uint32Array(1024);
  let length = 0;
  return {
    push(value: number) {
      if (length === items.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(items);
        items = larger;
      }
      items[length++] = value;
    },
    get items() {
      return items.subarray(0, length);
    },
  };
}

/** Collects rows, and rows of older segments, into a new one. */
export function createSegmentBuilder() {
  const ids: string[] = [];
  const urls: (string | null)[] = [];
  const leads: [number, string][] = [];
  const fits: string[] = [];
  const companies = numbered<SegmentCompany>();
  const places = numbered<SegmentPlace>();
  const sourceSets = numbered<readonly string[]>();
  const occupations = numbered<Tables['occupations'][number]>();
  const skillNames = numbered<string>();
  const terms = numbered<string>();
  const columns = Object.fromEntries(COLUMN_NAMES.map((name) => [name, [] as number[]])) as Record<
    ColumnName,
    number[]
  >;
  // Every mention of a term: the term, and the row with where it stands.
  const mentionTerm = growing();
  const mention = growing();

  function addRow(row: JobRow): void {
    const slot = ids.push(row.id) - 1;
    urls.push(row.urlKey ?? null);
    if (row.lead !== undefined) leads.push([slot, row.lead]);
    fits.push(row.fit === undefined ? '' : JSON.stringify(row.fit));
    columns.rev.push(row.rev);
    columns.posted.push(Number.isFinite(row.posted) ? row.posted : 0);
    columns.expires.push(row.expires ?? Number.POSITIVE_INFINITY);
    columns.pay.push(row.pay ?? -1);
    const company = companyOf(row);
    columns.company.push(companies.of(company.name, () => company));
    const place = placeOf(row);
    columns.place.push(places.of(JSON.stringify(place), () => place));
    columns.sources.push(sourceSets.of(row.sources.join('\n'), () => row.sources));
    const work = [...occupationsOf(row.title)];
    columns.occupation.push(occupations.of(JSON.stringify(work), () => work));
    columns.skillsFrom.push(columns.skills.length);
    for (const skill of new Set(row.skills)) columns.skills.push(skillNames.of(skill, itself));
    columns.remote.push(Math.max(0, REMOTES.indexOf(row.remote)));
    columns.type.push(Math.max(0, TYPES.indexOf(row.type)));
    columns.gone.push(row.gone ? 1 : 0);
    columns.titleWords.push(Math.min(255, titleWords(row.title).head.length));
    if (row.gone) return;
    for (const [term, where] of termsOf(row)) {
      mentionTerm.push(terms.of(term, itself));
      mention.push(slot * 8 + where);
    }
  }

  return {
    get count() {
      return ids.length;
    },
    add: addRow,

    /** Takes over the rows of a segment that `keep` says yes to; `fitsOf` are its features as text. */
    addFrom(segment: Segment, { keep, fitsOf }: { keep: (slot: number) => boolean; fitsOf: readonly string[] }): void {
      const moved = new Int32Array(segment.count).fill(-1);
      const leadOf = new Map(segment.leads);
      for (let slot = 0; slot < segment.count; slot++) {
        if (!keep(slot)) continue;
        const to = ids.push(segment.ids[slot] ?? '') - 1;
        moved[slot] = to;
        urls.push(segment.urls[slot] ?? null);
        const lead = leadOf.get(slot);
        if (lead !== undefined) leads.push([to, lead]);
        fits.push(fitsOf[slot] ?? '');
        for (const name of ['rev', 'posted', 'expires', 'pay', 'remote', 'type', 'gone', 'titleWords'] as const)
          columns[name].push(segment[name][slot] ?? 0);
        const company = segment.companies[segment.company[slot] ?? 0];
        if (company) columns.company.push(companies.of(company.name, () => company));
        const place = segment.places[segment.place[slot] ?? 0];
        if (place) columns.place.push(places.of(JSON.stringify(place), () => place));
        const set = segment.sourceSets[segment.sources[slot] ?? 0] ?? [];
        columns.sources.push(sourceSets.of(set.join('\n'), () => set));
        const work = segment.occupations[segment.occupation[slot] ?? 0] ?? [];
        columns.occupation.push(occupations.of(JSON.stringify(work), () => work));
        columns.skillsFrom.push(columns.skills.length);
        for (const skill of skillsOf(segment, slot)) columns.skills.push(skillNames.of(skill, itself));
      }
      for (let term = 0; term < segment.terms; term++) {
        let number = -1;
        eachPosting(segment, term, (slot, where) => {
          const to = moved[slot] ?? -1;
          if (to < 0) return;
          if (number < 0) {
            const name = termAt(segment, term);
            number = terms.of(name, itself);
          }
          mentionTerm.push(number);
          mention.push(to * 8 + where);
        });
      }
    },

    build(): NewSegment {
      columns.skillsFrom.push(columns.skills.length);
      const { letters, lettersFrom, order } = sortedTerms(terms.values);
      const { postings, postingsFrom } = packedPostings({ of: mentionTerm.items, at: mention.items, order });
      const given = { ...columns, letters, lettersFrom, postings, postingsFrom };
      const segment: Segment = {
        ids,
        urls,
        leads,
        companies: companies.values,
        places: places.values,
        sourceSets: sourceSets.values,
        occupations: occupations.values,
        skillNames: skillNames.values,
        count: ids.length,
        terms: terms.values.length,
        ...(Object.fromEntries(COLUMN_NAMES.map((name) => [name, new COLUMNS[name](given[name])])) as Columns),
      };
      return { segment, fits };
    },
  };
}

/** Segments of the given rows, each full but the last. */
export function segmentsOf(rows: readonly JobRow[]): NewSegment[] {
  const out: NewSegment[] = [];
  for (let start = 0; start < rows.length; start += MOST_ROWS) {
    const builder = createSegmentBuilder();
    for (const row of rows.slice(start, start + MOST_ROWS)) builder.add(row);
    out.push(builder.build());
  }
  return out;
}

/** The letters of all terms in order, and for each term (by its number) its place in that order. */
function sortedTerms(terms: readonly string[]) {
  const sorted = terms.map((term, number) => ({ term, number })).sort((a, b) => (a.term < b.term ? -1 : 1));
  const order = new Uint32Array(terms.length);
  const lettersFrom = new Uint32Array(terms.length + 1);
  const letters = new TextEncoder().encode(sorted.map(({ term }) => term).join(''));
  let from = 0;
  for (const [place, { term, number }] of sorted.entries()) {
    order[number] = place;
    lettersFrom[place] = from;
    from += bytesOf(term);
  }
  lettersFrom[terms.length] = from;
  return { letters, lettersFrom, order };
}

/** Length in UTF-8 of a text without surrogates. */
function bytesOf(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7ff) length += 2;
    else if (code > 0x7f) length++;
  }
  return length;
}

/** Mentions sorted by term (they come sorted by row) and written as varints. */
function packedPostings({ of, at, order }: { of: Uint32Array; at: Uint32Array; order: Uint32Array }) {
  const from = new Uint32Array(order.length + 1);
  for (const term of of) from[(order[term] ?? 0) + 1] = (from[(order[term] ?? 0) + 1] ?? 0) + 1;
  for (let i = 1; i < from.length; i++) from[i] = (from[i] ?? 0) + (from[i - 1] ?? 0);
  const placed = new Uint32Array(at.length);
  const next = from.slice();
  for (let i = 0; i < at.length; i++) {
    const term = order[of[i] ?? 0] ?? 0;
    const to = next[term] ?? 0;
    placed[to] = at[i] ?? 0;
    next[term] = to + 1;
  }
  const bytes = new Uint8Array(at.length * 3 + 8);
  const postingsFrom = new Uint32Array(order.length + 1);
  let length = 0;
  for (let term = 0; term < order.length; term++) {
    postingsFrom[term] = length;
    let before = 0;
    for (let i = from[term] ?? 0; i < (from[term + 1] ?? 0); i++) {
      const value = placed[i] ?? 0;
      let rest = value - before * 8;
      before = value >>> 3;
      for (; rest > 127; rest >>>= 7) bytes[length++] = (rest & 127) | 128;
      bytes[length++] = rest;
    }
  }
  postingsFrom[order.length] = length;
  return { postings: bytes.slice(0, length), postingsFrom };
}

/** Calls `visit` for each row a term stands in. */
export function eachPosting(segment: Segment, term: number, visit: (slot: number, where: number) => void): void {
  const { postings, postingsFrom } = segment;
  const end = postingsFrom[term + 1] ?? 0;
  let slot = 0;
  for (let at = postingsFrom[term] ?? 0; at < end; ) {
    let byte = postings[at++] ?? 0;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[at++] ?? 0;
      value |= (byte & 127) << shift;
    }
    slot += value >>> 3;
    visit(slot, value & 7);
  }
}

/** The first term not before these letters. */
function lowerBound(segment: Segment, wanted: Uint8Array): number {
  const { letters, lettersFrom } = segment;
  let low = 0;
  let high = segment.terms;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const from = lettersFrom[middle] ?? 0;
    const length = (lettersFrom[middle + 1] ?? 0) - from;
    let before = length < wanted.length;
    for (let i = 0; i < length && i < wanted.length; i++) {
      const difference = (letters[from + i] ?? 0) - (wanted[i] ?? 0);
      if (difference === 0) continue;
      before = difference < 0;
      break;
    }
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const termAt = ({ letters, lettersFrom }: Segment, term: number): string =>
  decoder.decode(letters.subarray(lettersFrom[term], lettersFrom[term + 1]));

/** Terms that begin with `prefix`, as a range; end exclusive. */
export function termsFrom(segment: Segment, prefix: string): [from: number, to: number] {
  const bytes = encoder.encode(prefix);
  // No UTF-8 text holds 0xff.
  return [lowerBound(segment, bytes), lowerBound(segment, Uint8Array.of(...bytes, 0xff))];
}

/** The number of a term; undefined where no row has it. */
export function termNumber(segment: Segment, term: string): number | undefined {
  const bytes = encoder.encode(term);
  const at = lowerBound(segment, bytes);
  const { letters, lettersFrom } = segment;
  const from = lettersFrom[at] ?? 0;
  if (at >= segment.terms || (lettersFrom[at + 1] ?? 0) - from !== bytes.length) return undefined;
  return bytes.every((byte, i) => letters[from + i] === byte) ? at : undefined;
}

export const skillsOf = ({ skillNames, skills, skillsFrom }: Segment, slot: number): string[] => {
  const out: string[] = [];
  for (let i = skillsFrom[slot] ?? 0; i < (skillsFrom[slot + 1] ?? 0); i++) out.push(skillNames[skills[i] ?? 0] ?? '');
  return out;
};

const EIGHT = 8;
const padded = (length: number): number => Math.ceil(length / EIGHT) * EIGHT;

/** A segment as bytes: length of the tables' JSON, that JSON, and the columns, each from a multiple of eight on. */
export function encodeSegment(segment: Segment): Uint8Array {
  const { ids, urls, leads, companies, places, sourceSets, occupations, skillNames, count, terms } = segment;
  const lengths = Object.fromEntries(COLUMN_NAMES.map((name) => [name, segment[name].length]));
  const head = encoder.encode(
    JSON.stringify({
      format: SEGMENT_FORMAT,
      lengths,
      tables: { ids, urls, leads, companies, places, sourceSets, occupations, skillNames, count, terms },
    }),
  );
  const start = EIGHT + padded(head.length);
  const size = COLUMN_NAMES.reduce((sum, name) => sum + padded(segment[name].byteLength), start);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, EIGHT);
  let at = start;
  for (const name of COLUMN_NAMES) {
    const column = segment[name];
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += padded(column.byteLength);
  }
  return bytes;
}

/** The segment in bytes of {@link encodeSegment}. */
export function decodeSegment(bytes: Uint8Array): Segment {
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(decoder.decode(bytes.subarray(EIGHT, EIGHT + headLength))) as {
    format: number;
    lengths: Record<ColumnName, number>;
    tables: Tables & { count: number; terms: number };
  };
  if (head.format !== SEGMENT_FORMAT) throw new Error(`A segment of format ${head.format} cannot be read`);
  // A copy of the columns alone: aligned, and the tables' text is let go.
  const { buffer } = new Uint8Array(bytes.subarray(EIGHT + padded(headLength)));
  let at = 0;
  const columns: Record<string, unknown> = {};
  for (const name of COLUMN_NAMES) {
    const column = new COLUMNS[name](buffer, at, head.lengths[name]);
    columns[name] = column;
    at += padded(column.byteLength);
  }
  return { ...head.tables, ...(columns as Columns) };
}
