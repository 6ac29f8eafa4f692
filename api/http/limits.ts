/** How often somebody may call (CONTRACT §2): per person, per address, and per account for sign-in, reset and codes. */
import { z } from 'zod';
import type { UserActor } from '#shared/kernel/actor.ts';
import type { Bucket } from '#shared/kernel/endpoint.ts';
import { defineErrors } from '#shared/kernel/errors.ts';
import { normaliseEmail } from '#shared/kernel/text.ts';
import type { Cipher } from '#shared/platform/cipher.ts';
import type { Limits } from '#shared/platform/limits.ts';
import type { Visitor } from './context.ts';

export const rateErrors = defineErrors('rate', {
  limited: { kind: 'rate_limited', message: 'Too many requests. Wait a moment, then go on.' },
});

const MINUTE = 60;
const SIGN_IN_PER_ACCOUNT = 10;
const PER_ADDRESS = 60;
/** What {@link SIGN_IN_PER_ACCOUNT} counts by: an address typed in, known or not. */
const Named = z.object({ email: z.string().optional() });

export type RateLimit = {
  person(bucket: Bucket, actor: UserActor | undefined, visitor: Visitor): Promise<void>;
  account(bucket: Bucket, actor: UserActor | undefined, body: unknown): Promise<void>;
};

/** `perMinute` is `RATE_LIMIT`; raising it above 100 raises the limit per address in proportion, never the one per account. */
export function createRateLimit({
  limits,
  cipher,
  perMinute,
}: {
  limits: Limits;
  cipher: Cipher;
  perMinute: number;
}): RateLimit {
  const take = async (owner: string, limit: number) => {
    const { allowed, retryAfter } = await limits.take({ owner, limit, windowSeconds: MINUTE });
    if (!allowed) throw rateErrors.limited({ details: { retryAfter } });
  };
  const perAddress = PER_ADDRESS * Math.max(1, Math.floor(perMinute / 100));
  const hash = (text: string) => cipher.blindIndex('limit', text).slice(0, 32);

  return {
    async person(bucket, actor, visitor) {
      if (bucket === 'none') return;
      if (bucket === 'signIn' || bucket === 'visitor' || actor === undefined)
        return take(`address-${bucket}-${hash(visitor.address)}`, bucket === 'standard' ? perMinute : perAddress);
      const limit = bucket === 'state' ? perMinute * 10 : perMinute;
      return take(`${bucket}-${actor.userId}`, limit);
    },
    async account(bucket, actor, body) {
      if (bucket !== 'signIn') return;
      const named = Named.safeParse(body);
      const account =
        actor?.userId ?? (named.success && named.data.email ? hash(normaliseEmail(named.data.email)) : undefined);
      if (account !== undefined) await take(`account-${account}`, SIGN_IN_PER_ACCOUNT);
    },
  };
}
