/**
 * Where a run stands, kept in `storage.session` per tab. Chrome may stop the worker at any await, so each step is
 * written down before the next begins; changes go through one queue, because the page reports while we write.
 */
import { z } from 'zod';
import { FillStep } from '#shared/form/form.schema.ts';
import { FINISHED, type Item, type Run, read, remove, runItem, runWorkItem, write } from '../storage.ts';

const Attachment = z.object({ name: z.string(), type: z.string(), base64: z.string() });

/** What a run needs until it ends: values and files for the page. */
export const Work = z.object({
  /** By document id. */
  attachments: z.record(z.string(), Attachment),
  /** Planned and not yet carried out, frame by frame. */
  frames: z.array(
    z.object({ frameId: z.number(), documentId: z.string(), origin: z.string(), steps: z.array(FillStep) }),
  ),
});
export type Work = z.infer<typeof Work>;

const workItem = (tabId: number): Item<Work> => runWorkItem(tabId, Work);

/** Thrown where a run was cancelled or replaced by a newer one; ends the old one silently. */
export class RunOver extends Error {}

let lastChange: Promise<unknown> = Promise.resolve();

function queued<T>(change: () => Promise<T>): Promise<T> {
  const result = lastChange.then(change, change);
  lastChange = result.catch(() => undefined);
  return result;
}

/** Begins a run in a tab, ending any before it. */
export const beginRun = (given: Pick<Run, 'tabId' | 'kind' | 'origin' | 'url'>): Promise<Run> =>
  queued(async () => {
    const run: Run = {
      ...given,
      id: crypto.randomUUID(),
      phase: 'reading',
      startedAt: Date.now(),
      touchedAt: Date.now(),
      frames: {},
      pass: 0,
      attempted: [],
      rows: {},
      steps: [],
      done: 0,
      total: 0,
      filled: 0,
      questions: 0,
      fields: [],
      documents: [],
      notes: [],
      warnings: [],
      undone: false,
      left: false,
    };
    await remove(workItem(given.tabId));
    await write(runItem(given.tabId), run);
    return run;
  });

/** Changes a run that is still going on. Rejects with {@link RunOver} where it no longer is. */
export const updateRun = (run: Pick<Run, 'id' | 'tabId'>, change: (now: Run) => Partial<Run>): Promise<Run> =>
  queued(async () => {
    const now = await read(runItem(run.tabId));
    if (now === undefined || now.id !== run.id || FINISHED.includes(now.phase)) throw new RunOver();
    const next = { ...now, ...change(now), touchedAt: Date.now() };
    await write(runItem(run.tabId), next);
    if (FINISHED.includes(next.phase)) await remove(workItem(run.tabId));
    return next;
  });

/** Takes up a run that is done; undefined where it no longer is, was undone, or is another by now. */
export const reopenRun = (
  run: Pick<Run, 'id' | 'tabId'>,
  change: (now: Run) => Partial<Run>,
): Promise<Run | undefined> =>
  queued(async () => {
    const now = await read(runItem(run.tabId));
    if (now === undefined || now.id !== run.id || now.phase !== 'done' || now.undone) return undefined;
    const next = { ...now, ...change(now), touchedAt: Date.now() };
    await write(runItem(run.tabId), next);
    return next;
  });

/** Changes a finished run, for undo. */
export const amendRun = (tabId: number, change: (now: Run) => Partial<Run>): Promise<void> =>
  queued(async () => {
    const now = await read(runItem(tabId));
    if (now !== undefined) await write(runItem(tabId), { ...now, ...change(now) });
  });

export const readRun = (tabId: number): Promise<Run | undefined> => read(runItem(tabId));
export const readWork = async (tabId: number): Promise<Work> =>
  (await read(workItem(tabId))) ?? { attachments: {}, frames: [] };
export const writeWork = (tabId: number, work: Work): Promise<void> => write(workItem(tabId), work);

/** Forgets a tab that was closed. */
export async function forgetRun(tabId: number): Promise<void> {
  await remove(runItem(tabId));
  await remove(workItem(tabId));
}
