/** Which values are asked about, in which order, and how an answer is remembered. */
import { fold } from '#shared/kernel/text.ts';
import type { Decisions, ReviewChange } from './review.schema.ts';
import { DOUBTFUL_BELOW, type Origin } from './trace.rules.ts';

/** A value of the profile that the reading is not sure of. */
export type Doubt = { path: string; text: string; origin: Origin };

/** More answers than any resume has values; the oldest give way. */
const KEPT_DECISIONS = 2000;

/** What a wrong value costs the person, 0–1, by the last name of its path; first the ways to reach them, then who and when. */
const WEIGHT: Readonly<Record<string, number>> = {
  email: 1,
  phone: 1,
  position: 0.9,
  organization: 0.8,
  startDate: 0.85,
  endDate: 0.85,
  institution: 0.75,
  studyType: 0.7,
  area: 0.6,
  city: 0.55,
  label: 0.5,
  summary: 0.45,
  language: 0.45,
  fluency: 0.4,
  keywords: 0.3,
  highlights: 0.3,
};
const WEIGHT_OF_NAMES: Readonly<Record<string, number>> = { basics: 1, work: 0.9, projects: 0.45, skills: 0.3 };

/** How much depends on the value at `path`, 0–1. */
export function importanceOf(path: string): number {
  const [section = ''] = /^[a-z]+/i.exec(path) ?? [];
  const leaf = /([a-z]+)(?:\[\d+\])?$/i.exec(path)?.[1] ?? '';
  if (leaf === 'name') return WEIGHT_OF_NAMES[section] ?? 0.4;
  return WEIGHT[leaf] ?? 0.35;
}

/** The key under which an answer about `value`, read at `path` of the reading, is kept. It does not show the value. */
export const decisionKey = (path: string, value: string): string => `${path.slice(0, 200)}=${fingerprint(value)}`;

/** The doubtful values nobody has answered yet: what matters most and is least sure comes first, else in the resume's order. */
export function doubtsOf(options: {
  texts: readonly { path: string; text: string }[];
  originOf: (path: string, text: string) => Origin | undefined;
  decisions: Decisions;
}): Doubt[] {
  const urgency = ({ path, origin }: Doubt): number => importanceOf(path) * (1 - origin.confidence);
  return options.texts
    .flatMap(({ path, text }) => {
      const origin = options.originOf(path, text);
      if (origin === undefined || origin.confidence >= DOUBTFUL_BELOW) return [];
      if (options.decisions[decisionKey(origin.path, text)] !== undefined) return [];
      return [{ path, text, origin }];
    })
    .sort((a, b) => urgency(b) - urgency(a));
}

/** The decisions after `change`. */
export function decided(current: Decisions, change: ReviewChange['decisions']): Decisions {
  const next = { ...current };
  for (const [key, decision] of Object.entries(change)) {
    delete next[key];
    if (decision !== null) next[key] = decision;
  }
  return Object.fromEntries(Object.entries(next).slice(-KEPT_DECISIONS));
}

/** 53 bits of FNV-1a in two lanes over the folded value: enough to tell a person's values apart, not to hide them. */
function fingerprint(value: string): string {
  let [a, b] = [0x811c9dc5, 0x9dc5811c];
  for (const character of fold(value)) {
    const code = character.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + 0x9e37), 0x85ebca6b);
  }
  return ((b >>> 11) * 2 ** 32 + (a >>> 0)).toString(36);
}
