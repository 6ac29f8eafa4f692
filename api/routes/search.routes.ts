import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { type Route, reply, route } from '../http/context.ts';

const { search: calls } = contract;

export const searchRoutes = ({ searches, platform }: Core): Route[] => [
  route(calls.list, ({ actor, query }) => searches.list(actor, query)),
  route(calls.create, async ({ actor, body }) => {
    const { search, created } = await searches.create(actor, body);
    return reply(created ? 201 : 200, search);
  }),
  route(calls.update, ({ actor, params, body }) => searches.update(actor, { id: params.id, ...body })),
  route(calls.remove, ({ actor, params }) => searches.remove(actor, params.id)),
  route(calls.alertState, ({ request, query, header }) => {
    if (!wantsPage(request)) return searches.alertState(query.token);
    // Mail programs that know no one-click open the header's address as a page.
    header('location', `${platform.config.publicUrl}/unsubscribe?token=${encodeURIComponent(query.token)}`);
    return reply(303, { on: true });
  }),
  route(calls.unsubscribe, ({ query }) => searches.unsubscribe({ token: query.token, undo: query.undo === '1' })),
];

const wantsPage = (request: Request): boolean => (request.headers.get('accept') ?? '').includes('text/html');
