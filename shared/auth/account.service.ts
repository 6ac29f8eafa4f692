/** Creating accounts, signing in, and setting a new password. */
import type { z } from 'zod';
import type { UserActor } from '#shared/kernel/actor.ts';
import { newId } from '#shared/kernel/ids.ts';
import { message, type TaskPayload } from '#shared/kernel/task.ts';
import { clean, normaliseEmail } from '#shared/kernel/text.ts';
import { hashSecret, mintCredential, randomName, readCredential, sameText } from '#shared/platform/credentials.ts';
import { hashPassword, refusePassword, verifyPassword } from '#shared/platform/passwords.ts';
import { isErased } from '#shared/platform/tombstone.ts';
import type { AccountRow } from './account.store.ts';
import type { authContract } from './auth.contract.ts';
import { authErrors } from './auth.errors.ts';
import type { Session } from './auth.schema.ts';
import { sendReset } from './auth.tasks.ts';
import { CONSENT_VERSION } from './consent.data.ts';
import type { MfaService } from './mfa.service.ts';
import { commitAudited, conditionFailed, openSession, type Parts, PREFIX, userOf } from './parts.service.ts';
import type { Visitor } from './visitor.schema.ts';

type Body<Name extends keyof typeof authContract> = (typeof authContract)[Name] extends {
  body: infer B extends z.ZodType;
}
  ? z.output<B>
  : never;

const RESET_MS = 30 * 60_000;

export type AccountService = ReturnType<typeof createAccountService>;

export function createAccountService(parts: Parts, useFactor: MfaService['useFactor']) {
  const { accounts, audit, sessions, cache, notifier, platform } = parts;
  const { clock, cipher, config, commit, table } = platform;

  const roleFor = (email: string, asked: 'seeker' | 'recruiter') =>
    config.adminEmail !== undefined && normaliseEmail(email) === normaliseEmail(config.adminEmail) ? 'admin' : asked;

  /** Notes the refused attempt, known address or not, and gives the one error for all of them. */
  async function deny(subject: { account?: AccountRow | undefined; index: string }, visitor: Visitor) {
    const who = subject.account === undefined ? { emailIndex: subject.index } : { userId: subject.account.id };
    await table.write(audit.entry(who, { event: 'sign_in', outcome: 'denied', visitor, now: clock.now() }));
    return authErrors.invalid_credentials();
  }

  return {
    /** Creates the account and signs in. Throws `auth.email_taken`. */
    async register(visitor: Visitor, body: Body<'register'>): Promise<Session> {
      const now = clock.now();
      const passwordHash = await hashPassword(body.password);
      const created = accounts.create({
        id: newId('user', now),
        email: body.email,
        name: clean(body.name),
        role: roleFor(body.email, body.role),
        passwordHash,
        consent: { at: new Date(now).toISOString(), version: CONSENT_VERSION },
        now,
      });
      const opened = openSession(parts, { account: created.row, kind: 'api', visitor });
      const writes = [...created.writes, opened.write];
      try {
        await commitAudited(parts, { userId: created.row.id, event: 'register', visitor, writes });
      } catch (error) {
        throw conditionFailed(error, 0) ? authErrors.email_taken({ cause: error }) : error;
      }
      return opened.answer();
    },

    /** Signs in. Throws `auth.invalid_credentials`, or `auth.mfa_required` once the password was right. */
    async login(visitor: Visitor, body: Body<'login'>): Promise<Session> {
      const index = accounts.emailIndex(body.email);
      const account = await accounts.findByIndex(index);
      const right =
        account === undefined
          ? await refusePassword(body.password)
          : await verifyPassword(account.passwordHash, body.password);
      if (account === undefined || !right) throw await deny({ account, index }, visitor);
      if (account.mfaSecret !== undefined && body.otp === undefined) throw authErrors.mfa_required();
      const factor = account.mfaSecret === undefined ? [] : useFactor(account, body.otp ?? '');
      if (factor === undefined) throw await deny({ account, index }, visitor);
      const opened = openSession(parts, { account, kind: 'api', visitor });
      const writes = [...factor, opened.write];
      try {
        await commitAudited(parts, { userId: account.id, event: 'sign_in', visitor, writes });
      } catch (error) {
        throw conditionFailed(error) ? await deny({ account, index }, visitor) : error;
      }
      return opened.answer();
    },

    /** Always the same work: the task looks whether there is such an account. */
    async requestReset(_visitor: Visitor, { email }: Body<'requestReset'>): Promise<void> {
      const index = accounts.emailIndex(email);
      const sealed = cipher.seal({ owner: index, field: 'reset' }, normaliseEmail(email));
      await commit([], [message(sendReset, { request: randomName(), index, email: sealed })]);
    },

    /** The task behind {@link requestReset}: makes the link and mails it, once per request. */
    async sendReset({ request, index, email }: TaskPayload<typeof sendReset>): Promise<void> {
      const account = await accounts.findByIndex(index);
      if (account === undefined || (await isErased(table, account.id))) return;
      const to = cipher.open({ owner: index, field: 'reset' }, email);
      const token = mintCredential(cipher, { prefix: PREFIX.reset, owner: account.id, id: request });
      const { epoch, id } = account;
      const reset = accounts.addReset(id, {
        id: request,
        hash: token.hash,
        epoch,
        expiresAt: clock.now() + RESET_MS,
      });
      const mail = notifier.mail({
        owner: id,
        kind: 'password-reset',
        key: `reset-${request}`,
        to,
        data: { name: accounts.nameOf(account), token: token.text },
      });
      await commit([reset], [mail]).catch((error: unknown) => {
        if (!conditionFailed(error)) throw error;
      });
    },

    /** Sets the password and ends every session, linked extension and token. Throws `auth.reset_expired`. */
    async confirmReset(visitor: Visitor, { token, password }: Body<'confirmReset'>): Promise<void> {
      const credential = readCredential(cipher, PREFIX.reset, token);
      if (credential === undefined) throw authErrors.reset_expired();
      const { owner, id } = credential;
      const [account, reset] = await Promise.all([accounts.get(owner), accounts.getReset(owner, id)]);
      const good =
        account !== undefined &&
        reset !== undefined &&
        reset.epoch === account.epoch &&
        reset.expiresAt > clock.now() &&
        sameText(reset.hash, hashSecret(credential.secret));
      if (!good) throw authErrors.reset_expired();
      const passwordHash = await hashPassword(password);
      const mail = notifier.mail({
        owner,
        kind: 'password-changed',
        key: `changed-${id}`,
        to: accounts.emailOf(account),
        data: { name: accounts.nameOf(account), at: new Date(clock.now()).toISOString() },
      });
      const writes = [
        accounts.useReset(owner, { id, hash: reset.hash }),
        accounts.change(owner, { set: { passwordHash }, add: { epoch: 1 }, when: { equals: { epoch: reset.epoch } } }),
      ];
      try {
        await commitAudited(parts, { userId: owner, event: 'password_reset', visitor, writes, messages: [mail] });
      } catch (error) {
        throw conditionFailed(error) ? authErrors.reset_expired({ cause: error }) : error;
      }
      cache.forget(owner);
      // The new epoch has ended them already; their rows go too, so that the list of devices is true.
      for (const session of await sessions.list(owner))
        if (session.epoch <= reset.epoch) await table.write(sessions.end(owner, session.id));
      await notifier.closeConnections(owner);
    },

    /** The account of `GET /me`. */
    async me(actor: UserActor) {
      const [account, aiTokens] = await Promise.all([accounts.get(actor.userId), platform.llm.usage(actor.userId)]);
      if (account === undefined) throw authErrors.invalid_token();
      return {
        ...userOf(parts, account),
        mfa: account.mfaSecret !== undefined,
        createdAt: new Date(account.createdAt).toISOString(),
        aiTokens,
      };
    },

    /** Makes the account of `email` an admin, for `npm run admin`. False when there is none. */
    async grantAdmin(email: string): Promise<boolean> {
      const account = await accounts.findByIndex(accounts.emailIndex(email));
      if (account === undefined) return false;
      const visitor = { address: '', agent: 'administration' };
      const writes = [accounts.change(account.id, { set: { role: 'admin' } })];
      await commitAudited(parts, { userId: account.id, event: 'role_changed', visitor, writes });
      cache.forget(account.id);
      return true;
    },
  };
}
