import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { type Route, reply, route } from '../http/context.ts';

const { document } = contract;

export const documentRoutes = ({ documents }: Core): Route[] => [
  route(document.generate, async ({ actor, params, body, wait }) => {
    const accepted = await documents.request(actor, { jobId: params.jobId, ...body });
    const { generationId } = accepted;
    const finished = wait > 0 ? await documents.waitFor(actor, { id: generationId, seconds: wait }) : undefined;
    return finished === undefined ? accepted : reply(200, finished);
  }),
  route(document.generation, ({ actor, params }) => documents.generation(actor, params.id)),
  route(document.list, ({ actor, query }) => documents.list(actor, query)),
  route(document.download, ({ actor, params, query }) => documents.download(actor, { id: params.id, ...query })),
  route(document.rate, ({ actor, params, body }) => documents.rate(actor, { id: params.id, ...body })),
];
