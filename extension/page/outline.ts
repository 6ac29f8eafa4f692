/**
 * Outlines around fields, painted by the browser's own outline property and taken away again. Nothing is put into the
 * page that it could read a value from.
 */

const SHOW_MS = 2_500;

/** Outlines elements for a moment. */
export function outline(elements: readonly HTMLElement[]): void {
  for (const element of elements) {
    const before = { outline: element.style.outline, offset: element.style.outlineOffset };
    element.style.outline = '3px solid #0a6b5b';
    element.style.outlineOffset = '2px';
    setTimeout(() => {
      element.style.outline = before.outline;
      element.style.outlineOffset = before.offset;
      if (element.getAttribute('style') === '') element.removeAttribute('style');
    }, SHOW_MS);
  }
}
