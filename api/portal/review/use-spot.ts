/** What is being looked at, from either side: a field of the profile or a box on the page. */
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { textsIn } from '#shared/profile/path.rules.ts';
import type { Resume } from '#shared/profile/profile.schema.ts';
import type { Reading, Span } from '#shared/resume/resume.schema.ts';
import { type Origin, originsOf } from '#shared/resume/trace.rules.ts';

export type Spot = {
  originOf: (path: string, value: string) => Origin | undefined;
  /** Places to mark on the page. */
  lit: readonly Span[];
  /** The field to mark in the profile. */
  field: string | undefined;
  /** A field, or all below it, is pointed at. */
  pointField: (path: string | undefined) => void;
  /** A box of this path of the reading is pointed at. */
  pointBox: (readPath: string | undefined) => void;
  /** Places without a field, such as those of a skill only mentioned. */
  pointPlaces: (spans: readonly Span[] | undefined) => void;
  /** The field that shows what was read at a path of the reading. */
  fieldOf: (readPath: string) => string | undefined;
  /** Stays marked while nothing else is pointed at. */
  rest: (path: string | undefined) => void;
};

type Pointed = { field?: string | undefined; spans?: readonly Span[] | undefined };
const NOTHING: readonly Span[] = [];

/** Ties the fields of `resume` to their places in `reading`, in both directions. */
export function useSpot({ resume, reading }: { resume: Resume | undefined; reading: Reading | undefined }): Spot {
  const [pointed, setPointed] = useState<Pointed>({});
  const [resting, rest] = useState<string>();
  const originOf = useMemo(() => (reading ? originsOf(reading) : () => undefined), [reading]);
  const texts = useMemo(() => (resume ? textsIn(resume) : []), [resume]);
  const fields = useMemo(() => {
    const found = new Map<string, string>();
    for (const { path, text } of texts) {
      const from = originOf(path, text)?.path;
      if (from !== undefined && !found.has(from)) found.set(from, path);
    }
    return found;
  }, [texts, originOf]);

  const fieldOf = useCallback(
    (readPath: string): string | undefined =>
      fields.get(readPath) ?? [...fields].find(([from]) => from.startsWith(`${readPath}.`))?.[1],
    [fields],
  );
  const placesOf = useCallback(
    (field: string): readonly Span[] =>
      texts
        .filter(({ path }) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`))
        .flatMap(({ path, text }) => originOf(path, text)?.spans ?? []),
    [texts, originOf],
  );
  const lit = useMemo(() => {
    if (pointed.spans) return pointed.spans;
    const field = pointed.field ?? resting;
    return field === undefined ? NOTHING : placesOf(field);
  }, [pointed, resting, placesOf]);

  // A place stays in sight for a moment when the pointer leaves a field, so that moving between fields does not flicker.
  const [held, setHeld] = useState(NOTHING);
  useEffect(() => {
    const timer = setTimeout(() => setHeld(lit), lit.length === 0 ? 120 : 0);
    return () => clearTimeout(timer);
  }, [lit]);

  const [boxed, setBoxed] = useState<string>();
  return {
    originOf,
    lit: held,
    field: boxed,
    pointField: useCallback((field) => setPointed({ field }), []),
    pointBox: useCallback((readPath) => setBoxed(readPath === undefined ? undefined : fieldOf(readPath)), [fieldOf]),
    pointPlaces: useCallback((spans) => setPointed({ spans }), []),
    fieldOf,
    rest,
  };
}

/** Frames an entry is given to open; after that the nearest group around the field will do. */
const PATIENCE = 12;

/** Puts the focus on the field at `path`, or on the nearest group around it, once its entry is open. */
export function focusField(path: string, frame = 0): void {
  requestAnimationFrame(() => {
    for (let at = path; at !== ''; at = at.replace(/(?:\.?[^.[\]]+|\[\d+\])$/, '')) {
      const place = [...document.querySelectorAll<HTMLElement>(`[data-field="${CSS.escape(at)}"]`)].at(-1);
      const target = place?.querySelector<HTMLElement>('input, textarea, button');
      if (!target && frame < PATIENCE) return focusField(path, frame + 1);
      if (!target) continue;
      target.scrollIntoView({ block: 'center' });
      target.focus({ preventScroll: true });
      return;
    }
  });
}
