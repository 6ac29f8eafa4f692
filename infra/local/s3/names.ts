/** Where a request points: bucket and key, checked against S3's naming rules. */
import { S3Error } from './errors.ts';

const BUCKET = /^[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/;
const IP_ADDRESS = /^\d{1,3}(\.\d{1,3}){3}$/;
const MAX_KEY_BYTES = 1024;

/** Splits `/bucket/any/key` (still percent-encoded, not normalised); either part is undefined when absent. */
export function splitPath(path: string): { bucket: string | undefined; key: string | undefined } {
  const [, bucket = '', ...rest] = path.split('/');
  if (bucket === '') return { bucket: undefined, key: undefined };
  const key = decodeURIComponent(rest.join('/'));
  return { bucket: checkBucket(decodeURIComponent(bucket)), key: key === '' ? undefined : checkKey(key) };
}

export function checkBucket(name: string): string {
  if (!BUCKET.test(name) || IP_ADDRESS.test(name)) throw new S3Error('InvalidBucketName');
  return name;
}

export function checkKey(key: string): string {
  if (key === '') throw new S3Error('InvalidArgument', 'A key must have at least one character.');
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new S3Error('KeyTooLongError');
  return key;
}
