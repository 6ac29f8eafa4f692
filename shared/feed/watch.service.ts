/** Watching companies: the board behind an address is found once, and read as long as somebody wants it. */
import { type Actor, systemFor } from '#shared/kernel/actor.ts';
import { AppError, kernelErrors } from '#shared/kernel/errors.ts';
import { type Message, message } from '#shared/kernel/task.ts';
import { pageOf } from '#shared/platform/paging.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { createAsking } from './asking.service.ts';
import { boardsIn } from './board.rules.ts';
import type { Watched } from './feed.contract.ts';
import { feedErrors } from './feed.errors.ts';
import { companyOfBoard, companyOfTitle } from './feed.rules.ts';
import type { Feed } from './feed.schema.ts';
import { conditionFailed, type FeedStore, feedIdOf, type Want, type WantKind } from './feed.store.ts';
import { ingestSource } from './feed.tasks.ts';
import { neverFetched, webAddress } from './never.rules.ts';
import type { FeedAsk, JobSource } from './source.schema.ts';
import { troubleText } from './trouble.rules.ts';

const MOST_WATCHED = 200;
/** Somebody else may make or drop the same feed at the same moment. */
const TRIES = 5;
/** Pages are read as this source reads them: robots.txt first. */
const PAGES = 'job-posting-page';
/** Somebody waits for the answer. */
const PAGE_TIMEOUT_MS = 10_000;

type Dependencies = {
  readonly store: FeedStore;
  readonly sources: readonly JobSource[];
  isReady(source: JobSource): boolean;
};
type Found = { readonly ask: FeedAsk; readonly company: string };
type Wanting = Found & { readonly kind: WantKind };

const iso = (at: number): string => new Date(at).toISOString();

export function createWatching(platform: Platform, { store, sources, isReady }: Dependencies) {
  const { cipher, clock, commit, outside } = platform;
  const sourceOf = (id: string) => sources.find((source) => source.id === id);

  /** The board an address shows, where the address alone tells it. */
  function boardAt(url: URL): FeedAsk | undefined {
    for (const source of sources) {
      const board = source.boardAt?.(url);
      if (board !== undefined && isReady(source)) return { source: source.id, board };
    }
    return undefined;
  }

  /** The board behind a page: what it embeds and links to, what it describes itself. Throws `feed.*`. */
  async function boardBehind(url: URL): Promise<Found> {
    const pages = sourceOf(PAGES);
    if (pages === undefined || !isReady(pages)) throw feedErrors.no_board();
    const ask = createAsking({ clock, outside, store, timeoutMs: PAGE_TIMEOUT_MS }, pages);
    const page = await ask({ url: url.href, headers: { accept: 'text/html,application/xhtml+xml' } }).catch((error) => {
      const known = error instanceof AppError ? error : undefined;
      if (known?.code === 'outside.not_allowed') throw feedErrors.no_board({ cause: error });
      if (known && ['feed.never_fetched', 'feed.robots_refused'].includes(known.code)) throw error;
      throw feedErrors.unreachable({ cause: error });
    });
    for (const { source: id, board } of boardsIn(page.text, page.url)) {
      const source = sourceOf(id);
      if (source === undefined || !isReady(source)) continue;
      const address = source.boardUrl?.(board);
      const title = /<title[^>]{0,200}>([^<]{1,300})<\/title>/i.exec(page.text)?.[1] ?? '';
      return {
        ask: { source: id, board },
        company: companyOfTitle(title, address === board ? url.href : board) ?? companyOfBoard(board),
      };
    }
    throw feedErrors.no_board();
  }

  async function find(address: string): Promise<Found> {
    const url = webAddress(address);
    if (url === undefined) throw feedErrors.no_board();
    if (neverFetched(url.href)) throw feedErrors.never_fetched();
    const ask = boardAt(url);
    return ask === undefined ? boardBehind(url) : { ask, company: companyOfBoard(ask.board ?? '') };
  }

  /** A task that reads what is due of a source, now. */
  const readNow = (source: string): Message => message(ingestSource, { source, slot: iso(clock.now()), step: 0 });

  /** Makes a person want a feed. False when they did already. */
  async function want(owner: string, { ask, company, kind }: Wanting): Promise<boolean> {
    const id = feedIdOf(ask);
    for (let attempt = 1; ; attempt++) {
      if ((await store.wanted(owner, { kind, id })) !== undefined) return false;
      const known = await store.feed(id);
      try {
        const writes = store.want(owner, { kind, ask, known, company, at: clock.now() });
        await commit(writes, known === undefined || known.wants <= 0 ? [readNow(ask.source)] : []);
        return true;
      } catch (error) {
        if (!conditionFailed(error) || attempt === TRIES) throw error;
      }
    }
  }

  /** Makes a person want a feed no more. False when they did not. */
  async function unwant(owner: string, { kind, id }: { kind: WantKind; id: string }): Promise<boolean> {
    if ((await store.wanted(owner, { kind, id })) === undefined) return false;
    try {
      await commit(store.unwant(owner, { kind, id }));
      return true;
    } catch (error) {
      if (conditionFailed(error)) return false;
      throw error;
    }
  }

  function viewOf(given: Want, feed: Feed | undefined): Watched {
    const board = feed?.ask.board ?? '';
    const source = feed?.source ?? given.feedId.replace(/-[0-9a-f]+$/, '');
    const trouble = feed?.error;
    return {
      id: given.feedId,
      company: feed?.company ?? given.company,
      source,
      board,
      url: sourceOf(source)?.boardUrl?.(board) ?? '',
      state: trouble !== undefined ? 'failing' : feed?.okAt === undefined ? 'waiting' : 'reading',
      watchedAt: iso(given.at),
      ...(feed?.okAt !== undefined && { lastReadAt: iso(feed.okAt) }),
      ...(feed !== undefined && feed.nextAt > 0 && { nextReadAt: iso(feed.nextAt) }),
      open: feed?.open ?? 0,
      ...(trouble && { trouble: { code: trouble.code, text: troubleText(trouble.code), at: iso(trouble.at) } }),
    };
  }

  return {
    want,
    unwant,
    boardAt,
    readNow,

    /** Watches the company at the address; `created` is false when it was watched already. */
    async watch(actor: Actor, address: string): Promise<{ watched: Watched; created: boolean }> {
      const owner = actor.userId;
      const found = await find(address);
      const id = feedIdOf(found.ask);
      const mine = await store.wants(owner, 'WATCHED');
      if (mine.length >= MOST_WATCHED && !mine.some(({ feedId }) => feedId === id)) throw feedErrors.too_many();
      const created = await want(owner, { ...found, kind: 'WATCHED' });
      const given = await store.wanted(owner, { kind: 'WATCHED', id });
      if (given === undefined) throw kernelErrors.not_found();
      return { watched: viewOf(given, await store.feed(id)), created };
    },

    async list(actor: Actor, query: { limit: number; offset?: number | undefined; cursor?: string | undefined }) {
      const { offset, page } = pageOf(cipher, { list: 'watched', owner: actor.userId, query });
      const mine = (await store.wants(actor.userId, 'WATCHED')).sort(
        (a, b) => b.at - a.at || (a.feedId < b.feedId ? -1 : 1),
      );
      const shown = mine.slice(offset, offset + query.limit);
      const feeds = await store.feeds(shown.map(({ feedId }) => feedId));
      return { items: shown.map((given) => viewOf(given, feeds.get(given.feedId))), page: page(mine.length) };
    },

    async unwatch(actor: Actor, id: string): Promise<void> {
      if (!(await unwant(actor.userId, { kind: 'WATCHED', id }))) throw kernelErrors.not_found();
    },

    /** What a person wants beside watching, as a whole: what is not among it is wanted no more. */
    async settle(owner: string, wanted: readonly Found[]): Promise<void> {
      const actor = systemFor(owner);
      const next = new Map(wanted.map((found) => [feedIdOf(found.ask), found]));
      const mine = new Set((await store.wants(actor.userId, 'WANTED')).map(({ feedId }) => feedId));
      for (const id of mine) if (!next.has(id)) await unwant(owner, { kind: 'WANTED', id });
      for (const [id, found] of next) if (!mine.has(id)) await want(owner, { ...found, kind: 'WANTED' });
    },
  };
}

export type Watching = ReturnType<typeof createWatching>;
