import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Size, MD5 (hex), SHA-256 (hex) and CRC-32 (base64, big-endian, as S3 writes it) of bytes seen one chunk at a time. */
export function digestsOf() {
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  let size = 0;
  let crc = 0;
  return {
    size: () => size,
    update(chunk: Uint8Array): void {
      size += chunk.length;
      crc = crc32(chunk, crc);
      md5.update(chunk);
      sha256.update(chunk);
    },
    done(): { size: number; etag: string; sha256: string; crc32: string } {
      return { size, etag: md5.digest('hex'), sha256: sha256.digest('hex'), crc32: crc32Base64(crc) };
    },
  };
}

function crc32Base64(crc: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc >>> 0);
  return bytes.toString('base64');
}
