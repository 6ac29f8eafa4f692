/**
 * What happened to an account's security: `USER#u → AUDIT#<time>#<id>`, kept 400 days. Attempts on addresses without an
 * account are kept 30 days under the address's blind index, so that both cost the same. Addresses are cut, agents sealed.
 */
import type { Cipher } from '#shared/platform/cipher.ts';
import { randomName } from '#shared/platform/credentials.ts';
import { key, prefixOf, type Row, type Table, type Write } from '#shared/platform/table.ts';
import { coarseAddress } from './session.rules.ts';
import type { Visitor } from './visitor.schema.ts';

export type AuditEvent =
  | 'register'
  | 'sign_in'
  | 'refresh_reuse'
  | 'sign_out'
  | 'session_ended'
  | 'password_reset'
  | 'mfa_on'
  | 'mfa_off'
  | 'token_created'
  | 'token_revoked'
  | 'extension_linked'
  | 'role_changed'
  | 'consent';

export type AuditEntry = {
  readonly at: string;
  readonly event: string;
  readonly outcome: 'ok' | 'denied';
  readonly address: string;
  readonly agent: string;
};
type AuditRow = Row & AuditEntry;

/** A known person, or the blind index of an address nobody has registered. */
export type AuditSubject = { readonly userId: string } | { readonly emailIndex: string };

const DAY = 86_400;
const KEPT_DAYS = 400;
const KEPT_DAYS_UNKNOWN = 30;

export type AuditStore = ReturnType<typeof createAuditStore>;

export function createAuditStore({ table, cipher }: { table: Table; cipher: Cipher }) {
  const sealed = (owner: string) => ({ owner, field: 'audit.agent' });
  return {
    entry(
      subject: AuditSubject,
      entry: { event: AuditEvent; outcome?: 'denied'; visitor: Visitor; now: number },
    ): Write {
      const known = 'userId' in subject;
      const owner = known ? subject.userId : subject.emailIndex;
      const at = new Date(entry.now).toISOString();
      const days = known ? KEPT_DAYS : KEPT_DAYS_UNKNOWN;
      return {
        put: {
          ...key([known ? 'USER' : 'EMAIL', owner], ['AUDIT', at, randomName()]),
          at,
          event: entry.event,
          outcome: entry.outcome ?? 'ok',
          address: coarseAddress(entry.visitor.address),
          agent: cipher.seal(sealed(owner), entry.visitor.agent.slice(0, 300)),
          ttl: Math.ceil(entry.now / 1000) + days * DAY,
        },
      };
    },

    /** Newest first. */
    async list(userId: string, limit?: number): Promise<AuditEntry[]> {
      const rows = await table.query<AuditRow>({
        pk: key(['USER', userId], ['AUDIT']).pk,
        prefix: prefixOf(['AUDIT']),
        descending: true,
        ...(limit !== undefined && { limit }),
      });
      return rows.map(({ at, event, outcome, address, agent }) => ({
        at,
        event,
        outcome,
        address,
        agent: cipher.open(sealed(userId), agent),
      }));
    },

    async exportUser(userId: string): Promise<unknown> {
      return this.list(userId);
    },

    async eraseUser(userId: string): Promise<void> {
      const { pk } = key(['USER', userId], ['AUDIT']);
      for (const row of await table.query({ pk, prefix: prefixOf(['AUDIT']) })) await table.write({ remove: row });
    },
  };
}
