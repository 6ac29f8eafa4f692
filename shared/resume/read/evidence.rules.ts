/**
 * The skills a resume shows: canonical names with the fields and places that name them, and for how long, by the dated
 * entries that do. Only what the person says of their own work counts: not the names of employers, not what is denied
 * or wished for.
 */
import type { Resume } from '#shared/profile/profile.schema.ts';
import { canonicalSkill, findSkills, type SkillMention, skillEntry } from '#shared/skill/skill.rules.ts';
import type { Reading, ReadSkill, Span } from '../resume.schema.ts';
import { type PlacedText, placedSpans, placesIn } from './boxes.rules.ts';
import {
  AT_FIRM,
  CLAUSE_END,
  DENIED,
  DENIED_AFTER,
  FIRM_AFTER,
  WISHED,
  WISHED_AFTER,
  WISHED_BEFORE,
  WISHED_VERB,
} from './evidence.data.ts';

type Given = {
  resume: Resume;
  /** Where each field was read, by its path. */
  spans: Readonly<Record<string, readonly Span[]>>;
  /** The file's text in the smallest pieces whose place is known: boxes are drawn around words as finely as these allow. */
  texts?: readonly PlacedText[] | undefined;
  /** The day until which an entry without an end lasts (ISO 8601); without it such entries give no years. */
  asOf?: string | undefined;
};

/** A text of the person's own, where it stands and how long what it tells of lasted. */
type Said = {
  path: string;
  text: string;
  listed: boolean;
  /** Words before it that its meaning hangs on: the label of the group. */
  lead?: string;
  period?: Period | undefined;
  employer?: string | undefined;
};
/** Months since year 0, end exclusive; `from` is absent where only the end is known. */
type Period = { from?: number; to?: number; end: string | 'present' };

/** Places and fields kept per skill: more prove nothing. */
const MOST = 40;

/**
 * The reading with the skills it shows. `asOf` is the day the file came; a file that says when it was last saved knows
 * better what `present` meant. `texts` are the finest pieces of text at hand, by default the lines.
 */
export function withSkills(
  reading: Reading,
  { asOf, texts }: { asOf?: string | undefined; texts?: readonly PlacedText[] | undefined },
): Reading {
  const { resume, spans, lines = [], facts } = reading;
  const saved = facts?.modifiedAt;
  const today = saved !== undefined && /^\d{4}-\d{2}/u.test(saved) && saved < (asOf ?? '9') ? saved : asOf;
  return { ...reading, skills: skillsShown({ resume, spans, texts: texts ?? placedSpans(lines), asOf: today }) };
}

/** Every skill of the taxonomy that the resume names as its person's, listed ones first, then by years. */
export function skillsShown({ resume, spans, texts = [], asOf }: Given): ReadSkill[] {
  const places = placesIn(texts);
  const found = new Map<string, { skill: ReadSkill; periods: Period[] }>();
  for (const said of ownStatements(resume, asOf)) {
    for (const { skill: name, alias, span } of mentionsIn(said)) {
      const entry = found.get(name) ?? { skill: { name, listed: false, paths: [], spans: [] }, periods: [] };
      found.set(name, entry);
      const { skill, periods } = entry;
      skill.listed ||= said.listed;
      if (!skill.paths.includes(said.path)) {
        if (skill.paths.length < MOST) skill.paths.push(said.path);
        if (said.period !== undefined) periods.push(said.period);
      }
      const place = places.of(alias, { spans: spans[said.path] ?? [], before: said.text.slice(0, span[0]) });
      if (place !== undefined && skill.spans.length < MOST) skill.spans.push(place);
    }
  }
  return [...found.values()]
    .map(({ skill, periods }) => ({ ...skill, ...duration(periods) }))
    .sort((a, b) => Number(b.listed) - Number(a.listed) || (b.years ?? 0) - (a.years ?? 0));
}

/** What the person says they can do and did. Names of employers and schools, referees' words and hobbies are not it. */
function ownStatements(resume: Resume, asOf: string | undefined): Said[] {
  const out: Said[] = [];
  const say = (path: string, text: string | undefined, rest: Omit<Partial<Said>, 'path' | 'text'> = {}): void => {
    if (text !== undefined && text !== '') out.push({ path, text, listed: false, ...rest });
  };
  const sayAll = (path: string, texts: readonly string[] | undefined, rest?: Omit<Partial<Said>, 'path' | 'text'>) => {
    for (const [i, text] of (texts ?? []).entries()) say(`${path}[${i}]`, text, rest);
  };
  say('basics.label', resume.basics?.label);
  say('basics.summary', resume.basics?.summary);
  for (const [i, { name, keywords = [] }] of (resume.skills ?? []).entries()) {
    say(`skills[${i}].name`, name, { listed: true });
    sayAll(`skills[${i}].keywords`, keywords, { listed: true, ...(name !== undefined && { lead: name }) });
  }
  for (const [i, work] of (resume.work ?? []).entries()) {
    const own = { period: periodOf(work, asOf), employer: work.name };
    say(`work[${i}].position`, work.position, own);
    say(`work[${i}].summary`, work.summary, own);
    sayAll(`work[${i}].highlights`, work.highlights, own);
  }
  for (const [i, project] of (resume.projects ?? []).entries()) {
    const own = { period: periodOf(project, asOf), employer: project.entity };
    say(`projects[${i}].name`, project.name, own);
    say(`projects[${i}].description`, project.description, own);
    sayAll(`projects[${i}].highlights`, project.highlights, own);
    sayAll(`projects[${i}].keywords`, project.keywords, own);
    sayAll(`projects[${i}].roles`, project.roles, own);
  }
  for (const [i, work] of (resume.volunteer ?? []).entries()) {
    const own = { employer: work.organization };
    say(`volunteer[${i}].position`, work.position, own);
    say(`volunteer[${i}].summary`, work.summary, own);
    sayAll(`volunteer[${i}].highlights`, work.highlights, own);
  }
  for (const [i, school] of (resume.education ?? []).entries()) {
    const own = { employer: school.institution };
    say(`education[${i}].area`, school.area, own);
    say(`education[${i}].studyType`, school.studyType, own);
    sayAll(`education[${i}].courses`, school.courses, own);
  }
  for (const [i, { name }] of (resume.certificates ?? []).entries()) say(`certificates[${i}].name`, name);
  for (const [i, { name }] of (resume.publications ?? []).entries()) say(`publications[${i}].name`, name);
  for (const [i, { summary }] of (resume.awards ?? []).entries()) say(`awards[${i}].summary`, summary);
  return out;
}

/** The skills a statement claims. Spoken languages have a field of their own. */
function mentionsIn(said: Said): SkillMention[] {
  const { text, listed } = said;
  const inside = findSkills(text);
  const whole = listed ? canonicalSkill(text) : undefined;
  // An item of a list that is a name as a whole is that and nothing smaller.
  const all: SkillMention[] =
    whole === undefined ? inside : [{ skill: whole, span: wholeSpan(text, inside, whole), alias: '' }];
  return all
    .map((m) => ({ ...m, alias: text.slice(...m.span) }))
    .filter((m) => skillEntry(m.skill)?.kind !== 'spoken' && isClaimed(said, m));
}

/** Where the name stands inside the item (`Kenntnisse in Excel`), or the whole item. */
const wholeSpan = (text: string, inside: readonly SkillMention[], skill: string): [number, number] =>
  inside.find((m) => m.skill === skill)?.span ?? [0, text.length];

function isClaimed({ text, lead, employer }: Said, { skill, span, alias }: SkillMention): boolean {
  if (lead !== undefined && (matches(DENIED, lead) || matches(WISHED, `${lead}:`))) return false;
  const before = text.slice(startOfClause(text, span[0]), span[0]);
  const after = text.slice(span[1], endOfClause(text, span[1]));
  if (matches(DENIED, before) || matches(WISHED, before)) return false;
  if (matches(WISHED_BEFORE, before) && matches(WISHED_VERB, after)) return false;
  if (matches(DENIED_AFTER, after) || matches(WISHED_AFTER, after.slice(0, 60))) return false;
  if (skillEntry(skill)?.kind !== 'tool') return true;
  return !AT_FIRM.test(before) && !FIRM_AFTER.test(text.slice(span[1])) && !isEmployer(employer, alias);
}

const matches = (pattern: RegExp, text: string): boolean => {
  pattern.lastIndex = 0;
  return pattern.test(text.toLowerCase().normalize('NFC'));
};

/** Products carry their maker's name: in an entry at that maker, the name alone says nothing of skill. */
const isEmployer = (employer: string | undefined, alias: string): boolean => {
  const firm = employer?.trim() ?? '';
  return (
    firm.slice(0, alias.length).toLowerCase() === alias.toLowerCase() &&
    firm !== '' &&
    !/^[\p{L}\p{N}]/u.test(firm.slice(alias.length))
  );
};

function startOfClause(text: string, at: number): number {
  let start = Math.max(0, at - 160);
  for (const match of text.slice(start, at).matchAll(CLAUSE_END)) {
    // A dot inside a name (`Node.js`) ends nothing.
    const end = match.index + match[0].length;
    if (match[0] === '.' && !/^\s/u.test(text.slice(Math.max(0, at - 160) + end))) continue;
    start = Math.max(0, at - 160) + end;
  }
  return start;
}

function endOfClause(text: string, at: number): number {
  const rest = text.slice(at, at + 160);
  for (const match of rest.matchAll(CLAUSE_END)) {
    if (match[0] === '.' && /^\S/u.test(rest.slice(match.index + 1))) continue;
    return at + match.index;
  }
  return at + rest.length;
}

/**
 * The months of an entry. Months named count whole; a year alone stands for its middle, so that `2018 – 2020` is two years.
 */
function periodOf(
  { startDate, endDate }: { startDate?: string | undefined; endDate?: string | undefined },
  asOf: string | undefined,
): Period | undefined {
  const monthOf = (date: string, isEnd: boolean): number =>
    Number(date.slice(0, 4)) * 12 + (date.length >= 7 ? Number(date.slice(5, 7)) - (isEnd ? 0 : 1) : 6);
  if (startDate === undefined) return endDate === undefined ? undefined : { end: endDate };
  const today = asOf === undefined ? undefined : monthOf(asOf.slice(0, 7), true);
  const from = monthOf(startDate, false);
  const lasts = endDate === undefined;
  const to = endDate === undefined ? today : Math.min(monthOf(endDate, true), today ?? Infinity);
  const end = lasts ? 'present' : endDate;
  if (to === undefined) return { from, end };
  // Within one year of which no month is told: half of it.
  return { from, to: to > from ? to : to === from && startDate.length === 4 ? from + 6 : from, end };
}

/** Years in all entries together, overlaps counted once, to one decimal; and when the last one ended. */
function duration(periods: readonly Period[]): Pick<ReadSkill, 'years' | 'lastUsed'> {
  if (periods.length === 0) return {};
  const spans = periods
    .flatMap(({ from, to }) => (from === undefined || to === undefined || to <= from ? [] : [[from, to] as const]))
    .sort((a, b) => a[0] - b[0]);
  let months = 0;
  let reached = 0;
  for (const [from, to] of spans) {
    months += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  const lastUsed = periods.some((p) => p.end === 'present')
    ? 'present'
    : periods.map((p) => p.end).reduce((a, b) => (b > a ? b : a));
  return { ...(spans.length > 0 && { years: Math.round((months / 12) * 10) / 10 }), lastUsed };
}
