/**
 * The search index at rest: immutable segments in blobs, each with the features of its rows beside it (`….fits`), and
 * the one row `JOBINDEX → SEGMENTS` that names them. What the row does not name does not exist.
 */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { AppError } from '#shared/kernel/errors.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Platform } from '#shared/platform/platform.ts';
import { key, type Row } from '#shared/platform/table.ts';
import type { JobRow } from './job-row.rules.ts';
import {
  createSegmentBuilder,
  decodeSegment,
  encodeSegment,
  MOST_ROWS,
  type NewSegment,
  type Segment,
  segmentsOf,
} from './job-segment.index.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** Postings are packed already: more effort makes them 6 % smaller in half again the time. */
const EFFORT = { level: 1 };

export type SegmentName = { key: string; count: number };
export type IndexPointer = { version: number; segments: readonly SegmentName[]; retired: readonly SegmentName[] };
/** A segment that was written, with where it lies. */
export type StoredSegment = NewSegment & SegmentName;
type PointerRow = Row & { version: number; segments: SegmentName[]; retired: SegmentName[] };

/** Segments of a like size are merged when this many stand in a row: each row is rewritten at most once per size. */
const MERGE_AT = 8;
const tierOf = (count: number): number => Math.floor(Math.log2(Math.max(1, count / 64)) / 3);
const MOST_ATTEMPTS = 8;

/** What the appending process knows of the segments: spares reading them again and keeps dead rows from being copied. */
export type Held = {
  segment?: (key: string) => Segment | undefined;
  /** Whether a newer row than this one stands for the id. */
  isStale?: (id: string, rev: number) => boolean;
  /** A segment most of whose rows are stale; it is written anew without them. */
  worn?: string | undefined;
};

const fitsKey = (segmentKey: string): string => `${segmentKey}.fits`;

export function createJobIndexStore({ table, blobs }: Pick<Platform, 'table' | 'blobs'>) {
  const pointerKey = key(['JOBINDEX'], ['SEGMENTS']);
  async function pointer(): Promise<IndexPointer> {
    const { version = 0, segments = [], retired = [] } = (await table.get<PointerRow>(pointerKey)) ?? {};
    return { version, segments, retired };
  }

  async function read(name: string): Promise<Buffer> {
    const bytes = await blobs.get(name);
    if (bytes === undefined) throw new Error(`The index names a segment that is not there: ${name}`);
    return unpack(bytes);
  }
  const segment = async (name: string): Promise<Segment> => decodeSegment(await read(name));
  /** Each row's features as JSON text, in the order of the segment's rows. */
  const fits = async (name: string): Promise<string[]> => (await read(fitsKey(name))).toString('utf8').split('\n');

  async function write({ segment: made, fits: lines }: NewSegment): Promise<StoredSegment> {
    const name = `jobs/index/${newId('import')}.segment`;
    const [bytes, text] = await Promise.all([pack(encodeSegment(made), EFFORT), pack(lines.join('\n'), EFFORT)]);
    // The features first: a segment that can be read has them.
    await blobs.put(fitsKey(name), text, { contentType: 'application/gzip' });
    await blobs.put(name, bytes, { contentType: 'application/gzip' });
    return { key: name, count: made.count, segment: made, fits: lines };
  }

  const remove = (names: readonly SegmentName[]): Promise<void> =>
    blobs.remove(names.flatMap((name) => [name.key, fitsKey(name.key)]));

  /** Of all rows with one id the one of the highest revision, and that only while no newer one stands elsewhere. */
  async function merge(
    names: readonly SegmentName[],
    fresh: readonly StoredSegment[],
    held: Held,
  ): Promise<NewSegment> {
    const older = await Promise.all(
      names.map(async (name) => ({
        segment: held.segment?.(name.key) ?? (await segment(name.key)),
        fits: await fits(name.key),
      })),
    );
    const all = [...older, ...fresh];
    const best = new Map<string, { rev: number; at: number }>();
    for (const [at, { segment: part }] of all.entries())
      for (const [slot, id] of part.ids.entries()) {
        const rev = part.rev[slot] ?? 0;
        if ((best.get(id)?.rev ?? -1) <= rev) best.set(id, { rev, at: at * MOST_ROWS + slot });
      }
    const builder = createSegmentBuilder();
    for (const [at, part] of all.entries())
      builder.addFrom(part.segment, {
        fitsOf: part.fits,
        keep: (slot) => {
          const id = part.segment.ids[slot] ?? '';
          return best.get(id)?.at === at * MOST_ROWS + slot && !held.isStale?.(id, part.segment.rev[slot] ?? 0);
        },
      });
    return builder.build();
  }

  return {
    pointer,
    segment,
    fits,

    /**
     * Adds rows to the index: new segments, then the pointer moved if nobody else moved it meanwhile. Runs of segments of
     * one size are merged on the way, so their number grows with the logarithm of the postings until they are full.
     * Gives the segments that hold the rows now.
     */
    async append(rows: readonly JobRow[], held: Held = {}): Promise<StoredSegment[]> {
      if (rows.length === 0) return [];
      const fresh = await Promise.all(segmentsOf(rows).map(write));
      for (let attempt = 1; ; attempt++) {
        const { version, segments, retired } = await pointer();
        const added = [...fresh];
        const kept = [...segments];
        const gone: SegmentName[] = [];
        const worn = kept.findIndex((name) => name.key === held.worn);
        const [stale] = worn < 0 ? [] : kept.splice(worn, 1);
        if (stale !== undefined) {
          added.unshift(await write(await merge([stale], [], held)));
          gone.push(stale);
        }
        for (;;) {
          const last = added.at(-1);
          const run = last === undefined ? [] : trailingRun(kept, last);
          if (last === undefined || run.length + 1 < MERGE_AT) break;
          kept.length -= run.length;
          added[added.length - 1] = await write(await merge(run, [last], held));
          gone.push(...run, last);
        }
        const nameOf = ({ key: name, count }: SegmentName): SegmentName => ({ key: name, count });
        try {
          await table.write({
            put: {
              ...pointerKey,
              version: version + 1,
              segments: [...kept, ...added.map(nameOf)],
              retired: gone.length > 0 ? gone.map(nameOf) : [...retired],
            },
            when: version === 0 ? { exists: false } : { equals: { version } },
          });
        } catch (error) {
          const isRace = error instanceof AppError && error.code === 'table.condition_failed';
          await remove(added.filter((one) => !fresh.includes(one)));
          if (!isRace || attempt === MOST_ATTEMPTS) throw error;
          continue;
        }
        // Merged segments outlive their pointer by one merge: a reader may still be loading them.
        if (gone.length > 0) await remove(retired);
        return added;
      }
    },
  };
}

export type JobIndexStore = ReturnType<typeof createJobIndexStore>;

/** The last segments in a row that are no larger in kind than the one to be added and fit into one with it. */
function trailingRun(segments: readonly SegmentName[], added: SegmentName): SegmentName[] {
  let start = segments.length;
  let rows = added.count;
  for (let before = segments[start - 1]; before !== undefined; before = segments[start - 1]) {
    rows += before.count;
    if (tierOf(before.count) > tierOf(added.count) || rows > MOST_ROWS) break;
    start--;
  }
  return segments.slice(start);
}
