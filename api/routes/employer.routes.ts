import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { type Route, reply, route } from '../http/context.ts';

const { employer } = contract;

export const employerRoutes = ({ employers }: Core): Route[] => [
  route(employer.create, async ({ actor, body }) => {
    const { job, created } = await employers.create(actor, body);
    return reply(created ? 201 : 200, job);
  }),
  route(employer.change, ({ actor, params, body }) => employers.change(actor, { id: params.id, ...body })),
  route(employer.close, ({ actor, params }) => employers.close(actor, params.id)),
];
