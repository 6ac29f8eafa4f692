/**
 * Whether a form goes on where a run left off. Decided from what is seen and what was filled, without touching the page:
 * a later step asks something new; the same questions again are a page loaded anew, or somebody else's job.
 */

import { isApplicationForm } from '#shared/form/classify.rules.ts';
import type { FieldReport, FormField } from '#shared/form/form.schema.ts';
import type { Run } from '../storage.ts';
import { postingIn } from './inspect.ts';
import type { SeenFrame } from './page.ts';

/** A person may take long over a step; a tab found open after lunch is not continued. */
const STALE_MS = 30 * 60_000;
/** No application has as many steps; a page that asks without end is one that plays. */
const MOST_PASSES = 60;

/** Whether a run may be carried on at all, before anything is looked at. */
export function mayFollow(run: Run, now: number): boolean {
  return (
    run.kind === 'fill' &&
    run.phase === 'done' &&
    !run.undone &&
    run.pass < MOST_PASSES &&
    now - run.touchedAt < STALE_MS
  );
}

export type Continuation = 'step' | 'same' | 'elsewhere' | 'anew';

/**
 * What the frames are to a run: `step` asks something new of the same application; `same` brings nothing new; `elsewhere`
 * is another page of the site, such as a confirmation or another posting; `anew` is the page that was filled, loaded again.
 */
export function continuationOf(run: Run, frames: readonly SeenFrame[]): Continuation {
  const top = frames.find(({ frameId }) => frameId === 0);
  const isNewDocument = top?.documentId !== run.documentId;
  const posting = postingIn(frames);
  if (posting !== undefined && run.posting !== undefined && posting.title !== run.posting.title) return 'elsewhere';
  const fresh = freshIn(run, frames);
  if (fresh.length === 0) return isNewDocument ? 'elsewhere' : 'same';
  if (asksAgain(run, frames)) return !isNewDocument ? 'same' : bare(top?.url) === run.url ? 'anew' : 'elsewhere';
  if (isNewDocument && !frames.some(isStep) && !isApplicationForm(visibleIn(frames))) return 'elsewhere';
  return 'step';
}

/** Questions a person sees and the run knows nothing of. */
function freshIn(run: Run, frames: readonly SeenFrame[]): FormField[] {
  const known = new Set([...run.attempted, ...run.fields.map(keyOf)]);
  return frames.flatMap((frame) => {
    const isNew = run.frames[frame.frameId] !== frame.documentId;
    return visibleIn([frame]).filter((field) => isNew || !known.has(keyOf(field)));
  });
}

/** Whether half of what is new has been asked before by questions that are gone now. */
function asksAgain(run: Run, frames: readonly SeenFrame[]): boolean {
  const present = new Set(
    frames.flatMap((frame) => (run.frames[frame.frameId] === frame.documentId ? visibleIn([frame]).map(keyOf) : [])),
  );
  const gone = new Set(run.fields.filter((line) => !present.has(keyOf(line))).map(({ label }) => label));
  const fresh = freshIn(run, frames);
  return fresh.filter((field) => gone.has(labelOf(field))).length * 2 >= fresh.length;
}

/** Whether nothing of what was filled is on the page any more, so that this is another step and not one question more. */
export function isNextStep(run: Run, frames: readonly SeenFrame[], name: string): boolean {
  const last = run.steps.at(-1);
  if (last !== undefined && name !== '' && last.name !== '') return name !== last.name;
  const present = new Set(visibleIn(frames).map(keyOf));
  const isSameDocument = (frame: number) =>
    frames.some((one) => one.frameId === frame && run.frames[frame] === one.documentId);
  return !run.attempted.some((key) => present.has(key) && isSameDocument(Number(key.split(':')[0])));
}

/** What of a run holds for the documents of `frames`: refs of others are told apart, as theirs may come again. */
export function inDocuments(run: Run, frames: readonly SeenFrame[]): Pick<Run, 'frames' | 'fields' | 'attempted'> {
  const now = Object.fromEntries(frames.map(({ frameId, documentId }) => [String(frameId), documentId]));
  const isCurrent = (frame: number | string) => run.frames[frame] === undefined || run.frames[frame] === now[frame];
  return {
    frames: now,
    fields: run.fields.map((line) =>
      isCurrent(line.frame) || isArchived(line) ? line : { ...line, ref: `${run.frames[line.frame]}/${line.ref}` },
    ),
    attempted: run.attempted.filter((key) => isCurrent(key.split(':')[0] ?? '')),
  };
}

/** A line of a document that has gone; its field can be shown or put back no more. */
export const isArchived = ({ ref }: Pick<FieldReport, 'ref'>): boolean => ref.includes('/');

export const keyOf = ({ frame, ref }: { frame: number; ref: string }): string => `${frame}:${ref}`;

/** The name of the step the frames show; empty where the page has none. */
export const stepName = (frames: readonly SeenFrame[]): string =>
  frames.map(({ step }) => step ?? '').find((name) => name !== '') ?? '';

/** An address without the place in the page. */
export function bare(href: string | undefined): string {
  if (href === undefined || !URL.canParse(href)) return '';
  const url = new URL(href);
  url.hash = '';
  return url.href;
}

const isStep = ({ step, actions }: SeenFrame): boolean =>
  step !== undefined || actions.some(({ kind }) => kind === 'next');

const visibleIn = (frames: readonly SeenFrame[]): FormField[] =>
  frames.flatMap(({ frameId, fields }) =>
    fields.filter(({ visible }) => visible).map((field) => ({ ...field, frame: frameId })),
  );

/** As the report names a question. */
const labelOf = ({ label, group, placeholder, name }: FormField): string => label || group || placeholder || name;
