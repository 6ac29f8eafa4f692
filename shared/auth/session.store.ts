/** Whatever proves who somebody is: `USER#u → SESSION#s`, one row for a browser, a program, a linked extension or a token. */
import type { Cipher } from '#shared/platform/cipher.ts';
import { type Key, key, prefixOf, type Row, type Table, type Write } from '#shared/platform/table.ts';
import { tombstoneKey } from '#shared/platform/tombstone.ts';
import { type AccountRow, accountKey } from './account.store.ts';
import { expiryOf, type SessionKind } from './session.rules.ts';

export type SessionRow = Row & {
  readonly id: string;
  readonly userId: string;
  readonly kind: SessionKind;
  /** The account's epoch when it was made. */
  readonly epoch: number;
  /** What the person called it, or the browser's name. */
  readonly name: string;
  /** SHA-256 of the secret that is good now. */
  readonly hash: string;
  readonly previousHash?: string;
  readonly rotatedAt?: number;
  /** The current refresh secret, sealed, for a repeat of the rotation that made it. */
  readonly successor?: string;
  readonly createdAt: number;
  readonly lastUsedAt: number;
};

type NewSession = Pick<SessionRow, 'id' | 'userId' | 'kind' | 'epoch' | 'name' | 'hash'> & { readonly now: number };

const sessionKey = (userId: string, id: string): Key => key(['USER', userId], ['SESSION', id]);
const ttlOf = (session: { kind: SessionKind; createdAt: number; lastUsedAt: number }): number =>
  Math.ceil(expiryOf(session) / 1000);

export type SessionStore = ReturnType<typeof createSessionStore>;

export function createSessionStore({ table, cipher }: { table: Table; cipher: Cipher }) {
  const sealed = (userId: string) => ({ owner: userId, field: 'successor' });
  return {
    /** The session with its account, in one round trip; undefined when either is gone or the person was erased. */
    async load(userId: string, id: string): Promise<{ account: AccountRow; session: SessionRow } | undefined> {
      const rows = await table.getMany<Row>([accountKey(userId), sessionKey(userId, id), tombstoneKey(userId)]);
      const named = (name: string) => rows.find((row) => row.sk.startsWith(name));
      const [account, session] = [named('ACCOUNT'), named('SESSION')];
      if (account === undefined || session === undefined || named('TOMBSTONE') !== undefined) return undefined;
      return { account: account as AccountRow, session: session as SessionRow };
    },

    create({ now, ...given }: NewSession): Write {
      const row = { ...given, createdAt: now, lastUsedAt: now };
      return { put: { ...sessionKey(given.userId, given.id), ...row, ttl: ttlOf(row) } };
    },

    /** Fails when the secret was rotated by somebody else meanwhile, or the session ended. */
    rotate(session: SessionRow, next: { secret: string; hash: string; now: number }): Write {
      return {
        update: sessionKey(session.userId, session.id),
        set: {
          hash: next.hash,
          previousHash: session.hash,
          rotatedAt: next.now,
          successor: cipher.seal(sealed(session.userId), next.secret),
          lastUsedAt: next.now,
          ttl: ttlOf({ ...session, lastUsedAt: next.now }),
        },
        when: { exists: true, equals: { hash: session.hash } },
      };
    },
    successorOf: (session: SessionRow) =>
      session.successor === undefined ? undefined : cipher.open(sealed(session.userId), session.successor),

    touch: (session: SessionRow, now: number): Write => ({
      update: sessionKey(session.userId, session.id),
      set: { lastUsedAt: now, ttl: ttlOf({ ...session, lastUsedAt: now }) },
      when: { exists: true },
    }),

    /** No failure when the session is gone already. */
    end: (userId: string, id: string): Write => ({ remove: sessionKey(userId, id) }),
    endIfStanding: (userId: string, id: string): Write => ({ remove: sessionKey(userId, id), when: { exists: true } }),

    list: (userId: string) => table.query<SessionRow>({ pk: accountKey(userId).pk, prefix: prefixOf(['SESSION']) }),

    async exportUser(userId: string): Promise<unknown> {
      return (await this.list(userId)).map(({ id, kind, name, createdAt, lastUsedAt }) => ({
        id,
        kind,
        name,
        createdAt: new Date(createdAt).toISOString(),
        lastUsedAt: new Date(lastUsedAt).toISOString(),
      }));
    },

    async eraseUser(userId: string): Promise<void> {
      for (const row of await this.list(userId)) await table.write({ remove: row });
    },
  };
}
