/** Where things lay on the page as people see it: a crooked or turned picture is read straight, its boxes are shown in place. */
import type { Extracted, PageSize } from '../read/item.schema.ts';
import type { Reading, Span } from '../resume.schema.ts';
import { unrotated } from './raster.rules.ts';

/** Turned clockwise by `turn` to stand upright, then by `tilt` degrees about its middle. */
export type Turned = { turn: 0 | 90 | 180 | 270; tilt: number };

type Point = { x: number; y: number };

/** The point of the page as seen for a point of the page as read; `seen` is its size as seen. */
export function seenPoint(point: Point, { turn, tilt, seen }: Turned & { seen: PageSize }): Point {
  const upright = turn % 180 === 0 ? seen : { width: seen.height, height: seen.width };
  const { x, y } = unrotated(point, { width: upright.width + 1, height: upright.height + 1, degrees: tilt });
  if (turn === 90) return { x: y, y: upright.width - x };
  if (turn === 180) return { x: upright.width - x, y: upright.height - y };
  if (turn === 270) return { x: upright.height - y, y: x };
  return { x, y };
}

/** The reading with the boxes of turned pages where they lie in the file, and the sizes of those pages as seen. */
export function asSeen(reading: Reading, turned: Extracted['turned'] = []): Reading {
  if (turned.length === 0) return reading;
  const byPage = new Map(turned.map((page) => [page.page, page]));
  const place = (span: Span): Span => {
    const how = byPage.get(span.page);
    if (how === undefined || span.box === undefined) return span;
    const [x, y, width, height] = span.box;
    const corners = [
      { x, y },
      { x: x + width, y },
      { x, y: y + height },
      { x: x + width, y: y + height },
    ].map((corner) => seenPoint(corner, how));
    const [left, top] = [Math.min(...corners.map((c) => c.x)), Math.min(...corners.map((c) => c.y))];
    const [right, bottom] = [Math.max(...corners.map((c) => c.x)), Math.max(...corners.map((c) => c.y))];
    return { ...span, box: [tenth(left), tenth(top), tenth(right - left), tenth(bottom - top)] };
  };
  return {
    ...reading,
    spans: Object.fromEntries(Object.entries(reading.spans).map(([path, spans]) => [path, spans.map(place)])),
    pages: reading.pages.map((page, i) => byPage.get(i + 1)?.seen ?? page),
    ...(reading.lines && { lines: reading.lines.map(place) }),
    ...(reading.others && { others: reading.others.map((other) => ({ ...other, spans: other.spans.map(place) })) }),
    ...(reading.skills && { skills: reading.skills.map((skill) => ({ ...skill, spans: skill.spans.map(place) })) }),
  };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
