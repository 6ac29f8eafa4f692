/** Text that nobody sees: keywords in the colour of the paper, orders to machines. It is counted and said, never read. */

/** Stray white spaces and dots of templates are no message. */
const WORTH_SAYING = 20;
const SHOWN = 60;

export const solidLength = (text: string): number => text.replace(/\s+/gu, '').length;

/** The warning about hidden text, undefined where there is hardly any. */
export function hiddenWarning(texts: readonly string[]): { code: string; text: string } | undefined {
  const all = texts.join(' ').replace(/\s+/gu, ' ').trim();
  const count = solidLength(all);
  if (count < WORTH_SAYING) return undefined;
  const start = all.length > SHOWN ? `${all.slice(0, SHOWN)}…` : all;
  return {
    code: 'hidden_text',
    text: `The file holds ${count} characters that nobody sees (the colour of the paper, tiny, or outside the page). They were left out: “${start}”`,
  };
}
