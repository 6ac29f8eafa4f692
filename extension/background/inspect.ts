/** What a tab shows and what the server knows of it, kept for the popup. */

import { jobContract } from '#shared/job/job.contract.ts';
import type { Job, JobStatus } from '#shared/job/job.schema.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { matchContract } from '#shared/match/match.contract.ts';
import type { Posting } from '../sites/site.ts';
import { type KnownJob, pageItem, read, stored, type TabPage, write } from '../storage.ts';
import { formElsewhere } from './elsewhere.ts';
import { queueStatus } from './outbox.ts';
import { addressOf, lookAtTab, type SeenFrame, unreachable } from './page.ts';
import { call, isLinked } from './session.ts';

const KNOWN_MAX = 300;

/** Looks at a tab for the popup; where we may not look, that is what is kept. */
export async function inspect(tabId: number): Promise<void> {
  const frames = await lookAtTab(tabId).catch((cause: unknown) => (cause instanceof AppError ? cause : unreachable()));
  if (frames instanceof AppError) {
    const reason = frames.message;
    await write(pageItem(tabId), { url: '', reachable: false, reason, questions: 0, seenAt: Date.now() });
    return;
  }
  const page = await notePage(tabId, frames);
  if (page.jobId !== undefined && (await isLinked())) await noteScore(tabId, page.jobId);
}

/** Keeps what the frames show, and what was learnt about this posting before. */
export async function notePage(tabId: number, frames: readonly SeenFrame[]): Promise<TabPage> {
  const { href } = await addressOf(tabId);
  const before = await read(pageItem(tabId));
  const posting = postingIn(frames);
  const elsewhere = formElsewhere(frames);
  const known = (await read(stored.knownJobs))?.find((job) => job.url === addressFor(href));
  const page: TabPage = {
    url: href,
    reachable: true,
    questions: frames.reduce((sum, frame) => sum + frame.fields.filter((field) => field.visible).length, 0),
    seenAt: Date.now(),
    ...(elsewhere === undefined ? {} : { elsewhere }),
    ...(posting === undefined ? {} : { posting: shown(posting) }),
    ...(known === undefined ? {} : { jobId: known.jobId, status: known.status }),
    ...(before?.url === href && before.score !== undefined ? { score: before.score } : {}),
  };
  await write(pageItem(tabId), page);
  return page;
}

/** Tells the server of the posting in the tab; undefined where none can be read. */
export async function capturePosting(tabId: number, frames: readonly SeenFrame[]): Promise<Job | undefined> {
  const posting = postingIn(frames);
  if (posting === undefined) return undefined;
  if (posting.company === '' || posting.description === '')
    throw new AppError('extension.posting_incomplete', {
      kind: 'unprocessable',
      message: `The page does not say ${posting.company === '' ? 'which company this is' : 'what the job is about'}.`,
    });
  const { href } = await addressOf(tabId);
  const url = addressFor(href);
  const { job } = await call(jobContract.capture, {
    body: {
      url,
      title: posting.title.slice(0, 300),
      company: posting.company.slice(0, 200),
      description: posting.description,
      ...(posting.location === '' ? {} : { location: posting.location }),
    },
  });
  await remember({ url, jobId: job.id, status: job.personal?.status ?? null });
  const page = await read(pageItem(tabId));
  if (page !== undefined)
    await write(pageItem(tabId), { ...page, jobId: job.id, status: job.personal?.status ?? null });
  void noteScore(tabId, job.id);
  return job;
}

/** Keeps which posting is which job, so that the popup knows it next time. */
export async function remember(job: KnownJob): Promise<void> {
  const others = ((await read(stored.knownJobs)) ?? []).filter((one) => one.url !== job.url);
  await write(stored.knownJobs, [job, ...others].slice(0, KNOWN_MAX));
}

async function noteScore(tabId: number, jobId: string): Promise<void> {
  const match = await call(matchContract.get, { params: { jobId } }).catch(() => undefined);
  const page = await read(pageItem(tabId));
  if (match === undefined || page === undefined) return;
  await write(pageItem(tabId), { ...page, score: match.score });
}

/** The top page's posting, else that of the first frame that has one. */
export const postingIn = (frames: readonly SeenFrame[]): Posting | undefined =>
  (frames.find((frame) => frame.frameId === 0 && frame.posting !== undefined) ?? frames.find((frame) => frame.posting))
    ?.posting;

/** The posting's address without the place in the page; embedded postings go by the page they stand in. */
function addressFor(href: string): string {
  const url = new URL(href);
  url.hash = '';
  return url.href;
}

const shown = ({ title, company, location }: Posting): TabPage['posting'] => ({ title, company, location });

/** Bookmarks the posting in a tab. */
export async function saveJob(tabId: number): Promise<void> {
  const frames = await lookAtTab(tabId);
  const job = await capturePosting(tabId, frames);
  if (job === undefined)
    throw new AppError('extension.no_posting', {
      kind: 'not_found',
      message: 'No posting could be read on this page. Open the page that describes the job.',
    });
  if (job.personal?.status) return;
  await noteStatus({ tabId, jobId: job.id, status: 'bookmarked' });
}

/** Notes where the person stands with the job of a tab and tells the server, now or when it can be reached. */
export async function noteStatus(given: { tabId: number; jobId: string; status: JobStatus }): Promise<void> {
  const { tabId, jobId, status } = given;
  const page = await read(pageItem(tabId));
  if (page !== undefined) await write(pageItem(tabId), { ...page, status });
  const known = (await read(stored.knownJobs))?.find((one) => one.jobId === jobId);
  if (known !== undefined) await remember({ ...known, status });
  await queueStatus(jobId, status);
}
