/**
 * What matching knows of a person: facts drawn from the resume and the preferences, each with where it stands. `add` and
 * `hint` take what, how much and from where, in the order a sentence would; `monthsOf` takes start, end and today.
 * Over 300 lines because every section of a resume is a source of facts.
 */

import { type DomainProfile, domainsOf } from '#shared/job/domain.rules.ts';
import { findPlaces } from '#shared/job/place.rules.ts';
import { BINDING_LICENCES, type Degree } from '#shared/job/requirements.rules.ts';
import { contentTerms } from '#shared/job/terms.rules.ts';
import { languageOf } from '#shared/job/text.rules.ts';
import { type Level, titleLevel } from '#shared/job/title.rules.ts';
import { LANGUAGE_NAMES } from '#shared/job/vacancy.rules.ts';
import { fold } from '#shared/kernel/text.ts';
import type { Preferences, Resume } from '#shared/profile/profile.schema.ts';
import { occupationOfStudy, occupationsBySkills, occupationsOf } from '#shared/skill/occupation.rules.ts';
import { canonicalSkill, findSkills, impliedSkills, skillEntry } from '#shared/skill/skill.rules.ts';

/** `asOf` is the day (ISO) ages are reckoned from: the score depends on nothing but its input. */
export type MatchProfile = { resume: Resume; preferences: Preferences; asOf: string };

export type Candidate = {
  /** Canonical skill → credit 0–1; skills implied by others carry less than 1. */
  skills: ReadonlyMap<string, number>;
  /** Canonical skill → field path of the resume that shows it first. */
  evidence: ReadonlyMap<string, string>;
  occupations: ReadonlyMap<string, number>;
  /** The occupations were guessed by skills alone. */
  guessed: boolean;
  /** Path of the position the first occupation was read from. */
  occupationPath: string | undefined;
  level: Level | undefined;
  years: number | undefined;
  degree: Degree;
  degreePath: string | undefined;
  licences: ReadonlySet<string>;
  /** Regions named near licences or addresses. */
  regions: ReadonlySet<string>;
  languages: ReadonlySet<string>;
  home: { country: string | undefined; region: string | undefined; city: string | undefined };
  terms: ReadonlySet<string>;
  domains: DomainProfile;
  /** Where the profile says what is no skill, occupation or degree. */
  paths: {
    level: string | undefined;
    years: string | undefined;
    home: string | undefined;
    languages: ReadonlyMap<string, string>;
  };
  /** Language the resume is written in, ISO 639-1 or `und`. */
  writtenIn: string;
  preferences: Preferences;
  asOf: string;
};

const LEVEL_OF = { intern: 0, entry: 1, mid: 2, senior: 3, lead: 4, director: 5 } as const;

const DEGREE_WORDS: readonly (readonly [Degree, RegExp])[] = [
  [5, /\bph\.? ?d\b|\bdoctor(?:ate|al|at)?\b|\bed\.? ?d\b|\bdr\.|\bpromotion\b|\bj\.? ?d\b|\bm\.? ?d\b/],
  [
    4,
    /\bmaster\w*|\bm\.? ?sc\b|\bm\.? ?a\b|\bm\.? ?s\b|\bmba\b|\bm\.? ?eng\b|\bmeng\b|\bm\.? ?ed\b|\bdiplom-?\w*|\bingenieur\b|\bbac ?\+ ?5\b|\bmagister\b|\bmaestria\b|\blaurea magistrale\b/,
  ],
  [
    3,
    /\bbachelor\w*|\bb\.? ?sc\b|\bb\.? ?a\b|\bb\.? ?s\b|\bb\.? ?eng\b|\bbba\b|\bbsn\b|\blicen[cs](?:e|iatura)\b|\bundergraduate\b|\blaurea\b|\bgrado\b|\bbac ?\+ ?[34]\b|\bb\.?tech\b/,
  ],
  [2, /\bassociate\w*|\bbts\b|\bdut\b|\bausbildung\b|\bdiploma\b|\bvocational\b|\bbac ?\+ ?2\b|\bcertificate\b/],
  [1, /\bhigh school\b|\bged\b|\babitur\b|\bbaccalaureat\b|\bsecondary\b|\blycee\b/],
];

/** Months from `start` to `end` (both `YYYY[-MM]`), or to `asOf` where it lasts. */
function monthsOf(start: string | undefined, end: string | undefined, asOf: string): [number, number] | undefined {
  const at = (date: string, fallback: number) =>
    Number(date.slice(0, 4)) * 12 + (date.length >= 7 ? Number(date.slice(5, 7)) - 1 : fallback);
  if (!start) return undefined;
  const from = at(start, 0);
  const to = end ? at(end, 11) + 1 : at(asOf, 11) + 1;
  return to > from ? [from, to] : undefined;
}

/** Years spent working, overlapping positions counted once; `undefined` where no position carries a date. */
function yearsWorked(resume: Resume, asOf: string): number | undefined {
  const spans = (resume.work ?? [])
    .filter((work) => titleLevel(work.position ?? '') !== 0)
    .map((work) => monthsOf(work.startDate, work.endDate, asOf))
    .filter((span) => span !== undefined)
    .sort((a, b) => a[0] - b[0]);
  if (spans.length === 0) return undefined;
  let months = 0;
  let reached = 0;
  for (const [from, to] of spans) {
    months += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return months / 12;
}

type Said = { path: string; text: string };

/** Birth, origin, sex, family: what many resumes tell of the person, and no score may look at. */
const PERSONAL =
  /\b(?:nationality|nationalit[eé]|nationalit[aä]t|nacionalidad|nazionalit[aà]|nacionalidade|staatsangeh[oö]rigkeit|citizenship|date of birth|place of birth|birth ?date|geburts\w+|date de naissance|fecha de nacimiento|data di nascita|marital status|familienstand|situation familiale|[eé]tat civil|estado civil|stato civile|gender|sex|geschlecht|sexe|ethnicity|religion)\s*[:–-]|\bborn\s+(?:in|on|\d)|\bgeboren (?:am|in)\b|\bn[eé]e? le\b|\b(?:married|divorced|widowed|verheiratet|ledig|c[eé]libataire|mari[eé]e?|casad[oa]|solter[oa])\b|\b(?:mother|father|parent|mum|mom|dad) of\b|\b\d{2} (?:years old|ans\b(?= *$)|jahre alt)|^\s*(?:\p{L}+ )?(?:citizen|national)\s*$/iu;

/** The text without the clauses that tell of the person rather than of what they did. */
const withoutPersonal = (text: string): string =>
  PERSONAL.test(text)
    ? text
        .split(/(?<=[.;\n|])/)
        .filter((clause) => !PERSONAL.test(clause.replace(/[.;\n|]+$/, '')))
        .join('')
    : text;

/** Every text of the resume that says what the person can do, with its path; contact data and names are left out. */
function statements(resume: Resume): Said[] {
  const out: Said[] = [];
  const say = (path: string, text: string | undefined): void => {
    const told = text && withoutPersonal(text);
    if (told) out.push({ path, text: told });
  };
  const sayAll = (path: string, texts: readonly string[] | undefined): void => {
    for (const [i, text] of (texts ?? []).entries()) say(`${path}[${i}]`, text);
  };
  say('basics.label', resume.basics?.label);
  say('basics.summary', resume.basics?.summary);
  for (const [i, skill] of (resume.skills ?? []).entries()) {
    say(`skills[${i}].name`, skill.name);
    sayAll(`skills[${i}].keywords`, skill.keywords);
  }
  for (const [i, work] of (resume.work ?? []).entries()) {
    say(`work[${i}].position`, work.position);
    say(`work[${i}].summary`, work.summary);
    say(`work[${i}].description`, work.description);
    sayAll(`work[${i}].highlights`, work.highlights);
  }
  for (const [i, project] of (resume.projects ?? []).entries()) {
    say(`projects[${i}].name`, project.name);
    say(`projects[${i}].description`, project.description);
    sayAll(`projects[${i}].highlights`, project.highlights);
    sayAll(`projects[${i}].keywords`, project.keywords);
  }
  for (const [i, work] of (resume.volunteer ?? []).entries()) {
    say(`volunteer[${i}].position`, work.position);
    say(`volunteer[${i}].summary`, work.summary);
    sayAll(`volunteer[${i}].highlights`, work.highlights);
  }
  for (const [i, school] of (resume.education ?? []).entries()) {
    say(`education[${i}].area`, school.area);
    say(`education[${i}].studyType`, school.studyType);
    sayAll(`education[${i}].courses`, school.courses);
  }
  for (const [i, certificate] of (resume.certificates ?? []).entries())
    say(`certificates[${i}].name`, certificate.name);
  for (const [i, award] of (resume.awards ?? []).entries()) say(`awards[${i}].summary`, award.summary);
  for (const [i, publication] of (resume.publications ?? []).entries())
    say(`publications[${i}].name`, publication.name);
  return out;
}

function skillsOf(said: readonly Said[]): { skills: Map<string, number>; evidence: Map<string, string> } {
  const skills = new Map<string, number>();
  const evidence = new Map<string, string>();
  for (const { path, text } of said) {
    const named = path.startsWith('skills[') ? canonicalSkill(text) : undefined;
    for (const skill of [...(named ? [named] : []), ...findSkills(text).map((m) => m.skill)])
      for (const [implied, credit] of impliedSkills(skill)) {
        if ((skills.get(implied) ?? 0) < credit) {
          skills.set(implied, credit);
          evidence.set(implied, path);
        }
      }
  }
  return { skills, evidence };
}

/** Occupations by what the person asks for, then by what they did, older and shorter work weighing less. */
function occupationsBy(
  { resume, preferences }: MatchProfile,
  {
    said,
    evidence,
    licences,
  }: { said: readonly Said[]; evidence: ReadonlyMap<string, string>; licences: readonly string[] },
): {
  occupations: Map<string, number>;
  path: string | undefined;
  guessed: boolean;
} {
  const occupations = new Map<string, number>();
  let path: string | undefined;
  const add = (title: string | undefined, strength: number, from: string) => {
    const named = occupationsOf(title ?? '');
    const top = Math.max(0, ...named.values());
    for (const [id, share] of named) {
      path ??= from;
      occupations.set(id, Math.max(occupations.get(id) ?? 0, strength * (top > 0 ? 0.5 + 0.5 * (share / top) : 1)));
    }
  };
  for (const [i, title] of preferences.titles.entries()) add(title, 1, `preferences.titles[${i}]`);
  const wanted = occupations.size > 0;
  const scale = wanted ? 0.8 : 1;
  add(resume.basics?.label, scale, 'basics.label');
  for (const [i, work] of (resume.work ?? []).entries())
    add(work.position, scale * Math.max(0.45, 1 - 0.14 * i), `work[${i}].position`);
  for (const [i, work] of (resume.volunteer ?? []).entries())
    add(work.position, scale * 0.45, `volunteer[${i}].position`);
  const titled = occupations.size > 0;
  // Listed skills are no sentences about oneself: one more of them must not move the person into another occupation.
  if (!titled)
    addFromProse(
      said
        .filter((s) => !s.path.startsWith('skills['))
        .map((s) => s.text)
        .join('\n'),
      add,
    );
  const hint = (id: string, strength: number, from: string): void => {
    path ??= from;
    occupations.set(id, Math.max(occupations.get(id) ?? 0, strength));
  };
  for (const [i, school] of (resume.education ?? []).entries()) {
    const id = occupationOfStudy(`${school.studyType ?? ''} ${school.area ?? ''}`);
    if (id) hint(id, scale * (titled ? 0.5 : 0.75), `education[${i}].area`);
  }
  const guessed = occupations.size === 0;
  for (const [id, strength] of occupationsBySkills(new Set(evidence.keys()), new Set(licences)))
    hint(
      id,
      scale * strength,
      [...licences].map((l) => evidence.get(l)).find((from) => from !== undefined) ?? 'skills',
    );
  return { occupations, path, guessed };
}

/** A summary is no title: its sentences are read one by one, the first that names an occupation leading. */
function addFromProse(summary: string, add: (title: string, strength: number, from: string) => void): void {
  let strength = 0.85;
  for (const sentence of summary.slice(0, 1500).split(/[.;\n]/))
    if (strength > 0.4 && occupationsOf(sentence).size > 0) {
      add(sentence, strength, 'basics.summary');
      strength -= 0.15;
    }
}

function degreeBy(resume: Resume): { degree: Degree; path: string | undefined } {
  let degree: Degree = 0;
  let path: string | undefined;
  for (const [i, school] of (resume.education ?? []).entries()) {
    const text = fold(`${school.studyType ?? ''} ${school.area ?? ''}`);
    const level =
      DEGREE_WORDS.find(([, pattern]) => pattern.test(text))?.[0] ??
      (school.institution && /universit|college|hochschule/.test(fold(school.institution)) ? 3 : 0);
    if (level > degree) {
      degree = level;
      path = `education[${i}].studyType`;
    }
  }
  return { degree, path };
}

/** What the person says, else what the two latest titles say, else what the years make likely. */
function levelBy(
  profile: MatchProfile,
  years: number | undefined,
): { level: Level | undefined; path: string | undefined } {
  const stated = profile.preferences.seniority;
  if (stated) return { level: LEVEL_OF[stated], path: 'preferences.seniority' };
  const titled = (profile.resume.work ?? [])
    .slice(0, 2)
    .map((work, i) => ({ level: titleLevel(work.position ?? ''), path: `work[${i}].position` }))
    .find(({ level }) => level !== undefined);
  if (titled?.level !== undefined && titled.level > 0) return titled;
  if (years === undefined) return titled ?? { level: undefined, path: undefined };
  const path = titled?.path ?? 'work[0].startDate';
  return { level: years < 1 ? (titled?.level ?? 1) : years < 2.5 ? 1 : years < 6 ? 2 : 3, path };
}

function homePath({ resume, preferences }: MatchProfile): string | undefined {
  if (preferences.locations.length > 0) return 'preferences.locations[0]';
  if (preferences.country) return 'preferences.country';
  return resume.basics?.location === undefined ? undefined : 'basics.location';
}

const MOST_EMBEDDED = 6000;

/** What of a profile is worth a vector: wished titles, then everything that says what the person can and did. */
export const textOfProfile = ({ resume, preferences }: Pick<MatchProfile, 'resume' | 'preferences'>): string =>
  [...preferences.titles, ...statements(resume).map(({ text }) => text)].join('\n').slice(0, MOST_EMBEDDED);

/** Reads a resume and preferences once; score any number of postings against the result. */
export function describeCandidate(profile: MatchProfile): Candidate {
  const { resume, preferences, asOf } = profile;
  const said = statements(resume);
  const { skills, evidence } = skillsOf(said);
  const licences = [...skills.keys()].filter((s) => BINDING_LICENCES.has(s) && skills.get(s) === 1);
  const { occupations, path: occupationPath, guessed } = occupationsBy(profile, { said, evidence, licences });
  const { degree, path: degreePath } = degreeBy(resume);
  const years = yearsWorked(resume, asOf);
  const home = homeOf(profile);
  const everything = said.map((s) => s.text).join('\n');
  const languages = new Set<string>();
  for (const [skill] of skills) if (skillEntry(skill)?.kind === 'spoken') languages.add(skill);
  const languagePaths = new Map<string, string>();
  for (const [i, { language }] of (resume.languages ?? []).entries()) {
    const known = canonicalSkill(language ?? '');
    if (!known) continue;
    languages.add(known);
    languagePaths.set(known, `languages[${i}].language`);
  }
  // Listed skills are left out of what is told by the whole: naming one more must not move the person into another
  // field, or the resume into another language.
  const prose = said
    .filter((s) => !s.path.startsWith('skills['))
    .map((s) => s.text)
    .join('\n');
  const writtenIn = languageOf(prose);
  const { level, path: levelPath } = levelBy(profile, years);
  const native = LANGUAGE_NAMES[writtenIn];
  if (native) languages.add(native);
  const certificates = (resume.certificates ?? []).map((c) => `${c.name ?? ''} ${c.issuer ?? ''}`).join('\n');
  return {
    skills,
    evidence,
    occupations,
    guessed,
    occupationPath,
    level,
    years,
    degree,
    degreePath,
    licences: new Set(licences),
    regions: new Set(
      [home.region, ...findPlaces(certificates, { prose: true }).places.map((p) => p.region)].filter(
        (r) => r !== undefined,
      ),
    ),
    languages,
    home,
    terms: new Set([...contentTerms(everything), ...preferences.keywords.flatMap(contentTerms)]),
    domains: domainsOf(prose),
    paths: {
      level: levelPath,
      years: years === undefined ? undefined : `work[${(resume.work ?? []).findIndex((w) => w.startDate)}].startDate`,
      home: homePath(profile),
      languages: languagePaths,
    },
    writtenIn,
    preferences,
    asOf,
  };
}

function homeOf({ resume, preferences }: MatchProfile): Candidate['home'] {
  const wanted = findPlaces(preferences.locations.join('; ')).places;
  const own = resume.basics?.location;
  const stated = findPlaces([own?.city, own?.region, own?.countryCode].filter(Boolean).join(', ')).places[0];
  const country = preferences.country ?? own?.countryCode ?? stated?.country ?? wanted[0]?.country;
  const place = wanted.find((p) => p.country === country) ?? (stated?.country === country ? stated : undefined);
  return { country, region: place?.region, city: place?.city };
}
