/**
 * One picture of a page → rows of words: set upright, straightened, brought to the size the engine reads best, and read
 * in the language it is in.
 */

import type { OcrEngine, OcrLine, Orientation, Part } from './ocr-engine.extract.ts';
import type { OcrRow } from './ocr-items.rules.ts';
import { languageName, type Wanted, wantedForScript, wantedForText } from './ocr-language.rules.ts';
import { type Grey, rotated, scaled, turned } from './raster.rules.ts';
import { inkShare, letterHeight, linesOfText, pieces, strokeWidth, withoutRules } from './raster-page.rules.ts';
import { onWhitePaper } from './raster-paper.rules.ts';

/** A picture is brought down to this many pixels first: 200 dpi of a page and more. */
const WORKING_PIXELS = 6_000_000;
/** Width at which tilt is measured. */
const SMALL_WIDTH = 800;
/** Small letters of this height (pixels) are read as well as larger ones, in less time; Chinese needs its strokes. */
const LETTER_HEIGHT: Readonly<Record<string, number>> = { chi_sim: 25, hin: 19 };
const LATIN_HEIGHT = 12;
/** Letters of this height tell best which way up they stand. */
const STANDING_HEIGHT = 20;
const LEAST_SURE = 1.5;
/** Words read less surely than this on average: wrong script, or upside down. */
const DOUBTFUL = 62;

/** How the picture was changed before it was read; boxes are in pixels of the changed one. */
export type Placing = {
  turn: 0 | 90 | 180 | 270;
  /** Degrees clockwise that the upright picture was turned by, about its middle. */
  tilt: number;
  /** Pixels read per pixel of the picture given. */
  scale: number;
  /** Size of the picture that was read. */
  width: number;
  height: number;
};

export type OcrPage = { rows: OcrRow[]; placing: Placing; languages: readonly string[]; missing: string[] };

/** The page needs the data of this language, which the engine was not given. */
export type NeedsLanguage = { needs: string };

type Options = {
  picture: Grey;
  /** What the page before was read with. */
  languages?: readonly string[] | undefined;
  /** Languages that cannot be had: the page is read without. */
  unavailable: readonly string[];
};

/** Reads a page, or says which language's data it needs first. */
export function readPage(engine: OcrEngine, { picture, languages, unavailable }: Options): OcrPage | NeedsLanguage {
  const missing = new Set<string>();
  const shrink = Math.min(1, Math.sqrt(WORKING_PIXELS / (picture.width * picture.height)));
  const sheet = onWhitePaper(scaled(picture, shrink));
  let standing: Orientation | undefined;
  let asked = false;
  const stand = (): Orientation | undefined => {
    asked = true;
    const height = letterHeight(sheet) ?? STANDING_HEIGHT;
    const largest = Math.sqrt(WORKING_PIXELS / (sheet.width * sheet.height));
    const first = engine.orientation(scaled(sheet, Math.min(STANDING_HEIGHT / height, largest)));
    if (first !== undefined && (first.script !== 'Latin' || first.scriptSure > 1)) return first;
    // Small Chinese passes for Latin letters at one size and not at another.
    const second = engine.orientation(sheet);
    return second !== undefined && (first === undefined || second.script !== 'Latin') ? second : first;
  };

  let form = linesOfText(scaled(sheet, Math.min(1, SMALL_WIDTH / sheet.width)));
  let turn: Placing['turn'] = 0;
  if (form.doubtful) {
    standing = stand();
    turn = standing !== undefined && standing.sure > LEAST_SURE ? standing.turn : 0;
  }
  let wanted = standing !== undefined && standing.scriptSure > 1 ? known(wantedForScript(standing.script)) : undefined;
  let chosen = languages ?? (wanted?.includes('eng') === true ? undefined : wanted);
  if (chosen === undefined) {
    const probe = prepared('eng');
    const lines = engine.read(probe.picture, { languages: ['eng'], part: densestBand(probe.picture) });
    if (meanConfidence(lines) >= DOUBTFUL) {
      const text = textOf(lines);
      chosen = wantedForText(text);
    } else {
      if (!asked) turnBy(stand());
      chosen = wanted ?? ['eng'];
      if (chosen.length === 1 && chosen[0] === 'eng') chosen = undefined;
    }
  }
  let result = read(chosen ?? ['eng']);
  if ('needs' in result) return result;
  const sense = meanConfidence(result.lines) >= DOUBTFUL;
  if (languages === undefined && result.languages[0] === 'eng' && (sense || chosen === undefined)) {
    // A whole page tells its language where a few lines did not.
    const [better = 'eng'] = wantedForText(textOf(result.lines));
    if (unavailable.includes(better)) missing.add(languageName(better));
    else if (better !== 'eng') result = read([better]);
  } else if (chosen !== undefined && !sense && !asked) {
    turnBy(stand());
    if (turn !== 0 || (wanted !== undefined && wanted[0] !== chosen[0])) result = read(wanted ?? chosen);
  }
  if ('needs' in result) return result;
  const { picture: seen, languages: spoken } = result;
  const had = spoken.filter((language) => engine.has(language));
  const overlooked = overlookedText(seen, result.lines).flatMap((part) =>
    engine
      .read(seen, { languages: had.length === 0 ? ['eng'] : had, part, block: true })
      .filter((line) => meanConfidence([line]) >= DOUBTFUL),
  );
  return { ...result, rows: rowsOf([...result.lines, ...overlooked], seen), missing: [...missing] };

  function turnBy(orientation: Orientation | undefined): void {
    if (orientation === undefined) return;
    if (orientation.sure > LEAST_SURE) turn = orientation.turn;
    const script = wantedForScript(orientation.script);
    // It is called where the page made no sense in Latin letters, so a script that can be read is worth trying.
    if ('languages' in script || orientation.scriptSure > 1) wanted = known(script);
  }

  /** The languages at hand for what is wanted. */
  function known(what: Wanted): readonly string[] {
    if ('languages' in what) return what.languages;
    missing.add(what.other);
    return ['eng'];
  }

  function prepared(language: string): { picture: Grey; placing: Placing } {
    const upright = turned(sheet, turn);
    if (turn !== 0) form = linesOfText(scaled(upright, Math.min(1, SMALL_WIDTH / upright.width)));
    const tilt = Math.abs(form.tilt) < 0.25 ? 0 : -form.tilt;
    const straight = tilt === 0 ? upright : rotated(upright, tilt);
    const goal = LETTER_HEIGHT[language] ?? LATIN_HEIGHT;
    const height = letterHeight(straight);
    const factor = height === undefined ? 1 : height > goal * 1.4 || height < goal * 0.75 ? goal / height : 1;
    const ready = scaled(straight, Math.min(4, factor, Math.sqrt(WORKING_PIXELS / (straight.width * straight.height))));
    const clean = ready === picture ? { ...ready, data: ready.data.slice() } : ready;
    withoutRules(clean, height === undefined ? goal : (height * ready.width) / straight.width);
    const scale = (shrink * ready.width) / straight.width;
    return { picture: clean, placing: { turn, tilt, scale, width: ready.width, height: ready.height } };
  }

  function read(
    wish: readonly string[],
  ): { lines: OcrLine[]; picture: Grey; placing: Placing; languages: readonly string[] } | NeedsLanguage {
    const absent = wish.find((language) => !engine.has(language) && !unavailable.includes(language));
    if (absent !== undefined) return { needs: absent };
    for (const language of wish) if (!engine.has(language)) missing.add(languageName(language));
    const had = wish.filter((language) => engine.has(language));
    const ready = prepared(wish[0] ?? 'eng');
    const lines = engine.read(ready.picture, { languages: had.length === 0 ? ['eng'] : had });
    return { lines, ...ready, languages: wish };
  }
}

/** More bands of overlooked text than this are a pattern or a picture. */
const MAX_BANDS = 6;

/**
 * Where letters stand that no word was read from: the engine takes large names, and words on coloured bars, for
 * drawings. Looked for as at least three pieces of ink of letter height in one row.
 */
function overlookedText(picture: Grey, lines: readonly OcrLine[]): Part[] {
  const letter = letterHeight(picture) ?? LATIN_HEIGHT;
  const words = lines.flatMap((line) => line.words.map((word) => word.bbox));
  const free = pieces(picture)
    .filter((piece) => {
      const [w, h] = [piece.right - piece.left, piece.bottom - piece.top];
      return h >= letter * 0.7 && h <= letter * 6 && w <= h * 3 && w >= h * 0.1;
    })
    .filter(({ left, right, top, bottom }) => {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return !words.some((box) => x >= box.x0 - 2 && x <= box.x1 + 2 && y >= box.y0 - 2 && y <= box.y1 + 2);
    })
    .sort((a, b) => a.top - b.top);
  const bands: (Part & { letters: number })[] = [];
  for (const piece of free) {
    const height = piece.bottom - piece.top;
    const band = bands.find(
      (other) =>
        Math.min(other.bottom, piece.bottom) - Math.max(other.top, piece.top) > height * 0.4 &&
        piece.left - other.right < height * 6 &&
        other.left - piece.right < height * 6,
    );
    if (band === undefined) bands.push({ ...piece, letters: 1 });
    else {
      band.left = Math.min(band.left, piece.left);
      band.right = Math.max(band.right, piece.right);
      band.top = Math.min(band.top, piece.top);
      band.bottom = Math.max(band.bottom, piece.bottom);
      band.letters++;
    }
  }
  const found = bands.filter(({ letters, top, bottom }) => letters >= 3 && bottom - top < letter * 8);
  if (found.length > MAX_BANDS) return [];
  return found.map(({ left, right, top, bottom }) => {
    const rim = Math.round(Math.max(6, (bottom - top) * 0.35));
    return {
      left: Math.max(0, left - rim),
      top: Math.max(0, top - rim),
      right: Math.min(picture.width, right + rim),
      bottom: Math.min(picture.height, bottom + rim),
    };
  });
}

/** A few lines where most of the text is: enough to tell whether it makes sense, and often in which language. */
function densestBand(picture: Grey): Part {
  const height = Math.round(picture.height / 24);
  let best = { top: 0, ink: -1 };
  for (let top = 0; top + height <= picture.height; top += Math.max(1, Math.round(height / 4))) {
    const share = inkShare(picture, { x0: 0, y0: top, x1: picture.width, y1: top + height });
    if (share > best.ink) best = { top, ink: share };
  }
  return { left: 0, right: picture.width, top: best.top, bottom: best.top + height };
}

const textOf = (lines: readonly OcrLine[]): string =>
  lines.map((line) => line.words.map((word) => word.text).join(' ')).join('\n');

function meanConfidence(lines: readonly OcrLine[]): number {
  let sum = 0;
  let letters = 0;
  for (const { text, confidence } of lines.flatMap((line) => line.words)) {
    sum += confidence * text.length;
    letters += text.length;
  }
  return letters < 10 ? 0 : sum / letters;
}

function rowsOf(lines: readonly OcrLine[], picture: Grey): OcrRow[] {
  return lines.map(({ words, baseline, bbox, rowAttributes }) => ({
    baseline,
    height: rowAttributes.rowHeight ?? bbox.y1 - bbox.y0,
    words: words.map((word) => ({
      text: word.text,
      confidence: word.confidence,
      ...word.bbox,
      stroke: strokeWidth(picture, word.bbox),
      fill: inkShare(picture, word.bbox),
    })),
  }));
}
