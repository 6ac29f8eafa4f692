/** Bytes as text: what crosses to pages, popups and `storage.session` is JSON. */

/** Chunks keep `fromCharCode` below its limit of arguments. */
const CHUNK = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
