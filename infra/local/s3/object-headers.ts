/** Headers that are kept with an object, read from a request or a form and written into a response. */
import { validateHeaderValue } from 'node:http';
import { S3Error } from './errors.ts';
import type { StoredHeaders, StoredObject } from './store.ts';

const META = 'x-amz-meta-';
const MAX_METADATA_BYTES = 2048;

/** Takes what is stored from lower-case names; throws for values that could not be sent back as a header. */
export function storedHeadersOf(fields: Iterable<readonly [string, string | undefined]>): StoredHeaders {
  const headers: StoredHeaders = { contentType: 'binary/octet-stream', metadata: {} };
  let metadataBytes = 0;
  for (const [name, value] of fields) {
    if (value === undefined) continue;
    if (name === 'content-type') headers.contentType = sendable(name, value);
    if (name === 'content-disposition') headers.contentDisposition = sendable(name, value);
    if (name === 'cache-control') headers.cacheControl = sendable(name, value);
    if (name === 'content-encoding') {
      const encodings = value.split(',').map((part) => part.trim());
      const kept = encodings.filter((part) => part !== 'aws-chunked' && part !== '');
      if (kept.length > 0) headers.contentEncoding = sendable(name, kept.join(','));
    }
    if (name.startsWith(META)) {
      const label = name.slice(META.length);
      if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(label)) throw new S3Error('InvalidArgument', 'Bad metadata name.');
      metadataBytes += label.length + Buffer.byteLength(value);
      headers.metadata[label] = sendable(name, value);
    }
  }
  if (metadataBytes > MAX_METADATA_BYTES) throw new S3Error('MetadataTooLarge');
  return headers;
}

/** The response headers of an object, without length and range. */
export function responseHeaders({ headers, etag, modified }: StoredObject): Record<string, string> {
  const { contentType, contentDisposition, contentEncoding, cacheControl, metadata } = headers;
  return {
    etag: `"${etag}"`,
    'last-modified': new Date(modified).toUTCString(),
    'accept-ranges': 'bytes',
    'content-type': contentType,
    ...(contentDisposition !== undefined && { 'content-disposition': contentDisposition }),
    ...(contentEncoding !== undefined && { 'content-encoding': contentEncoding }),
    ...(cacheControl !== undefined && { 'cache-control': cacheControl }),
    ...Object.fromEntries(Object.entries(metadata).map(([name, value]) => [META + name, value])),
  };
}

/** A value Node would refuse to send (a line break, a letter outside Latin-1) is the client's mistake, not ours. */
export function sendable(name: string, value: string): string {
  try {
    validateHeaderValue(name, value);
  } catch {
    throw new S3Error('InvalidArgument', `The value of ${name} cannot be sent in a header.`);
  }
  return value;
}
