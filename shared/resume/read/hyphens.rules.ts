/** Words cut at the end of a line: by hyphenation, or at the hyphen of a compound. */
import type { Line } from './item.schema.ts';

const CUT = /([\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*)-$/u;
const NEXT = /^[\p{L}\p{M}]+/u;
/** `Haupt- und Nebenfach`: the hyphen stands for a part that comes later. */
const SHARED_PART = new Set('and or und oder bzw et ou y o e i en of och eller ve veya oraz lub'.split(' '));
/** First parts that keep their hyphen. */
const KEEPS = new Set(
  'self non well high low cross multi real full front back end in on off up out long short large small first second third open hands data user cost time state part role team cloud client server decision problem results event test object award post pre semi anti ex all company industry enterprise production best next peer face step day to and by go hard fast top mid non-profit e quasi avant après sous franco demi mi bem mal recém pós pré ex vice sócio pan'.split(
    ' ',
  ),
);

/**
 * Says of each line that ends inside a word how it goes on. The document itself decides: the joined or the hyphenated
 * form may stand elsewhere in it. Where neither does, a small letter means hyphenation.
 */
export function markBroken(lines: readonly Line[]): void {
  const cut = lines.filter((line) => CUT.test(line.text));
  if (cut.length === 0) return;
  const text = lines.map((l) => l.text.toLowerCase()).join('\n');
  const joined = new Set(text.match(/[\p{L}\p{M}]+/gu));
  const hyphenated = new Set(text.match(/[\p{L}\p{M}]+-[\p{L}\p{M}]+/gu));
  for (const line of cut) {
    const next = lines[line.index + 1];
    const left = CUT.exec(line.text)?.[1]?.toLowerCase() ?? '';
    const right = NEXT.exec(next?.text ?? '')?.[0] ?? '';
    if (next === undefined || next.bullet || right === '' || SHARED_PART.has(right)) continue;
    const small = /^\p{Ll}/u.test(right);
    const last = left.slice(left.lastIndexOf('-') + 1);
    if (small && joined.has(last + right)) line.broken = 'word';
    else if (hyphenated.has(`${last}-${right.toLowerCase()}`)) line.broken = 'compound';
    else if (!small) {
      if (line.full) line.broken = 'compound';
    } else line.broken = last !== left || KEEPS.has(left) ? 'compound' : 'word';
  }
}

/** A text that ends with the line `previous`, and the text after it. */
export function joinText(text: string, previous: Line, next: string): string {
  if (previous.broken === undefined || !text.endsWith('-')) return `${text} ${next}`;
  return (previous.broken === 'word' ? text.slice(0, -1) : text) + next;
}
