/**
 * News of jobs: asked for by an alarm, shown as one notification of the browser. Only with the permission the person gave
 * in the options; whether there is anything to tell is set in their account.
 */
import { jobContract } from '#shared/job/job.contract.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { eventSeq } from '#shared/notification/event.rules.ts';
import { type LiveEvent, notificationContract } from '#shared/notification/notification.contract.ts';
import { read, readSettings, stored, write } from '../storage.ts';
import { nextBatch } from './news-batch.ts';
import { call, isLinked } from './session.ts';

export const NEWS_ALARM = 'news';
const EVERY_MINUTES = 5;
const PAGE = 100;
const PERMISSION = { permissions: ['notifications'] } satisfies chrome.permissions.Permissions;
/** The one notification of news: a later one takes its place. Its name carries where a click leads. */
const PREFIX = 'news:';
/** Postings asked about for the title; the first that is still open is shown. */
const MOST_ASKED = 3;

/**
 * Sets the alarm where news are wanted, and takes it away where not. Call at start, before the first await, and when
 * permissions change: without the permission there is nothing to listen to.
 */
export async function scheduleNews(): Promise<void> {
  const api: typeof chrome.notifications | undefined = chrome.notifications;
  api?.onClicked.addListener(openNews);
  if (!(await chrome.permissions.contains(PERMISSION))) return void (await chrome.alarms.clear(NEWS_ALARM));
  if ((await chrome.alarms.get(NEWS_ALARM)) === undefined)
    await chrome.alarms.create(NEWS_ALARM, { periodInMinutes: EVERY_MINUTES });
}

let running: Promise<void> | undefined;

/** Shows what is new since the last time. Without a network it is tried again at the next alarm. */
export function checkNews(): Promise<void> {
  running ??= check()
    .catch((failure: unknown) => {
      if (!(failure instanceof AppError)) console.error(failure);
    })
    .finally(() => {
      running = undefined;
    });
  return running;
}

async function check(): Promise<void> {
  if (!(await isLinked()) || !(await chrome.permissions.contains(PERMISSION))) return;
  const known = await read(stored.news);
  if (known === undefined) {
    // What came before the person asked for news is none.
    const { items } = await call(notificationContract.list, { query: { limit: 1 } });
    return write(stored.news, { since: items.at(-1)?.id ?? 'evt_000000000000', waiting: [] });
  }
  const { events, readUpTo } = await eventsAfter(known.since);
  const { jobIds, count, news } = nextBatch(known, { events, readUpTo, now: Date.now() });
  // Noted first: a notification that is lost with the worker is better than one that comes again and again.
  await write(stored.news, news);
  if (jobIds.length > 0) await show(jobIds, count);
}

async function eventsAfter(since: string): Promise<{ events: LiveEvent[]; readUpTo: number }> {
  const events: LiveEvent[] = [];
  for (let after = since; ; after = events.at(-1)?.id ?? after) {
    const { items, page, unread } = await call(notificationContract.list, { query: { since: after, limit: PAGE } });
    events.push(...items);
    if (items.length < PAGE) return { events, readUpTo: (eventSeq(after) ?? 0) + page.total - unread };
  }
}

async function show(jobIds: readonly string[], count: number): Promise<void> {
  for (const jobId of jobIds.slice(0, MOST_ASKED)) {
    const job = await call(jobContract.get, { params: { id: jobId } }).catch(() => undefined);
    if (job === undefined || job.liveness === 'closed') continue;
    const more = count - 1;
    const options = {
      type: 'basic',
      iconUrl: chrome.runtime.getURL('icon/128.png'),
      title: `${job.title} at ${job.company}`,
      message: [job.location.text, more > 0 && `and ${more} more`].filter(Boolean).join(', ') || 'A new match for you',
    } satisfies chrome.notifications.NotificationCreateOptions;
    await chrome.notifications.create(`${PREFIX}${more > 0 ? '' : job.id}`, options);
    return;
  }
}

function openNews(name: string): void {
  if (!name.startsWith(PREFIX)) return;
  const jobId = name.slice(PREFIX.length);
  void chrome.notifications.clear(name);
  void readSettings().then(({ apiAddress }) =>
    chrome.tabs.create({ url: `${apiAddress}${jobId === '' ? '/matches' : `/jobs/${encodeURIComponent(jobId)}`}` }),
  );
}
