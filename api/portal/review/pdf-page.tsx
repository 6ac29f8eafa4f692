/** One page of a PDF, drawn when it comes near the window and let go when it is far away. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { OpenPdf } from './pdf.ts';

/** Fills its sheet; a page that cannot be drawn stays blank paper under its boxes. */
export function PdfPage({ pdf, number }: { pdf: OpenPdf; number: number }): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = holder.current;
    if (!place) return;
    let near = false;
    let drawnAt = 0;
    let drawing: AbortController | undefined;
    let drawingAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = async (): Promise<void> => {
      const width = place.clientWidth;
      if (!near || width === 0 || Math.abs(width - drawnAt) < 2) return;
      if (drawing && Math.abs(width - drawingAt) < 2) return;
      drawing?.abort();
      drawingAt = width;
      const mine = new AbortController();
      drawing = mine;
      try {
        const canvas = await pdf.draw({ number, width, signal: mine.signal });
        if (mine.signal.aborted) return;
        drawnAt = width;
        canvas.className = 'absolute inset-0 size-full';
        canvas.setAttribute('aria-hidden', 'true');
        place.replaceChildren(canvas);
      } catch {
        // Given up for another size, or a page pdf.js cannot draw: what stood there stays.
      } finally {
        if (drawing === mine) drawing = undefined;
      }
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void draw(), drawnAt === 0 ? 0 : 150);
    };
    const nearness = new IntersectionObserver(
      ([entry]) => {
        near = entry?.isIntersecting ?? false;
        if (near) return soon();
        drawing?.abort();
        drawing = undefined;
        drawnAt = 0;
        place.replaceChildren();
      },
      { rootMargin: '1200px' },
    );
    const size = new ResizeObserver(soon);
    nearness.observe(place);
    size.observe(place);
    return () => {
      clearTimeout(timer);
      drawing?.abort();
      nearness.disconnect();
      size.disconnect();
    };
  }, [pdf, number]);
  return <div ref={holder} class="absolute inset-0" />;
}
