/**
 * Decodes `Content-Encoding: aws-chunked` bodies with unsigned chunks and a trailer, the form in which the SDK sends
 * streams: `<hex size>[;extension]\r\n<bytes>\r\n … 0\r\n<trailer lines>\r\n\r\n`.
 */
import { S3Error } from './errors.ts';

const MAX_LINE = 1024;
const MAX_TRAILERS = 8;

export type ChunkedBody = {
  readonly bytes: AsyncIterable<Buffer>;
  /** Trailer headers by lower-case name, complete once `bytes` has ended. */
  readonly trailers: ReadonlyMap<string, string>;
};

/** Throws IncompleteBody from `bytes` when the body ends early or is not in this form. */
export function decodeAwsChunked(source: AsyncIterable<Buffer>): ChunkedBody {
  const trailers = new Map<string, string>();
  return { bytes: decode(source, trailers), trailers };
}

async function* decode(source: AsyncIterable<Buffer>, trailers: Map<string, string>): AsyncGenerator<Buffer> {
  let pending: Buffer = Buffer.alloc(0);
  let left = 0;
  let state: 'size' | 'bytes' | 'separator' | 'trailer' | 'end' = 'size';

  const takeLine = (): string | undefined => {
    const end = pending.indexOf('\r\n');
    if (end > MAX_LINE || (end < 0 && pending.length > MAX_LINE)) throw new S3Error('IncompleteBody');
    if (end < 0) return undefined;
    const line = pending.subarray(0, end).toString('latin1');
    pending = pending.subarray(end + 2);
    return line;
  };

  for await (const chunk of source) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    while (state !== 'end') {
      if (state === 'bytes') {
        const part = pending.subarray(0, left);
        if (part.length === 0) break;
        pending = pending.subarray(part.length);
        left -= part.length;
        if (left === 0) state = 'separator';
        yield part;
        continue;
      }
      const line = takeLine();
      if (line === undefined) break;
      if (state === 'separator') {
        if (line !== '') throw new S3Error('IncompleteBody');
        state = 'size';
      } else if (state === 'size') {
        left = parseSize(line);
        state = left > 0 ? 'bytes' : 'trailer';
      } else if (line === '') {
        state = 'end';
      } else {
        addTrailer(trailers, line);
      }
    }
    if (state === 'end' && pending.length > 0) throw new S3Error('IncompleteBody');
  }
  if (state !== 'end') throw new S3Error('IncompleteBody');
}

function parseSize(line: string): number {
  const match = /^([0-9a-fA-F]{1,12})(;.*)?$/.exec(line);
  if (match?.[1] === undefined) throw new S3Error('IncompleteBody');
  return Number.parseInt(match[1], 16);
}

function addTrailer(trailers: Map<string, string>, line: string): void {
  const colon = line.indexOf(':');
  if (colon < 1 || trailers.size >= MAX_TRAILERS) throw new S3Error('IncompleteBody');
  trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
}
