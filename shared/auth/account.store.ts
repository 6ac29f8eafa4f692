/**
 * Accounts: `USER#u → ACCOUNT`, found by e-mail through the natural key `EMAIL#<blind index> → OWNER`. E-mail and name are
 * sealed. `gsi1` lists accounts by the month they were last used in, for the deletion of unused ones.
 */
import type { Role } from '#shared/kernel/actor.ts';
import { normaliseEmail } from '#shared/kernel/text.ts';
import type { Cipher } from '#shared/platform/cipher.ts';
import { type Condition, type Key, key, prefixOf, type Row, type Table, type Write } from '#shared/platform/table.ts';

export type AccountRow = Row & {
  readonly id: string;
  readonly email: string;
  readonly emailIndex: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
  /** Credentials made under an older epoch are dead; a reset raises it. */
  readonly epoch: number;
  /** Raised with every extension token, so that two requests cannot both take the last place. */
  readonly tokenSerial: number;
  readonly consent: { readonly at: string; readonly version: string };
  readonly createdAt: number;
  readonly lastActiveAt: number;
  /** When the deletion for want of use was announced; gone as soon as the account is used. */
  readonly announcedAt?: number;
  /** Sealed TOTP secret once confirmed, and the last time step that was used up. */
  readonly mfaSecret?: string;
  readonly mfaStep?: number;
  /** Sealed TOTP secret that waits for its first code. */
  readonly mfaPending?: string;
};

type NewAccount = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly consent: AccountRow['consent'];
  readonly now: number;
};

export const accountKey = (userId: string): Key => key(['USER', userId], ['ACCOUNT']);
const emailKey = (index: string): Key => key(['EMAIL', index], ['OWNER']);
const recoveryKey = (userId: string, hash: string): Key => key(['USER', userId], ['RECOVERY', hash]);
const resetKey = (userId: string, id: string): Key => key(['USER', userId], ['RESET', id]);
const activeMonth = (at: number): string => `ACTIVE#${new Date(at).toISOString().slice(0, 7)}`;

export type ResetRow = Row & { readonly hash: string; readonly epoch: number; readonly expiresAt: number };

export type AccountStore = ReturnType<typeof createAccountStore>;

export function createAccountStore({ table, cipher }: { table: Table; cipher: Cipher }) {
  const emailIndex = (email: string) => cipher.blindIndex('email', normaliseEmail(email));
  const recoveryHash = (userId: string, code: string) => cipher.blindIndex(`recovery:${userId}`, code);

  return {
    emailIndex,
    get: (userId: string) => table.get<AccountRow>(accountKey(userId)),

    /** Two reads whether or not the address is known. */
    async findByIndex(index: string): Promise<AccountRow | undefined> {
      const owner = (await table.get<Row & { userId: string }>(emailKey(index)))?.userId;
      const account = await table.get<AccountRow>(accountKey(owner ?? 'nobody'));
      return owner === undefined ? undefined : account;
    },

    /** The first write fails when the address is taken. */
    create({ id, email, name, role, passwordHash, consent, now }: NewAccount): { row: AccountRow; writes: Write[] } {
      const index = emailIndex(email);
      const row: AccountRow = {
        ...accountKey(id),
        gsi1pk: activeMonth(now),
        gsi1sk: id,
        id,
        email: cipher.seal({ owner: id, field: 'email' }, email),
        emailIndex: index,
        name: cipher.seal({ owner: id, field: 'name' }, name),
        role,
        passwordHash,
        epoch: 0,
        tokenSerial: 0,
        consent,
        createdAt: now,
        lastActiveAt: now,
      };
      return {
        row,
        writes: [
          { put: { ...emailKey(index), userId: id }, when: { exists: false } },
          { put: row, when: { exists: false } },
        ],
      };
    },

    emailOf: (row: AccountRow) => cipher.open({ owner: row.id, field: 'email' }, row.email),
    nameOf: (row: AccountRow) => cipher.open({ owner: row.id, field: 'name' }, row.name),

    /** Changes fields of an account that still exists. */
    change: (
      userId: string,
      change: {
        set?: Partial<AccountRow>;
        add?: Record<string, number>;
        unset?: (keyof AccountRow & string)[];
        when?: Condition;
      },
    ): Write => ({ update: accountKey(userId), ...change, when: { exists: true, ...change.when } }),

    /** The account was used: it moves to this month and an announced deletion is off. */
    touch: (userId: string, now: number): Write => ({
      update: accountKey(userId),
      set: { lastActiveAt: now, gsi1pk: activeMonth(now) },
      unset: ['announcedAt'],
      when: { exists: true },
    }),

    /** Accounts last used in the month of `at`. */
    lastActiveIn: (at: number) => table.query<AccountRow>({ pk: activeMonth(at), index: 'gsi1' }),

    /** Fails when the account was used since it was read. */
    unchangedSince: ({ userId, lastActiveAt }: { userId: string; lastActiveAt: number }): Write => ({
      check: accountKey(userId),
      when: { exists: true, equals: { lastActiveAt } },
    }),

    sealSecret: (userId: string, secret: string) => cipher.seal({ owner: userId, field: 'mfa' }, secret),
    openSecret: (userId: string, sealed: string) => cipher.open({ owner: userId, field: 'mfa' }, sealed),

    addRecovery: (userId: string, codes: readonly string[]): Write[] =>
      codes.map((code) => ({ put: recoveryKey(userId, recoveryHash(userId, code)) })),
    /** Fails when there is no such code, or it was used. */
    useRecovery: (userId: string, code: string): Write => ({
      remove: recoveryKey(userId, recoveryHash(userId, code)),
      when: { exists: true },
    }),
    async removeRecovery(userId: string): Promise<Write[]> {
      const rows = await table.query({ pk: accountKey(userId).pk, prefix: prefixOf(['RECOVERY']) });
      return rows.map(({ pk, sk }) => ({ remove: { pk, sk } }));
    },

    addReset: (userId: string, reset: { id: string; hash: string; epoch: number; expiresAt: number }): Write => ({
      put: { ...resetKey(userId, reset.id), ...reset, ttl: Math.ceil(reset.expiresAt / 1000) },
      when: { exists: false },
    }),
    getReset: (userId: string, id: string) => table.get<ResetRow>(resetKey(userId, id)),
    useReset: (userId: string, reset: { id: string; hash: string }): Write => ({
      remove: resetKey(userId, reset.id),
      when: { exists: true, equals: { hash: reset.hash } },
    }),

    async exportUser(userId: string): Promise<unknown> {
      const row = await table.get<AccountRow>(accountKey(userId));
      if (row === undefined) return undefined;
      return {
        id: row.id,
        email: this.emailOf(row),
        name: this.nameOf(row),
        role: row.role,
        consent: row.consent,
        twoStepSignIn: row.mfaSecret !== undefined,
        createdAt: new Date(row.createdAt).toISOString(),
        lastActiveAt: new Date(row.lastActiveAt).toISOString(),
      };
    },

    /** Frees the address if it is still this person's, with what was noted about it; the account itself goes last. */
    async eraseUser(userId: string): Promise<void> {
      const row = await table.get<AccountRow>(accountKey(userId));
      if (row === undefined) return;
      const address = emailKey(row.emailIndex);
      const owner = await table.get<Row & { userId: string }>(address);
      if (owner === undefined || owner.userId === userId)
        for (const noted of await table.query({ pk: address.pk })) await table.write({ remove: noted });
      for (const prefix of ['RECOVERY', 'RESET'])
        for (const used of await table.query({ pk: row.pk, prefix: prefixOf([prefix]) }))
          await table.write({ remove: used });
      await table.write({ remove: row });
    },
  };
}
