/** What postings for the wanted titles ask, against what the file shows. Counts only; nothing is guessed about the person. */
import { fold, words } from '#shared/kernel/text.ts';
import { textsIn } from '#shared/profile/path.rules.ts';
import { canonicalSkill, findSkills, impliedSkills, skillEntry } from '#shared/skill/skill.rules.ts';
import type { AskedSkill, Evidence, Finding, Wanted } from './advice.schema.ts';
import { count } from './check.rules.ts';
import type { Subject } from './subject.rules.ts';

/** Postings of some titles, and in how many of them each skill stands. */
export type Demand = {
  titles: readonly string[];
  postings: number;
  skills: readonly { skill: string; count: number }[];
};

/** Fewer postings than this say nothing in general. */
const FEWEST_POSTINGS = 5;
/** Share of the postings that must ask for a skill before it is worth a word. */
const OFTEN = 0.15;
const MOST_ASKED = 25;

type Shown = { path: string; as: string; proved: boolean };

/** Whether a field belongs to something done, not to a list or a claim about oneself. */
const isEntry = (path: string): boolean =>
  /^(?:work|projects|volunteer|education|certificates|awards|publications)\[/.test(path);

/** Skills the file shows by the taxonomy's names; an entry that names one counts before a list. */
function shownSkills({ reading, resume }: Subject): Map<string, Shown> {
  const shown = new Map<string, Shown>();
  const add = (skill: string, found: Shown): void => {
    const known = shown.get(skill);
    if (known === undefined || (!known.proved && found.proved)) shown.set(skill, found);
  };
  for (const { name, paths, spans } of reading.skills ?? [])
    for (const path of paths) add(name, { path, as: spans[0]?.text ?? name, proved: isEntry(path) });
  for (const { path, text } of textsIn(resume)) {
    if (/^basics\.(?!label|summary)|\.(?:url|startDate|endDate|date|countryCode)$/.test(path)) continue;
    const listed = path.startsWith('skills[');
    const whole = listed ? canonicalSkill(text) : undefined;
    const hits = whole === undefined ? findSkills(text) : [{ skill: whole, alias: text }];
    for (const { skill, alias } of hits) add(skill, { path, as: alias, proved: isEntry(path) });
  }
  return shown;
}

/** Whether a search for the usual name misses what is written: `K8s` for Kubernetes, but not `AWS Cloud` for AWS. */
function isOtherName(written: string, usual: string): boolean {
  const [a, b] = [` ${words(written).join(' ')} `, ` ${words(usual).join(' ')} `];
  return written.length < 60 && !a.includes(b) && !b.includes(a) && a.trim() !== '';
}

/** Skills named together with the one that implies them (SQL by PostgreSQL). */
function impliedBy(shown: ReadonlyMap<string, Shown>, wanted: string): (Shown & { skill: string }) | undefined {
  for (const [skill, found] of shown)
    if (skill !== wanted && impliedSkills(skill).has(wanted)) return { ...found, skill };
  return undefined;
}

const isSkill = (skill: string): boolean => {
  const kind = skillEntry(skill)?.kind;
  return kind !== 'soft' && kind !== 'spoken';
};

/** Compares a file with what postings ask; findings carry no points. */
export function targetingOf(subject: Subject, demand: Demand): { wanted: Wanted; findings: Finding[] } {
  const { titles, postings } = demand;
  const shown = shownSkills(subject);
  const asked = demand.skills
    .filter(({ skill, count: n }) => isSkill(skill) && n >= 2 && n >= postings * OFTEN)
    .slice(0, MOST_ASKED)
    .map(({ skill, count: n }): AskedSkill => {
      const own = shown.get(skill);
      if (own)
        return {
          skill,
          count: n,
          shown: true,
          where: own.path,
          proved: own.proved,
          ...(isOtherName(own.as, skill) && { as: own.as }),
        };
      const other = impliedBy(shown, skill);
      if (other)
        return { skill, count: n, shown: true, where: other.path, proved: other.proved, impliedBy: other.skill };
      return { skill, count: n, shown: false, proved: false };
    });
  const wanted: Wanted = { titles: [...titles], postings, asked: postings >= FEWEST_POSTINGS ? asked : [] };
  if (postings < FEWEST_POSTINGS) return { wanted, findings: [] };
  return { wanted, findings: findingsOf(subject, wanted) };
}

function findingsOf(subject: Subject, { titles, postings, asked }: Wanted): Finding[] {
  const findings: Finding[] = [];
  const named = titles.map((title) => `“${title}”`).join(', ');
  const list = (skills: readonly AskedSkill[]): string =>
    skills.map(({ skill, count: n }) => `${skill} (${n} of ${postings})`).join(', ');
  const base = { area: 'targeting', points: 0 } as const;

  const missing = asked.filter(({ shown }) => !shown);
  if (missing.length > 0)
    findings.push({
      ...base,
      code: 'targeting.missing',
      severity: missing.some(({ count: n }) => n * 2 >= postings) ? 'high' : 'medium',
      title: `${count(missing.length, 'skill')} that postings ask for ${missing.length === 1 ? 'does' : 'do'} not stand in this file`,
      text: `Looked for in ${postings} postings for ${named}.`,
      fix: 'Where you have used one of these, name it in the entry where you did. What you do not know stays out: it is a thing to learn, not to claim.',
      evidence: missing.slice(0, 12).map(({ skill, count: n }) => ({ text: `${skill}: ${n} of ${postings} postings` })),
    });

  const listedOnly = asked.filter(({ shown, proved, impliedBy: other }) => shown && !proved && other === undefined);
  if (listedOnly.length > 0)
    findings.push({
      ...base,
      code: 'targeting.listedOnly',
      severity: 'low',
      title: `${count(listedOnly.length, 'asked-for skill')} ${listedOnly.length === 1 ? 'is' : 'are'} named, but no entry shows ${listedOnly.length === 1 ? 'it' : 'them'}`,
      text: `${list(listedOnly.slice(0, 8))}: no job or project says where you used ${listedOnly.length === 1 ? 'it' : 'them'}.`,
      fix: 'Name each in the entry where it was used; recruiters who search for it open the file there.',
      evidence: listedOnly.slice(0, 8).map(({ skill, where, as }) => quoted(subject, where, as ?? skill)),
    });

  const otherName = asked.filter(({ shown, as }) => shown && as !== undefined);
  if (otherName.length > 0)
    findings.push({
      ...base,
      code: 'targeting.otherName',
      severity: 'low',
      title: `${count(otherName.length, 'asked-for skill')} ${otherName.length === 1 ? 'stands' : 'stand'} under another name`,
      text: `A search for the exact word does not find the file: ${otherName
        .slice(0, 6)
        .map(({ skill, as }) => `${skill} is called ${as} here`)
        .join(', ')}.`,
      fix: 'Where both are true, write the usual name once, with yours beside it.',
      evidence: otherName.slice(0, 8).map(({ where, as, skill }) => quoted(subject, where, as ?? skill)),
    });

  const { resume } = subject;
  const own = fold([resume.basics?.label, ...(resume.work ?? []).map(({ position }) => position)].join(' | '));
  const absent = titles.filter(
    (title) =>
      !fold(title)
        .split(/\s+/)
        .every((word) => own.includes(word)),
  );
  if (titles.length > 0 && absent.length === titles.length)
    findings.push({
      ...base,
      code: 'targeting.title',
      severity: 'low',
      title: `The title you look for does not stand in this file`,
      text: `You look for ${named}; neither the line under your name nor a job says so, and recruiters search by title.`,
      fix: 'If it describes what you do, say it in the line under your name. Leave the titles of past jobs as they were.',
      evidence: [resume.basics?.label === undefined ? subject.top : subject.at('basics.label', resume.basics.label)],
    });
  return findings;
}

const quoted = (subject: Subject, path: string | undefined, text: string): Evidence =>
  path === undefined ? { ...subject.top, text } : subject.at(path, text);
