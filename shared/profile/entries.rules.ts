/** Which entries of two resumes are one: by who and when, with the tolerance people have. */
import { fold, words } from '#shared/kernel/text.ts';
import { datesNear, organisationLikeness, overlap, saysTheSame } from './likeness.rules.ts';
import { textAt, textsAt } from './path.rules.ts';

/** The sections' own way to say who: fields that name an entry, and whether they name an organisation. */
const WHO: Readonly<Record<string, { names: readonly string[]; roles: readonly string[] }>> = {
  work: { names: ['name'], roles: ['position'] },
  volunteer: { names: ['organization'], roles: ['position'] },
  education: { names: ['institution'], roles: ['studyType', 'area'] },
  projects: { names: ['name'], roles: ['entity'] },
  certificates: { names: ['name'], roles: ['issuer'] },
  awards: { names: ['title'], roles: ['awarder'] },
  publications: { names: ['name'], roles: [] },
  skills: { names: ['name'], roles: [] },
  languages: { names: ['language'], roles: [] },
  interests: { names: ['name'], roles: [] },
  references: { names: ['name'], roles: [] },
  'basics.profiles': { names: ['url', 'network'], roles: ['username'] },
};

/** The entries of `theirs` that `mine` has not, matched as the comparison does. */
export function unknownEntries<T>(section: string, mine: readonly T[], theirs: readonly T[]): T[] {
  const known = new Set(matchEntries(section, mine, theirs).map(({ from }) => from));
  const skills = section === 'skills' ? skillWords(mine) : undefined;
  return theirs.filter(
    (entry, i) => !known.has(i) && !(skills && wordsOfSkill(entry).every((word) => skills.has(word))),
  );
}

/** Pairs of entries that mean the same thing, the surest first, each entry at most once. */
export function matchEntries(
  section: string,
  mine: readonly unknown[],
  theirs: readonly unknown[],
): { at: number; from: number }[] {
  const candidates = theirs
    .flatMap((b, from) => mine.map((a, at) => ({ at, from, likeness: entryLikeness(section, a, b) })))
    .filter(({ likeness }) => likeness > 0)
    .sort((x, y) => y.likeness - x.likeness || x.from - y.from || x.at - y.at);
  const [usedMine, usedTheirs] = [new Set<number>(), new Set<number>()];
  return candidates.flatMap(({ at, from }) => {
    if (usedMine.has(at) || usedTheirs.has(from)) return [];
    usedMine.add(at);
    usedTheirs.add(from);
    return [{ at, from }];
  });
}

/** How surely two entries are one: who first, what and when decide among several at one place. 0: they are not. */
function entryLikeness(section: string, a: unknown, b: unknown): number {
  const who = WHO[section];
  if (who === undefined) return 0;
  if (JSON.stringify(a) === JSON.stringify(b)) return 9;
  const isPlace = section === 'work' || section === 'volunteer' || section === 'education';
  const name = Math.max(
    ...who.names.map((key) => {
      const [x, y] = [textAt(a, key), textAt(b, key)];
      if (x === '' || y === '') return 0;
      return isPlace ? organisationLikeness(x, y) : saysTheSame(key, x, y) ? 1 : 0;
    }),
  );
  const [roleA, roleB] = [a, b].map((entry) =>
    who.roles
      .map((key) => textAt(entry, key))
      .join(' ')
      .trim(),
  );
  const role = roleA && roleB ? overlap(words(roleA), words(roleB)) : undefined;
  const start = near(a, b, 'startDate');
  const end = near(a, b, 'endDate') ?? near(a, b, 'date') ?? near(a, b, 'releaseDate');
  const when = start === undefined && end === undefined ? undefined : (start ?? true) && (end ?? true);
  if (!isPlace) return name >= 1 ? 1 + (role ?? 0) : 0;
  // The same post at the same time under another name: the employer was renamed or is written otherwise.
  if (name < 0.5) return role === 1 && start === true && end !== false ? 1 : 0;
  // Elsewhere in the same house: another post at another time is another entry.
  if (when === false && (start === false || (role ?? 0) < 0.5)) return 0;
  if (when === undefined && role !== undefined && role < 0.3) return 0;
  if (section === 'education' && role === 0 && when !== true) return 0;
  return name * 2 + (role ?? 0.4) + (when === true ? 1 : 0) + (start === true ? 0.5 : 0);
}

function near(a: unknown, b: unknown, key: string): boolean | undefined {
  const [x, y] = [textAt(a, key), textAt(b, key)];
  return x === '' || y === '' ? undefined : datesNear(x, y);
}

/** Every skill the profile names, wherever it stands: resumes group the same skills in many ways. */
export const skillWords = (skills: readonly unknown[]): Set<string> =>
  new Set(skills.flatMap((skill) => [...wordsOfSkill(skill), fold(textAt(skill, 'name'))]));

/** The skills an entry stands for: its keywords, or without any its name. */
export function wordsOfSkill(entry: unknown): string[] {
  const keywords = textsAt(entry, 'keywords').map(fold);
  return keywords.length > 0 ? keywords : [fold(textAt(entry, 'name'))];
}
