/**
 * An append-only file of records, the memory of the embedded servers. A record counts once its line is whole: a line
 * carries the CRC-32 of its text, so one cut off by a crash, or damaged on disk, is recognised and left out.
 * The caller keeps the state; the journal replays records into it at open and asks it for a snapshot to compact.
 */
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import type { z } from 'zod';

export type JournalOptions<R> = {
  readonly file: string;
  readonly schema: z.ZodType<R>;
  /** Takes one record into the caller's state; records may refer to things a damaged line would have made. */
  readonly apply: (record: R) => void;
  /** The fewest records that rebuild the caller's state. */
  readonly snapshot: () => Iterable<R>;
};

export type Journal<R> = {
  /** Writes the record, then applies it. It survives the end of this process; see `synced` for the end of power. */
  append(record: R): void;
  /** Resolves when everything appended so far is on disk; callers waiting together share one fsync. */
  synced(): Promise<void>;
  /** Lines that were whole lines but could not be read at open; the file with them is kept beside as `.damaged`. */
  readonly damagedLines: number;
  close(): Promise<void>;
};

const COMPACT_AFTER_LINES = 5000;
const COMPACT_FACTOR = 4;
const WRITE_BLOCK_BYTES = 1024 * 1024;
const fsync = promisify(fs.fsync);

/** Opens the journal in `file`, creating it and its folder. */
export function openJournal<R>({ file, schema, apply, snapshot }: JournalOptions<R>): Journal<R> {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const replayed = replay({ file, schema, apply });
  const { damagedLines } = replayed;
  if (damagedLines > 0) fs.copyFileSync(file, `${file}.damaged`);

  let baseLines = count(snapshot());
  const isWorn =
    damagedLines > 0 || (replayed.lines >= COMPACT_AFTER_LINES && replayed.lines >= COMPACT_FACTOR * baseLines);
  let { fd, size, lines } = isWorn ? rewrite(file, snapshot()) : resume(file, replayed);
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;

  function compactIfWorthIt(): void {
    const idle = running === undefined && waiting === undefined;
    if (!idle || lines < COMPACT_AFTER_LINES || lines < COMPACT_FACTOR * baseLines) return;
    fs.closeSync(fd);
    ({ fd, size, lines } = rewrite(file, snapshot()));
    baseLines = lines;
  }

  async function syncNow(): Promise<void> {
    waiting = undefined;
    running = fsync(fd);
    try {
      await running;
    } finally {
      running = undefined;
      compactIfWorthIt();
    }
  }

  return {
    damagedLines,
    append(record) {
      const line = encode(record);
      try {
        writeWhole({ fd, bytes: line, position: size });
      } catch (cause) {
        fs.ftruncateSync(fd, size); // a disk that ran full must not leave half a line for the next append to join
        throw cause;
      }
      size += line.length;
      lines += 1;
      apply(record);
      compactIfWorthIt();
    },
    synced() {
      // A running fsync may have begun before the last append, so it cannot vouch for it.
      waiting ??= (running ?? Promise.resolve()).catch(() => undefined).then(syncNow);
      return waiting;
    },
    async close() {
      await (waiting ?? running ?? Promise.resolve());
      fs.fsyncSync(fd);
      fs.closeSync(fd);
    },
  };
}

/** `fsync` of a folder makes the names in it durable; some systems refuse to open folders, and need not. */
export function syncFolder(folder: string): void {
  let fd: number;
  try {
    fd = fs.openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fs.fsyncSync(fd);
  } catch {
    // not supported here
  } finally {
    fs.closeSync(fd);
  }
}

const checksum = (bytes: Uint8Array): string => crc32(bytes).toString(16).padStart(8, '0');

function encode(record: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(record));
  return Buffer.concat([Buffer.from(`${checksum(json)} `), json, Buffer.from('\n')]);
}

type Replayed = { lines: number; wholeBytes: number; damagedLines: number };

function replay<R>({ file, schema, apply }: Pick<JournalOptions<R>, 'file' | 'schema' | 'apply'>): Replayed {
  const bytes = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
  const replayed = { lines: 0, wholeBytes: 0, damagedLines: 0 };
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, replayed.wholeBytes)) {
    const record = decode(bytes.subarray(replayed.wholeBytes, end), schema);
    if (record === undefined) replayed.damagedLines += 1;
    else apply(record);
    replayed.lines += 1;
    replayed.wholeBytes = end + 1;
  }
  return replayed;
}

/** Goes on behind the last whole line; what follows it was never acknowledged. */
function resume(file: string, { lines, wholeBytes }: Replayed): { fd: number; size: number; lines: number } {
  const fd = fs.openSync(file, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600);
  fs.ftruncateSync(fd, wholeBytes);
  fs.fsyncSync(fd);
  syncFolder(path.dirname(file));
  return { fd, size: wholeBytes, lines };
}

function count(records: Iterable<unknown>): number {
  let total = 0;
  for (const _ of records) total += 1;
  return total;
}

function decode<R>(line: Uint8Array, schema: z.ZodType<R>): R | undefined {
  const json = line.subarray(9);
  if (Buffer.from(line.subarray(0, 9)).toString('latin1') !== `${checksum(json)} `) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(json).toString('utf8')));
  } catch {
    return undefined;
  }
}

function rewrite<R>(file: string, records: Iterable<R>): { fd: number; size: number; lines: number } {
  const temporary = `${file}.tmp`;
  const fd = fs.openSync(temporary, 'w', 0o600);
  let size = 0;
  let lines = 0;
  let block: Buffer[] = [];
  let blockBytes = 0;
  const writeBlock = (): void => {
    writeWhole({ fd, bytes: Buffer.concat(block), position: size });
    size += blockBytes;
    block = [];
    blockBytes = 0;
  };
  for (const record of records) {
    const line = encode(record);
    block.push(line);
    blockBytes += line.length;
    lines += 1;
    if (blockBytes >= WRITE_BLOCK_BYTES) writeBlock();
  }
  writeBlock();
  fs.fsyncSync(fd);
  fs.renameSync(temporary, file);
  syncFolder(path.dirname(file));
  return { fd, size, lines };
}

function writeWhole({ fd, bytes, position }: { fd: number; bytes: Buffer; position: number }): void {
  let written = 0;
  while (written < bytes.length)
    written += fs.writeSync(fd, bytes, written, bytes.length - written, position + written);
}

/** Says what a damaged journal means for the person, who finds the original beside it. */
export const damageReport = (dir: string, lines: number): Error =>
  new Error(
    `${lines} damaged lines in ${dir} were left out; the file as it was is kept there with the ending .damaged.`,
  );
