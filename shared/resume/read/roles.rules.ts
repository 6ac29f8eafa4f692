/**
 * Who is who in an entry's head. Every span of its atoms is scored for each role by its words; each slot (line and
 * position relative to the date) and each look is scored by what the other entries of the section hold there; the
 * best joint choice of the two roles and the place wins. Two rounds: words alone first, then words and votes.
 * Over 300 lines because scoring, voting and choosing are one decision.
 */
import type { Entry } from './entries.rules.ts';
import { isProse, misshapenName, placeScore } from './lexicon.rules.ts';
import type { LabelKind } from './roles-labels.data.ts';
import { type Atom, atomsOf, mayBePlace, type Part, spansOf } from './roles-parts.rules.ts';

export type Roles = {
  first?: Part;
  second?: Part;
  place?: Part;
  placeText?: string;
  /** Atoms without a role. */
  rest: Part[];
  /** How far the choice is ahead of the next other one. */
  margin: number;
  /** Share of the other entries that have their roles in the same slots, 0..1; 0 where there is no other. */
  agreement: number;
};

type Scorer = (text: string) => number;

export type RoleOptions = {
  /** Evidence for the first role (title, degree) and the second (employer, school), 0..1. */
  first: Scorer;
  second: Scorer;
  context: 'work' | 'education';
};

type Scored = {
  part: Part;
  from: number;
  to: number;
  first: number;
  second: number;
  place: number;
  /** Whether its words or the other entries tell its role. */
  said: boolean;
};
type Choice = { a?: Scored; b?: Scored; place?: Scored; score: number };
type Vote = { first: number; second: number; place: number };

const FIRST: ReadonlySet<LabelKind> = new Set(['title', 'degree']);
const SECOND: ReadonlySet<LabelKind> = new Set(['org', 'school', 'client']);
/** How much it is worth that both roles are held, even without evidence for one. */
const BOTH = 0.6;

/** Assigns the two roles in every entry of a section. */
export function assignRoles(entries: readonly Entry[], options: RoleOptions): Roles[] {
  const rows = entries.map((entry) => atomsOf(entry, options.context));
  const words = ballot(rows, (atom) => ({
    first: options.first(atom.text),
    second: options.second(atom.text),
    place: placeScore(atom.text),
  }));
  // The entry itself has a small say, so that a section of one has some.
  const lexical = rows.map((atoms, i) => choose(atoms, { options, votes: (key) => words(key, { row: i, own: 0.5 }) }));
  const chosen = ballot(rows, (atom, row) => roleOf(atom, lexical[row]?.best));
  const final = rows.map((atoms, i) =>
    choose(atoms, {
      options,
      votes: (key) => mix(words(key, { row: i, own: 0.5 }), chosen(key, { row: i, own: 0 })),
    }),
  );
  return rows.map((atoms, i) => {
    const { best, margin } = final[i] ?? { best: { score: 0 }, margin: 0 };
    return rolesOf(best, { atoms, margin, agreement: agreementOf(final, i) });
  });
}

const roleOf = (atom: Atom, choice: Choice | undefined): Vote => ({
  first: choice?.a?.part.atoms.includes(atom) === true ? 1 : 0,
  second: choice?.b?.part.atoms.includes(atom) === true ? 1 : 0,
  place: choice?.place?.part.atoms.includes(atom) === true ? 1 : 0,
});

function rolesOf(
  { a, b, place }: Choice,
  { atoms, margin, agreement }: { atoms: readonly Atom[]; margin: number; agreement: number },
): Roles {
  const used = new Set([a, b, place].flatMap((s) => s?.part.atoms ?? []));
  return {
    ...(a === undefined ? {} : { first: a.part }),
    ...(b === undefined ? {} : { second: b.part }),
    ...(place === undefined ? {} : { place: place.part, placeText: placeTextOf(place.part, { atoms, used }) }),
    rest: atoms
      .map((atom, order): Part => ({ text: atom.text, atoms: [atom], order, line: atom.line }))
      .filter((part) => part.atoms.every((atom) => !used.has(atom))),
    margin,
    agreement,
  };
}

/** A place goes on over the town before it and over the region and country behind it. */
function placeTextOf(place: Part, { atoms, used }: { atoms: readonly Atom[]; used: ReadonlySet<Atom> }): string {
  const [first, last] = [place.atoms[0], place.atoms.at(-1)];
  const at = last === undefined ? -1 : atoms.indexOf(last);
  const parts = [place.text];
  const town = first === undefined ? undefined : atoms[atoms.indexOf(first) - 1];
  if (
    town !== undefined &&
    first?.joint === 'comma' &&
    !used.has(town) &&
    placeScore(`${town.text}, ${place.text}`) >= 0.7
  )
    parts.unshift(town.text);
  for (const atom of atoms.slice(at + 1)) {
    if (used.has(atom) || atom.line !== last?.line || !(atom.label === 'place' || placeScore(atom.text) >= 0.7)) break;
    parts.push(atom.text);
  }
  return parts.join(', ');
}

const slotOf = (atom: Atom): string => `${atom.row}:${atom.col}`;
/** Where a part stands, coarse and fine, and how it looks: all tell its role. */
function keysOf(part: Part): string[] {
  const first = part.atoms[0];
  if (first === undefined) return [];
  const caps = /^[^\p{Ll}]+$/u.test(part.text) && /\p{Lu}{3}/u.test(part.text);
  return [
    `slot ${slotOf(first)}`,
    `fine ${slotOf(first)}.${first.sub}`,
    `top ${first.top}.${first.sub}`,
    `look ${first.weight >= 600 ? 'b' : ''}${first.italic ? 'i' : ''}${caps ? 'C' : ''}`,
  ];
}
const KEY_WEIGHT = [0.2, 0.2, 0.2, 0.4];

type Sum = Vote & { n: number };
/** The mean of a key's votes over the entries of the section, that of one row counted `own` times. */
type Ballot = (key: string, exception: { row: number; own: number }) => Sum | undefined;

const NONE: Sum = { first: 0, second: 0, place: 0, n: 0 };

/** Counts votes once for the whole section; each row's own part can be taken out again. */
function ballot(rows: readonly (readonly Atom[])[], vote: (atom: Atom, row: number) => Vote): Ballot {
  const all = new Map<string, Sum>();
  const byRow = rows.map((atoms, row) => {
    const own = new Map<string, Sum>();
    atoms.forEach((atom, order) => {
      const cast = vote(atom, row);
      for (const key of keysOf({ text: atom.text, atoms: [atom], order, line: atom.line }))
        for (const sums of [all, own]) sums.set(key, plus(sums.get(key) ?? NONE, { ...cast, n: 1 }, 1));
    });
    return own;
  });
  return (key, { row, own }) => {
    const total = plus(all.get(key) ?? NONE, byRow[row]?.get(key) ?? NONE, own - 1);
    if (total.n <= 0) return undefined;
    const { first, second, place, n } = total;
    return { first: first / n, second: second / n, place: place / n, n };
  };
}

const plus = (a: Sum, b: Sum, times: number): Sum => ({
  first: a.first + b.first * times,
  second: a.second + b.second * times,
  place: a.place + b.place * times,
  n: a.n + b.n * times,
});

/** Words and, counted more, what the other entries' slots were chosen to be; a slot seen in few entries says less. */
function mix(word: Sum | undefined, chosen: Sum | undefined): Vote {
  const said = word ?? NONE;
  const trust = chosen === undefined ? 0 : (chosen.n / (chosen.n + 1)) * 0.9;
  const of = (role: keyof Vote): number => said[role] * (1 - trust * 0.5) + (chosen?.[role] ?? 0) * trust;
  return { first: of('first'), second: of('second'), place: of('place') };
}

type Votes = (key: string) => Vote | undefined;

function choose(
  atoms: readonly Atom[],
  { options, votes }: { options: RoleOptions; votes: Votes },
): { best: Choice; margin: number } {
  const spans = spansOf(atoms);
  // The region in `Lyon, Auvergne, France` is no name of a firm, though nobody listed it.
  const regions = new Set(
    spans
      .filter((s) => s.atoms.length > 1 && placeScore(s.atoms.map((atom) => atom.text).join(', ')) >= 0.85)
      .flatMap((s) => s.atoms.slice(1)),
  );
  const scored = spans.map((part) => scoreSpan(part, { atoms, options, votes, regions }));
  const places = scored.filter((s) => s.place > 0).sort((p, q) => q.place - p.place);
  const free = (p: Scored, q: Scored | undefined): boolean => q === undefined || p.to < q.from || p.from > q.to;
  let best: Choice = { score: Number.NEGATIVE_INFINITY };
  let next = Number.NEGATIVE_INFINITY;
  const consider = (choice: { a?: Scored; b?: Scored; score: number }): void => {
    const place = places.find((p) => free(p, choice.a) && free(p, choice.b));
    const score = choice.score + (place?.place ?? 0);
    if (score <= best.score) {
      next = Math.max(next, score);
      return;
    }
    next = best.score;
    best = { ...choice, ...(place === undefined ? {} : { place }), score };
  };
  consider({ score: 0 });
  for (const a of scored) {
    consider({ a, score: a.first });
    consider({ b: a, score: a.second + 0.05 });
    for (const b of scored) if (free(a, b)) consider({ a, b, score: a.first + b.second + togetherness(a, b) });
  }
  return { best, margin: Number.isFinite(next) ? best.score - next : 1 };
}

/** Two parts are nearly always two roles; a comma alone makes two of one list only where a word or a vote says so. */
function togetherness(a: Scored, b: Scored): number {
  const [p, q] = [a.part.atoms[0], b.part.atoms[0]];
  const apart = p === undefined || q === undefined || p.row !== q.row || p.col !== q.col || p.source !== q.source;
  return apart ? BOTH + 0.15 : a.said || b.said ? BOTH : 0.1;
}

/** What is lost when an atom has no role: more where only a comma sets it off. */
const leftOver = (atom: Atom): number =>
  placeScore(atom.text) >= 0.7
    ? 0
    : atom.joint === 'strong' || atom.joint === 'paren' || atom.joint === 'at'
      ? 0.15
      : 0.3;

const JOIN: Partial<Record<Atom['joint'], number>> = {
  comma: 0.25,
  slash: 0.1,
  space: 0.3,
  paren: 0.05,
  colon: 0.3,
  stop: 0.2,
};

function scoreSpan(
  part: Part,
  {
    atoms,
    options,
    votes,
    regions,
  }: {
    atoms: readonly Atom[];
    options: RoleOptions;
    votes: Votes;
    regions: ReadonlySet<Atom>;
  },
): Scored {
  const { text } = part;
  const first = options.first(text);
  const [only] = part.atoms;
  const next = only === undefined ? undefined : atoms[atoms.indexOf(only) + 1];
  const inside = only?.sub === 0 || (next?.source === only?.source && next?.joint === 'comma');
  const acronym = inside && /^\p{Lu}{3,7}$/u.test(text) ? 0.35 : 0;
  const second = Math.max(options.second(text), acronym);
  const place = placeScore(part.atoms.length === 1 ? text : part.atoms.map((atom) => atom.text).join(', '));
  const voices = keysOf(part).map((key) => votes(key));
  const voted = (role: keyof Vote): number =>
    voices.reduce((n, voice, i) => n + (voice?.[role] ?? 0) * (KEY_WEIGHT[i] ?? 0), 0);
  // `Staff Nurse, Medical ICU`: what follows the comma may name a department.
  const against = part.atoms.length > 1 ? options.second(part.atoms[0]?.text ?? '') * 0.7 + second * 0.3 : second;
  const joined = (scale: number): number =>
    part.atoms.slice(1).reduce((n, atom) => n + (JOIN[atom.joint] ?? 0) * (atom.joint === 'comma' ? scale : 1), 0);
  const covered = part.atoms.reduce((n, atom) => n + leftOver(atom), 0);
  const labels = part.atoms.map((atom) => atom.label);
  const label = (kinds: ReadonlySet<LabelKind>): number =>
    labels.some((l) => l !== undefined && kinds.has(l)) ? 3 : labels.some((l) => l !== undefined) ? -3 : 0;
  const head = part.atoms[0];
  const at = head?.joint === 'at' ? 0.8 : 0;
  const before = head === undefined ? undefined : atoms[atoms.indexOf(head) - 1];
  const unlikely =
    second >= 0.5
      ? 0
      : head?.joint === 'paren'
        ? 0.8
        : // `Bachelor, Physics`: behind the comma stands the field.
          options.context === 'education' &&
            head?.joint === 'comma' &&
            before?.source === head.source &&
            options.first(before.text) >= 0.5
          ? 0.5
          : 0;
  const linked = part.atoms.some((atom) => atom.linked) ? 0.15 : 0;
  const base = covered - part.order * 0.06;
  const isPlace = (place >= 0.7 || part.atoms.some((atom) => regions.has(atom))) && Math.max(first, second) < 0.5;
  const asFirst =
    first * 1.2 +
    voted('first') -
    against * 0.5 -
    voted('second') * 0.3 -
    voted('place') * 0.4 +
    base -
    at -
    misshapen(text) -
    (isPlace ? 0.9 : 0) +
    label(FIRST);
  const asSecond =
    second * 1.2 +
    voted('second') -
    first * 0.7 -
    voted('first') * 0.5 -
    voted('place') * 0.4 +
    base -
    joined(1) +
    at +
    linked -
    misshapenName(text) -
    unlikely -
    (isPlace ? 0.9 : 0) +
    label(SECOND);
  return {
    part,
    from: part.order,
    to: part.order + part.atoms.length - 1,
    first: asFirst,
    second: asSecond,
    said: first >= 0.2 || second >= 0.3 || at > 0 || voted('first') >= 0.3 || labels.some((l) => l !== undefined),
    place: placeValue(part, { atoms, options, known: place, other: Math.max(first, second), vote: voted('place') }),
  };
}

/** How well a part serves as the place; 0 where it cannot. */
function placeValue(
  part: Part,
  {
    atoms,
    options,
    known,
    other,
    vote,
  }: { atoms: readonly Atom[]; options: RoleOptions; known: number; other: number; vote: number },
): number {
  const studies = options.context === 'education';
  if (part.atoms.some((atom) => atom.label === 'place')) return 2;
  if (part.atoms.some((atom) => atom.label !== undefined && atom.sub === 0)) return 0;
  const gain = part.atoms.reduce((n, atom) => n + leftOver(atom), 0);
  if (known >= 0.7 && other < 0.6) return 0.5 + known * 0.2 + part.atoms.length * 0.12 + gain + vote * 0.5;
  const last = part.atoms.at(-1);
  const next = last === undefined ? undefined : atoms[atoms.indexOf(last) + 1];
  const first = part.atoms[0];
  const before = first === undefined ? undefined : atoms[atoms.indexOf(first) - 1];
  // A field of study stands behind its degree as a town behind its firm.
  if (first?.joint === 'strong' && part.atoms.length === 1 && vote >= 0.35 && mayBePlace(part.text)) return vote * 0.8;
  if (before === undefined || (studies && options.first(before.text) >= 0.5 && vote < 0.3)) return 0;
  // A name in brackets may be the firm behind the post, unless other entries have their places there.
  if (first?.joint === 'paren' && before.joint !== 'at' && options.second(before.text) < 0.5 && vote < 0.15) return 0;
  const closes =
    next === undefined || next.source !== last?.source || next.joint === 'strong' || placeScore(next.text) >= 0.7;
  // `Universität – Stadt`: after the one that teaches or employs, at the end of its line.
  if (first?.joint === 'strong' && closes && part.atoms.length === 1 && before.line === first.line)
    return options.second(before.text) >= 0.5 && mayBePlace(part.text) ? 0.25 : 0;
  const behind = first?.joint === 'comma' || first?.joint === 'paren';
  if (!closes || !behind || part.atoms.length > 1 || !mayBePlace(part.text)) return 0;
  return 0.2 + gain + vote * 0.5;
}

/** What speaks against a text being a title or a degree. */
const misshapen = (text: string): number => (isProse(text) ? 1 : text.split(/\s+/u).length > 12 ? 0.5 : 0);

function agreementOf(rows: readonly { best: Choice }[], i: number): number {
  const choices = rows.map(({ best }) => best);
  const slots = ({ a, b }: Choice): string =>
    [a, b].map((s) => (s?.part.atoms[0] === undefined ? '-' : slotOf(s.part.atoms[0]))).join(' ');
  const own = choices[i];
  if (own === undefined || choices.length < 2) return 0;
  return (choices.filter((c) => slots(c) === slots(own)).length - 1) / (choices.length - 1);
}
