/** Where on the page words stand, as finely as the pieces of text allow whose place is known. */
import type { Span } from '../resume.schema.ts';

/** A piece of text with its place: points, origin top left. */
export type PlacedText = { text: string; page: number; x: number; y: number; width: number; height: number };

/** One character that is no white space, and where it stands. */
type Glyph = { char: string; left: number; right: number; piece: PlacedText };

/** Spans of a reading as pieces of text. */
export const placedSpans = (spans: readonly Span[]): PlacedText[] =>
  spans.flatMap(({ page, box, text }) =>
    box === undefined ? [] : [{ text, page, x: box[0], y: box[1], width: box[2], height: box[3] }],
  );

/** Looks up places of words among `texts`. */
export function placesIn(texts: readonly PlacedText[]) {
  const pages = new Map<number, PlacedText[]>();
  for (const piece of texts) {
    const own = pages.get(piece.page);
    if (own === undefined) pages.set(piece.page, [piece]);
    else own.push(piece);
  }
  const known = new Map<string, Glyph[]>();

  /** The characters inside a box, line by line from left to right. */
  function glyphsIn(page: number, [x, y, w, h]: NonNullable<Span['box']>): Glyph[] {
    const key = `${page} ${x} ${y} ${w} ${h}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const inside = (pages.get(page) ?? []).filter((piece) => {
      const middle = piece.y + piece.height / 2;
      return middle >= y - 1 && middle <= y + h + 1 && piece.x + piece.width > x - 1 && piece.x < x + w + 1;
    });
    inside.sort((a, b) => a.x - b.x);
    const glyphs = inside.flatMap(glyphsOf);
    known.set(key, glyphs);
    return glyphs;
  }

  return {
    /**
     * The place of `words`, which stand in a field's text after `before`: the box around them where the pieces tell it,
     * else the line that holds them; `undefined` where the field has no place.
     */
    of(words: string, { spans, before }: { spans: readonly Span[]; before: string }): Span | undefined {
      const wanted = bare(words);
      const line = lineHolding(spans, { words: wanted, before }) ?? lineBeginning(spans, wanted);
      // A field of one line stands there even where its words were put together otherwise.
      if (line === undefined) return spans.length === 1 ? spans[0] : undefined;
      const box = line.box === undefined ? undefined : boxOf(glyphsIn(line.page, line.box), wanted, bare(line.text));
      return box === undefined ? line : { page: line.page, box, text: words };
    },
  };
}

/** The line among a field's that holds the words; of several the one that the text before them leads to. */
function lineHolding(spans: readonly Span[], { words, before }: { words: string; before: string }): Span | undefined {
  let passed = 0;
  const reach = bare(before).length;
  let first: Span | undefined;
  for (const span of spans) {
    const text = bare(span.text);
    const holds = text.includes(words);
    if (holds && passed + text.length > reach) return span;
    if (holds) first ??= span;
    passed += text.length;
  }
  return first;
}

/** The line in which words begin that go on in the next. */
const lineBeginning = (spans: readonly Span[], words: string): Span | undefined =>
  spans.find((span, i) => {
    const next = spans[i + 1];
    return next !== undefined && `${bare(span.text).replace(/[-\u00ad]$/u, '')}${bare(next.text)}`.includes(words);
  });

const bare = (text: string): string =>
  (/^[\x20-\x7e]*$/u.test(text) ? text : text.normalize('NFKC')).replace(/\s+/gu, '').toLowerCase();

function boxOf(glyphs: readonly Glyph[], words: string, line: string): Span['box'] | undefined {
  if (words === '') return undefined;
  const text = glyphs.map((g) => g.char).join('');
  const from = text.indexOf(line);
  const at = from >= 0 && line.includes(words) ? from + line.indexOf(words) : text.indexOf(words);
  const own = at < 0 ? [] : glyphs.slice(at, at + words.length);
  const first = own[0];
  const last = own.at(-1);
  // Words over two lines, or pieces that overlap, have no one box.
  if (first === undefined || last === undefined || last.right <= first.left) return undefined;
  const top = Math.min(...own.map((g) => g.piece.y));
  const bottom = Math.max(...own.map((g) => g.piece.y + g.piece.height));
  return [tenth(first.left), tenth(top), tenth(last.right - first.left), tenth(bottom - top)];
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

/** The characters of a piece with places by the usual proportions of letters: near enough to draw a box. */
function glyphsOf(piece: PlacedText): Glyph[] {
  const chars = [...piece.text];
  const total = chars.reduce((sum, c) => sum + shareOf(c), 0);
  if (total === 0) return [];
  const glyphs: Glyph[] = [];
  let at = piece.x;
  for (const c of chars) {
    const width = (shareOf(c) / total) * piece.width;
    for (const char of bare(c)) glyphs.push({ char, left: at, right: at + width, piece });
    at += width;
  }
  return glyphs;
}

/** Widths of letters in thousandths of an em, as common in sans-serif faces. */
const shareOf = (char: string): number => {
  const known = SHARES.get(char);
  if (known !== undefined) return known;
  const share = measuredShare(char);
  if (SHARES.size < 5000) SHARES.set(char, share);
  return share;
};
const SHARES = new Map<string, number>();

const measuredShare = (char: string): number => {
  if (/\p{Script=Han}|[\uff00-\uffef\u3000-\u30ff]/u.test(char)) return 1000;
  if (/[iljI|.,:;'’!]/u.test(char)) return 260;
  if (/[ftr()[\]{}/\\\s-]/u.test(char)) return 330;
  if (/[mwMW@%&]/u.test(char)) return 850;
  if (/\p{Lu}/u.test(char)) return 680;
  if (/\p{M}/u.test(char)) return 0;
  return 550;
};
