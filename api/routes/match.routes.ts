import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { type Route, reply, route } from '../http/context.ts';

const { match } = contract;

/** `GET /jobs/recommended` stands with the postings: there its order before `/jobs/{id}` shows. */
export const matchRoutes = ({ matches }: Core): Route[] => [
  route(match.list, ({ actor, query }) => matches.list(actor, query)),
  route(match.taste, ({ actor }) => matches.taste(actor)),
  route(match.forgetTaste, async ({ actor }) => {
    await matches.forgetTaste(actor);
    return undefined;
  }),
  route(match.scores, async ({ actor, query }) => ({ items: await matches.scores(actor, query.jobIds) })),
  route(match.get, ({ actor, params }) => matches.get(actor, params.jobId)),
  route(match.refresh, async ({ actor, wait }) => {
    const accepted = await matches.refresh(actor);
    const finished = wait > 0 ? await matches.waitFor(actor, { id: accepted.taskId, seconds: wait }) : undefined;
    return finished === undefined ? accepted : reply(200, { ...accepted, ...finished });
  }),
  route(match.task, ({ actor, params }) => matches.task(actor, params.id)),
  route(match.apply, ({ actor, params }) => matches.apply(actor, params.jobId)),
  route(match.remove, async ({ actor, params }) => {
    await matches.remove(actor, params.jobId);
    return undefined;
  }),
  route(match.restore, async ({ actor, params }) => {
    await matches.restore(actor, params.jobId);
    return undefined;
  }),
  route(match.feedback, ({ actor, params, body }) => matches.feedback(actor, { jobId: params.jobId, ...body })),
];
