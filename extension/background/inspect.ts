/** What a tab shows and what the server knows of it, kept for the popup. */

import { isSameRole, sentBefore } from '#shared/application/queue.rules.ts';
import { preview } from '#shared/form/effort.rules.ts';
import { jobContract } from '#shared/job/job.contract.ts';
import type { Job, JobStatus } from '#shared/job/job.schema.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { matchContract } from '#shared/match/match.contract.ts';
import type { ChosenJob, FormPreview, RecentJob } from '../job-items.ts';
import type { Posting } from '../sites/site.ts';
import {
  chosenItem,
  type KnownJob,
  pageItem,
  read,
  readSettings,
  remove,
  stored,
  type TabPage,
  write,
} from '../storage.ts';
import { actedJobs } from './acted.ts';
import { chosenJob } from './chosen.ts';
import { formElsewhere } from './elsewhere.ts';
import { queueStatus } from './outbox.ts';
import { addressOf, lookAtTab, type SeenFrame, unreachable } from './page.ts';
import { planInput } from './plan.ts';
import { call, isLinked } from './session.ts';

const KNOWN_MAX = 300;
const RECENT_MAX = 20;

/** Looks at a tab for the popup; where we may not look, that is what is kept. */
export async function inspect(tabId: number): Promise<void> {
  const frames = await lookAtTab(tabId).catch((cause: unknown) => (cause instanceof AppError ? cause : unreachable()));
  if (frames instanceof AppError) {
    const reason = frames.message;
    const chosen = await chosenJob(tabId);
    const job = chosen === undefined ? {} : { jobId: chosen.jobId };
    await write(pageItem(tabId), { url: '', reachable: false, reason, questions: 0, seenAt: Date.now(), ...job });
    if (chosen !== undefined && (await isLinked())) await noteFit(tabId, chosen.jobId);
    return;
  }
  const page = await notePage(tabId, frames);
  if (!(await isLinked())) return;
  await noteBefore(tabId);
  if (page.jobId !== undefined) await noteFit(tabId, page.jobId);
}

/** Keeps what the frames show, and what was learnt about this posting before. */
export async function notePage(tabId: number, frames: readonly SeenFrame[]): Promise<TabPage> {
  const { href } = await addressOf(tabId);
  const before = await read(pageItem(tabId));
  const posting = postingIn(frames);
  const elsewhere = formElsewhere(frames);
  const chosen = await chosenFor(tabId, posting);
  const known = (await read(stored.knownJobs))?.find((job) =>
    chosen === undefined ? job.url === addressFor(href) : job.jobId === chosen.jobId,
  );
  const jobId = chosen?.jobId ?? known?.jobId;
  const expected = await previewOf(frames);
  const page: TabPage = {
    url: href,
    reachable: true,
    questions: frames.reduce((sum, frame) => sum + frame.fields.filter((field) => field.visible).length, 0),
    seenAt: Date.now(),
    ...(elsewhere === undefined ? {} : { elsewhere }),
    ...(posting === undefined ? {} : { posting: shown(posting) }),
    ...(jobId === undefined ? {} : { jobId }),
    ...(known === undefined ? {} : { status: known.status }),
    ...(expected === undefined ? {} : { preview: expected }),
    ...(before?.url === href && before.jobId === jobId ? learntOf(before) : {}),
  };
  await write(pageItem(tabId), page);
  return page;
}

/** The job named for a tab, where its page says nothing else: no posting, half of one, or the very same role. */
async function chosenFor(tabId: number, posting: Posting | undefined): Promise<ChosenJob | undefined> {
  const chosen = await chosenJob(tabId);
  if (chosen === undefined || posting === undefined) return chosen;
  const isHalf = posting.company === '' || posting.description === '';
  return isHalf || isSameRole(posting, chosen) ? chosen : undefined;
}

/** What the server said of the same job before. */
const learntOf = ({ score, fit, about, sentBefore: sent }: TabPage): Partial<TabPage> => ({
  ...(score === undefined ? {} : { score }),
  ...(fit === undefined ? {} : { fit }),
  ...(about === undefined ? {} : { about }),
  ...(sent === undefined ? {} : { sentBefore: sent }),
});

/** What the form will cost the person, reckoned from the profile at hand; undefined where there is no form or no profile. */
async function previewOf(frames: readonly SeenFrame[]): Promise<FormPreview | undefined> {
  const profile = await read(stored.profile);
  const origin = frames.find(({ frameId }) => frameId === 0)?.origin;
  if (profile === undefined || origin === undefined || frames.every(({ fields }) => fields.length === 0))
    return undefined;
  const posting = postingIn(frames);
  const settings = await readSettings();
  const { knockouts, ...effort } = preview(
    planInput({ origin, frames, profile, documents: FILES_TO_COME, settings, posting }),
  );
  return { ...effort, knockouts: knockouts.slice(0, 8).map((knockout) => ({ ...knockout })) };
}

/** The files a fill makes first, so that the slots for them count as done. */
const FILES_TO_COME = (['resume', 'coverLetter'] as const).map((kind) => ({
  kind,
  id: kind,
  fileName: `${kind}.pdf`,
  text: 'A letter made for this posting.',
}));

/** Warns where the person applied to the same before. */
async function noteBefore(tabId: number): Promise<void> {
  const page = await read(pageItem(tabId));
  const asked = page?.posting ?? (await chosenJob(tabId));
  if (page === undefined || asked === undefined) return;
  const { title, company } = asked;
  const sent = sentBefore({ jobId: page.jobId, title, company }, { acted: await actedJobs(), now: Date.now() });
  const now = await read(pageItem(tabId));
  if (now === undefined || now.url !== page.url) return;
  const { sentBefore: _, ...rest } = now;
  await write(pageItem(tabId), sent === undefined ? rest : { ...rest, sentBefore: shownSent(sent) });
}

const shownSent = ({ title, company, at }: { title: string; company: string; at: string }) => ({ title, company, at });

/**
 * Tells the server of the posting in the tab. Where the page shows none, it is the one the person chose for it; undefined
 * where there is neither.
 */
export async function capturePosting(tabId: number, frames: readonly SeenFrame[]): Promise<Job | undefined> {
  const posting = postingIn(frames);
  const chosen = await chosenFor(tabId, posting);
  if (chosen !== undefined) return call(jobContract.get, { params: { id: chosen.jobId } });
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
  await rememberRecent(job);
  const page = await read(pageItem(tabId));
  if (page !== undefined)
    await write(pageItem(tabId), { ...page, jobId: job.id, status: job.personal?.status ?? null });
  void noteFit(tabId, job.id);
  return job;
}

/** A posting pasted by hand, from a page we may not look at. It becomes the job of the tab. */
export async function pastePosting(given: {
  tabId: number;
  title: string;
  company: string;
  location: string;
  url: string;
  description: string;
}): Promise<void> {
  const { tabId, title, company, location, url, description } = given;
  const { job } = await call(jobContract.capture, {
    body: {
      title,
      company,
      description,
      ...(location === '' ? {} : { location }),
      ...(url === '' ? {} : { url }),
    },
  });
  await rememberRecent(job);
  await chooseJob(tabId, job.id);
}

/** Says which of the recent jobs the form in a tab is for; null forgets it. */
export async function chooseJob(tabId: number, jobId: string | null): Promise<void> {
  const recent = (await read(stored.recentJobs))?.find((one) => one.jobId === jobId);
  if (recent === undefined) await remove(chosenItem(tabId));
  else await write(chosenItem(tabId), { ...recent, at: Date.now(), fromQueue: false, prefilled: false });
  await inspect(tabId);
}

async function rememberRecent({ id, title, company }: Job): Promise<void> {
  const others = ((await read(stored.recentJobs)) ?? []).filter(({ jobId }) => jobId !== id);
  const recent: RecentJob = { jobId: id, title, company, at: Date.now() };
  await write(stored.recentJobs, [recent, ...others].slice(0, RECENT_MAX));
}

/** Keeps which posting is which job, so that the popup knows it next time. */
export async function remember(job: KnownJob): Promise<void> {
  const others = ((await read(stored.knownJobs)) ?? []).filter((one) => one.url !== job.url);
  await write(stored.knownJobs, [job, ...others].slice(0, KNOWN_MAX));
}

async function noteFit(tabId: number, jobId: string): Promise<void> {
  const match = await call(matchContract.get, { params: { jobId } }).catch(() => undefined);
  const page = await read(pageItem(tabId));
  if (match === undefined || page === undefined || (page.jobId !== undefined && page.jobId !== jobId)) return;
  const { score, provisional, gate, reasons, missingSkills, gains, rating, job } = match;
  const fit = {
    score,
    provisional,
    ...(gate === undefined ? {} : { gate: gate.text }),
    reasons: reasons.slice(0, 12),
    missingSkills: missingSkills.slice(0, 20),
    ...(gains === undefined ? {} : { gains: gains.slice(0, 10) }),
    ...(rating === undefined ? {} : { rating }),
  };
  const about = {
    sources: job.sources.slice(0, 20).map(({ source, url, seenAt }) => ({ source, url, seenAt })),
    liveness: job.liveness,
    variants: job.variants.length,
    ...(job.postedAt === undefined ? {} : { postedAt: job.postedAt }),
  };
  await write(pageItem(tabId), { ...page, score, fit, about });
}

/** Keeps the person's thumb on the job of a tab; null takes it back. */
export async function rateJob(given: {
  tabId: number;
  rating: 'up' | 'down' | null;
  reason?: string | undefined;
}): Promise<void> {
  const { tabId, rating, reason } = given;
  const jobId = (await read(pageItem(tabId)))?.jobId;
  if (jobId === undefined)
    throw new AppError('extension.no_posting', {
      kind: 'not_found',
      message: 'No posting could be read on this page. Open the page that describes the job.',
    });
  await call(matchContract.feedback, {
    params: { jobId },
    body: { rating, ...(reason === undefined ? {} : { reason }) },
  });
  const page = await read(pageItem(tabId));
  if (page?.fit === undefined || page.jobId !== jobId) return;
  const { rating: _, ...fit } = page.fit;
  await write(pageItem(tabId), { ...page, fit: rating === null ? fit : { ...fit, rating } });
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
