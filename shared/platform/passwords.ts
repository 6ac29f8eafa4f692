/** Password hashing: argon2id with the parameters of the OWASP Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane). */
import { hash, type Options, verify } from '@node-rs/argon2';

/** `algorithm: 2` is argon2id; the package declares it as a const enum, which isolated modules cannot import. */
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A PHC string to store; about 20 ms of one core. */
export const hashPassword = (password: string): Promise<string> => hash(normalise(password), ARGON2ID);

/** Whether `password` is the one behind `stored`; false for a hash that cannot be read. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, normalise(password)).catch(() => false);
}

let dummy: Promise<string> | undefined;

/** Spends the time of {@link verifyPassword} where there is nothing to compare with, and says no. */
export async function refusePassword(password: string): Promise<false> {
  dummy ??= hashPassword('nobody has this password');
  await verifyPassword(await dummy, password);
  return false;
}

/** One person's keyboards may send the same letter composed or decomposed (NIST SP 800-63B §5.1.1.2). */
const normalise = (password: string): string => password.normalize('NFKC');
