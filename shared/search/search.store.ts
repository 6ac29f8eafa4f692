/**
 * `USER#u → SEARCH#s` what a person saved (name and filters sealed), `SEARCHNAME#h` the same filters only once, `ALERT#s`
 * what its alert has told and when it is due. Lists across people hold ids and sealed texts alone: `DUE#<day> → <minute>`
 * what is due then, `INSTANT#<shard>` searches to be asked at every new posting. `WANTED → QUERY#h` counts how many want
 * a query at the sources, never who. Over 300 lines because these rows change together, in one transaction each.
 */
import { createHash } from 'node:crypto';
import type { Platform } from '#shared/platform/platform.ts';
import { type Condition, joinKey, type Key, key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import { aliveCheck } from '#shared/platform/tombstone.ts';
import type { Told } from './digest.rules.ts';
import { naturalKey } from './filter.rules.ts';
import { SearchAlert, SearchQuery, WantedQuery } from './search.schema.ts';

export type StoredSearch = {
  id: string;
  name: string;
  query: SearchQuery;
  alert: SearchAlert;
  version: number;
  createdAt: string;
  updatedAt: string;
  /** Least id of a posting that came in after the person last opened it. */
  seen: string;
  /** What sources are asked for it. */
  wanted: readonly WantedQuery[];
};

export type StoredAlert = Told & {
  id: string;
  dueAt?: number | undefined;
  lastRunAt?: number | undefined;
  /** When it last had something to tell. */
  toldAt?: number | undefined;
  /** When it last was told that there is more, while it was due. */
  woken?: number | undefined;
};
export type Due = { owner: string; id: string; slot: number };
export type Instant = { owner: string; id: string; query: SearchQuery };

/** A search to be kept; postings up to `floor` are old news to it. */
export type NewSearch = { search: StoredSearch; floor: string; dueAt: number | undefined };

type SearchRow = Row & Omit<StoredSearch, 'name' | 'query' | 'wanted'> & { sealed: string };
type AlertRow = Row & StoredAlert;
type DueRow = Row & Due & { handedAt?: number };
type InstantRow = Row & { owner: string; id: string; sealed: string };
type WantedRow = Row & { count: number; asked: unknown };

const SHARDS = 8;
const DUE_PAGE = 500;
const MINUTE = 60_000;
/** Milliseconds after which something due that was handed to a task but never done is handed out again. */
const LEASE = 30 * MINUTE;
const NOT_DUE: Condition = { exists: true, below: { dueAt: 0 } };

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);

export type SearchStore = ReturnType<typeof createSearchStore>;

export function createSearchStore({ table, cipher }: Pick<Platform, 'table' | 'cipher'>) {
  const pk = (owner: string) => joinKey(['USER', owner]);
  const searchKey = (owner: string, id: string) => key(['USER', owner], ['SEARCH', id]);
  const alertKey = (owner: string, id: string) => key(['USER', owner], ['ALERT', id]);
  const nameKey = (owner: string, query: SearchQuery) =>
    key(['USER', owner], ['SEARCHNAME', digest(`${owner}\n${naturalKey(query)}`)]);
  const shardOf = (owner: string) => String((createHash('sha256').update(owner).digest()[0] ?? 0) % SHARDS);
  const instantKey = (owner: string, id: string) => key(['INSTANT', shardOf(owner)], ['USER', owner, 'SEARCH', id]);
  const wantedPk = joinKey(['WANTED']);
  const wantedKey = (query: WantedQuery) => key(['WANTED'], ['QUERY', wantedName(query)]);
  const wishesKey = (owner: string) => key(['USER', owner], ['ALERTWISHES']);
  const dueKey = ({ owner, id, slot }: Due): Key => {
    const [day = '', clock = ''] = new Date(slot).toISOString().split('T');
    return key(['DUE', day], [clock.slice(0, 5), owner, id]);
  };
  const putDue = (due: Due): Write => ({ put: { ...dueKey(due), ...due } });
  const field = (id: string) => `search:${id}`;
  const seal = (owner: string, id: string, value: unknown) =>
    cipher.seal({ owner, field: field(id) }, JSON.stringify(value));
  const open = (owner: string, id: string, sealed: string): unknown =>
    JSON.parse(cipher.open({ owner, field: field(id) }, sealed));

  const fromRow = (owner: string, row: SearchRow): StoredSearch => {
    const { name, query, wanted } = open(owner, row.id, row.sealed) as Record<string, unknown>;
    return {
      id: row.id,
      name: String(name),
      query: SearchQuery.parse(query),
      alert: SearchAlert.parse(row.alert),
      version: row.version,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      seen: row.seen,
      wanted: WantedQuery.array().parse(wanted),
    };
  };
  const fieldsOf = (owner: string, search: StoredSearch) => {
    const { name, query, wanted, ...plain } = search;
    return { ...plain, alert: { ...search.alert }, sealed: seal(owner, search.id, { name, query, wanted }) };
  };
  const toAlert = ({ id, floor, told, dueAt, lastRunAt, toldAt, woken }: AlertRow): StoredAlert => ({
    id,
    floor,
    told,
    dueAt,
    lastRunAt,
    toldAt,
    woken,
  });

  /** One more, or one fewer, who wants each of these. */
  const want = (queries: readonly WantedQuery[], by: 1 | -1): Write[] =>
    queries.map((query) => ({ update: wantedKey(query), set: { asked: { ...query } }, add: { count: by } }));
  const rewant = (before: readonly WantedQuery[], after: readonly WantedQuery[]): Write[] => {
    const [old, young] = [new Set(before.map(wantedName)), new Set(after.map(wantedName))];
    return [
      ...want(
        after.filter((query) => !old.has(wantedName(query))),
        1,
      ),
      ...want(
        before.filter((query) => !young.has(wantedName(query))),
        -1,
      ),
    ];
  };
  const instant = (owner: string, search: StoredSearch): Write =>
    search.alert.on && search.alert.frequency === 'instant' && search.alert.channels.length > 0
      ? {
          put: {
            ...instantKey(owner, search.id),
            owner,
            id: search.id,
            sealed: seal(owner, search.id, search.query),
          },
        }
      : { remove: instantKey(owner, search.id) };

  const move = (
    owner: string,
    change: {
      id: string;
      from: number | undefined;
      to: number | undefined;
      set: Record<string, unknown>;
      when: Condition;
    },
  ): Write[] => {
    const { id, from, to, set, when } = change;
    return [
      {
        update: alertKey(owner, id),
        set: { id, ...set, ...(to !== undefined && { dueAt: to }) },
        ...(to === undefined && { unset: ['dueAt'] }),
        when,
      },
      ...(from !== undefined && from !== to ? [{ remove: dueKey({ owner, id, slot: from }) }] : []),
      ...(to !== undefined && from !== to ? [putDue({ owner, id, slot: to })] : []),
    ];
  };

  return {
    async of(owner: string, id: string): Promise<StoredSearch | undefined> {
      if (!/^sea_\w+$/.test(id)) return undefined;
      const row = await table.get<SearchRow>(searchKey(owner, id));
      return row && fromRow(owner, row);
    },
    async all(owner: string): Promise<StoredSearch[]> {
      const rows = await table.query<SearchRow>({ pk: pk(owner), prefix: prefixOf(['SEARCH']) });
      return rows.map((row) => fromRow(owner, row));
    },
    /** The search these filters are saved under. */
    async named(owner: string, query: SearchQuery): Promise<string | undefined> {
      return (await table.get<Row & { id: string }>(nameKey(owner, query)))?.id;
    },

    /** The first two fail when it is there already. */
    create: (owner: string, { search, floor, dueAt }: NewSearch): Write[] => [
      { put: { ...nameKey(owner, search.query), id: search.id }, when: { exists: false } },
      { put: { ...searchKey(owner, search.id), ...fieldsOf(owner, search) }, when: { exists: false } },
      aliveCheck(owner),
      { put: { ...alertKey(owner, search.id), id: search.id, floor, told: [], ...(dueAt !== undefined && { dueAt }) } },
      ...(dueAt === undefined ? [] : [putDue({ owner, id: search.id, slot: dueAt })]),
      instant(owner, search),
      ...want(search.wanted, 1),
    ],

    /** The first fails when the version is no longer the one before, the second when other filters are the new ones already. */
    replace(owner: string, before: StoredSearch, after: StoredSearch): Write[] {
      const renamed = naturalKey(before.query) !== naturalKey(after.query);
      return [
        {
          put: { ...searchKey(owner, after.id), ...fieldsOf(owner, after) },
          when: { equals: { version: before.version } },
        },
        ...(renamed
          ? ([
              { put: { ...nameKey(owner, after.query), id: after.id }, when: { exists: false } },
              { remove: nameKey(owner, before.query) },
            ] satisfies Write[])
          : []),
        instant(owner, after),
        ...rewant(before.wanted, after.wanted),
      ];
    },

    /** The first fails when the search was changed meanwhile. */
    remove: (owner: string, search: StoredSearch, alert: StoredAlert | undefined): Write[] => [
      { remove: searchKey(owner, search.id), when: { equals: { version: search.version } } },
      { remove: nameKey(owner, search.query) },
      { remove: alertKey(owner, search.id) },
      ...(alert?.dueAt === undefined ? [] : [{ remove: dueKey({ owner, id: search.id, slot: alert.dueAt }) }]),
      { remove: instantKey(owner, search.id) },
      ...want(search.wanted, -1),
    ],

    // What alerts have told, and when they are due.
    async alert(owner: string, id: string): Promise<StoredAlert | undefined> {
      const row = await table.get<AlertRow>(alertKey(owner, id));
      return row && toAlert(row);
    },
    async alerts(owner: string): Promise<StoredAlert[]> {
      const rows = await table.query<AlertRow>({ pk: pk(owner), prefix: prefixOf(['ALERT']) });
      return rows.map(toAlert);
    },
    /** The alert of matches, made the first time. */
    beginAlert: (owner: string, id: string): Write[] => [
      { put: { ...alertKey(owner, id), id, floor: '', told: [] }, when: { exists: false } },
      aliveCheck(owner),
    ],
    /** Moves an alert from one time to another (undefined: none). The first write fails when somebody else moved it. */
    schedule: (owner: string, change: { id: string; from: number | undefined; to: number | undefined }): Write[] =>
      move(owner, {
        ...change,
        set: {},
        when: change.from === undefined ? NOT_DUE : { equals: { dueAt: change.from } },
      }),
    /** Ends a run: what was told, and when the next is. The first write fails when it was moved or woken since `state`. */
    finish: (
      owner: string,
      state: StoredAlert & { dueAt: number },
      done: { to: number | undefined; told: Told; lastRunAt?: number | undefined; toldAt?: number | undefined },
    ): Write[] =>
      move(owner, {
        id: state.id,
        from: state.dueAt,
        to: done.to,
        set: { ...done.told, lastRunAt: done.lastRunAt, toldAt: done.toldAt },
        when:
          state.woken === undefined
            ? { equals: { dueAt: state.dueAt }, below: { woken: 0 } }
            : { equals: { dueAt: state.dueAt, woken: state.woken } },
      }),
    /** Tells a run that is due or under way that there is more; fails when it is over. */
    wake: (owner: string, { id, dueAt, at }: { id: string; dueAt: number; at: number }): Write => ({
      update: alertKey(owner, id),
      set: { woken: at },
      when: { equals: { dueAt } },
    }),
    /** What is due on the day of `day` at or before `now`, not handed out within the lease. */
    async due(day: number, now: number): Promise<{ due: Due[]; left: boolean }> {
      const [date = ''] = new Date(day).toISOString().split('T');
      const until = day + 86_400_000 <= now ? '~' : `${new Date(now).toISOString().slice(11, 16)}~`;
      const free: Due[] = [];
      for (let after: string | undefined = until, left = false; ; left = true) {
        const rows: DueRow[] = await table.query<DueRow>({
          pk: joinKey(['DUE', date]),
          after,
          descending: true,
          limit: DUE_PAGE,
        });
        for (const { owner, id, slot, handedAt = 0 } of rows)
          if (handedAt < now - LEASE) free.push({ owner, id, slot });
        after = rows.at(-1)?.sk;
        if (rows.length < DUE_PAGE || after === undefined || free.length >= DUE_PAGE)
          return { due: free, left: left || rows.length > 0 };
      }
    },
    /** Fails when another process handed it out meanwhile, or it is no longer due. */
    handOut: (due: Due, now: number): Write => ({
      update: dueKey(due),
      set: { handedAt: now },
      when: { exists: true, below: { handedAt: now - LEASE } },
    }),
    /** What is due but concerns nothing any more. */
    forgetDue: (due: Due): Write => ({ remove: dueKey(due) }),

    shards: SHARDS,
    async instants(shard: number, page: { after?: string | undefined; limit: number }): Promise<Instant[]> {
      const rows = await table.query<InstantRow>({
        pk: joinKey(['INSTANT', String(shard)]),
        limit: page.limit,
        ...(page.after === undefined ? { prefix: prefixOf(['USER']) } : { after: page.after }),
      });
      return rows.map(({ owner, id, sealed }) => ({ owner, id, query: SearchQuery.parse(open(owner, id, sealed)) }));
    },
    instantName: ({ owner, id }: { owner: string; id: string }) => instantKey(owner, id).sk,

    // What sources are asked for.
    async wanted(page: {
      after?: string | undefined;
      limit: number;
    }): Promise<{ items: WantedQuery[]; next?: string }> {
      const rows = await table.query<WantedRow>({
        pk: wantedPk,
        limit: page.limit,
        ...(page.after === undefined ? { prefix: prefixOf(['QUERY']) } : { after: page.after }),
      });
      const items = rows.filter(({ count }) => count > 0).map(({ asked }) => WantedQuery.parse(asked));
      const last = rows.length === page.limit ? rows.at(-1)?.sk : undefined;
      return { items, ...(last !== undefined && { next: last }) };
    },
    async wishes(owner: string): Promise<{ version: number; wanted: WantedQuery[] }> {
      const row = await table.get<Row & { version: number; sealed: string }>(wishesKey(owner));
      const wanted = row === undefined ? [] : WantedQuery.array().parse(open(owner, 'wishes', row.sealed));
      return { version: row?.version ?? 0, wanted };
    },
    /** What the titles a person wishes for ask of the sources. The first write fails when it changed meanwhile. */
    saveWishes: (owner: string, before: { version: number; wanted: WantedQuery[] }, wanted: WantedQuery[]): Write[] => [
      {
        put: { ...wishesKey(owner), version: before.version + 1, sealed: seal(owner, 'wishes', wanted) },
        when: before.version === 0 ? { exists: false } : { equals: { version: before.version } },
      },
      aliveCheck(owner),
      ...rewant(before.wanted, wanted),
    ],

    async exportUser(owner: string): Promise<unknown> {
      const [searches, alerts, wishes] = await Promise.all([this.all(owner), this.alerts(owner), this.wishes(owner)]);
      return { searches, alerts, askedOfSources: wishes.wanted };
    },
    /** One search or wish a transaction, so that a repetition counts nobody out twice. */
    async eraseUser(owner: string): Promise<void> {
      for (const search of await this.all(owner))
        await table.transact(this.remove(owner, search, await this.alert(owner, search.id)));
      const wishes = await this.wishes(owner);
      if (wishes.version > 0)
        await table.transact([
          { remove: wishesKey(owner), when: { equals: { version: wishes.version } } },
          ...want(wishes.wanted, -1),
        ]);
      for (const { id, dueAt } of await this.alerts(owner)) {
        if (dueAt !== undefined) await table.write({ remove: dueKey({ owner, id, slot: dueAt }) });
        await table.write({ remove: alertKey(owner, id) });
      }
      for (const { pk: at, sk } of await table.query({ pk: pk(owner), prefix: prefixOf(['SEARCHNAME']) }))
        await table.write({ remove: { pk: at, sk } });
    },
  };
}

/** The name of a query: what decides whether two people want the same. */
function wantedName({ what, where, country, remote }: WantedQuery): string {
  return digest(JSON.stringify([what, where, country ?? '', remote === true]));
}
