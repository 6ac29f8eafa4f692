/** Live updates: a ticket for the WebSocket, and the same events over HTTP for whatever was missed. */
import { z } from 'zod';
import { endpoint, Page } from '#shared/kernel/endpoint.ts';

export const EventType = z.enum([
  'resume.progress',
  'resume.completed',
  'resume.failed',
  'candidate.added',
  'candidate.shared',
  'match.found',
  'import.completed',
  'drive.synced',
  'application.reminder',
  'system',
]);
export type EventType = z.infer<typeof EventType>;

/** What WebSocket clients receive and `GET /notifications` returns; `data` carries the ids its type names. */
export const LiveEvent = z.object({
  id: z.string(),
  type: EventType,
  at: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});
export type LiveEvent = z.infer<typeof LiveEvent>;

export const notificationContract = {
  ticket: endpoint({
    method: 'POST',
    path: '/ws/ticket',
    extension: true,
    summary: 'A single-use address for a WebSocket, valid 60 s. Open `url` as given.',
    response: z.object({ ticket: z.string(), url: z.string() }),
    status: [201],
  }),
  list: endpoint({
    method: 'GET',
    path: '/notifications',
    extension: true,
    bucket: 'state',
    summary: 'Events after `since` (an event id), oldest first; without it the newest.',
    query: z.object({
      since: z.string().max(80).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: Page(LiveEvent).extend({ unread: z.number() }),
  }),
  read: endpoint({
    method: 'POST',
    path: '/notifications/read',
    extension: true,
    bucket: 'state',
    summary: 'Marks everything up to an event as read.',
    body: z.object({ upTo: z.string().max(80) }),
  }),
};
