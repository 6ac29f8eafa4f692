/** Words as OCR gives them → text items in points: sizes evened out, bold told by the strokes, bullets found. */
import type { TextItem } from '../read/item.schema.ts';
import { cleanText } from '../read/text.rules.ts';

export type OcrWord = {
  text: string;
  /** 0–100. */
  confidence: number;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Mean stroke in pixels; undefined where no ink was found. */
  stroke?: number | undefined;
  /** Part of the word's box that is ink, 0–1. */
  fill: number;
};

export type OcrRow = {
  words: OcrWord[];
  /** Height of ascender, small letter and descender together, in pixels. */
  height: number;
  /** The line that letters stand on, at the row's left and right end. */
  baseline: { x0: number; y0: number; x1: number; y1: number };
};

/** Less than this is noise of the paper. */
const LEAST_CONFIDENCE = 25;
const NO_WORD = /^[|_~«»°©®¢=\\/[\]{}<>^`'"‘’“”.,;:!¦—–-]+$/u;
/** What a round or square dot at the start of a line is taken for. */
const DOT_READ_AS = /^[•·.°º*¢e©®@«»+■▪●oO0¤§¥¡-]$/u;
/** Font size over {@link OcrRow.height}, the mean over common typefaces. */
const ROW_TO_FONT = 1.04;
/** Strokes this much thicker than the page's are bold; beside a bold word less is enough. */
const BOLD = 1.18;
const BOLD_BESIDE = 1.1;

/** `scale` is points per pixel. */
export function itemsOf(rows: readonly OcrRow[], { page, scale }: { page: number; scale: number }): TextItem[] {
  const sizes = evenSizes(rows.map((row) => row.height * scale * ROW_TO_FONT));
  const usual = median(
    rows.flatMap((row, i) =>
      row.words.flatMap((word) => ((word.stroke ?? 0) > 0 ? [relativeStroke(word, sizes[i] ?? 10)] : [])),
    ),
  );
  return rows.flatMap((row, i) => {
    const fontSize = sizes[i] ?? 10;
    const bold = boldWords(row, { fontSize, usual });
    return row.words.flatMap((word, k) => {
      const next = row.words[k + 1];
      const bullet = k === 0 && next !== undefined && isBullet(word, { next, height: row.height });
      if (!bullet && (isNoise(word) || (word.confidence < LEAST_CONFIDENCE && !amongWords(row, word)))) return [];
      const text = bullet ? '•' : asYear(cleanText(word.text));
      if (text === '') return [];
      const slope = (row.baseline.y1 - row.baseline.y0) / Math.max(1, row.baseline.x1 - row.baseline.x0);
      const foot = row.baseline.y0 + slope * ((word.x0 + word.x1) / 2 - row.baseline.x0);
      return [
        {
          text: `${text} `,
          x: word.x0 * scale,
          y: foot * scale - fontSize * 0.8,
          width: (word.x1 - word.x0) * scale,
          height: fontSize,
          page,
          fontSize,
          weight: bold[k] === true ? 700 : 400,
          italic: false,
        },
      ];
    });
  });
}

/** A word of at least three letters or digits, or a dash, in a row that reads well: doubtful, but there. */
const amongWords = (row: OcrRow, { text }: OcrWord): boolean =>
  (/[\p{L}\p{N}].*[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text) || /^[-–—]$/u.test(text)) &&
  median(row.words.map((word) => word.confidence)) > 70;

/** Slanted digits are read as 7998, 20/7 or 2O15 where only a year can stand. */
export const asYear = (text: string): string =>
  /^[(]?(?:[7Il|/]9|20|2[oO])[\dIl/oO]{2}[).,;]?$/u.test(text) && !/^[(]?(?:19|20)\d\d/u.test(text)
    ? text
        .replace(/^([(]?)[7Il|/](?=9)/u, '$11')
        .replaceAll(/[Il/](?=.)/gu, '1')
        .replaceAll(/[oO]/gu, '0')
    : text;

const isNoise = ({ text, confidence }: OcrWord): boolean =>
  NO_WORD.test(text) && !/^[-–—]$/u.test(text) && (!/^[|/&+]$/u.test(text) || confidence < 60);

/** A dot is small and solid, or stands well apart from the word after it. */
function isBullet(word: OcrWord, { next, height }: { next: OcrWord; height: number }): boolean {
  if (!DOT_READ_AS.test(word.text)) return /^[•●▪■◦○►➢✓]$/u.test(word.text);
  const [w, h] = [word.x1 - word.x0, word.y1 - word.y0];
  const round = w < h * 1.6 && h < w * 1.6;
  const apart = next.x0 - word.x1 > height * 0.35;
  if (/^[-–—]$/u.test(word.text) || (word.text === '+' && /^\(?\d/u.test(next.text))) return false;
  if (/^[a-z0]$/iu.test(word.text)) return apart && round && h < height * 0.5 && word.fill > 0.55;
  return apart && round && h < height * 0.75;
}

/** Sizes of neighbours in the sorted list that differ by less than 7 % are one size: OCR measures each line anew. */
function evenSizes(sizes: readonly number[]): number[] {
  const order = sizes.map((_, i) => i).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  const out = [...sizes];
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    const first = sizes[order[start] ?? 0] ?? 0;
    while (end < order.length) {
      const [size, before] = [sizes[order[end] ?? 0] ?? 0, sizes[order[end - 1] ?? 0] ?? 0];
      if (size > before * 1.07 || size > first * 1.22) break;
      end++;
    }
    const own = order.slice(start, end);
    const size = Math.max(4, Math.round(median(own.map((i) => sizes[i] ?? 0)) * 2) / 2);
    for (const i of own) out[i] = size;
    start = end;
  }
  return out;
}

const relativeStroke = ({ stroke = 0 }: OcrWord, fontSize: number): number => stroke / fontSize;

/** Bold for each word of a row; a word of one or two letters goes with its neighbours. */
function boldWords(row: OcrRow, { fontSize, usual }: { fontSize: number; usual: number }): boolean[] {
  const strokes = row.words.map((word) =>
    [...word.text].length < 3 ? undefined : relativeStroke(word, fontSize) / Math.max(usual, 1e-6),
  );
  const own = strokes.map((stroke) => (stroke === undefined ? undefined : stroke > BOLD));
  for (let i = 1; i < own.length; i++)
    if (own[i] === false && own[i - 1] === true && (strokes[i] ?? 0) > BOLD_BESIDE) own[i] = true;
  const mostly = own.filter((is) => is === true).length * 2 > own.filter((is) => is !== undefined).length;
  return own.map((is, i) => is ?? own[i - 1] ?? own[i + 1] ?? mostly);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
