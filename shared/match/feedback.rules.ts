/**
 * What a person's thumbs say about how postings should be ranked for them: each part counts up to 30 % more or less, and
 * employers, occupations or fields they keep turning down lose points. Every change has its sentence; nothing hangs on
 * the order of events, and without events nothing is changed.
 */

import { domainNames, unpackDomains } from '#shared/job/domain.rules.ts';
import type { VacancyFeatures } from '#shared/job/vacancy.rules.ts';
import type { PartName, Parts } from './parts.rules.ts';
import { WEIGHTS } from './parts.rules.ts';

export type Verdict = 'liked' | 'applied' | 'disliked' | 'hidden';
/** One thing a person said to a posting. `parts` are the parts of its score for them, 0–100, 50 for unknown. */
export type FeedbackEvent = {
  verdict: Verdict;
  fit: Pick<VacancyFeatures, 'company' | 'occupations' | 'domains'>;
  /** The employer as people read it. */
  employer?: string | undefined;
  parts: Readonly<Record<PartName, number>>;
};

export type Fewer = { kind: 'employer' | 'occupation' | 'field'; key: string; points: number };
/** How one person's scores differ from everybody's. */
export type Taste = { weights: Parts; fewer: Fewer[]; reasons: string[] };

const PART_NAMES: readonly PartName[] = [
  'skills',
  'experience',
  'education',
  'location',
  'preferences',
  'semantic',
  'recency',
];
const PART_WORDS: Readonly<Record<PartName, string>> = {
  skills: 'skills',
  experience: 'line of work and level',
  education: 'education',
  location: 'place',
  preferences: 'your wishes',
  semantic: 'the words of the text',
  recency: 'freshness',
};

/** Most a part's weight moves. */
const MOST_CHANGE = 0.3;
/** Events after which half of that is reached. */
const HALF_AT = 4;
/** A change under this is not worth a sentence, nor made. */
const LEAST_CHANGE = 0.03;

const isGood = ({ verdict }: FeedbackEvent): boolean => verdict === 'liked' || verdict === 'applied';

/** Sums of whole numbers only, so that the order of events cannot show. */
function multipliers(events: readonly FeedbackEvent[]): Record<PartName, number> {
  const agreement = (part: PartName): number =>
    events.reduce((sum, event) => sum + (isGood(event) ? 1 : -1) * (event.parts[part] - 50), 0) / (50 * events.length);
  const each = PART_NAMES.map(agreement);
  // Liked postings are good in most parts: only what stands out from the rest says what matters to this person.
  const usual = each.reduce((sum, value) => sum + value, 0) / each.length;
  const trust = events.length / (events.length + HALF_AT);
  const change = (value: number): number => {
    const by = Math.max(-1, Math.min(1, value - usual)) * MOST_CHANGE * trust;
    return Math.abs(by) < LEAST_CHANGE ? 1 : Math.round((1 + by) * 100) / 100;
  };
  const out = {} as Record<PartName, number>;
  for (const [i, part] of PART_NAMES.entries()) out[part] = change(each[i] ?? 0);
  return out;
}

/** The occupation and the field of business a posting is first of all. */
export const mainOccupation = (fit: Pick<VacancyFeatures, 'occupations'>): string | undefined =>
  [...fit.occupations].sort((a, b) => b[1] - a[1])[0]?.[0];

export function mainField(domains: string): string | undefined {
  const shares = unpackDomains(domains);
  let best = -1;
  for (let i = 0; i < shares.length; i++) if ((shares[i] ?? 0) > (best < 0 ? 0 : (shares[best] ?? 0))) best = i;
  return best < 0 ? undefined : domainNames[best];
}

/** How many more were turned down than liked before points are lost, what each costs, and the most it comes to. */
const FEWER: Readonly<Record<Fewer['kind'], { from: number; each: number; most: number }>> = {
  employer: { from: 2, each: 8, most: 30 },
  occupation: { from: 3, each: 4, most: 20 },
  field: { from: 3, each: 3, most: 15 },
};

function fewerOf(
  events: readonly FeedbackEvent[],
  kind: Fewer['kind'],
  keyOf: (event: FeedbackEvent) => string | undefined,
): Fewer[] {
  const net = new Map<string, number>();
  for (const event of events) {
    const key = keyOf(event);
    if (key) net.set(key, (net.get(key) ?? 0) + (isGood(event) ? -1 : 1));
  }
  const { from, each, most } = FEWER[kind];
  return [...net]
    .filter(([, n]) => n >= from)
    .map(([key, n]) => ({ kind, key, points: Math.min(most, n * each) }))
    .sort((a, b) => b.points - a.points || (a.key < b.key ? -1 : 1));
}

function sentences(
  events: readonly FeedbackEvent[],
  factor: Readonly<Record<PartName, number>>,
  fewer: readonly Fewer[],
) {
  const good = events.filter(isGood).length;
  const said = [
    ...(good > 0 ? [`liked ${good}`] : []),
    ...(events.length > good ? [`turned down ${events.length - good}`] : []),
  ].join(' and ');
  const parts = PART_NAMES.filter((part) => factor[part] !== 1).map((part) => {
    const by = Math.round((factor[part] - 1) * 100);
    return `You ${said}: ${PART_WORDS[part]} count${part === 'location' || part === 'education' || part === 'recency' ? 's' : ''} ${Math.abs(by)} % ${by > 0 ? 'more' : 'less'}`;
  });
  const nameOf = ({ kind, key }: Fewer): string =>
    kind === 'employer'
      ? (events
          .filter((event) => event.fit.company === key)
          .map((event) => event.employer)
          .filter((name) => name !== undefined)
          .sort()[0] ?? key)
      : kind === 'occupation'
        ? `the occupation ${key.slice(key.indexOf('.') + 1)}`
        : `the field ${key}`;
  return [
    ...parts,
    ...fewer.map((less) => `You keep turning down ${nameOf(less)}: such postings lose ${less.points} points`),
  ];
}

/** What a person's feedback makes of the weights. Without events: everybody's weights, nothing taken off. */
export function weightsFrom(events: readonly FeedbackEvent[]): Taste {
  if (events.length === 0) return { weights: { ...WEIGHTS }, fewer: [], reasons: [] };
  const factor = multipliers(events);
  const weights = { ...WEIGHTS };
  for (const part of PART_NAMES) weights[part] = WEIGHTS[part] * factor[part];
  const fewer = [
    ...fewerOf(events, 'employer', ({ fit }) => fit.company),
    ...fewerOf(events, 'occupation', ({ fit }) => mainOccupation(fit)),
    ...fewerOf(events, 'field', ({ fit }) => mainField(fit.domains)),
  ];
  return { weights, fewer, reasons: sentences(events, factor, fewer) };
}

/** Points a posting loses by what the person turned down before, as a number not above 0. */
export function adjustmentOf(
  { fewer }: Taste,
  fit: Pick<VacancyFeatures, 'company' | 'occupations' | 'domains'>,
): number {
  if (fewer.length === 0) return 0;
  const keys: Readonly<Record<Fewer['kind'], string | undefined>> = {
    employer: fit.company,
    occupation: mainOccupation(fit),
    field: mainField(fit.domains),
  };
  let points = 0;
  for (const less of fewer) if (keys[less.kind] === less.key) points -= less.points;
  return points;
}
