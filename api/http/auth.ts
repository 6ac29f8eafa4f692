/** From a request to its actor: bearer token or the portal's cookie; unsafe calls by cookie prove that they come from the portal. */
import { authErrors } from '#shared/auth/auth.errors.ts';
import type { UserActor } from '#shared/kernel/actor.ts';
import type { Method } from '#shared/kernel/endpoint.ts';
import type { Ctx } from './context.ts';
import { sessionCookie } from './cookie.ts';

export type Guard = {
  /** Throws `auth.invalid_token` when there is no valid credential, `auth.csrf` for a forged unsafe call. */
  actorOf(c: Ctx, method: Method): Promise<UserActor>;
};

type Authenticate = (credential: {
  authorization?: string | undefined;
  cookie?: string | undefined;
}) => Promise<UserActor>;

/** `csrfTokenOf` gives the token a portal page must send back; it is a signature, nothing is stored. */
export function createGuard(options: {
  authenticate: Authenticate;
  csrfTokenOf: (actor: UserActor) => string;
  publicUrl: string;
}): Guard {
  const origin = new URL(options.publicUrl).origin;
  const session = sessionCookie(options.publicUrl);
  return {
    async actorOf(c, method) {
      const authorization = c.req.header('authorization');
      if (authorization !== undefined) return options.authenticate({ authorization });
      const cookie = session.of(c.req.raw);
      if (cookie === undefined) throw authErrors.invalid_token();
      const actor = await options.authenticate({ cookie });
      if (method !== 'GET') {
        const from = c.req.header('origin');
        const sameOrigin = from === undefined || from === origin || from === new URL(c.req.url).origin;
        if (!sameOrigin || c.req.header('x-csrf-token') !== options.csrfTokenOf(actor)) throw authErrors.csrf();
      }
      return actor;
    },
  };
}
