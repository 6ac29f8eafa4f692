/**
 * Two-step sign-in by TOTP (RFC 6238, 30 s, six digits, SHA-1 as every authenticator app has it). A code is accepted from
 * one step before to one after, each step once; ten recovery codes of 50 bits, kept as keyed hashes, each once.
 */
import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { UserActor } from '#shared/kernel/actor.ts';
import { randomName } from '#shared/platform/credentials.ts';
import type { Write } from '#shared/platform/table.ts';
import type { AccountRow } from './account.store.ts';
import { authErrors } from './auth.errors.ts';
import { commitAudited, conditionFailed, type Parts } from './parts.service.ts';
import type { Visitor } from './visitor.schema.ts';

const PERIOD = 30;
const WINDOW = 1;
const RECOVERY_CODES = 10;
/** Without letters and digits that look alike. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

type OtpInput = { otp: string; visitor: Visitor };

export type MfaService = ReturnType<typeof createMfaService>;

export function createMfaService(parts: Parts) {
  const { accounts, cache, notifier, platform } = parts;
  const { clock, commit } = platform;

  const totpOf = (account: AccountRow, secret: string) =>
    new TOTP({
      issuer: 'Foothold',
      label: accounts.emailOf(account),
      secret: Secret.fromBase32(secret),
      period: PERIOD,
    });

  /** The time step `code` belongs to, if it is right. */
  function stepOf(
    account: AccountRow,
    { sealedSecret, code }: { sealedSecret: string; code: string },
  ): number | undefined {
    const digits = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(digits)) return undefined;
    const now = clock.now();
    const secret = accounts.openSecret(account.id, sealedSecret);
    const delta = totpOf(account, secret).validate({ token: digits, timestamp: now, window: WINDOW });
    return delta === null ? undefined : Math.floor(now / 1000 / PERIOD) + delta;
  }

  /** Writes that use up a code or recovery code; undefined when it is wrong. They fail when it was used before. */
  function useFactor(account: AccountRow, otp: string): Write[] | undefined {
    if (account.mfaSecret === undefined) return undefined;
    const step = stepOf(account, { sealedSecret: account.mfaSecret, code: otp });
    if (step !== undefined)
      return [accounts.change(account.id, { set: { mfaStep: step }, when: { below: { mfaStep: step } } })];
    const recovery = otp.toUpperCase().replace(/[^A-Z0-9]/g, '');
    return recovery.length === 10 ? [accounts.useRecovery(account.id, recovery)] : undefined;
  }

  async function accountOf(actor: UserActor): Promise<AccountRow> {
    const account = await accounts.get(actor.userId);
    if (account === undefined) throw authErrors.invalid_token();
    return account;
  }

  const changedMail = (account: AccountRow, state: 'on' | 'off') =>
    notifier.mail({
      owner: account.id,
      kind: 'two-step-changed',
      key: `two-step-${randomName()}`,
      to: accounts.emailOf(account),
      data: { name: accounts.nameOf(account), state, at: new Date(clock.now()).toISOString() },
    });

  return {
    useFactor,

    /** A secret to scan; nothing changes until a code made with it is confirmed. Throws `auth.mfa_enabled`. */
    async startMfa(actor: UserActor): Promise<{ secret: string; otpauthUrl: string }> {
      const account = await accountOf(actor);
      if (account.mfaSecret !== undefined) throw authErrors.mfa_enabled();
      const secret = new Secret({ size: 20 }).base32;
      const mfaPending = accounts.sealSecret(account.id, secret);
      await commit([accounts.change(account.id, { set: { mfaPending } })]);
      return { secret, otpauthUrl: totpOf(account, secret).toString() };
    },

    /** Turns it on; the recovery codes are shown this once. Throws `auth.invalid_otp`. */
    async confirmMfa(actor: UserActor, { otp, visitor }: OtpInput): Promise<{ recoveryCodes: string[] }> {
      const account = await accountOf(actor);
      const pending = account.mfaPending;
      const step = pending === undefined ? undefined : stepOf(account, { sealedSecret: pending, code: otp });
      if (pending === undefined || step === undefined) throw authErrors.invalid_otp();
      const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
      const on = accounts.change(account.id, {
        set: { mfaSecret: pending, mfaStep: step },
        unset: ['mfaPending'],
        when: { equals: { mfaPending: pending } },
      });
      const writes = [on, ...(await accounts.removeRecovery(account.id)), ...accounts.addRecovery(account.id, codes)];
      const messages = [changedMail(account, 'on')];
      try {
        await commitAudited(parts, { userId: account.id, event: 'mfa_on', visitor, writes, messages });
      } catch (error) {
        throw conditionFailed(error) ? authErrors.invalid_otp({ cause: error }) : error;
      }
      cache.forget(account.id);
      return { recoveryCodes: codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`) };
    },

    /** Turns it off by a code or recovery code. Throws `auth.mfa_not_enabled`, `auth.invalid_otp`. */
    async removeMfa(actor: UserActor, { otp, visitor }: OtpInput): Promise<void> {
      const account = await accountOf(actor);
      if (account.mfaSecret === undefined) throw authErrors.mfa_not_enabled();
      const factor = useFactor(account, otp);
      if (factor === undefined) throw authErrors.invalid_otp();
      try {
        // Using the code up and turning off touch the same row, which one transaction cannot do.
        await commit(factor);
      } catch (error) {
        throw conditionFailed(error) ? authErrors.invalid_otp({ cause: error }) : error;
      }
      const off = accounts.change(account.id, { unset: ['mfaSecret', 'mfaStep', 'mfaPending'] });
      const writes = [off, ...(await accounts.removeRecovery(account.id))];
      const messages = [changedMail(account, 'off')];
      await commitAudited(parts, { userId: account.id, event: 'mfa_off', visitor, writes, messages });
      cache.forget(account.id);
    },
  };
}

const recoveryCode = (): string =>
  Array.from({ length: 10 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
