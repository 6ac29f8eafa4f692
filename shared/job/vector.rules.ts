/** Vectors of meaning as text for rows and features, and how alike two of them are. */

import { pack, unpack } from './pack.rules.ts';

/** Signed bytes as text, three in four characters; the length must be a multiple of three or is filled up with zeros. */
export function packVector(vector: Int8Array): string {
  let out = '';
  for (let i = 0; i < vector.length; i += 3)
    out += pack(
      ((vector[i] ?? 0) & 255) * 65536 + ((vector[i + 1] ?? 0) & 255) * 256 + ((vector[i + 2] ?? 0) & 255),
      4,
    );
  return out;
}

/** The signed bytes again, with the zeros they were filled up with. */
export function unpackVector(packed: string): Int8Array {
  const out = new Int8Array(Math.floor(packed.length / 4) * 3);
  for (let at = 0, i = 0; at + 4 <= packed.length; at += 4) {
    const three = unpack(packed, { at, width: 4 });
    out[i++] = three >> 16;
    out[i++] = three >> 8;
    out[i++] = three;
  }
  return out;
}

/** Cosine of two unit vectors in steps of 1/127; `NaN` where they are not of one length. */
export function cosineOf(a: Int8Array, b: Int8Array): number {
  if (a.length === 0 || a.length !== b.length) return Number.NaN;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum / (127 * 127);
}
