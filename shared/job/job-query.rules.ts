/** What a person typed into search and filters, read once for the whole index. */
import { stripInvisible } from '#shared/kernel/text.ts';
import { canonicalSkill, findSkills } from '#shared/skill/skill.rules.ts';
import type { Job } from './job.schema.ts';
import { companyKey } from './normalise.rules.ts';
import { findPlaces, type Place } from './place.rules.ts';
import { folded, isCommonWord, tokens } from './text.rules.ts';

export type JobFilter = {
  q?: string | undefined;
  location?: string | undefined;
  company?: string | undefined;
  source?: string | undefined;
  remote?: Job['location']['remote'] | undefined;
  employmentType?: Job['employmentType'] | undefined;
  /** Milliseconds since 1970. */
  postedSince?: number | undefined;
  /** Upper end of a year's pay, in the posting's own currency. */
  salaryMin?: number | undefined;
  sort?: 'relevance' | 'date' | 'salary' | undefined;
  /** One row a group of variants. */
  grouped?: boolean | undefined;
};

/** A word of a query: a posting fits that has any of its terms. */
export type QueryWord = {
  /** The word and its other number (`engineer`, `engineers`). */
  exact: readonly string[];
  /** Other names of the skill it belongs to. */
  skill?: string;
  /** The last word may still be being typed. */
  open: boolean;
};

const MOST_QUERY_WORDS = 12;

const otherNumber = (word: string): string[] => {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return [];
  if (!word.endsWith('s')) return [`${word}s`];
  return word.endsWith('ss') ? [] : [word.slice(0, -1)];
};

/** The words of a query, all of which a posting must have; the commonest words count only where there are no others. */
export function queryWords(q: string): QueryWord[] {
  const text = stripInvisible(q);
  const typed = tokens(text);
  const telling = typed.filter((word) => !isCommonWord(word));
  const chosen = [...new Set(telling.length > 0 ? telling : typed)].slice(0, MOST_QUERY_WORDS);
  const skills = new Map<string, string>();
  const whole = canonicalSkill(text);
  if (whole !== undefined) for (const word of typed) skills.set(word, whole);
  for (const { skill, alias } of findSkills(text)) for (const word of tokens(alias)) skills.set(word, skill);
  const last = typed.at(-1);
  return chosen.map((word): QueryWord => {
    const skill = skills.get(word);
    return { exact: [word, ...otherNumber(word)], open: word === last, ...(skill !== undefined && { skill }) };
  });
}

type Located = { text: string; countries: readonly string[]; places: readonly Place[] };

/** A test for places: the words as they stand, or a place the taxonomy knows by that name. */
export function placeTest(location: string): (place: Located) => boolean {
  const typed = folded(location).trim();
  const wanted = findPlaces(location).places;
  const inside = (want: Place, has: Place): boolean => {
    if (has.country !== want.country) return false;
    if (want.city !== undefined)
      return has.city === want.city && (!want.region || !has.region || has.region === want.region);
    return want.region === undefined || has.region === want.region;
  };
  return ({ text, countries, places }) =>
    text.includes(typed) ||
    wanted.some(
      (want) =>
        (want.city === undefined && want.region === undefined && countries.includes(want.country)) ||
        (countries.includes(want.country) && places.some((has) => inside(want, has))),
    );
}

/** A test for employers: words of the name in a row, the last one begun, or another spelling of it. */
export function companyTest(company: string): (employer: { key: string; words: string }) => boolean {
  const typed = tokens(company).join(' ');
  const key = companyKey(company);
  return ({ words, key: own }) => (typed !== '' && words.includes(` ${typed}`)) || (key !== '' && own === key);
}
