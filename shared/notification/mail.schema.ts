/** The mails there are, and what each needs to be written. */
import { z } from 'zod';

export const MailKind = z.enum([
  'password-reset',
  'password-changed',
  'two-step-changed',
  'account-unused',
  'search-digest',
]);
export type MailKind = z.infer<typeof MailKind>;

/** What a delivery task carries, sealed. */
export const MailContent = z.object({ to: z.string(), data: z.record(z.string(), z.string()) });
export type MailContent = z.infer<typeof MailContent>;

/** A mail ready to be sent, without its addressee. */
export type Letter = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where a mail program ends these mails by one click (RFC 8058). */
  readonly unsubscribeUrl?: string;
};

/** One entry of a list: a link, facts under it, and small print with links of its own. */
export type LetterEntry = {
  readonly title: string;
  readonly url: string;
  /** Stands at the right of the title. */
  readonly mark?: string;
  readonly facts: readonly string[];
  /** `size`: the least room in pixels it must take. */
  readonly credits: readonly {
    readonly text: string;
    readonly url: string;
    readonly size?: { readonly width: number; readonly height: number } | undefined;
  }[];
};

/** A list under a heading; `after` are lines below it. */
export type LetterList = {
  readonly heading: string;
  readonly entries: readonly LetterEntry[];
  readonly after: readonly string[];
};

/** Parts of a letter, from which text and HTML are made alike. */
export type LetterParts = {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What to click; `url` is also written out in the text. */
  readonly action?: { readonly label: string; readonly url: string };
  readonly footer: string;
  /** Between the paragraphs and the action. */
  readonly lists?: readonly LetterList[];
  /** Links below the footer. */
  readonly links?: readonly { readonly label: string; readonly url: string }[];
  readonly unsubscribeUrl?: string;
};

/** What every letter may use: where the portal is, and its own data. */
export type LetterInput = { readonly publicUrl: string; readonly data: unknown };
