/**
 * Rows of like questions (jobs, schools, languages) as the page's structure shows them: containers that ask the same questions
 * one after the other. What names and headings tell is found out without the page (`named-rows.rules.ts`), and what the rows
 * are about as well. Three arguments where the questions, their containers and how they are compared are looked up once.
 */
import type { FormField } from '#shared/form/form.schema.ts';
import { composedParent } from './deep-dom.ts';

/** A question and what it is found by. */
export type Placed = { readonly field: FormField; readonly element: Element };

type Row = { readonly key: string; readonly at: number };

/** The fields with `repeat` set where they stand in rows; same order, same length. */
export function withRepeats(placed: readonly Placed[]): FormField[] {
  const rows = byStructure(placed);
  const order = new Map<string, number[]>();
  return placed.map(({ field }, index) => {
    const row = rows[index];
    if (!row) return field;
    const seen = order.get(row.key) ?? [];
    order.set(row.key, seen);
    if (!seen.includes(row.at)) seen.push(row.at);
    return { ...field, repeat: { key: row.key, index: seen.indexOf(row.at) } };
  });
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
    return { key, at };
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
