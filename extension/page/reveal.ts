/** Shows a person where a field is: scrolled to the middle, outlined for a moment. Nothing is put into the page. */
import { locate, locateZone } from '../fill/field-registry.ts';

const SHOW_MS = 2_500;

/** Whether the field is still on the page. */
export function reveal(ref: string): boolean {
  const shown = locateZone(document, ref) ?? locate(document, ref);
  if (!(shown instanceof HTMLElement)) return false;
  shown.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { outline, outlineOffset } = shown.style;
  shown.style.outline = '3px solid #0a6b5b';
  shown.style.outlineOffset = '3px';
  setTimeout(() => Object.assign(shown.style, { outline, outlineOffset }), SHOW_MS);
  return true;
}
