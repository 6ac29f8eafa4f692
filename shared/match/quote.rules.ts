/** Quotations from a posting, short enough to read at a glance and never cut inside a word. */

type Range = readonly [start: number, end: number];

/** Longest quotation, in characters, its marks of omission aside. */
const MOST = 90;
const CLAUSE_END = /[.;!?…]$|[,:–—]$/;

/**
 * The clause of `text` around `span`, at most 90 characters (more only where the span itself is longer). Where words are
 * left out stands `…`; bullets and white space at the ends are dropped.
 */
export const quoteAround = (text: string, span: Range): string => written(text, rangeAround(text, span));

/** Quotations of distinct places: a span that an earlier quotation shows already gives none. */
export function quotesAt(text: string, { spans, most }: { spans: readonly Range[]; most: number }): string[] {
  const ranges: Range[] = [];
  for (const span of spans) {
    if (ranges.length >= most) break;
    if (!ranges.some(([from, to]) => span[0] < to && span[1] > from)) ranges.push(rangeAround(text, span));
  }
  return [...new Set(ranges.map((range) => written(text, range)).filter((quote) => quote !== ''))];
}

/** The sentence around the span, or as many whole words of it as there is room for. */
function rangeAround(text: string, [start, end]: Range): Range {
  const [from, to] = sentenceAround(text, [start, end]);
  if (to - from <= MOST) return [from, to];
  const words = [...text.slice(from, to).matchAll(/\S+/g)].map(
    ({ index, 0: word }): Range => [from + index, from + index + word.length],
  );
  let first = words.findIndex(([, wordEnd]) => wordEnd > start);
  let last = words.findLastIndex(([wordStart]) => wordStart < end);
  if (first < 0 || last < first) return [from, Math.min(to, from + MOST)];
  const startOf = (i: number) => words[i]?.[0] ?? from;
  const endOf = (i: number) => words[i]?.[1] ?? to;
  // What leads to a word says more about it than what follows, but a clause is not left for it.
  const leads = (i: number) => i >= 0 && !CLAUSE_END.test(text.slice(startOf(i), endOf(i)));
  while (leads(first - 1) && endOf(last) - startOf(first - 1) <= MOST * 0.75) first--;
  while (last + 1 < words.length && endOf(last + 1) - startOf(first) <= MOST) last++;
  while (first > 0 && endOf(last) - startOf(first - 1) <= MOST) first--;
  return [startOf(first), endOf(last)];
}

function sentenceAround(text: string, [start, end]: Range): Range {
  let from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  let to = lineEnd < 0 ? text.length : lineEnd;
  // A stop ends a sentence only before a capital or a digit: "e.g. Python" goes on.
  for (const stop of text.slice(from, to).matchAll(/[.!?;]\s+(?=[\p{Lu}\d•])/gu)) {
    const at = from + stop.index;
    if (at + stop[0].length <= start) continue;
    if (at >= end) {
      to = at + 1;
      break;
    }
  }
  for (const stop of [...text.slice(from, start).matchAll(/[.!?;]\s+(?=[\p{Lu}\d•])/gu)].toReversed().slice(0, 1))
    from += stop.index + stop[0].length;
  return [from, to];
}

function written(text: string, [from, to]: Range): string {
  const said = text.slice(from, to);
  const quote = said.replace(/^[\s•·▪*\-–—]+/, '').replace(/[\s,;:]+$/, '');
  if (quote === '') return '';
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from).trimEnd();
  const after = /^[^\n]*/.exec(text.slice(to))?.[0] ?? '';
  const opens = before === '' || /[.!?;•]$/.test(before);
  const closes = after.trim() === '' || /[.!?;]$/.test(quote);
  return `${opens ? '' : '… '}${quote.replace(/\s+/g, ' ')}${closes ? '' : ' …'}`;
}
