/** Operations on a whole bucket: listing and deleting many. */
import { createHash } from 'node:crypto';
import { awsEncode } from '../aws/signature.ts';
import { digestsOf } from './digests.ts';
import { S3Error } from './errors.ts';
import type { ObjectStore } from './store.ts';
import { parseDelete, xml } from './xml.ts';

const MAX_KEYS = 1000;
export const MAX_DELETE_BODY_BYTES = 2 * 1024 * 1024;

/** ListObjectsV2 with prefix and paging; returns the XML. */
export function listObjects(store: ObjectStore, bucket: string, query: ReadonlyMap<string, string>): string {
  if (query.has('delimiter') || query.get('list-type') !== '2')
    throw new S3Error('NotImplemented', 'Of the listings only ListObjectsV2 without delimiter is implemented.');
  const asked = query.get('max-keys') ?? String(MAX_KEYS);
  if (!/^\d{1,9}$/.test(asked)) throw new S3Error('InvalidArgument', 'max-keys is not a number.');
  const limit = Math.min(MAX_KEYS, Number(asked));
  const token = query.get('continuation-token');
  const after = token === undefined ? (query.get('start-after') ?? '') : decodeToken(token);
  const prefix = query.get('prefix') ?? '';
  const { objects, more } = store.list({ bucket, prefix, after, limit });

  const encode = query.get('encoding-type') === 'url' ? encodeKey : (key: string) => key;
  const last = objects.at(-1);
  return xml({
    ListBucketResult: {
      Name: bucket,
      Prefix: encode(prefix),
      EncodingType: query.get('encoding-type'),
      KeyCount: objects.length,
      MaxKeys: limit,
      IsTruncated: more && limit > 0,
      ContinuationToken: token,
      NextContinuationToken: more && last !== undefined ? encodeToken(last.key) : undefined,
      Contents: objects.map((object) => ({
        Key: encode(object.key),
        LastModified: new Date(object.modified).toISOString(),
        ETag: `"${object.etag}"`,
        Size: object.size,
        StorageClass: 'STANDARD',
      })),
    },
  });
}

/** DeleteObjects; the body must carry a checksum, as S3 demands. Returns the XML. */
export async function deleteObjects(input: {
  store: ObjectStore;
  bucket: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
}): Promise<string> {
  checkBody(input.headers, input.body);
  const request = parseDelete(input.body.toString('utf8'));
  if (request === undefined || request.keys.length > MAX_KEYS) throw new S3Error('MalformedXML');
  if (request.versions) throw new S3Error('NotImplemented', 'Versions are not implemented.');
  await input.store.remove(input.bucket, request.keys);
  return xml({ DeleteResult: request.quiet ? {} : { Deleted: request.keys.map((Key) => ({ Key })) } });
}

function checkBody(headers: Readonly<Record<string, string | undefined>>, body: Buffer): void {
  const [md5, crc32] = [headers['content-md5'], headers['x-amz-checksum-crc32']];
  if (md5 === undefined && crc32 === undefined) throw new S3Error('MissingContentMD5');
  if (md5 !== undefined && md5 !== createHash('md5').update(body).digest('base64')) throw new S3Error('BadDigest');
  const digests = digestsOf();
  digests.update(body);
  if (crc32 !== undefined && crc32 !== digests.done().crc32) throw new S3Error('BadDigest');
}

const encodeKey = (key: string): string => key.split('/').map(awsEncode).join('/');
const encodeToken = (key: string): string => Buffer.from(key).toString('base64url');

function decodeToken(token: string): string {
  if (!/^[\w-]+$/.test(token)) throw new S3Error('InvalidArgument', 'The continuation token is not valid.');
  return Buffer.from(token, 'base64url').toString('utf8');
}
