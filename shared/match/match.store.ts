/**
 * `USER#u → MATCH#j | FEEDBACK#j | TASK#t`. The best 500 of a person are rows of some 300 bytes, read by one query;
 * details are reckoned on request. `RANKED#shard → USER#u` lists whom new postings could concern.
 */
import { createHash } from 'node:crypto';
import type { Job } from '#shared/job/job.schema.ts';
import { ttlIn } from '#shared/platform/clock.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { joinKey, key, prefixOf, type Row, type Write } from '#shared/platform/table.ts';
import { aliveCheck } from '#shared/platform/tombstone.ts';
import type { TaskState } from './match.contract.ts';
import type { Match } from './score.rules.ts';

/** What is kept of a match: enough to sort, filter and show the number as it was reckoned. */
export type StoredMatch = Pick<Match, 'score' | 'gate' | 'breakdown' | 'provisional'> & {
  jobId: string;
  /** Milliseconds since 1970. */
  posted: number;
  /** Upper end of a year's pay, US dollars. */
  pay?: number | undefined;
  place: string;
  country?: string | undefined;
  city?: string | undefined;
  remote: Job['location']['remote'];
  company: string;
  /** What it was reckoned from; a match of older parts is made anew. */
  stamp: string;
};

export type Feedback = {
  jobId: string;
  rating?: 'up' | 'down' | undefined;
  reason?: string | undefined;
  hidden: boolean;
  at: string;
};

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

    async remember(owner: string): Promise<void> {
      await table.transact([{ put: { ...rankedKey(owner), owner } }, aliveCheck(owner)]);
    },
    /** Owners of one shard after `after`, in order. */
    async ranked(shard: number, { after, limit }: { after?: string | undefined; limit: number }): Promise<string[]> {
      const rows = await table.query<Row & { owner: string }>({
        pk: joinKey(['RANKED', String(shard)]),
        limit,
        ...(after === undefined ? { prefix: prefixOf(['USER']) } : { after: joinKey(['USER', after]) }),
      });
      return rows.map((row) => row.owner);
    },
    shards: SHARDS,

    async feedback(owner: string): Promise<Map<string, Feedback>> {
      const rows = await table.query<Row & Feedback>({ pk: pk(owner), prefix: prefixOf(['FEEDBACK']) });
      return new Map(
        rows.map(({ jobId, rating, reason, hidden, at }) => [
          jobId,
          {
            jobId,
            rating,
            hidden,
            at,
            ...(reason !== undefined && { reason: cipher.open({ owner, field: `feedback:${jobId}` }, reason) }),
          },
        ]),
      );
    },
    /** Writes what is given and leaves the rest standing; a rating of null takes the thumb and its reason back. */
    saveFeedback: (
      owner: string,
      {
        rating,
        ...feedback
      }: Partial<Omit<Feedback, 'rating'>> & {
        jobId: string;
        at: string;
        rating?: 'up' | 'down' | null;
      },
    ): Write[] => [
      {
        update: feedbackKey(owner, feedback.jobId),
        ...(rating === null && { unset: ['rating', 'reason'] }),
        set: {
          ...feedback,
          rating: rating ?? undefined,
          reason:
            feedback.reason === undefined
              ? undefined
              : cipher.seal({ owner, field: `feedback:${feedback.jobId}` }, feedback.reason),
        },
      },
      aliveCheck(owner),
    ],
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
