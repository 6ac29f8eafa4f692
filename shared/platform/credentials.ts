/**
 * Opaque credentials that name their row: `fhr_<owner>.<id>.<secret>`. Owner and id are in clear, so one read by key finds
 * the row and no index is needed; the secret has 192 random bits and a tag under our own key, so that an old credential of
 * ours can be told from one made up. Rows keep only the secret's SHA-256.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Cipher } from './cipher.ts';

export type Credential = {
  readonly prefix: string;
  readonly owner: string;
  readonly id: string;
  readonly secret: string;
};

const SHAPE = /^([a-z]{3})_([\w-]{1,60})\.([\w-]{1,60})\.([\w-]{46})$/;
const RANDOM_CHARACTERS = 32;

/** A new credential: its text for the bearer, the hash for the row. `prefix` is three letters. */
export function mintCredential(
  cipher: Cipher,
  name: { prefix: string; owner: string; id: string },
): { text: string; secret: string; hash: string } {
  const random = randomBytes(24).toString('base64url');
  const secret = random + tag(cipher, name, random);
  return { text: credentialText({ ...name, secret }), secret, hash: hashSecret(secret) };
}

export const credentialText = ({ prefix, owner, id, secret }: Credential): string =>
  `${prefix}_${owner}.${id}.${secret}`;

/** The parts of a credential this system made for `prefix`, or undefined. Whether it is still good only its row can say. */
export function readCredential(cipher: Cipher, prefix: string, text: string): Credential | undefined {
  const [, found, owner, id, secret] = SHAPE.exec(text) ?? [];
  if (found !== prefix || owner === undefined || id === undefined || secret === undefined) return undefined;
  const random = secret.slice(0, RANDOM_CHARACTERS);
  const expected = tag(cipher, { prefix, owner, id }, random);
  return sameText(secret.slice(RANDOM_CHARACTERS), expected) ? { prefix, owner, id, secret } : undefined;
}

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A short random name for rows that are not shown to people. */
export const randomName = (): string => randomBytes(12).toString('base64url');

const tag = (cipher: Cipher, name: { prefix: string; owner: string; id: string }, random: string): string =>
  cipher.sign('credential', `${name.prefix}_${name.owner}.${name.id}.${random}`).slice(0, 14);
