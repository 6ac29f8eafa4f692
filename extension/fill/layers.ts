/**
 * How the ancestors of an element let a person see it: what fades, clips, scrolls or shifts it. Follows CSS: `overflow` clips
 * what it contains in the sense of positioning, a scrolling box shows whatever can be scrolled to, and a transform contains
 * fixed elements. All lengths are pixels of the window, as `getBoundingClientRect` gives them.
 */
import { selfAndAncestors } from './deep-dom.ts';
import { perLook } from './one-look.ts';

export const SMALLEST = 10;
const FAINTEST = 0.1;

/** Where something may lie and still be seen, at once or by scrolling; `otherwise` says what is wrong elsewhere. */
type Reach = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly otherwise: string;
};
type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

export type Layer = {
  readonly style: CSSStyleDeclaration;
  readonly opacity: number;
  /** Why nothing at or below this element can be seen, wherever it lies. */
  readonly blind: string | undefined;
  /** Where the element itself may lie. */
  readonly own: Reach;
  /** Where its contents may lie, by how they are positioned. */
  readonly flow: Reach;
  readonly absolute: Reach;
  readonly fixed: Reach;
  /** It cuts off or scrolls what it contains. */
  readonly clips: boolean;
};

const NOWHERE: Reach = { left: 0, right: 0, top: 0, bottom: 0, otherwise: 'Clipped away' };

const layersOf = perLook((_document: Document) => new Map<Element, Layer>());

/** How the element and its ancestors are drawn; ancestors are looked at once per look. */
export function layerOf(element: Element): Layer {
  const known = layersOf(element.ownerDocument);
  const unknown: Element[] = [];
  let layer: Layer | undefined;
  for (const at of selfAndAncestors(element)) {
    layer = known.get(at);
    if (layer) break;
    unknown.push(at);
  }
  layer ??= page(element.ownerDocument);
  for (const at of unknown.reverse()) {
    layer = layerBelow(layer, at);
    known.set(at, layer);
  }
  return layer;
}

/** Why a box at this place is out of everyone's sight; undefined when it can be seen or scrolled to. */
export function outOfReach(box: Box, { left, right, top, bottom, otherwise }: Reach): string | undefined {
  const width = Math.min(box.right, right) - Math.max(box.left, left);
  const height = Math.min(box.bottom, bottom) - Math.max(box.top, top);
  const isIn =
    width >= Math.min(SMALLEST, box.right - box.left) &&
    height >= Math.min(SMALLEST, box.bottom - box.top) &&
    width > 0;
  return isIn && height > 0 ? undefined : otherwise;
}

/** What lies above the root element: the page that can be scrolled, and the window. */
function page(document: Document): Layer {
  const view = document.defaultView;
  const root = document.documentElement;
  const style = getComputedStyle(root);
  const [width, height] = [view?.innerWidth ?? 0, view?.innerHeight ?? 0];
  const [x, y] = [view?.scrollX ?? 0, view?.scrollY ?? 0];
  const across = Math.max(root.scrollWidth, width);
  const left = style.direction === 'rtl' ? width - across - x : -x;
  // A page held still behind a dialog is moved up as a whole; what was scrolled past is still there.
  const body = document.body?.getBoundingClientRect();
  const whole: Reach = {
    left,
    right: left + across,
    top: Math.min(-y, body?.top ?? 0),
    bottom: Math.max(-y + Math.max(root.scrollHeight, height), body?.bottom ?? 0),
    otherwise: 'Outside the page',
  };
  const fixed: Reach = { left: 0, right: width, top: 0, bottom: height, otherwise: 'Outside the window' };
  return {
    style,
    opacity: 1,
    blind: undefined,
    own: whole,
    flow: whole,
    absolute: whole,
    fixed,
    clips: false,
  };
}

function layerBelow(parent: Layer, at: Element): Layer {
  const style = getComputedStyle(at);
  const isRoot = at === at.ownerDocument.documentElement || at.tagName === 'BODY';
  const position = isRoot ? 'static' : style.position;
  const own = position === 'fixed' ? parent.fixed : position === 'absolute' ? parent.absolute : parent.flow;
  const opacity = parent.opacity * Number.parseFloat(style.opacity) * filtered(style.filter);
  const flow = isRoot ? own : clippedBy({ at, style, own });
  const isFrame = style.transform !== 'none' || style.filter !== 'none';
  return {
    style,
    opacity,
    blind: parent.blind ?? blindness(at, style, opacity),
    own,
    flow,
    absolute: position !== 'static' || isFrame ? flow : parent.absolute,
    fixed: isFrame && !isRoot ? flow : parent.fixed,
    clips: flow !== own,
  };
}

const filtered = (filter: string): number => {
  const [, amount, percent] = /opacity\(([\d.]+)(%?)\)/.exec(filter) ?? [];
  return amount === undefined ? 1 : Number(amount) / (percent === '%' ? 100 : 1);
};

function blindness(at: Element, style: CSSStyleDeclaration, opacity: number): string | undefined {
  if (opacity < FAINTEST) return 'Transparent';
  if (at instanceof HTMLElement && at.inert) return 'Out of reach';
  return isClippedOut(style) ? 'Clipped away' : undefined;
}

function clippedBy({ at, style, own }: { at: Element; style: CSSStyleDeclaration; own: Reach }): Reach {
  if (style.overflowX === 'visible' && style.overflowY === 'visible') return own;
  if (style.display === 'inline' || style.display === 'contents') return own;
  const box = at.getBoundingClientRect();
  if (box.width < SMALLEST || box.height < SMALLEST) return NOWHERE;
  const unseen = outOfReach(box, own);
  if (unseen) return { ...NOWHERE, otherwise: unseen };
  const [x, y] = [style.overflowX, style.overflowY].map((overflow) => /auto|scroll/.test(overflow));
  const isRightToLeft = style.direction === 'rtl';
  const start = isRightToLeft
    ? box.right - at.clientLeft - at.scrollLeft - at.scrollWidth
    : box.left + at.clientLeft - at.scrollLeft;
  const top = box.top + at.clientTop - at.scrollTop;
  const cutX = style.overflowX !== 'visible';
  const cutY = style.overflowY !== 'visible';
  return {
    left: x ? start : cutX ? Math.max(own.left, box.left) : own.left,
    right: x ? start + at.scrollWidth : cutX ? Math.min(own.right, box.right) : own.right,
    top: y ? top : cutY ? Math.max(own.top, box.top) : own.top,
    bottom: y ? top + at.scrollHeight : cutY ? Math.min(own.bottom, box.bottom) : own.bottom,
    otherwise: 'Clipped away',
  };
}

function isClippedOut(style: CSSStyleDeclaration): boolean {
  if (/absolute|fixed/.test(style.position) && /^rect\((?:0(?:px)?|1px)(?:,? +(?:0(?:px)?|1px)){3}\)$/.test(style.clip))
    return true;
  const clip = style.clipPath;
  if (clip === 'none') return false;
  const inset = /^inset\(([\d.]+)%/.exec(clip);
  if (inset && Number(inset[1]) >= 50) return true;
  return /^(?:circle|ellipse)\(0(?:px|%)?[ )]/.test(clip) || /^polygon\((?:0(?:px|%)? 0(?:px|%)?,? ?)+\)$/.test(clip);
}
