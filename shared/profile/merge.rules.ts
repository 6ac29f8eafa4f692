/**
 * How a resume that was read becomes part of a profile without touching the word of the person.
 *
 * Until the person has saved, the profile is what their resumes say together: sections are united, entries matched by who
 * and when. Once they have saved, only what is still empty is filled, so that nothing they wrote, corrected or deleted
 * comes back by another upload.
 */
import { unknownEntries } from './entries.rules.ts';
import { Resume } from './profile.schema.ts';

const LISTS = [
  'work',
  'volunteer',
  'education',
  'awards',
  'certificates',
  'publications',
  'skills',
  'languages',
  'interests',
  'references',
  'projects',
] as const satisfies readonly (keyof Resume)[];
type Section = (typeof LISTS)[number];
type Basics = NonNullable<Resume['basics']>;

/** The profile's resume after `read` was added. */
export function mergeResume(options: { current: Resume; read: Resume; savedByPerson: boolean }): Resume {
  const { current, read, savedByPerson } = options;
  const list = <K extends Section>(section: K): Resume[K] => {
    const [mine, theirs]: (readonly object[] | undefined)[] = [current[section], read[section]];
    if (mine === undefined || mine.length === 0) return read[section];
    if (savedByPerson || theirs === undefined) return current[section];
    const union = Resume.shape[section].safeParse([...mine, ...unknownEntries(section, mine, theirs)]);
    // More entries than a profile may have: what it has stays.
    return union.success ? (union.data as Resume[K]) : current[section];
  };
  const merged: Resume = {
    basics: mergeBasics(current.basics, read.basics),
    ...Object.fromEntries(LISTS.map((section) => [section, list(section)])),
  };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as Resume;
}

function mergeBasics(mine: Basics | undefined, theirs: Basics | undefined): Basics | undefined {
  if (mine === undefined || theirs === undefined) return mine ?? theirs;
  return {
    ...withoutEmpty(theirs),
    ...withoutEmpty(mine),
    ...((mine.location ?? theirs.location) && {
      location: isEmpty(mine.location) ? theirs.location : mine.location,
    }),
  };
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isEmpty));

const withoutEmpty = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, content]) => !isEmpty(content))) as Partial<T>;
