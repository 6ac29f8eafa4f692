/** The companies a person watches, and how the sources of postings do. */
import { z } from 'zod';
import { ImportOutcome } from '#shared/job/job.contract.ts';
import { binary, endpoint, Page, WholeListQuery } from '#shared/kernel/endpoint.ts';

/** `waiting`: not read yet; `reading`: well; `failing`: `trouble` says why and what happens next. */
const WatchState = z.enum(['waiting', 'reading', 'failing']);
const Trouble = z.object({ code: z.string(), text: z.string(), at: z.iso.datetime() });

export const Watched = z.object({
  id: z.string(),
  company: z.string(),
  source: z.string(),
  /** The employer's name for itself there, or the address of its page. */
  board: z.string(),
  /** Where people see the board. */
  url: z.string(),
  state: WatchState,
  watchedAt: z.iso.datetime(),
  lastReadAt: z.iso.datetime().optional(),
  nextReadAt: z.iso.datetime().optional(),
  /** Postings it shows now. */
  open: z.number().int().nonnegative(),
  trouble: Trouble.optional(),
});
export type Watched = z.infer<typeof Watched>;

/** How one source does. */
export const SourceHealth = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['board', 'search', 'list']),
  /** Switched on, and all its keys are there. */
  ready: z.boolean(),
  enabled: z.boolean(),
  keys: z.array(z.object({ name: z.string(), present: z.boolean() })),
  feeds: z.number().int().nonnegative(),
  failing: z.number().int().nonnegative(),
  postings: z.number().int().nonnegative(),
  lastGoodAt: z.iso.datetime().optional(),
  nextAt: z.iso.datetime().optional(),
  pausedUntil: z.iso.datetime().optional(),
  /** Requests that may still be made today, where the source counts them. */
  leftToday: z.number().int().nonnegative().optional(),
  /** What went wrong at how many of its feeds, the most frequent first. */
  errors: z.array(z.object({ code: z.string(), text: z.string(), feeds: z.number(), lastAt: z.iso.datetime() })),
});
export type SourceHealth = z.infer<typeof SourceHealth>;

const ById = z.object({ id: z.string().max(100) });

export const feedContract = {
  watched: endpoint({
    method: 'GET',
    path: '/companies/watched',
    summary: 'Companies whose job boards are read for the person, with when they were read last.',
    query: WholeListQuery,
    response: Page(Watched),
  }),
  watch: endpoint({
    method: 'POST',
    path: '/companies/watched',
    summary: 'Watches the company whose board, careers page or feed of jobs is at the address.',
    body: z.object({ address: z.string().trim().min(3).max(2000) }),
    response: Watched,
    status: [201, 200],
    errors: ['feed.no_board', 'feed.never_fetched', 'feed.too_many', 'feed.robots_refused'],
  }),
  unwatch: endpoint({
    method: 'DELETE',
    path: '/companies/watched/{id}',
    summary: 'Watches it no more. Its postings stay until they are too old to be believed.',
    params: ById,
    errors: ['not_found'],
  }),
  sources: endpoint({
    method: 'GET',
    path: '/admin/sources',
    access: 'admin',
    summary: 'Each source of postings: feeds, last good reading, failures, postings, keys, requests left today.',
    response: z.object({ items: z.array(SourceHealth) }),
  }),
  ingest: endpoint({
    method: 'POST',
    path: '/admin/sources/{source}/ingest',
    access: 'admin',
    summary: 'Reads all feeds of a source now, those that are not due yet included.',
    params: z.object({ source: z.string().max(60) }),
    response: z.object({ source: z.string(), feeds: z.number() }),
    status: [202],
    errors: ['not_found', 'feed.not_ready'],
  }),
  importFile: endpoint({
    method: 'POST',
    path: '/jobs/import-file',
    access: 'admin',
    summary: 'Takes in a list of up to 1,000 postings: CSV, JSON or JSON lines, as multipart field `file`.',
    body: binary('multipart/form-data'),
    response: z.record(ImportOutcome, z.number().int()).and(
      z.object({
        /** The row's first line in the file, or the title of a posting that could be read and was still refused. */
        rejected: z.array(z.object({ line: z.number().optional(), title: z.string().optional(), code: z.string() })),
        /** Names of columns nothing was read from. */
        ignored: z.array(z.string()),
      }),
    ),
    errors: ['feed.no_columns', 'feed.unreadable', 'feed.too_many_rows'],
  }),
};
