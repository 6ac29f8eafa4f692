/**
 * Whether a person can see a control. Rules as in Bitwarden's dom-element-visibility service (10 × 10 px, opacity of any
 * ancestor, display and visibility, clipping, off-screen, covered at the centre), applied to what stands for the control:
 * file inputs, styled checkboxes and pickers are judged by the widget around them.
 */
import { composedParent, deepElementFromPoint, selfAndAncestors } from './deep-dom.ts';
import { layerOf, outOfReach, SMALLEST } from './layers.ts';
import { perLook } from './one-look.ts';

export type Looking = {
  /** Also asks what lies on top; `lastingly` overlooks what a person can close or scroll away: dialogs, bars that stay. */
  readonly covered?: boolean | 'lastingly';
};

/** Why a person cannot see the element, in their words; undefined when they can. */
export function whyInvisible(element: Element, options: Looking = {}): string | undefined {
  return whyUndrawn(element) ?? (options.covered ? whyCovered(element, options.covered) : undefined);
}

const whyUndrawn = perLook((element: Element): string | undefined => {
  if (!element.isConnected) return 'No longer on the page';
  // Sections a page draws only when they are scrolled to (`content-visibility: auto`) are there for a person.
  if (!element.checkVisibility({ visibilityProperty: true })) return 'Hidden by the page';
  const box = element.getBoundingClientRect();
  if (box.width < SMALLEST || box.height < SMALLEST) return 'Too small to see';
  const layer = layerOf(element);
  return layer.blind ?? outOfReach(box, layer.own);
});

/**
 * Why nobody could see what stands in a text box: letters without size, or in the colour of what is behind them while the box
 * itself draws nothing. Backgrounds that are pictures are not judged.
 */
export function whyUnreadable(element: Element): string | undefined {
  const { style } = layerOf(element);
  if (Number.parseFloat(style.fontSize) < 2) return 'Too small to read';
  if (!isClear(style.backgroundColor) || style.backgroundImage !== 'none' || style.boxShadow !== 'none')
    return undefined;
  if (
    isDrawn(style.borderBottomWidth, style.borderBottomColor) ||
    isDrawn(style.borderLeftWidth, style.borderLeftColor)
  )
    return undefined;
  let behind = 'rgb(255, 255, 255)';
  for (const at of selfAndAncestors(element)) {
    const layer = layerOf(at).style;
    if (layer.backgroundImage !== 'none' || (at !== element && Number.parseFloat(layer.borderTopWidth) > 0))
      return undefined;
    if (!isClear(layer.backgroundColor)) {
      behind = layer.backgroundColor;
      break;
    }
  }
  return style.color === behind ? 'In the colour of its background' : undefined;
}

const isDrawn = (width: string, color: string): boolean => Number.parseFloat(width) > 0 && !isClear(color);

const isClear = (color: string): boolean => /^(?:transparent|rgba\(\d+, \d+, \d+, 0(?:\.0\d*)?\))$/.test(color);

/** Whether something else lies over it; only known while the element is in the window. */
function whyCovered(element: Element, how: true | 'lastingly'): string | undefined {
  const view = element.ownerDocument.defaultView;
  const box = element.getBoundingClientRect();
  const y = box.top + box.height / 2;
  let reason: string | undefined;
  // In the middle, and left of it where short texts stand: an icon or a tooltip is no cover.
  for (const share of [0.5, 0.15]) {
    const x = box.left + box.width * share;
    if (!view || x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return undefined;
    if (isScrolledAway(element, { x, y })) return undefined;
    const hit = deepElementFromPoint(element.ownerDocument, x, y);
    if (!hit || hit === element || element.contains(hit) || belongsTogether(element, hit)) return undefined;
    const passing = staysOver(element, hit);
    if (passing && how === 'lastingly') return undefined;
    reason = passing ? 'Covered by something you can close; fill again after that' : 'Covered by something else';
  }
  return reason;
}

/** Whether a box that scrolls has moved this point out of its own frame. */
function isScrolledAway(element: Element, { x, y }: { x: number; y: number }): boolean {
  for (const at of selfAndAncestors(element)) {
    if (at === element || !layerOf(at).clips) continue;
    const frame = at.getBoundingClientRect();
    if (x < frame.left || x > frame.right || y < frame.top || y > frame.bottom) return true;
  }
  return false;
}

/** Whether what lies on top is a dialog, or something that stays in the window while the element scrolls below it. */
function staysOver(element: Element, hit: Element): boolean {
  const around = new Set(selfAndAncestors(element));
  for (const at of selfAndAncestors(hit)) {
    if (around.has(at)) return false;
    if (at.tagName === 'DIALOG' || /^(?:alert)?dialog$/.test(at.getAttribute('role') ?? '')) return true;
    if (/fixed|sticky/.test(layerOf(at).style.position)) return true;
  }
  return false;
}

/** A floating label, an icon or the widget’s own skin over a control is no cover. */
function belongsTogether(element: Element, hit: Element): boolean {
  if (hit instanceof HTMLLabelElement && hit.control === element) return true;
  const label = hit.closest('label');
  if (label instanceof HTMLLabelElement && label.control === element) return true;
  if (hit.contains(element) && layerOf(element).style.pointerEvents === 'none') return true;
  for (const at of selfAndAncestors(hit)) if (at === element) return true;
  // A small wrapper that holds nothing but this control: skins and icons live in it.
  let wrapper = composedParent(element);
  const size = element.getBoundingClientRect();
  for (let depth = 0; wrapper && depth < 3; depth++, wrapper = composedParent(wrapper)) {
    const box = wrapper.getBoundingClientRect();
    if (box.height > size.height * 2 + 40 || wrapper.querySelectorAll('input,select,textarea').length > 1) return false;
    if (wrapper !== hit && wrapper.contains(hit) && isOnlySkin(hit)) return true;
  }
  return false;
}

const isOnlySkin = (hit: Element): boolean => {
  const { style } = layerOf(hit);
  return (
    style.position !== 'fixed' &&
    (hit.tagName === 'svg' || hit.closest('svg') !== null || isClear(style.backgroundColor))
  );
};

/** The nearest ancestor a person can see and point at, within `depth` steps; stands for inputs hidden behind a widget. */
export function visibleStandIn(element: Element, depth: number): Element | undefined {
  let at: Element | null = element;
  for (let step = 0; at && step <= depth; step++, at = composedParent(at)) {
    if (at.tagName === 'FORM' || at.tagName === 'BODY') return undefined;
    if (!whyInvisible(at)) return at;
  }
  return undefined;
}
