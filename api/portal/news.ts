/** New jobs as they come in: a short message on the page, and a notification of the browser where nobody looks at it. */
import { jobContract } from '#shared/job/job.contract.ts';
import type { Call } from '#shared/kernel/client.ts';
import { type LiveEvent, notificationContract } from '#shared/notification/notification.contract.ts';
import { filtersOf } from '#shared/search/query.rules.ts';
import { searchContract } from '#shared/search/search.contract.ts';
import { MatchFound } from '#shared/search/search.schema.ts';
import { count } from '#shared/ui/format.ts';
import { staleQueries } from '#shared/ui/query.ts';
import { toast } from '#shared/ui/toast.tsx';
import { onLive } from './live.ts';

type Host = { call: Call; navigate: (to: string) => void };

/** Longest wait a browser's timer keeps. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** Tells of new jobs until the returned function is called. */
export function watchNews(host: Host): () => void {
  const waiting = new Set<ReturnType<typeof setTimeout>>();
  const stop = onLive(host.call, (event) => {
    const found = event.type === 'match.found' ? MatchFound.safeParse(event.data) : undefined;
    if (found?.success !== true) return;
    staleQueries('matches');
    staleQueries('searches');
    if (document.visibilityState === 'visible') return showToast(event, found.data, host);
    const { browser = false, after } = found.data.notify ?? {};
    if (!browser) return;
    const wait = after === undefined ? 0 : Math.max(0, Date.parse(after) - Date.now());
    const timer = setTimeout(
      () => {
        waiting.delete(timer);
        void notify(event, found.data, host);
      },
      Math.min(wait, LONGEST_WAIT),
    );
    waiting.add(timer);
  });
  return () => {
    stop();
    for (const timer of waiting) clearTimeout(timer);
  };
}

const numberOf = ({ count: all, jobIds }: MatchFound): number => all ?? jobIds.length;

/** Where what was found can be looked at. */
async function pathOf({ jobId, searchId, ...found }: MatchFound, call: Call): Promise<string> {
  if (numberOf({ jobId, ...found }) === 1) return `/jobs/${encodeURIComponent(jobId)}`;
  if (searchId === undefined) return '/matches';
  const { items } = await call(searchContract.list);
  const search = items.find(({ id }) => id === searchId);
  return search ? `/jobs?${new URLSearchParams(filtersOf(search.query))}` : '/jobs';
}

const open = (found: MatchFound, { call, navigate }: Host): Promise<void> =>
  pathOf(found, call).then(navigate, () => navigate('/matches'));

/** Seen here, it need not be shown elsewhere again. */
const markSeen = ({ id }: LiveEvent, { call }: Host): Promise<void> =>
  call(notificationContract.read, { body: { upTo: id } }).catch(() => undefined);

function showToast(event: LiveEvent, found: MatchFound, host: Host): void {
  void markSeen(event, host);
  const what = found.searchId === undefined ? 'new match' : 'new job';
  const text = `${count(numberOf(found), what, found.searchId === undefined ? 'new matches' : 'new jobs')} for you`;
  toast(text, { tone: 'accent', action: { label: 'Show', run: () => void open(found, host) } });
}

/** One notification per event, in however many windows Foothold is open: they share its tag. */
async function notify(event: LiveEvent, found: MatchFound, host: Host): Promise<void> {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const job = await host.call(jobContract.get, { params: { id: found.jobId } }).catch(() => undefined);
  if (job === undefined || job.liveness === 'closed') return;
  void markSeen(event, host);
  const more = numberOf(found) - 1;
  const shown = new Notification(`${job.title} at ${job.company}`, {
    body: [job.location.text, more > 0 && `and ${more} more`].filter(Boolean).join(', '),
    tag: event.id,
  });
  shown.addEventListener('click', () => {
    window.focus();
    shown.close();
    void open(found, host);
  });
}
