/** What a run writes next: the plan for what the frames show, and the files it attaches. */
import type { FieldReport } from '#shared/form/form.schema.ts';
import { type Run, read, readSettings, stored } from '../storage.ts';
import { fetchFile, formatsOf, nameIn } from './documents.ts';
import { whyUntrusted } from './frame-trust.ts';
import { postingIn } from './inspect.ts';
import type { SeenFrame } from './page.ts';
import { type Plan, planTab } from './plan.ts';
import { asNote, failure } from './run-failure.ts';
import { readWork, type Work } from './run-state.ts';
import { knownHosts } from './site-access.ts';
import { syncNow } from './sync.ts';

export type Planned = { plan: Plan; attachments: Work['attachments']; notes: string[] };

/**
 * Plans for the frames that may be given data, then fetches the files the plan attaches. A file that does not arrive is
 * told and planned without.
 */
export async function planFor(run: Run, frames: readonly SeenFrame[]): Promise<Planned> {
  const { origin, place } = run;
  const { attachments } = await readWork(run.tabId);
  const [profile, settings, known] = await Promise.all([cachedProfile(), readSettings(), knownHosts()]);
  const { trusted, refusals } = byTrust(frames, { top: origin, known });
  const posting = run.posting && { ...run.posting, ...described(frames) };
  const continues = run.steps.length > 1 && frames.some(isWizard);
  const notes = [...run.notes];
  let variants = run.documents.flatMap((file) =>
    formatsOf(file).map((format) => ({ file, format, id: `${file.id}.${format}`, fileName: nameIn(file, format) })),
  );
  for (;;) {
    const documents = variants.map(({ file, id, fileName }) => ({ kind: file.kind, id, fileName, ...textOf(file) }));
    const plan = planTab({ origin, frames: trusted, profile, documents, settings, place, posting, continues });
    const used = new Set(plan.steps.flatMap((step) => (step.action === 'file' ? [step.value] : [])));
    const missing = variants.find(({ id }) => used.has(id) && attachments[id] === undefined);
    if (missing === undefined)
      return { plan: { ...plan, reports: [...plan.reports, ...refusals] }, attachments, notes: [...new Set(notes)] };
    const fetched = await fetchFile(missing.file, missing.format).catch(
      asNote(`${missing.fileName} could not be fetched`),
    );
    if (typeof fetched !== 'string') attachments[missing.id] = fetched;
    else {
      notes.push(fetched);
      variants = variants.filter((variant) => variant !== missing);
    }
  }
}

/** Frames that may be given data, and a line for every question in the others. */
function byTrust(frames: readonly SeenFrame[], given: { top: string; known: readonly string[] }) {
  const trusted: SeenFrame[] = [];
  const refusals: FieldReport[] = [];
  for (const frame of frames) {
    const reason = whyUntrusted({ frame: frame.origin, ...given });
    if (reason === undefined) trusted.push(frame);
    else
      for (const { ref, label, group, visible } of frame.fields)
        if (visible) refusals.push({ ref, frame: frame.frameId, label: label || group, outcome: 'refused', reason });
  }
  return { trusted, refusals };
}

const isWizard = ({ step, actions }: SeenFrame): boolean =>
  step !== undefined || actions.some(({ kind }) => kind === 'next');

const described = (frames: readonly SeenFrame[]): { description?: string } => {
  const description = postingIn(frames)?.description;
  return description === undefined ? {} : { description };
};

const textOf = ({ text }: { text?: string | undefined }) => (text === undefined ? {} : { text });

async function cachedProfile() {
  if ((await read(stored.profile)) === undefined) await syncNow({ force: true });
  const profile = await read(stored.profile);
  if (profile !== undefined) return profile;
  throw failure('no_profile', 'Your profile could not be loaded. Check that you are online and try again.');
}

/** The steps of a plan by the document they are for. */
export function stepsByFrame(frames: readonly SeenFrame[], steps: Plan['steps']): Work['frames'] {
  return frames.flatMap(({ frameId, documentId, origin }) => {
    const mine = steps.filter((step) => step.frame === frameId);
    return mine.length === 0 ? [] : [{ frameId, documentId, origin, steps: mine }];
  });
}
