/**
 * Opens a ZIP without trusting it: the central directory is checked first, then only the wanted parts are inflated,
 * under a meter, because declared sizes can lie.
 */
import { Inflate } from 'fflate';
import { resumeErrors } from '../resume.errors.ts';

const MAX_ENTRIES = 2000;
const MAX_PART = 20 * 1024 * 1024;
const MAX_TOTAL = 50 * 1024 * 1024;
const PUSH = 16 * 1024;

type Entry = { name: string; method: number; compressed: number; size: number; at: number; encrypted: boolean };

export type Archive = {
  names: readonly string[];
  /** The bytes of one part, undefined where there is none of this name. */
  read: (name: string) => Uint8Array | undefined;
};

/** Opens an archive. Throws `resume.damaged` and, beyond 2,000 entries, 20 MB a part or 50 MB in all, `resume.too_complex`. */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = directory(bytes);
  let total = 0;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      if (entry.encrypted) throw resumeErrors.encrypted();
      const data = inflate(bytes, entry, Math.min(MAX_PART, MAX_TOTAL - total));
      total += data.length;
      return data;
    },
  };
}

function directory(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 66_000);
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < lowest) throw resumeErrors.damaged({ log: 'no end of central directory' });
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw resumeErrors.too_complex({ log: `${count} archive entries` });
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, Entry>();
  let declared = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw resumeErrors.damaged({ log: 'central directory cut off' });
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const entry: Entry = {
      name,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    };
    declared += entry.size;
    if (/\.(?:xml|rels|csv)$/iu.test(name) && entry.size > MAX_PART)
      throw resumeErrors.too_complex({ log: `${name}: ${entry.size} bytes` });
    entries.set(name, entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (declared > MAX_TOTAL) throw resumeErrors.too_complex({ log: `${declared} bytes declared` });
  return entries;
}

function inflate(bytes: Uint8Array, entry: Entry, limit: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50)
    throw resumeErrors.damaged({ log: `no local header: ${entry.name}` });
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const data = bytes.subarray(start, start + entry.compressed);
  if (data.length < entry.compressed) throw resumeErrors.damaged({ log: `cut off: ${entry.name}` });
  if (entry.method === 0) {
    if (data.length > limit) throw resumeErrors.too_complex();
    return data;
  }
  if (entry.method !== 8) throw resumeErrors.damaged({ log: `method ${entry.method}` });
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size > limit) throw resumeErrors.too_complex({ log: `${entry.name} inflates beyond ${limit} bytes` });
    chunks.push(chunk);
  });
  try {
    for (let from = 0; from < data.length; from += PUSH)
      stream.push(data.subarray(from, from + PUSH), from + PUSH >= data.length);
  } catch (cause) {
    if (size > limit) throw resumeErrors.too_complex({ cause });
    throw resumeErrors.damaged({ cause });
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
