/**
 * Merges, looked at and undone. What each source said is kept whole, so a source that was merged in wrongly becomes a
 * posting of its own again, and neither is ever merged into the other after that.
 */
import { AppError, kernelErrors } from '#shared/kernel/errors.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { canonicalUrl } from './canonical-url.rules.ts';
import { createDraft, type Written } from './draft.service.ts';
import { type createImport, itemOf } from './import.service.ts';
import { jobErrors } from './job.errors.ts';
import { type Absent, sourceName } from './liveness.rules.ts';
import { locationText, payOf } from './posting.rules.ts';
import type { PostingStore, StoredPosting } from './posting.store.ts';

type Dependencies = {
  store: PostingStore;
  importer: Pick<ReturnType<typeof createImport>, 'rewritten' | 'settle' | 'create' | 'announce'>;
};

const MOST_ATTEMPTS = 5;

export function createMerges(platform: Platform, { store, importer }: Dependencies) {
  async function split(jobId: string, name: string): Promise<{ jobId: string; splitId: string; written?: Written }> {
    const draft = createDraft({ store, platform });
    const posting = await draft.posting(jobId);
    const { job } = posting ?? {};
    if (posting === undefined || job === undefined) throw kernelErrors.not_found();
    const parting = job.sources.find((one) => sourceName(one) === name);
    const givens = new Map(await draft.said(job.id));
    const given = givens.get(name);
    if (parting === undefined || given === undefined) throw kernelErrors.not_found();
    const staying = job.sources.filter((one) => one !== parting);
    if (staying.length === 0) throw jobErrors.one_source();
    await draft.known(name);

    givens.delete(name);
    draft.dropSaid(job.id, name);
    const addresses = staying.flatMap((one) => canonicalUrl(one.url) ?? []);
    const left: StoredPosting = {
      ...posting,
      job: { ...job, sources: staying },
      hashes: without(posting.hashes, name),
      edges: posting.edges.filter((edge) => sourceName(edge) !== name),
      absent: without<Absent[string]>(posting.absent ?? {}, name),
      never: [...posting.never, name],
      urlKey: addresses.includes(posting.urlKey ?? '') ? posting.urlKey : addresses[0],
    };
    const { posting: remade } = await importer.rewritten(draft, left, givens);
    draft.save(await importer.settle(draft, remade, posting.employer), { shown: true });

    const item = { ...itemOf(0, given), likenesses: [] };
    const own = canonicalUrl(parting.url);
    const free = own !== undefined && !addresses.includes(own) && (await draft.address(own)) === job.id;
    await draft.book(item.employer);
    const splitId = await importer.create(draft, item, {
      variants: [job.id],
      never: staying.map(sourceName),
      claim: free,
    });
    const written = await draft.commit();
    return { jobId: job.id, splitId, ...(written && { written }) };
  }

  return {
    /** Who says what of a posting, and why each was merged in. */
    async sources(jobId: string) {
      const posting = await store.of(jobId);
      if (posting === undefined) throw kernelErrors.not_found();
      const { job, edges } = posting;
      const said = await store.said(job.id);
      return {
        jobId: job.id,
        sources: job.sources.map((one) => {
          const words = said.get(sourceName(one));
          const edge = edges.findLast((e) => sourceName(e) === sourceName(one));
          const salary = words && payOf(words);
          return {
            ...one,
            shown: one.url === job.url,
            ...(edge && { why: edge.why, mergedAt: edge.at }),
            ...(words && { title: words.title, company: words.company ?? '', location: locationText(words) }),
            ...(salary && { salary }),
          };
        }),
      };
    },

    /** Makes a merged-in source a posting of its own again; gives the id of what stays and of what was split off. */
    async split(input: { jobId: string; source: string; sourceId: string }) {
      for (let attempt = 1; ; attempt++)
        try {
          const { written, ...ids } = await split(input.jobId, sourceName(input));
          if (written) await importer.announce([written], written.postings);
          return ids;
        } catch (error) {
          const lostRace = error instanceof AppError && error.code === 'table.condition_failed';
          if (!lostRace || attempt === MOST_ATTEMPTS) throw error;
        }
    },
  };
}

function without<V>(record: Readonly<Record<string, V>>, name: string): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}
