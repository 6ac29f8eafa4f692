/**
 * Whether a person can see a control. Rules as in Bitwarden's dom-element-visibility service (10 × 10 px, opacity of any
 * ancestor, display and visibility, clipping, off-screen, covered at the centre), applied to what stands for the control:
 * file inputs, styled checkboxes and pickers are judged by the widget around them. The tests take element, box and layers,
 * each measured once by the caller.
 */
import { composedParent, deepElementFromPoint, selfAndAncestors } from './deep-dom.ts';

const SMALLEST = 10;
const FAINTEST = 0.1;

/** Why a person cannot see the element, in their words; undefined when they can. `covered` also tests what is on top. */
export function whyInvisible(element: Element, options: { covered?: boolean } = {}): string | undefined {
  if (!element.isConnected) return 'No longer on the page';
  const box = element.getBoundingClientRect();
  if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return 'Hidden by the page';
  if (box.width < SMALLEST || box.height < SMALLEST) return 'Too small to see';
  // Styles of all ancestors are asked for once: they are most of the time a collection takes.
  const layers = [...selfAndAncestors(element)].map((at): Layer => ({ at, style: getComputedStyle(at) }));
  return (
    faint(layers) ??
    clippedAway(element, box, layers) ??
    offScreen(element, box, layers) ??
    (options.covered ? covered(element) : undefined)
  );
}

/** An element or one of its ancestors, innermost first. */
type Layer = { readonly at: Element; readonly style: CSSStyleDeclaration };

function faint(layers: readonly Layer[]): string | undefined {
  let opacity = 1;
  for (const { style } of layers) {
    opacity *= Number.parseFloat(style.opacity);
    const filter = /opacity\(([\d.]+)(%?)\)/.exec(style.filter);
    if (filter) opacity *= Number(filter[1]) / (filter[2] === '%' ? 100 : 1);
    if (opacity < FAINTEST) return 'Transparent';
  }
  return undefined;
}

function clippedAway(element: Element, box: DOMRect, layers: readonly Layer[]): string | undefined {
  for (const { at, style } of layers) {
    if (isClippedOut(style)) return 'Clipped away';
    if (
      at === element ||
      style.overflow === 'visible' ||
      at === element.ownerDocument.documentElement ||
      at.tagName === 'BODY'
    )
      continue;
    const frame = at.getBoundingClientRect();
    if (frame.width < SMALLEST || frame.height < SMALLEST) return 'Clipped away';
    const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
    if (scrolls) continue;
    const width = Math.min(box.right, frame.right) - Math.max(box.left, frame.left);
    const height = Math.min(box.bottom, frame.bottom) - Math.max(box.top, frame.top);
    if (width < Math.min(SMALLEST, box.width) || height < Math.min(SMALLEST, box.height)) return 'Clipped away';
  }
  return undefined;
}

function isClippedOut(style: CSSStyleDeclaration): boolean {
  if (/^rect\((?:0(?:px)?|1px)(?:,? +(?:0(?:px)?|1px)){3}\)$/.test(style.clip) && /absolute|fixed/.test(style.position))
    return true;
  const clip = style.clipPath;
  const inset = /^inset\(([\d.]+)%/.exec(clip);
  if (inset && Number(inset[1]) >= 50) return true;
  return /^circle\(0(?:px|%)?[ )]/.test(clip) || /^polygon\((?:0(?:px|%)? 0(?:px|%)?,? ?)+\)$/.test(clip);
}

function offScreen(element: Element, box: DOMRect, layers: readonly Layer[]): string | undefined {
  const view = element.ownerDocument.defaultView;
  if (!view) return 'Not on a page';
  const page = element.ownerDocument.documentElement;
  const isFixed = layers.some(({ style }) => style.position === 'fixed');
  if (isFixed) {
    const out = box.right <= 0 || box.bottom <= 0 || box.left >= view.innerWidth || box.top >= view.innerHeight;
    return out ? 'Outside the window' : undefined;
  }
  const left = box.left + view.scrollX;
  const top = box.top + view.scrollY;
  const isOut = left + box.width <= 0 || top + box.height <= 0 || left >= Math.max(page.scrollWidth, view.innerWidth);
  if (!isOut) return undefined;
  const insideScroller = layers.some(
    ({ at, style }) =>
      at !== element &&
      at !== page &&
      at.tagName !== 'BODY' &&
      /auto|scroll/.test(style.overflowY) &&
      at.scrollHeight > at.clientHeight,
  );
  return insideScroller ? undefined : 'Outside the page';
}

/** Whether something else lies over the centre; only known while the element is in the window. */
function covered(element: Element): string | undefined {
  const view = element.ownerDocument.defaultView;
  const box = element.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  if (!view || x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return undefined;
  const hit = deepElementFromPoint(element.ownerDocument, x, y);
  if (!hit || hit === element || element.contains(hit)) return undefined;
  if (belongsTogether(element, hit)) return undefined;
  return 'Covered by something else';
}

/** A floating label, an icon or the widget’s own skin over a control is no cover. */
function belongsTogether(element: Element, hit: Element): boolean {
  if (hit instanceof HTMLLabelElement && hit.control === element) return true;
  const label = hit.closest('label');
  if (label instanceof HTMLLabelElement && label.control === element) return true;
  if (hit.contains(element) && getComputedStyle(element).pointerEvents === 'none') return true;
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
  const style = getComputedStyle(hit);
  return (
    style.position !== 'fixed' &&
    (hit.tagName === 'svg' ||
      hit.closest('svg') !== null ||
      /^rgba\(0, 0, 0, 0\)$|^transparent$/.test(style.backgroundColor))
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
