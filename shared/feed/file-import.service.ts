/** Lists of postings an admin brings as a file. Sent again it changes nothing: each row is known by its own name. */
import type { output as Output } from 'zod';
import type { feedContract } from './feed.contract.ts';
import { feedErrors } from './feed.errors.ts';
import { readTable } from './table.extract.ts';
import type { FeedJobs } from './taking.service.ts';

/** Rows taken in while the caller waits; some ten seconds' work. */
const MOST_AT_ONCE = 1000;
const BATCH = 100;

type Imported = Output<(typeof feedContract)['importFile']['response']>;

/**
 * Reads a CSV or JSON list and takes its postings in. A row that cannot be read, or is none, is refused by itself with
 * its line. Throws `feed.no_columns`, `feed.unreadable`, `feed.too_many_rows`.
 */
export async function importFile(jobs: Pick<FeedJobs, 'take'>, bytes: Uint8Array): Promise<Imported> {
  const { postings, rejected, ignored } = readTable(bytes);
  if (postings.length > MOST_AT_ONCE) throw feedErrors.too_many_rows();
  const done: Imported = {
    created: 0,
    merged: 0,
    updated: 0,
    unchanged: 0,
    rejected: rejected.map(({ line, code }) => ({ line, code })),
    ignored,
  };
  for (let start = 0; start < postings.length; start += BATCH) {
    const batch = postings.slice(start, start + BATCH);
    const taken = await jobs.take(batch);
    for (const { outcome } of taken.results) done[outcome]++;
    for (const { index, code } of taken.rejected) done.rejected.push({ title: batch[index]?.title ?? '', code });
  }
  return done;
}
