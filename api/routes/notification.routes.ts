import { contract } from '#shared/contract.ts';
import type { Core } from '#shared/core.ts';
import { type Route, route } from '../http/context.ts';

const { notification } = contract;

export const notificationRoutes = ({ notifications }: Core): Route[] => [
  route(notification.ticket, ({ actor }) => notifications.ticket(actor)),
  route(notification.list, ({ actor, query }) => notifications.list(actor, query)),
  route(notification.read, ({ actor, body }) => notifications.markRead(actor, body)),
];
