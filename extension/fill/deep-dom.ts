/** Walking a page as it is composed: document order, through light, open and closed shadow roots. */
import { perLook } from './one-look.ts';

const CAN_HOST = /^(?:ARTICLE|ASIDE|BLOCKQUOTE|BODY|DIV|FOOTER|H[1-6]|HEADER|MAIN|NAV|P|SECTION|SPAN)$/;

/** The shadow root of an element, closed ones too where the browser lets an extension see them. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (!(element instanceof HTMLElement)) return null;
  if (!element.localName.includes('-') && !CAN_HOST.test(element.tagName)) return null;
  const dom = typeof chrome === 'undefined' ? undefined : chrome.dom;
  try {
    return dom?.openOrClosedShadowRoot(element) ?? null;
  } catch {
    return null;
  }
}

const isForm = (element: Element): boolean => element instanceof HTMLFormElement;

const USED =
  'tagName localName nodeType ownerDocument isConnected parentElement assignedSlot shadowRoot children childNodes lastElementChild previousElementSibling nextElementSibling previousSibling nextSibling textContent childElementCount getAttribute hasAttribute hasAttributes matches closest querySelector querySelectorAll contains compareDocumentPosition getRootNode getBoundingClientRect checkVisibility inert'.split(
    ' ',
  );

/**
 * Whether the controls of a form hide what the form says of itself: `<input name="parentElement">` makes `form.parentElement`
 * that input, in our world too. Such a form is walked through and otherwise left alone.
 */
export const isClobbered = perLook(
  (element: Element): boolean =>
    element instanceof HTMLFormElement && USED.some((name) => isOwnControl(Reflect.get(element, name))),
);

const isOwnControl = (value: unknown): boolean =>
  value instanceof RadioNodeList ||
  value instanceof HTMLInputElement ||
  value instanceof HTMLSelectElement ||
  value instanceof HTMLTextAreaElement ||
  value instanceof HTMLButtonElement ||
  value instanceof HTMLOutputElement ||
  value instanceof HTMLFieldSetElement ||
  value instanceof HTMLObjectElement ||
  value instanceof HTMLImageElement;

/** The prototype's own reading of a property, past whatever a form's controls put over it. */
function read(element: Element, name: 'parentElement' | 'lastElementChild' | 'previousElementSibling'): Element | null {
  const holder = name === 'parentElement' ? Node.prototype : Element.prototype;
  const value: unknown = Object.getOwnPropertyDescriptor(holder, name)?.get?.call(element);
  return value instanceof Element ? value : null;
}

/** The parent in the same tree; forms that lie about themselves are passed over. */
export function parentOf(element: Element): Element | null {
  let parent = element.parentElement;
  while (parent && isClobbered(parent)) parent = read(parent, 'parentElement') as HTMLElement | null;
  return parent;
}

/** Every element below `root` in document order; a host's shadow tree comes before its light children. */
export function* deepElements(root: ParentNode): Generator<Element> {
  const waiting = [...root.children].reverse();
  const wait = (last: Element | null): void => {
    for (
      let child = last;
      child;
      child = isForm(child) ? read(child, 'previousElementSibling') : child.previousElementSibling
    )
      waiting.push(child);
  };
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (isForm(element) && isClobbered(element)) {
      wait(read(element, 'lastElementChild'));
      continue;
    }
    yield element;
    wait(element.lastElementChild);
    const shadow = shadowOf(element);
    if (shadow) wait(shadow.lastElementChild);
  }
}

/** All elements of a page, in the order of `deepElements`; one look walks the page once. */
export const elementsOf: (root: ParentNode) => readonly Element[] = perLook((root: ParentNode) => [
  ...deepElements(root),
]);

const rootsOf = perLook((document: Document): readonly ParentNode[] => [
  document,
  ...elementsOf(document).flatMap((element) => shadowOf(element) ?? []),
]);

/** Elements of a page that match, tree by tree; the browser's own search is many times faster than asking each element. */
export const matching = (document: Document, selector: string): Element[] =>
  rootsOf(document).flatMap((root) => [...root.querySelectorAll(selector)]);

/** The nodes drawn inside an element: its shadow tree instead of its children, what a slot was given instead of its default. */
export function drawnInside(element: Element): Iterable<Node> {
  if (element instanceof HTMLSlotElement) {
    const given = element.assignedNodes();
    return given.length > 0 ? given : element.childNodes;
  }
  return (element.localName.includes('-') ? shadowOf(element) : element.shadowRoot)?.childNodes ?? element.childNodes;
}

/** The parent across shadow boundaries. */
export function composedParent(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = parentOf(element);
  if (parent) return parent;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The element and its ancestors, innermost first. */
export function* selfAndAncestors(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = composedParent(at)) yield at;
}

/** The root an id reference of this element is resolved in. */
export function scopeOf(element: Element): Document | ShadowRoot {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : element.ownerDocument;
}

/** Element with that id in the same tree. */
export const byId = (element: Element, id: string): Element | null => scopeOf(element).getElementById(id);

/** What is really on top at a point of the viewport. */
export function deepElementFromPoint(document: Document, x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  while (hit) {
    const inner: Element | null | undefined = shadowOf(hit)?.elementFromPoint(x, y);
    if (!inner || inner === hit) return isClobbered(hit) ? null : hit;
    hit = inner;
  }
  return null;
}
