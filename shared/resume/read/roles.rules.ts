/**
 * Who is who in an entry's head: each part is scored by its words, and each slot (line and position relative to the
 * date) by the mean over all entries of the section; the pair with the best sum wins.
 */
import { COMMA, type Cut, type Entry, type Part, partsOf } from './entries.rules.ts';
import { placeScore, splitPlace } from './lexicon.rules.ts';

export type Roles = { first?: Part; second?: Part; place?: Part; placeText?: string; rest: Part[]; margin: number };

type Scorer = (text: string) => number;

type Options = {
  /** Evidence for the first role (title, degree) and the second (employer, school), 0..1. */
  first: Scorer;
  second: Scorer;
  /** Whether a part that holds both a field and a school, `Biology. Acme College`, is cut further. */
  refine?: boolean;
};

/** Assigns the two roles in every entry of a section. */
export function assignRoles(entries: readonly Entry[], { first, second, refine = false }: Options): Roles[] {
  const rows = entries.map((entry) => usableParts(entry, { first, second, refine }));
  const votes = vote(rows, { first, second });
  return rows.map((parts) => choose(parts, { first, second, votes }));
}

type Usable = { parts: Part[]; places: Part[]; placeText: Map<Part, string> };

function usableParts(entry: Entry, { first, second, refine = false }: Options): Usable {
  const collect = (cut: Cut): Usable => {
    const all = partsOf(entry, cut);
    const places = all.filter(
      (p) => p.labelled === undefined && placeScore(p.text) >= 0.7 && first(p.text) < 0.5 && second(p.text) < 0.6,
    );
    const placeText = new Map<Part, string>();
    const parts = all
      .filter((p) => !places.includes(p))
      .map((p) => {
        const { rest, place } = splitPlace(p.text);
        if (place === undefined) return p;
        const kept = { ...p, text: rest };
        placeText.set(kept, place);
        return kept;
      });
    // A head of places only: then the first one names something.
    if (parts.length === 0 && places.length > 0)
      return { parts: places.slice(0, 1), places: places.slice(1), placeText };
    return { parts, places, placeText };
  };
  const plain = collect('coarse');
  if (plain.parts.length !== 1) return refined(plain, { first, second, refine });
  const fine = collect('fine');
  const texts = fine.parts.map((p) => p.text);
  // A comma or full stop separates the two roles only where the words on both sides show it.
  const bothSides =
    texts.some((t) => first(t) >= 0.5 && second(t) < 0.6) && texts.some((t) => first(t) < 0.5 && t.length > 1);
  const orgAlone = texts.some((t) => second(t) >= 0.6) && texts.some((t) => second(t) < 0.3 && t.length > 1);
  return fine.parts.length > 1 && (bothSides || orgAlone) ? fine : plain;
}

/** Cuts parts in which one piece is clearly of the second role and another clearly is not. */
function refined(usable: Usable, { first, second, refine = false }: Options): Usable {
  const known = usable.parts.some((p) => second(p.text) >= 0.6 && first(p.text) < 0.5);
  const parts = usable.parts.flatMap((part) => {
    const pieces = part.text.split(COMMA).filter((t) => t.trim().length > 1);
    const field =
      refine && pieces.some((t) => second(t) >= 0.6) && pieces.some((t) => second(t) < 0.3 && first(t) < 0.9);
    const title =
      !refine &&
      !known &&
      pieces.some((t) => first(t) >= 0.5 && second(t) < 0.3) &&
      pieces.some((t) => first(t) < 0.3 && second(t) >= 0.35);
    if (pieces.length < 2 || !(field || title) || pieces.some((t) => placeScore(t) >= 0.85)) return [part];
    return pieces.map((text, i) => ({
      ...part,
      text: text.trim(),
      order: part.order + i / 10,
      slot: `${part.slot}.${i}`,
    }));
  });
  return { ...usable, parts };
}

type Vote = { first: number; second: number };

function vote(rows: readonly Usable[], { first, second }: Options): Map<string, Vote> {
  const sums = new Map<string, Vote & { n: number }>();
  for (const { parts } of rows) {
    for (const part of parts) {
      for (const key of keysOf(part)) {
        const sum = sums.get(key) ?? { first: 0, second: 0, n: 0 };
        sums.set(key, { first: sum.first + first(part.text), second: sum.second + second(part.text), n: sum.n + 1 });
      }
    }
  }
  return new Map([...sums.entries()].map(([key, v]) => [key, { first: v.first / v.n, second: v.second / v.n }]));
}

/** Where a part stands and how it looks: both tell its role. */
const keysOf = (part: Part): string[] => [
  `slot ${part.slot}`,
  `look ${part.weight >= 600 ? 'b' : ''}${part.italic ? 'i' : ''}${part.caps ? 'C' : ''}`,
];

function choose(
  { parts, places, placeText }: Usable,
  { first, second, votes }: Options & { votes: Map<string, Vote> },
): Roles {
  const voted = (part: Part, role: 'first' | 'second'): number =>
    keysOf(part).reduce((n, key) => n + (votes.get(key)?.[role] ?? 0), 0) / 2;
  const firstValue = (p: Part): number =>
    first(p.text) * 1.2 +
    voted(p, 'first') -
    second(p.text) * 0.5 -
    voted(p, 'second') * 0.3 -
    p.order * 0.08 +
    (p.labelled === 'title' ? 3 : p.labelled === 'org' ? -3 : 0);
  const secondValue = (p: Part): number =>
    second(p.text) * 1.2 +
    voted(p, 'second') -
    first(p.text) * 0.7 -
    voted(p, 'first') * 0.5 -
    p.order * 0.08 +
    (p.linked ? 0.15 : 0) +
    (p.labelled === 'org' ? 3 : p.labelled === 'title' ? -3 : 0);
  let best: { a?: Part; b?: Part; score: number } = { score: Number.NEGATIVE_INFINITY };
  let runnerUp = Number.NEGATIVE_INFINITY;
  const consider = (option: { a?: Part; b?: Part; score: number }): void => {
    if (option.score > best.score) {
      runnerUp = best.score;
      best = option;
    } else runnerUp = Math.max(runnerUp, option.score);
  };
  for (const a of parts) {
    for (const b of parts) {
      if (a === b) continue;
      // Two parts are nearly always two roles, even without evidence for the second.
      consider({ a, b, score: firstValue(a) + secondValue(b) + 0.6 });
    }
    consider({ a, score: firstValue(a) });
    consider({ b: a, score: secondValue(a) + 0.05 });
  }
  const { a, b } = best;
  const place = places[0];
  const cutPlace =
    [a, b].map((p) => (p === undefined ? undefined : placeText.get(p))).find((p) => p !== undefined) ??
    [...placeText.values()][0];
  return {
    ...(a === undefined ? {} : { first: a }),
    ...(b === undefined ? {} : { second: b }),
    ...(place === undefined ? {} : { place }),
    ...(place?.text === undefined && cutPlace === undefined ? {} : { placeText: place?.text ?? cutPlace ?? '' }),
    rest: parts.filter((p) => p !== a && p !== b),
    margin: Number.isFinite(runnerUp) ? best.score - runnerUp : 1,
  };
}
