/** What a posting asks for, in its own words. */
import { cleanText } from '#shared/job/text.rules.ts';
import { clean, fold } from '#shared/kernel/text.ts';
import { SKILL_ALIASES } from './alias.data.ts';
import type { DocumentLanguage } from './model.schema.ts';
import { documentLanguageOf, literal, sentencesOf, stemsOf } from './words.rules.ts';

export type RequirementLevel = 'must' | 'nice' | 'task' | 'other';
/** One line or sentence of the posting. `text` is its own wording. */
export type Requirement = {
  readonly level: RequirementLevel;
  readonly text: string;
  readonly stems: readonly string[];
};
/** A term a screening program may search for; `canonical` joins spellings of one skill. */
export type Keyword = { readonly term: string; readonly canonical: string; readonly level: RequirementLevel };
export type Requirements = {
  readonly lines: readonly Requirement[];
  readonly keywords: readonly Keyword[];
  readonly years?: number;
  readonly language: DocumentLanguage | undefined;
};

/** Skills found in a text, in the text's own spelling. */
export type SkillFinder = (text: string) => string[];

const CANONICAL = new Map<string, string>();
const ALIASES = new Map<string, readonly string[]>();
for (const row of SKILL_ALIASES) {
  const first = fold(row[0] ?? '');
  ALIASES.set(first, row);
  for (const name of row) CANONICAL.set(fold(name), first);
}

/** One key for all spellings of a skill. */
export const canonicalSkill = (name: string): string => CANONICAL.get(fold(name)) ?? fold(name);
/** Other spellings of the same skill, the given one left out. */
export const aliasesOf = (name: string): string[] =>
  (ALIASES.get(canonicalSkill(name)) ?? []).filter((other) => fold(other) !== fold(name));

const AMBIGUOUS = new Set(
  'go ts js ml ai r c er ed ap ar epic lean node office swift rust agile excel rest express'.split(' '),
);
const PATTERNS = new Map<string, { folded: string; pattern: RegExp; ambiguous: boolean }>();

function patternOf(term: string) {
  const known = PATTERNS.get(term);
  if (known !== undefined) return known;
  const name = clean(term);
  const folded = fold(name);
  const ambiguous = AMBIGUOUS.has(folded);
  const source = literal(ambiguous ? name : folded);
  const made = { folded, ambiguous, pattern: new RegExp(`(?<![\\p{L}\\p{N}#+])${source}(?![\\p{L}\\p{N}#+])`, 'u') };
  if (PATTERNS.size < 5000) PATTERNS.set(term, made);
  return made;
}

type Text = { readonly clean: string; readonly folded: string };

function names({ clean: plain, folded }: Text, term: string): boolean {
  const { folded: name, pattern, ambiguous } = patternOf(term);
  return name !== '' && folded.includes(name) && pattern.test(ambiguous ? plain : folded);
}

/** Whether a text names a term as a whole word; names that are words too (`Go`, `Lean`) must match in case. */
export const mentions = (text: string, term: string): boolean =>
  names({ clean: clean(text), folded: fold(text) }, term);

const ALL_NAMES = SKILL_ALIASES.flat();
const tableSkills: SkillFinder = (text) => {
  const forms = { clean: clean(text), folded: fold(text) };
  return ALL_NAMES.filter((name) => names(forms, name));
};

const HEADINGS: readonly (readonly [RegExp, RequirementLevel])[] = [
  [
    /nice[ -]to[ -]have|bonus|preferred|a plus|desirable|ideally|wünschenswert|von vorteil|idealerweise|un plus|atouts?\b|souhait|deseable|valorable|se valora/i,
    'nice',
  ],
  [
    /require|qualification|must[ -]have|you have|you bring|who you are|about you|what you.?ll need|what we.?re looking for|we look for|skills|your profile|anforderung|dein profil|ihr profil|das bringst du|was du mitbringst|qualifikation|voraussetzung|profil recherch|votre profil|compétences|vous avez|requisitos|tu perfil|qué buscamos|experiencia requerida/i,
    'must',
  ],
  [
    /responsibilit|what you.?ll do|you will|the role|your role|duties|tasks|day to day|aufgaben|das erwartet dich|deine rolle|missions?\b|responsabilités|vos tâches|le poste|funciones|responsabilidades|qué harás|tus tareas/i,
    'task',
  ],
  [
    /benefit|we offer|perks|about us|who we are|our company|compensation|salary|equal opportunity|how to apply|wir bieten|über uns|benefits|bewerbung|nous offrons|à propos|avantages|ofrecemos|sobre nosotros|beneficios/i,
    'other',
  ],
];

/** A heading sets the level of what follows: a short line without a full stop, or one ending in a colon. */
function headingLevel(line: string): RequirementLevel | undefined {
  const bare = line.replace(/[*#_:]+/g, '').trim();
  if (bare.length > 60 || /^[•\-–*·]/.test(line) || /[.!?]$/.test(bare)) return undefined;
  return HEADINGS.find(([pattern]) => pattern.test(bare))?.[1];
}

const YEARS = /(\d{1,2})\s*\+?\s*(?:-|–|to|bis|à|a)?\s*(?:\d{1,2})?\s*\+?\s*(?:years?|yrs|jahre|ans|années|años)/i;
const NICE =
  /nice to have|a plus|bonus|preferred|desirable|von vorteil|wünschenswert|un plus|serait un|deseable|se valora/i;

/** Reads a posting (plain text or HTML). `skills` finds skills in a text where a taxonomy is at hand. */
export function requirementsOf(
  job: { title: string; description: string; skills?: readonly string[] },
  skills: SkillFinder = tableSkills,
): Requirements {
  const text = cleanText(job.description, 50_000);
  const lines: Requirement[] = [];
  let level: RequirementLevel = 'other';
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    const heading = headingLevel(line);
    if (heading !== undefined) {
      level = heading;
      continue;
    }
    for (const sentence of sentencesOf(line.replace(/^[•\-–*·]\s*/, ''))) {
      if (lines.length >= 400) break;
      const own = NICE.test(sentence) ? 'nice' : level;
      lines.push({ level: own, text: sentence, stems: stemsOf(sentence) });
    }
  }
  const years = YEARS.exec(text)?.[1];
  return {
    lines,
    keywords: keywordsOf({ job, lines, skills }),
    ...(years !== undefined && { years: Number(years) }),
    language: documentLanguageOf(`${job.title}. ${text}`),
  };
}

/** Short all-capital words of requirement lines are terms of the trade (`BLS`, `HACCP`) where they are not shouting. */
function acronyms(line: string): string[] {
  const letters = line.replace(/[^\p{L}]/gu, '');
  if (letters.length === 0 || letters.replace(/[^\p{Lu}]/gu, '').length > letters.length / 2) return [];
  return (line.match(/(?<![\p{L}\p{N}])\p{Lu}{3,6}(?![\p{L}\p{N}])/gu) ?? []).filter((word) => !NOT_TERMS.has(word));
}
const NOT_TERMS = new Set('USA USD EUR GBP EOE NOT AND THE YOU CEO CTO PTO FTE ASAP FAQ GMBH INC LLC'.split(' '));

function keywordsOf({
  job,
  lines,
  skills,
}: {
  job: { title: string; skills?: readonly string[] };
  lines: readonly Requirement[];
  skills: SkillFinder;
}): Keyword[] {
  const found = new Map<string, Keyword>();
  const rank: Record<RequirementLevel, number> = { must: 3, task: 2, nice: 1, other: 0 };
  const add = (term: string, level: RequirementLevel) => {
    const canonical = canonicalSkill(term);
    const known = found.get(canonical);
    if (known === undefined || rank[level] > rank[known.level])
      found.set(canonical, { term: known?.term ?? clean(term), canonical, level });
  };
  for (const term of skills(job.title)) add(term, 'must');
  for (const { text, level } of lines) {
    for (const term of skills(text)) add(term, level);
    if (level === 'must' || level === 'nice') for (const term of acronyms(text)) add(term, level);
  }
  for (const term of job.skills ?? []) add(term, 'must');
  return [...found.values()].sort((a, b) => rank[b.level] - rank[a.level]).slice(0, 60);
}
