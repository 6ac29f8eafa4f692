/**
 * Taking postings in: each is created, merged into the vacancy it repeats, updated or unchanged, whatever order and how
 * often it comes. First by what it is known under (source id, address), then among the employer's own postings by rules.
 */
import type { SourcePosting } from '#shared/feed/posting.schema.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Message } from '#shared/kernel/task.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { atsIdOf, canonicalUrl } from './canonical-url.rules.ts';
import { compare, type Fingerprint, fingerprint } from './dedupe.rules.ts';
import { ImportedPosting, type ImportOutcome } from './job.contract.ts';
import { type JobIndex, type JobRow, rowOf } from './job.index.ts';
import { contentHash, type JobStore, type Sibling, type StoredPosting } from './job.store.ts';
import { cleanCompany, companyKey } from './normalise.rules.ts';
import { newJob, rankOf, withSource } from './posting.rules.ts';
import { cleanText } from './text.rules.ts';

/** Told which postings are new or changed; gives the tasks that follow. */
export type JobsChanged = (jobIds: readonly string[]) => readonly Message[];

/** What became of postings taken in; `index` is the position in what was given. */
export type Taken = {
  results: { index: number; sourceId: string; jobId: string; outcome: ImportOutcome }[];
  rejected: { index: number; code: string }[];
};

type Result = { jobId: string; outcome: ImportOutcome };
/** Look-alikes worth comparing texts with. */
const MOST_COMPARED = 20;
const MOST_VARIANTS = 30;

type Known = { bySource: Map<string, string>; byAddress: Map<string, string>; postings: Map<string, StoredPosting> };

type Dependencies = {
  store: JobStore;
  reader: { get(options?: { fresh?: boolean }): Promise<JobIndex> };
  onChange?: JobsChanged;
};

export function createImport(platform: Platform, { store, reader, onChange }: Dependencies) {
  const { clock } = platform;
  const isoNow = () => new Date(clock.now()).toISOString();
  const sourceName = (p: { source: string; sourceId: string }) => `${p.source}\n${p.sourceId}`;

  /** What decides whether a source said something new: its words, not when it was seen. */
  const hashOf = ({ title, company, location, description, url, postedAt, salary, employmentType }: ImportedPosting) =>
    contentHash([title, company, location, description, url, postedAt ?? '', salary ?? '', employmentType ?? '']);

  const asComparable = (p: {
    url: string;
    title: string;
    company: string;
    location: string;
    description: string;
  }): Fingerprint => fingerprint({ ...p, excerpt: p.description.length < 900 });
  const printOf = ({ job }: StoredPosting): Fingerprint =>
    asComparable({
      url: job.url,
      title: job.title,
      company: job.company,
      location: job.location.text,
      description: job.description,
    });

  /** A posting the same source, or another, already brought. */
  async function join(
    posting: StoredPosting,
    given: ImportedPosting,
    why: string | undefined,
  ): Promise<Result & { posting: StoredPosting }> {
    const name = sourceName(given);
    const hash = hashOf(given);
    const jobId = posting.job.id;
    if (posting.hashes[name] === hash) return { jobId, outcome: 'unchanged', posting };
    const known = name in posting.hashes;
    const rank = rankOf(given);
    const onlySource = posting.job.sources.length === 1 && known;
    const face = onlySource || rank > posting.rank || (known && posting.job.url === given.url);
    const next: StoredPosting = {
      ...posting,
      job: withSource(posting.job, given, { seenAt: isoNow(), face }),
      version: posting.version + 1,
      hashes: { ...posting.hashes, [name]: hash },
      edges: known
        ? posting.edges
        : [
            ...posting.edges,
            { source: given.source, sourceId: given.sourceId, why: why ?? 'one address', at: isoNow() },
          ].slice(-50),
      rank: face ? rank : posting.rank,
    };
    await platform.commit([
      store.replace(next),
      ...(known ? [] : [store.nameSource(jobId, given)]),
      ...(face ? [store.sibling(next, companyKey(next.job.company))] : []),
    ]);
    return { jobId, outcome: known ? 'updated' : 'merged', posting: next };
  }

  /** The vacancy this posting repeats, or the variants of it, among the employer's own. */
  async function lookAlikes(
    given: ImportedPosting,
    print: Fingerprint,
  ): Promise<{ same?: { posting: StoredPosting; why: string }; variants: StoredPosting[] }> {
    const siblings = await store.siblings(print.company);
    const worth = siblings
      .map((sibling) => ({ sibling, share: titleShare(print, sibling) }))
      .filter(({ share }) => share >= 0.5)
      .sort((a, b) => b.share - a.share || (a.sibling.id < b.sibling.id ? -1 : 1))
      .slice(0, MOST_COMPARED);
    const postings = [...(await store.many(worth.map(({ sibling }) => sibling.id))).values()];
    const variants: StoredPosting[] = [];
    for (const posting of postings) {
      // One source does not bring one vacancy under two of its ids on the same day; a repost comes as an update.
      const verdict = compare(print, printOf(posting));
      const sameBoard = posting.job.sources.some(
        (s) => s.source === given.source && s.sourceId !== given.sourceId && atsIdOf(s.url) !== undefined,
      );
      if (verdict.outcome === 'same' && !sameBoard) return { same: { posting, why: verdict.why }, variants };
      if (verdict.outcome !== 'different') variants.push(posting);
    }
    return { variants: variants.slice(0, MOST_VARIANTS) };
  }

  async function take(
    given: ImportedPosting,
    known?: Known,
  ): Promise<Result & { posting: StoredPosting; touched: StoredPosting[] }> {
    const jobId = known ? known.bySource.get(sourceName(given)) : (await store.bySource([given]))[0];
    const present = jobId === undefined ? undefined : (known?.postings.get(jobId) ?? (await store.of(jobId)));
    if (present) return { ...(await join(present, given, undefined)), touched: [] };

    const urlKey = canonicalUrl(given.url);
    const print = asComparable({
      ...given,
      company: cleanCompany(given.company),
      description: cleanText(given.description),
    });
    const addresses = urlKey === undefined ? undefined : (known?.byAddress ?? (await store.byAddress([urlKey])));
    const addressed = urlKey === undefined ? undefined : addresses?.get(urlKey);
    const there = addressed === undefined ? undefined : (known?.postings.get(addressed) ?? (await store.of(addressed)));
    // A page of a known board is one vacancy; any other page may be a careers page that lists several.
    const onePage = atsIdOf(given.url) !== undefined;
    if (
      there &&
      (onePage || titleShare(print, { title: there.job.title, url: '', location: '', source: '', id: '' }) >= 0.5)
    )
      return { ...(await join(there, given, 'one address')), touched: [] };

    const { same, variants } = await lookAlikes(given, print);
    if (same) return { ...(await join(same.posting, given, same.why)), touched: [] };

    const id = newId('job', clock.now());
    const posting: StoredPosting = {
      job: { ...newJob(given, { id, seenAt: isoNow() }), variants: variants.map((v) => v.job.id) },
      version: 1,
      hashes: { [sourceName(given)]: hashOf(given) },
      edges: [],
      rank: rankOf(given),
      ...(urlKey !== undefined && addressed === undefined && { urlKey }),
    };
    const touched = variants.map((variant) => ({
      ...variant,
      version: variant.version + 1,
      job: { ...variant.job, variants: [...new Set([...variant.job.variants, id])].slice(-MOST_VARIANTS) },
    }));
    await platform.commit([
      ...store.create(posting, companyKey(posting.job.company)),
      ...touched.map((t) => store.replace(t)),
    ]);
    return { jobId: id, outcome: 'created', posting, touched };
  }

  /** Somebody else may take in the same posting at the same moment: then look again. */
  async function settle(given: ImportedPosting, known: Known): ReturnType<typeof take> {
    for (let attempt = 1; ; attempt++)
      try {
        return await take(given, attempt === 1 ? known : undefined);
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'table.condition_failed') || attempt === 5) throw error;
      }
  }

  /** What the batch's postings are known under, in three reads instead of three a posting. */
  async function lookUp(batch: readonly ImportedPosting[]): Promise<Known> {
    const [ids, byAddress] = await Promise.all([
      store.bySource(batch),
      store.byAddress(batch.flatMap((p) => canonicalUrl(p.url) ?? [])),
    ]);
    const bySource = new Map(batch.flatMap((p, i) => (ids[i] === undefined ? [] : [[sourceName(p), ids[i]] as const])));
    const postings = await store.many([...new Set([...bySource.values(), ...byAddress.values()])]);
    // A posting that was merged away is looked up again when its turn comes.
    for (const [id, posting] of postings) if (posting.mergedInto !== undefined) postings.delete(id);
    return { bySource, byAddress, postings };
  }

  return {
    /**
     * Takes in any number of postings of any sources; each by itself: one that cannot be taken is refused with its code.
     * Repeating a call changes nothing.
     */
    async take(postings: readonly SourcePosting[]): Promise<Taken> {
      const results: Taken['results'] = [];
      const rejected: Taken['rejected'] = [];
      for (let start = 0; start < postings.length; start += 100) {
        const part = postings.slice(start, start + 100);
        const done = await this.import(
          {},
          part.map((p) => ({
            source: p.source,
            sourceId: p.sourceId,
            url: p.url,
            title: p.title,
            company: p.company ?? undefined,
            location: p.places.map((place) => place.text).join('; '),
            description: p.description,
            postedAt: p.postedAt ?? undefined,
            employmentType: p.employmentType ?? undefined,
          })),
        );
        for (const r of done.results)
          results.push({ ...r, index: r.index + start, sourceId: part[r.index]?.sourceId ?? '' });
        for (const r of done.rejected) rejected.push({ ...r, index: r.index + start });
      }
      return { results, rejected };
    },

    /** At most 100; a posting that cannot be taken is refused by itself with its code. */
    async import(_actor: unknown, jobs: readonly unknown[]) {
      const results: (Result & { index: number })[] = [];
      const rejected: { index: number; code: string }[] = [];
      const rows = new Map<string, JobRow>();
      const changed = new Set<string>();
      const index = await reader.get({ fresh: true });
      const good: { i: number; given: ImportedPosting }[] = [];
      for (const [i, raw] of jobs.entries()) {
        const parsed = ImportedPosting.safeParse(raw);
        if (parsed.success && cleanText(parsed.data.title) !== '' && cleanText(parsed.data.description) !== '')
          good.push({ i, given: parsed.data });
        else rejected.push({ index: i, code: codeOf(parsed) });
      }
      const known = await lookUp(good.map(({ given }) => given));
      for (const { i, given } of good) {
        const { jobId, outcome, posting, touched } = await settle(given, known);
        known.bySource.set(sourceName(given), jobId);
        if (posting.urlKey !== undefined) known.byAddress.set(posting.urlKey, jobId);
        for (const p of [posting, ...touched]) known.postings.set(p.job.id, p);
        results.push({ index: i, jobId, outcome });
        if (outcome !== 'unchanged') changed.add(jobId);
        // Also what is unchanged: a crash may have come between the posting and the index.
        for (const p of [posting, ...touched])
          if ((index.revOf(p.job.id) ?? 0) < p.version)
            rows.set(p.job.id, rowOf(p.job, { rev: p.version, urlKey: p.urlKey, seenAt: clock.now() }));
      }
      if (rows.size > 0) {
        await store.appendRows([...rows.values()]);
        index.apply([...rows.values()]);
      }
      if (changed.size > 0 && onChange) await platform.commit([], onChange([...changed]));
      return { results, rejected };
    },
  };
}

function codeOf(parsed: ReturnType<typeof ImportedPosting.safeParse>): string {
  if (parsed.success) return 'job.invalid';
  const fields = new Set(parsed.error.issues.map((issue) => issue.path[0]));
  return fields.size === 1 && fields.has('url') ? 'job.url_not_allowed' : 'job.invalid';
}

/** Share of the shorter title's role words that the other has too. */
function titleShare(print: Fingerprint, sibling: Sibling): number {
  const other = fingerprint({ ...sibling, company: '', description: '' }).titleWords;
  if (print.titleWords.size === 0 || other.size === 0) return print.titleWords.size === other.size ? 1 : 0;
  let n = 0;
  for (const word of print.titleWords) if (other.has(word)) n++;
  return n / Math.min(print.titleWords.size, other.size);
}
