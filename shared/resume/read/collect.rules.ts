/** Gathers what was read: plain values into the resume, their confidence and places under field paths. */
import type { Resume } from '#shared/profile/profile.schema.ts';
import type { Reading } from '../resume.schema.ts';
import type { Found } from './value.rules.ts';

type Mark = Pick<Found, 'confidence' | 'spans'>;

export type Collector = ReturnType<typeof collector>;

const LONG = new Set(['summary', 'description', 'reference', 'highlights']);
const room = (field: string): number => (LONG.has(field) ? 5000 : field === 'url' ? 2000 : 300);

export function collector() {
  const resume: Resume = {};
  const confidence: Reading['confidence'] = {};
  const spans: Reading['spans'] = {};
  const mark = (path: string, value: Mark): void => {
    confidence[path] = value.confidence;
    if (value.spans.length > 0) spans[path] = value.spans;
  };
  return {
    resume,
    confidence,
    spans,
    mark,
    put<T>(path: string, value: Found<T> | undefined, set: (value: T) => void): void {
      if (value === undefined) return;
      set(value.value);
      mark(path, value);
    },
    /** The named fields of an entry as plain values, each marked under its path. */
    entry<K extends string>(
      path: string,
      { from, fields }: { from: { [P in NoInfer<K>]?: Found | undefined }; fields: readonly K[] },
    ): { [P in K]?: string } {
      const out: { [P in K]?: string } = {};
      for (const field of fields) {
        const value = from[field];
        if (value === undefined || value.value === '') continue;
        out[field] = value.value.slice(0, room(field));
        mark(`${path}.${field}`, value);
      }
      return out;
    },
    /** The named lists of an entry, each value marked by its index; empty ones are left out. */
    lists<K extends string>(
      path: string,
      { from, fields }: { from: { [P in NoInfer<K>]?: readonly Found[] | undefined }; fields: readonly K[] },
    ): { [P in K]?: string[] } {
      const out: { [P in K]?: string[] } = {};
      for (const field of fields) {
        const values = (from[field] ?? []).slice(0, 100);
        if (values.length === 0) continue;
        out[field] = values.map((v) => v.value.slice(0, room(field)));
        values.forEach((v, i) => {
          mark(`${path}.${field}[${i}]`, v);
        });
      }
      return out;
    },
  };
}
