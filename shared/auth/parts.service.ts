/** What the services of this folder share: their stores, the one way to open a session, and the cache of sessions. */

import { AppError } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Message } from '#shared/kernel/task.ts';
import { mintCredential } from '#shared/platform/credentials.ts';
import { ACCESS_SECONDS, createJwt, type Jwt } from '#shared/platform/jwt.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { Write } from '#shared/platform/table.ts';
import { aliveCheck } from '#shared/platform/tombstone.ts';
import { type AccountRow, type AccountStore, createAccountStore } from './account.store.ts';
import { type AuditEvent, type AuditStore, createAuditStore } from './audit.store.ts';
import type { Session, User } from './auth.schema.ts';
import { type CodeStore, createCodeStore } from './code.store.ts';
import { describeAgent, type SessionKind } from './session.rules.ts';
import { createSessionStore, type SessionRow, type SessionStore } from './session.store.ts';
import type { Visitor } from './visitor.schema.ts';

/** What accounts need of notifications; `core.ts` gives the service. */
export type AuthNotifier = {
  /** A mail as a task, to be committed with the rows it follows from. `key` makes it go out once. */
  mail(mail: {
    owner: string;
    kind: 'password-reset' | 'password-changed' | 'two-step-changed' | 'account-unused';
    key: string;
    to: string;
    data: Readonly<Record<string, string>>;
  }): Message;
  /** Closes the live connections of one credential, or of all. */
  closeConnections(owner: string, credentialId?: string): Promise<void>;
};

/** Prefixes of opaque credentials. */
export const PREFIX = { refresh: 'fhr', token: 'fht', portal: 'fhs', reset: 'fhp', code: 'fhc' } as const;

export type Loaded = { readonly account: AccountRow; readonly session: SessionRow };

export type Parts = {
  readonly platform: Platform;
  readonly notifier: AuthNotifier;
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly audit: AuditStore;
  readonly codes: CodeStore;
  readonly jwt: Jwt;
  readonly cache: SessionCache;
};

export function createParts(platform: Platform, notifier: AuthNotifier): Parts {
  const { clock, config } = platform;
  return {
    platform,
    notifier,
    accounts: createAccountStore(platform),
    sessions: createSessionStore(platform),
    audit: createAuditStore(platform),
    codes: createCodeStore(platform.table),
    jwt: createJwt({ secret: config.jwtSecret, issuer: config.publicUrl, clock }),
    cache: createSessionCache(platform),
  };
}

/** Sessions as last read, for less than a second, so that an ended one is refused everywhere within one. */
export type SessionCache = {
  get(userId: string, id: string): Loaded | undefined;
  set(loaded: Loaded): void;
  forget(userId: string, id?: string): void;
};

const CACHE_MS = 900;
const CACHE_PEOPLE = 5000;

function createSessionCache({ clock }: Platform): SessionCache {
  const people = new Map<string, Map<string, { at: number; loaded: Loaded }>>();
  return {
    get(userId, id) {
      const entry = people.get(userId)?.get(id);
      const age = entry === undefined ? CACHE_MS : clock.now() - entry.at;
      return age >= 0 && age < CACHE_MS ? entry?.loaded : undefined;
    },
    set(loaded) {
      const { userId, id } = loaded.session;
      if (people.size >= CACHE_PEOPLE) people.clear();
      const known = people.get(userId) ?? new Map();
      people.set(userId, known.set(id, { at: clock.now(), loaded }));
    },
    forget(userId, id) {
      if (id === undefined) people.delete(userId);
      else people.get(userId)?.delete(id);
    },
  };
}

/** The account as its owner sees it. */
export const userOf = ({ accounts }: Parts, row: AccountRow): User => ({
  id: row.id,
  email: accounts.emailOf(row),
  name: accounts.nameOf(row),
  role: row.role,
});

/** Writes that open a session of programs with a refresh token, and the answer once they are committed. */
export function openSession(
  parts: Parts,
  options: { account: AccountRow; kind: Extract<SessionKind, 'api' | 'oauth'>; visitor: Visitor; name?: string },
): { id: string; write: Write; answer: () => Promise<Session> } {
  const { account, kind, visitor } = options;
  const now = parts.platform.clock.now();
  const id = newId('session', now);
  const refresh = mintCredential(parts.platform.cipher, { prefix: PREFIX.refresh, owner: account.id, id });
  const name = options.name ?? describeAgent(visitor.agent);
  return {
    id,
    write: parts.sessions.create({ id, userId: account.id, kind, epoch: account.epoch, name, hash: refresh.hash, now }),
    answer: () => sessionAnswer(parts, { account, sessionId: id, refreshToken: refresh.text }),
  };
}

export async function sessionAnswer(
  parts: Parts,
  { account, sessionId, refreshToken }: { account: AccountRow; sessionId: string; refreshToken: string },
): Promise<Session> {
  const accessToken = await parts.jwt.sign({ sub: account.id, sid: sessionId });
  return { user: userOf(parts, account), accessToken, refreshToken, expiresIn: ACCESS_SECONDS };
}

/** Commits with the condition that the person was not erased meanwhile, and an audit entry. */
export function commitAudited(
  parts: Parts,
  options: { userId: string; event: AuditEvent; visitor: Visitor; writes: readonly Write[]; messages?: Message[] },
): Promise<void> {
  const { userId, event, visitor, writes, messages } = options;
  const entry = parts.audit.entry({ userId }, { event, visitor, now: parts.platform.clock.now() });
  return parts.platform.commit([...writes, entry, aliveCheck(userId)], messages);
}

/** After a session's row is gone: what this process remembers of it goes, and its live connections close. */
export async function endAccessOf(parts: Parts, { userId, id }: { userId: string; id: string }): Promise<void> {
  parts.cache.forget(userId, id);
  await parts.notifier.closeConnections(userId, id);
}

/** Whether a write's condition did not hold; `index` asks for that one of a transaction. */
export const conditionFailed = (error: unknown, index?: number): boolean =>
  error instanceof AppError &&
  error.code === 'table.condition_failed' &&
  (index === undefined || error.details?.index === index);
