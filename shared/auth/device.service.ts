/** What is signed in or linked: devices, extension tokens, and ending them. */
import type { UserActor } from '#shared/kernel/actor.ts';
import { kernelErrors } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import { mintCredential } from '#shared/platform/credentials.ts';
import { pageOf } from '#shared/platform/paging.ts';
import { authErrors } from './auth.errors.ts';
import type { Device } from './auth.schema.ts';
import { commitAudited, conditionFailed, endAccessOf, type Parts, PREFIX } from './parts.service.ts';
import { describeAgent, EXTENSION_KINDS, expiryOf, type SessionKind } from './session.rules.ts';
import type { SessionRow } from './session.store.ts';
import type { Visitor } from './visitor.schema.ts';

const MAX_TOKENS = 20;
const AUDIT_SHOWN = 50;

export function createDeviceService(parts: Parts) {
  const { accounts, audit, sessions, platform } = parts;
  const { clock, cipher } = platform;

  async function owned(
    actor: UserActor,
    { id, kinds }: { id: string; kinds?: readonly SessionKind[] },
  ): Promise<SessionRow> {
    const found = (await sessions.list(actor.userId)).find((session) => session.id === id);
    if (found === undefined || (kinds !== undefined && !kinds.includes(found.kind))) throw kernelErrors.not_found();
    return found;
  }

  const deviceOf =
    (actor: UserActor) =>
    (session: SessionRow): Device => ({
      id: session.id,
      kind: session.kind === 'api' ? 'portal' : session.kind,
      name: session.name,
      createdAt: new Date(session.createdAt).toISOString(),
      lastUsedAt: new Date(session.lastUsedAt).toISOString(),
      current: session.id === actor.credentialId,
    });

  async function devices(actor: UserActor, kinds: readonly SessionKind[]): Promise<Device[]> {
    const account = await accounts.get(actor.userId);
    const all = (await sessions.list(actor.userId)).filter(
      (session) => kinds.includes(session.kind) && session.epoch === account?.epoch && expiryOf(session) > clock.now(),
    );
    return all.toSorted((a, b) => b.lastUsedAt - a.lastUsedAt).map(deviceOf(actor));
  }

  return {
    /** Extension tokens and linked extensions, the last used first. */
    async tokens(
      actor: UserActor,
      query: { limit: number; offset?: number | undefined; cursor?: string | undefined } = { limit: 100 },
    ) {
      const { offset, page } = pageOf(cipher, { list: 'tokens', owner: actor.userId, query });
      const all = await devices(actor, EXTENSION_KINDS);
      return { items: all.slice(offset, offset + query.limit), page: page(all.length) };
    },

    /** Mints a token for pasting, shown this once. Throws `auth.too_many_tokens`. */
    async createToken(
      actor: UserActor,
      { name, visitor }: { name: string; visitor: Visitor },
    ): Promise<{ id: string; token: string }> {
      const { userId } = actor;
      for (;;) {
        const account = await accounts.get(userId);
        if (account === undefined) throw authErrors.invalid_token();
        const { tokenSerial, epoch } = account;
        const held = (await devices(actor, ['token'])).length;
        if (held >= MAX_TOKENS) throw authErrors.too_many_tokens();
        const now = clock.now();
        const id = newId('token', now);
        const token = mintCredential(cipher, { prefix: PREFIX.token, owner: userId, id });
        const writes = [
          accounts.change(userId, { add: { tokenSerial: 1 }, when: { equals: { tokenSerial, epoch } } }),
          sessions.create({ id, userId, kind: 'token', epoch, name, hash: token.hash, now }),
        ];
        try {
          await commitAudited(parts, { userId, event: 'token_created', visitor, writes });
          return { id, token: token.text };
        } catch (error) {
          if (!conditionFailed(error, 0)) throw error;
        }
      }
    },

    /** Revokes a token or linked extension. Throws `not_found`. */
    async revokeToken(actor: UserActor, { id, visitor }: { id: string; visitor: Visitor }): Promise<void> {
      const session = await owned(actor, { id, kinds: EXTENSION_KINDS });
      const writes = [sessions.end(actor.userId, id)];
      await commitAudited(parts, { userId: actor.userId, event: 'token_revoked', visitor, writes });
      await endAccessOf(parts, session);
    },

    /** Where the account is signed in, and the last 50 entries of the audit. */
    async sessions(actor: UserActor) {
      const [items, entries] = await Promise.all([
        devices(actor, ['portal', 'api']),
        audit.list(actor.userId, AUDIT_SHOWN),
      ]);
      return { items, audit: entries.map((entry) => ({ ...entry, agent: describeAgent(entry.agent) })) };
    },

    /** Signs one device out. Throws `not_found`. */
    async endSession(actor: UserActor, { id, visitor }: { id: string; visitor: Visitor }): Promise<void> {
      const session = await owned(actor, { id });
      const writes = [sessions.end(actor.userId, id)];
      await commitAudited(parts, { userId: actor.userId, event: 'session_ended', visitor, writes });
      await endAccessOf(parts, session);
    },
  };
}
