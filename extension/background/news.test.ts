import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { eventId, eventSeq } from '#shared/notification/event.rules.ts';
import { read, stored, write } from '../storage.ts';
import { checkNews, NEWS_ALARM, scheduleNews } from './news.ts';

type Shown = { title: string; message: string };
let shown: Map<string, Shown>;
let opened: string[];
let click: (name: string) => void;
let allowed: boolean;
/** The events of a person as the server has them, and how many of them they have read. */
let events: { type: string; data: object }[];
let readUpTo: number;
let closed: Set<string>;
let offline: boolean;

const match = (jobId: string, more: object = {}) => ({
  type: 'match.found',
  data: { jobId, jobIds: [jobId], notify: { browser: true }, ...more },
});

/** Answers as the API does: events after `since`, a posting by its id. */
function serve(url: URL): Response {
  if (offline) throw new TypeError('Failed to fetch');
  const at = '2026-11-21T10:00:00.000Z';
  const jobId = /\/jobs\/(\w+)$/.exec(url.pathname)?.[1];
  if (jobId !== undefined) {
    const text = {
      id: jobId,
      title: `Title of ${jobId}`,
      company: 'Acme',
      description: '',
      url: 'https://acme.example/',
    };
    const rest = { location: { text: 'Berlin', remote: null }, skills: [], sources: [], variants: [] };
    return Response.json({ ...text, ...rest, liveness: closed.has(jobId) ? 'closed' : 'live' });
  }
  const since = url.searchParams.get('since');
  const limit = Number(url.searchParams.get('limit'));
  const all = events.map((event, index) => ({ ...event, id: eventId(index + 1), at }));
  const after = since === null ? 0 : (eventSeq(since) ?? 0);
  const items = since === null ? all.slice(-limit) : all.slice(after, after + limit);
  return Response.json({ items, page: { limit, total: all.length - after }, unread: all.length - readUpTo });
}

beforeEach(async () => {
  fakeBrowser.reset();
  [shown, opened, allowed, events, readUpTo, closed, offline] = [new Map(), [], true, [], 0, new Set(), false];
  vi.stubGlobal('__STORE_BUILD__', false);
  vi.stubGlobal('fetch', async (url: URL) => serve(new URL(url)));
  vi.stubGlobal('chrome', {
    storage: fakeBrowser.storage,
    alarms: fakeBrowser.alarms,
    runtime: { getURL: (path: string) => `chrome-extension://id/${path}` },
    permissions: { contains: async () => allowed },
    tabs: { create: async ({ url }: { url: string }) => void opened.push(url) },
    notifications: {
      create: async (name: string, options: Shown) => void shown.set(name, options),
      clear: async (name: string) => shown.delete(name),
      onClicked: {
        addListener: (listener: (name: string) => void) => {
          click = listener;
        },
      },
    },
  });
  await write(stored.credential, { kind: 'token', token: 'fht_0123456789' });
});

describe('news of jobs', () => {
  test('begin with what comes after they were asked for, and each is shown once', async () => {
    events.push(match('job_old'));
    await checkNews();
    expect(shown.size).toBe(0);
    events.push({ type: 'resume.completed', data: {} }, match('job_new'));
    await checkNews();
    await checkNews();
    expect([...shown.values()]).toMatchObject([{ title: 'Title of job_new at Acme', message: 'Berlin' }]);
    shown.clear();
    await checkNews();
    expect(shown.size).toBe(0);
  });

  test('of many events are one notification, by the first posting that is still open', async () => {
    await checkNews();
    closed.add('job_c');
    events.push(
      ...Array.from({ length: 120 }, () => ({ type: 'system', data: {} })),
      match('job_a'),
      match('job_b'),
      match('job_c'),
    );
    await checkNews();
    expect([...shown.values()]).toMatchObject([{ title: 'Title of job_b at Acme', message: 'Berlin, and 2 more' }]);
  });

  test('that the person saw in the portal, and those of a server out of reach, are not shown; the latter come later', async () => {
    await checkNews();
    events.push(match('job_seen'));
    readUpTo = 1;
    await checkNews();
    events.push(match('job_b'));
    offline = true;
    await checkNews();
    expect(shown.size).toBe(0);
    offline = false;
    await checkNews();
    expect([...shown.values()]).toMatchObject([{ title: 'Title of job_b at Acme' }]);
  });

  test('lead to the posting, or to the matches where there are several, at the address of the account', async () => {
    await scheduleNews();
    await checkNews();
    events.push(match('job_a'));
    await checkNews();
    const [one = ''] = [...shown.keys()];
    click(one);
    await vi.waitFor(() => expect(opened).toEqual(['http://localhost:8787/jobs/job_a']));
    expect(shown.size).toBe(0);
    events.push(match('job_b', { count: 3 }));
    await checkNews();
    click([...shown.keys()][0] ?? '');
    await vi.waitFor(() => expect(opened.at(-1)).toBe('http://localhost:8787/matches'));
    click('of somebody else');
    expect(opened).toHaveLength(2);
  });

  test('are asked for by an alarm only while the person allows them and is linked', async () => {
    await scheduleNews();
    expect(await fakeBrowser.alarms.get(NEWS_ALARM)).toMatchObject({ periodInMinutes: 5 });
    allowed = false;
    await scheduleNews();
    expect(await fakeBrowser.alarms.get(NEWS_ALARM)).toBeUndefined();
    events.push(match('job_a'));
    await checkNews();
    allowed = true;
    await fakeBrowser.storage.local.clear();
    await checkNews();
    expect([shown.size, await read(stored.news)]).toEqual([0, undefined]);
  });
});
