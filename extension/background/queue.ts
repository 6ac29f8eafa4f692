/**
 * The next postings to apply to, opened one at a time and prepared. The person looks at each form and sends it; the queue
 * only spares them the way there. Sites limit accounts that apply by the dozen, hence a cap on a day's openings.
 */
import type { Application } from '#shared/application/application.contract.ts';
import { applicationContract } from '#shared/application/application.contract.ts';
import { openingsLeft } from '#shared/application/cap.rules.ts';
import { type Candidate, nextJobs, wasSent } from '#shared/application/queue.rules.ts';
import { isApplicationForm } from '#shared/form/classify.rules.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { matchContract } from '#shared/match/match.contract.ts';
import type { QueuedJob } from '../job-items.ts';
import { dayOf } from '../parts/day-of.ts';
import { isRefusedHost } from '../sites/registry.ts';
import { chosenItem, FINISHED, read, readSettings, runItem, stored, write } from '../storage.ts';
import { loadActed } from './acted.ts';
import { chosenJob } from './chosen.ts';
import { lookAtTab } from './page.ts';
import { startRun } from './run.ts';
import { call, isLinked } from './session.ts';
import { isTurnedOff, isWithinReach } from './site-access.ts';

/** As many as a person can look over. */
const SHOWN = 30;
/** Forms build themselves for a while after their page has loaded. */
const LOOK_AFTER_MS = [300, 1_500, 3_500, 7_000];

/** Asks the server for saved and matched postings and what was applied to, and keeps what to do next. */
export async function loadQueue(): Promise<void> {
  const [saved, matches, acted] = await Promise.all([
    call(applicationContract.list, { query: { status: 'bookmarked', limit: 100 } }),
    call(matchContract.list, { query: { sort: 'score', limit: 50 } }),
    loadActed(),
  ]);
  const open = matches.items.filter(({ job, gate }) => gate === undefined && job.liveness !== 'closed');
  const jobs = nextJobs({
    saved: saved.items.filter(({ job }) => job?.liveness !== 'closed').map(savedCandidate),
    matches: open.map(({ job, score }) => ({
      jobId: job.id,
      title: job.title,
      company: job.company,
      location: job.location.text,
      url: job.url,
      score,
      from: 'match',
    })),
    acted,
    now: Date.now(),
  });
  const seenOn = new Map(
    [...saved.items.flatMap(({ job }) => job ?? []), ...open.map(({ job }) => job)].map(({ id, sources }) => [
      id,
      sources.map(({ source, url }) => ({ source, url })),
    ]),
  );
  const shown = jobs.slice(0, SHOWN).map(
    ({ score, ...job }): QueuedJob => ({
      ...job,
      sources: seenOn.get(job.jobId) ?? [],
      ...(score === undefined ? {} : { score }),
      byHand: isRefusedHost(job.url),
    }),
  );
  await write(stored.queue, { at: Date.now(), jobs: shown });
}

const savedCandidate = ({ jobId, title, company, url, job }: Application): Candidate => ({
  jobId,
  title: job?.title ?? title,
  company: job?.company ?? company,
  location: job?.location.text ?? '',
  url: job?.url ?? url,
  from: 'saved',
});

/** Opens the page of a queued job in a tab of its own, to be filled as its form comes up. Rejects at the day's cap. */
export async function openQueued(jobId: string): Promise<number> {
  const job = (await read(stored.queue))?.jobs.find((one) => one.jobId === jobId);
  if (job === undefined) throw refusal('queue_gone', 'This posting is no longer in your queue. Open the list again.');
  if (!/^https?:\/\//i.test(job.url)) throw refusal('queue_address', 'This posting has no page that can be opened.');
  if (job.byHand || isRefusedHost(job.url))
    throw refusal('queue_refused', 'The terms of this site forbid tools on its pages. Open it by its link yourself.');
  const { dailyCap } = await readSettings();
  const day = dayOf(new Date());
  const before = await read(stored.openings);
  if (openingsLeft(before, { day, cap: dailyCap }) === 0)
    throw refusal('queue_cap', `You have opened ${dailyCap} from the queue today, your limit. Go on tomorrow.`);
  await write(stored.openings, { day, count: before?.day === day ? before.count + 1 : 1 });
  const tab = await chrome.tabs.create({ url: job.url, active: true });
  const tabId = tab.id ?? chrome.tabs.TAB_ID_NONE;
  const { title, company } = job;
  await write(chosenItem(tabId), { jobId, title, company, at: Date.now(), fromQueue: true, prefilled: false });
  void prefill(tabId);
  return tabId;
}

const refusal = (code: string, message: string) => new AppError(`extension.${code}`, { kind: 'conflict', message });

const underWay = new Set<number>();

/**
 * Fills the form of a tab the person opened from the queue, once, as soon as one is there and on hosts within reach.
 * Elsewhere the person's click on our button is needed, and does it.
 */
export async function prefill(tabId: number): Promise<void> {
  const chosen = await chosenJob(tabId);
  if (!chosen?.fromQueue || chosen.prefilled || underWay.has(tabId)) return;
  underWay.add(tabId);
  try {
    for (const wait of LOOK_AFTER_MS) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (!(await mayPrefill(tabId))) return;
      const frames = await lookAtTab(tabId).catch(() => []);
      if (
        !isApplicationForm(
          frames.flatMap(({ frameId, fields }) => fields.map((field) => ({ ...field, frame: frameId }))),
        )
      )
        continue;
      await write(chosenItem(tabId), { ...chosen, prefilled: true });
      return await startRun(tabId, 'fill');
    }
  } finally {
    underWay.delete(tabId);
  }
}

async function mayPrefill(tabId: number): Promise<boolean> {
  const url = (await chrome.tabs.get(tabId).catch(() => undefined))?.url;
  if (url === undefined || isRefusedHost(url) || (await isTurnedOff(url)) || !(await isWithinReach(url))) return false;
  const run = await read(runItem(tabId));
  const isBusy = run !== undefined && !FINISHED.includes(run.phase);
  return !isBusy && (await isLinked()) && !(await wasSentAlready(tabId));
}

/** Applied to in the meantime, in another tab perhaps: then the form is left to the person. */
async function wasSentAlready(tabId: number): Promise<boolean> {
  const chosen = await chosenJob(tabId);
  const acted = (await read(stored.acted))?.jobs ?? [];
  return acted.some((one) => one.jobId === chosen?.jobId && wasSent(one));
}
