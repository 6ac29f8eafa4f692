/**
 * The label of a control by where it is drawn, for markup that tells nothing: the nearest text on its left or right above it that
 * no other control lies nearer to. Lengths are pixels.
 */
import { elementsOf } from './deep-dom.ts';
import { perLook } from './one-look.ts';

/** How far a label may stand from its control: beside it, above it. */
const FARTHEST_LEFT = 360;
const FARTHEST_ABOVE = 36;
const MOST_TEXTS = 3000;
const LONGEST = 240;
const NO_LABEL = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION|SELECT|TEXTAREA|BUTTON|A|IFRAME|TITLE)$/;

type Text = { readonly words: string; readonly box: DOMRect };

/** Distance from a text to a control it may label: on its left in the same line, or right above it; undefined elsewhere. */
function distance(text: DOMRect, control: DOMRect): number | undefined {
  const middle = text.top + text.height / 2;
  if (middle >= control.top - 2 && middle <= control.bottom + 2 && text.right <= control.left + 4) {
    const gap = Math.max(0, control.left - text.right);
    return gap <= FARTHEST_LEFT ? gap / 10 : undefined;
  }
  const isAbove = text.bottom <= control.top + 4 && text.left < control.right && text.right > control.left - 24;
  const gap = Math.max(0, control.top - text.bottom);
  return isAbove && gap <= FARTHEST_ABOVE ? gap : undefined;
}

/** Whether a text node before a control is drawn before it: on its left in the same line, or not far above; undrawn text may be. */
export function isDrawnBefore(text: Node, control: Element): boolean {
  const box = control.getBoundingClientRect();
  const at = boxOf(text);
  if (!at || (box.width === 0 && box.height === 0)) return true;
  const middle = at.top + at.height / 2;
  if (middle >= box.top - 4 && middle <= box.bottom + 4) return at.left <= box.left;
  const gap = box.top - at.bottom;
  return gap >= -4 && gap <= FARTHEST_ABOVE * 3 && at.left < box.right && at.right > box.left - 24;
}

function boxOf(text: Node): DOMRect | undefined {
  const range = text.ownerDocument?.createRange();
  range?.selectNodeContents(text);
  const box = range?.getBoundingClientRect();
  return box && (box.width > 0 || box.height > 0) ? box : undefined;
}

/** Short texts of a page that belong to no control by their markup. */
const looseTexts = perLook((document: Document): readonly Text[] => {
  const texts: Text[] = [];
  for (const element of elementsOf(document)) {
    if (texts.length >= MOST_TEXTS) break;
    if (NO_LABEL.test(element.tagName)) continue;
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const words = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (words.length < 2 || words.length > LONGEST || !/\p{L}/u.test(words)) continue;
      if (
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.closest('button,a,[role=option],[aria-live]')
      )
        continue;
      const label = element.closest('label');
      if (label instanceof HTMLLabelElement && label.control) continue;
      const box = boxOf(node);
      if (box) texts.push({ words, box });
    }
  }
  return texts;
});

/** The text a person would read as the label of `control`; empty where none stands near, or another control is nearer to it. */
export function nearbyText(control: Element, others: readonly Element[]): string {
  const box = control.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return '';
  const near = looseTexts(control.ownerDocument)
    .flatMap((text) => {
      const gap = distance(text.box, box);
      return gap === undefined ? [] : [{ ...text, gap }];
    })
    .sort((a, b) => a.gap - b.gap)[0];
  if (!near) return '';
  const isTaken = others.some((other) => {
    if (other === control || other.contains(control) || control.contains(other)) return false;
    const place = other.getBoundingClientRect();
    if (place.width === 0) return false;
    const gap = distance(near.box, place);
    if (gap !== undefined && gap < near.gap) return true;
    // Help text stands right below the control it belongs to.
    const below = near.box.top - place.bottom;
    return below >= -2 && below < near.gap && near.box.left < place.right && near.box.right > place.left;
  });
  return isTaken ? '' : near.words;
}
