/**
 * Access tokens: JWT (RFC 9068) signed with HS256. Every option of jose is pinned, because without them it accepts tokens
 * that never expire or were made for somebody else; whatever goes wrong in verifying is the same answer, as jose throws
 * plain TypeErrors for some forgeries.
 */
import { createSecretKey } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from './clock.ts';

/** Who (`sub`) by which session (`sid`). Role and scope are read from the store, never from here. */
export type AccessClaims = { readonly sub: string; readonly sid: string };

export type Jwt = {
  sign(claims: AccessClaims): Promise<string>;
  /** Undefined for anything but a valid, unexpired access token of this issuer; never throws. */
  verify(token: string): Promise<AccessClaims | undefined>;
};

/** Seconds an access token lives. */
export const ACCESS_SECONDS = 30 * 60;
const ALGORITHM = 'HS256';
const TYPE = 'at+jwt';
const AUDIENCE = 'foothold-api';
/** Seconds two servers' clocks may differ. */
const TOLERANCE = 10;
const MAX_LENGTH = 2000;
const REMEMBERED = 5000;

const Claims = z.object({ sub: z.string().regex(/^[\w-]{1,60}$/), sid: z.string().regex(/^[\w-]{1,60}$/) });

/** `secret` needs at least 32 bytes, the output size of SHA-256 (RFC 7518 §3.2). */
export function createJwt({ secret, issuer, clock }: { secret: string; issuer: string; clock: Clock }): Jwt {
  if (Buffer.byteLength(secret) < 32) throw new Error('The secret of access tokens needs at least 32 bytes');
  const key = createSecretKey(Buffer.from(secret));
  // The same text cannot verify differently again, only expire: jose costs more than the rest of a request.
  const verified = new Map<string, { claims: AccessClaims; expiresAt: number }>();
  return {
    sign({ sub, sid }) {
      const now = Math.floor(clock.now() / 1000);
      return new SignJWT({ sid })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
        .setSubject(sub)
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(now + ACCESS_SECONDS)
        .sign(key);
    },
    async verify(token) {
      if (token.length > MAX_LENGTH) return undefined;
      const known = verified.get(token);
      if (known !== undefined && known.expiresAt > clock.now()) return known.claims;
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          typ: TYPE,
          issuer,
          audience: AUDIENCE,
          requiredClaims: ['exp', 'iat', 'sub', 'sid'],
          clockTolerance: TOLERANCE,
          maxTokenAge: ACCESS_SECONDS,
          currentDate: new Date(clock.now()),
        });
        const claims = Claims.parse(payload);
        if (verified.size >= REMEMBERED) verified.clear();
        verified.set(token, { claims, expiresAt: Number(payload.exp) * 1000 });
        return claims;
      } catch {
        return undefined;
      }
    },
  };
}
