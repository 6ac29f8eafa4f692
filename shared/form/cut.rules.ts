/** Shortening a person's own text without breaking a word: whole lines, else whole sentences. */

/** As much of `lines` as fits into `limit` characters and words, whole lines first; undefined when nothing whole fits. */
export function fitLines(lines: readonly string[], limit: Limit): string | undefined {
  const kept: string[] = [];
  for (const line of lines) {
    if (!fits([...kept, line].join('\n'), limit)) break;
    kept.push(line);
  }
  if (kept.length > 0) return kept.join('\n');
  const first = lines[0];
  return first === undefined ? undefined : fitSentences(first, limit);
}

export type Limit = { readonly characters?: number | undefined; readonly words?: number | undefined };

/** Whether a text keeps within a limit. */
export const fits = (text: string, { characters, words }: Limit): boolean =>
  (characters === undefined || text.length <= characters) && (words === undefined || countWords(text) <= words);

/** Words as word counters count them: runs of anything but space. */
export const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

function fitSentences(text: string, limit: Limit): string | undefined {
  let kept: string | undefined;
  for (const { end } of sentencesIn(text)) {
    const upTo = text.slice(0, end).trim();
    if (!fits(upTo, limit)) break;
    kept = upTo;
  }
  return kept;
}

/** Sentences of a text with their offsets; an abbreviation's full stop before a small letter ends none. */
export function sentencesIn(text: string): { text: string; end: number }[] {
  const found: { text: string; end: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?](?=\s+[^\p{Ll}\s]|\s*$)|\n+/gu)) {
    const end = match.index + (match[0].startsWith('\n') ? 0 : 1);
    const sentence = text.slice(start, end).trim();
    if (sentence !== '') found.push({ text: sentence, end });
    start = end;
  }
  const rest = text.slice(start).trim();
  if (rest !== '') found.push({ text: rest, end: text.length });
  return found;
}
