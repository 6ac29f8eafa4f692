/** The stored index and its readers: nothing is lost, nobody hears twice, whatever happens in between. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '#tests/support/platform.ts';
import { createJobIndexReader, type FollowedRow } from './job-index.service.ts';
import { createJobIndexStore } from './job-index.store.ts';
import type { JobRow } from './job-row.rules.ts';
import { describeVacancy, featuresOf } from './vacancy.rules.ts';

let platform: TestPlatform;
beforeEach(async () => {
  platform = await startTestPlatform();
});
afterEach(() => platform.close());

const fit = featuresOf(
  describeVacancy({
    title: 'Baker',
    company: 'Acme',
    location: { text: 'Berlin', city: 'Berlin', country: 'DE', remote: null },
    description: 'You bake bread at night and teach others how.',
    skills: [],
  }),
);
const row = (id: number, over: Partial<JobRow> = {}): JobRow => ({
  id: `job_${String(id).padStart(6, '0')}`,
  rev: 1,
  title: 'Baker',
  company: 'Acme',
  place: 'Berlin',
  countries: ['DE'],
  remote: null,
  posted: id,
  sources: ['feed'],
  skills: [],
  words: 'bread night',
  fit,
  ...over,
});
const rows = (from: number, to: number, over: Partial<JobRow> = {}): JobRow[] =>
  Array.from({ length: to - from }, (_, i) => row(from + i, over));
const newReader = () => createJobIndexReader({ store: createJobIndexStore(platform), clock: platform.clock });
const idsOf = async (reader = newReader()) => (await reader.get({ fresh: true })).search({}, { now: 0 }).sort();
const idsFrom = (list: readonly JobRow[]) => list.map(({ id }) => id).sort();

describe('the stored index', () => {
  it('is the same for every reader, in however many steps it came', async () => {
    const writer = newReader();
    for (let at = 0; at < 200; at += 10) await writer.append(rows(at, at + 10));
    expect(await idsOf()).toEqual(idsFrom(rows(0, 200)));
    expect(await idsOf(writer)).toEqual(idsFrom(rows(0, 200)));
  });

  it('loses nothing to writers at the same time', async () => {
    const writers = [newReader(), newReader(), newReader()];
    await Promise.all(
      writers.flatMap((writer, w) =>
        [0, 1, 2].map((i) => writer.append(rows(w * 300 + i * 100, w * 300 + i * 100 + 100))),
      ),
    );
    const everything = idsFrom(rows(0, 900));
    for (const reader of [...writers, newReader()]) expect(await idsOf(reader)).toEqual(everything);
  });

  it('keeps the newest of every row over merges, and what is gone stays gone', async () => {
    const writer = newReader();
    for (let rev = 1; rev <= 20; rev++) await writer.append(rows(0, 20, { rev, title: `Baker ${rev}` }));
    await writer.append([row(3, { rev: 21, gone: true, words: '', fit: undefined })]);
    // An older row that comes late changes nothing.
    await writer.append([row(3, { rev: 20 }), row(4, { rev: 2 })]);
    const index = await newReader().get();
    expect(index.search({ q: 'baker 20' }, { now: 0 })).toHaveLength(19);
    expect(index.revOf(row(3).id)).toBe(21);
    expect(index.revOf(row(4).id)).toBe(20);
  });

  it('what a crash left half written is not there, and the next import brings it', async () => {
    const store = createJobIndexStore(platform);
    await store.append(rows(0, 5));
    const { table } = platform;
    const broken = createJobIndexStore({
      blobs: platform.blobs,
      table: { ...table, write: () => Promise.reject(new Error('The power went')) },
    });
    await expect(broken.append(rows(5, 10))).rejects.toThrow('The power went');
    expect(await idsOf()).toEqual(idsFrom(rows(0, 5)));
    await store.append(rows(5, 10));
    expect(await idsOf()).toEqual(idsFrom(rows(0, 10)));
  });

  it('a segment most of whose rows were replaced is written anew without them', async () => {
    const writer = newReader();
    await writer.append(rows(0, 600));
    await writer.append(rows(0, 400, { rev: 2 }));
    await writer.append(rows(600, 601));
    const { segments } = await createJobIndexStore(platform).pointer();
    expect(segments.reduce((sum, { count }) => sum + count, 0)).toBe(601);
    expect(await idsOf()).toEqual(idsFrom(rows(0, 601)));
  });

  it('a reader that fell behind over many merges catches up', async () => {
    const writer = newReader();
    const late = newReader();
    await writer.append(rows(0, 10));
    expect(await idsOf(late)).toHaveLength(10);
    for (let at = 10; at < 300; at += 10) await writer.append(rows(at, at + 10));
    expect(await idsOf(late)).toEqual(idsFrom(rows(0, 300)));
    expect((await late.get()).parts().length).toBeLessThan(24);
  });
});

describe('a follower', () => {
  const follow = (reader: ReturnType<typeof newReader>) => {
    const heard: FollowedRow[] = [];
    reader.follow((some) => heard.push(...some));
    return heard;
  };
  const named = (heard: readonly FollowedRow[]) => heard.map(({ id, rev }) => `${id}.${rev}`).sort();

  it('hears of every row once, with its features, whoever wrote it', async () => {
    const [mine, other] = [newReader(), newReader()];
    const heard = follow(mine);
    await mine.get();
    for (let at = 0; at < 120; at += 10) await (at % 20 === 0 ? mine : other).append(rows(at, at + 10));
    await mine.get({ fresh: true });
    expect(named(heard)).toEqual(rows(0, 120).map(({ id }) => `${id}.1`));
    expect(heard.every((one) => JSON.stringify(one.fit) === JSON.stringify(fit))).toBe(true);
  });

  it('that comes late hears of what is there, then of changes alone', async () => {
    const reader = newReader();
    for (let at = 0; at < 100; at += 10) await reader.append(rows(at, at + 10));
    const heard = follow(reader);
    await reader.get();
    expect(named(heard)).toEqual(rows(0, 100).map(({ id }) => `${id}.1`));
    heard.length = 0;
    await reader.append([row(7, { rev: 2, gone: true, words: '', fit: undefined }), row(8, { rev: 1 })]);
    expect(heard).toMatchObject([{ id: row(7).id, rev: 2, gone: true, fit: undefined }]);
  });
});
