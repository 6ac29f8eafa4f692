/** Accounts as their owners see them. */
import { z } from 'zod';

export const Email = z
  .string()
  .trim()
  .max(254)
  .regex(
    /^[^\s@<>"]{1,64}@[^\s@<>"]{1,190}\.[^\s@<>".]{2,63}$/u,
    'Enter an e-mail address, for example ada@example.org',
  );

/** Length is what makes a password strong (NIST SP 800-63B); 256 keeps hashing cheap to refuse. */
export const NewPassword = z.string().min(10, 'Use at least 10 characters').max(256);

export const Role = z.enum(['seeker', 'recruiter', 'admin']);

export const User = z.object({ id: z.string(), email: z.string(), name: z.string(), role: Role });
export type User = z.infer<typeof User>;

export const Session = z.object({
  user: User,
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Seconds the access token lives. */
  expiresIn: z.number(),
});
export type Session = z.infer<typeof Session>;

/** A device or browser that is signed in, or an extension that is linked. */
export const Device = z.object({
  id: z.string(),
  kind: z.enum(['portal', 'token', 'oauth']),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  current: z.boolean(),
});
export type Device = z.infer<typeof Device>;

/** Six digits of an authenticator app, or a recovery code. */
export const Otp = z.string().trim().min(6).max(32);
