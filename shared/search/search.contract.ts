/** Saved searches with their alerts, and the way out of every alert mail. */
import { z } from 'zod';
import { endpoint, Page, WholeListQuery } from '#shared/kernel/endpoint.ts';
import { clean } from '#shared/kernel/text.ts';
import { SavedSearch, SearchAlert, SearchQuery } from './search.schema.ts';

const Name = z.string().max(120).transform(clean).pipe(z.string().min(1));
const SearchId = z.object({ id: z.string().max(80) });
const LinkQuery = z.object({ token: z.string().max(300) });

/** What an unsubscribe link is about. */
export const AlertState = z.object({
  /** The search's name; absent for the alert of matches. */
  name: z.string().optional(),
  on: z.boolean(),
});
export type AlertState = z.infer<typeof AlertState>;

export const searchContract = {
  list: endpoint({
    method: 'GET',
    path: '/searches',
    extension: true,
    summary: 'Saved searches, by name, each with how many postings are new since it was last opened.',
    query: WholeListQuery,
    response: Page(SavedSearch),
  }),
  create: endpoint({
    method: 'POST',
    path: '/searches',
    extension: true,
    summary: 'Saves a search; 200 with the one there is when the same filters are saved already.',
    body: z.object({ name: Name, query: SearchQuery, alert: SearchAlert.optional() }),
    response: SavedSearch,
    status: [201, 200],
    errors: ['search.too_many', 'search.empty'],
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/searches/{id}',
    extension: true,
    summary:
      'Changes name, filters or alert of the version given; `seen` says that the person has looked at what is new.',
    params: SearchId,
    body: z
      .object({
        version: z.number().int().positive().optional(),
        name: Name.optional(),
        query: SearchQuery.optional(),
        alert: SearchAlert.optional(),
        seen: z.literal(true).optional(),
      })
      .refine(
        ({ version, name, query, alert }) =>
          version !== undefined || (name === undefined && query === undefined && alert === undefined),
        { message: 'Give the version you are changing.', path: ['version'] },
      ),
    response: SavedSearch,
    errors: ['not_found', 'search.version_conflict', 'search.exists', 'search.empty'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/searches/{id}',
    extension: true,
    summary: 'Deletes a search and its alert; repeating it is harmless.',
    params: SearchId,
  }),
  alertState: endpoint({
    method: 'GET',
    path: '/unsubscribe',
    access: 'public',
    bucket: 'visitor',
    summary: 'What the link in a mail would switch off. Changes nothing; a browser is sent on to the page that asks.',
    query: LinkQuery,
    response: AlertState,
    status: [200, 303],
    errors: ['search.bad_link'],
  }),
  unsubscribe: endpoint({
    method: 'POST',
    path: '/unsubscribe',
    access: 'public',
    bucket: 'visitor',
    summary:
      'Ends the mails of one alert without signing in (RFC 8058 one-click); `undo=1` starts them again. Repeating is harmless.',
    query: LinkQuery.extend({ undo: z.literal('1').optional() }),
    response: AlertState,
    errors: ['search.bad_link'],
  }),
};
