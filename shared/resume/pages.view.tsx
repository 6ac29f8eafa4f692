/** The pages of a file with a box around every value that was read; the text as it was read where there is no picture. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { pathInWords, valueAt } from '#shared/profile/path.rules.ts';
import { cx } from '#shared/ui/cx.ts';
import type { Reading, Span } from './resume.schema.ts';

type Box = readonly [number, number, number, number];
type Placed = { path: string; text: string; page: number; box: Box; first: boolean };

export type SheetsProps = {
  reading: Reading;
  /** Places to mark: where the value looked at stands. */
  lit: readonly Span[];
  /** Paths of the reading still to be checked. */
  doubtful: ReadonlySet<string>;
  /** The pointer or focus is on the box of this path of the reading. */
  onPoint: (path: string | undefined) => void;
  /** The box of this path was chosen. */
  onPick: (path: string) => void;
  /** The picture of a page; without one the text is drawn at its places. */
  picture?: ((page: number) => ComponentChildren) | undefined;
};

/** Every page, one below the other. Moving the marks redraws the marks only, so that long files stay quick. */
export function PageSheets({ reading, lit, doubtful, picture, onPoint, onPick }: SheetsProps): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const latest = useRef({ onPoint, onPick });
  latest.current = { onPoint, onPick };
  useEffect(() => {
    if (lit.length > 0) reveal(root.current?.querySelector('[data-marked]'));
  }, [lit]);
  const sheets = useMemo(() => {
    const placed = placedIn(reading);
    const handlers: Handlers = {
      onPoint: (path) => latest.current.onPoint(path),
      onPick: (path) => latest.current.onPick(path),
    };
    return reading.pages.map((size, i) => {
      const boxes = placed.filter(({ page }) => page === i + 1);
      return (
        <>
          {/* Under its picture the text stands until the picture is there, and where it cannot be drawn. */}
          <Drawn reading={reading} number={i + 1} size={size} />
          {picture?.(i + 1)}
          <Places number={i + 1} size={size} boxes={boxes} doubtful={doubtful} {...handlers} />
        </>
      );
    });
  }, [reading, doubtful, picture]);
  return (
    <div ref={root} class="space-y-3">
      {reading.pages.map((size, i) => (
        // The page is paper in either theme.
        <div
          key={i}
          class="relative overflow-hidden rounded-md border border-line bg-surface text-text scheme-light"
          style={{ aspectRatio: `${size.width} / ${size.height}` }}
        >
          {sheets[i]}
          {lit.map(
            (mark, n) =>
              mark.page === i + 1 &&
              mark.box && (
                <span
                  key={n}
                  data-marked
                  aria-hidden="true"
                  style={placeOf(mark.box, size, 1.5)}
                  class="pointer-events-none absolute rounded-sm border-2 border-accent bg-accent/15"
                />
              ),
          )}
        </div>
      ))}
    </div>
  );
}

/** Scrolls a mark into sight inside its own pane, and nothing around it. */
export function reveal(mark: Element | null | undefined): void {
  const pane = mark?.closest('[data-pane]');
  if (!mark || !pane) return;
  const [inner, outer] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (inner.top < outer.top + 8 || inner.bottom > outer.bottom - 8)
    pane.scrollTop += inner.top - outer.top - outer.height / 3;
  if (inner.left < outer.left || inner.right > outer.right) pane.scrollLeft += inner.left - outer.left - 24;
}

type Handlers = Pick<SheetsProps, 'onPoint' | 'onPick'>;
type Size = { width: number; height: number };

/** The boxes of a page: one stop for the keyboard, the arrow keys move between them. */
function Places(
  props: Handlers & { number: number; size: Size; boxes: readonly Placed[]; doubtful: ReadonlySet<string> },
): JSX.Element {
  const { number, size, boxes, doubtful } = props;
  const group = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const all = [...(group.current?.querySelectorAll('button') ?? [])];
    const here = all.findIndex((button) => button.matches(':focus'));
    all[(here + by + all.length) % all.length]?.focus();
  };
  const entrance = boxes.findIndex(({ first }) => first);
  return (
    <div
      ref={group}
      role="toolbar"
      aria-label={`Values found on page ${number}. Arrow keys move, Enter opens the field.`}
      onKeyDown={step}
      class="absolute inset-0"
    >
      {boxes.map((box, i) => (
        <Place
          key={`${box.path}|${i}`}
          place={box}
          size={size}
          toCheck={doubtful.has(box.path)}
          entrance={i === entrance}
          onPoint={props.onPoint}
          onPick={props.onPick}
        />
      ))}
    </div>
  );
}

/** One box. The first box of a value is the one the keyboard reaches. */
function Place(props: Handlers & { place: Placed; size: Size; toCheck: boolean; entrance: boolean }): JSX.Element {
  const { place, size, toCheck, entrance, onPoint, onPick } = props;
  const common = {
    'data-read': place.path,
    style: placeOf(place.box, size),
    class: cx(
      'absolute rounded-sm border hover:border-accent hover:bg-accent/10',
      toCheck ? 'border-warn bg-warn/15' : 'border-accent/20',
    ),
    onMouseEnter: () => onPoint(place.path),
    onMouseLeave: () => onPoint(undefined),
    onClick: () => onPick(place.path),
  };
  if (!place.first) return <span aria-hidden="true" {...common} />;
  return (
    <button
      type="button"
      tabIndex={entrance ? 0 : -1}
      aria-label={`${pathInWords(place.path)}: ${place.text}${toCheck ? ' (to check)' : ''}`}
      onFocus={() => onPoint(place.path)}
      onBlur={() => onPoint(undefined)}
      {...common}
    />
  );
}

/** A place on the page in parts of the page, a little larger than the text, and larger still by `more` points. */
const placeOf = ([x, y, width, height]: Box, page: Size, more = 0) => ({
  left: `${((x - 2 - more) / page.width) * 100}%`,
  top: `${((y - 1.5 - more) / page.height) * 100}%`,
  width: `${((width + 4 + 2 * more) / page.width) * 100}%`,
  height: `${((height + 3 + 2 * more) / page.height) * 100}%`,
});

/** The text of a page drawn at its places. */
function Drawn(props: { reading: Reading; number: number; size: Size }): JSX.Element {
  const { reading, number, size } = props;
  const written = (reading.lines ?? []).filter((line) => line.page === number);
  return (
    <svg
      role="img"
      aria-label={`Page ${number} as it was read`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      class="w-full"
    >
      {written.map(
        (line) => line.box && <Line key={`${line.box.join()}|${line.text}`} box={line.box} text={line.text} />,
      )}
    </svg>
  );
}

/**
 * One piece of text at the size at which it is as wide as on the page, whatever font it had there; squeezed or widened only
 * by what the eye does not see, and never wider than its place.
 */
function Line({ box, text }: { box: Box; text: string }): JSX.Element {
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

/** Every box of every value, in reading order, each once. */
function placedIn(reading: Reading): Placed[] {
  const seen = new Set<string>();
  const placed = Object.entries(reading.spans).flatMap(([path, spans]) => {
    const value = valueAt(reading.resume, path);
    let first = true;
    return spans.flatMap((span): Placed[] => {
      if (!span.box) return [];
      const key = `${path}|${span.page}|${span.box.join()}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const text = typeof value === 'string' ? value : span.text;
      const place = { path, text, page: span.page, box: span.box, first };
      first = false;
      return [place];
    });
  });
  return placed.sort((a, b) => a.page - b.page || Math.round(a.box[1] - b.box[1]) || a.box[0] - b.box[0]);
}
