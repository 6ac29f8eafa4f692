import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grey, greyOf, rotated, scaled, turned, unExif, unrotated } from './raster.rules.ts';
import { inkShare, letterHeight, linesOfText, strokeWidth, withoutRules } from './raster-page.rules.ts';
import { onWhitePaper } from './raster-paper.rules.ts';

const sheet = (width: number, height: number, tone = 255): Grey => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(tone),
});

function box(picture: Grey, { x, y, w, h, tone = 0 }: { x: number; y: number; w: number; h: number; tone?: number }) {
  for (let row = y; row < y + h; row++) picture.data.fill(tone, row * picture.width + x, row * picture.width + x + w);
}

/** Lines of hollow letters, `height` pixels tall, on a page of 800×1000. */
function textPage({ paper = 255, ink = 0, height = 10 } = {}): Grey {
  const page = sheet(800, 1000, paper);
  for (let y = 80; y < 920; y += height * 3)
    for (let x = 90 + ((y * 5) % 9); x < 690 - (y % 7) * 20; x += Math.round(height * 0.9) + ((x * 7 + y * 13) % 6)) {
      if (x % 11 === 0) continue;
      box(page, { x, y, w: Math.round(height * 0.6), h: height, tone: ink });
      box(page, { x: x + 2, y: y + 2, w: Math.round(height * 0.6) - 4, h: height - 4, tone: paper });
    }
  return page;
}

const pictures = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc.uint8Array({ minLength: width * height, maxLength: width * height }).map((data) => ({ width, height, data })),
  );

describe('pictures of pages', () => {
  it('come back as they were after four quarter turns, and a turn there and back', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        expect(turned(turned(turned(turned(picture, 90), 90), 90), 90)).toEqual(picture);
        expect(turned(turned(picture, 270), 90)).toEqual(picture);
        expect(turned(turned(picture, 90), 90)).toEqual(turned(picture, 180));
      }),
    );
  });

  it('stand upright whatever way the camera says it was held', () => {
    const upright: Grey = { width: 2, height: 3, data: Uint8Array.from([1, 2, 3, 4, 5, 6]) };
    const stored: Record<number, Grey> = {
      1: upright,
      2: { width: 2, height: 3, data: Uint8Array.from([2, 1, 4, 3, 6, 5]) },
      3: turned(upright, 180),
      4: { width: 2, height: 3, data: Uint8Array.from([5, 6, 3, 4, 1, 2]) },
      5: { width: 3, height: 2, data: Uint8Array.from([1, 3, 5, 2, 4, 6]) },
      6: turned(upright, 270),
      7: { width: 3, height: 2, data: Uint8Array.from([6, 4, 2, 5, 3, 1]) },
      8: turned(upright, 90),
    };
    for (const [orientation, picture] of Object.entries(stored))
      expect(unExif(picture, Number(orientation)), `orientation ${orientation}`).toEqual(upright);
  });

  it('keep their tone when they are scaled', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.double({ min: 0.2, max: 3, noNaN: true }), (tone, factor) => {
        expect(new Set(scaled(sheet(40, 30, tone), factor).data)).toEqual(new Set([tone]));
      }),
    );
  });

  it('say where a point of a straightened picture lay before', () => {
    const page = sheet(201, 301);
    box(page, { x: 150, y: 60, w: 3, h: 3 });
    const straight = rotated(page, 8);
    const darkest = straight.data.indexOf(Math.min(...straight.data));
    const at = { x: darkest % 201, y: Math.floor(darkest / 201) };
    const before = unrotated(at, { width: 201, height: 301, degrees: 8 });
    expect(Math.hypot(before.x - 151, before.y - 61)).toBeLessThan(3);
  });

  it('show white paper where they are transparent, and one bit as black on white', () => {
    const base = { width: 2, height: 1, wordsPerLine: 2, palette: undefined };
    const words = Uint32Array.from([0x00000000, 0x000000ff]);
    expect([...greyOf({ ...base, depth: 32, words, alpha: true }).data]).toEqual([255, 0]);
    const bits = { ...base, depth: 1, wordsPerLine: 1, words: Uint32Array.from([0x80000000]), alpha: false };
    expect([...greyOf(bits).data]).toEqual([0, 255]);
  });
});

describe('a page before it is read', () => {
  it.each([-11, -3.4, -0.7, 0, 0.5, 2, 7.3, 14])('lying crooked by %s° is found to', (degrees) => {
    const { tilt, doubtful } = linesOfText(rotated(textPage(), degrees));
    expect(Math.abs(tilt - degrees)).toBeLessThan(0.25);
    expect(doubtful).toBe(false);
  });

  it('has letters of a height that is found', () => {
    expect(letterHeight(textPage({ height: 9 }))).toBe(9);
    expect(letterHeight(textPage({ height: 16 }))).toBe(16);
    expect(letterHeight(sheet(300, 300))).toBeUndefined();
  });

  it('is left alone on white paper, and lit evenly where a shadow lies on it', () => {
    const plain = textPage();
    expect(onWhitePaper(plain)).toBe(plain);
    const shaded = textPage({ paper: 230, ink: 40 });
    for (let y = 0; y < 1000; y++)
      for (let x = 0; x < 800; x++) {
        const i = y * 800 + x;
        shaded.data[i] = (shaded.data[i] ?? 0) * (1 - (0.6 * x) / 800);
      }
    const even = onWhitePaper(shaded);
    const paper = [...Array(8).keys()].map((i) => even.data[970 * 800 + 50 + i * 100] ?? 0);
    expect(Math.min(...paper)).toBeGreaterThan(235);
    expect(letterHeight(even)).toBe(10);
  });

  it('is read dark on light where it was light on dark, beside a part that was not', () => {
    const page = textPage();
    const dark = textPage({ paper: 40, ink: 250 });
    for (let y = 0; y < 1000; y++) page.data.set(dark.data.subarray(y * 800, y * 800 + 300), y * 800);
    const even = onWhitePaper(page);
    expect(inkShare(even, { x0: 5, y0: 5, x1: 80, y1: 60 })).toBeLessThan(0.05);
    expect(inkShare(even, { x0: 92, y0: 80, x1: 250, y1: 90 })).toBeGreaterThan(0.2);
    expect(inkShare(even, { x0: 320, y0: 5, x1: 700, y1: 60 })).toBeLessThan(0.05);
  });

  it('loses its rules but not its letters', () => {
    const page = textPage();
    const before = inkShare(page, { x0: 80, y0: 75, x1: 700, y1: 95 });
    box(page, { x: 90, y: 98, w: 600, h: 2 });
    withoutRules(page, 10);
    expect(inkShare(page, { x0: 80, y0: 96, x1: 700, y1: 102 })).toBe(0);
    expect(inkShare(page, { x0: 80, y0: 75, x1: 700, y1: 95 })).toBe(before);
  });

  it('has thicker strokes in bold words', () => {
    const page = sheet(200, 60);
    for (let x = 10; x < 90; x += 8) box(page, { x, y: 10, w: 2, h: 20 });
    for (let x = 110; x < 190; x += 8) box(page, { x, y: 10, w: 4, h: 20 });
    expect(strokeWidth(page, { x0: 5, y0: 5, x1: 95, y1: 35 })).toBeCloseTo(2, 1);
    expect(strokeWidth(page, { x0: 105, y0: 5, x1: 195, y1: 35 })).toBeCloseTo(4, 1);
    expect(strokeWidth(page, { x0: 0, y0: 40, x1: 200, y1: 60 })).toBeUndefined();
  });
});
