/** The mails there are, and what each needs to be written. */
import { z } from 'zod';

export const MailKind = z.enum(['password-reset', 'password-changed', 'two-step-changed', 'account-unused']);
export type MailKind = z.infer<typeof MailKind>;

/** What a delivery task carries, sealed. */
export const MailContent = z.object({ to: z.string(), data: z.record(z.string(), z.string()) });
export type MailContent = z.infer<typeof MailContent>;

/** A mail ready to be sent, without its addressee. */
export type Letter = { readonly subject: string; readonly text: string; readonly html: string };

/** Parts of a letter, from which text and HTML are made alike. */
export type LetterParts = {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What to click; `url` is also written out in the text. */
  readonly action?: { readonly label: string; readonly url: string };
  readonly footer: string;
};

/** What every letter may use: where the portal is, and its own data. */
export type LetterInput = { readonly publicUrl: string; readonly data: unknown };
