/** What privacy needs of accounts: what is held, who no longer comes, and the end of everything. */

import { conditionFailed, type Parts } from './parts.service.ts';

export type UnusedAccount = {
  readonly userId: string;
  readonly lastActiveAt: number;
  readonly announcedAt: number | undefined;
};

export type LifecycleService = ReturnType<typeof createLifecycleService>;

export function createLifecycleService(parts: Parts) {
  const { accounts, audit, codes, sessions, cache, notifier, platform } = parts;
  const { clock, commit } = platform;

  return {
    /** Accounts last used in the month of `at` (milliseconds); the index may lag by a moment. */
    async lastActiveIn(at: number): Promise<UnusedAccount[]> {
      const rows = await accounts.lastActiveIn(at);
      return rows.map(({ id, lastActiveAt, announcedAt }) => ({ userId: id, lastActiveAt, announcedAt }));
    },

    /** Mails that the account will be erased on `eraseAt`, once. False when it was used meanwhile. */
    async announceUnused({ userId, lastActiveAt }: UnusedAccount, eraseAt: number): Promise<boolean> {
      const account = await accounts.get(userId);
      if (account === undefined) return false;
      const announced = accounts.change(userId, {
        set: { announcedAt: clock.now() },
        when: { equals: { lastActiveAt }, below: { announcedAt: 1 } },
      });
      const mail = notifier.mail({
        owner: userId,
        kind: 'account-unused',
        key: `unused-${lastActiveAt}`,
        to: accounts.emailOf(account),
        data: {
          name: accounts.nameOf(account),
          lastActiveAt: new Date(lastActiveAt).toISOString(),
          eraseAt: new Date(eraseAt).toISOString(),
        },
      });
      try {
        await commit([announced], [mail]);
        return true;
      } catch (error) {
        if (conditionFailed(error)) return false;
        throw error;
      }
    },

    /** A condition for a transaction: the account was not used since it was read. */
    stillUnused: ({ userId, lastActiveAt }: UnusedAccount) => accounts.unchangedSince({ userId, lastActiveAt }),

    /** Where mail reaches somebody and how to greet them; undefined for an account that is gone. */
    async contactOf(userId: string): Promise<{ email: string; name: string } | undefined> {
      const account = await accounts.get(userId);
      return account && { email: accounts.emailOf(account), name: accounts.nameOf(account) };
    },

    /** Called when a tombstone stands: what this process remembers goes, live connections close. */
    async endAccess(userId: string): Promise<void> {
      cache.forget(userId);
      await notifier.closeConnections(userId);
    },

    async exportUser(userId: string): Promise<unknown> {
      const [account, devices, signIns, linkRequests] = await Promise.all(
        [accounts, sessions, audit, codes].map((store) => store.exportUser(userId)),
      );
      return { ...(account as object | undefined), devices, audit: signIns, linkRequests };
    },

    /** Removes whatever proves who somebody is, frees the address, and at last the account. Safe to repeat. */
    async eraseUser(userId: string): Promise<void> {
      cache.forget(userId);
      for (const store of [sessions, codes, audit, accounts]) await store.eraseUser(userId);
    },
  };
}
