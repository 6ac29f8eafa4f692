/** What a resume filled into a saved profile by itself: only gaps, and only to be shown and taken out again. */
import { tidy } from './draft.rules.ts';
import { valueAt, withValue } from './path.rules.ts';
import type { Resume } from './profile.schema.ts';
import { BASICS, SECTIONS } from './sections.data.ts';

/** A field of the basics, or a whole section with its number of entries. */
export type Filled = { path: string; label: string; text: string };

/** Gaps of `before` that are filled in `now`. */
export function filledBetween({ before, now }: { before: Resume; now: Resume }): Filled[] {
  const fields = BASICS.flatMap(({ key, label }): Filled[] => {
    const value = valueAt(now, key);
    return isGap(valueAt(before, key)) && typeof value === 'string' && value !== ''
      ? [{ path: key, label, text: value }]
      : [];
  });
  const sections = SECTIONS.flatMap(({ key, title, heading }): Filled[] => {
    const value = valueAt(now, key);
    if (!isGap(valueAt(before, key)) || !Array.isArray(value) || value.length === 0) return [];
    const names = value.map((entry) =>
      heading.map((field) => valueAt(entry, field)).find((name) => typeof name === 'string'),
    );
    return [{ path: key, label: title, text: names.filter((name) => name !== undefined).join(', ') }];
  });
  return [...fields, ...sections];
}

/** The resume without what was filled in. */
export const withoutFilled = (resume: Resume, filled: readonly Filled[]): Resume =>
  filled.reduce((rest, { path }) => withValue(rest, path, undefined), resume);

const isGap = (value: unknown): boolean => Object.keys(tidy({ value })).length === 0;
