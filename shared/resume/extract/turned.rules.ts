/** Text that stands on its side: told apart from lines, put together in its own direction. */
import type { TextItem } from '../read/item.schema.ts';
import type { Matrix } from './paint.rules.ts';

export const isTurned = (m: Matrix): boolean => Math.abs(m[1]) > Math.abs(m[0]);

/** A page with fewer letters on their side than this is not turned as a whole. */
const ENOUGH = 200;

/**
 * By how many degrees a page must be turned clockwise to be read: 90 or 270 where most of its text stands on its side
 * in one direction, else 0. Matrices are those of the PDF, y grows up.
 */
export function uprightTurn(texts: readonly { matrix: Matrix | undefined; length: number }[]): 0 | 90 | 270 {
  let [upright, up, down] = [0, 0, 0];
  for (const { matrix, length } of texts) {
    if (matrix === undefined) continue;
    if (!isTurned(matrix)) upright += length;
    else if (matrix[1] > 0) up += length;
    else down += length;
  }
  const most = Math.max(up, down);
  if (most < ENOUGH || most < (upright + up + down) * 0.7) return 0;
  return up > down ? 90 : 270;
}

/** The box of a text on its side; in `placement` y grows down. */
export function turnedBox(
  placement: Matrix,
  { width, fontSize }: { width: number; fontSize: number },
): { x: number; y: number; width: number; height: number } {
  const [, b, , , e, f] = placement;
  const up = b < 0;
  return { x: up ? e - fontSize * 0.8 : e - fontSize * 0.2, y: up ? f - width : f, width: fontSize, height: width };
}

/** The upright items as they are, then each run of text on its side as one item. */
export function withTurnedJoined(placed: readonly { item: TextItem; turned: boolean }[]): TextItem[] {
  const upright: TextItem[] = [];
  const sideways: TextItem[] = [];
  for (const { item, turned } of placed) {
    if (!turned) {
      upright.push(item);
      continue;
    }
    const last = sideways.at(-1);
    if (last === undefined || Math.abs(last.x - item.x) > item.fontSize * 0.4) {
      sideways.push({ ...item });
      continue;
    }
    // Reading upwards, the next piece ends where the last one begins.
    const gap = item.y < last.y ? last.y - (item.y + item.height) : item.y - (last.y + last.height);
    if (gap > item.fontSize * 1.5 || gap < -item.fontSize) {
      sideways.push({ ...item });
      continue;
    }
    const bottom = Math.max(last.y + last.height, item.y + item.height);
    last.text = `${last.text.trimEnd()}${gap > item.fontSize * 0.15 || /\s$/u.test(last.text) ? ' ' : ''}${item.text.trimStart()}`;
    last.y = Math.min(last.y, item.y);
    last.height = bottom - last.y;
  }
  return [...upright, ...sideways];
}
