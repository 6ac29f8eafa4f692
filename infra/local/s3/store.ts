/**
 * Buckets and objects on disk. The bytes of every write go to a new file with a random name; the object exists from
 * the moment the journal line naming that file is written, so no reader and no crash ever meets half an object, and
 * no path is made from a key. Files no line names are leftovers of a crash and are removed at open.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { openJournal, syncFolder } from '../aws/journal.ts';
import { digestsOf } from './digests.ts';
import { S3Error } from './errors.ts';

/** Headers stored with an object and given back with it. */
const storedHeaders = z.object({
  contentType: z.string(),
  contentDisposition: z.string().optional(),
  contentEncoding: z.string().optional(),
  cacheControl: z.string().optional(),
  metadata: z.record(z.string(), z.string()),
});
export type StoredHeaders = z.infer<typeof storedHeaders>;

const storedObject = z.object({
  bucket: z.string(),
  key: z.string(),
  file: z.uuid(),
  /** Bytes. */
  size: z.number(),
  /** MD5 in hex. */
  etag: z.string(),
  /** Base64. */
  crc32: z.string(),
  /** Milliseconds since 1970. */
  modified: z.number(),
  headers: storedHeaders,
});
export type StoredObject = z.infer<typeof storedObject>;

const journalRecord = z.discriminatedUnion('op', [
  z.object({ op: z.literal('bucket'), bucket: z.string() }),
  z.object({ op: z.literal('put'), object: storedObject }),
  z.object({ op: z.literal('delete'), bucket: z.string(), key: z.string() }),
]);
type JournalRecord = z.infer<typeof journalRecord>;

/** Bytes that are on disk but belong to no object yet. */
export type Written = { file: string; size: number; etag: string; crc32: string; sha256: string };

type Bucket = { objects: Map<string, StoredObject>; sortedKeys: string[] | undefined };

export type ObjectStore = {
  /** False when the bucket exists already. */
  createBucket(name: string): Promise<boolean>;
  hasBucket(name: string): boolean;
  /** Streams bytes to disk; throws EntityTooLarge as soon as they exceed `maxBytes`. */
  write(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Written>;
  /** Makes written bytes the object `key`. With `ifAbsent`, throws PreconditionFailed when there is one. */
  commit(input: {
    bucket: string;
    key: string;
    written: Written;
    headers: StoredHeaders;
    ifAbsent?: boolean;
  }): Promise<StoredObject>;
  /** Forgets bytes that will not be committed. */
  discard(written: Written): Promise<void>;
  find(bucket: string, key: string): StoredObject | undefined;
  /** Opens the object's bytes; undefined when it was replaced or deleted meanwhile (then `find` again). */
  open(object: StoredObject): Promise<fsp.FileHandle | undefined>;
  remove(bucket: string, keys: readonly string[]): Promise<void>;
  /** Up to `limit` objects whose key starts with `prefix` and sorts after `after`, in UTF-8 order. */
  list(query: { bucket: string; prefix: string; after: string; limit: number }): {
    objects: StoredObject[];
    more: boolean;
  };
  /** Lines of the journal that could not be read at open. */
  readonly damagedLines: number;
  close(): Promise<void>;
};

/** Opens the store in `dir`; only one process may have it open. */
export function openObjectStore(dir: string): ObjectStore {
  const bytesDir = path.join(dir, 'bytes');
  fs.mkdirSync(bytesDir, { recursive: true, mode: 0o700 });
  const buckets = new Map<string, Bucket>();
  const journal = openJournal<JournalRecord>({
    file: path.join(dir, 'objects.journal'),
    schema: journalRecord,
    apply: (record) => apply(buckets, record),
    snapshot: () => snapshot(buckets),
  });
  // With lines missing, files without a line may be all that is left of someone's object.
  if (journal.damagedLines === 0) removeLeftovers(bytesDir, buckets);
  const fileOf = (file: string): string => path.join(bytesDir, file);
  const unlink = (file: string): Promise<void> => fsp.rm(fileOf(file), { force: true });
  const bucketOf = (name: string): Bucket => {
    const bucket = buckets.get(name);
    if (bucket === undefined) throw new S3Error('NoSuchBucket');
    return bucket;
  };

  return {
    async createBucket(name) {
      if (buckets.has(name)) return false;
      journal.append({ op: 'bucket', bucket: name });
      await journal.synced();
      return true;
    },
    hasBucket: (name) => buckets.has(name),

    async write(source, maxBytes) {
      const file = randomUUID();
      const handle = await fsp.open(fileOf(file), 'wx', 0o600);
      try {
        const digests = digestsOf();
        for await (const chunk of source) {
          digests.update(chunk);
          if (digests.size() > maxBytes) throw new S3Error('EntityTooLarge');
          await handle.writeFile(chunk);
        }
        await handle.sync();
        return { file, ...digests.done() };
      } catch (cause) {
        await unlink(file);
        throw cause;
      } finally {
        await handle.close();
      }
    },

    async commit({ bucket, key, written, headers, ifAbsent }) {
      const { sha256: _, ...facts } = written;
      const object: StoredObject = { bucket, key, ...facts, modified: Date.now(), headers };
      const replaced = bucketOf(bucket).objects.get(key);
      if (ifAbsent && replaced !== undefined) {
        await unlink(written.file);
        throw new S3Error('PreconditionFailed');
      }
      syncFolder(bytesDir);
      journal.append({ op: 'put', object });
      await journal.synced();
      if (replaced !== undefined) await unlink(replaced.file);
      return object;
    },
    discard: (written) => unlink(written.file),

    find: (bucket, key) => bucketOf(bucket).objects.get(key),
    async open(object) {
      try {
        return await fsp.open(fileOf(object.file), 'r');
      } catch (cause) {
        if (bucketOf(object.bucket).objects.get(object.key) !== object) return undefined;
        throw cause;
      }
    },

    async remove(bucket, keys) {
      const { objects } = bucketOf(bucket);
      const files: string[] = [];
      for (const key of keys) {
        const object = objects.get(key);
        if (object === undefined) continue;
        journal.append({ op: 'delete', bucket, key });
        files.push(object.file);
      }
      if (files.length === 0) return;
      await journal.synced();
      await Promise.all(files.map(unlink));
    },

    list({ bucket: name, prefix, after, limit }) {
      const bucket = bucketOf(name);
      bucket.sortedKeys ??= sortUtf8([...bucket.objects.keys()]);
      const from = after > '' && compareUtf8(after, prefix) >= 0 ? after : prefix;
      const found: StoredObject[] = [];
      for (let i = lowerBound(bucket.sortedKeys, from); i < bucket.sortedKeys.length; i += 1) {
        const key = bucket.sortedKeys[i] ?? '';
        if (key === after) continue;
        if (!key.startsWith(prefix)) break;
        if (found.length === limit) return { objects: found, more: true };
        const object = bucket.objects.get(key);
        if (object !== undefined) found.push(object);
      }
      return { objects: found, more: false };
    },

    damagedLines: journal.damagedLines,
    close: () => journal.close(),
  };
}

function apply(buckets: Map<string, Bucket>, record: JournalRecord): void {
  const name = record.op === 'put' ? record.object.bucket : record.bucket;
  const bucket = buckets.get(name) ?? { objects: new Map(), sortedKeys: undefined };
  buckets.set(name, bucket);
  if (record.op === 'put') {
    if (!bucket.objects.has(record.object.key)) bucket.sortedKeys = undefined;
    bucket.objects.set(record.object.key, record.object);
  }
  if (record.op === 'delete') {
    bucket.objects.delete(record.key);
    bucket.sortedKeys = undefined;
  }
}

function* snapshot(buckets: Map<string, Bucket>): Iterable<JournalRecord> {
  for (const [bucket, { objects }] of buckets) {
    yield { op: 'bucket', bucket };
    for (const object of objects.values()) yield { op: 'put', object };
  }
}

function removeLeftovers(bytesDir: string, buckets: Map<string, Bucket>): void {
  const named = new Set([...buckets.values()].flatMap(({ objects }) => [...objects.values()].map((o) => o.file)));
  for (const file of fs.readdirSync(bytesDir)) if (!named.has(file)) fs.rmSync(path.join(bytesDir, file));
}

const compareUtf8 = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function sortUtf8(keys: string[]): string[] {
  return keys
    .map((key) => ({ key, bytes: Buffer.from(key) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ key }) => key);
}

function lowerBound(sorted: readonly string[], value: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareUtf8(sorted[middle] ?? '', value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
