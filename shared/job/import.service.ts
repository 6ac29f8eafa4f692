/**
 * Taking postings in: each is created, merged into the vacancy it repeats, updated or unchanged, whatever order and how
 * often it comes. First by what it is known under (source id, address), then among the employer's own postings, and those
 * of equal title and text under another employer's name, by rules. Employers are worked side by side, the postings of one
 * after another; several postings are one transaction.
 * Over 300 lines because every way a posting can come is decided in one place.
 */
import { SourcePosting } from '#shared/feed/posting.schema.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Message } from '#shared/kernel/task.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { atsIdOf, canonicalUrl } from './canonical-url.rules.ts';
import { compare, isOneIdBoard } from './dedupe.rules.ts';
import {
  commonIn,
  createDraft,
  createShelf,
  type Draft,
  likeTitled,
  printOf,
  siblingOf,
  type Written,
} from './draft.service.ts';
import { ofTwoRecruiters } from './employer.rules.ts';
import { type Fingerprint, fingerprint, roleShare } from './fingerprint.rules.ts';
import { ImportedPosting, type ImportOutcome } from './job.contract.ts';
import { type Absent, sourceName } from './liveness.rules.ts';
import { cleanCompany } from './normalise.rules.ts';
import { type Content, contentOfAll, contentOfJob, locationText, sourcePostingOf } from './posting.rules.ts';
import { contentHash, type PostingStore, postingWrites, type StoredPosting } from './posting.store.ts';
import { leastRuns, runsOf } from './shingle.rules.ts';
import { cleanText } from './text.rules.ts';

/** Told which postings are new or changed; gives the tasks that follow. */
export type JobsChanged = (jobIds: readonly string[]) => readonly Message[];

/** What became of postings taken in; `index` is the position in what was given. */
export type Taken = {
  results: { index: number; sourceId: string; jobId: string; outcome: ImportOutcome }[];
  rejected: { index: number; code: string }[];
};

/** Variants a posting lists, and those told of a new one. */
const MOST_VARIANTS = 60;
const MOST_TOLD = 20;
/** Sources a posting names. */
const MOST_SOURCES = 50;
/** Earlier texts kept, beside those somebody applied to. */
const MOST_VERSIONS = 5;
/** Employers worked at once. */
const SIDE_BY_SIDE = 6;
/** Rows of a draft from which it is written; one posting adds at most some fifty, and a transaction holds a hundred. */
const ENOUGH_ROWS = 44;
/** Times a draft is begun anew because somebody else was faster. */
const MOST_ATTEMPTS = 8;
/** Orders under which the least run of a text is kept, with its title, to find it under another employer's name. */
const LIKENESSES = 3;
const FEWEST_RUNS = 30;

/** A posting to be placed, with what finding its like needs. */
export type Item = {
  index: number;
  given: SourcePosting;
  name: string;
  hash: string;
  urlKey: string | undefined;
  print: Fingerprint;
  likenesses: string[];
  employer: string;
};

type Dependencies = {
  store: PostingStore;
  /** Writes index rows of these postings. */
  showInIndex: (postings: readonly StoredPosting[]) => Promise<void>;
  onChange?: JobsChanged;
};

/** What decides whether a source said something new: its words, not when it was seen or touched. */
const hashOf = ({ updatedAt: _updated, ...said }: SourcePosting): string => contentHash(said);

/** Postings that may meet (by employer, address, or title and text), each such group in the order given. */
function meetingGroups(items: readonly Item[]): Item[][] {
  const groupOf = new Map<string, Item[]>();
  for (const item of items) {
    const signs = [`employer ${item.employer}`, ...item.likenesses.map((one) => `likeness ${one}`)];
    if (item.urlKey !== undefined) signs.push(`address ${item.urlKey}`);
    const met = new Set<Item[]>();
    for (const sign of signs) {
      const group = groupOf.get(sign);
      if (group) met.add(group);
    }
    const [group = [], ...others] = met;
    for (const other of others) group.push(...other);
    group.push(item);
    for (const sign of signs) groupOf.set(sign, group);
    if (others.length > 0) for (const [sign, known] of groupOf) if (others.includes(known)) groupOf.set(sign, group);
  }
  return [...new Set(groupOf.values())].map((group) => group.sort((a, b) => a.index - b.index));
}

/** Employers without a name share no partition: theirs is their title's. */
const employerOf = (print: Fingerprint): string => print.company || `?${[...print.titleWords].sort().join(' ')}`;

export function itemOf(index: number, given: SourcePosting): Item {
  const description = cleanText(given.description);
  const runs = runsOf(description);
  const print = fingerprint(
    {
      url: given.url,
      title: given.title,
      company: cleanCompany(given.company ?? ''),
      location: locationText(given),
      description,
      excerpt: given.truncated,
    },
    runs,
  );
  const title = `${[...print.titleWords].sort().join(' ')}|${print.levels}`;
  return {
    index,
    given,
    name: sourceName(given),
    hash: hashOf(given),
    urlKey: print.key,
    print,
    // An advert of a few words proves nothing of another employer's.
    likenesses: runs.size < FEWEST_RUNS ? [] : leastRuns(runs, LIKENESSES).map((run, i) => `${title}|${i}|${run}`),
    employer: employerOf(print),
  };
}

export function createImport(platform: Platform, { store, showInIndex, onChange }: Dependencies) {
  const { clock } = platform;
  const shelf = createShelf();
  const isoNow = () => new Date(clock.now()).toISOString();
  const isOver = ({ job }: StoredPosting): boolean =>
    job.liveness === 'closed' || (job.expiresAt !== undefined && Date.parse(job.expiresAt) < clock.now());

  /** The postings this one may repeat or vary, likeliest first, each with the employer it stands under. */
  async function neighbours(draft: Draft, item: Pick<Item, 'print' | 'likenesses' | 'employer'>, self?: string) {
    const book = await draft.book(item.employer);
    const found = likeTitled(book, item.print).map((sibling) => ({ sibling, employer: item.employer }));
    for (const one of await draft.likeness(item.likenesses)) if (one.employer !== item.employer) found.push(one);
    return found
      .filter(({ sibling }) => sibling.id !== self)
      .map((one) => ({ ...one, share: roleShare(item.print, one.sibling.print) }))
      .filter(({ share }) => share >= 0.5)
      .sort((a, b) => b.share - a.share || (a.sibling.id < b.sibling.id ? -1 : 1));
  }

  async function isReturn(draft: Draft, id: string): Promise<boolean> {
    const posting = await draft.posting(id);
    return posting !== undefined && isOver(posting);
  }

  /** The vacancy this posting repeats, or the variants of it. `names` are the sources that bring it. */
  async function lookAlikes(
    draft: Draft,
    item: Pick<Item, 'print' | 'likenesses' | 'employer'>,
    { names, never = [], self }: { names: readonly string[]; never?: readonly string[]; self?: string },
  ): Promise<{ same?: { id: string; why: string; repost: boolean }; variants: string[] }> {
    const near = await neighbours(draft, item, self);
    if (near.length === 0) return { variants: [] };
    const common = commonIn(await draft.book(item.employer));
    const variants: string[] = [];
    for (const { sibling } of near) {
      const verdict = compare(item.print, sibling.print, { common });
      const parted =
        sibling.never.some((name) => names.includes(name)) ||
        sibling.sources.some((one) => never.includes(sourceName(one))) ||
        ofTwoRecruiters(sibling.sources, names);
      // One board does not list one vacancy under two of its ids at a time.
      const twoIds = sibling.sources.some(
        (one) =>
          isOneIdBoard(one.url) && names.some((name) => name.startsWith(`${one.source}\n`) && name !== sourceName(one)),
      );
      if (verdict.outcome === 'same' && !twoIds && !parted)
        return { same: { id: sibling.id, why: verdict.why, repost: await isReturn(draft, sibling.id) }, variants };
      // After a closing it does: the vacancy is back.
      if (verdict.outcome === 'different') continue;
      const again = compare(item.print, sibling.print, { common, repost: true });
      if (again.outcome === 'same' && !parted && (await isReturn(draft, sibling.id)))
        return { same: { id: sibling.id, why: `back after it was closed: ${again.why}`, repost: true }, variants };
      variants.push(sibling.id);
    }
    return { variants };
  }

  /** A posting as its sources now make it; what it said before is kept as a version. */
  async function rewritten(
    draft: Draft,
    posting: StoredPosting,
    givens: ReadonlyMap<string, SourcePosting>,
  ): Promise<{ posting: StoredPosting; shown: boolean }> {
    const { job } = posting;
    // What a source no longer shows is nobody's word any more, while there is another's.
    const shownStill = job.sources.filter((one) => posting.absent?.[sourceName(one)] !== 'gone');
    const heard = shownStill.length > 0 ? shownStill : job.sources;
    const content = contentOfAll(heard.flatMap((one) => givens.get(sourceName(one)) ?? []));
    if (content === undefined) return { posting, shown: false };
    const old = contentOfJob(job);
    // Asked of the form apart from the posting, they stay.
    const { questions, effort, knockouts } = old;
    const whole: Content = { ...(questions !== undefined && { questions, effort, knockouts }), ...content };
    const { id, sources, liveness, variants, firstSeenAt, reposts } = job;
    const hash = textHash(whole);
    const now = isoNow();
    const shown = hash !== posting.contentHash;
    if (shown) {
      draft.saveVersion(id, { at: posting.contentAt, content: old });
      const earlier = (await store.versions(id)).filter((version) => !version.kept && version.at !== posting.contentAt);
      for (const { at } of earlier.slice(0, Math.max(0, earlier.length - MOST_VERSIONS + 1))) draft.dropVersion(id, at);
    }
    return {
      posting: {
        ...posting,
        job: {
          id,
          ...whole,
          sources,
          liveness,
          variants,
          firstSeenAt,
          reposts,
          changedAt: shown ? now : job.changedAt,
        },
        rev: posting.rev + 1,
        ...(shown && { contentHash: hash, contentAt: now }),
      },
      shown,
    };
  }

  /** Writes a posting's place among its employer's, which may be another than before. */
  async function settle(draft: Draft, posting: StoredPosting, before: string | undefined): Promise<StoredPosting> {
    const print = printOf(posting.job);
    const employer = employerOf(print);
    await draft.book(employer);
    if (before !== undefined && before !== employer) {
      await draft.book(before);
      draft.saveSibling(before, posting.job.id, undefined);
    }
    draft.saveSibling(employer, posting.job.id, siblingOf({ ...posting, employer }, print));
    return { ...posting, employer };
  }

  /** A posting the same source, or another, already brought. */
  async function join(
    draft: Draft,
    present: StoredPosting,
    { item, why, repost = false }: { item: Item; why: string | undefined; repost?: boolean },
  ): Promise<ImportOutcome> {
    const { given, name, hash } = item;
    const { job } = present;
    const { source, sourceId, url } = given;
    const before = name in present.hashes;
    const now = isoNow();
    draft.saveSaid(job.id, name, given);
    draft.saveSource(name, { jobId: job.id, hash });
    const givens = new Map(await draft.said(job.id));
    givens.set(name, given);
    const entry = { source, sourceId, url, seenAt: now };
    const { [name]: _shown, ...others } = present.absent ?? {};
    // A vacancy that is back is no longer what its old entries were.
    const absent: Absent = repost
      ? Object.fromEntries(job.sources.map((one) => [sourceName(one), 'gone' as const]))
      : others;
    const wasOver = isOver(present);
    const joined: StoredPosting = {
      ...present,
      job: {
        ...job,
        sources: before
          ? job.sources.map((one) => (sourceName(one) === name ? entry : one))
          : [...job.sources, entry].slice(-MOST_SOURCES),
        liveness: 'live',
        ...(repost && { reposts: (job.reposts ?? 0) + 1 }),
      },
      hashes: { ...present.hashes, [name]: hash },
      edges: before
        ? present.edges
        : [...present.edges, { source, sourceId, why: why ?? 'one address', at: now }].slice(-MOST_SOURCES),
      absent,
    };
    const { posting, shown } = await rewritten(draft, joined, givens);
    if (item.urlKey !== undefined && (await draft.address(item.urlKey)) === undefined)
      draft.saveAddress(item.urlKey, job.id);
    const settled = await settle(draft, posting, present.employer);
    draft.save(settled, { shown: shown || wasOver });
    if (before && shown) await meetAnother(draft, settled, item);
    return before ? 'updated' : 'merged';
  }

  /** An update may make a posting one that is there already: then the older goes on, with all sources of both. */
  async function meetAnother(draft: Draft, posting: StoredPosting, item: Item): Promise<void> {
    const { job, never, employer } = posting;
    const { same } = await lookAlikes(
      draft,
      { print: printOf(job), likenesses: item.likenesses, employer },
      { names: job.sources.map(sourceName), never, self: job.id },
    );
    const other = same && (await draft.posting(same.id));
    if (same === undefined || other === undefined) return;
    await unite(draft, other.job.id < job.id ? [other, posting] : [posting, other], same.why);
  }

  /** Two postings become one: `older` stays, the id of the other answers with it from now on. */
  async function unite(draft: Draft, [older, newer]: [StoredPosting, StoredPosting], why: string): Promise<void> {
    const [to, from] = [older.job.id, newer.job.id];
    const [own, brought] = await Promise.all([draft.said(to), draft.said(from)]);
    const givens = new Map([...own, ...brought]);
    await draft.readKnown(newer.job.sources.map(sourceName));
    const now = isoNow();
    for (const one of newer.job.sources) {
      const name = sourceName(one);
      const words = brought.get(name);
      if (words) draft.saveSaid(to, name, words);
      draft.dropSaid(from, name);
      draft.saveSource(name, { jobId: to, hash: newer.hashes[name] ?? '' });
      const canonical = canonicalUrl(one.url);
      if (canonical !== undefined && (await draft.address(canonical)) === from) draft.saveAddress(canonical, to);
    }
    const variants = [...new Set([...older.job.variants, ...newer.job.variants])].filter(
      (id) => id !== to && id !== from,
    );
    const { posting, shown } = await rewritten(
      draft,
      {
        ...older,
        job: {
          ...older.job,
          sources: [...older.job.sources, ...newer.job.sources].slice(-MOST_SOURCES),
          variants: variants.slice(0, MOST_VARIANTS),
        },
        hashes: { ...newer.hashes, ...older.hashes },
        edges: [
          ...older.edges,
          ...newer.edges,
          ...newer.job.sources.map(({ source, sourceId }) => ({ source, sourceId, why, at: now })),
        ].slice(-MOST_SOURCES),
        absent: { ...newer.absent, ...older.absent },
        never: [...new Set([...older.never, ...newer.never])],
      },
      givens,
    );
    draft.save(await settle(draft, posting, older.employer), { shown });
    await draft.book(newer.employer);
    draft.saveSibling(newer.employer, from, undefined);
    draft.save({ ...newer, mergedInto: to, rev: newer.rev + 1 });
    for (const variant of await draft.postings(newer.job.variants.slice(-MOST_TOLD)))
      if (variant.job.id !== to)
        draft.save({
          ...variant,
          job: {
            ...variant.job,
            variants: [...new Set(variant.job.variants.map((id) => (id === from ? to : id)))],
          },
        });
  }

  /** A new posting beside its variants. `claim`: its address is its own, whatever stood there. */
  async function create(
    draft: Draft,
    item: Item,
    {
      variants,
      never = [],
      claim = false,
    }: { variants: readonly string[]; never?: readonly string[]; claim?: boolean },
  ): Promise<string> {
    const { given, name, hash, urlKey } = item;
    const now = isoNow();
    const id = newId('job', clock.now());
    const content = contentOfAll([given]);
    if (content === undefined) throw new Error('A posting makes a content');
    const others = await draft.postings(variants.slice(0, MOST_TOLD));
    const free = urlKey !== undefined && (claim || (await draft.address(urlKey)) === undefined);
    const posting: StoredPosting = {
      job: {
        id,
        ...content,
        sources: [{ source: given.source, sourceId: given.sourceId, url: given.url, seenAt: now }],
        liveness: 'live',
        variants: [...new Set([...others.map((other) => other.job.id), ...variants])].slice(0, MOST_VARIANTS),
        firstSeenAt: now,
      },
      version: 0,
      rev: 1,
      hashes: { [name]: hash },
      edges: [],
      never,
      employer: item.employer,
      ...(free && { urlKey }),
      contentHash: textHash(content),
      contentAt: now,
    };
    draft.saveSaid(id, name, given);
    draft.saveSource(name, { jobId: id, hash });
    if (free) draft.saveAddress(urlKey, id);
    draft.saveLikeness(item.likenesses, { jobId: id, employer: item.employer });
    await draft.book(item.employer);
    draft.saveSibling(item.employer, id, siblingOf(posting, item.print));
    draft.save(posting, { shown: true });
    for (const other of others) draft.save(listing(other, id));
    return id;
  }

  /** Decides on one posting; everything it leads to is in the draft afterwards. */
  async function place(draft: Draft, item: Item): Promise<{ jobId: string; outcome: ImportOutcome }> {
    const { given, name, urlKey, print } = item;
    const known = await draft.known(name);
    if (known?.hash === item.hash) return { jobId: known.jobId, outcome: 'unchanged' };
    const present = known && (await draft.posting(known.jobId));
    if (present) return { jobId: present.job.id, outcome: await join(draft, present, { item, why: undefined }) };

    const at = urlKey === undefined ? undefined : await draft.address(urlKey);
    const there = at === undefined ? undefined : await draft.posting(at);
    // A page of a known board is one vacancy; any other page may be a careers page that lists several.
    const onePage = atsIdOf(given.url) !== undefined;
    if (
      there &&
      !there.never.includes(name) &&
      !ofTwoRecruiters(there.job.sources, [name]) &&
      (onePage || roleShare(print, fingerprint({ ...there.job, location: '', description: '' })) >= 0.5)
    )
      return { jobId: there.job.id, outcome: await join(draft, there, { item, why: 'one address' }) };

    const { same, variants } = await lookAlikes(draft, item, { names: [name] });
    const twin = same && (await draft.posting(same.id));
    if (same && twin)
      return { jobId: twin.job.id, outcome: await join(draft, twin, { item, why: same.why, repost: same.repost }) };
    return { jobId: await create(draft, item, { variants }), outcome: 'created' };
  }

  /** Places one employer's postings in turn. A draft that lost a race is begun anew from the last that was written. */
  async function placeAll(
    items: readonly Item[],
    { results, written }: { results: Taken['results']; written: Written[] },
  ): Promise<void> {
    let next = 0;
    for (let attempt = 1; next < items.length; attempt++) {
      const draft = createDraft({ store, platform, shelf });
      const rest = items.slice(next);
      await Promise.all([
        draft.readKnown(rest.map((item) => item.name)),
        draft.readAddresses(rest.flatMap((item) => item.urlKey ?? [])),
        draft.readLikenesses(rest.flatMap((item) => item.likenesses)),
      ]);
      let placed: Taken['results'] = [];
      try {
        for (const item of rest) {
          placed.push({ index: item.index, sourceId: item.given.sourceId, ...(await place(draft, item)) });
          if (draft.size < ENOUGH_ROWS && placed.length + next < items.length) continue;
          const done = await draft.commit();
          if (done) written.push(done);
          results.push(...placed);
          next += placed.length;
          placed = [];
          attempt = 1;
        }
        draft.shelve();
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'table.condition_failed') || attempt >= MOST_ATTEMPTS)
          throw error;
      }
    }
  }

  /** Index rows and tasks of what was written; what a crash left owing is done by the next import or {@link repair}. */
  async function announce(written: readonly Omit<Written, 'postings'>[], postings: readonly StoredPosting[]) {
    if (written.length === 0) return;
    const newest = new Map<string, StoredPosting>();
    for (const posting of postings) {
      const other = newest.get(posting.job.id);
      if (other === undefined || other.version < posting.version) newest.set(posting.job.id, posting);
    }
    await showInIndex([...newest.values()]);
    for (let start = 0; start < written.length; start += 80) {
      const part = written.slice(start, start + 80);
      const changed = [...new Set(part.flatMap((one) => one.changed))];
      const messages: Message[] = [];
      for (let from = 0; from < changed.length && onChange; from += 100)
        messages.push(...onChange(changed.slice(from, from + 100)));
      await platform.commit(
        part.map((one) => postingWrites.settled(one.pendingId)),
        messages,
      );
    }
  }

  const importer = {
    announce,
    rewritten,
    settle,
    create,

    /**
     * Takes in any number of postings of any sources, each by itself: one that cannot be taken is refused with its code.
     * Repeating a call changes nothing.
     */
    async take(postings: readonly unknown[]): Promise<Taken> {
      const results: Taken['results'] = [];
      const rejected: Taken['rejected'] = [];
      const good: { index: number; given: SourcePosting }[] = [];
      for (const [index, raw] of postings.entries()) {
        const parsed = SourcePosting.safeParse(raw);
        if (parsed.success) good.push({ index, given: parsed.data });
        else rejected.push({ index, code: codeOf(parsed.error) });
      }
      const known = await store.known(good.map(({ given }) => sourceName(given)));
      const items: Item[] = [];
      for (const { index, given } of good) {
        const there = known.get(sourceName(given));
        if (there === undefined || there.hash !== hashOf(given)) {
          const isEmpty = cleanText(given.title) === '' || cleanText(given.description) === '';
          if (isEmpty) rejected.push({ index, code: 'job.invalid' });
          else items.push(itemOf(index, given));
        } else results.push({ index, sourceId: given.sourceId, jobId: there.jobId, outcome: 'unchanged' });
      }
      const written: Written[] = [];
      const groups = meetingGroups(items);
      const work = async (): Promise<void> => {
        for (let group = groups.pop(); group; group = groups.pop()) await placeAll(group, { results, written });
      };
      try {
        await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
      } finally {
        // What stands is shown even when a later posting failed.
        await announce(
          written,
          written.flatMap((one) => one.postings),
        );
      }
      await importer.repair();
      return {
        results: results.sort((a, b) => a.index - b.index),
        rejected: rejected.sort((a, b) => a.index - b.index),
      };
    },

    /** Postings of `POST /jobs/import`: at most 100. */
    async import(jobs: readonly unknown[]): Promise<Taken> {
      const rejected: Taken['rejected'] = [];
      const good: { index: number; given: SourcePosting }[] = [];
      for (const [index, raw] of jobs.entries()) {
        const parsed = ImportedPosting.safeParse(raw);
        if (parsed.success) good.push({ index, given: sourcePostingOf(parsed.data) });
        else rejected.push({ index, code: codeOf(parsed.error) });
      }
      const taken = await importer.take(good.map(({ given }) => given));
      const asGiven = <T extends { index: number }>(one: T): T => ({ ...one, index: good[one.index]?.index ?? -1 });
      return {
        results: taken.results.map(asGiven),
        rejected: [...rejected, ...taken.rejected.map(asGiven)].sort((a, b) => a.index - b.index),
      };
    },

    /** Index rows and tasks a crash left owing for half a minute. */
    async repair(): Promise<void> {
      const owed = await store.pending(clock.now() - 30_000);
      if (owed.length === 0) return;
      const postings = await store.many([...new Set(owed.flatMap((one) => one.jobIds))]);
      await announce(
        owed.map(({ id, changed }) => ({ pendingId: id, changed })),
        [...postings.values()],
      );
    },
  };
  return importer;
}

/** What of a content is its text: a person who applied is told when it changes. */
const textHash = ({ title, company, location, description, salary }: Content): string =>
  contentHash([title, company, location.text, description, salary ?? null]);

/** A posting that lists one more variant. The index groups variants by the oldest of them. */
function listing(posting: StoredPosting, id: string): StoredPosting {
  const { job } = posting;
  const oldest = [...job.variants, job.id].every((other) => id > other);
  return {
    ...posting,
    job: { ...job, variants: [...new Set([...job.variants, id])].slice(-MOST_VARIANTS) },
    rev: posting.rev + (oldest ? 0 : 1),
  };
}

function codeOf(error: { issues: readonly { path: readonly PropertyKey[] }[] } | undefined): string {
  const fields = new Set((error?.issues ?? []).map((issue) => issue.path[0]));
  return fields.size === 1 && fields.has('url') ? 'job.url_not_allowed' : 'job.invalid';
}
