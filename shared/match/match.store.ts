/**
 * `USER#u → MATCH#j | FEEDBACK#j | TASK#t`. The best 500 of a person are rows of some 300 bytes, read by one query;
 * details are reckoned on request. `RANKED#shard → USER#u` holds, sealed for its owner, what decides a person's scores,
 * so that new postings are held against everybody without reading one profile.
 */
import { createHash } from 'node:crypto';
import { ttlIn } from '#shared/platform/clock.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { joinKey, key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import { aliveCheck } from '#shared/platform/tombstone.ts';
import type { CandidateFeatures } from './features.rules.ts';
import type { FeedbackEvent, Taste } from './feedback.rules.ts';
import type { TaskState } from './match.contract.ts';
import type { Score } from './score.rules.ts';

/** What is kept of a match: enough to sort, filter and show the number as it was reckoned. */
export type StoredMatch = Score & {
  jobId: string;
  /** Days since 1970. */
  posted: number;
  /** Upper end of a year's pay, US dollars. */
  pay?: number | undefined;
  /** Key of the employer, so that one of them cannot fill a list. */
  company: string;
  /** What it was reckoned from; a match of older parts is made anew. */
  stamp: string;
};

export type Feedback = {
  jobId: string;
  rating?: 'up' | 'down' | undefined;
  reason?: string | undefined;
  hidden: boolean;
  /** The person applied. */
  applied: boolean;
  at: string;
  /** What the posting was when they said so: it teaches the ranking when the posting is long gone. */
  about?: Omit<FeedbackEvent, 'verdict'> | undefined;
};
export type FeedbackChange = {
  jobId: string;
  at: string;
  /** Null takes the thumb and its reason back. */
  rating?: 'up' | 'down' | null;
  reason?: string;
  hidden?: boolean;
  applied?: boolean;
  about?: Feedback['about'];
};

/** Somebody postings are held against. */
export type RankedPerson = { owner: string; me: CandidateFeatures; taste: Taste };

/** DynamoDB takes 100 writes a transaction; one of them checks that the person was not erased. */
const PER_TRANSACTION = 99;
const TASK_DAYS = 7;
const SHARDS = 16;

export function createMatchStore({ table, cipher, clock }: Pick<Platform, 'table' | 'cipher' | 'clock'>) {
  const matchKey = (owner: string, jobId: string) => key(['USER', owner], ['MATCH', jobId]);
  const feedbackKey = (owner: string, jobId: string) => key(['USER', owner], ['FEEDBACK', jobId]);
  const taskKey = (owner: string, id: string) => key(['USER', owner], ['TASK', id]);
  const shardOf = (owner: string) => String((createHash('sha256').update(owner).digest()[0] ?? 0) % SHARDS);
  const rankedKey = (owner: string) => key(['RANKED', shardOf(owner)], ['USER', owner]);
  const pk = (owner: string) => joinKey(['USER', owner]);

  const fromRow = ({ pk: _pk, sk: _sk, ttl: _ttl, ...rest }: Row & StoredMatch): StoredMatch => rest;

  return {
    async all(owner: string): Promise<StoredMatch[]> {
      const rows = await table.query<Row & StoredMatch>({ pk: pk(owner), prefix: prefixOf(['MATCH']) });
      return rows.map(fromRow);
    },

    /** Writes what is new or changed and removes what fell out, in steps; repeating it is harmless. */
    async replace(
      owner: string,
      { put, remove }: { put: readonly StoredMatch[]; remove: readonly string[] },
    ): Promise<void> {
      const writes: Write[] = [
        ...put.map((match): Write => ({ put: { ...matchKey(owner, match.jobId), ...match } })),
        ...remove.map((jobId): Write => ({ remove: matchKey(owner, jobId) })),
      ];
      for (let start = 0; start < writes.length; start += PER_TRANSACTION)
        await table.transact([...writes.slice(start, start + PER_TRANSACTION), aliveCheck(owner)]);
    },

    async remember({ owner, me, taste }: RankedPerson): Promise<void> {
      const sealed = cipher.seal({ owner, field: 'ranked' }, JSON.stringify({ me, taste }));
      await table.transact([{ put: { ...rankedKey(owner), owner, sealed } }, aliveCheck(owner)]);
    },
    /** People of one shard after the owner `after`, in order of their ids. */
    async ranked(
      shard: number,
      { after, limit }: { after?: string | undefined; limit: number },
    ): Promise<RankedPerson[]> {
      const rows = await table.query<Row & { owner: string; sealed: string }>({
        pk: joinKey(['RANKED', String(shard)]),
        limit,
        ...(after === undefined ? { prefix: prefixOf(['USER']) } : { after: joinKey(['USER', after]) }),
      });
      return rows.map(({ owner, sealed }) => ({
        owner,
        ...(JSON.parse(cipher.open({ owner, field: 'ranked' }, sealed)) as Omit<RankedPerson, 'owner'>),
      }));
    },
    shards: SHARDS,
    /** Fails when the day was begun already. */
    beginDay: (day: string): Write => ({
      put: { ...key(['RANKING', day], ['BEGUN']), ttl: ttlIn(clock, TASK_DAYS * 86_400) },
      when: { exists: false },
    }),

    async feedback(owner: string): Promise<Map<string, Feedback>> {
      const rows = await table.query<Row & Omit<Feedback, 'about'> & { about?: string }>({
        pk: pk(owner),
        prefix: prefixOf(['FEEDBACK']),
      });
      return new Map(
        rows.map(({ jobId, rating, reason, hidden, applied, at, about }) => {
          const place = { owner, field: `feedback:${jobId}` };
          return [
            jobId,
            {
              jobId,
              rating,
              hidden: hidden === true,
              applied: applied === true,
              at,
              ...(reason !== undefined && { reason: cipher.open(place, reason) }),
              ...(about !== undefined && { about: JSON.parse(cipher.open(place, about)) as Feedback['about'] }),
            },
          ];
        }),
      );
    },
    /** Writes what is given and leaves the rest standing. */
    feedbackWrite(owner: string, { rating, reason, about, ...change }: FeedbackChange): Write {
      const place = { owner, field: `feedback:${change.jobId}` };
      return {
        update: feedbackKey(owner, change.jobId),
        ...(rating === null && { unset: ['rating', 'reason'] }),
        set: {
          ...change,
          rating: rating ?? undefined,
          reason: reason === undefined ? undefined : cipher.seal(place, reason),
          about: about === undefined ? undefined : cipher.seal(place, JSON.stringify(about)),
        },
      };
    },
    saveFeedback(owner: string, change: FeedbackChange): Write[] {
      return [this.feedbackWrite(owner, change), aliveCheck(owner)];
    },
    /** Forgets what was learnt from thumbs and applications; what is hidden stays hidden. Repeating it is harmless. */
    async forgetTaste(owner: string): Promise<void> {
      for (const { jobId } of (await this.feedback(owner)).values())
        await table.write({
          update: feedbackKey(owner, jobId),
          unset: ['rating', 'reason', 'applied', 'about'],
          set: {},
        });
    },
    removeMatch: (owner: string, jobId: string): Write => ({ remove: matchKey(owner, jobId) }),

    saveTask: (owner: string, state: TaskState): Write => ({
      put: { ...taskKey(owner, state.id), ...state, ttl: ttlIn(clock, TASK_DAYS * 86_400) },
    }),
    async task(owner: string, id: string): Promise<TaskState | undefined> {
      if (!/^tsk_\w+$/.test(id)) return undefined;
      const row = await table.get<Row & TaskState>(taskKey(owner, id));
      return (
        row && {
          id: row.id,
          status: row.status,
          ...(row.progress !== undefined && { progress: row.progress }),
          ...(row.error && { error: row.error }),
        }
      );
    },

    async exportUser(owner: string): Promise<unknown> {
      return { matches: await this.all(owner), feedback: [...(await this.feedback(owner)).values()] };
    },
    async eraseUser(owner: string): Promise<void> {
      await table.write({ remove: rankedKey(owner) });
      for (const kind of ['MATCH', 'FEEDBACK', 'TASK']) {
        const rows = await table.query({ pk: pk(owner), prefix: prefixOf([kind]) });
        for (let start = 0; start < rows.length; start += 100)
          await table.transact(rows.slice(start, start + 100).map((row) => ({ remove: { pk: row.pk, sk: row.sk } })));
      }
    },
  };
}

export type MatchStore = ReturnType<typeof createMatchStore>;
