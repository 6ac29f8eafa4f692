/**
 * Sealing of contact data at rest, field by field: AES-256-GCM under a key derived per owner (HKDF-SHA-256), the field's
 * name bound as additional data, so a sealed value cannot be moved to another person or field. Blind indexes (HMAC-SHA-256)
 * allow look-up by e-mail without storing it.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const PREFIX = 'sealed:1:';

export type Cipher = {
  seal(context: { owner: string; field: string }, text: string): string;
  /** Gives text back unchanged that was never sealed. Throws when it was tampered with or belongs elsewhere. */
  open(context: { owner: string; field: string }, sealed: string): string;
  /** A keyed hash of `text` for the index `purpose`, hexadecimal. */
  blindIndex(purpose: string, text: string): string;
  /** A signature over `text`, base64url, for cursors and states. */
  sign(purpose: string, text: string): string;
};

/** `secret` needs at least 32 bytes. */
export function createCipher(secret: string): Cipher {
  if (Buffer.byteLength(secret) < 32) throw new Error('The data secret needs at least 32 bytes');
  const derive = (info: string) => Buffer.from(hkdfSync('sha256', secret, 'foothold', info, 32));
  const cache = new Map<string, Buffer>();
  const ownerKey = (owner: string) => {
    const known = cache.get(owner);
    if (known !== undefined) return known;
    if (cache.size > 5000) cache.clear();
    const made = derive(`owner:${owner}`);
    cache.set(owner, made);
    return made;
  };
  const mac = (purpose: string, text: string) => createHmac('sha256', derive(`mac:${purpose}`)).update(text);

  return {
    seal({ owner, field }, text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', ownerKey(owner), iv).setAAD(Buffer.from(field));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return PREFIX + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open({ owner, field }, sealed) {
      if (!sealed.startsWith(PREFIX)) return sealed;
      const data = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', ownerKey(owner), data.subarray(0, 12)).setAAD(
        Buffer.from(field),
      );
      decipher.setAuthTag(data.subarray(12, 28));
      return Buffer.concat([decipher.update(data.subarray(28)), decipher.final()]).toString('utf8');
    },
    blindIndex: (purpose, text) => mac(`index:${purpose}`, text).digest('hex'),
    sign: (purpose, text) => mac(`sign:${purpose}`, text).digest('base64url'),
  };
}
