/**
 * What a run does, phase by phase: reading → documents → planning → filling ⇄ checking → done. Each is written down before
 * the next begins, so a worker that was stopped goes on from there; a phase repeated is harmless, because the page carries
 * out one pass once and documents are asked for with the run's key.
 */
import type { FieldReport } from '#shared/form/form.schema.ts';
import { countReport, joinReports } from '#shared/form/report.rules.ts';
import { quirksFor } from '../sites/quirks.ts';
import { pageItem, type Run, read, readSettings } from '../storage.ts';
import { afterFill } from './after-fill.ts';
import { inDocuments, keyOf, stepName } from './follow.ts';
import { capturePosting, notePage, noteStatus, postingIn } from './inspect.ts';
import { addressOf, fillFrame, lookAtTab, type SeenFrame, watchInTab } from './page.ts';
import type { Plan } from './plan.ts';
import { planFor, stepsByFrame } from './planning.ts';
import { addRow } from './rows.ts';
import { makeDocuments, plainResume } from './run-documents.ts';
import { asNote, failure } from './run-failure.ts';
import { readWork, updateRun, writeWork } from './run-state.ts';

export const PHASES = {
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
    const posting = postingIn(frames) ?? job;
    const advice = quirksFor((await addressOf(run.tabId)).href)?.note;
    if (advice !== undefined && run.kind === 'fill') notes.push(advice);
    return updateRun(run, () => ({
      phase: 'documents',
      notes,
      documentId: topOf(frames)?.documentId,
      steps: [{ name: stepName(frames), filled: 0, questions: 0 }],
      ...(job === undefined ? {} : { jobId: job.id }),
      ...(posting === undefined ? {} : { posting: { title: posting.title, company: posting.company } }),
      ...(location === undefined ? {} : { place: { location: location.text, country: location.country } }),
    }));
  },

  /** Makes or finds the files. A failure here is told and never stops the filling. */
  async documents(run: Run): Promise<Run> {
    const { documentsFirst, groups } = await readSettings();
    const wanted =
      run.kind === 'documents' || (documentsFirst && groups.includes('documents') && run.jobId !== undefined);
    const notes = [...run.notes];
    let { documents, warnings } = run;
    if (wanted && run.jobId !== undefined) {
      const made = await makeDocuments(run, run.jobId).catch(asNote('The documents could not be made'));
      if (typeof made === 'string') notes.push(made);
      else ({ files: documents, warnings } = made);
      if (run.kind === 'documents' && typeof made === 'string') throw failure('documents', made);
    }
    if (run.kind === 'documents') return updateRun(run, () => ({ phase: 'done', documents, warnings, notes }));
    if (groups.includes('documents') && !documents.some((one) => one.kind === 'resume')) {
      const fallback = await plainResume(run).catch(asNote('No resume could be attached'));
      if (typeof fallback === 'string') notes.push(fallback);
      else documents = [...fallback, ...documents];
    }
    return updateRun(run, () => ({ phase: 'planning', documents, warnings, notes }));
  },

  /** Looks again, as the page may have changed while the documents were made, and decides on every question. */
  planning: (run: Run): Promise<Run> => decideOn(run),

  /** Writes, frame by frame. */
  async filling(run: Run): Promise<Run> {
    const now = await fillPlanned(run);
    return updateRun(now, () => ({ phase: 'checking' }));
  },

  /** Looks once more: answers bring up further questions, and those deserve an answer too. */
  checking: (run: Run): Promise<Run> => decideOn(run),
};

/** Plans what is new. With something to write the run fills; else it asks for the next row; else it is done. */
async function decideOn(before: Run): Promise<Run> {
  const frames = await lookAtSamePage(before);
  const run = await updateRun(before, (now) => inDocuments(now, frames));
  const { plan, attachments, notes } = await planFor(run, frames);
  // What was hidden or disabled at the last look and is not any more has just become a question.
  const settled = run.fields.filter((field) => field.outcome !== 'skipped').map(keyOf);
  const known = new Set([...settled, ...run.attempted]);
  const steps = plan.steps.filter((step) => !known.has(keyOf(step)));
  const isFirst = run.phase === 'planning';
  const reports = plan.reports.filter(
    (report) => !known.has(keyOf(report)) && (isFirst || report.outcome !== 'skipped'),
  );
  const now = await updateRun(run, (last) => ({
    notes,
    questions: last.questions + steps.length + countReport(reports).found,
    fields: joinReports(last.fields, reports),
  }));
  if (steps.length > 0) return toFilling(now, { frames, steps, attachments });
  if (await addRow(now, { frames, adders: plan.adders })) return updateRun(now, () => ({ phase: 'checking' }));
  return finish(now, frames);
}

type Deciding = {
  frames: readonly SeenFrame[];
  steps: Plan['steps'];
  attachments: Parameters<typeof writeWork>[1]['attachments'];
};

async function toFilling(run: Run, { frames, steps, attachments }: Deciding): Promise<Run> {
  await writeWork(run.tabId, { attachments, frames: stepsByFrame(frames, steps) });
  return updateRun(run, (now) => ({
    phase: 'filling',
    pass: now.pass + 1,
    attempted: [...now.attempted, ...steps.map(keyOf)],
    ...(now.phase === 'planning' ? { total: steps.length, done: 0 } : { total: now.total + steps.length }),
  }));
}

async function finish(run: Run, frames: readonly SeenFrame[]): Promise<Run> {
  if (run.steps.length <= 1) await noteStarted(run);
  const done = await updateRun(run, (now) => {
    const total = counted(now.fields, now.questions);
    return { phase: 'done', ...total, steps: withLast(now.steps, total) };
  });
  await watchOn(done, frames);
  await afterFill(done, frames);
  return done;
}

/** The last step came to what the whole came to, less the steps before. */
function withLast(steps: Run['steps'], total: { filled: number; questions: number }): Run['steps'] {
  const last = steps.at(-1);
  if (last === undefined) return steps;
  const before = steps.slice(0, -1);
  const less = (key: 'filled' | 'questions') =>
    Math.max(0, total[key] - before.reduce((sum, step) => sum + step[key], 0));
  return [...before, { name: last.name, filled: less('filled'), questions: less('questions') }];
}

/** Has every frame tell when it shows questions the run does not know. */
export async function watchOn(run: Run, frames: readonly SeenFrame[]): Promise<void> {
  if (!(await readSettings()).followSteps) return;
  await watchInTab(
    run.tabId,
    frames.map(({ documentId, fields }) => ({
      documentId,
      known: fields.filter(({ visible }) => visible).map(({ ref }) => ref),
    })),
  );
}

/** Carries out what is planned and not yet done. A frame that has gone is told, the others go on. */
async function fillPlanned(run: Run): Promise<Run> {
  const { outlines } = await readSettings();
  const work = await readWork(run.tabId);
  const runId = `${run.id}/${run.pass}`;
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

const formIsIn = (address: string): string =>
  `The form belongs to ${new URL(address).hostname} and stands in a frame Foothold may not look into. Open the form on its own page.`;

const topOf = (frames: readonly SeenFrame[]): SeenFrame | undefined => frames.find((frame) => frame.frameId === 0);

/** The frames, where the tab still holds the document the run is about; another page gets nothing. */
async function lookAtSamePage(run: Run): Promise<SeenFrame[]> {
  const { origin } = await addressOf(run.tabId);
  if (origin !== run.origin) throw failure('page_gone', 'The page moved to another site. Nothing more was written.');
  const frames = await lookAtTab(run.tabId);
  if (topOf(frames)?.documentId !== run.documentId)
    throw failure('page_gone', 'The page was left or loaded anew. Nothing more was written.');
  return frames;
}

async function noteStarted(run: Run): Promise<void> {
  if (run.jobId === undefined) return;
  const page = await read(pageItem(run.tabId));
  if (page?.status !== undefined && page.status !== null && page.status !== 'bookmarked') return;
  await noteStatus({ tabId: run.tabId, jobId: run.jobId, status: 'started' });
}

const questionsIn = (frames: readonly SeenFrame[]): number =>
  frames.reduce((sum, frame) => sum + frame.fields.filter((field) => field.visible).length, 0);

/** X and Y of the report so far. */
export const counted = (fields: readonly FieldReport[], questions: number) => {
  const { filled, found } = countReport(fields);
  return { filled, questions: Math.max(questions, found) };
};
