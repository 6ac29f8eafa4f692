/** From a request to its person: access tokens, refresh, and the portal's cookie. */
import type { UserActor } from '#shared/kernel/actor.ts';
import { newId } from '#shared/kernel/ids.ts';
import {
  type Credential,
  credentialText,
  hashSecret,
  mintCredential,
  readCredential,
  sameText,
} from '#shared/platform/credentials.ts';
import type { Write } from '#shared/platform/table.ts';
import { authErrors } from './auth.errors.ts';
import type { Session, User } from './auth.schema.ts';
import {
  commitAudited,
  conditionFailed,
  endAccessOf,
  type Loaded,
  type Parts,
  PREFIX,
  sessionAnswer,
  userOf,
} from './parts.service.ts';
import {
  describeAgent,
  EXTENSION_KINDS,
  expiryOf,
  judgeRefresh,
  LIFETIME,
  type SessionKind,
  TOUCH_ACCOUNT_EVERY,
  TOUCH_SESSION_EVERY,
} from './session.rules.ts';
import type { SessionRow } from './session.store.ts';
import type { Visitor } from './visitor.schema.ts';

/** `kind` refuses the tokens of every other kind. */
type RefreshInput = { refreshToken: string; kind?: SessionKind };

/** A credential as a request carries it: the `Authorization` header, or the portal's cookie. */
export type Presented = { authorization?: string | undefined; cookie?: string | undefined };

export type PortalSession = {
  readonly user: User;
  readonly csrfToken: string;
  /** For the HttpOnly cookie. */
  readonly cookie: string;
  readonly maxAgeSeconds: number;
};

export type SessionService = ReturnType<typeof createSessionService>;

export function createSessionService(parts: Parts) {
  const { accounts, sessions, cache, jwt, platform } = parts;
  const { clock, cipher, commit, log } = platform;

  /** The session if it still stands, from the cache or in one round trip. */
  async function load(at: { userId: string; id: string; fresh?: boolean }): Promise<Loaded | undefined> {
    const { userId, id } = at;
    const known = at.fresh ? undefined : cache.get(userId, id);
    const loaded = known ?? (await sessions.load(userId, id));
    if (loaded === undefined) return undefined;
    if (loaded.session.epoch !== loaded.account.epoch || expiryOf(loaded.session) <= clock.now()) return undefined;
    if (known === undefined) cache.set(loaded);
    return loaded;
  }

  async function bySecret(kind: 'portal' | 'token', text: string): Promise<Loaded | undefined> {
    const credential = readCredential(cipher, PREFIX[kind], text);
    if (credential === undefined) return undefined;
    const loaded = await load({ userId: credential.owner, id: credential.id });
    const right = loaded?.session.kind === kind && sameText(loaded.session.hash, hashSecret(credential.secret));
    return right ? loaded : undefined;
  }

  async function byJwt(token: string): Promise<Loaded | undefined> {
    const claims = await jwt.verify(token);
    if (claims === undefined) return undefined;
    const loaded = await load({ userId: claims.sub, id: claims.sid });
    return loaded !== undefined && ['api', 'oauth'].includes(loaded.session.kind) ? loaded : undefined;
  }

  function presented({ authorization, cookie }: Presented): Promise<Loaded | undefined> | undefined {
    if (authorization === undefined) return cookie ? bySecret('portal', cookie) : undefined;
    const token = /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) return undefined;
    return token.startsWith(`${PREFIX.token}_`) ? bySecret('token', token) : byJwt(token);
  }

  /** Notes that it was used, rarely; a failure to note must not refuse the person. */
  async function touch({ account, session }: Loaded): Promise<void> {
    const now = clock.now();
    const writes: Write[] = [];
    if (now - session.lastUsedAt >= TOUCH_SESSION_EVERY) writes.push(sessions.touch(session, now));
    if (now - account.lastActiveAt >= TOUCH_ACCOUNT_EVERY) writes.push(accounts.touch(account.id, now));
    if (writes.length === 0) return;
    cache.forget(account.id, session.id);
    await commit(writes).catch((error: unknown) => log.warn('auth.touch_failed', { error }));
  }

  const end = (session: Pick<SessionRow, 'userId' | 'id'>) => endAccessOf(parts, session);

  const csrfToken = (sessionId: string) => cipher.sign('csrf', sessionId);

  async function rotate({ account, session }: Loaded): Promise<Session> {
    const { prefix, owner, id } = { prefix: PREFIX.refresh, owner: account.id, id: session.id };
    const next = mintCredential(cipher, { prefix, owner, id });
    await commit([sessions.rotate(session, { ...next, now: clock.now() })]);
    cache.forget(account.id, session.id);
    return sessionAnswer(parts, { account, sessionId: id, refreshToken: next.text });
  }

  /** A refresh token came back that was used before: somebody has a copy, so nobody keeps the session (RFC 9700 §4.14.2). */
  async function killFamily({ account, session }: Loaded, visitor: Visitor): Promise<void> {
    const writes = [sessions.end(account.id, session.id)];
    await commitAudited(parts, { userId: account.id, event: 'refresh_reuse', visitor, writes });
    await end(session);
  }

  async function refreshBy(
    credential: Credential,
    { visitor, kind }: { visitor: Visitor; kind?: SessionKind | undefined },
  ): Promise<Session> {
    // Two refreshes at once meet here: the later one finds the row rotated and is judged again.
    for (let attempt = 0; attempt < 4; attempt++) {
      const loaded = await load({ userId: credential.owner, id: credential.id, fresh: true });
      if (loaded === undefined || (kind !== undefined && loaded.session.kind !== kind)) break;
      const { account, session } = loaded;
      const verdict = judgeRefresh(session, { hash: hashSecret(credential.secret), now: clock.now() });
      const successor = sessions.successorOf(session);
      if (verdict === 'reused' || (verdict === 'repeat' && successor === undefined)) {
        await killFamily(loaded, visitor);
        break;
      }
      if (verdict === 'repeat' && successor !== undefined) {
        const refreshToken = credentialText({ ...credential, secret: successor });
        return sessionAnswer(parts, { account, sessionId: session.id, refreshToken });
      }
      try {
        return await rotate(loaded);
      } catch (error) {
        if (!conditionFailed(error)) throw error;
      }
    }
    throw authErrors.invalid_token();
  }

  return {
    /**
     * Who sends this request. Throws `auth.invalid_token` for whatever is missing, forged, expired or ended. One round trip
     * to the store at most; none when the session was read within the last 0.9 s.
     */
    async authenticate(credential: Presented): Promise<UserActor> {
      const loaded = await presented(credential);
      if (loaded === undefined) throw authErrors.invalid_token();
      const { account, session } = loaded;
      await touch(loaded);
      const scope = EXTENSION_KINDS.includes(session.kind) ? 'extension' : 'portal';
      return { type: 'user', userId: account.id, role: account.role, scope, credentialId: session.id };
    },

    /** Rotates a refresh token. `kind` refuses those of other kinds. Throws `auth.invalid_token`. */
    async refresh(visitor: Visitor, { refreshToken, kind }: RefreshInput): Promise<Session> {
      const credential = readCredential(cipher, PREFIX.refresh, refreshToken);
      if (credential === undefined) throw authErrors.invalid_token();
      return refreshBy(credential, { visitor, kind });
    },

    /** Ends the session of a refresh token, old or new; anything else changes nothing. `kind` spares other kinds. */
    async logout(visitor: Visitor, { refreshToken, kind }: RefreshInput): Promise<void> {
      const credential = readCredential(cipher, PREFIX.refresh, refreshToken);
      if (credential === undefined) return;
      const { owner: userId, id } = credential;
      const loaded = await load({ userId, id, fresh: true });
      if (loaded === undefined || (kind !== undefined && loaded.session.kind !== kind)) return;
      await commitAudited(parts, { userId, event: 'sign_out', visitor, writes: [sessions.end(userId, id)] });
      await end(loaded.session);
    },

    /** Trades the bearer credential for a cookie session; the one it came by ends. */
    async openPortal(actor: UserActor, visitor: Visitor): Promise<PortalSession> {
      const account = await accounts.get(actor.userId);
      if (account === undefined) throw authErrors.invalid_token();
      const now = clock.now();
      const id = newId('session', now);
      const cookie = mintCredential(cipher, { prefix: PREFIX.portal, owner: account.id, id });
      const name = describeAgent(visitor.agent);
      const { epoch } = account;
      const opened = { id, userId: account.id, kind: 'portal', epoch, name, hash: cookie.hash, now } as const;
      try {
        // The credential must still stand, so that one cannot be traded twice.
        await commit([sessions.create(opened), sessions.endIfStanding(account.id, actor.credentialId)]);
      } catch (error) {
        throw conditionFailed(error) ? authErrors.invalid_token({ cause: error }) : error;
      }
      await end({ userId: account.id, id: actor.credentialId });
      const maxAgeSeconds = LIFETIME.portal.absolute / 1000;
      return { user: userOf(parts, account), csrfToken: csrfToken(id), cookie: cookie.text, maxAgeSeconds };
    },

    /** Who a cookie belongs to; without a valid one the user is null and the token empty. Never throws for a bad cookie. */
    async portalSession(cookie: string | undefined): Promise<{ user: User | null; csrfToken: string }> {
      const loaded = cookie === undefined ? undefined : await bySecret('portal', cookie);
      if (loaded === undefined) return { user: null, csrfToken: '' };
      await touch(loaded);
      return { user: userOf(parts, loaded.account), csrfToken: csrfToken(loaded.session.id) };
    },

    /** Signs the caller's own browser or program out. */
    async portalLogout(actor: UserActor, visitor: Visitor): Promise<void> {
      const { userId, credentialId: id } = actor;
      await commitAudited(parts, { userId, event: 'sign_out', visitor, writes: [sessions.end(userId, id)] });
      await end({ userId, id });
    },

    /** The CSRF token of a cookie session. */
    csrfTokenOf: (actor: UserActor): string => csrfToken(actor.credentialId),

    /** For forms rendered on the server. Throws `auth.csrf` when the token is not the session's own. */
    checkCsrf(actor: UserActor, token: string | undefined): void {
      if (token === undefined || !sameText(token, csrfToken(actor.credentialId))) throw authErrors.csrf();
    },
  };
}
