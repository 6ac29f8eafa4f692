/** From a request to its actor: bearer token or the portal's cookie; unsafe calls by cookie prove that they come from the portal. */
import { getCookie } from 'hono/cookie';
import { authErrors } from '#shared/auth/auth.errors.ts';
import type { UserActor } from '#shared/kernel/actor.ts';
import type { Method } from '#shared/kernel/endpoint.ts';
import type { Cipher } from '#shared/platform/cipher.ts';
import type { Ctx } from './context.ts';

/** `__Host-` binds the cookie to exactly this origin, and needs TLS; locally there is none. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-foothold' : 'foothold');

export type Guard = {
  /** Throws `auth.invalid_token` when there is no valid credential, `auth.csrf` for a forged unsafe call. */
  actorOf(c: Ctx, method: Method): Promise<UserActor>;
  /** The portal cookie's value, if any. */
  cookieOf(c: Ctx): string | undefined;
};

type Authenticate = (credential: {
  authorization?: string | undefined;
  cookie?: string | undefined;
}) => Promise<UserActor>;

export function createGuard(options: { authenticate: Authenticate; cipher: Cipher; publicUrl: string }): Guard {
  const origin = new URL(options.publicUrl).origin;
  const name = cookieName(options.publicUrl.startsWith('https:'));
  const cookieOf = (c: Ctx) => getCookie(c, name);
  return {
    cookieOf,
    async actorOf(c, method) {
      const authorization = c.req.header('authorization');
      if (authorization !== undefined) return options.authenticate({ authorization });
      const cookie = cookieOf(c);
      if (cookie === undefined) throw authErrors.invalid_token();
      const actor = await options.authenticate({ cookie });
      if (method !== 'GET') {
        const from = c.req.header('origin');
        const sameOrigin = from === undefined || from === origin || from === new URL(c.req.url).origin;
        if (!sameOrigin || c.req.header('x-csrf-token') !== csrfToken(options.cipher, actor)) throw authErrors.csrf();
      }
      return actor;
    },
  };
}

/** The CSRF token of a cookie session: a signature over its id, so nothing is stored. */
export const csrfToken = (cipher: Cipher, actor: Pick<UserActor, 'credentialId'>): string =>
  cipher.sign('csrf', actor.credentialId);
