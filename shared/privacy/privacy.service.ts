/** A person's rights over their data: everything to take along, everything gone, and nothing kept that nobody uses. */
import type { Actor } from '#shared/kernel/actor.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { message, type TaskPayload } from '#shared/kernel/task.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { Write } from '#shared/platform/table.ts';
import { isErased } from '#shared/platform/tombstone.ts';
import { createPrivacyStore } from './privacy.store.ts';
import { eraseUser, sweepUnused } from './privacy.tasks.ts';
import { eraseTime, judgeUnused, monthsDue } from './unused.rules.ts';

/** What every store of personal data offers. */
export type PersonalStore = {
  /** Everything held about the person, unsealed; files as links. */
  exportUser(owner: string): Promise<unknown>;
  /** Removes it. Safe to repeat. */
  eraseUser(owner: string): Promise<void>;
};

type Unused = { readonly userId: string; readonly lastActiveAt: number; readonly announcedAt: number | undefined };

/** What privacy needs of accounts; `core.ts` gives the service. */
export type PrivacyAuth = PersonalStore & {
  lastActiveIn(at: number): Promise<Unused[]>;
  announceUnused(account: Unused, eraseAt: number): Promise<boolean>;
  stillUnused(account: Unused): Write;
  endAccess(userId: string): Promise<void>;
};

type Dependencies = {
  readonly auth: PrivacyAuth;
  readonly stores: Readonly<Record<string, PersonalStore>>;
};

/** Months back from the first due one; who has been away longer was erased by an earlier sweep. */
const MONTHS_BACK = 36;
/** Effects of one sweep; what is left is done the next day. */
const MAX_EFFECTS = 1000;
const REVISITED_DAYS = 3;
const DAY = 86_400_000;

export type Privacy = ReturnType<typeof createPrivacy>;

export function createPrivacy(platform: Platform, { auth, stores }: Dependencies) {
  const { blobs, clock, commit, config, log, table } = platform;
  const store = createPrivacyStore(table);
  let scheduledDay = '';

  /** The tombstone and the task, together; `condition` can hold them back. False when it did, or it stood already. */
  async function bury(owner: string, condition: readonly Write[] = []): Promise<boolean> {
    try {
      await commit([store.bury(owner, clock.now()), ...condition], [message(eraseUser, { owner })]);
    } catch (error) {
      if (!conditionFailed(error)) throw error;
      return false;
    }
    await auth.endAccess(owner);
    return true;
  }

  return {
    /** Everything held about the person. */
    async export(actor: Actor): Promise<Record<string, unknown>> {
      const all = { account: auth, privacy: store, ...stores };
      const parts = await Promise.all(
        Object.entries(all).map(async ([name, part]) => [name, await part.exportUser(actor.userId)] as const),
      );
      return {
        exportedAt: new Date(clock.now()).toISOString(),
        source: config.publicUrl,
        ...Object.fromEntries(parts),
      };
    },

    /** Access ends at once; a task removes the rest. */
    async erase(actor: Actor): Promise<void> {
      await bury(actor.userId);
    },

    /** The task behind {@link erase}: every store, every file, and at last whatever else the partition holds. */
    async eraseNow({ owner }: TaskPayload<typeof eraseUser>): Promise<void> {
      if (!(await isErased(table, owner))) return;
      for (const part of Object.values(stores)) await part.eraseUser(owner);
      await auth.eraseUser(owner);
      await blobs.removePrefix(`users/${owner}/`);
      await store.eraseUser(owner);
    },

    /** Makes the day's sweep a task, once; called by the schedule. */
    async scheduleSweep(): Promise<void> {
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      if (day === scheduledDay) return;
      try {
        await commit([store.schedule(clock.now())], [message(sweepUnused, { day })]);
      } catch (error) {
        if (!conditionFailed(error)) throw error;
      }
      scheduledDay = day;
    },

    /** The daily task: announces and erases accounts nobody uses, and goes over the latest erasures again. */
    async sweep(_payload: TaskPayload<typeof sweepUnused>): Promise<void> {
      const now = clock.now();
      const done = { announced: 0, erased: 0 };
      for (const month of monthsDue(now, MONTHS_BACK)) {
        for (const account of await auth.lastActiveIn(month)) {
          if (done.announced + done.erased >= MAX_EFFECTS) break;
          const verdict = judgeUnused(account, now);
          if (verdict === 'announce' && (await auth.announceUnused(account, eraseTime(account.lastActiveAt, now))))
            done.announced++;
          if (verdict === 'erase' && (await bury(account.userId, [auth.stillUnused(account)]))) done.erased++;
        }
      }
      // A task that was at work while its person was erased may have written a last row after the wipe.
      for (let back = 0; back < REVISITED_DAYS; back++)
        for (const owner of await store.buriedOn(now - back * DAY)) await commit([], [message(eraseUser, { owner })]);
      log.info('privacy.swept', done);
    },
  };
}

const conditionFailed = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'table.condition_failed';
