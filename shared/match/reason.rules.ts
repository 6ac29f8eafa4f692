/**
 * Why a posting fits or does not, in sentences with evidence from both sides: a quotation from the posting, a field path
 * of the profile. What one side does not state is said to be unknown, never held against anyone. Long because
 * every part of a score has its sentences here.
 */

import { domainLikeness } from '#shared/job/domain.rules.ts';
import type { Degree } from '#shared/job/requirements.rules.ts';
import { yearlyUsd } from '#shared/job/salary.rules.ts';
import { plainTerms } from '#shared/job/terms.rules.ts';
import { isSoft, skillsByWeight, type Vacancy } from '#shared/job/vacancy.rules.ts';
import { fold } from '#shared/kernel/text.ts';
import { occupationFit } from '#shared/skill/occupation.rules.ts';
import { findSkills } from '#shared/skill/skill.rules.ts';
import type { Candidate } from './candidate.rules.ts';
import { countryName, placeName, placePart } from './parts.rules.ts';
import { quoteAround, quotesAt } from './quote.rules.ts';

/** `stance` says whether it speaks for the posting; `unknown` where one side says nothing. Evidence: two pieces at most. */
export type Reason = { text: string; evidence: string[]; stance: 'for' | 'against' | 'unknown' };
type Stance = Reason['stance'];

/** Credit from which a skill counts as had: named, or shown by one that includes it. */
const HAD = 0.6;
const MOST_NAMED = 30;

const list = (items: readonly string[], most: number): string =>
  items.length <= most ? items.join(', ') : `${items.slice(0, most).join(', ')} and ${items.length - most} more`;
const known = (pieces: readonly (string | undefined)[]): string[] =>
  [...new Set(pieces.filter((piece) => piece !== undefined && piece !== ''))] as string[];

/** Skills asked for, the weightiest first, had and lacking; soft ones are left out. */
export function skillsAgainst(me: Candidate, vacancy: Vacancy) {
  const hard = skillsByWeight(vacancy)
    .map(({ demanded }) => demanded)
    .filter(({ skill }) => !isSoft(skill));
  const has = ({ skill }: { skill: string }) => (me.skills.get(skill) ?? 0) >= HAD;
  return { hard, matched: hard.filter(has), missing: hard.filter((asked) => !has(asked)) };
}

function skillReasons(me: Candidate, vacancy: Vacancy): Reason[] {
  const { job } = vacancy;
  const { hard, matched, missing } = skillsAgainst(me, vacancy);
  const reasons: Reason[] = [];
  const names = (skills: readonly { skill: string }[], most: number) =>
    list(
      skills.map(({ skill }) => skill),
      most,
    );
  const spans = (skills: readonly { span: readonly [number, number] }[]) =>
    skills.map(({ span }) => span).filter(([start, end]) => end > start);
  if (matched.length > 0)
    reasons.push({
      text: `${matched.length} of ${hard.length} skills asked for: ${names(matched, 6)}`,
      evidence: known([
        quotesAt(job.description, { spans: spans(matched), most: 1 })[0] ?? job.title,
        matched.map(({ skill }) => me.evidence.get(skill)).find((path) => path !== undefined),
      ]),
      stance: 'for',
    });
  const must = missing.filter(({ required }) => required);
  const quotes = quotesAt(job.description, { spans: spans(must), most: 2 });
  if (must.length > 0)
    reasons.push({
      text: `Not shown in your profile: ${names(must, 5)}`,
      evidence: quotes.length > 0 ? quotes : [job.title],
      stance: 'against',
    });
  return reasons;
}

const LEVEL_NAMES = [
  'an internship',
  'an entry-level role',
  'a mid-level role',
  'a senior role',
  'a lead or manager role',
  'a director role',
] as const;

const capital = (text: string): string => text.replace(/^./, (c) => c.toUpperCase());

function experienceReasons(me: Candidate, { occupations, level, levelFrom, demands, job, domains }: Vacancy): Reason[] {
  const reasons: Reason[] = [];
  const years = demands.years;
  const yearsQuote = years && quoteAround(job.description, years.span);
  const fit = me.occupationPath === undefined ? undefined : occupationFit(me.occupations, occupations);
  if (fit !== undefined) {
    const text =
      fit >= 0.8 ? 'Your line of work' : fit >= 0.4 ? 'Near your line of work' : 'Another line of work than yours';
    reasons.push({
      text: `${text}: ${job.title}`,
      evidence: known([job.title, me.occupationPath]),
      stance: fit >= 0.4 ? 'for' : 'against',
    });
    const likeness = domainLikeness(me.domains, domains);
    if (fit >= 0.4 && likeness !== undefined && likeness >= 0.8 && domains.size > 0) {
      const [field] = [...domains].sort((a, b) => b[1] - a[1]);
      if (field && (me.domains.get(field[0]) ?? 0) > 0.3)
        reasons.push({
          text: `Your field of business: ${field[0]}`,
          evidence: known([job.title, me.occupationPath]),
          stance: 'for',
        });
    }
  }
  if (years && yearsQuote !== undefined)
    reasons.push(
      me.years === undefined
        ? {
            text: `Asks for ${years.value} years; your profile gives no dates`,
            evidence: [yearsQuote],
            stance: 'unknown',
          }
        : {
            text: `Asks for ${years.value} years; you have ${Math.floor(me.years)}`,
            evidence: known([yearsQuote, me.paths.years]),
            stance: Math.floor(me.years) >= years.value ? 'for' : 'against',
          },
    );
  if (level !== undefined && me.level !== undefined && me.paths.level !== undefined) {
    const gap = level - me.level;
    const steps = Math.abs(gap);
    const where =
      gap === 0 ? 'as yours is' : `${steps} level${steps > 1 ? 's' : ''} ${gap > 0 ? 'above' : 'below'} yours`;
    reasons.push({
      text: `${capital(LEVEL_NAMES[level])}, ${where}`,
      evidence: known([levelFrom === 'title' ? job.title : yearsQuote, me.paths.level]),
      stance: gap === 0 ? 'for' : 'against',
    });
  }
  return reasons;
}

export const DEGREE_NAMES = [
  '',
  'a school diploma',
  'a vocational degree',
  'a bachelor’s degree',
  'a master’s degree',
  'a doctorate',
] as const;

function educationReasons(me: Candidate, { demands, job }: Vacancy): Reason[] {
  const asked = demands.degree;
  if (!asked) return [];
  const met = me.degree >= asked.value;
  const what = DEGREE_NAMES[asked.value as Degree];
  const quote = quoteAround(job.description, asked.span);
  if (met)
    return [{ text: `You have ${what} or more, as asked`, evidence: known([quote, me.degreePath]), stance: 'for' }];
  return me.degree === 0
    ? [
        {
          text: `Asks for ${what}; your profile names no degree`,
          evidence: [quote],
          stance: asked.required ? 'against' : 'unknown',
        },
      ]
    : [
        {
          text: `Asks for ${what}${asked.required ? '' : ' or as much experience'}; you have ${DEGREE_NAMES[me.degree]}`,
          evidence: known([quote, me.degreePath]),
          stance: asked.required ? 'against' : 'unknown',
        },
      ];
}

function placeReasons(me: Candidate, vacancy: Vacancy): Reason[] {
  const { job, countries, places, remote, demands } = vacancy;
  const authorization = demands.authorization;
  const where = {
    countries,
    places,
    remote,
    ...(authorization && { authorization: authorization.countries }),
  };
  if (countries.length === 0 && authorization === undefined)
    return [{ text: 'The posting names no country', evidence: known([job.location.text]), stance: 'unknown' }];
  if (me.home.country === undefined)
    return [{ text: 'Your profile names no country', evidence: known([job.location.text]), stance: 'unknown' }];
  const quote =
    countries.length > 0
      ? job.location.text || job.title
      : authorization && quoteAround(job.description, authorization.span);
  const home = {
    country: me.home.country,
    ...(me.home.region !== undefined && { region: me.home.region }),
    ...(me.home.city !== undefined && { city: me.home.city }),
  };
  const { points } = placePart({ home, wishes: { remote: 'any' } }, where);
  const text =
    countries.length > 0
      ? job.location.text || placeName(where)
      : (authorization?.countries ?? []).map(countryName).join(', ');
  const fits = points >= 0.75;
  return [
    {
      text: `${fits ? 'Place fits' : 'Place'}: ${text}`,
      evidence: known([quote, me.paths.home]),
      stance: fits ? 'for' : 'against',
    },
    ...kindReason(me, vacancy),
  ];
}

/** Only where the person wishes one way of working and the posting names one. */
function kindReason(me: Candidate, { remote, job }: Vacancy): Reason[] {
  const wanted = me.preferences.remote;
  if (wanted === 'any' || remote === null) return [];
  const named = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'On site' }[remote];
  const stance: Stance = wanted === remote ? 'for' : 'against';
  return [
    {
      text: `${named}, ${stance === 'for' ? 'as you wish' : `you wish ${wanted === 'onsite' ? 'on site' : wanted}`}`,
      evidence: known([job.location.text || job.title, 'preferences.remote']),
      stance,
    },
  ];
}

/** Licences and languages the work cannot do without. */
function demandReasons(me: Candidate, { demands, job }: Vacancy): Reason[] {
  const quote = (span: readonly [number, number]): string =>
    span[1] > span[0] ? quoteAround(job.description, span) : job.title;
  return [
    ...demands.licences.map(({ licence, span }): Reason => {
      const has = me.licences.has(licence);
      return {
        text: has ? `Asks for ${licence}, which you hold` : `Asks for ${licence}; your profile does not show it`,
        evidence: known([quote(span), me.evidence.get(licence)]),
        stance: has ? 'for' : 'against',
      };
    }),
    ...demands.languages
      .filter(({ language }) => language !== 'English')
      .map(({ language, span }): Reason => {
        const own = language.split(' / ').find((one) => me.languages.has(one));
        const has = own !== undefined;
        return {
          text: has
            ? `Asks for ${language}, ${own === language ? 'which' : `of which`} you speak${own === language ? '' : ` ${own}`}`
            : `Asks for ${language}; your profile does not show it`,
          evidence: known([quote(span), own && (me.paths.languages.get(own) ?? me.evidence.get(own))]),
          stance: has ? 'for' : 'against',
        };
      }),
  ].slice(0, 4);
}

function wishReasons(me: Candidate, { job }: Vacancy): Reason[] {
  const { preferences } = me;
  const reasons: Reason[] = [];
  const text = `${job.title}\n${job.company}\n${job.description}`;
  const at = new Map<string, string>();
  for (const keyword of preferences.keywords) {
    const quote = quoteOf(text, keyword);
    if (quote !== undefined) at.set(keyword, quote);
  }
  const [first] = at;
  if (first)
    reasons.push({
      text: `Names what you look for: ${list([...at.keys()], 4)}`,
      evidence: known([first[1], 'preferences.keywords']),
      stance: 'for',
    });
  const wish = preferences.salaryMin;
  const wished = wish && yearlyUsd({ min: wish.amount, currency: wish.currency, period: wish.period });
  const pay = job.salary && yearlyUsd(job.salary);
  if (wished && pay !== undefined)
    reasons.push({
      text: pay >= wished ? 'Pays what you ask for' : 'Pays less than you ask for',
      evidence: known([salaryText(job.salary), 'preferences.salaryMin']),
      stance: pay >= wished ? 'for' : 'against',
    });
  return reasons;
}

const salaryText = (salary: Vacancy['job']['salary']): string | undefined =>
  salary &&
  `${[salary.min, salary.max].filter((figure) => figure !== undefined).join('–')} ${salary.currency} a ${salary.period}`;

/** Where a text says a wished word: the word itself, else the skill it names. */
function quoteOf(text: string, keyword: string): string | undefined {
  const wished = fold(keyword);
  if (wished.length < 2 || plainTerms(keyword).length === 0) return undefined;
  const at = text.toLowerCase().indexOf(keyword.trim().toLowerCase());
  if (at >= 0) return quoteAround(text, [at, at + keyword.trim().length]);
  const skill = findSkills(keyword)[0]?.skill;
  const said = skill === undefined ? undefined : findSkills(text).find((mention) => mention.skill === skill);
  return said && quoteAround(text, said.span);
}

/** Everything there is to say about a pair, what decides most first. */
export function reasonsOf(
  me: Candidate,
  vacancy: Vacancy,
): { reasons: Reason[]; matchedSkills: string[]; missingSkills: string[] } {
  const { matched, missing } = skillsAgainst(me, vacancy);
  return {
    reasons: [
      ...experienceReasons(me, vacancy),
      ...skillReasons(me, vacancy),
      ...demandReasons(me, vacancy),
      ...placeReasons(me, vacancy),
      ...educationReasons(me, vacancy),
      ...wishReasons(me, vacancy),
    ],
    matchedSkills: matched.map(({ skill }) => skill).slice(0, MOST_NAMED),
    missingSkills: missing.map(({ skill }) => skill).slice(0, MOST_NAMED),
  };
}
