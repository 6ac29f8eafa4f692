/**
 * Runs from outside: one press of **Fill form** or **Generate documents** starts one, the person may cancel it or take it
 * back, and it goes on by itself when they move to the next step of the form. What it does is in `run-phases.ts`.
 */
import type { FieldReport } from '#shared/form/form.schema.ts';
import { countReport, joinReports } from '#shared/form/report.rules.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { ChosenJob } from '../job-items.ts';
import { FINISHED, pageItem, type Run, read, readPerTab, readSettings, runItem } from '../storage.ts';
import { showRunBadge } from './badge.ts';
import { chosenJob } from './chosen.ts';
import { bare, continuationOf, inDocuments, isArchived, isNextStep, mayFollow, stepName } from './follow.ts';
import { notePage } from './inspect.ts';
import { addressOf, lookAtTab, stopInTab, undoInTab } from './page.ts';
import { failure, ignoreOver } from './run-failure.ts';
import { counted, PHASES, watchOn } from './run-phases.ts';
import { amendRun, beginRun, RunOver, readRun, reopenRun, updateRun } from './run-state.ts';
import { isLinked } from './session.ts';

/** Starts a run in a tab and returns once it is written down; the popup follows it in storage. */
export async function startRun(tabId: number, kind: Run['kind']): Promise<void> {
  if (!(await isLinked())) throw failure('not_linked', 'Link the extension to your account first.');
  const running = await readRun(tabId);
  if (running !== undefined && !FINISHED.includes(running.phase)) return;
  const chosen = kind === 'documents' ? await jobWithoutPage(tabId) : undefined;
  const { origin, href } = chosen === undefined ? await addressOf(tabId) : { origin: '', href: '' };
  const run = await beginRun({ tabId, kind, origin, url: bare(href) });
  if (chosen === undefined) return void advance(run);
  const { jobId, title, company } = chosen;
  void advance(await updateRun(run, () => ({ phase: 'documents', jobId, posting: { title, company } })));
}

/** The job the person named for a tab that shows no posting: its documents can be made without a look at the page. */
export async function jobWithoutPage(tabId: number): Promise<ChosenJob | undefined> {
  const page = await read(pageItem(tabId));
  return page?.posting === undefined ? chosenJob(tabId) : undefined;
}

/** Stops a run; what is filled stays and is reported. */
export async function cancelRun(tabId: number): Promise<void> {
  const run = await readRun(tabId);
  if (run === undefined) return;
  await updateRun(run, (now) => ({ phase: 'cancelled', ...counted(now.fields, now.questions) })).catch(ignoreOver);
  // Not awaited: a page that shows a dialog answers only when that is closed.
  void stopInTab(tabId, run.id);
}

/** Puts back what the run changed in the documents the tab still holds. */
export async function undoRun(tabId: number): Promise<number> {
  const restored = await undoInTab(tabId);
  await amendRun(tabId, (now) => {
    const fields = now.fields.map(
      (field): FieldReport =>
        field.outcome === 'filled' && !isArchived(field)
          ? { ...field, outcome: 'skipped', reason: 'Put back as it was' }
          : field,
    );
    const { filled } = countReport(fields);
    const kept = filled > 0 ? ['What earlier pages of the form took stays there.'] : [];
    return { undone: true, filled, fields, notes: [...now.notes, ...kept] };
  });
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

/**
 * The tab shows other questions, or another document of the same site: a run that filled the step before goes on, if the
 * person wants that. `anew` in answer says that the page was loaded again and the run is history.
 */
export async function followRun(tabId: number): Promise<'kept' | 'anew'> {
  const run = await readRun(tabId);
  if (run === undefined || !mayFollow(run, Date.now()) || !(await readSettings()).followSteps) return 'anew';
  const address = await addressOf(tabId).catch(() => undefined);
  if (address?.origin !== run.origin) return 'anew';
  const frames = await lookAtTab(tabId).catch(() => undefined);
  if (frames === undefined) return 'anew';
  const continuation = continuationOf(run, frames);
  if (continuation === 'anew') return 'anew';
  const top = frames.find(({ frameId }) => frameId === 0);
  const isNewDocument = top?.documentId !== run.documentId;
  if (continuation !== 'step') {
    const left = continuation === 'elsewhere' || isNewDocument;
    await amendRun(tabId, (now) => (now.id === run.id ? { left } : {}));
    if (continuation === 'same') await watchOn(run, frames);
    return 'kept';
  }
  if (isNewDocument) await notePage(tabId, frames);
  const name = stepName(frames);
  const next = isNextStep(run, frames, name) ? [{ name, filled: 0, questions: 0 }] : [];
  const reopened = await reopenRun(run, (now) => ({
    ...inDocuments(now, frames),
    phase: 'planning',
    left: false,
    steps: [...now.steps, ...next],
    url: bare(address.href),
    ...(top === undefined ? {} : { documentId: top.documentId }),
  }));
  if (reopened !== undefined) void advance(reopened);
  return 'kept';
}

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
