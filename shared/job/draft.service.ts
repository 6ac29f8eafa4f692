/**
 * A change to postings while it is being made: what was read is remembered, what changed is written in one transaction
 * that fails as a whole when anybody else changed one of the same employers' postings in between. Whoever drafts then
 * begins anew. Over 300 lines because reading, changing and writing must agree on one draft.
 */
import type { SourcePosting } from '#shared/feed/posting.schema.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Platform } from '#shared/platform/platform.ts';
import type { Write } from '#shared/platform/table.ts';
import { commonOf, type Fingerprint, fingerprint } from './fingerprint.rules.ts';
import type { Content } from './posting.rules.ts';
import {
  type Known,
  type Likeness,
  type PostingStore,
  type PostingVersion,
  postingWrites,
  type Sibling,
  type StoredPosting,
} from './posting.store.ts';

/** Postings kept under one title and text. */
const MOST_ALIKE = 8;

/** An employer's postings as they were read, with what the draft changed. */
export type Book = {
  version: number;
  siblings: Map<string, Sibling>;
  /** Title words → ids of postings that have them; `''` those without any. Ids that are gone may stand there. */
  byWord?: Map<string, Set<string>>;
  /** Runs in most of its adverts, and how many postings they were reckoned from. */
  common?: { from: number; runs: ReadonlySet<number> };
};

/** Books between drafts, so that a large employer's is not read for every batch. A draft has a book for itself. */
export type Shelf = { take(employer: string): Book | undefined; put(employer: string, book: Book): void };

/** Postings kept on a shelf; some three kilobytes each. */
const MOST_SHELVED = 30_000;

export function createShelf(): Shelf {
  const books = new Map<string, Book>();
  let held = 0;
  const shelf: Shelf = {
    take(employer) {
      const book = books.get(employer);
      if (books.delete(employer)) held -= book?.siblings.size ?? 0;
      return book;
    },
    put(employer, book) {
      shelf.take(employer);
      books.set(employer, book);
      held += book.siblings.size;
      for (const [oldest] of books) {
        if (held <= MOST_SHELVED) break;
        shelf.take(oldest);
      }
    },
  };
  return shelf;
}

const note = (byWord: Map<string, Set<string>>, { id, print }: Sibling): void => {
  for (const word of print.titleWords.size > 0 ? print.titleWords : [''])
    byWord.set(word, (byWord.get(word) ?? new Set()).add(id));
};

/** The book's postings whose titles share half of the shorter one's words, or name no role. */
export function likeTitled(book: Book, print: Fingerprint): Sibling[] {
  if (print.titleWords.size === 0) return [...book.siblings.values()];
  if (book.byWord === undefined) {
    book.byWord = new Map();
    for (const sibling of book.siblings.values()) note(book.byWord, sibling);
  }
  const shared = new Map<string, number>();
  for (const word of print.titleWords)
    for (const id of book.byWord.get(word) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
  const ids = [...shared].flatMap(([id, count]) =>
    count * 2 >= Math.min(print.titleWords.size, sizeOf(book, id)) ? [id] : [],
  );
  return [...ids, ...(book.byWord.get('') ?? [])].flatMap((id) => book.siblings.get(id) ?? []);
}

const sizeOf = (book: Book, id: string): number => book.siblings.get(id)?.print.titleWords.size ?? 0;

/** What stands in adverts of several of the employer's roles; reckoned anew when it has grown by a tenth. */
export function commonIn(book: Book): ReadonlySet<number> {
  const from = book.siblings.size;
  if (book.common === undefined || Math.abs(from - book.common.from) * 10 > book.common.from)
    book.common = { from, runs: commonOf([...book.siblings.values()].map(({ print }) => print)) };
  return book.common.runs;
}

/** A posting's content as comparing sees it. */
export const printOf = (content: Content): Fingerprint =>
  fingerprint({
    url: content.url,
    title: content.title,
    company: content.company,
    location: content.location.text,
    description: content.description,
    excerpt: content.excerpt === true,
  });

/** What the employer's partition keeps of a posting. */
export const siblingOf = (posting: StoredPosting, print: Fingerprint): Sibling => ({
  id: posting.job.id,
  print,
  sources: posting.job.sources.map(({ source, sourceId, url }) => ({ source, sourceId, url })),
  never: posting.never,
});

/** What a draft wrote: postings whose index rows are owed, and under which pending row. */
export type Written = { pendingId: string; postings: StoredPosting[]; changed: string[] };

export function createDraft({
  store,
  platform,
  shelf,
}: {
  store: PostingStore;
  platform: Pick<Platform, 'table' | 'clock'>;
  shelf?: Shelf;
}) {
  const postings = new Map<string, { posting: StoredPosting | undefined; version: number }>();
  const books = new Map<string, Book>();
  const saids = new Map<string, Map<string, SourcePosting>>();
  const spoken = new Map<string, Map<string, SourcePosting | undefined>>();
  const known = new Map<string, Known | undefined>();
  const addresses = new Map<string, string | undefined>();
  const likenesses = new Map<string, Likeness | undefined>();

  // What is to be written, the last word on each row.
  const dirty = new Set<string>();
  const sources = new Map<string, { to: Known; before: Known | undefined }>();
  const named = new Map<string, { to: string; before: string | undefined }>();
  const alike = new Map<string, Likeness>();
  const siblings = new Map<string, { employer: string; id: string; sibling: Sibling | undefined }>();
  const others = new Map<string, Write | Promise<Write>>();
  const touched = new Set<string>();
  const changed = new Set<string>();

  async function fill<K, V>(cache: Map<K, V | undefined>, keys: readonly K[], read: (keys: K[]) => Promise<Map<K, V>>) {
    const missing = [...new Set(keys)].filter((one) => !cache.has(one));
    if (missing.length === 0) return;
    const found = await read(missing);
    for (const one of missing) cache.set(one, found.get(one));
  }

  const draft = {
    async postings(ids: readonly string[]): Promise<StoredPosting[]> {
      const missing = [...new Set(ids)].filter((id) => !postings.has(id));
      if (missing.length > 0) {
        const found = await store.many(missing);
        for (const id of missing) {
          const posting = found.get(id);
          const at = posting?.job.id ?? id;
          if (!postings.has(at)) postings.set(at, { posting, version: posting?.version ?? 0 });
          if (at !== id) postings.set(id, { posting: undefined, version: 0 });
        }
        // Under the id of a merged-away posting its survivor answers.
        for (const id of missing) {
          const survivor = found.get(id)?.job.id;
          if (survivor !== undefined && survivor !== id) moved.set(id, survivor);
        }
      }
      return ids.flatMap((id) => postings.get(moved.get(id) ?? id)?.posting ?? []);
    },
    async posting(id: string): Promise<StoredPosting | undefined> {
      return (await draft.postings([id]))[0];
    },
    async book(employer: string): Promise<Book> {
      const there = books.get(employer);
      if (there !== undefined) return there;
      const held = shelf?.take(employer);
      const book =
        held !== undefined && held.version === (await store.bookVersion(employer)) ? held : await store.book(employer);
      books.set(employer, book);
      return book;
    },
    /** Puts the books back for the next draft; only after everything was written. */
    shelve(): void {
      for (const [employer, book] of books) shelf?.put(employer, book);
    },
    /** What each source says of a posting, the draft's own changes included. */
    async said(id: string): Promise<Map<string, SourcePosting>> {
      const there = saids.get(id) ?? (await store.said(id));
      saids.set(id, there);
      const now = new Map(there);
      for (const [name, given] of spoken.get(id) ?? [])
        if (given) now.set(name, given);
        else now.delete(name);
      return now;
    },
    readKnown: (names: readonly string[]) => fill(known, names, store.known),
    async known(name: string): Promise<Known | undefined> {
      await draft.readKnown([name]);
      return known.get(name);
    },
    readAddresses: (list: readonly string[]) => fill(addresses, list, store.byAddress),
    async address(canonical: string): Promise<string | undefined> {
      await draft.readAddresses([canonical]);
      return addresses.get(canonical);
    },
    readLikenesses: (list: readonly string[]) => fill(likenesses, list, store.byLikeness),
    /** Postings of this title and text, whoever the employer. */
    async likeness(list: readonly string[]): Promise<{ sibling: Sibling; employer: string }[]> {
      await draft.readLikenesses(list);
      const named = list.flatMap((one) => likenesses.get(one)?.postings ?? []);
      const unique = [...new Map(named.map((one) => [one.jobId, one])).values()];
      const unread = unique.filter(({ employer }) => !books.has(employer));
      const read = unread.length > 0 ? await store.siblings(unread) : new Map<string, Sibling>();
      return unique.flatMap(({ jobId, employer }) => {
        const sibling = books.has(employer) ? books.get(employer)?.siblings.get(jobId) : read.get(jobId);
        return sibling ? [{ sibling, employer }] : [];
      });
    },

    /** The posting as it will stand. `shown`: what people see of it changed, so matching is to look again. */
    save(posting: StoredPosting, options: { shown?: boolean } = {}): void {
      const { id } = posting.job;
      const there = postings.get(id);
      postings.set(id, { posting, version: there?.version ?? 0 });
      dirty.add(id);
      if (posting.rev !== there?.posting?.rev) touched.add(id);
      if (options.shown) changed.add(id);
    },
    /** The employer's note of a posting; `undefined` takes it out. The book must have been read. */
    saveSibling(employer: string, id: string, sibling: Sibling | undefined): void {
      const book = books.get(employer);
      if (book === undefined) throw new Error('A book is read before it is written');
      if (sibling === undefined) book.siblings.delete(id);
      else {
        book.siblings.set(id, sibling);
        if (book.byWord) note(book.byWord, sibling);
      }
      siblings.set(`${employer}\n${id}`, { employer, id, sibling });
    },
    saveSource(name: string, to: Known): void {
      const before = sources.has(name) ? sources.get(name)?.before : known.get(name);
      known.set(name, to);
      sources.set(name, { to, before });
    },
    saveAddress(canonical: string, to: string): void {
      const before = named.has(canonical) ? named.get(canonical)?.before : addresses.get(canonical);
      addresses.set(canonical, to);
      named.set(canonical, { to, before });
    },
    saveLikeness(list: readonly string[], to: { jobId: string; employer: string }): void {
      for (const one of list) {
        const there = likenesses.get(one) ?? { postings: [], version: 0 };
        const next = { ...there, postings: [...there.postings, to].slice(-MOST_ALIKE) };
        likenesses.set(one, next);
        alike.set(one, next);
      }
    },
    saveSaid(jobId: string, name: string, given: SourcePosting): void {
      spoken.set(jobId, (spoken.get(jobId) ?? new Map()).set(name, given));
      others.set(`said ${jobId} ${name}`, postingWrites.said(jobId, given));
    },
    dropSaid(jobId: string, name: string): void {
      spoken.set(jobId, (spoken.get(jobId) ?? new Map()).set(name, undefined));
      others.set(`said ${jobId} ${name}`, postingWrites.unsaid(jobId, name));
    },
    saveVersion(jobId: string, version: PostingVersion): void {
      // What stood for no time at all was seen by nobody.
      const row = `version ${jobId} ${version.at}`;
      if (!others.has(row)) others.set(row, postingWrites.version(jobId, version));
    },
    dropVersion(jobId: string, at: string): void {
      others.set(`version ${jobId} ${at}`, postingWrites.noVersion(jobId, at));
    },

    /** Rows a commit would write now. */
    get size(): number {
      return dirty.size + sources.size + named.size + alike.size + siblings.size + others.size + 3;
    },

    /** Writes everything or throws `table.condition_failed`; the draft can go on from there. */
    async commit(): Promise<Written | undefined> {
      if (dirty.size === 0 && sources.size === 0 && others.size === 0) return undefined;
      const employers = new Set([...siblings.values()].map(({ employer }) => employer));
      const writes: Write[] = [];
      for (const id of dirty) {
        const there = postings.get(id);
        if (there?.posting === undefined) continue;
        employers.add(there.posting.employer);
        const posting = { ...there.posting, version: there.version + 1 };
        writes.push(there.version === 0 ? postingWrites.create(posting) : postingWrites.replace(posting));
      }
      for (const [name, { to, before }] of sources) writes.push(postingWrites.source(name, to, before));
      for (const [canonical, { to, before }] of named) writes.push(postingWrites.address(canonical, to, before));
      for (const [name, likeness] of alike) writes.push(postingWrites.likeness(name, likeness));
      for (const { employer, id, sibling } of siblings.values())
        writes.push(sibling ? postingWrites.sibling(employer, sibling) : postingWrites.noSibling(employer, id));
      for (const employer of employers) {
        const book = books.get(employer);
        if (book !== undefined) writes.push(postingWrites.head(employer, book.version));
      }
      writes.push(...(await Promise.all(others.values())));
      const pendingId = newId('task', platform.clock.now());
      const jobIds = [...touched];
      if (jobIds.length > 0)
        writes.push(postingWrites.pending(pendingId, { jobIds, changed: [...changed], at: platform.clock.now() }));
      await platform.table.transact(writes);

      for (const [name, { postings: list, version }] of alike)
        likenesses.set(name, { postings: list, version: version + 1 });
      for (const id of dirty) {
        const there = postings.get(id);
        if (there?.posting === undefined) continue;
        const version = there.version + 1;
        postings.set(id, { posting: { ...there.posting, version }, version });
      }
      for (const employer of employers) {
        const book = books.get(employer);
        if (book !== undefined) book.version++;
      }
      const written = {
        pendingId,
        postings: jobIds.flatMap((id) => postings.get(id)?.posting ?? []),
        changed: [...changed],
      };
      for (const one of [dirty, sources, named, alike, siblings, others, touched, changed]) one.clear();

      return jobIds.length > 0 ? written : undefined;
    },
  };
  const moved = new Map<string, string>();
  return draft;
}

export type Draft = ReturnType<typeof createDraft>;
