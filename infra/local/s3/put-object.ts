/** PutObject: the body as sent, or decoded from aws-chunked, checked against every digest the client gave. */
import { decodeAwsChunked } from './aws-chunked.ts';
import { S3Error } from './errors.ts';
import { storedHeadersOf } from './object-headers.ts';
import { MAX_OBJECT_BYTES } from './post-policy.ts';
import type { ObjectStore, StoredObject, Written } from './store.ts';

export const STREAMING_UNSIGNED = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

/** Headers with `x-amz-` that mean something here; any other asks for something we do not do. */
const SUPPORTED = new Set([
  'x-amz-checksum-crc32',
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-decoded-content-length',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-server-side-encryption',
  'x-amz-trailer',
  'x-amz-user-agent',
]);

export async function putObject(input: {
  store: ObjectStore;
  bucket: string;
  key: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: AsyncIterable<Buffer>;
}): Promise<StoredObject> {
  const { store, bucket, key, headers } = input;
  refuseUnsupported(headers);
  if (!store.hasBucket(bucket)) throw new S3Error('NoSuchBucket');
  const ifAbsent = headers['if-none-match'] === '*';
  if (ifAbsent && store.find(bucket, key) !== undefined) throw new S3Error('PreconditionFailed');
  const stored = storedHeadersOf(Object.entries(headers));

  const { bytes, announced, expected } = bodyOf(input);
  if (announced > MAX_OBJECT_BYTES) throw new S3Error('EntityTooLarge');
  const written = await store.write(bytes, announced);
  try {
    verify(written, { announced, headers, crc32: expected() });
  } catch (cause) {
    await store.discard(written);
    throw cause;
  }
  return store.commit({ bucket, key, written, headers: stored, ifAbsent });
}

function refuseUnsupported(headers: Readonly<Record<string, string | undefined>>): void {
  for (const name of Object.keys(headers))
    if (name.startsWith('x-amz-') && !name.startsWith('x-amz-meta-') && !SUPPORTED.has(name))
      throw new S3Error('NotImplemented', `The header ${name} is not implemented.`);
  const algorithm = headers['x-amz-sdk-checksum-algorithm'];
  if (algorithm !== undefined && algorithm.toUpperCase() !== 'CRC32')
    throw new S3Error('NotImplemented', `Of the checksums only CRC32 is implemented, not ${algorithm}.`);
  if ((headers['x-amz-server-side-encryption'] ?? 'AES256') !== 'AES256')
    throw new S3Error('NotImplemented', 'Of the encryptions only AES256 is accepted.');
  if (headers['if-match'] !== undefined || (headers['if-none-match'] ?? '*') !== '*')
    throw new S3Error('NotImplemented', 'Of the conditional writes only If-None-Match: * is implemented.');
}

type Body = { bytes: AsyncIterable<Buffer>; announced: number; expected: () => string | undefined };

function bodyOf(input: { headers: Readonly<Record<string, string | undefined>>; body: AsyncIterable<Buffer> }): Body {
  const { headers, body } = input;
  const payload = headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD';
  if (!payload.startsWith('STREAMING-')) {
    return {
      bytes: body,
      announced: lengthOf(headers['content-length']),
      expected: () => headers['x-amz-checksum-crc32'],
    };
  }
  if (payload !== STREAMING_UNSIGNED) throw new S3Error('NotImplemented', `${payload} is not implemented.`);
  const trailer = headers['x-amz-trailer'];
  if (trailer !== undefined && trailer !== 'x-amz-checksum-crc32')
    throw new S3Error('NotImplemented', `Of the trailers only x-amz-checksum-crc32 is implemented, not ${trailer}.`);
  const chunked = decodeAwsChunked(body);
  return {
    bytes: chunked.bytes,
    announced: lengthOf(headers['x-amz-decoded-content-length']),
    expected: () => {
      const checksum = chunked.trailers.get('x-amz-checksum-crc32');
      if (trailer !== undefined && checksum === undefined) throw new S3Error('BadDigest');
      return checksum ?? headers['x-amz-checksum-crc32'];
    },
  };
}

function lengthOf(header: string | undefined): number {
  if (header === undefined) throw new S3Error('MissingContentLength');
  if (!/^\d{1,15}$/.test(header)) throw new S3Error('InvalidArgument', 'The content length is not a number.');
  return Number(header);
}

/** Throws unless the bytes are those the client meant. */
function verify(
  written: Written,
  expected: {
    announced: number;
    headers: Readonly<Record<string, string | undefined>>;
    crc32: string | undefined;
  },
): void {
  const { headers } = expected;
  if (written.size !== expected.announced) throw new S3Error('IncompleteBody');
  if (expected.crc32 !== undefined && expected.crc32 !== written.crc32) throw new S3Error('BadDigest');
  const md5 = Buffer.from(written.etag, 'hex').toString('base64');
  if (headers['content-md5'] !== undefined && headers['content-md5'] !== md5) throw new S3Error('BadDigest');
  const sha256 = headers['x-amz-content-sha256'];
  if (sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) && sha256 !== written.sha256)
    throw new S3Error('XAmzContentSHA256Mismatch');
}
