/** S3 as the stores see it: one private bucket; every key begins with its owner. */
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { attachmentNamed } from '#shared/kernel/text.ts';

export type Blobs = {
  put(key: string, bytes: Uint8Array, options: { contentType: string }): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  /** The first `length` bytes, for magic numbers. */
  head(key: string, length: number): Promise<{ size: number; bytes: Uint8Array } | undefined>;
  remove(keys: readonly string[]): Promise<void>;
  removePrefix(prefix: string): Promise<void>;
  /** An address and form fields for a browser's POST of exactly `key`, between 1 and `maxBytes` bytes, valid 10 minutes. */
  uploadTicket(
    key: string,
    options: { maxBytes: number; contentType: string },
  ): Promise<{ url: string; fields: Record<string, string> }>;
  /** An address that gives the object as an attachment for 60 s. */
  downloadUrl(key: string, options: { fileName: string }): Promise<string>;
};

/**
 * Blobs over S3, configured by the environment. `publicUploadUrl` replaces the address of upload tickets where the
 * store is not reachable itself (locally the API's own port carries uploads).
 */
export function createBlobs(bucket: string, options: { publicUploadUrl?: string } = {}): Blobs {
  // Presigned URLs must not carry the checksum of an empty body that the SDK's default would sign into them.
  const client = new S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const absent = (error: unknown) => error instanceof NoSuchKey || error instanceof NotFound;

  return {
    async put(key, bytes, { contentType }) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          Body: bytes,
          ContentType: contentType,
          ContentLength: bytes.byteLength,
        }),
      );
    },
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (absent(error)) return undefined;
        throw error;
      }
    },
    async head(key, length) {
      try {
        const { ContentLength = 0 } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        if (ContentLength === 0) return { size: 0, bytes: new Uint8Array() };
        const { Body } = await client.send(
          new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=0-${Math.min(length, ContentLength) - 1}` }),
        );
        return { size: ContentLength, bytes: (await Body?.transformToByteArray()) ?? new Uint8Array() };
      } catch (error) {
        if (absent(error)) return undefined;
        throw error;
      }
    },
    async remove(keys) {
      for (let start = 0; start < keys.length; start += 1000)
        await client.send(
          new DeleteObjectsCommand({
            Bucket: bucket,
            Delete: { Objects: keys.slice(start, start + 1000).map((Key) => ({ Key })), Quiet: true },
          }),
        );
    },
    async removePrefix(prefix) {
      for (;;) {
        const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
        if (Contents.length === 0) return;
        await this.remove(Contents.flatMap(({ Key }) => Key ?? []));
      }
    },
    async uploadTicket(key, { maxBytes, contentType }) {
      const { url, fields } = await createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Conditions: [
          ['content-length-range', 1, maxBytes],
          ['eq', '$Content-Type', contentType],
        ],
        Fields: { 'Content-Type': contentType },
        Expires: 600,
      });
      return { url: options.publicUploadUrl ?? url, fields };
    },
    downloadUrl(key, { fileName }) {
      return getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          ResponseContentDisposition: attachmentNamed(fileName),
        }),
        { expiresIn: 60 },
      );
    },
  };
}
