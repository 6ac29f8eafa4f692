/**
 * One page of a PDF → its text with geometry, colour and links, and what is hidden or garbled in it. Over 300 lines
 * because what is seen of a text is decided where it is placed: the two share the page's glyphs, fonts and paint.
 */
import type { Extracted, PageSize, TextItem } from '../read/item.schema.ts';
import { cleanText, joinSpacedLetters } from '../read/text.rules.ts';
import { hasUnnamed, replacements, withReplacements } from './actual-text.extract.ts';
import { type FontStyle, familyOf, iconText, PLAIN_FONT, styleOf } from './font.rules.ts';
import { solidLength } from './hidden.rules.ts';
import { type Drawn, isSoftHyphen, type Mended, restoreHyphens } from './hyphens.rules.ts';
import {
  alignTexts,
  inkAt,
  isUnseen,
  type Matrix,
  multiply,
  type Painted,
  paintedBy,
  pictureShare,
  toMatrix,
  visibleLength,
} from './paint.rules.ts';
import type { PdfPage } from './pdf.extract.ts';
import { attachLinks, formTexts } from './pdf-annotations.rules.ts';
import { isGarbled } from './quality.rules.ts';
import { joinRightToLeft } from './rtl.rules.ts';
import { isTurned, turnedBox, uprightTurn, withTurnedJoined } from './turned.rules.ts';

export type PageText = {
  page: number;
  size: PageSize;
  items: TextItem[];
  looseLinks: Extracted['looseLinks'];
  /** Texts that nobody sees. */
  hidden: string[];
  letters: number;
  garbled: boolean;
  /** Pictures larger than an icon. */
  pictures: number;
  pictureShare: number;
  links: number;
  fonts: string[];
};

/** Smaller than this (points) nobody reads. */
const TINY = 2;
const OUTSIDE = 2;
/** A picture narrower or lower than this (points) is an icon. */
const ICON = 40;
/** A font of this share of a page's text decides about the page. */
const MAIN_FONT = 0.25;

/** A piece of text as pdf.js gives it. */
type Piece = {
  str: string /** What the file says is meant. */;
  meant?: string;
  fontName: string;
  transform: unknown;
  width: number;
  height: number;
  dir: string;
};
type Placed = { item: TextItem; turned: boolean };

/** Reads a page. `streams` gives the texts of its groups, which pdf.js does not tell. Throws what pdf.js throws on a damaged one. */
export async function readPdfPage(
  page: PdfPage,
  { number, streams }: { number: number; streams: () => (string | undefined)[][] },
): Promise<PageText> {
  // The operator list makes pdf.js hand over the fonts, whose names tell bold from regular, and has the glyphs as drawn.
  const drawing = page.getOperatorList().catch(() => undefined);
  const content = await page.getTextContent({ disableNormalization: true });
  const operators = await drawing;
  const items = content.items.filter((item): item is (typeof content.items)[number] & Piece => 'str' in item);
  const turn = uprightTurn(items.map((p) => ({ matrix: toMatrix(p.transform), length: p.str.trim().length })));
  const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 });
  const matrix = toMatrix(viewport.transform) ?? [1, 0, 0, -1, 0, viewport.height];
  const size: PageSize = { width: viewport.width, height: viewport.height };
  const painted = paintedBy(operators ?? { fnArray: [], argsArray: [] }, matrix);
  const pieces = hasUnnamed(painted.spans, painted.skeleton) ? named(items, { painted, streams: streams() }) : items;
  const fonts = await fontNames(page, new Set(pieces.map((p) => p.fontName)));
  const text: PageText = {
    page: number,
    size,
    items: [],
    looseLinks: [],
    hidden: [],
    letters: 0,
    garbled: hasGarble(pieces, fonts),
    pictures: painted.fills.filter(({ picture, box }) => picture && Math.min(box[2] - box[0], box[3] - box[1]) > ICON)
      .length,
    pictureShare: pictureShare(painted.fills, size),
    links: 0,
    fonts: [...fonts.values()].filter((name) => name !== '').map(familyOf),
  };
  const placed = placeTexts(pieces, { matrix, painted, fonts, text });
  const annotations = await page.getAnnotations();
  text.items = joinRightToLeft(withTurnedJoined(placed));
  text.items.push(...formTexts(annotations, { page: number, matrix }));
  text.links = attachLinks(annotations, { matrix, text });
  for (const { text: t } of text.items) text.letters += t.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return text;
}

/** The pieces with the texts that the file gives for glyphs without a name. The skeleton changes with them. */
function named(
  pieces: readonly Piece[],
  { painted, streams }: { painted: Painted; streams: (string | undefined)[][] },
): readonly Piece[] {
  const { skeleton, spans } = painted;
  const all = replacements(spans, { skeleton, streams });
  if (all.length === 0) return pieces;
  const starts = alignTexts(
    pieces.map((p) => p.str),
    skeleton,
  );
  return pieces.map((piece, i) => {
    const start = starts[i] ?? -1;
    return start < 0 ? piece : { ...piece, meant: withReplacements(piece.str, start, all) };
  });
}

/** Whether the text of the page, or of a font that a good part of it is set in, was not meant to be read. */
function hasGarble(pieces: readonly Piece[], fonts: ReadonlyMap<string, string>): boolean {
  const byFont = new Map<string, string>();
  let all = 0;
  for (const { str, fontName } of pieces) {
    if (styleOf(fonts.get(fontName) ?? '').icons) continue;
    byFont.set(fontName, `${byFont.get(fontName) ?? ''}${str} `);
    all += str.length;
  }
  return (
    [...byFont.values()].some((t) => t.length > all * MAIN_FONT && isGarbled(t)) ||
    isGarbled([...byFont.values()].join(' '))
  );
}

type PlaceContext = { matrix: Matrix; painted: Painted; fonts: ReadonlyMap<string, string>; text: PageText };

function placeTexts(pieces: readonly Piece[], { matrix, painted, fonts, text: page }: PlaceContext): Placed[] {
  const texts = pieces.map((p) => p.str);
  const mended = mendedTexts(texts, painted.drawn);
  const indic = INDIC.test(painted.skeleton);
  const plain = painted.inks.length <= 1 && !indic;
  const starts = plain ? [] : alignTexts(texts, painted.skeleton);
  const styles = new Map<string, FontStyle>();
  for (const [name, real] of fonts) styles.set(name, styleOf(real));
  const placed: Placed[] = [];
  let reached = -1;
  pieces.forEach((piece, i) => {
    // After a mark without a width pdf.js sees a space where none was drawn.
    if (indic && piece.str.trim() === '' && piece.str !== '' && reached >= 0 && !painted.spaces.has(reached)) return;
    const begins = starts[i] ?? -1;
    if (piece.str.trim() !== '') reached = indic && begins >= 0 ? begins + visibleLength(piece.str) : -1;
    const own = toMatrix(piece.transform);
    if (own === undefined) return;
    let { text: str, endWidth } = mended?.[i] ?? { text: piece.meant ?? piece.str, endWidth: 0 };
    const style = styles.get(piece.fontName) ?? PLAIN_FONT;
    if (style.icons) {
      str = iconText(fonts.get(piece.fontName) ?? '', str);
      endWidth = 0;
    }
    if (str === '') return;
    const placement = multiply(matrix, own);
    const turned = isTurned(placement) && str.trim() !== '';
    const fontSize =
      (turned ? Math.abs(placement[1]) : Math.abs(placement[3])) || Math.abs(placement[0]) || piece.height;
    const width = piece.width + endWidth * fontSize;
    const box = turned
      ? turnedBox(placement, { width, fontSize })
      : { x: placement[4], y: placement[5] - fontSize * 0.8, width, height: fontSize };
    const base = {
      ...box,
      page: page.page,
      fontSize,
      weight: style.weight,
      italic: style.italic,
      ...(piece.dir === 'rtl' ? { rtl: true } : {}),
      ...(turned ? { turned: true } : {}),
    };
    const start = plain ? 0 : (starts[i] ?? -1);
    for (const part of seenParts(str, { start, base, painted, page })) {
      const shown = part.text.trim() === '' ? ' ' : keepEdges(part.text);
      if (shown === '') continue;
      const { x, width: partWidth } = part;
      const color = part.color === undefined ? {} : { color: part.color };
      const item = { ...base, x, width: partWidth, text: shown, ...color };
      if (!turned) closeUp(placed.at(-1)?.item, item);
      placed.push({ item, turned });
    }
  });
  return placed;
}

/** Letters of India, whose marks have no width for pdf.js: the next piece seems to stand apart. */
const INDIC = /[\u0900-\u0dff]/u;

/** Widens a piece up to the next one where only a mark without a width lies between; true spaces are pieces of their own. */
function closeUp(last: TextItem | undefined, next: TextItem): void {
  if (last === undefined || Math.abs(last.y + last.height - next.y - next.height) > 0.5) return;
  if (!INDIC.test(last.text.slice(-2)) || last.text.endsWith(' ') || !INDIC.test(next.text.charAt(0))) return;
  const gap = next.x - last.x - last.width;
  if (gap > 0 && gap < next.fontSize * 1.4) last.width += gap;
}

type Seen = { text: string; x: number; width: number; color: string | undefined };
type SeenContext = {
  /** Where the text begins in the skeleton; negative where that is not known. */
  start: number;
  base: { x: number; y: number; width: number; height: number; fontSize: number };
  painted: Painted;
  page: PageText;
};

/** The parts of a text that can be seen; the others go to the page's hidden texts. */
function seenParts(text: string, { start, base, painted, page }: SeenContext): Seen[] {
  const { x, y, width, height, fontSize } = base;
  const whole = (color: string | undefined): Seen => ({ text, x, width, color });
  if (text.trim() === '') return [whole(undefined)];
  const { size } = page;
  const outside =
    x > size.width + OUTSIDE || x + width < -OUTSIDE || y > size.height + OUTSIDE || y + height < -OUTSIDE;
  if (outside || fontSize < TINY) {
    page.hidden.push(text);
    return [];
  }
  if (start < 0) return [whole(undefined)];
  const { inks, fills } = painted;
  const unseen = (index: number, at: number): boolean => {
    const ink = inks[index];
    if (ink === undefined) return false;
    const point = { x: x + width * at, y: y + height / 2, order: ink.order };
    // Invisible text over a picture is what a scanner's program read in it.
    if (!ink.visible) return !fills.some((f) => f.picture && contains(f.box, point));
    return ink.color !== undefined && isUnseen({ ...point, color: ink.color }, fills);
  };
  const first = inkAt(inks, start);
  const length = solidLength(text);
  const cuts: { ink: number; from: number }[] = [{ ink: first, from: 0 }];
  for (let i = first + 1; i < inks.length; i++) {
    const at = (inks[i]?.at ?? 0) - start;
    if (at >= length) break;
    cuts.push({ ink: i, from: at });
  }
  const hidden = cuts.map(({ ink, from }, i) => {
    const to = cuts[i + 1]?.from ?? length;
    return unseen(ink, (from + to) / 2 / Math.max(1, length));
  });
  if (!hidden.includes(true)) return [whole(inks[first]?.color)];
  if (!hidden.includes(false)) {
    page.hidden.push(text);
    return [];
  }
  return cuts.flatMap(({ ink, from }, i) => {
    const to = cuts[i + 1]?.from ?? length;
    const part = solidSlice(text, from, to);
    if (hidden[i] === true) {
      page.hidden.push(part);
      return [];
    }
    return [
      {
        text: part,
        x: x + (width * from) / length,
        width: (width * (to - from)) / length,
        color: inks[ink]?.color,
      },
    ];
  });
}

const contains = (box: readonly [number, number, number, number], { x, y }: { x: number; y: number }): boolean =>
  x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];

/** The characters `from` to `to` of a text, white space not counted but kept. */
function solidSlice(text: string, from: number, to: number): string {
  let at = 0;
  let out = '';
  for (const c of text) {
    if (at >= from && at < to) out += c;
    if (c.trim() !== '') at += c.length;
  }
  return out;
}

/** The texts with the hyphens pdf.js left out, or undefined where it left none out. */
function mendedTexts(texts: readonly string[], drawn: readonly Drawn[]): Mended[] | undefined {
  if (!drawn.some((piece) => typeof piece === 'object' && isSoftHyphen(piece.text))) return undefined;
  return restoreHyphens(texts, drawn);
}

/** Cleans the text but keeps a leading or trailing space: it says whether the next item starts a new word. */
function keepEdges(raw: string): string {
  const text = cleanText(joinSpacedLetters(raw));
  if (text === '') return '';
  return (/^\s/u.test(raw) ? ' ' : '') + text + (/\s$/u.test(raw) ? ' ' : '');
}

/** The PostScript name of each font. */
async function fontNames(page: PdfPage, names: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const waits = [...names].map(
    (name) =>
      new Promise<void>((resolve) => {
        page.commonObjs.get(name, (font: unknown) => {
          found.set(name, typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : '');
          resolve();
        });
      }),
  );
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    Promise.all(waits),
    new Promise((resolve) => {
      timer = setTimeout(resolve, 250);
    }),
  ]);
  clearTimeout(timer);
  return found;
}
