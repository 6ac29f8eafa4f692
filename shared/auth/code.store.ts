/** Authorization codes: `USER#u → OAUTHCODE#c`, good for a minute, kept ten to notice when one comes back. */
import { key, prefixOf, type Row, type Table, type Write } from '#shared/platform/table.ts';

export type CodeRow = Row & {
  readonly hash: string;
  readonly codeChallenge: string;
  readonly redirectUri: string;
  /** The account's epoch when it was given. */
  readonly epoch: number;
  readonly expiresAt: number;
  readonly uses?: number;
  /** What it was exchanged for. */
  readonly sessionId?: string;
};

type NewCode = Pick<CodeRow, 'hash' | 'codeChallenge' | 'redirectUri' | 'epoch' | 'expiresAt'> & {
  readonly id: string;
};

const KEPT_SECONDS = 600;

export type CodeStore = ReturnType<typeof createCodeStore>;

export function createCodeStore(table: Table) {
  const codeKey = (userId: string, id: string) => key(['USER', userId], ['OAUTHCODE', id]);
  return {
    add: (userId: string, { id, ...code }: NewCode): Write => ({
      put: { ...codeKey(userId, id), ...code, ttl: Math.ceil(code.expiresAt / 1000) + KEPT_SECONDS },
      when: { exists: false },
    }),
    get: (userId: string, id: string) => table.get<CodeRow>(codeKey(userId, id)),
    /** Fails when it was used before. */
    use: (userId: string, { id, sessionId }: { id: string; sessionId?: string }): Write => ({
      update: codeKey(userId, id),
      add: { uses: 1 },
      ...(sessionId !== undefined && { set: { sessionId } }),
      when: { exists: true, below: { uses: 1 } },
    }),

    async exportUser(userId: string): Promise<unknown> {
      const rows = await table.query<CodeRow>({ pk: codeKey(userId, 'x').pk, prefix: prefixOf(['OAUTHCODE']) });
      return rows.map(({ redirectUri, expiresAt }) => ({ redirectUri, expiresAt: new Date(expiresAt).toISOString() }));
    },

    async eraseUser(userId: string): Promise<void> {
      const rows = await table.query({ pk: codeKey(userId, 'x').pk, prefix: prefixOf(['OAUTHCODE']) });
      for (const row of rows) await table.write({ remove: row });
    },
  };
}
