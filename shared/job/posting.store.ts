/**
 * Public postings and the keys they are known by.
 * `JOB#j → POSTING` what people see and who said it; `SAID#h` what each source said, whole; `VERSION#at` earlier texts.
 * `SOURCE#h`, `ADDRESS#h` → POSTING the natural keys; `LIKENESS#h` → POSTING the last few with this title and text.
 * `EMPLOYER#h → JOB#j` a posting as comparing needs it, `EMPLOYER#h → HEAD` a version that every change to one of the
 * employer's postings moves, so two that look for look-alikes at once cannot both find none.
 * `JOBPENDING → id` postings whose index rows and tasks are still to be written; a crash leaves them to the next import.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { SourcePosting } from '#shared/feed/posting.schema.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { type Key, key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import type { Fingerprint } from './fingerprint.rules.ts';
import type { Job } from './job.schema.ts';
import { type Absent, sourceName } from './liveness.rules.ts';
import type { Content } from './posting.rules.ts';

const gzipped = promisify(gzip);
/** The quick way: a source's words are read again only when they change. */
const pack = (text: string): Promise<Buffer> => gzipped(text, { level: 1 });
const unpack = promisify(gunzip);

/** A posting as it is kept: what people see, and what only we need to know. */
export type StoredPosting = {
  job: Job;
  /** Moves with every change; writes are conditional on it. */
  version: number;
  /** Moves with every change the index shows. */
  rev: number;
  /** Source names → hash of what that source last said. */
  hashes: Readonly<Record<string, string>>;
  /** Why sources were merged in. */
  edges: readonly { source: string; sourceId: string; why: string; at: string }[];
  /** Source names that were split off and are never merged in again. */
  never: readonly string[];
  /** Key of the employer's partition. */
  employer: string;
  urlKey?: string | undefined;
  /** Hash of the text shown and the instant since which it is. */
  contentHash: string;
  contentAt: string;
  mergedInto?: string | undefined;
  /** Sources that do not show it any more; see `liveness.rules.ts`. */
  absent?: Absent | undefined;
};

/** What the employer's partition keeps of a posting: all that comparing needs. */
export type Sibling = {
  id: string;
  print: Fingerprint;
  sources: readonly { source: string; sourceId: string; url: string }[];
  never: readonly string[];
};

/** What a source's id leads to. */
export type Known = { jobId: string; hash: string };

/** Postings that share a title and a least run of the text, the latest last. */
export type Likeness = { postings: readonly { jobId: string; employer: string }[]; version: number };

/** An earlier text of a posting, from `at` until the next. */
export type PostingVersion = { at: string; content: Content };

type PostingRow = Row & StoredPosting;
type SiblingRow = Row & Omit<Sibling, 'print'> & { print: PackedPrint };
type PackedPrint = Omit<Fingerprint, 'titleWords' | 'places' | 'countries' | 'text'> & {
  titleWords: string[];
  places: string[];
  countries: string[];
  bits: number;
  runs: Uint8Array;
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);
/** A hash of anything a source says. */
export const contentHash = (value: unknown): string => digest(JSON.stringify(value));

const packPrint = ({ titleWords, places, countries, text, ...rest }: Fingerprint): PackedPrint => ({
  ...rest,
  titleWords: [...titleWords],
  places: [...places],
  countries: [...countries],
  bits: text.bits,
  runs: new Uint8Array(text.runs.buffer, text.runs.byteOffset, text.runs.byteLength),
});

const unpackPrint = ({ titleWords, places, countries, bits, runs, ...rest }: PackedPrint): Fingerprint => ({
  ...rest,
  // Absent fields do not survive the table.
  key: rest.key,
  ats: rest.ats,
  pay: rest.pay,
  titleWords: new Set(titleWords),
  places: new Set(places),
  countries: new Set(countries),
  text: { bits, runs: new Uint32Array(runs.slice().buffer) },
});

const siblingFrom = ({ id, print, sources, never }: SiblingRow): Sibling => ({
  id,
  print: unpackPrint(print),
  sources,
  never,
});

const isJobId = (id: string): boolean => /^job_\w+$/.test(id);
const jobKey = (id: string): Key => key(['JOB', id], ['POSTING']);
const saidKey = (id: string, name: string): Key => key(['JOB', id], ['SAID', digest(name)]);
const versionKey = (id: string, at: string): Key => key(['JOB', id], ['VERSION', at]);
const sourceKey = (name: string): Key => key(['SOURCE', digest(name)], ['POSTING']);
const addressKey = (canonical: string): Key => key(['ADDRESS', digest(canonical)], ['POSTING']);
const likenessKey = (likeness: string): Key => key(['LIKENESS', digest(likeness)], ['POSTING']);
const headKey = (employer: string): Key => key(['EMPLOYER', digest(employer)], ['HEAD']);
const siblingKey = (employer: string, id: string): Key => key(['EMPLOYER', digest(employer)], ['JOB', id]);
const PENDING = 'JOBPENDING';

/** The writes a posting is made and changed by; each is part of a transaction. */
export const postingWrites = {
  create: (posting: StoredPosting): Write => ({
    put: { ...jobKey(posting.job.id), ...posting },
    when: { exists: false },
  }),
  /** Replaces the version before this one; fails when somebody else did in between. */
  replace: (posting: StoredPosting): Write => ({
    put: { ...jobKey(posting.job.id), ...posting },
    when: { equals: { version: posting.version - 1 } },
  }),
  sibling: (employer: string, { print, ...sibling }: Sibling): Write => ({
    put: { ...siblingKey(employer, sibling.id), ...sibling, print: packPrint(print) },
  }),
  noSibling: (employer: string, id: string): Write => ({ remove: siblingKey(employer, id) }),
  head: (employer: string, version: number): Write => ({
    put: { ...headKey(employer), version: version + 1 },
    when: version === 0 ? { exists: false } : { equals: { version } },
  }),
  /** `before` is what the source's id led to when it was read. */
  source: (name: string, known: Known, before: Known | undefined): Write => ({
    put: { ...sourceKey(name), ...known },
    when: before === undefined ? { exists: false } : { equals: { jobId: before.jobId, hash: before.hash } },
  }),
  address: (canonical: string, jobId: string, before: string | undefined): Write => ({
    put: { ...addressKey(canonical), jobId },
    when: before === undefined ? { exists: false } : { equals: { jobId: before } },
  }),
  likeness: (name: string, { postings, version }: Likeness): Write => ({
    put: { ...likenessKey(name), postings, version: version + 1 },
    when: version === 0 ? { exists: false } : { equals: { version } },
  }),
  said: async (jobId: string, given: SourcePosting): Promise<Write> => ({
    put: { ...saidKey(jobId, sourceName(given)), words: await pack(JSON.stringify(given)) },
  }),
  unsaid: (jobId: string, name: string): Write => ({ remove: saidKey(jobId, name) }),
  version: async (jobId: string, { at, content }: PostingVersion): Promise<Write> => ({
    update: versionKey(jobId, at),
    set: { words: await pack(JSON.stringify(content)) },
  }),
  /** An earlier text that stays however many follow, because somebody applied to it. */
  keptVersion: async (jobId: string, { at, content }: PostingVersion): Promise<Write> => ({
    update: versionKey(jobId, at),
    set: { words: await pack(JSON.stringify(content)), kept: true },
  }),
  noVersion: (jobId: string, at: string): Write => ({ remove: versionKey(jobId, at) }),
  pending: (id: string, fields: { jobIds: string[]; changed: string[]; at: number }): Write => ({
    put: { pk: PENDING, sk: id, ...fields },
  }),
  settled: (id: string): Write => ({ remove: { pk: PENDING, sk: id } }),
};

export function createPostingStore({ table }: Pick<Platform, 'table'>) {
  const fromRow = ({ pk: _pk, sk: _sk, requestToken: _token, ...posting }: PostingRow): StoredPosting => posting;

  async function rows<T extends Row>(keys: readonly Key[]): Promise<Map<string, T>> {
    const unique = [...new Map(keys.map((one) => [one.pk, one])).values()];
    return new Map((await table.getMany<T>(unique)).map((row) => [row.pk, row]));
  }

  return {
    replace: postingWrites.replace,

    /** The posting, a merged-away id followed to its survivor. */
    async of(id: string): Promise<StoredPosting | undefined> {
      return (await this.many([id])).get(id);
    },

    /** By the ids asked for, merged-away ones followed to their survivors. */
    async many(ids: readonly string[]): Promise<Map<string, StoredPosting>> {
      const out = new Map<string, StoredPosting>();
      let asked = new Map(ids.filter(isJobId).map((id) => [id, id]));
      for (let hops = 0; asked.size > 0 && hops < 6; hops++) {
        const found = await rows<PostingRow>([...asked.values()].map(jobKey));
        const next = new Map<string, string>();
        for (const [id, at] of asked) {
          const row = found.get(jobKey(at).pk);
          if (row?.mergedInto !== undefined) next.set(id, row.mergedInto);
          else if (row !== undefined) out.set(id, fromRow(row));
        }
        asked = next;
      }
      return out;
    },

    /** What source names lead to. */
    async known(names: readonly string[]): Promise<Map<string, Known>> {
      const found = await rows<Row & Known>(names.map(sourceKey));
      return new Map(
        names.flatMap((name) => {
          const row = found.get(sourceKey(name).pk);
          return row === undefined ? [] : [[name, { jobId: row.jobId, hash: row.hash }] as const];
        }),
      );
    },

    async byAddress(canonical: readonly string[]): Promise<Map<string, string>> {
      const found = await rows<Row & { jobId: string }>(canonical.map(addressKey));
      return new Map(
        canonical.flatMap((one) => {
          const row = found.get(addressKey(one).pk);
          return row === undefined ? [] : [[one, row.jobId] as const];
        }),
      );
    },

    async byLikeness(names: readonly string[]): Promise<Map<string, Likeness>> {
      const found = await rows<Row & Likeness>(names.map(likenessKey));
      return new Map(
        names.flatMap((name) => {
          const row = found.get(likenessKey(name).pk);
          return row === undefined ? [] : [[name, { postings: row.postings, version: row.version }] as const];
        }),
      );
    },

    /** Single postings as comparing needs them. */
    async siblings(list: readonly { jobId: string; employer: string }[]): Promise<Map<string, Sibling>> {
      const found = await table.getMany<SiblingRow>(list.map(({ employer, jobId }) => siblingKey(employer, jobId)));
      return new Map(found.map((row) => [row.id, siblingFrom(row)]));
    },

    bookVersion: async (employer: string): Promise<number> =>
      (await table.get<Row & { version: number }>(headKey(employer)))?.version ?? 0,

    /** The employer's postings and the version they were read at. */
    async book(employer: string): Promise<{ version: number; siblings: Map<string, Sibling> }> {
      // The version first: what is written while the postings are read then fails the condition.
      const head = await table.get<Row & { version: number }>(headKey(employer));
      if (head === undefined) return { version: 0, siblings: new Map() };
      const found = await table.query<SiblingRow>({ pk: headKey(employer).pk, prefix: prefixOf(['JOB']) });
      return {
        version: head.version,
        siblings: new Map(found.map((row) => [row.id, siblingFrom(row)])),
      };
    },

    /** What each source last said of a posting, by its name. */
    async said(jobId: string): Promise<Map<string, SourcePosting>> {
      const found = await table.query<Row & { words: Uint8Array }>({
        pk: jobKey(jobId).pk,
        prefix: prefixOf(['SAID']),
      });
      const postings = await Promise.all(
        found.map(async ({ words }) => SourcePosting.parse(JSON.parse((await unpack(words)).toString('utf8')))),
      );
      return new Map(postings.map((given) => [sourceName(given), given]));
    },

    /** Earlier texts, oldest first. */
    async versions(jobId: string): Promise<(PostingVersion & { kept: boolean })[]> {
      const found = await table.query<Row & { words: Uint8Array; kept?: boolean }>({
        pk: jobKey(jobId).pk,
        prefix: prefixOf(['VERSION']),
      });
      return Promise.all(
        found.map(async ({ sk, words, kept }) => ({
          at: sk.slice(prefixOf(['VERSION']).length),
          content: JSON.parse((await unpack(words)).toString('utf8')) as Content,
          kept: kept === true,
        })),
      );
    },

    /** Postings written before `before` (milliseconds since 1970) whose index rows and tasks are still owed. */
    async pending(before: number): Promise<{ id: string; jobIds: string[]; changed: string[] }[]> {
      const found = await table.query<Row & { jobIds: string[]; changed: string[]; at: number }>({
        pk: PENDING,
        limit: 100,
      });
      return found.filter((row) => row.at < before).map(({ sk, jobIds, changed }) => ({ id: sk, jobIds, changed }));
    },
  };
}

export type PostingStore = ReturnType<typeof createPostingStore>;
