/**
 * Whether an application went out. After a fill the tab is watched for a page that says so; then the person is asked, as
 * only they know. The status is never set by itself.
 */
import { isApplicationForm } from '#shared/form/classify.rules.ts';
import { confirmationIn } from '#shared/form/confirmation.rules.ts';
import { awaitedItem, chosenItem, type Run, read, remove, write } from '../storage.ts';
import { noteSent } from './acted.ts';
import { wordsInTab } from './ask-page.ts';
import { showSentBadge } from './badge.ts';
import { noteStatus } from './inspect.ts';
import { addressOf, lookAtTab, type SeenFrame } from './page.ts';

/** An application nobody sent within this time is sent on another day, in another tab. */
const STALE_MS = 3 * 3_600_000;
/** Sites take a while to answer, and say it without a new page. */
const LOOK_AFTER_MS = [1_200, 3_000, 6_000];

/** Begins to wait for the confirmation of a filled form. Without a job there is nothing to mark. */
export async function awaitConfirmation(run: Run, frames: readonly SeenFrame[]): Promise<void> {
  const { tabId, jobId, posting, filled } = run;
  if (jobId === undefined || posting === undefined || filled === 0) return;
  const before = await read(awaitedItem(tabId));
  const hosts = new Set([
    ...(before?.jobId === jobId ? before.hosts : []),
    ...frames.filter(({ fields }) => fields.length > 0).map(({ url }) => new URL(url).host),
    (await addressOf(tabId)).host,
  ]);
  const { title, company } = posting;
  await write(awaitedItem(tabId), { jobId, title, company, hosts: [...hosts], at: Date.now() });
}

/** Looks for the confirmation a few times after the person left the form. */
export async function expectConfirmation(tabId: number): Promise<void> {
  for (const wait of LOOK_AFTER_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (await lookForConfirmation(tabId)) return;
  }
}

/** Whether the tab of a filled form says now, on the same host and without a form, that the application arrived. */
export async function lookForConfirmation(tabId: number): Promise<boolean> {
  const awaited = await read(awaitedItem(tabId));
  if (awaited === undefined || awaited.said !== undefined || Date.now() - awaited.at > STALE_MS) return false;
  const page = await addressOf(tabId).catch(() => undefined);
  if (page === undefined || !awaited.hosts.includes(page.host)) return false;
  const frames = await lookAtTab(tabId).catch(() => []);
  const fields = frames.flatMap((frame) => frame.fields.map((field) => ({ ...field, frame: frame.frameId })));
  if (frames.length === 0 || isApplicationForm(fields.filter(({ visible }) => visible))) return false;
  const said = (await wordsInTab(tabId))
    .filter(({ host }) => awaited.hosts.includes(host))
    .map(({ text }) => confirmationIn(text))
    .find((sentence) => sentence !== undefined);
  if (said === undefined) return false;
  await write(awaitedItem(tabId), { ...awaited, said: said.slice(0, 300) });
  await showSentBadge(tabId);
  return true;
}

/** The person's word on whether the application went out. */
export async function answerSent(tabId: number, sent: boolean): Promise<void> {
  const awaited = await read(awaitedItem(tabId));
  await remove(awaitedItem(tabId));
  if (!sent || awaited === undefined) return;
  await noteStatus({ tabId, jobId: awaited.jobId, status: 'applied' });
  await noteSent(awaited);
  await remove(chosenItem(tabId));
}
