/** Reading one feed: its pages, one after another, until there are no more. */
import { createHash } from 'node:crypto';
import { AppError } from '#shared/kernel/errors.ts';
import type { Ask } from './asking.service.ts';
import { feedErrors } from './feed.errors.ts';
import type { Feed } from './feed.schema.ts';
import type { SourcePosting } from './posting.schema.ts';
import type { JobSource, SourceKeys, SourcePage, SourceRequest } from './source.schema.ts';

export type Reading = {
  readonly state: 'read';
  /** Each of the source's ids once. */
  readonly postings: readonly SourcePosting[];
  readonly rejected: number;
  /** Nothing was left out: what is not among them is not listed. */
  readonly complete: boolean;
  /** Why something was left out. */
  readonly code: string | undefined;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly hash: string;
};

/** Pages of one feed; who has more is cut off and says so. */
const MOST_PAGES = 60;
const MOST_POSTINGS = 20_000;

/**
 * Reads all of a feed; `unchanged` where the source says so or repeats itself to the letter. Throws `feed.*` or
 * `outside.*` when the first page cannot be had; when a later one cannot, what came before it is kept as incomplete.
 */
export async function readFeed(
  feed: Feed,
  { source, ask, keys }: { source: JobSource; ask: Ask; keys: SourceKeys },
): Promise<Reading | { readonly state: 'unchanged' }> {
  const postings = new Map<string, SourcePosting>();
  const asked = new Set<string>();
  const digest = createHash('sha256');
  let request: SourceRequest | undefined = source.start(feed.ask, keys);
  const { origin } = new URL(request.url);
  const { headers } = request;
  let marks: { etag?: string | undefined; lastModified?: string | undefined } = {};
  let rejected = 0;
  let code: string | undefined;

  while (request !== undefined && code === undefined) {
    const first = asked.size === 0;
    asked.add(`${request.url}\n${request.body ?? ''}`);
    let page: SourcePage;
    try {
      const answer = await ask(request, first ? { etag: feed.etag, lastModified: feed.lastModified } : {});
      if (answer.status === 304) return { state: 'unchanged' };
      digest.update(answer.text);
      if (first) marks = { etag: answer.etag, lastModified: answer.lastModified };
      page = read(source, { url: answer.url, contentType: answer.contentType, body: answer.text }, feed);
    } catch (error) {
      if (first) throw error;
      code = codeOf(error);
      break;
    }
    rejected += page.rejected.length;
    for (const posting of page.postings) if (!postings.has(posting.sourceId)) postings.set(posting.sourceId, posting);
    request = page.next && followed(page.next, { origin, headers });
    if (request === undefined) break;
    // A mark on the first page says nothing of the others.
    marks = {};
    if (
      asked.has(`${request.url}\n${request.body ?? ''}`) ||
      asked.size >= MOST_PAGES ||
      postings.size >= MOST_POSTINGS
    )
      code = feedErrors.endless().code;
    else if (source.keys.length > 0 && new URL(request.url).origin !== origin) code = feedErrors.unreadable().code;
  }

  const hash = digest.digest('hex').slice(0, 32);
  if (code === undefined && hash === feed.hash) return { state: 'unchanged' };
  return {
    state: 'read',
    postings: [...postings.values()],
    rejected,
    complete: code === undefined,
    code,
    ...marksOf(marks),
    hash,
  };
}

/** What the first request signed in with goes with the next one to the same place, and nowhere else. */
const followed = (next: SourceRequest, first: { origin: string; headers: SourceRequest['headers'] }): SourceRequest =>
  first.headers && new URL(next.url).origin === first.origin
    ? { ...next, headers: { ...first.headers, ...next.headers } }
    : next;

const marksOf = ({ etag, lastModified }: { etag?: string | undefined; lastModified?: string | undefined }) => ({
  etag: etag?.slice(0, 500),
  lastModified: lastModified?.slice(0, 100),
});

function read(source: JobSource, answer: Parameters<JobSource['read']>[0], feed: Feed): SourcePage {
  try {
    return source.read(answer, feed.ask);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Whatever an answer does to its reader, it is the answer that is wrong.
    throw feedErrors.unreadable({ cause: error });
  }
}

/** The code a failure is known by. */
export const codeOf = (error: unknown): string => (error instanceof AppError ? error.code : 'internal');
