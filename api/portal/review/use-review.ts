/** The decisions about one file: shown at once, kept on the server, each step of them undone by one. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { resumeContract } from '#shared/resume/resume.contract.ts';
import { decided } from '#shared/resume/review.rules.ts';
import type { Decisions, ReviewChange } from '#shared/resume/review.schema.ts';
import { useHost } from '#shared/ui/host.tsx';
import { useQuery } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';

type Change = ReviewChange['decisions'];
type Step = { label: string; back: Change; also: (() => void) | undefined };

export type ReviewState = {
  readonly decisions: Decisions;
  /** False until the server has told what was decided before. */
  readonly known: boolean;
  /** Decides; `also` is done too when the step is undone. */
  decide(change: Change, step: { label: string; also?: () => void }): void;
  /** Decides for good, as saving does: the steps before it are not undone any more. */
  settle(change: Change): void;
  /** The last step of this visit, or undefined. */
  readonly last: string | undefined;
  undo(): void;
};

const NONE: Decisions = {};

/** Decisions about the file `id`. */
export function useReview(id: string | undefined): ReviewState {
  const { call } = useHost();
  const [steps, setSteps] = useState<readonly Step[]>([]);
  useEffect(() => setSteps([]), [id]);
  const query = useQuery(`review:${id ?? ''}`, async (signal) =>
    id ? call(resumeContract.review, { params: { id }, signal }) : undefined,
  );
  const decisions = query.data?.decisions ?? NONE;
  const latest = useRef(decisions);
  latest.current = decisions;
  // One after the other, so that an undo never arrives before what it undoes.
  const sending = useRef<Promise<unknown>>(Promise.resolve());

  const send = (change: Change): void => {
    if (!id || Object.keys(change).length === 0) return;
    latest.current = decided(latest.current, change);
    query.set({ decisions: latest.current });
    const parts = chunks(Object.entries(change), 500);
    sending.current = sending.current
      .then(async () => {
        for (const part of parts)
          await call(resumeContract.decide, { params: { id }, body: { decisions: Object.fromEntries(part) } });
      })
      .catch(() => {
        toast('What you decided could not be saved. It will be asked again.', { tone: 'warn' });
      });
  };

  return {
    decisions,
    known: query.data !== undefined,
    decide: (change, { label, also }) => {
      const back = Object.fromEntries(Object.keys(change).map((key) => [key, latest.current[key] ?? null]));
      setSteps((old) => [...old.slice(-49), { label, back, also }]);
      send(change);
    },
    settle: (change) => {
      setSteps([]);
      send(change);
    },
    last: steps.at(-1)?.label,
    undo: () => {
      const step = steps.at(-1);
      if (!step) return;
      setSteps((old) => old.slice(0, -1));
      step.also?.();
      send(step.back);
    },
  };
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
