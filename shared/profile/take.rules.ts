/** Taking over from another resume into the profile, piece by piece. Only ever adds or replaces what was pointed at. */
import { fold } from '#shared/kernel/text.ts';
import { type Diff, diffResumes, type EntryDiff, entryKey, type FieldDiff, fieldKey } from './diff.rules.ts';
import { skillWords } from './entries.rules.ts';
import { listAt, textAt, valueAt, withValue } from './path.rules.ts';
import type { Resume } from './profile.schema.ts';

/** The resume with one value added or replaced. */
export function takeField(mine: Resume, field: FieldDiff): Resume {
  if (field.theirs === undefined) return mine;
  if (!field.append) return withValue(mine, field.path, field.theirs);
  return withValue(mine, field.path, [...listAt(mine, field.path), field.theirs]);
}

/** The resume with a whole entry of `theirs` added, dated ones at their place in time, others last. */
export function takeEntry(mine: Resume, { theirs, entry }: { theirs: Resume; entry: EntryDiff }): Resume {
  const found = entry.from === undefined ? undefined : listAt(theirs, entry.section)[entry.from];
  if (found === undefined) return mine;
  const added = entry.section === 'skills' ? withoutKnown(found, skillWords(mine.skills ?? [])) : found;
  const list = listAt(mine, entry.section);
  const start = startOf(added);
  const later = start === '' ? -1 : list.findIndex((other) => startOf(other) !== '' && startOf(other) < start);
  return withValue(mine, entry.section, later < 0 ? [...list, added] : list.toSpliced(later, 0, added));
}

/** Everything `theirs` has and `mine` does not, but for the statements under `except`; what differs stays as it is. */
export function takeEverythingNew(options: {
  mine: Resume;
  theirs: Resume;
  except?: (key: string) => boolean;
}): Resume {
  const { mine, theirs, except = () => false } = options;
  const diff = diffResumes({ mine, theirs });
  const filled = fieldsOf(diff, 'new')
    .filter((field) => !except(fieldKey(field)))
    .reduce(takeField, mine);
  return diff.entries
    .filter((entry) => entry.state === 'new' && !except(entryKey(entry)))
    .reduce((resume, entry) => takeEntry(resume, { theirs, entry }), filled);
}

/** The fields in `state` of basics and of entries both have. */
export const fieldsOf = ({ basics, entries }: Diff, state: FieldDiff['state']): FieldDiff[] =>
  [...basics, ...entries.filter((entry) => entry.state === 'different').flatMap(({ fields }) => fields)].filter(
    (field) => field.state === state,
  );

/** A group of skills without those the profile has already. */
function withoutKnown(entry: unknown, known: ReadonlySet<string>): unknown {
  const keywords = listAt(entry, 'keywords').filter((word) => typeof word === 'string' && !known.has(fold(word)));
  return keywords.length > 0 ? withValue(entry, 'keywords', keywords) : entry;
}

const startOf = (entry: unknown): string => textAt(entry, 'startDate');

/** Sections of a resume that a kept, unnamed section of a file can become. */
export const TAKES = [
  { as: 'projects', label: 'project' },
  { as: 'publications', label: 'publication' },
  { as: 'awards', label: 'award' },
] as const;

/** The resume with a section no field holds taken in: as one project under its heading, or each line as an entry. */
export function takeSection(
  mine: Resume,
  { heading, text, as }: { heading: string; text: readonly string[]; as: (typeof TAKES)[number]['as'] },
): Resume {
  const lines = text.map((line) => line.trim()).filter((line) => line !== '');
  const entries: object[] =
    as === 'projects'
      ? [{ name: heading.slice(0, 300), ...(lines.length > 0 && { highlights: lines.slice(0, 100) }) }]
      : lines.map((line) => (as === 'awards' ? { title: line.slice(0, 300) } : { name: line.slice(0, 300) }));
  return withValue(mine, as, [...listAt(mine, as), ...entries]);
}

/** `now` with the parts put back that lie as `after` left them; what was changed since stays. */
export function putBack({ now, before, after }: { now: Resume; before: Resume; after: Resume }): Resume {
  const entries = (resume: Resume): [string, unknown][] => Object.entries(resume);
  const keys = new Set([...entries(before), ...entries(after)].map(([key]) => key));
  return [...keys].reduce((resume, key) => {
    const [old, made, present] = [before, after, resume].map((one) => valueAt(one, key));
    const untouched = JSON.stringify(present) === JSON.stringify(made);
    return JSON.stringify(old) !== JSON.stringify(made) && untouched ? withValue(resume, key, old) : resume;
  }, now);
}
