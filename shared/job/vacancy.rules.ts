/**
 * What matching knows of a posting. `describeVacancy` reads its text once and keeps where each fact stands, for
 * explaining; `featuresOf` is the part that decides the score, as small plain data for the index.
 */

import { occupationsBySkills, occupationsOf } from '#shared/skill/occupation.rules.ts';
import { skillEntry } from '#shared/skill/skill.rules.ts';
import { type DomainProfile, domainsOf, packDomains } from './domain.rules.ts';
import type { Job } from './job.schema.ts';
import { companyKey } from './normalise.rules.ts';
import { MOST_PER_CHARACTER, nameKey, pack, wordKey } from './pack.rules.ts';
import { findPlaces, type Place, type Remote } from './place.rules.ts';
import { type Degree, type DemandedSkill, type Requirements, requirementsOf, sections } from './requirements.rules.ts';
import { yearlyUsd } from './salary.rules.ts';
import { contentTerms, plainTerms } from './terms.rules.ts';
import { languageOf } from './text.rules.ts';
import { type Level, titleLevel } from './title.rules.ts';

export type MatchJob = Pick<
  Job,
  'title' | 'company' | 'location' | 'description' | 'skills' | 'postedAt' | 'salary' | 'employmentType'
>;

/** A posting read once, however many people are scored against it. Spans in `demands` are offsets into `job.description`. */
export type Vacancy = {
  job: MatchJob;
  demands: Requirements;
  occupations: ReadonlyMap<string, number>;
  level: Level | undefined;
  /** Whether the title states the level or the years asked for imply it. */
  levelFrom: 'title' | 'years' | undefined;
  countries: readonly string[];
  places: readonly Place[];
  remote: Remote | null;
  language: string;
  terms: ReadonlyMap<string, number>;
  domains: DomainProfile;
};

/** Raise when the fields of {@link VacancyFeatures} or how they are read from a posting change: rows are then read anew. */
export const FEATURES_VERSION = 3;

/** Everything a score depends on, some 0.7 KB as JSON. What a posting does not state is left out. */
export type VacancyFeatures = {
  v: number;
  /** Six characters a skill asked for, the weightiest first: five of its name's key, one of its weight in thirtieths. */
  skills: string;
  /** How many of them are more than a soft skill. */
  hard: number;
  /** Share of the title each occupation stands for, percent. */
  occupations: [id: string, share: number][];
  level?: Level;
  years?: number;
  degree?: { value: Degree; required: boolean };
  /** Where the work may be done. */
  where: {
    countries: readonly string[];
    places: readonly Place[];
    remote: Remote | null;
    /** Countries one must be allowed to work in already. */
    authorization?: readonly string[];
  };
  /** What no other merit makes up for. */
  demands: { licences: { licence: string; region?: string }[]; languages: string[]; written: string };
  /** Four characters a word: its key and, in the lowest four bits, its weight; 0 marks one that only wishes look for. */
  terms: string;
  /** One character a field of business, in the order of `domain.data.ts`. */
  domains: string;
  /** Upper end of a year's pay, US dollars. */
  pay?: number;
  /** Days since 1970. */
  posted?: number;
  /** A vector of the text's meaning, packed; added by whoever has one, see {@link textOfVacancy}. */
  vector?: string;
  /** {@link companyKey} of the employer. */
  company: string;
  internship?: true;
  unpaid?: true;
  /** The text is too short to trust the number. */
  thin?: true;
};

/** Taxonomy's name of a language by its ISO 639-1 code, for the languages texts are recognised in. */
export const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  en: 'English',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
};

/** Countries where a language is nearly always meant where a place is named that the gazetteer does not know. */
const HOME_OF_LANGUAGE: Readonly<Record<string, string>> = { fr: 'FR', de: 'DE', it: 'IT', nl: 'NL' };
/** What a location line says besides places. */
const NO_PLACE =
  /\b(?:remote|hybrid|on-?site|in-?office|office|headquarters|hq|home|multiple|various|locations?|distributed|flexible|full-?time|part-?time|undefined|n\/?a|tbd|cet|est|pst|utc|gmt)\b/gi;

/** Where the work may be done: by the location, else by what the title says; no country where it says worldwide. */
function whereabouts(job: MatchJob, language: string): Pick<Vacancy, 'places' | 'countries'> {
  const inBrackets = /\(([^)]{2,40})\)/.exec(job.title)?.[1] ?? '';
  const stated = findPlaces(`${job.location.text} ; ${inBrackets}`);
  if (stated.anywhere) return { places: stated.places, countries: [] };
  if (stated.countries.length > 0) return { places: stated.places, countries: stated.countries };
  const { country } = job.location;
  if (country) return { places: [{ country }], countries: [country] };
  const titled = findPlaces(job.title, { prose: true });
  if (titled.anywhere) return { places: [], countries: [] };
  if (titled.countries.length > 0) return { places: titled.places, countries: titled.countries };
  const guessed = /\p{Lu}\p{L}+ County\b/u.test(job.location.text)
    ? 'US'
    : /\p{Lu}\p{L}{2}/u.test(job.location.text.replace(NO_PLACE, ' '))
      ? HOME_OF_LANGUAGE[language]
      : undefined;
  return guessed === undefined
    ? { places: [], countries: [] }
    : { places: [{ country: guessed }], countries: [guessed] };
}

/** By the title; where it names none, by the head of the text, else by the skills asked for. */
function occupationsBy(job: MatchJob, demands: Requirements): ReadonlyMap<string, number> {
  const titled = occupationsOf(job.title);
  if (titled.size > 0) return titled;
  const head = occupationsOf(job.description.slice(0, 160).split('\n')[0] ?? '', { phrasesOnly: true });
  if (head.size > 0) return head;
  const hinted = occupationsBySkills(
    new Set(demands.skills.map(({ skill }) => skill)),
    new Set(demands.licences.map(({ licence }) => licence)),
  );
  const total = [...hinted.values()].reduce((sum, strength) => sum + strength, 0);
  return new Map([...hinted].map(([id, strength]) => [id, strength / total]));
}

/** A word of the title weighs 4, one of the text 0.7 a mention and 2 at most. */
function termsOf({ title, description }: MatchJob): Map<string, number> {
  const terms = new Map<string, number>();
  for (const term of contentTerms(title)) terms.set(term, 4);
  for (const term of contentTerms(description.slice(0, 6000)))
    if ((terms.get(term) ?? 0) < 4) terms.set(term, Math.min(2, (terms.get(term) ?? 0) + 0.7));
  return terms;
}

/** Reads a posting once. */
export function describeVacancy(job: MatchJob): Vacancy {
  const demands = requirementsOf({ title: job.title, text: job.description });
  const years = demands.years?.value;
  const named = titleLevel(job.title);
  const language = languageOf(job.description);
  return {
    job,
    demands,
    occupations: occupationsBy(job, demands),
    level: named ?? (years === undefined ? undefined : years >= 8 ? 4 : years >= 5 ? 3 : years >= 2 ? 2 : 1),
    levelFrom: named !== undefined ? 'title' : years === undefined ? undefined : 'years',
    ...whereabouts(job, language),
    remote: job.location.remote,
    language,
    terms: termsOf(job),
    domains: domainsOf(`${job.title}\n${job.title}\n${job.description.slice(0, 8000)}`),
  };
}

const KIND_WEIGHT = { language: 1, tool: 1, method: 0.75, licence: 1, soft: 0.15, spoken: 0 } as const;
export const isSoft = (skill: string): boolean => skillEntry(skill)?.kind === 'soft';

/** How much a skill asked for counts, in thirtieths: by its kind, whether it must be had, and how often it is named. */
export const demandWeight = ({ skill, required, mentions }: DemandedSkill): number =>
  Math.round(
    30 *
      KIND_WEIGHT[skillEntry(skill)?.kind ?? 'method'] *
      (required ? 1 : 0.3) *
      (1 + 0.35 * Math.min(3, mentions - 1)),
  );

const MOST_SKILLS = 40;
const MOST_TERMS = 64;
/** A figure above is a mistake, and need not fit a column. */
const MOST_PAY = 2_000_000_000;
/** A text shorter than this many characters says too little to be trusted. */
const THIN = 900;

/** The skills a score looks at, the weightiest first. */
export const skillsByWeight = ({ demands }: Vacancy): { demanded: DemandedSkill; weight: number }[] =>
  demands.skills
    .map((demanded) => ({ demanded, weight: demandWeight(demanded) }))
    .sort((a, b) => b.weight - a.weight || (a.demanded.skill < b.demanded.skill ? -1 : 1))
    .slice(0, MOST_SKILLS);

function packTerms({ terms, job }: Vacancy): string {
  const telling = [...terms].sort((a, b) => b[1] - a[1]).slice(0, MOST_TERMS);
  const weights = new Map<number, number>();
  for (const word of plainTerms(`${job.title} ${job.company}`).slice(0, 24)) weights.set(wordKey(word), 0);
  for (const [word, weight] of telling) weights.set(wordKey(word), Math.min(15, Math.round(weight * 3)));
  return [...weights].map(([word, weight]) => pack(word * 16 + weight, 4)).join('');
}

const MOST_EMBEDDED = 6000;

/** What of a posting is worth a vector: its title, what it asks and what is to be done; of a text without headings, all. */
export function textOfVacancy({ title, description }: Pick<MatchJob, 'title' | 'description'>): string {
  const told = sections(description)
    .filter(({ kind }) => kind === 'required' || kind === 'duties')
    .map(({ start, end }) => description.slice(start, end))
    .join('\n');
  return `${title}\n${told.length > 300 ? told : description}`.slice(0, MOST_EMBEDDED);
}

/** What the score needs of a posting; the same posting always gives the same features. */
export function featuresOf(vacancy: Vacancy): VacancyFeatures {
  const { job, demands, occupations, level, countries, places, remote, language, domains } = vacancy;
  const skills = skillsByWeight(vacancy);
  const pay = job.salary && yearlyUsd(job.salary);
  const posted = job.postedAt === undefined ? Number.NaN : Date.parse(job.postedAt);
  return {
    v: FEATURES_VERSION,
    skills: skills
      .map(({ demanded, weight }) => pack(nameKey(demanded.skill), 5) + pack(Math.min(MOST_PER_CHARACTER, weight), 1))
      .join(''),
    hard: skills.filter(({ demanded }) => !isSoft(demanded.skill)).length,
    occupations: [...occupations].map(([id, share]) => [id, Math.round(share * 100)]),
    ...(level !== undefined && { level }),
    ...(demands.years && { years: demands.years.value }),
    ...(demands.degree && { degree: { value: demands.degree.value, required: demands.degree.required } }),
    where: {
      countries: countries.slice(0, 40),
      places: places.slice(0, 12),
      remote,
      ...(demands.authorization && { authorization: demands.authorization.countries }),
    },
    demands: {
      licences: demands.licences.map(({ licence, region }) => ({ licence, ...(region && { region }) })),
      languages: demands.languages.map(({ language }) => language),
      written: language,
    },
    terms: packTerms(vacancy),
    domains: packDomains(domains),
    ...(pay !== undefined && { pay: Math.min(MOST_PAY, Math.round(pay)) }),
    ...(posted >= 0 && { posted: Math.floor(posted / 86_400_000) }),
    company: companyKey(job.company),
    ...(job.employmentType === 'internship' && { internship: true as const }),
    ...(demands.unpaid && { unpaid: true as const }),
    ...(job.description.length < THIN && { thin: true as const }),
  };
}
