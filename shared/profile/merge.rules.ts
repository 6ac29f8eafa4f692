/**
 * How a resume that was read becomes part of a profile without touching the word of the person.
 *
 * Until the person has saved, the profile is what their resumes say together: sections are united, entries matched by who
 * and when. Once they have saved, only what is still empty is filled, so that nothing they wrote, corrected or deleted
 * comes back by another upload.
 */
import { fold } from '#shared/kernel/text.ts';
import type { Resume } from './profile.schema.ts';

type Basics = NonNullable<Resume['basics']>;

/** The profile's resume after `read` was added. */
export function mergeResume(options: { current: Resume; read: Resume; savedByPerson: boolean }): Resume {
  const { current, read, savedByPerson } = options;
  const list = <T>(
    mine: readonly T[] | undefined,
    theirs: readonly T[] | undefined,
    same: (entry: T) => string,
  ): T[] | undefined => {
    if (mine === undefined || mine.length === 0) return theirs === undefined ? undefined : [...theirs];
    if (savedByPerson || theirs === undefined) return [...mine];
    const known = new Set(mine.map(same));
    return [...mine, ...theirs.filter((entry) => !known.has(same(entry)))];
  };
  const merged: Resume = {
    basics: mergeBasics(current.basics, read.basics),
    work: list(current.work, read.work, (w) => identity(w.name, w.position, w.startDate)),
    volunteer: list(current.volunteer, read.volunteer, (v) => identity(v.organization, v.position, v.startDate)),
    education: list(current.education, read.education, (e) => identity(e.institution, e.studyType, e.area)),
    awards: list(current.awards, read.awards, (a) => identity(a.title, a.date)),
    certificates: list(current.certificates, read.certificates, (c) => identity(c.name)),
    publications: list(current.publications, read.publications, (p) => identity(p.name)),
    skills: list(current.skills, read.skills, (s) => identity(s.name)),
    languages: list(current.languages, read.languages, (l) => identity(l.language)),
    interests: list(current.interests, read.interests, (i) => identity(i.name)),
    references: list(current.references, read.references, (r) => identity(r.name, r.reference)),
    projects: list(current.projects, read.projects, (p) => identity(p.name)),
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

const identity = (...parts: readonly (string | undefined)[]): string => parts.map((part) => fold(part ?? '')).join('|');
