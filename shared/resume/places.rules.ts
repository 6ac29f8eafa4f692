/**
 * Narrower places: a reading knows a value's line, often with others on it. Where the value stands word for word in that
 * line its own part of the box is worked out, so that each value on the page can be pointed at by itself.
 */
import type { Reading, Span } from './resume.schema.ts';

/** The reading with every place as narrow as its text. */
export function withNarrowPlaces(reading: Reading): Reading {
  const lines = new Map<string, Span>();
  for (const line of reading.lines ?? []) if (line.box) lines.set(keyOf(line), line);
  const narrow = (span: Span): Span => {
    const line = span.box && lines.get(keyOf(span));
    return line ? partOf(line, span) : span;
  };
  const spans = Object.entries(reading.spans).map(([path, places]) => [path, places.map(narrow)] as const);
  return { ...reading, spans: Object.fromEntries(spans) };
}

/** The part of `line` that holds the text of `span`; the whole place where it is not found, or found twice. */
function partOf(line: Span, span: Span): Span {
  const at = line.text.indexOf(span.text);
  if (!line.box || span.text === '' || at < 0 || line.text.indexOf(span.text, at + 1) >= 0) return span;
  const [x, y, width, height] = line.box;
  const whole = Math.max(0.01, widthOf(line.text));
  const [before, own] = [widthOf(line.text.slice(0, at)), widthOf(span.text)];
  return { ...span, box: [x + (width * before) / whole, y, (width * own) / whole, height] };
}

/** Widths of letters as most text faces have them, in parts of the widest. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text)
    width += /[ilj.,:;'|!()[\]ftr ]/.test(letter)
      ? 0.33
      : /[mwMW@%—]/.test(letter)
        ? 0.9
        : /[A-Z]/.test(letter)
          ? 0.68
          : /[\u2e80-\uffef]/.test(letter)
            ? 1
            : 0.54;
  return width;
}

const keyOf = ({ page, box }: Span): string => `${page}|${box?.map((n) => Math.round(n)).join()}`;
