/**
 * One press of **Fill form** or **Generate documents**, as a machine of phases: reading → documents → planning →
 * filling → checking → done. {@link resumeRuns} carries on whatever a stopped worker left; a phase repeated is harmless,
 * because the page carries out one run id once and documents are asked for with the run's key.
 * Over 300 lines because the phases hand one state to each other and are read in their order.
 */
import type { FieldReport } from '#shared/form/form.schema.ts';
import { countReport, joinReports } from '#shared/form/report.rules.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { siteFor } from '../sites/registry.ts';
import { FINISHED, pageItem, type Run, read, readPerTab, readSettings, runItem, stored } from '../storage.ts';
import { showRunBadge } from './badge.ts';
import { activeResume, awaitDocuments, fetchFile, filesOf, formatsOf, nameIn, startDocuments } from './documents.ts';
import { capturePosting, notePage, noteStatus } from './inspect.ts';
import { addressOf, fillFrame, lookAtTab, type SeenFrame, stopInTab, undoInTab } from './page.ts';
import { type Plan, planTab } from './plan.ts';
import { amendRun, beginRun, RunOver, readRun, readWork, updateRun, type Work, writeWork } from './run-state.ts';
import { isLinked } from './session.ts';
import { syncNow } from './sync.ts';

const failure = (code: string, message: string) => new AppError(`extension.${code}`, { kind: 'conflict', message });

/** Starts a run in a tab and returns once it is written down; the popup follows it in storage. */
export async function startRun(tabId: number, kind: Run['kind']): Promise<void> {
  if (!(await isLinked())) throw failure('not_linked', 'Link the extension to your account first.');
  const running = await readRun(tabId);
  if (running !== undefined && !FINISHED.includes(running.phase)) return;
  const { origin } = await addressOf(tabId);
  const run = await beginRun({ tabId, kind, origin });
  void advance(run);
}

/** Stops a run; what is filled stays and is reported. */
export async function cancelRun(tabId: number): Promise<void> {
  const run = await readRun(tabId);
  if (run === undefined) return;
  await updateRun(run, (now) => ({ phase: 'cancelled', ...counted(now.fields, now.questions) })).catch(ignoreOver);
  // Not awaited: a page that shows a dialog answers only when that is closed.
  void stopInTab(tabId, run.id);
}

/** Puts back what the last fill changed in the tab. */
export async function undoRun(tabId: number): Promise<number> {
  const restored = await undoInTab(tabId);
  await amendRun(tabId, (now) => ({
    undone: true,
    filled: 0,
    fields: now.fields.map((field) =>
      field.outcome === 'filled' ? { ...field, outcome: 'skipped', reason: 'Put back as it was' } : field,
    ),
  }));
  await showRunBadge(tabId, undefined);
  return restored;
}

/** The page has carried out one step. */
export async function noteStep(tabId: number, step: { runId: string; line: FieldReport }): Promise<void> {
  const run = await readRun(tabId);
  if (run === undefined || !step.runId.startsWith(run.id)) return;
  await updateRun(run, (now) => {
    const fields = joinReports(now.fields, [step.line]);
    return { fields, done: Math.min(now.done + 1, now.total), filled: countReport(fields).filled };
  }).catch(ignoreOver);
}

/** Carries on the runs a stopped worker left behind. Call once when the worker starts. */
export async function resumeRuns(): Promise<void> {
  for (const { value } of await readPerTab(runItem)) if (!FINISHED.includes(value.phase)) void advance(value);
}

const ignoreOver = (cause: unknown): undefined => {
  if (!(cause instanceof RunOver)) throw cause;
};

/** Takes a run from phase to phase until it is finished; never rejects. */
async function advance(started: Run): Promise<void> {
  let run = started;
  try {
    while (!FINISHED.includes(run.phase)) run = await PHASES[run.phase as keyof typeof PHASES](run);
  } catch (cause) {
    if (cause instanceof RunOver) return;
    if (!(cause instanceof AppError)) console.error(cause);
    const error = cause instanceof AppError ? cause.message : 'Something went wrong in the extension. Try again.';
    const ended = await updateRun(run, (now) => ({
      phase: 'failed',
      error,
      ...counted(now.fields, now.questions),
    })).catch(ignoreOver);
    run = ended ?? run;
  }
  await showRunBadge(run.tabId, run);
}

const PHASES = {
  /** What does the tab show? Without a form there is nothing to fill; without a posting there is still a resume to attach. */
  async reading(run: Run): Promise<Run> {
    const frames = await lookAtTab(run.tabId);
    const { elsewhere } = await notePage(run.tabId, frames);
    if (run.kind === 'fill' && elsewhere !== undefined) throw failure('form_elsewhere', formIsIn(elsewhere));
    if (run.kind === 'fill' && questionsIn(frames) === 0) throw failure('no_form', 'No form on this page');
    const captured = await capturePosting(run.tabId, frames).catch(asNote('The posting could not be saved'));
    const notes = typeof captured === 'string' ? [captured] : [];
    const job = typeof captured === 'string' ? undefined : captured;
    if (run.kind === 'documents' && job === undefined)
      throw failure('no_posting', 'No posting could be read on this page. Open the page that describes the job.');
    const { location } = job ?? {};
    const advice = siteFor((await addressOf(run.tabId)).href)?.quirks.note;
    if (advice !== undefined && run.kind === 'fill') notes.push(advice);
    return updateRun(run, () => ({
      phase: 'documents',
      notes,
      documentId: topOf(frames)?.documentId,
      ...(job === undefined ? {} : { jobId: job.id }),
      ...(location === undefined ? {} : { place: { location: location.text, country: location.country } }),
    }));
  },

  /** Makes or finds the files. A failure here is told and never stops the filling. */
  async documents(run: Run): Promise<Run> {
    const { documentsFirst } = await readSettings();
    const wanted = run.kind === 'documents' || (documentsFirst && run.jobId !== undefined);
    const notes = [...run.notes];
    let { documents, warnings } = run;
    if (wanted && run.jobId !== undefined) {
      const made = await makeDocuments(run, run.jobId).catch(asNote('The documents could not be made'));
      if (typeof made === 'string') notes.push(made);
      else ({ files: documents, warnings } = made);
      if (run.kind === 'documents' && typeof made === 'string') throw failure('documents', made);
    }
    if (run.kind === 'documents') return updateRun(run, () => ({ phase: 'done', documents, warnings, notes }));
    if (!documents.some((one) => one.kind === 'resume')) {
      const fallback = await plainResume(run).catch(asNote('No resume could be attached'));
      if (typeof fallback === 'string') notes.push(fallback);
      else documents = [...fallback, ...documents];
    }
    return updateRun(run, () => ({ phase: 'planning', documents, warnings, notes }));
  },

  /** Looks again, as the page may have changed while the documents were made, and decides on every field. */
  async planning(run: Run): Promise<Run> {
    const frames = await lookAtSamePage(run);
    const { plan, attachments, notes } = await planFor(run, frames);
    await writeWork(run.tabId, { attachments, frames: stepsByFrame(frames, plan) });
    return updateRun(run, () => ({
      phase: 'filling',
      notes,
      total: plan.steps.length,
      done: 0,
      fields: plan.reports,
      questions: plan.steps.length + countReport(plan.reports).found,
    }));
  },

  /** Writes, frame by frame. */
  async filling(run: Run): Promise<Run> {
    const now = await fillPlanned(run, run.id);
    return updateRun(now, () => ({ phase: 'checking' }));
  },

  /** Looks once more: answers bring up further questions, and those deserve an answer too. */
  async checking(run: Run): Promise<Run> {
    const frames = await lookAtSamePage(run);
    const work = await readWork(run.tabId);
    // What was hidden or disabled at the first look and is not any more has just become a question.
    const settled = run.fields.filter((field) => field.outcome !== 'skipped');
    const known = new Set([...settled, ...work.frames.flatMap((frame) => frame.steps)].map(keyOf));
    const { plan, attachments } = await planFor(run, frames);
    const steps = plan.steps.filter((step) => !known.has(keyOf(step)));
    const reports = plan.reports.filter((report) => report.outcome !== 'skipped' && !known.has(keyOf(report)));
    let now = run;
    if (steps.length > 0 || reports.length > 0) {
      await writeWork(run.tabId, { attachments, frames: stepsByFrame(frames, { ...plan, steps }) });
      now = await updateRun(run, (before) => ({
        total: before.total + steps.length,
        questions: before.questions + steps.length + countReport(reports).found,
        fields: joinReports(before.fields, reports),
      }));
      now = await fillPlanned(now, `${run.id}/more`);
    }
    await noteStarted(now);
    return updateRun(now, (last) => ({ phase: 'done', ...counted(last.fields, last.questions) }));
  },
};

/** Carries out what is planned and not yet done. A frame that has gone is told, the others go on. */
async function fillPlanned(run: Run, runId: string): Promise<Run> {
  const { outlines } = await readSettings();
  const work = await readWork(run.tabId);
  let now = run;
  for (const { documentId, origin, steps } of work.frames) {
    const order = { runId, origin, steps, attachments: work.attachments, outlines };
    const reports = await fillFrame({ tabId: run.tabId, documentId, order }).catch((cause: unknown) => {
      if (work.frames.length === 1) throw cause;
      return steps.map((step): FieldReport => lost(step));
    });
    now = await updateRun(run, (before) => {
      const fields = joinReports(before.fields, reports);
      return { fields, ...counted(fields, before.questions) };
    });
  }
  return now;
}

const lost = ({ ref, frame, label, source }: Plan['steps'][number]): FieldReport => ({
  ref,
  frame,
  label,
  source,
  outcome: 'failed',
  reason: 'This part of the page was loaded anew',
});

type Planned = { plan: Plan; attachments: Work['attachments']; notes: string[] };

/** Plans, then fetches the files the plan attaches. A file that does not arrive is told and planned without. */
async function planFor(run: Run, frames: readonly SeenFrame[]): Promise<Planned> {
  const { origin, place } = run;
  const { attachments } = await readWork(run.tabId);
  const profile = await cachedProfile();
  const notes = [...run.notes];
  let variants = run.documents.flatMap((file) =>
    formatsOf(file).map((format) => ({ file, format, id: `${file.id}.${format}`, fileName: nameIn(file, format) })),
  );
  for (;;) {
    const documents = variants.map(({ file, id, fileName }) => ({ kind: file.kind, id, fileName, ...textOf(file) }));
    const plan = planTab({ origin, frames, profile, documents, place });
    const used = new Set(plan.steps.flatMap((step) => (step.action === 'file' ? [step.value] : [])));
    const missing = variants.find(({ id }) => used.has(id) && attachments[id] === undefined);
    if (missing === undefined) return { plan, attachments, notes };
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

const textOf = ({ text }: { text?: string | undefined }) => (text === undefined ? {} : { text });

async function cachedProfile() {
  if ((await read(stored.profile)) === undefined) await syncNow({ force: true });
  const profile = await read(stored.profile);
  if (profile !== undefined) return profile;
  throw failure('no_profile', 'Your profile could not be loaded. Check that you are online and try again.');
}

const formIsIn = (address: string): string =>
  `The form belongs to ${new URL(address).hostname} and stands in a frame Foothold may not look into. Open the form on its own page.`;

const topOf = (frames: readonly SeenFrame[]): SeenFrame | undefined => frames.find((frame) => frame.frameId === 0);

/** The frames, where the tab still holds the document the button was pressed for; another page gets nothing. */
async function lookAtSamePage(run: Run): Promise<SeenFrame[]> {
  const { origin } = await addressOf(run.tabId);
  if (origin !== run.origin) throw failure('page_gone', 'The page moved to another site. Nothing more was written.');
  const frames = await lookAtTab(run.tabId);
  if (topOf(frames)?.documentId !== run.documentId)
    throw failure('page_gone', 'The page was left or loaded anew. Nothing more was written.');
  return frames;
}

function stepsByFrame(frames: readonly SeenFrame[], plan: Plan): Work['frames'] {
  return frames.flatMap(({ frameId, documentId, origin }) => {
    const steps = plan.steps.filter((step) => step.frame === frameId);
    return steps.length === 0 ? [] : [{ frameId, documentId, origin, steps }];
  });
}

async function makeDocuments(run: Run, jobId: string): Promise<{ files: Run['documents']; warnings: string[] }> {
  let generationId = run.generation?.jobId === jobId ? run.generation.id : undefined;
  let finished: Awaited<ReturnType<typeof awaitDocuments>> | undefined;
  if (generationId === undefined) {
    const begun = await startDocuments(jobId, `${run.id}-${jobId}`);
    generationId = begun.generationId;
    finished = begun.finished;
    await updateRun(run, () => ({ generation: { id: begun.generationId, jobId } }));
  }
  const onProgress = async (value: number | undefined) => {
    await updateRun(run, () => (value === undefined ? {} : { done: Math.round(value * 100), total: 100 }));
  };
  const made = finished ?? (await awaitDocuments(generationId, onProgress));
  if (made.status === 'failed')
    throw failure('documents', made.error?.message ?? 'The server could not make them. Try again later.');
  return { files: await filesOf(made), warnings: [...new Set(made.warnings.map((warning) => warning.text))] };
}

/** The active resume, else the general one made from the profile. */
async function plainResume(run: Run): Promise<Run['documents']> {
  const active = await activeResume();
  if (active !== undefined) return [active];
  const { files } = await makeDocuments(run, 'external');
  return files.filter((file) => file.kind === 'resume');
}

async function noteStarted(run: Run): Promise<void> {
  if (run.jobId === undefined) return;
  const page = await read(pageItem(run.tabId));
  if (page?.status !== undefined && page.status !== null && page.status !== 'bookmarked') return;
  await noteStatus({ tabId: run.tabId, jobId: run.jobId, status: 'started' });
}

/** Turns a failure into a sentence for the report; what is not a failure of ours to tell goes on. */
const asNote =
  (what: string) =>
  (cause: unknown): string => {
    if (cause instanceof RunOver) throw cause;
    if (!(cause instanceof AppError)) console.error(cause);
    return `${what}: ${cause instanceof AppError ? cause.message : 'something went wrong.'}`;
  };

const keyOf = ({ frame, ref }: { frame: number; ref: string }): string => `${frame}:${ref}`;
const questionsIn = (frames: readonly SeenFrame[]): number =>
  frames.reduce((sum, frame) => sum + frame.fields.filter((field) => field.visible).length, 0);

const counted = (fields: readonly FieldReport[], questions: number) => {
  const { filled, found } = countReport(fields);
  return { filled, questions: Math.max(questions, found) };
};
