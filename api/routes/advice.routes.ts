import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { type Route, route } from '../http/context.ts';

const { advice } = contract;

export const adviceRoutes = ({ advices }: Core): Route[] => [
  route(advice.get, ({ actor, params }) => advices.of(actor, params.id)),
];
