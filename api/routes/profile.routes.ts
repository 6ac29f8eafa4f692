import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { type Route, reply, route } from '../http/context.ts';

const { profile } = contract;

export const profileRoutes = ({ profiles }: Core): Route[] => [
  route(profile.get, ({ actor }) => profiles.get(actor)),
  route(profile.put, ({ actor, body }) => profiles.put(actor, body)),
  route(profile.addAnswer, async ({ actor, body }) => {
    const { changed, profile: kept } = await profiles.addAnswer(actor, body);
    const { custom } = kept.answers;
    return reply(changed ? 201 : 200, { answers: custom === undefined ? {} : { custom }, version: kept.version });
  }),
  route(profile.preferences, ({ actor }) => profiles.preferences(actor)),
  route(profile.putPreferences, ({ actor, body }) => profiles.putPreferences(actor, body)),
  route(profile.versions, ({ actor }) => profiles.versions(actor)),
  route(profile.version, ({ actor, params }) => profiles.version(actor, params.version)),
];
