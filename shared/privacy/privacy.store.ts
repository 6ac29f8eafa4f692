/** Tombstones of erased people, listed by day so that the latest can be gone over again, and the days already swept. */
import { key, type Row, type Table, type Write } from '#shared/platform/table.ts';
import { tombstoneKey } from '#shared/platform/tombstone.ts';

const DAY = 86_400;
/** Longer than any message lives (14 days in a dead-letter queue) or backup is kept (35 days). */
const TOMBSTONE_DAYS = 90;

const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

export function createPrivacyStore(table: Table) {
  return {
    /** Fails when it stands already. */
    bury: (owner: string, now: number): Write => ({
      put: {
        ...tombstoneKey(owner),
        gsi1pk: `ERASED#${dayOf(now)}`,
        gsi1sk: owner,
        owner,
        ttl: Math.ceil(now / 1000) + TOMBSTONE_DAYS * DAY,
      },
      when: { exists: false },
    }),

    /** People erased on the day of `at`. */
    async buriedOn(at: number): Promise<string[]> {
      const rows = await table.query<Row & { owner: string }>({ pk: `ERASED#${dayOf(at)}`, index: 'gsi1' });
      return rows.map(({ owner }) => owner);
    },

    /** Fails when the day's sweep was scheduled before. */
    schedule: (now: number): Write => ({
      put: { ...key(['SCHEDULE'], ['privacy.sweep', dayOf(now)]), ttl: Math.ceil(now / 1000) + 3 * DAY },
      when: { exists: false },
    }),

    /** Whether the person is being erased: all that is held here about them. */
    async exportUser(owner: string): Promise<unknown> {
      return { erasing: (await table.get(tombstoneKey(owner))) !== undefined };
    },

    /** Removes whatever still stands in the person's partition but the tombstone, of whichever concept. */
    async eraseUser(owner: string): Promise<void> {
      const grave = tombstoneKey(owner);
      const rows = (await table.query({ pk: grave.pk })).filter(({ sk }) => sk !== grave.sk);
      for (let start = 0; start < rows.length; start += 50)
        await table.transact(rows.slice(start, start + 50).map(({ pk, sk }) => ({ remove: { pk, sk } })));
    },
  };
}
