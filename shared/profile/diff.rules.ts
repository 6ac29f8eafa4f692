/**
 * What a resume says that the profile does not, and the other way round. Entries are matched by who and when, with the
 * tolerance people have; nothing here decides what is right, and nothing only in the profile is ever to be removed.
 */
import { fold } from '#shared/kernel/text.ts';
import { matchEntries, skillWords, wordsOfSkill } from './entries.rules.ts';
import { reworded, saysTheSame } from './likeness.rules.ts';
import { listAt, textAt, textsAt, valueAt } from './path.rules.ts';
import type { Resume } from './profile.schema.ts';
import { BASICS, type FieldSpec, SECTIONS, type SectionSpec } from './sections.data.ts';

export type DiffState = 'same' | 'new' | 'different' | 'mine';

/** One field or one item of a list. `path` lies in the profile, `from` in the other resume. */
export type FieldDiff = {
  label: string;
  state: DiffState;
  /** Where the value is or would go; for a new item of a list, the list. */
  path: string;
  from?: string;
  mine?: string;
  theirs?: string;
  /** Taking it adds an item to the list at `path`. */
  append?: true;
};

/** One entry of a section; `new` and `mine` entries stand alone, of the others `fields` tells what differs. */
export type EntryDiff = {
  section: string;
  title: string;
  state: DiffState;
  /** Index in the profile. */
  at?: number;
  /** Index in the other resume. */
  from?: number;
  fields: FieldDiff[];
};

export type Diff = { basics: FieldDiff[]; entries: EntryDiff[] };

/** Compares the profile's resume with another. */
export function diffResumes({ mine, theirs }: { mine: Resume; theirs: Resume }): Diff {
  const known = skillWords(mine.skills ?? []);
  return {
    basics: onePlace(fieldDiffs({ specs: BASICS, mine, theirs, at: '', from: '' })),
    entries: SECTIONS.flatMap((section) => sectionDiff(section, { mine, theirs, known })),
  };
}

/** What a statement of the other resume is known by: its place there and its words. */
export const fieldKey = ({ from, theirs }: FieldDiff): string => `${from ?? ''}=${theirs ?? ''}`;
export const entryKey = ({ section, from, at, title }: EntryDiff): string => `${section}[${from ?? `m${at}`}]=${title}`;

/** The diff without the statements under `gone`, and without what says nothing new. */
export function telling({ basics, entries }: Diff, gone: (key: string) => boolean = () => false): Diff {
  const tells = (field: FieldDiff): boolean =>
    (field.state === 'new' || field.state === 'different') && !gone(fieldKey(field));
  return {
    basics: basics.filter(tells),
    entries: entries
      .filter((entry) => entry.state === 'different' || (entry.state === 'new' && !gone(entryKey(entry))))
      .map((entry) => (entry.state === 'new' ? entry : { ...entry, fields: entry.fields.filter(tells) }))
      .filter((entry) => entry.state === 'new' || entry.fields.length > 0),
  };
}

/** The keys of everything new or different. */
export function keysOf(diff: Diff): string[] {
  const { basics, entries } = telling(diff);
  return [
    ...basics.map(fieldKey),
    ...entries.flatMap((entry) => (entry.state === 'new' ? [entryKey(entry)] : entry.fields.map(fieldKey))),
  ];
}

/** How much there is to look at. */
export function countsOf(diff: Diff): Record<'new' | 'different', number> {
  const { basics, entries } = telling(diff);
  const fields = [...basics, ...entries.flatMap((entry) => (entry.state === 'new' ? [] : entry.fields))];
  const count = (state: DiffState): number => fields.filter((field) => field.state === state).length;
  return { new: count('new') + entries.filter(({ state }) => state === 'new').length, different: count('different') };
}

function sectionDiff(
  section: SectionSpec,
  { mine, theirs, known }: { mine: Resume; theirs: Resume; known: ReadonlySet<string> },
): EntryDiff[] {
  const [left, right] = [listAt(mine, section.key), listAt(theirs, section.key)];
  const pairs = matchEntries(section.key, left, right);
  const partner = new Map(pairs.map(({ at, from }) => [from, at]));
  const taken = new Set(pairs.map(({ at }) => at));
  const base = (entry: unknown) => ({ section: section.key, title: titleOf(section, entry) });

  const fromTheirs = right.map((entry, from): EntryDiff => {
    const at = partner.get(from);
    const isKnownSkill = section.key === 'skills' && wordsOfSkill(entry).every((word) => known.has(word));
    if (at === undefined)
      return {
        ...base(entry),
        state: isKnownSkill ? 'same' : 'new',
        from,
        fields: isKnownSkill ? [] : newFields(section, entry),
      };
    const fields = fieldDiffs({
      specs: section.fields,
      mine,
      theirs,
      at: `${section.key}[${at}]`,
      from: `${section.key}[${from}]`,
    }).filter(
      ({ state, theirs: value }) => !(section.key === 'skills' && state === 'new' && known.has(fold(value ?? ''))),
    );
    const changed = fields.some(({ state }) => state === 'new' || state === 'different');
    return { ...base(left[at]), state: changed ? 'different' : 'same', at, from, fields };
  });
  const onlyMine = left.flatMap((entry, at): EntryDiff[] =>
    taken.has(at) ? [] : [{ ...base(entry), state: 'mine', at, fields: [] }],
  );
  return [...fromTheirs, ...onlyMine];
}

function fieldDiffs(options: {
  specs: readonly FieldSpec[];
  mine: Resume;
  theirs: Resume;
  at: string;
  from: string;
}): FieldDiff[] {
  const { specs, mine, theirs, at, from } = options;
  return specs.flatMap((spec): FieldDiff[] => {
    const [path, source] = [join(at, spec.key), join(from, spec.key)];
    if (spec.kind === 'tags' || spec.kind === 'points')
      return listDiffs({ spec, path, from: source, mine: textsAt(mine, path), theirs: textsAt(theirs, source) });
    const [a, b] = [textAt(mine, path), textAt(theirs, source)];
    if (a === '' && b === '') return [];
    const field = spec.key.split('.').at(-1) ?? spec.key;
    const base = { label: spec.label, path, from: source, ...(a && { mine: a }), ...(b && { theirs: b }) };
    if (b === '') return [{ ...base, state: 'mine' }];
    if (a !== '') return [{ ...base, state: saysTheSame(field, a, b) ? 'same' : 'different' }];
    // A job without an end lasts: an end is not a gap filled but another statement.
    const lasts = spec.key === 'endDate' && textAt(mine, join(at, 'startDate')) !== '';
    return [lasts ? { ...base, mine: 'present', state: 'different' } : { ...base, state: 'new' }];
  });
}

/** Two addresses are never mixed: where the place is another, its missing parts are no gaps to fill from it. */
function onePlace(fields: FieldDiff[]): FieldDiff[] {
  const isPlace = ({ path }: FieldDiff): boolean => path.startsWith('basics.location.');
  if (!fields.some((field) => isPlace(field) && field.state === 'different')) return fields;
  return fields.map((field) => (isPlace(field) && field.state === 'new' ? { ...field, state: 'different' } : field));
}

/** Items of a list: the same, reworded, added, or only mine; in their order. */
function listDiffs(options: {
  spec: FieldSpec;
  path: string;
  from: string;
  mine: readonly string[];
  theirs: readonly string[];
}): FieldDiff[] {
  const { spec, path, from, mine, theirs } = options;
  const partner = new Map<number, number>();
  const used = new Set<number>();
  const pair = (fits: (a: string, b: string) => boolean): void => {
    for (const [j, text] of theirs.entries()) {
      if (partner.has(j)) continue;
      const i = mine.findIndex((other, n) => !used.has(n) && fits(other, text));
      if (i < 0) continue;
      partner.set(j, i);
      used.add(i);
    }
  };
  pair((a, b) => fold(a) === fold(b));
  if (spec.kind === 'points') pair(reworded);
  const found = theirs.map((text, j): FieldDiff => {
    const i = partner.get(j);
    const base = { label: spec.label, from: `${from}[${j}]`, theirs: text };
    const own = i === undefined ? undefined : mine[i];
    if (i === undefined || own === undefined) return { ...base, state: 'new', path, append: true };
    return {
      ...base,
      mine: own,
      path: `${path}[${i}]`,
      state: saysTheSame(spec.key, own, text) ? 'same' : 'different',
    };
  });
  const kept = mine.flatMap((text, i): FieldDiff[] =>
    used.has(i) ? [] : [{ label: spec.label, state: 'mine', path: `${path}[${i}]`, mine: text }],
  );
  return [...found, ...kept];
}

const newFields = (section: SectionSpec, entry: unknown): FieldDiff[] =>
  section.fields.flatMap((spec): FieldDiff[] => {
    const value = valueAt(entry, spec.key);
    const shown = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [value];
    return shown.flatMap((text) =>
      typeof text === 'string' && text !== ''
        ? [{ label: spec.label, state: 'new', path: spec.key, theirs: text }]
        : [],
    );
  });

/** One line that names an entry, as folded in the editor. */
export const titleOf = (section: SectionSpec, entry: unknown): string =>
  section.heading
    .map((key) => textAt(entry, key))
    .filter((part) => part !== '')
    .join(' · ');

const join = (prefix: string, key: string): string => (prefix === '' ? key : `${prefix}.${key}`);
