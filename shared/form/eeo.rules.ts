/** Equal-opportunity answers: only when the person opted in and said so; matched to the form's wording by meaning. */
import type { Answers } from '#shared/profile/profile.schema.ts';
import { isDecline, matchOption, type Offered } from './options.rules.ts';
import { plain, yesNo } from './spelling.rules.ts';

export type EeoKey = 'gender' | 'pronouns' | 'race' | 'ethnicity' | 'veteran' | 'disability';

export const isEeo = (key: string): key is EeoKey =>
  ['gender', 'pronouns', 'race', 'ethnicity', 'veteran', 'disability'].includes(key);

/** Wordings of one answer; the first group that holds the person's words speaks for them. */
const SAME: Readonly<Record<EeoKey, readonly (readonly string[])[]>> = {
  gender: [
    [
      'Male',
      'Man',
      'Männlich',
      'Homme',
      'Masculin',
      'Hombre',
      'Masculino',
      'Uomo',
      'Maschio',
      'Homem',
      'Mężczyzna',
      'Kille',
      'Erkek',
      'M',
    ],
    [
      'Female',
      'Woman',
      'Weiblich',
      'Femme',
      'Féminin',
      'Mujer',
      'Femenino',
      'Donna',
      'Femmina',
      'Mulher',
      'Feminino',
      'Kobieta',
      'Kvinna',
      'Kadın',
      'F',
    ],
    ['Non-binary', 'Nonbinary', 'Non binary', 'Non-binary / third gender', 'Divers', 'Genderqueer / non-binary', 'X'],
  ],
  pronouns: [
    ['He/him', 'He/him/his', 'he him his', 'He / Him / His'],
    ['She/her', 'She/her/hers', 'she her hers', 'She / Her / Hers'],
    ['They/them', 'They/them/theirs', 'they them theirs', 'They / Them / Theirs'],
  ],
  race: [
    [
      'White',
      'White (Not Hispanic or Latino)',
      'Caucasian',
      'White or Caucasian',
      'White or European',
      'White (United States of America)',
    ],
    [
      'Black or African American',
      'Black',
      'African American',
      'Black or African American (Not Hispanic or Latino)',
      'Black or of African descent',
      'Black/African American',
    ],
    ['Asian', 'Asian (Not Hispanic or Latino)', 'Asian or Asian American', 'Asian American'],
    [
      'Hispanic or Latino',
      'Hispanic',
      'Latino',
      'Hispanic/Latino',
      'Hispanic or Latine',
      'Hispanic or Latinx',
      'Hispanic, Latinx or of Spanish Origin',
      'Hispanic or Latino of any race',
    ],
    [
      'American Indian or Alaska Native',
      'Native American',
      'Indigenous or Native American',
      'Native American or Alaskan Native',
      'American Indian or Alaskan Native',
      'American Indian or Alaska Native (Not Hispanic or Latino)',
      'Indigenous, American Indian or Alaska Native',
    ],
    [
      'Native Hawaiian or Other Pacific Islander',
      'Pacific Islander',
      'Native Hawaiian or Pacific Islander',
      'Native Hawaiian or Other Pacific Islander (Not Hispanic or Latino)',
    ],
    ['Two or More Races', 'Two or more races (Not Hispanic or Latino)', 'Multiracial', 'Mixed', 'Multiple races'],
    ['Middle Eastern or North African', 'Middle Eastern', 'North African', 'MENA'],
  ],
  ethnicity: [
    [
      'Hispanic or Latino',
      'Hispanic',
      'Latino',
      'Latina',
      'Hispanic/Latino',
      'Hispanic or Latinx',
      'Hispanic or Latina/o',
    ],
    [
      'Not Hispanic or Latino',
      'Not Hispanic',
      'Non-Hispanic',
      'Not Hispanic/Latino',
      'Non-Hispanic/Latino',
      'Not Hispanic or Latinx',
    ],
  ],
  veteran: [],
  disability: [],
};

/** Statements that mean no or yes although they begin otherwise. */
const NEGATED = /\b(?:i am not|im not|not a|do not have|dont have|no i|not identify|none|have not|never)\b/;
const AFFIRMED = /\b(?:i am a|i identify as|i have a|i do have|identify as one|yes i|person with)\b/;

const stanceOf = (text: string): Stance | undefined => {
  if (isDecline(text)) return 'decline';
  const words = plain(text);
  if (NEGATED.test(words)) return 'no';
  return yesNo(text) ?? (AFFIRMED.test(words) ? 'yes' : undefined);
};

/** What the person stored for `key`, or why nothing may be written. */
export function eeoAnswer(key: EeoKey, answers: Answers): { value: string } | { missing: string } {
  if (!answers.eeo?.fill) return { missing: 'You chose to answer these yourself' };
  const value = answers.eeo[key];
  return value ? { value } : { missing: 'Your answers say nothing about this' };
}

/** Wordings of a stored answer to type or search for. */
export const eeoWordings = (key: EeoKey, value: string): readonly string[] => {
  const group = SAME[key].find((wordings) => wordings.some((wording) => plain(wording) === plain(value)));
  return [value, ...(group ?? [])];
};

/**
 * Index of the option that says the same, or undefined when none or several might. `question` is what stands above the
 * options: a bare yes or no means nothing without it.
 */
export function matchEeo(asked: {
  readonly key: EeoKey;
  readonly value: string;
  readonly options: readonly Offered[];
  readonly question: string;
}): number | undefined {
  const { key, value, options } = asked;
  const whole = matchOption(options, eeoWordings(key, value));
  if (whole !== undefined) return whole;
  const stance = stanceFor(asked);
  if (!stance) return undefined;
  const hits = options.flatMap((option, index) => (stanceOf(option.text) === stance ? [index] : []));
  return hits.length === 1 ? hits[0] : undefined;
}

type Stance = 'yes' | 'no' | 'decline';

/** What the stored words say to just this question. */
function stanceFor({ key, value, options, question }: Parameters<typeof matchEeo>[0]): Stance | undefined {
  if (isDecline(value)) return 'decline';
  const asks = plain(`${question} ${options.map(({ text }) => text).join(' ')}`);
  if (key === 'disability') return stanceOf(value);
  // Who is no protected veteran may be a veteran.
  if (key === 'veteran')
    return /\bprotected\b/.test(plain(value)) && !/\bprotected\b/.test(asks) ? undefined : stanceOf(value);
  // “Are you Hispanic or Latino?” is answered by words that say just that, in either box.
  if ((key === 'ethnicity' || key === 'race') && /\b(?:hispanic|latin[oax]?e?)\b/.test(plain(question))) {
    const [hispanic = [], others = []] = SAME.ethnicity;
    const says = (wordings: readonly string[]) => wordings.some((wording) => plain(wording) === plain(value));
    return says(hispanic) ? 'yes' : says(others) ? 'no' : undefined;
  }
  return undefined;
}

/** Indexes of the options for an answer that names several (“Asian, White”), when each part has exactly one. */
export function matchEachEeo({
  key,
  value,
  options,
}: {
  readonly key: EeoKey;
  readonly value: string;
  readonly options: readonly Offered[];
}): number[] | undefined {
  const parts = value.split(/[,;]|\band\b|&/).map((part) => part.trim());
  if (parts.length < 2) return undefined;
  const hits = parts.map((part) => matchOption(options, eeoWordings(key, part)));
  const known = hits.filter((hit) => hit !== undefined);
  return known.length === parts.length ? [...new Set(known)] : undefined;
}
