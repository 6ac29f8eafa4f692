/**
 * The fit of one person and one posting, in points and reasons. Constraints (country, licence, language, level) decide
 * apart from points: they hold the score under a ceiling and say so. Same input, same number; nothing is learnt here.
 * Parts a posting says nothing about are left out, not awarded. Long because every part explains itself beside its rule.
 */

import { domainLikeness } from '#shared/job/domain.rules.ts';
import { companyKey } from '#shared/job/normalise.rules.ts';
import { freeToWork } from '#shared/job/place.rules.ts';
import { yearlyUsd } from '#shared/job/salary.rules.ts';
import {
  describeVacancy,
  isSoft,
  LANGUAGE_NAMES,
  type MatchJob,
  skillsByWeight,
  type Vacancy,
} from '#shared/job/vacancy.rules.ts';
import { fold } from '#shared/kernel/text.ts';
import { occupationFit } from '#shared/skill/occupation.rules.ts';
import { type Candidate, describeCandidate, type MatchProfile } from './candidate.rules.ts';
import { quoteAround, quotesAt } from './quote.rules.ts';

/** Raise when any rule here or in what it uses changes what a score comes out as; stored matches are then made anew. */
export const SCORER_VERSION = 2;

export type Breakdown = {
  skills: number;
  experience: number;
  education: number;
  location: number;
  preferences: number;
  semantic: number;
  recency: number;
};
export type Gate = {
  code:
    | 'country'
    | 'authorization'
    | 'region'
    | 'licence'
    | 'language'
    | 'level'
    | 'occupation'
    | 'excluded'
    | 'unpaid';
  text: string;
};
/** `stance` says whether it speaks for the posting; `unknown` where one side says nothing. Evidence: two pieces at most. */
export type Reason = { text: string; evidence: string[]; stance: 'for' | 'against' | 'unknown' };
export type Match = {
  /** 0–100. */
  score: number;
  gate?: Gate;
  /** Each part 0–100; 50 where the posting states nothing to go by. */
  breakdown: Breakdown;
  reasons: Reason[];
  matchedSkills: string[];
  missingSkills: string[];
  /** The posting's text is too thin to trust the number. */
  provisional: boolean;
};

type Part = { points: number | undefined; reasons: Reason[] };
const clamp = (x: number): number => Math.max(0, Math.min(1, x));
const list = (items: readonly string[], most: number): string =>
  items.length <= most ? items.join(', ') : `${items.slice(0, most).join(', ')} and ${items.length - most} more`;

function scoreSkills(me: Candidate, vacancy: Vacancy): Part & { matched: string[]; missing: string[] } {
  const { job } = vacancy;
  const asked = skillsByWeight(vacancy).map(({ demanded, weight }) => ({ ...demanded, weight }));
  const hard = asked.filter((s) => !isSoft(s.skill));
  const has = (skill: string) => me.skills.get(skill) ?? 0;
  const matched = hard.filter((s) => has(s.skill) >= 0.6);
  const missing = hard.filter((s) => has(s.skill) < 0.6);
  const total = asked.reduce((sum, s) => sum + s.weight, 0);
  const got = asked.reduce((sum, s) => sum + s.weight * has(s.skill), 0);
  const reasons: Reason[] = [];
  if (matched.length > 0)
    reasons.push({
      text: `${matched.length} of ${hard.length} skills asked for: ${list(
        matched.map((s) => s.skill),
        6,
      )}`,
      evidence: [
        ...quotesAt(job.description, { spans: matched.map((s) => s.span), most: 1 }),
        ...matched.flatMap((s) => me.evidence.get(s.skill) ?? []).slice(0, 1),
      ],
      stance: 'for',
    });
  const mustMissing = missing.filter((s) => s.required);
  if (mustMissing.length > 0)
    reasons.push({
      text: `Not shown in your profile: ${list(
        mustMissing.map((s) => s.skill),
        5,
      )}`,
      evidence: quotesAt(job.description, { spans: mustMissing.map((s) => s.span), most: 2 }),
      stance: 'against',
    });
  // Adverts name far more than anyone has: having the weightier half is a strong showing.
  return {
    points: hard.length < 2 ? undefined : clamp((got / total) * 1.6),
    reasons,
    matched: matched.map((s) => s.skill),
    missing: missing.map((s) => s.skill),
  };
}

/** Nearness of occupation and field (0–1) and distance in levels, as far as known. */
type Standing = { fit: number | undefined; gap: number | undefined; likeness: number | undefined };

const LEVEL_NAMES = [
  'an internship',
  'an entry-level role',
  'a mid-level role',
  'a senior role',
  'a lead or manager role',
  'a director role',
] as const;

function scoreExperience(me: Candidate, { occupations, level, demands, job, domains }: Vacancy): Part & Standing {
  const fit = occupationFit(me.occupations, occupations);
  const likeness = domainLikeness(me.domains, domains);
  const gap = level === undefined || me.level === undefined ? undefined : level - me.level;
  const levelPoints =
    gap === undefined ? undefined : gap === 0 ? 1 : gap === 1 ? 0.6 : gap === -1 ? 0.8 : gap <= -2 ? 0.35 : 0.15;
  const asked = demands.years?.value;
  const yearPoints = asked === undefined || me.years === undefined ? undefined : clamp((me.years + 0.5) / asked);
  const reasons: Reason[] = [];
  if (fit !== undefined)
    reasons.push({
      text:
        fit >= 0.8
          ? `Your line of work: ${job.title}`
          : fit >= 0.4
            ? `Near your line of work: ${job.title}`
            : `Another line of work than yours: ${job.title}`,
      evidence: [job.title, me.occupationPath ?? ''].filter(Boolean),
      stance: fit >= 0.4 ? 'for' : 'against',
    });
  if (asked !== undefined && demands.years)
    reasons.push({
      text:
        me.years === undefined
          ? `Asks for ${asked} years; your profile gives no dates`
          : `Asks for ${asked} years; you have ${Math.floor(me.years)}`,
      evidence: [quoteAround(job.description, demands.years.span)],
      stance: me.years === undefined ? 'unknown' : Math.floor(me.years) >= asked ? 'for' : 'against',
    });
  if (gap !== undefined && level !== undefined && gap !== 0)
    reasons.push({
      text: `${LEVEL_NAMES[level].replace(/^./, (c) => c.toUpperCase())}, ${Math.abs(gap)} level${Math.abs(gap) > 1 ? 's' : ''} ${gap > 0 ? 'above' : 'below'} yours`,
      evidence: [job.title],
      stance: 'against',
    });
  const points = average([
    [fit, 20],
    [levelPoints, 11],
    [yearPoints, 4],
    [likeness, 4],
  ]);
  return { points, reasons, fit, gap, likeness };
}

/** Weighted mean of what is known; `undefined` where nothing is. */
function average(parts: readonly (readonly [number | undefined, number])[]): number | undefined {
  let sum = 0;
  let weight = 0;
  for (const [value, w] of parts)
    if (value !== undefined) {
      sum += value * w;
      weight += w;
    }
  return weight === 0 ? undefined : sum / weight;
}

const DEGREE_NAMES = [
  '',
  'a school diploma',
  'a vocational degree',
  'a bachelor’s degree',
  'a master’s degree',
  'a doctorate',
] as const;

function scoreEducation(me: Candidate, { demands, job }: Vacancy): Part {
  const asked = demands.degree;
  if (!asked) return { points: undefined, reasons: [] };
  const met = me.degree >= asked.value;
  const points = met ? 1 : asked.required ? (me.degree + 1 === asked.value ? 0.4 : 0.1) : 0.6;
  return {
    points,
    reasons: [
      {
        text: `${met ? 'You have' : me.degree === 0 ? 'Your profile shows no degree; asked for is' : 'Asked for is'} ${DEGREE_NAMES[asked.value]}${met ? ' or more, as asked' : ''}`,
        evidence: [quoteAround(job.description, asked.span), ...(met && me.degreePath ? [me.degreePath] : [])],
        stance: met ? 'for' : 'against',
      },
    ],
  };
}

type Ceiling = { at: number; gate: Gate };

function scoreLocation(me: Candidate, vacancy: Vacancy): Part & { ceilings: Ceiling[] } {
  const { job, places, remote, demands } = vacancy;
  const ceilings: Ceiling[] = [];
  const home = me.home.country;
  const demanded = demands.authorization?.countries;
  const countries = vacancy.countries.length > 0 ? vacancy.countries : (demanded ?? []);
  const where = job.location.text || 'not stated';
  const wanted = me.preferences.remote;
  const kindFits =
    wanted === 'any' || remote === null
      ? undefined
      : wanted === remote
        ? 1
        : wanted === 'hybrid' || remote === 'hybrid'
          ? 0.6
          : 0.25;
  if (!home || countries.length === 0) {
    const points = remote === 'remote' ? 0.75 : undefined;
    return {
      points: average([
        [points, 2],
        [kindFits, 1],
      ]),
      reasons: [
        {
          text: countries.length === 0 ? 'The posting names no country' : 'Your profile names no country',
          evidence: [],
          stance: 'unknown',
        },
      ],
      ceilings,
    };
  }
  const allowed = countries.includes(home);
  const free = allowed || countries.some((c) => freeToWork(home, c));
  const reasons: Reason[] = [];
  let points: number;
  if (allowed && remote === 'remote') points = 1;
  else if (allowed) {
    const here = places.filter((p) => p.country === home);
    const sameCity = here.some((p) => p.city !== undefined && p.city === me.home.city);
    const sameRegion = here.some((p) => p.region !== undefined && p.region === me.home.region);
    const vague = here.every((p) => !p.city && !p.region) || (!me.home.city && !me.home.region);
    points = sameCity ? 1 : sameRegion ? 0.9 : vague ? 0.8 : 0.45;
    if (points === 0.45 && remote !== 'remote')
      ceilings.push({
        at: 76,
        gate: { code: 'region', text: `On site in ${where}, not near ${me.home.city ?? me.home.region}` },
      });
  } else if (free) {
    points = remote === 'remote' ? 0.55 : 0.35;
    ceilings.push({
      at: remote === 'remote' ? 76 : 66,
      gate: { code: 'region', text: `The work is tied to ${where}; you live elsewhere in the EU` },
    });
  } else {
    points = 0;
    ceilings.push({
      at: 45,
      gate: {
        code: 'country',
        text: `${remote === 'remote' ? 'Remote, but only from' : 'On site in'} ${where}; you are in ${home}`,
      },
    });
  }
  if (
    allowed &&
    demanded &&
    !demanded.includes(home) &&
    !demanded.some((c) => freeToWork(home, c)) &&
    vacancy.countries.length === 0
  )
    ceilings.push({
      at: 45,
      gate: { code: 'authorization', text: `Asks for the right to work in ${demanded.join(', ')}` },
    });
  reasons.push({
    text: points >= 0.75 ? `Place fits: ${where}` : `Place: ${where}`,
    evidence: [job.location.text].filter(Boolean),
    stance: points >= 0.75 ? 'for' : 'against',
  });
  return {
    points: average([
      [points, 3],
      [kindFits, 1],
    ]),
    reasons,
    ceilings,
  };
}

function scorePreferences(me: Candidate, { job }: Vacancy): Part & { ceilings: Ceiling[] } {
  const { preferences } = me;
  const text = fold(`${job.title}\n${job.description}`);
  const ceilings: Ceiling[] = [];
  if (preferences.ignoredCompanies.some((name) => companyKey(name) === companyKey(job.company)))
    ceilings.push({ at: 0, gate: { code: 'excluded', text: `You hid ${job.company}` } });
  const industry = preferences.ignoredIndustries.find((name) => name.length > 2 && text.includes(fold(name)));
  if (industry) ceilings.push({ at: 30, gate: { code: 'excluded', text: `You hid the field ${industry}` } });
  const reasons: Reason[] = [];
  const keywords = preferences.keywords.filter((k) => k.length > 1);
  const named = keywords.filter((k) => text.includes(fold(k)));
  if (named.length > 0)
    reasons.push({ text: `Names what you look for: ${list(named, 4)}`, evidence: named.slice(0, 2), stance: 'for' });
  const wish =
    preferences.salaryMin &&
    yearlyUsd({
      min: preferences.salaryMin.amount,
      currency: preferences.salaryMin.currency,
      period: preferences.salaryMin.period,
    });
  const pay = job.salary && yearlyUsd(job.salary);
  const payPoints =
    wish === undefined || pay === undefined || wish === 0
      ? undefined
      : pay >= wish
        ? 1
        : clamp(1 - (2.5 * (wish - pay)) / wish);
  if (payPoints !== undefined)
    reasons.push({
      text: payPoints === 1 ? 'Pays what you ask for' : 'Pays less than you ask for',
      evidence: [`${job.salary?.min ?? ''}–${job.salary?.max ?? ''} ${job.salary?.currency ?? ''}`],
      stance: payPoints === 1 ? 'for' : 'against',
    });
  const wantsInternship = preferences.seniority === 'intern';
  const typePoints = job.employmentType === 'internship' ? (wantsInternship ? 1 : 0.3) : undefined;
  return {
    points: average([
      [keywords.length ? named.length / keywords.length : undefined, 2],
      [payPoints, 2],
      [typePoints, 1],
    ]),
    reasons,
    ceilings,
  };
}

/** Share of the posting's telling words, by weight, that the person uses too: grows with what they write, never shrinks. */
function scoreSemantic(me: Candidate, { terms, language }: Vacancy): number | undefined {
  // Words of two languages seldom meet; that says nothing about the person.
  if (language !== me.writtenIn && language !== 'und' && me.writtenIn !== 'und') return undefined;
  let total = 0;
  let shared = 0;
  for (const [term, weight] of terms) {
    total += weight;
    if (me.terms.has(term)) shared += weight;
  }
  return total < 8 ? undefined : clamp((shared / total) * 2.2);
}

function scoreRecency(me: Candidate, { job }: Vacancy): number | undefined {
  if (!job.postedAt) return undefined;
  const days = (Date.parse(me.asOf) - Date.parse(job.postedAt)) / 86_400_000;
  return Number.isFinite(days) ? clamp(0.5 ** (Math.max(0, days) / 30)) : undefined;
}

function constraints(me: Candidate, vacancy: Vacancy, { fit, gap, likeness }: Standing): Ceiling[] {
  const { demands, job, level } = vacancy;
  const out: Ceiling[] = [];
  for (const { licence, region } of demands.licences) {
    const near = licence === 'Licensed Practical Nurse' && me.licences.has('Registered Nurse');
    const either = demands.licences.some((l) => me.licences.has(l.licence));
    if (!me.licences.has(licence) && !near && !either)
      out.push({ at: 24, gate: { code: 'licence', text: `Needs ${licence}; your profile does not show it` } });
    else if (region && me.regions.size > 0 && !me.regions.has(region))
      out.push({ at: 45, gate: { code: 'licence', text: `Needs ${licence} of ${region}` } });
  }
  const there = new Set(vacancy.places.map((p) => p.region).filter((r) => r !== undefined));
  if (
    demands.licences.length > 0 &&
    vacancy.remote !== 'remote' &&
    there.size > 0 &&
    me.regions.size > 0 &&
    ![...there].some((r) => me.regions.has(r))
  )
    out.push({ at: 55, gate: { code: 'licence', text: `Needs a licence for ${[...there].join(', ')}` } });
  const spoken = demands.languages.filter(({ language }) => !me.languages.has(language));
  const textLanguage = LANGUAGE_NAMES[vacancy.language];
  const lacking =
    spoken.find(({ language }) => language !== 'English')?.language ??
    (textLanguage && textLanguage !== 'English' && !me.languages.has(textLanguage) ? textLanguage : undefined);
  if (lacking)
    out.push({ at: 49, gate: { code: 'language', text: `Asks for ${lacking}; your profile does not show it` } });
  if (gap !== undefined && level !== undefined) {
    if (gap >= 3) out.push({ at: 30, gate: { code: 'level', text: `${job.title} is far above your level` } });
    else if (gap === 2) out.push({ at: 40, gate: { code: 'level', text: `${job.title} is two levels above yours` } });
    else if (gap <= -2)
      out.push({ at: 55, gate: { code: 'level', text: `${job.title} is ${-gap} levels below yours` } });
  }
  // Another occupation in one's own field is a stretch; in another field it is no match.
  const own = likeness !== undefined && likeness >= 0.7;
  if (fit !== undefined && fit < 0.3)
    out.push({
      at: own ? 52 : fit < 0.15 ? 25 : 36,
      gate: { code: 'occupation', text: `${job.title} is another occupation than yours` },
    });
  if (demands.unpaid) out.push({ at: 50, gate: { code: 'unpaid', text: 'The posting says it is unpaid' } });
  return out;
}

/** Weight of each part; experience is occupation, level and years together. */
const WEIGHTS = {
  skills: 30,
  experience: 35,
  education: 4,
  location: 14,
  preferences: 5,
  semantic: 11,
  recency: 1,
} as const;

/** What an unstated part counts as, and how much: a posting that says little must not score high on that little. */
const UNSTATED = { points: 0.45, share: 0.5 } as const;

/** Raw weighted means crowd the middle; knots (raw → shown) spread them so that 40, 60 and 80 mean stretch, plausible, fitting. */
const KNOTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.3, 20],
  [0.5, 42],
  [0.65, 62],
  [0.8, 82],
  [0.92, 94],
  [1, 100],
];

function calibrate(raw: number): number {
  for (let i = 1; i < KNOTS.length; i++) {
    const [x0, y0] = KNOTS[i - 1] ?? [0, 0];
    const [x1, y1] = KNOTS[i] ?? [1, 100];
    if (raw <= x1) return y0 + ((raw - x0) / (x1 - x0)) * (y1 - y0);
  }
  return 100;
}

const percent = (part: number | undefined): number => (part === undefined ? 50 : Math.round(clamp(part) * 100));

/** Scores a person already read against a posting already read; see {@link scoreMatch}. */
export function scoreCandidate(me: Candidate, vacancy: Vacancy): Match {
  const skills = scoreSkills(me, vacancy);
  const experience = scoreExperience(me, vacancy);
  const education = scoreEducation(me, vacancy);
  const location = scoreLocation(me, vacancy);
  const preferences = scorePreferences(me, vacancy);
  const semantic = scoreSemantic(me, vacancy);
  const recency = scoreRecency(me, vacancy);
  const or = (points: number | undefined, weight: number): [number, number] =>
    points === undefined ? [UNSTATED.points, weight * UNSTATED.share] : [points, weight];
  const raw =
    average([
      or(skills.points, WEIGHTS.skills),
      or(experience.points, WEIGHTS.experience),
      or(location.points, WEIGHTS.location),
      or(semantic, WEIGHTS.semantic),
      [education.points, WEIGHTS.education],
      [preferences.points, WEIGHTS.preferences],
      [recency, WEIGHTS.recency],
    ]) ?? 0;
  const ceilings = [...location.ceilings, ...preferences.ceilings, ...constraints(me, vacancy, experience)].sort(
    (a, b) => a.at - b.at,
  );
  const lowest = ceilings[0];
  const open = calibrate(raw);
  // Under a ceiling the order of the rest still shows: the last tenth below it is shared out by the free score.
  const held =
    lowest === undefined
      ? open
      : Math.min(open, lowest.at * (0.85 + 0.15 * (open / 100)) * 0.94 ** (ceilings.length - 1));
  return {
    score: Math.round(clamp(held / 100) * 100),
    ...(lowest !== undefined && { gate: lowest.gate }),
    breakdown: {
      skills: percent(skills.points),
      experience: percent(experience.points),
      education: percent(education.points),
      location: percent(location.points),
      preferences: percent(preferences.points),
      semantic: percent(semantic),
      recency: percent(recency),
    },
    reasons: [
      ...experience.reasons,
      ...skills.reasons,
      ...location.reasons,
      ...education.reasons,
      ...preferences.reasons,
    ],
    matchedSkills: skills.matched.slice(0, 30),
    missingSkills: skills.missing.slice(0, 30),
    provisional: vacancy.job.description.length < 900 || skills.points === undefined,
  };
}

/**
 * Scores one posting for one person. Deterministic: the same profile, `asOf` and posting give the same integers.
 * Evidence of a reason is a quotation from the posting or a field path of the resume.
 */
export const scoreMatch = ({ profile, job }: { profile: MatchProfile; job: MatchJob }): Match =>
  scoreCandidate(describeCandidate(profile), describeVacancy(job));
