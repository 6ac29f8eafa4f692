/** What each source asks of those who show its postings. Browser-safe: views enforce it. */
import type { Display } from './source.schema.ts';

const DISPLAY: Readonly<Record<string, Display>> = {
  greenhouse: { name: 'Greenhouse', homepage: 'https://www.greenhouse.com' },
};

/** The display duties of a source; a source nobody describes is shown by its id and asks for nothing. */
export const displayOf = (source: string): Display =>
  (Object.hasOwn(DISPLAY, source) ? DISPLAY[source] : undefined) ?? { name: source, homepage: '' };

export const displayed: readonly string[] = Object.keys(DISPLAY);
