import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { type Route, route } from '../http/context.ts';
import { sessionCookie } from '../http/cookie.ts';

const { privacy: calls } = contract;

export const privacyRoutes = ({ privacy, platform }: Core): Route[] => [
  route(calls.export, ({ actor }) => privacy.export(actor)),
  route(calls.erase, async ({ actor, header }) => {
    await privacy.erase(actor);
    header('set-cookie', sessionCookie(platform.config.publicUrl).clear());
    return { status: 'erasing' as const };
  }),
];
