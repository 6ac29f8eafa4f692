import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { type Route, route } from '../http/context.ts';
import { sessionCookie } from '../http/cookie.ts';

const { auth: calls } = contract;

export const authRoutes = ({ auth, platform }: Core): Route[] => {
  const cookie = sessionCookie(platform.config.publicUrl);
  return [
    route(calls.register, ({ visitor, body }) => auth.register(visitor, body)),
    route(calls.login, ({ visitor, body }) => auth.login(visitor, body)),
    route(calls.refresh, ({ visitor, body }) => auth.refresh(visitor, body)),
    route(calls.logout, ({ visitor, body }) => auth.logout(visitor, body)),
    route(calls.requestReset, ({ visitor, body }) => auth.requestReset(visitor, body)),
    route(calls.confirmReset, ({ visitor, body }) => auth.confirmReset(visitor, body)),
    route(calls.startMfa, ({ actor }) => auth.startMfa(actor)),
    route(calls.confirmMfa, ({ actor, visitor, body }) => auth.confirmMfa(actor, { ...body, visitor })),
    route(calls.removeMfa, ({ actor, visitor, body }) => auth.removeMfa(actor, { ...body, visitor })),
    route(calls.me, ({ actor }) => auth.me(actor)),
    route(calls.tokens, ({ actor, query }) => auth.tokens(actor, query)),
    route(calls.createToken, ({ actor, visitor, body }) => auth.createToken(actor, { ...body, visitor })),
    route(calls.revokeToken, ({ actor, visitor, params }) => auth.revokeToken(actor, { ...params, visitor })),
    route(calls.sessions, ({ actor }) => auth.sessions(actor)),
    route(calls.endSession, ({ actor, visitor, params }) => auth.endSession(actor, { ...params, visitor })),
    route(calls.openPortal, async ({ actor, visitor, header }) => {
      const opened = await auth.openPortal(actor, visitor);
      header('set-cookie', cookie.set(opened.cookie, opened.maxAgeSeconds));
      return opened;
    }),
    route(calls.portalSession, ({ request }) => auth.portalSession(cookie.of(request))),
    route(calls.portalLogout, async ({ actor, visitor, header }) => {
      await auth.portalLogout(actor, visitor);
      header('set-cookie', cookie.clear());
    }),
  ];
};
