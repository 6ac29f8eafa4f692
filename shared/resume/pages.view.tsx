/** The file as it was read: every piece of text at its place, the one being looked at marked. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { cx } from '#shared/ui/cx.ts';
import type { Reading, Span } from './resume.schema.ts';
import { DOUBTFUL_BELOW } from './trace.rules.ts';

type Placed = Span & { path: string; box: [number, number, number, number]; doubtful: boolean };

/** Draws the pages of `reading`; `pointed` are the field paths of the reading to mark. */
export function ReadPages({ reading, pointed }: { reading: Reading; pointed: readonly string[] }): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const placed = useMemo(() => placedIn(reading), [reading]);
  const loose = useMemo(() => looseIn(reading), [reading]);
  const lines = reading.lines ?? [];
  const marked = new Set(pointed);

  useEffect(() => {
    if (pointed.length > 0) root.current?.querySelector('[data-marked]')?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);

  return (
    <div ref={root} class="space-y-3">
      {reading.pages.map((page, i) => {
        const here = placed.filter((span) => span.page === i + 1);
        const written = lines.filter((line) => line.page === i + 1);
        if (here.length === 0 && written.length === 0) return null;
        return (
          <svg
            key={i}
            role="img"
            aria-label={`Page ${i + 1} as it was read`}
            viewBox={`0 0 ${page.width} ${page.height}`}
            class="w-full rounded-md border border-line bg-surface"
          >
            {here.map((span) => (
              <Highlight key={`h${span.path}|${span.box.join()}`} span={span} marked={marked.has(span.path)} />
            ))}
            {written.length > 0
              ? written.map(
                  (line) =>
                    line.box && <Line key={`${line.box.join()}|${line.text}`} box={line.box} text={line.text} />,
                )
              : here.map((span) => <Line key={`t${span.path}|${span.box.join()}`} box={span.box} text={span.text} />)}
          </svg>
        );
      })}
      {placed.length === 0 && loose.length > 0 && (
        <ul class="space-y-1 rounded-md border border-line bg-surface p-4 text-sm">
          {loose.map(({ path, text }) => (
            <li
              key={`${path}|${text}`}
              data-marked={marked.has(path) || undefined}
              class={cx('rounded-sm px-1', marked.has(path) && 'bg-accent-soft font-medium text-accent')}
            >
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The mark behind a value: the one looked at, or a doubtful one. */
function Highlight({ span, marked }: { span: Placed; marked: boolean }): JSX.Element | null {
  const [x, y, width, height] = span.box;
  if (!marked && !span.doubtful) return null;
  return (
    <rect
      data-marked={marked || undefined}
      x={x - 2}
      y={y - 1}
      width={width + 4}
      height={height + 2}
      rx="2"
      class={marked ? 'fill-accent-soft stroke-accent' : 'fill-warn-soft stroke-warn'}
      stroke-width="1"
    />
  );
}

/**
 * One piece of text at the size at which it is as wide as on the page, whatever font it had there; squeezed or widened only
 * by what the eye does not see, and never wider than its place.
 */
function Line({ box, text }: { box: readonly [number, number, number, number]; text: string }): JSX.Element {
  const [x, y, width, height] = box;
  const wide = widthPerSize(text);
  const size = Math.min(Math.max(width / wide, height * 0.6), height * 0.95, 40);
  const natural = wide * size;
  const fits = width > 0 && natural > width * 0.9;
  return (
    <text
      x={x}
      y={y + height * 0.8}
      font-size={size}
      textLength={fits ? width : undefined}
      lengthAdjust="spacingAndGlyphs"
      class="fill-text"
    >
      {text}
    </text>
  );
}

let pen: CanvasRenderingContext2D | null | undefined;

/** Width of a text in our font at size 1; half a square for each letter where there is nothing to measure with. */
function widthPerSize(text: string): number {
  if (pen === undefined) {
    pen = document.createElement('canvas').getContext('2d');
    if (pen) pen.font = `100px ${getComputedStyle(document.body).fontFamily}`;
  }
  return Math.max(0.1, pen ? pen.measureText(text).width / 100 : text.length / 2);
}

function placedIn(reading: Reading): Placed[] {
  const seen = new Set<string>();
  return Object.entries(reading.spans).flatMap(([path, spans]) =>
    spans.flatMap((span) => {
      if (!span.box) return [];
      const key = `${span.page}|${span.box.join()}|${span.text}|${path}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ ...span, box: span.box, path, doubtful: (reading.confidence[path] ?? 1) < DOUBTFUL_BELOW }];
    }),
  );
}

const looseIn = (reading: Reading): { path: string; text: string }[] =>
  Object.entries(reading.spans).flatMap(([path, spans]) => spans.map(({ text }) => ({ path, text })));
