/**
 * Rows of like questions (jobs, schools, languages) as the markup shows them: by a number in names and ids, by a numbered
 * heading, or by containers that ask the same questions one after the other. What the rows are about is not decided here. Three
 * arguments where the questions, their containers and how they are compared are looked up once.
 */
import type { FormField } from '#shared/form/form.schema.ts';
import { composedParent } from './deep-dom.ts';

/** A question and what it is found by. */
export type Placed = { readonly field: FormField; readonly element: Element };

type Row = { readonly key: string; readonly at: string };

/** The fields with `repeat` set where they stand in rows; same order, same length. */
export function withRepeats(placed: readonly Placed[]): FormField[] {
  const rows = [byNames(placed), byHeadings(placed), byStructure(placed)] satisfies readonly (readonly (
    | Row
    | undefined
  )[])[];
  const order = new Map<string, string[]>();
  return placed.map(({ field }, index) => {
    const row = rows.map((each) => each[index]).find((each) => each !== undefined);
    if (!row) return field;
    const seen = order.get(row.key) ?? [];
    order.set(row.key, seen);
    if (!seen.includes(row.at)) seen.push(row.at);
    return { ...field, repeat: { key: row.key, index: seen.indexOf(row.at) } };
  });
}

/** `education[0][school]`, `workExperience-1--jobTitle`, `jobs.0.title`: stem, number, rest. */
const INDEXED: readonly RegExp[] = [
  /^(.*?[A-Za-z\]])\[(\d{1,3})\](.*[A-Za-z].*)$/,
  /^(.*?[A-Za-z])-(\d{1,4})--(.*[A-Za-z].*)$/,
  /^(.*?[A-Za-z])\.(\d{1,3})\.(.*[A-Za-z].*)$/,
];
/** `employment_2_company`, `edu1.school`: only where several numbers ask the same. */
const PERHAPS_INDEXED: readonly RegExp[] = [
  /^(.*?[A-Za-z])[_-](\d{1,3})[_-]+([A-Za-z].*)$/,
  /^(.*?[A-Za-z]{3})(\d{1,3})[._-]([A-Za-z].*)$/,
];
/** `job_application[educations][][school]` counts by repeating. */
const UNNUMBERED = /^(.*?[A-Za-z])\]?\[\](.*[A-Za-z].*)$/;
/** `school--0`, `company-name-1`: the number comes last, so only rows of several such names count. */
const TRAILING = /^(.*?[A-Za-z])(--|[_-])(\d{1,2})$/;

type Indexed = { readonly stem: string; readonly number: string; readonly rest: string; readonly sure: boolean };

function indexIn(name: string): Indexed | undefined {
  for (const pattern of [...INDEXED, ...PERHAPS_INDEXED]) {
    const [, stem, number, rest] = pattern.exec(name) ?? [];
    if (stem !== undefined && number !== undefined && rest !== undefined)
      return { stem, number, rest, sure: INDEXED.includes(pattern) };
  }
  return undefined;
}

function byNames(placed: readonly Placed[]): (Row | undefined)[] {
  const counted = new Map<string, number>();
  const found = placed.map(({ field }): Indexed | undefined => {
    const each = indexIn(field.id) ?? indexIn(field.name) ?? repeatedName(field.name);
    if (each?.number !== '') return each;
    const place = `${each.stem} ${each.rest}`;
    const number = counted.get(place) ?? 0;
    counted.set(place, number + 1);
    return { ...each, number: String(number) };
  });
  const rests = new Map<string, Map<string, Set<string>>>();
  for (const each of found) {
    if (!each) continue;
    const rows = rests.get(each.stem) ?? new Map<string, Set<string>>();
    rests.set(each.stem, rows);
    rows.set(each.number, (rows.get(each.number) ?? new Set()).add(each.rest));
  }
  return found.map((each, index) => {
    if (!each || !areRows([...(rests.get(each.stem)?.values() ?? [])], each.sure)) return trailing(placed, index);
    return { key: each.stem, at: each.number };
  });
}

/**
 * One name behind each number is a list of single questions (`cards[a][field0]`), not of rows; rows ask several things, and a
 * second one asks them again.
 */
function areRows(rows: readonly ReadonlySet<string>[], isSure: boolean): boolean {
  const [first, ...others] = [...rows].sort((a, b) => b.size - a.size);
  if (!first || first.size < 2) return false;
  if (others.length === 0) return isSure;
  return others.some((other) => [...other].filter((rest) => first.has(rest)).length >= 2);
}

function repeatedName(name: string): Indexed | undefined {
  const [, stem, rest] = UNNUMBERED.exec(name) ?? [];
  return stem !== undefined && rest !== undefined ? { stem, number: '', rest, sure: true } : undefined;
}

/** The row of a name that ends in its number: at least two neighbours share the number, and differ in what is before it. */
function trailing(placed: readonly Placed[], index: number): Row | undefined {
  const own = trailingIn(placed[index]?.field);
  if (!own) return undefined;
  const run: string[] = [own.stem];
  let start = index;
  for (let at = index - 1; at >= 0; at--) {
    const other = trailingIn(placed[at]?.field);
    if (other?.number !== own.number || run.includes(other.stem)) break;
    run.unshift(other.stem);
    start = at;
  }
  for (let at = index + 1; at < placed.length; at++) {
    const other = trailingIn(placed[at]?.field);
    if (other?.number !== own.number || run.includes(other.stem)) break;
    run.push(other.stem);
  }
  if (run.length < 2) return undefined;
  // `line_1` beside `city_1` may be anything; a double dash, or a second row of the same names, makes it a row.
  const [first = ''] = run;
  const others = placed.flatMap(({ field }, at) => {
    const each = trailingIn(field);
    return each && each.stem === first && each.number !== own.number && at !== start ? [each.number] : [];
  });
  return own.dash === '--' || others.length > 0 ? { key: first, at: own.number } : undefined;
}

function trailingIn(field: FormField | undefined): { stem: string; number: string; dash: string } | undefined {
  for (const name of [field?.id ?? '', field?.name ?? '']) {
    const [, stem, dash, number] = TRAILING.exec(name) ?? [];
    if (stem !== undefined && dash !== undefined && number !== undefined && !/^question/i.test(stem))
      return { stem, number, dash };
  }
  return undefined;
}

const NUMBERED = /^(\D{3,60}?)[\s#:(]*(\d{1,2})\)?(?:\s*(?:of|von|de|\/)\s*\d+)?$/;
/** Numbered, and no rows: places in a form. */
const PLACE =
  /^(?:step|page|section|part|question|schritt|seite|abschnitt|teil|frage|étape|partie|paso|sección|form)$/i;

/** “Work Experience 2” above several questions. */
function byHeadings(placed: readonly Placed[]): (Row | undefined)[] {
  const found = placed.map(({ field }): Row | undefined => {
    for (const words of [field.kind === 'radio' ? '' : field.group, field.section]) {
      const [, about = '', number] = NUMBERED.exec(words.trim()) ?? [];
      if (number !== undefined && !PLACE.test(about.trim())) return { key: about.trim(), at: number };
    }
    return undefined;
  });
  const sizes = countBy(found, (row) => (row ? `${row.key} ${row.at}` : ''));
  return found.map((row) => (row && (sizes.get(`${row.key} ${row.at}`) ?? 0) > 1 ? row : undefined));
}

/** Containers side by side that ask at least two questions in the same words. */
function byStructure(placed: readonly Placed[]): (Row | undefined)[] {
  const wording = ({ field }: Placed) => `${field.form}|${field.kind}|${field.label || field.placeholder}`;
  const alike = countBy(placed, wording);
  const repeated = placed.filter(
    (each) => (each.field.label || each.field.placeholder) !== '' && (alike.get(wording(each)) ?? 0) > 1,
  );
  if (repeated.length < 4) return placed.map(() => undefined);
  const holders = new Map<Element, Map<string, number>>();
  for (const each of repeated) {
    const words = wording(each);
    for (let at: Element | null = each.element; at; at = composedParent(at)) {
      const counts = holders.get(at) ?? new Map<string, number>();
      holders.set(at, counts);
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  const names = new Map<Element, string>();
  const numbers = new Map<Element, number>();
  /** The largest container with this question once, if the same is asked beside it. */
  const rowOf = (each: Placed): { row: Element; list: Element } | undefined => {
    const words = wording(each);
    let row: Element = each.element;
    for (let at = composedParent(row); at; at = composedParent(at)) {
      if ((holders.get(at)?.get(words) ?? 0) > 1) return { row, list: at };
      row = at;
    }
    return undefined;
  };
  const rows = placed.map((each) => (repeated.includes(each) ? rowOf(each) : undefined));
  const sizes = countBy(rows, (row) => row?.row);
  const full = new Map<Element, Set<Element>>();
  for (const each of rows) {
    if (!each || (sizes.get(each.row) ?? 0) < 2) continue;
    const set = full.get(each.list) ?? new Set();
    set.add(each.row);
    full.set(each.list, set);
  }
  const asked = questionsBy(placed, new Set([...full.values()].flatMap((set) => [...set])), wording);
  for (const [list, set] of full) full.set(list, alikeRows([...set], asked));
  return placed.map((each, index) => {
    const row = rows[index] ?? inside(each, full);
    const set = row ? full.get(row.list) : undefined;
    if (!row || !set || set.size < 2 || !set.has(row.row)) return undefined;
    const key = names.get(row.list) ?? (tellingName(row.row, row.list) || `rows ${names.size + 1}`);
    names.set(row.list, key);
    const at = numbers.get(row.row) ?? numbers.size;
    numbers.set(row.row, at);
    return { key, at: String(at) };
  });
}

/** What is asked in each of these containers. */
function questionsBy(
  placed: readonly Placed[],
  rows: ReadonlySet<Element>,
  wording: (each: Placed) => string,
): ReadonlyMap<Element, ReadonlySet<string>> {
  const asked = new Map<Element, Set<string>>();
  for (const each of placed) {
    for (let at: Element | null = each.element; at; at = composedParent(at))
      if (rows.has(at)) asked.set(at, (asked.get(at) ?? new Set()).add(wording(each)));
  }
  return asked;
}

/** Rows ask mostly the same; sections of a form that share a word or two are none. */
function alikeRows(rows: readonly Element[], asked: ReadonlyMap<Element, ReadonlySet<string>>): Set<Element> {
  const alike = new Set<Element>();
  rows.forEach((row, index) => {
    const [one, other] = [asked.get(row), asked.get(rows[index === 0 ? 1 : index - 1] ?? row)];
    if (!one || !other) return;
    const shared = [...one].filter((words) => other.has(words)).length;
    if (shared / Math.max(one.size, other.size) >= 0.6) alike.add(row);
  });
  return alike;
}

/** Questions only some of the rows ask stand in the same containers. */
function inside(
  { element }: Placed,
  full: ReadonlyMap<Element, ReadonlySet<Element>>,
): { row: Element; list: Element } | undefined {
  for (let at: Element | null = element; at; at = composedParent(at)) {
    const list = composedParent(at);
    if (list && full.get(list)?.has(at)) return { row: at, list };
  }
  return undefined;
}

/** What the markup calls the rows, without numbers. */
function tellingName(row: Element, list: Element): string {
  for (const at of [row, list]) {
    for (const attribute of ['data-automation-id', 'data-testid', 'id', 'aria-label', 'class']) {
      const name = (at.getAttribute(attribute) ?? '').replace(/[\d_-]+$/g, '').trim();
      if (/[A-Za-z]{4}/.test(name) && name.length <= 60) return name;
    }
  }
  return '';
}

function countBy<T, K>(all: readonly T[], keyOf: (each: T) => K): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const each of all) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return counts;
}
