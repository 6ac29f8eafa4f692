/**
 * Rows of like questions (jobs, schools, languages) as names and headings tell them: by a number in names and ids, or by a
 * numbered heading. What the rows are about is not decided here.
 */
import type { FormField } from './form.schema.ts';

type Row = { readonly key: string; readonly at: string };

/** The fields with `repeat` set where names or headings put them in rows; else as the page's structure did. Same order. */
export function withNamedRows(fields: readonly FormField[]): FormField[] {
  const rows = [byNames(fields), byHeadings(fields)];
  const order = new Map<string, string[]>();
  return fields.map((field, index) => {
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

function byNames(fields: readonly FormField[]): (Row | undefined)[] {
  const counted = new Map<string, number>();
  const found = fields.map((field): Indexed | undefined => {
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
    if (!each || !areRows([...(rests.get(each.stem)?.values() ?? [])], each.sure)) return trailing(fields, index);
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
function trailing(fields: readonly FormField[], index: number): Row | undefined {
  const own = trailingIn(fields[index]);
  if (!own) return undefined;
  const run: string[] = [own.stem];
  let start = index;
  for (let at = index - 1; at >= 0; at--) {
    const other = trailingIn(fields[at]);
    if (other?.number !== own.number || run.includes(other.stem)) break;
    run.unshift(other.stem);
    start = at;
  }
  for (let at = index + 1; at < fields.length; at++) {
    const other = trailingIn(fields[at]);
    if (other?.number !== own.number || run.includes(other.stem)) break;
    run.push(other.stem);
  }
  if (run.length < 2) return undefined;
  // `line_1` beside `city_1` may be anything; a double dash, or a second row of the same names, makes it a row.
  const [first = ''] = run;
  const others = fields.flatMap((field, at) => {
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
function byHeadings(fields: readonly FormField[]): (Row | undefined)[] {
  const found = fields.map((field): Row | undefined => {
    for (const words of [field.kind === 'radio' ? '' : field.group, field.section]) {
      const [, about = '', number] = NUMBERED.exec(words.trim()) ?? [];
      if (number !== undefined && !PLACE.test(about.trim())) return { key: about.trim(), at: number };
    }
    return undefined;
  });
  const sizes = countBy(found, (row) => (row ? `${row.key} ${row.at}` : ''));
  return found.map((row) => (row && (sizes.get(`${row.key} ${row.at}`) ?? 0) > 1 ? row : undefined));
}

function countBy<T, K>(all: readonly T[], keyOf: (each: T) => K): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const each of all) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1);
  return counts;
}
