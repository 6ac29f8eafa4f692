/**
 * Which facts a resume for this posting shows, and in which order. Jobs keep their chronology; inside a job what the
 * posting asks for comes first; nothing that answers the posting is left out for length. Every choice has a reason.
 */
import type { Resume } from '#shared/profile/profile.schema.ts';
import { monthNumber } from './dates.rules.ts';
import type { Posting } from './facts.rules.ts';
import type { SectionId } from './model.schema.ts';
import { canonicalSkill, mentions, type Requirements } from './requirements.rules.ts';
import { quantitiesOf, stemsOf } from './words.rules.ts';

export type Scored = { readonly path: string; readonly text: string; readonly score: number; readonly why: string };
/** `path` of an entry and its chosen highlights, best first. */
export type ChosenEntry = {
  readonly path: string;
  readonly index: number;
  readonly score: number;
  readonly highlights: readonly Scored[];
};
export type Choice = { readonly path: string; readonly kept: boolean; readonly reason: string };
export type Selection = {
  readonly sections: readonly SectionId[];
  readonly work: readonly ChosenEntry[];
  readonly projects: readonly ChosenEntry[];
  readonly volunteer: readonly ChosenEntry[];
  /** Skill rows by index, each with its keywords in the order to show. */
  readonly skills: readonly { readonly index: number; readonly keywords: readonly number[] }[];
  readonly choices: readonly Choice[];
};

const LEVEL_WEIGHT = { must: 3, task: 2.5, nice: 1.5, other: 0.6 } as const;
const COMMON = new Set(
  'and the for with you your our are will that this have from work team role year experience ability strong skill good excellent und der die das mit fur wir sie ein eine von les des une pour avec vous nous los las una para con'.split(
    ' ',
  ),
);

/** How much a text answers the posting: shared words weighted by where the posting has them, named skills, a number. */
export function relevanceScorer(
  requirements: Requirements | undefined,
): (text: string) => { score: number; why: string } {
  const weight = new Map<string, number>();
  const frequency = new Map<string, number>();
  for (const line of requirements?.lines ?? []) {
    for (const stem of new Set(line.stems)) {
      if (stem.length < 3 || COMMON.has(stem)) continue;
      weight.set(stem, Math.max(weight.get(stem) ?? 0, LEVEL_WEIGHT[line.level]));
      frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
    }
  }
  return (text) => {
    let score = 0;
    const shared: string[] = [];
    for (const stem of new Set(stemsOf(text))) {
      const found = weight.get(stem);
      if (found === undefined) continue;
      // A word the posting repeats everywhere tells less than one it says twice.
      score += found / Math.sqrt(Math.max(1, (frequency.get(stem) ?? 1) - 1));
      shared.push(stem);
    }
    const named = (requirements?.keywords ?? []).filter(({ term }) => mentions(text, term));
    score += named.reduce((sum, { level }) => sum + 2 * LEVEL_WEIGHT[level], 0);
    if (quantitiesOf(text).length > 0) score += 1;
    const first = named[0];
    if (first !== undefined) return { score, why: `it names ${first.term}, which the posting asks for` };
    if (shared.length > 1) return { score, why: 'it shares words with the posting' };
    return { score, why: score > 0 ? 'it carries a number' : 'nothing in the posting points to it' };
  };
}

type Dated = { startDate?: string | undefined; endDate?: string | undefined; highlights?: string[] | undefined };

/** Newest first; what has no end counts as going on; what has no dates keeps its place at the end. */
export function chronological<T extends Dated>(entries: readonly T[]): { entry: T; index: number }[] {
  const end = (entry: T) =>
    entry.endDate !== undefined
      ? monthNumber(entry.endDate, { end: true })
      : entry.startDate !== undefined
        ? Number.MAX_SAFE_INTEGER
        : -1;
  const start = (entry: T) => (entry.startDate === undefined ? -1 : monthNumber(entry.startDate, { end: false }));
  return entries
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => end(b.entry) - end(a.entry) || start(b.entry) - start(a.entry) || a.index - b.index);
}

/** Lines of body text two pages hold in our layout, and characters in one. */
const PAGE_LINES = 50;
const LINE_CHARS = 100;
const linesOf = (text: string): number => Math.max(1, Math.ceil(text.length / LINE_CHARS));

/**
 * Chooses for `resume`. `pages` bounds the length (1–2); `now` (ISO date) tells recent from old. Without a posting
 * everything keeps the person's own order and only length decides.
 */
export function selectFacts({
  resume,
  posting,
  requirements,
  now,
  pages = 2,
}: {
  resume: Resume;
  posting?: Posting | undefined;
  requirements?: Requirements | undefined;
  now: string;
  pages?: 1 | 2;
}): Selection {
  const scoreOf = relevanceScorer(requirements);
  const choices: Choice[] = [];
  const choose = (entries: readonly Dated[], collection: string): ChosenEntry[] =>
    chronological(entries).map(({ entry, index }) => {
      const path = `${collection}[${index}]`;
      const scored = distinct(entry.highlights ?? []).map(({ text, at }) => ({
        path: `${path}.highlights[${at}]`,
        text,
        ...(requirements === undefined ? { score: 0, why: 'it is in your profile' } : scoreOf(text)),
      }));
      // Stable: equal scores keep the person's order.
      const highlights = scored.sort((a, b) => b.score - a.score);
      return { path, index, score: highlights.reduce((sum, { score }) => sum + score, 0), highlights };
    });

  const work = choose(resume.work ?? [], 'work');
  const projects = choose(resume.projects ?? [], 'projects').sort((a, b) =>
    requirements === undefined ? 0 : b.score - a.score,
  );
  const volunteer = choose(resume.volunteer ?? [], 'volunteer');
  const fixed = fixedLines(resume) + work.length * 3 + projects.length * 2 + volunteer.length * 3;
  const budget = PAGE_LINES * pages - fixed;
  const trimmed = fitLength([work, projects, volunteer], { budget, choices });
  return {
    sections: sectionOrder({ resume, requirements, now, work }),
    work: trimmed[0] ?? [],
    projects: trimmed[1] ?? [],
    volunteer: trimmed[2] ?? [],
    skills: orderSkills(resume, { posting, requirements }),
    choices,
  };
}

/** The same sentence twice is shown once. */
function distinct(highlights: readonly string[]): { text: string; at: number }[] {
  const seen = new Set<string>();
  return highlights.flatMap((text, at) => {
    const key = stemsOf(text).join(' ');
    if (text.trim() === '' || seen.has(key)) return [];
    seen.add(key);
    return [{ text, at }];
  });
}

function fixedLines(resume: Resume): number {
  const rows =
    (resume.education?.length ?? 0) * 3 +
    (resume.certificates?.length ?? 0) +
    (resume.awards?.length ?? 0) * 2 +
    Math.min(resume.publications?.length ?? 0, 12) * 2 +
    (resume.skills?.length ?? 0);
  return 12 + rows + linesOf(resume.basics?.summary ?? '');
}

/**
 * Drops highlights until the budget holds: always the least relevant of those an entry can spare, old jobs first among
 * equals, and never below two for the newest three jobs and one for the others.
 */
function fitLength(
  groups: readonly (readonly ChosenEntry[])[],
  { budget, choices }: { budget: number; choices: Choice[] },
): ChosenEntry[][] {
  const kept = groups.map((group) => group.map((entry) => ({ ...entry, highlights: [...entry.highlights] })));
  const total = () =>
    kept.flat().reduce((sum, entry) => sum + entry.highlights.reduce((lines, { text }) => lines + linesOf(text), 0), 0);
  let lines = total();
  while (lines > budget) {
    let worst: { entry: ChosenEntry & { highlights: Scored[] }; value: number } | undefined;
    for (const [g, group] of kept.entries())
      for (const [i, entry] of group.entries()) {
        const least = g === 0 && i < 3 ? 2 : 1;
        const last = entry.highlights.at(-1);
        if (last === undefined || entry.highlights.length <= least) continue;
        const value = last.score - i * 0.5 - g * 0.5 - entry.highlights.length * 0.1;
        if (worst === undefined || value < worst.value) worst = { entry, value };
      }
    const dropped = worst?.entry.highlights.pop();
    if (dropped === undefined) break;
    lines -= linesOf(dropped.text);
    choices.push({ path: dropped.path, kept: false, reason: `left out for length: ${dropped.why}` });
  }
  for (const entry of kept.flat())
    for (const [rank, { path, why }] of entry.highlights.entries())
      choices.push({ path, kept: true, reason: rank === 0 ? `first here: ${why}` : why });
  return kept;
}

/** Rows the posting asks for first, and inside a row the keywords it asks for first. */
function orderSkills(
  resume: Resume,
  { posting, requirements }: { posting: Posting | undefined; requirements: Requirements | undefined },
): { index: number; keywords: number[] }[] {
  const asked = new Map((requirements?.keywords ?? []).map(({ canonical, level }) => [canonical, LEVEL_WEIGHT[level]]));
  const text = posting === undefined ? '' : `${posting.title}. ${posting.description}`;
  const memo = new Map<string, number>();
  const value = (name: string | undefined): number => {
    if (name === undefined || requirements === undefined) return 0;
    const known = memo.get(name);
    if (known !== undefined) return known;
    const made = asked.get(canonicalSkill(name)) ?? (mentions(text, name) ? 1 : 0);
    memo.set(name, made);
    return made;
  };
  return (resume.skills ?? [])
    .map((skill, index) => {
      const keywords = (skill.keywords ?? [])
        .map((name, at) => ({ name, at, value: value(name) }))
        .sort((a, b) => b.value - a.value);
      const best = Math.max(value(skill.name), ...keywords.map((keyword) => keyword.value), 0);
      const sum = keywords.reduce((all, keyword) => all + keyword.value, value(skill.name));
      return { index, keywords: keywords.map(({ at }) => at), best, sum };
    })
    .sort((a, b) => b.best - a.best || b.sum - a.sum || a.index - b.index);
}

/** Who has little work and a fresh degree shows the degree first; whose jobs do not speak to the posting shows skills first. */
function sectionOrder({
  resume,
  requirements,
  now,
  work,
}: {
  resume: Resume;
  requirements: Requirements | undefined;
  now: string;
  work: readonly ChosenEntry[];
}): SectionId[] {
  const months = (resume.work ?? []).reduce((sum, { startDate, endDate }) => {
    if (startDate === undefined) return sum + 24;
    return sum + Math.max(1, monthNumber(endDate ?? now, { end: true }) - monthNumber(startDate, { end: false }));
  }, 0);
  const lastStudy = Math.max(
    0,
    ...(resume.education ?? []).map(({ endDate, startDate }) =>
      endDate === undefined
        ? startDate === undefined
          ? 0
          : Number.MAX_SAFE_INTEGER
        : monthNumber(endDate, { end: true }),
    ),
  );
  const fresh = months < 30 && lastStudy > monthNumber(now, { end: false }) - 36;
  const answered = new Set(
    (requirements?.keywords ?? [])
      .filter(({ term }) => (work[0]?.highlights ?? []).some(({ text }) => mentions(text, term)))
      .map(({ canonical }) => canonical),
  );
  const skillNames = (resume.skills ?? []).flatMap(({ name, keywords }) => [name ?? '', ...(keywords ?? [])]);
  const shown = new Set(skillNames.map(canonicalSkill));
  const inSkills = (requirements?.keywords ?? []).filter(({ canonical }) => shown.has(canonical)).length;
  const skillsFirst = inSkills >= 3 && answered.size === 0;
  const head: SectionId[] = ['summary'];
  if (fresh)
    return [
      ...head,
      'education',
      ...(skillsFirst ? (['skills'] as const) : []),
      'projects',
      'work',
      'volunteer',
      'certificates',
      ...(skillsFirst ? [] : (['skills'] as const)),
      ...TAIL,
    ];
  if (skillsFirst) return [...head, 'skills', 'projects', 'work', 'education', 'certificates', 'volunteer', ...TAIL];
  return [...head, 'work', 'projects', 'education', 'certificates', 'skills', 'volunteer', ...TAIL];
}
const TAIL = ['awards', 'publications', 'languages', 'interests'] as const;
