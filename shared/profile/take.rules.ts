/** Taking over from another resume into the profile, piece by piece. Only ever adds or replaces what was pointed at. */
import { type Diff, diffResumes, type EntryDiff, entryKey, type FieldDiff, fieldKey } from './diff.rules.ts';
import { valueAt, withValue } from './path.rules.ts';
import type { Resume } from './profile.schema.ts';

/** The resume with one value added or replaced. */
export function takeField(mine: Resume, field: FieldDiff): Resume {
  if (field.theirs === undefined) return mine;
  if (!field.append) return withValue(mine, field.path, field.theirs);
  return withValue(mine, field.path, [...listAt(mine, field.path), field.theirs]);
}

/** The resume with a whole entry of `theirs` added, dated ones at their place in time, others last. */
export function takeEntry(mine: Resume, { theirs, entry }: { theirs: Resume; entry: EntryDiff }): Resume {
  const added = entry.from === undefined ? undefined : listAt(theirs, entry.section)[entry.from];
  if (added === undefined) return mine;
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

const startOf = (entry: unknown): string => {
  const start = valueAt(entry, 'startDate');
  return typeof start === 'string' ? start : '';
};
const listAt = (root: unknown, path: string): unknown[] => {
  const value = valueAt(root, path);
  return Array.isArray(value) ? value : [];
};
