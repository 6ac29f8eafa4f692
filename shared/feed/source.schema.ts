/**
 * What a source of postings is: pure functions from what is asked to requests, and from answers to postings. Fetching,
 * pace, conditional requests and retries are the ingest's, so every source is tested on answers alone.
 */
import { z } from 'zod';
import type { FormQuestions, SourcePosting } from './posting.schema.ts';

/** What is asked of a source: one employer's board, a search, or (neither) everything it lists. */
export const FeedAsk = z.object({
  source: z.string().max(60),
  /** The employer's name for itself at the source (`acme`, `acme.recruitee.com`), or the address of a page or feed. */
  board: z.string().max(500).optional(),
  query: z
    .object({
      what: z.string().max(200).optional(),
      where: z.string().max(200).optional(),
      country: z.string().length(2).optional(),
      remote: z.boolean().optional(),
      /** Whole days back. */
      days: z.number().int().min(1).max(60).optional(),
    })
    .optional(),
});
export type FeedAsk = z.infer<typeof FeedAsk>;

export type SourceRequest = {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** An answer of status 200. */
export type SourceAnswer = {
  readonly url: string;
  readonly contentType: string;
  readonly body: string;
};

export type SourcePage = {
  readonly postings: readonly SourcePosting[];
  /** Entries that are no postings or could not be read; they never stop the rest. */
  readonly rejected: readonly { sourceId: string | null; code: string }[];
  /** The next page, where there is one; at the same origin the first request's headers go with it. */
  readonly next?: SourceRequest;
  /** What the source says there are in all. */
  readonly total?: number;
};

/** What a source asks of those who show its postings; enforced where they are shown. */
export type Display = {
  /** The name people see. */
  readonly name: string;
  /** Must stand beside each posting, as a link to the posting at the source. */
  readonly credit?: string;
  readonly homepage: string;
  /** The link back may not say `nofollow`. */
  readonly follow?: true;
  /** A box of at least this many pixels around the credit. */
  readonly creditSize?: { readonly width: number; readonly height: number };
  /** May not be shown only to people who are signed in, nor be passed on. */
  readonly openToAll?: true;
};

export type JobSource = {
  readonly id: string;
  readonly display: Display;
  /**
   * `board`: one employer's whole list, so what is missing twice was taken down. `search` and `list`: a choice of
   * postings, which proves nothing about what is missing.
   */
  readonly kind: 'board' | 'search' | 'list';
  /** Names of settings it cannot work without. */
  readonly keys: readonly SourceKey[];
  readonly pace: {
    /** Milliseconds between two requests. */
    readonly everyMs: number;
    readonly perDay?: number;
  };
  /** Pages of unknown sites: robots.txt is asked first. Documented interfaces are open by their makers' word. */
  readonly robots?: true;
  /** The board behind an address, where the address alone tells it. */
  boardAt?(url: URL): string | undefined;
  /** Where people see this board. */
  boardUrl?(board: string): string;
  /** The first request. Never an address made of untrusted text without encoding. */
  start(ask: FeedAsk, keys: SourceKeys): SourceRequest;
  /** Reads an answer. Throws `feed.unreadable` when it is not what this source answers. */
  read(answer: SourceAnswer, ask: FeedAsk): SourcePage;
  /** For sources whose lists carry no text: the request for a posting's own, made only when it is new or changed. */
  detail?(posting: SourcePosting, ask: FeedAsk, keys: SourceKeys): SourceRequest;
  readDetail?(answer: SourceAnswer, posting: SourcePosting): SourcePosting;
  /** The form's questions, asked for one posting at a time. */
  questions?(posting: { sourceId: string; url: string }, board: string): SourceRequest;
  readQuestions?(answer: SourceAnswer): FormQuestions | undefined;
};

export type SourceKey =
  | 'ADZUNA_APP_ID'
  | 'ADZUNA_APP_KEY'
  | 'USAJOBS_EMAIL'
  | 'USAJOBS_KEY'
  | 'REED_KEY'
  | 'JOOBLE_KEY'
  | 'THEMUSE_KEY';
export type SourceKeys = Readonly<Partial<Record<SourceKey, string>>>;
