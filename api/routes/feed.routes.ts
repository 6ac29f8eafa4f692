import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { type Route, reply, route } from '../http/context.ts';
import { fileOf } from '../http/file.ts';

const { feed } = contract;

export const feedRoutes = ({ feeds }: Core): Route[] => [
  route(feed.watched, ({ actor, query }) => feeds.watched(actor, query)),
  route(feed.watch, async ({ actor, body }) => {
    const { watched, created } = await feeds.watch(actor, body.address);
    return reply(created ? 201 : 200, watched);
  }),
  route(feed.unwatch, async ({ actor, params }) => {
    await feeds.unwatch(actor, params.id);
    return undefined;
  }),
  route(feed.sources, ({ actor }) => feeds.sources(actor)),
  route(feed.importFile, async ({ actor, request }) => feeds.importFile(actor, (await fileOf(request)).bytes)),
  route(feed.ingest, ({ actor, params }) => feeds.ingestNow(actor, params.source)),
];
