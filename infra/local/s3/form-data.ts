/**
 * Reads a browser's form upload (RFC 7578) as it arrives: the short fields first, then the file as a stream that is
 * never held in memory. Fields after the file are ignored, as S3 does.
 */
import { S3Error } from './errors.ts';

const MAX_FIELDS_BYTES = 20_480; // S3's own limit for everything before the file
const MAX_PART_HEADER_BYTES = 8192;
const MAX_EPILOGUE_BYTES = 65_536;

export type Upload = {
  /** By lower-case name; a name may appear once. */
  readonly fields: ReadonlyMap<string, string>;
  readonly fileName: string;
  /** Must be read to its end; throws IncompleteBody when the request stops before the closing boundary. */
  readonly file: AsyncIterable<Buffer>;
};

/** Reads up to the start of the part named `file`. Throws when there is none or the fields are too long. */
export async function readUpload(source: AsyncIterable<Buffer>, contentType: string): Promise<Upload> {
  const reader = boundaryReader(source, boundaryOf(contentType));
  const fields = new Map<string, string>();
  let fieldsBytes = 0;

  await collect(reader.untilBoundary(), MAX_PART_HEADER_BYTES);
  while (await reader.anotherPart()) {
    const { name, fileName } = partHeader(await reader.until('\r\n\r\n', MAX_PART_HEADER_BYTES));
    if (name === 'file') return { fields, fileName: fileName ?? '', file: fileOf(reader) };
    const value = await collect(reader.untilBoundary(), MAX_FIELDS_BYTES - fieldsBytes);
    fieldsBytes += Buffer.byteLength(name) + value.length;
    if (fields.has(name)) throw new S3Error('InvalidArgument', `The field ${name} is given twice.`);
    fields.set(name, value.toString('utf8'));
  }
  throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.');
}

function boundaryOf(contentType: string): string {
  const match = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) throw new S3Error('MalformedPOSTRequest');
  return boundary;
}

function partHeader(text: string): { name: string; fileName: string | undefined } {
  const line = text.split('\r\n').find((header) => /^content-disposition:/i.test(header)) ?? '';
  const name = /;\s*name="([^"]*)"/i.exec(line)?.[1];
  if (name === undefined) throw new S3Error('MalformedPOSTRequest');
  return { name: unescapeName(name).toLowerCase(), fileName: fileNameOf(line) };
}

/** Browsers may send a whole path; only its last step is the name. */
function fileNameOf(line: string): string | undefined {
  const name = /;\s*filename="([^"]*)"/i.exec(line)?.[1];
  return name === undefined ? undefined : unescapeName(name).replace(/^.*[\\/]/, '');
}

/** The three characters browsers escape in a part's header. */
const unescapeName = (text: string): string =>
  text.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');

async function* fileOf(reader: ReturnType<typeof boundaryReader>): AsyncGenerator<Buffer> {
  yield* reader.untilBoundary();
  await reader.anotherPart(); // what follows the file must at least look like a boundary's end
  await reader.skipRest(MAX_EPILOGUE_BYTES);
}

async function collect(source: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > limit) throw new S3Error('MaxPostPreDataLengthExceeded');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Cuts a body at its boundary lines, holding no more than one chunk and the length of a boundary. */
function boundaryReader(source: AsyncIterable<Buffer>, boundary: string) {
  const iterator = source[Symbol.asyncIterator]();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary has no line before it; a leading line break makes it like all others.
  let pending: Buffer = Buffer.from('\r\n');

  async function more(): Promise<boolean> {
    const next = await iterator.next();
    if (next.done) return false;
    pending = pending.length === 0 ? next.value : Buffer.concat([pending, next.value]);
    return true;
  }

  async function until(mark: string, limit: number): Promise<string> {
    for (;;) {
      const end = pending.indexOf(mark);
      if (end > limit || (end < 0 && pending.length > limit + mark.length)) throw new S3Error('MalformedPOSTRequest');
      if (end >= 0) {
        const text = pending.subarray(0, end).toString('utf8');
        pending = pending.subarray(end + mark.length);
        return text;
      }
      if (!(await more())) throw new S3Error('IncompleteBody');
    }
  }

  return {
    until,
    async *untilBoundary(): AsyncGenerator<Buffer> {
      for (;;) {
        const end = pending.indexOf(delimiter);
        if (end >= 0) {
          const last = pending.subarray(0, end);
          pending = pending.subarray(end + delimiter.length);
          if (last.length > 0) yield last;
          return;
        }
        const safe = pending.length - delimiter.length + 1; // a boundary may begin in what remains
        if (safe > 0) {
          yield pending.subarray(0, safe);
          pending = pending.subarray(safe);
        }
        if (!(await more())) throw new S3Error('IncompleteBody');
      }
    },
    /** After a boundary: true when a part follows, false at the closing `--`. */
    async anotherPart(): Promise<boolean> {
      while (pending.length < 2) if (!(await more())) throw new S3Error('IncompleteBody');
      const mark = pending.subarray(0, 2).toString('latin1');
      if (mark !== '\r\n' && mark !== '--') throw new S3Error('MalformedPOSTRequest');
      pending = pending.subarray(2);
      return mark === '\r\n';
    },
    async skipRest(limit: number): Promise<void> {
      let size = pending.length;
      pending = Buffer.alloc(0);
      while (await more()) {
        size += pending.length;
        pending = Buffer.alloc(0);
        if (size > limit) throw new S3Error('MalformedPOSTRequest');
      }
    },
  };
}
