import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { type Route, reply, route } from '../http/context.ts';

const { job, match, application } = contract;

export const jobRoutes = ({ jobs, matches, applications }: Core): Route[] => [
  route(job.list, ({ actor, query }) => jobs.list(actor, query)),
  route(match.recommended, ({ actor, query }) => matches.recommended(actor, query)),
  route(job.get, ({ actor, params }) => jobs.get(actor, params.id)),
  route(job.import, ({ actor, body }) => jobs.import(actor, body.jobs)),
  route(job.sources, ({ params }) => jobs.merges.sources(params.id)),
  route(job.split, ({ params, body }) => jobs.merges.split({ jobId: params.id, ...body })),
  route(job.capture, async ({ actor, body }) => {
    const { job: kept, created } = await jobs.capture(actor, body);
    return reply(created ? 201 : 200, { job: kept });
  }),
  route(application.setStatus, ({ actor, params, body }) => applications.setStatus(actor, { id: params.id, ...body })),
  route(application.appliedText, ({ actor, params }) => applications.appliedText(actor, params.id)),
  route(application.list, ({ actor, query }) => applications.list(actor, query)),
];
