/** Saved searches: keeping, changing and deleting them, and the way out of their mails. When they tell is in `alert.service`. */
import { type Actor, systemFor } from '#shared/kernel/actor.ts';
import { AppError, kernelErrors } from '#shared/kernel/errors.ts';
import { firstIdAt, newId } from '#shared/kernel/ids.ts';
import { isoNow } from '#shared/platform/clock.ts';
import { pageOf } from '#shared/platform/paging.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { isErased } from '#shared/platform/tombstone.ts';
import type { Preferences } from '#shared/profile/profile.schema.ts';
import { type AlertParts, createAlerts } from './alert.service.ts';
import { listFilters, naturalKey, tidy, wantedOf } from './filter.rules.ts';
import type { AlertState } from './search.contract.ts';
import { searchErrors } from './search.errors.ts';
import { MATCHES, type SavedSearch, SearchAlert, type SearchQuery, type WantedQuery } from './search.schema.ts';
import { createSearchStore, type StoredAlert, type StoredSearch } from './search.store.ts';
import { createUnsubscribeLinks } from './unsubscribe.service.ts';
import { nextDigest } from './when.rules.ts';

/** What searches need of profiles; `core.ts` gives the service. */
export type Wishes = {
  preferences(actor: Actor): Promise<Preferences>;
  putPreferences(actor: Actor, preferences: Preferences): Promise<Preferences>;
};

type Dependencies = Omit<AlertParts, 'store' | 'links' | 'preferencesOf'> & { profiles: Wishes };
type Change = {
  id: string;
  version?: number | undefined;
  name?: string | undefined;
  query?: SearchQuery | undefined;
  alert?: SearchAlert | undefined;
  seen?: true | undefined;
};

const MOST_SEARCHES = 50;
const TRIES = 5;

export type Searches = ReturnType<typeof createSearches>;

export function createSearches(platform: Platform, dependencies: Dependencies) {
  const { clock, cipher, commit } = platform;
  const { postings, profiles } = dependencies;
  const store = createSearchStore(platform);
  const links = createUnsubscribeLinks(cipher);
  const preferencesOf = (owner: string) => profiles.preferences(systemFor(owner));
  const alerts = createAlerts(platform, { ...dependencies, preferencesOf, store, links });

  async function views(
    searches: readonly StoredSearch[],
    states: ReadonlyMap<string, StoredAlert>,
  ): Promise<SavedSearch[]> {
    const now = clock.now();
    return Promise.all(
      searches.map(async (search): Promise<SavedSearch> => {
        const { id, name, query, alert, version, createdAt, updatedAt, seen } = search;
        const { lastRunAt, dueAt } = states.get(id) ?? {};
        const ids = await postings.matching(listFilters(query, now));
        return {
          id,
          name,
          query,
          alert,
          version,
          createdAt,
          updatedAt,
          ...(lastRunAt !== undefined && { lastRunAt: new Date(lastRunAt).toISOString() }),
          ...(dueAt !== undefined && { nextRunAt: new Date(dueAt).toISOString() }),
          newSince: ids.filter((jobId) => jobId > seen).length,
        };
      }),
    );
  }
  async function view(owner: string, search: StoredSearch): Promise<SavedSearch> {
    const state = await store.alert(owner, search.id);
    const [only] = await views([search], new Map(state ? [[search.id, state]] : []));
    if (only === undefined) throw kernelErrors.not_found();
    return only;
  }

  /** When the alert should run next; undefined for one that is off or waits for postings. */
  const nextRun = ({ alert }: StoredSearch, preferences: Preferences): number | undefined =>
    isAlerting(alert) && alert.frequency !== 'instant'
      ? nextDigest(clock.now(), preferences, alert.frequency)
      : undefined;

  /** Replaces a search and moves its alert along. `change` is asked again when the alert ran in between. */
  async function replace(owner: string, before: StoredSearch, after: StoredSearch): Promise<void> {
    const preferences = await preferencesOf(owner);
    for (let attempt = 1; ; attempt++) {
      const state = await store.alert(owner, before.id);
      const moves =
        JSON.stringify(before.alert) === JSON.stringify(after.alert)
          ? []
          : store.schedule(owner, { id: before.id, from: state?.dueAt, to: nextRun(after, preferences) });
      const writes = store.replace(owner, before, after);
      try {
        return await commit([...writes, ...moves]);
      } catch (error) {
        const failed = failedIndex(error);
        if (failed === undefined) throw error;
        if (failed === 0) throw searchErrors.version_conflict({ cause: error });
        if (failed < writes.length) throw searchErrors.exists({ cause: error });
        if (attempt === TRIES) throw error;
      }
    }
  }

  /** Whether the mails of an alert come, and what it is called; undefined when it is gone. */
  async function mailState(owner: string, id: string): Promise<(AlertState & { search?: StoredSearch }) | undefined> {
    if (await isErased(platform.table, owner)) return undefined;
    if (id === MATCHES) {
      const { alertChannels } = await preferencesOf(owner);
      return { on: alertChannels.includes('email') };
    }
    const search = await store.of(owner, id);
    return search && { name: search.name, on: search.alert.on && search.alert.channels.includes('email'), search };
  }

  return {
    store,
    ...alerts,
    /** What a mail's way out of an alert carries. */
    tokenFor: links.tokenFor,

    async list(actor: Actor, query: { limit: number; offset?: number | undefined; cursor?: string | undefined }) {
      const owner = actor.userId;
      const { offset, page } = pageOf(cipher, { list: 'searches', owner, query });
      const [all, states] = await Promise.all([store.all(owner), store.alerts(owner)]);
      const sorted = all.toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1));
      const items = await views(
        sorted.slice(offset, offset + query.limit),
        new Map(states.map((state) => [state.id, state])),
      );
      return { items, page: page(sorted.length) };
    },

    /** Keeps a search; one with the same filters is given back as it is. Throws `search.empty`, `search.too_many`. */
    async create(
      actor: Actor,
      input: { name: string; query: SearchQuery; alert?: SearchAlert | undefined },
    ): Promise<{ search: SavedSearch; created: boolean }> {
      const owner = actor.userId;
      const query = tidy(input.query);
      if (Object.keys(query).length === 0) throw searchErrors.empty();
      for (let attempt = 1; ; attempt++) {
        const known = await store.named(owner, query);
        const existing = known === undefined ? undefined : await store.of(owner, known);
        if (existing !== undefined) return { search: await view(owner, existing), created: false };
        if ((await store.all(owner)).length >= MOST_SEARCHES) throw searchErrors.too_many();
        const preferences = await profiles.preferences(actor);
        const now = clock.now();
        const mark = firstIdAt('job', now);
        const search: StoredSearch = {
          id: newId('search', now),
          name: input.name,
          query,
          alert: input.alert ?? SearchAlert.parse({}),
          version: 1,
          createdAt: isoNow(clock),
          updatedAt: isoNow(clock),
          seen: mark,
          wanted: wantedOf(query, preferences.country),
        };
        const to = nextRun(search, preferences);
        try {
          await commit(store.create(owner, { search, floor: mark, dueAt: to }));
          return { search: await view(owner, search), created: true };
        } catch (error) {
          // Two clicks at once: the first one made it.
          if (failedIndex(error) !== 0 || attempt === TRIES) throw error;
        }
      }
    },

    /** Throws `not_found`, `search.version_conflict`, `search.exists`, `search.empty`. */
    async update(actor: Actor, change: Change): Promise<SavedSearch> {
      const owner = actor.userId;
      for (let attempt = 1; ; attempt++) {
        const before = await store.of(owner, change.id);
        if (before === undefined) throw kernelErrors.not_found();
        const edits = change.name !== undefined || change.query !== undefined || change.alert !== undefined;
        if (edits && change.version !== before.version)
          throw searchErrors.version_conflict({ details: { version: before.version } });
        const query = change.query === undefined ? before.query : tidy(change.query);
        if (Object.keys(query).length === 0) throw searchErrors.empty();
        const requeried = naturalKey(query) !== naturalKey(before.query);
        const country = requeried ? (await profiles.preferences(actor)).country : undefined;
        const after: StoredSearch = {
          ...before,
          name: change.name ?? before.name,
          query,
          alert: change.alert ?? before.alert,
          wanted: requeried ? wantedOf(query, country) : before.wanted,
          seen: change.seen ? firstIdAt('job', clock.now()) : before.seen,
          version: edits ? before.version + 1 : before.version,
          updatedAt: edits ? isoNow(clock) : before.updatedAt,
        };
        try {
          await replace(owner, before, after);
          return await view(owner, after);
        } catch (error) {
          const raced = error instanceof AppError && error.code === 'search.version_conflict';
          if (!raced || edits || attempt === TRIES) throw error;
        }
      }
    },

    /** Repeating it is harmless. */
    async remove(actor: Actor, id: string): Promise<void> {
      const owner = actor.userId;
      for (let attempt = 1; ; attempt++) {
        const [search, state] = await Promise.all([store.of(owner, id), store.alert(owner, id)]);
        if (search === undefined) return;
        try {
          return await commit(store.remove(owner, search, state));
        } catch (error) {
          if (failedIndex(error) !== 0 || attempt === TRIES) throw error;
        }
      }
    },

    /** Everything sources are asked for on behalf of people, page by page; nothing says of whom. */
    wantedQueries: (page: {
      after?: string | undefined;
      limit: number;
    }): Promise<{ items: WantedQuery[]; next?: string }> => store.wanted(page),

    /** What a mail's link is about. Throws `search.bad_link`; an alert that is gone is off. */
    async alertState(token: string): Promise<AlertState> {
      const named = links.read(token);
      if (named === undefined) throw searchErrors.bad_link();
      const state = await mailState(named.owner, named.id);
      return state === undefined
        ? { on: false }
        : { on: state.on, ...(state.name !== undefined && { name: state.name }) };
    },

    /** Ends (or, by `undo`, starts again) the mails of the one alert the link names. */
    async unsubscribe({ token, undo }: { token: string; undo: boolean }): Promise<AlertState> {
      const named = links.read(token);
      if (named === undefined) throw searchErrors.bad_link();
      const { owner, id } = named;
      for (let attempt = 1; ; attempt++) {
        const state = await mailState(owner, id);
        if (state === undefined) return { on: false };
        const { search, ...shown } = state;
        if (state.on === undo) return shown;
        if (search === undefined) {
          const preferences = await preferencesOf(owner);
          await profiles.putPreferences(systemFor(owner), {
            ...preferences,
            alertChannels: undo
              ? [...preferences.alertChannels, 'email']
              : preferences.alertChannels.filter((channel) => channel !== 'email'),
          });
          return { ...shown, on: undo };
        }
        const others = search.alert.channels.filter((channel) => channel !== 'email');
        const alert: SearchAlert = {
          ...search.alert,
          channels: undo ? [...others, 'email'] : others,
          on: undo || (search.alert.on && others.length > 0),
        };
        try {
          await replace(owner, search, { ...search, alert, version: search.version + 1, updatedAt: isoNow(clock) });
          return { ...shown, on: undo };
        } catch (error) {
          if (!(error instanceof AppError && error.code === 'search.version_conflict') || attempt === TRIES)
            throw error;
        }
      }
    },
  };
}

const isAlerting = ({ on, channels }: SearchAlert): boolean => on && channels.length > 0;

/** Which write of a transaction did not hold; undefined for any other failure. */
function failedIndex(error: unknown): number | undefined {
  if (!(error instanceof AppError) || error.code !== 'table.condition_failed') return undefined;
  return Number(error.details?.index ?? 0);
}
