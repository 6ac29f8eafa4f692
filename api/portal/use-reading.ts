/** Follows the reading of one file: live events tell at once, asking every so often tells what they missed. */
import { useEffect, useState } from 'preact/hooks';
import { z } from 'zod';
import { resumeContract } from '#shared/resume/resume.contract.ts';
import type { ResumeStatus } from '#shared/resume/resume.schema.ts';
import { useHost } from '#shared/ui/host.tsx';
import { liveIsOpen, onLive } from './live.ts';

export type ReadingState = {
  status: ResumeStatus;
  progress: number;
  /** Pages read from their pictures so far. */
  pages?: { done: number; of: number } | undefined;
  error?: { code: string; message: string } | undefined;
};

const Pages = z.object({ done: z.number(), of: z.number() });
const DONE = new Set<ResumeStatus>(['read', 'failed']);

/** The state of `id` until it is read or has failed; then `onDone` is called once. */
export function useReading(id: string | undefined, onDone: (state: ReadingState) => void): ReadingState | undefined {
  const { call } = useHost();
  const [state, setState] = useState<ReadingState>();
  useEffect(() => {
    setState(undefined);
    if (!id) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    let wait = 300;
    const ask = async (): Promise<void> => {
      clearTimeout(timer);
      try {
        const next = await call(resumeContract.status, { params: { id } });
        if (over) return;
        setState(next);
        if (DONE.has(next.status)) {
          over = true;
          onDone(next);
          return;
        }
      } catch {
        wait = 3000;
      }
      wait = Math.min(3000, wait * 1.5);
      if (!over) timer = setTimeout(() => void ask(), liveIsOpen() ? Math.max(wait, 2000) : wait);
    };
    const stop = onLive(call, ({ type, data }) => {
      if (over || data.resumeId !== id) return;
      if (type === 'resume.completed' || type === 'resume.failed') void ask();
      else if (type === 'resume.progress' && typeof data.progress === 'number')
        setState({ status: 'reading', progress: data.progress, pages: Pages.safeParse(data.pages).data });
    });
    void ask();
    return () => {
      over = true;
      clearTimeout(timer);
      stop();
    };
  }, [id]);
  return state;
}

/** What is being done, in words; pages are counted where they are read from their pictures. */
export function readingWords(state: ReadingState | undefined): string {
  if (state === undefined || state.status === 'queued') return 'Waiting to be read';
  if (state.status === 'awaiting_upload') return 'Sending';
  if (state.pages) return `Reading page ${Math.min(state.pages.done + 1, state.pages.of)} of ${state.pages.of}`;
  return 'Reading';
}
