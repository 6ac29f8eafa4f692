/** GetObject and HeadObject: ranges, conditions, and the response headers a presigned address may override. */
import type { FileHandle } from 'node:fs/promises';
import { S3Error } from './errors.ts';
import { responseHeaders, sendable } from './object-headers.ts';
import type { ObjectStore, StoredObject } from './store.ts';

const OVERRIDES: Readonly<Record<string, string>> = {
  'response-content-type': 'content-type',
  'response-content-disposition': 'content-disposition',
  'response-cache-control': 'cache-control',
};

export type ObjectAnswer = {
  status: 200 | 206 | 304;
  headers: Record<string, string>;
  /** Open file with the inclusive range to send; the caller closes it. */
  body?: { handle: FileHandle; start: number; end: number };
};

/** `withBody` false is HeadObject. Throws NoSuchKey, InvalidRange, PreconditionFailed. */
export async function getObject(input: {
  store: ObjectStore;
  bucket: string;
  key: string;
  headers: Readonly<Record<string, string | undefined>>;
  query: readonly (readonly [string, string])[];
  withBody: boolean;
}): Promise<ObjectAnswer> {
  for (const name of ['if-modified-since', 'if-unmodified-since', 'if-range'])
    if (input.headers[name] !== undefined) throw new S3Error('NotImplemented', `${name} is not implemented.`);
  // An object replaced between finding and opening it is found again; three times in a row does not happen.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const object = input.store.find(input.bucket, input.key);
    if (object === undefined) throw new S3Error('NoSuchKey');
    const answer = describe(object, input);
    if (answer.range === undefined) return answer;
    const handle = await input.store.open(object);
    if (handle !== undefined) return { ...answer, body: { handle, ...answer.range } };
  }
  throw new S3Error('InternalError');
}

type Described = ObjectAnswer & { range?: { start: number; end: number } };

function describe(object: StoredObject, input: Parameters<typeof getObject>[0]): Described {
  const headers = responseHeaders(object);
  for (const [name, value] of input.query) {
    const header = OVERRIDES[name];
    if (header !== undefined) headers[header] = sendable(header, value);
  }
  const match = input.headers['if-match'];
  if (match !== undefined && match !== '*' && match !== headers.etag) throw new S3Error('PreconditionFailed');
  const noneMatch = input.headers['if-none-match'];
  if (noneMatch !== undefined && (noneMatch === '*' || noneMatch === headers.etag))
    return { status: 304, headers: { etag: headers.etag ?? '' } };

  const range = parseRange(input.headers.range, object.size);
  const { start, end } = range ?? { start: 0, end: object.size - 1 };
  headers['content-length'] = String(end - start + 1);
  if (range !== undefined) headers['content-range'] = `bytes ${start}-${end}/${object.size}`;
  if (range === undefined && input.headers['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED') {
    headers['x-amz-checksum-crc32'] = object.crc32;
    headers['x-amz-checksum-type'] = 'FULL_OBJECT';
  }
  const status = range === undefined ? 200 : 206;
  return input.withBody && object.size > 0 ? { status, headers, range: { start, end } } : { status, headers };
}

/** One byte range, or undefined for the whole object: S3 ignores what it cannot read, and several ranges. */
function parseRange(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < start) return undefined;
  if (start >= size || (from === '' && Number(to) === 0)) throw new S3Error('InvalidRange');
  return { start, end };
}
