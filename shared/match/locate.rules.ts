/** Finding a quotation again in the text it was taken from, so that a reader can be led to it. */

/** White space and the bullets between words: a quotation may have lost them. */
const BETWEEN = /[\s•·▪*–—-]/;

/**
 * Start and end of `quote` in `text`, or `undefined` where it is not there. Marks of omission at the ends of the quote
 * (`…`), differences in case and in the white space between words do not count. Linear in the text.
 */
export function locateQuote(text: string, quote: string): readonly [start: number, end: number] | undefined {
  const wanted = squeeze(quote.replace(/^\s*(?:…|\.\.\.)|(?:…|\.\.\.)\s*$/g, '')).letters;
  if (wanted.length < 2) return undefined;
  const { letters, places } = squeeze(text);
  const at = letters.indexOf(wanted);
  const [start, last] = [places[at], places[at + wanted.length - 1]];
  return at < 0 || start === undefined || last === undefined ? undefined : [start, last + 1];
}

/** The text in lower case with one space between words, and where each of its characters stood. */
function squeeze(text: string): { letters: string; places: number[] } {
  const letters: string[] = [];
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] ?? '';
    if (BETWEEN.test(letter)) {
      if (letters.length > 0 && letters.at(-1) !== ' ') {
        letters.push(' ');
        places.push(i);
      }
      continue;
    }
    // Some letters become two in lower case; the first keeps the places in step.
    letters.push(letter.toLowerCase()[0] ?? letter);
    places.push(i);
  }
  while (letters.at(-1) === ' ') {
    letters.pop();
    places.pop();
  }
  return { letters: letters.join(''), places };
}
