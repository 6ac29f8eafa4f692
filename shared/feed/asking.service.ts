/** Asking one source: at its pace, within its day's count, under the guard, and with its robots.txt where it has no interface. */
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#shared/kernel/errors.ts';
import type { OutsideAnswer } from '#shared/platform/outside.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { feedErrors } from './feed.errors.ts';
import type { FeedStore } from './feed.store.ts';
import { neverFetched } from './never.rules.ts';
import { dayOf } from './pace.rules.ts';
import { delayOf, mayRead, type Robots, robotsOf } from './robots.rules.ts';
import type { JobSource, SourceRequest } from './source.schema.ts';

/** Whole boards come in one answer. */
const BOARD_BYTES = 32 * 1024 * 1024;
const PAGE_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 30_000;
const ROBOTS_TIMEOUT_MS = 10_000;
const ROBOTS_BYTES = 512 * 1024;
/** Sites a page may lead through before it is read. */
const MOST_SITES = 3;

type Marks = { readonly etag?: string | undefined; readonly lastModified?: string | undefined };

/** Asks; throws `feed.*` for everything but an answer of 200 or 304. */
export type Ask = (request: SourceRequest, marks?: Marks) => Promise<OutsideAnswer>;

type Dependencies = Pick<Platform, 'clock' | 'outside'> & { store: FeedStore; timeoutMs?: number };

/** Requests to `source`, one after another. */
export function createAsking({ clock, outside, store, timeoutMs = TIMEOUT_MS }: Dependencies, source: JobSource): Ask {
  let last = Number.NEGATIVE_INFINITY;
  const sites = new Map<string, Robots>();

  async function robotsAt(origin: string): Promise<Robots> {
    const known = sites.get(origin) ?? (await store.robots(origin));
    if (known !== undefined) {
      sites.set(origin, known);
      return known;
    }
    const answer = await outside
      .fetch({ url: `${origin}/robots.txt`, timeoutMs: ROBOTS_TIMEOUT_MS, maxBytes: ROBOTS_BYTES, guard: refuseNever })
      .catch((error) => {
        if (error instanceof AppError && error.code === 'outside.not_allowed') throw error;
        // A page instead of a text file, or a text without end, is no rule; silence is.
        const silent = error instanceof AppError && ['outside.unreachable', 'outside.too_slow'].includes(error.code);
        return { status: silent ? 0 : 404, text: '' };
      });
    const robots = robotsOf(answer);
    sites.set(origin, robots);
    // That a site does not answer is asked again the next time, not believed for a day.
    if (robots.state !== 'unreachable') await store.saveRobots(origin, robots);
    return robots;
  }

  async function allowed(url: string): Promise<number> {
    const robots = await robotsAt(new URL(url).origin);
    if (robots.state === 'unreachable') throw feedErrors.robots_unreachable();
    if (!mayRead(robots, url)) throw feedErrors.robots_refused();
    return delayOf(robots, url);
  }

  async function takeTurn(delayMs: number): Promise<void> {
    const { everyMs, perDay } = source.pace;
    const wait = last + Math.max(everyMs, delayMs) - Date.now();
    if (wait > 0) await sleep(wait);
    if (perDay !== undefined && (await store.countRequest(source.id, dayOf(clock.now()))) > perDay)
      throw feedErrors.paced();
    last = Date.now();
  }

  async function send(request: SourceRequest, marks: Marks): Promise<OutsideAnswer> {
    let { url } = request;
    for (let site = 1; ; site++) {
      await takeTurn(source.robots ? await allowed(url) : 0);
      try {
        return await outside.fetch({
          ...request,
          ...marks,
          url,
          timeoutMs,
          maxBytes: source.kind === 'board' ? BOARD_BYTES : PAGE_BYTES,
          guard: (next) => {
            refuseNever(next);
            const robots = sites.get(next.origin);
            if (source.robots && (robots === undefined || !mayRead(robots, next.href)))
              throw feedErrors.elsewhere({ details: { url: next.href } });
          },
        });
      } catch (error) {
        const target = error instanceof AppError && error.code === 'feed.elsewhere' ? error.details?.url : undefined;
        if (typeof target !== 'string' || site === MOST_SITES) throw error;
        url = target;
      }
    }
  }

  return async (request, marks = {}) => {
    const answer = await send(request, marks);
    if (answer.status === 200 || answer.status === 304) return answer;
    throw failureOf(answer);
  };
}

function refuseNever(url: URL): void {
  if (neverFetched(url.href)) throw feedErrors.never_fetched();
}

function failureOf({ status, retryAfter }: OutsideAnswer): AppError {
  const log = `status ${status}`;
  if (status === 429 || (status === 503 && retryAfter !== undefined))
    return feedErrors.busy({ log, details: { retryAfter } });
  if (status === 404 || status === 410) return feedErrors.gone({ log });
  if (status === 401 || status === 403) return feedErrors.refused({ log });
  return feedErrors.down({ log });
}
