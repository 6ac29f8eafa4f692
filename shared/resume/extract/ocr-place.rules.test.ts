import { describe, expect, it } from 'vitest';
import type { Reading } from '../resume.schema.ts';
import { asSeen, seenPoint } from './ocr-place.rules.ts';
import { type Grey, rotated, turned } from './raster.rules.ts';

/** Where the darkest pixel lies. */
function dotOf(picture: Grey): { x: number; y: number } {
  const at = picture.data.indexOf(picture.data.reduce((least, value) => Math.min(least, value), 255));
  return { x: at % picture.width, y: Math.floor(at / picture.width) };
}

describe('the box of a word on a picture that was turned before it was read', () => {
  it.each(([0, 90, 180, 270] as const).flatMap((turn) => [-9, 0, 4].map((tilt) => ({ turn, tilt }))))(
    'lies where the word is seen: %o',
    ({ turn, tilt }) => {
      const picture: Grey = { width: 160, height: 240, data: new Uint8Array(160 * 240).fill(255) };
      const dot = { x: 100, y: 70 };
      for (const [dx, dy] of [
        [-1, 0],
        [0, 0],
        [1, 0],
        [0, -1],
        [0, 1],
      ] as const)
        picture.data[(dot.y + dy) * 160 + dot.x + dx] = dx === 0 && dy === 0 ? 0 : 60;
      const read = dotOf(rotated(turned(picture, turn), tilt));
      const seen = seenPoint(read, { turn, tilt, seen: { width: 159, height: 239 } });
      expect(Math.hypot(seen.x - dot.x, seen.y - dot.y)).toBeLessThan(1.6);
    },
  );

  it('is put back in every part of a reading, and only on that page', () => {
    const span = (page: number) => ({ page, text: 'Nurse', box: [10, 20, 30, 8] as [number, number, number, number] });
    const reading: Reading = {
      resume: {},
      confidence: {},
      spans: { 'basics.name': [span(1), span(2)] },
      pages: [
        { width: 600, height: 800 },
        { width: 800, height: 600 },
      ],
      language: 'en',
      ocr: true,
      warnings: [],
      lines: [span(2)],
      others: [{ heading: 'More', text: [], spans: [span(2)] }],
      skills: [{ name: 'Care', listed: true, paths: [], spans: [span(2)] }],
    };
    const seen = asSeen(reading, [{ page: 2, turn: 90, tilt: 0, seen: { width: 600, height: 800 } }]);
    const there = { page: 2, text: 'Nurse', box: [20, 760, 8, 30] };
    expect(seen.spans['basics.name']).toEqual([span(1), there]);
    expect([seen.lines, seen.others?.[0]?.spans, seen.skills?.[0]?.spans]).toEqual([[there], [there], [there]]);
    expect(seen.pages).toEqual([
      { width: 600, height: 800 },
      { width: 600, height: 800 },
    ]);
    expect(asSeen(reading)).toBe(reading);
  });
});
