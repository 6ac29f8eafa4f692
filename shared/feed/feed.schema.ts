/** A feed: one board or one search at a source, and how reading it goes. Public in kind: it never says who wants it. */
import type { FeedAsk } from './source.schema.ts';

export type Feed = {
  /** `<source>-<hash of what is asked>`. */
  readonly id: string;
  readonly source: string;
  readonly ask: FeedAsk;
  /** The employer's name where the source does not state it. */
  readonly company?: string | undefined;
  /** How many people want it; a feed of 0 is not asked any more, its postings age. */
  readonly wants: number;
  /** Read without anybody's asking. */
  readonly standing?: boolean | undefined;
  /** Milliseconds; not asked before. */
  readonly nextAt: number;
  readonly failures: number;
  readonly error?: { readonly code: string; readonly at: number } | undefined;
  readonly triedAt?: number | undefined;
  /** The last reading that can be believed. */
  readonly okAt?: number | undefined;
  /** When the list was first far shorter than before; believed when it stays so. */
  readonly shrunkAt?: number | undefined;
  /** Postings it shows now. */
  readonly open: number;
  /** What the last answer was marked with, kept only when all of it was taken in. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Hash of the last answer, for sources that mark nothing. */
  readonly hash?: string | undefined;
  /** Where it is kept which postings were seen. */
  readonly seen?: string | undefined;
};

/** What is remembered of one posting of a feed, so that an unchanged one costs nothing. Times in milliseconds. */
export type SeenPosting = {
  /** Hash of what the source said. */
  readonly hash: string;
  /** Absent where it could not be taken in. */
  readonly jobId?: string | undefined;
  /** When the posting was last told to be there. */
  readonly toldAt: number;
  /** Since when the feed does not show it. */
  readonly missingSince?: number | undefined;
  /** What was said of it since. */
  readonly said?: 'missing' | 'gone' | undefined;
};
export type Seen = ReadonlyMap<string, SeenPosting>;
