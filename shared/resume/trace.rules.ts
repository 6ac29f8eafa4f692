/** Which value of the profile came from where in the file: by the same path, or, once entries have moved, by the same words. */
import { fold } from '#shared/kernel/text.ts';
import { textsIn } from '#shared/profile/path.rules.ts';
import type { Reading, Span } from './resume.schema.ts';

/** Below this a value is shown as doubtful, to be accepted or corrected first. */
export const DOUBTFUL_BELOW = 0.6;

export type Origin = { path: string; confidence: number; spans: readonly Span[] };

/** A lookup from a profile's field and value to its origin in `reading`; `undefined` where the person wrote it. */
export function originsOf(reading: Reading): (path: string, value: string) => Origin | undefined {
  const byPath = new Map<string, string>();
  const byText = new Map<string, string[]>();
  for (const { path, text } of textsIn(reading.resume)) {
    const key = fold(text);
    byPath.set(path, key);
    byText.set(key, [...(byText.get(key) ?? []), path]);
  }
  return (path, value) => {
    const key = fold(value);
    if (key === '') return undefined;
    const leaf = path.replace(/\[\d+\]/g, '[]');
    const from =
      byPath.get(path) === key ? path : byText.get(key)?.find((other) => other.replace(/\[\d+\]/g, '[]') === leaf);
    if (from === undefined) return undefined;
    return {
      path: from,
      confidence: ofNearest(reading.confidence, from) ?? 1,
      spans: ofNearest(reading.spans, from) ?? [],
    };
  };
}

/** What a reading keeps under `path` or, where a group was found as one (a place, a link), under the nearest path above it. */
export function ofNearest<T>(byPath: Readonly<Record<string, T>>, path: string): T | undefined {
  for (let at = path; at !== ''; at = at.replace(/(?:\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, ''))
    if (Object.hasOwn(byPath, at)) return byPath[at];
  return undefined;
}
