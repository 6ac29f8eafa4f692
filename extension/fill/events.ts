/** Events as a person's hands cause them, and the waits a page needs to keep up. */

/** Resolves after the next frame; background tabs draw none, so a timer stands in. */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, 60);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve, 0);
    });
  });

/** How long a page may take to show what it was told, where it does not do so at once. */
const SLOW = 400;

/**
 * Whether `look` holds once the page has had its turn. Frameworks answer an event within the same or the next task; a frame,
 * which costs a drawing of the page, is waited for only where they do not, and longer only where that does not help.
 */
export async function soon(look: () => boolean): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (look()) return true;
  await nextFrame();
  return (await waitFor(() => look() || undefined, SLOW)) ?? false;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Polls until `look` gives something or the time is over. */
export async function waitFor<T>(look: () => T | undefined, milliseconds: number): Promise<T | undefined> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (performance.now() >= end) return undefined;
    await pause(40);
  }
}

/** Focuses; a page behind an open popup gets no focus events of its own, so they are sent. */
export function focusOn(element: Element): void {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
  if (element.ownerDocument.hasFocus()) return;
  element.dispatchEvent(new FocusEvent('focus', { composed: true }));
  element.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
}

/** Leaves the element, so that validation on blur runs. */
export function leave(element: Element): void {
  const hadFocus = element.ownerDocument.hasFocus();
  if (element instanceof HTMLElement) element.blur();
  if (hadFocus) return;
  element.dispatchEvent(new FocusEvent('blur', { composed: true }));
  element.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
}

export const inputEvent = (element: Element, data: string): boolean =>
  element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data }));

export const changeEvent = (element: Element): boolean => element.dispatchEvent(new Event('change', { bubbles: true }));

const KEY_CODES: Readonly<Record<string, number>> = {
  Backspace: 8,
  Enter: 13,
  Escape: 27,
  ArrowUp: 38,
  ArrowDown: 40,
};

/** A key's event; older libraries read only its number, which for letters and digits is that of the capital. */
export const key = (element: Element, type: 'keydown' | 'keyup', name: string): boolean => {
  const keyCode = KEY_CODES[name] ?? (name.length === 1 ? name.toUpperCase().charCodeAt(0) : 0);
  const code = /^[a-z]$/i.test(name) ? `Key${name.toUpperCase()}` : /^\d$/.test(name) ? `Digit${name}` : name;
  // Chromium takes the number too, though no standard lists it.
  const init: KeyboardEventInit & { keyCode: number } = {
    key: name,
    code: name === ' ' ? 'Space' : code,
    keyCode,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  return element.dispatchEvent(new KeyboardEvent(type, init));
};

/** The pointer comes to rest on an element; some lists take only what it rested on. */
export function pointAt(element: Element): void {
  const at = { bubbles: true, cancelable: true, composed: true, ...centreOf(element) };
  const pointer = { ...at, pointerType: 'mouse', isPrimary: true };
  element.dispatchEvent(new PointerEvent('pointerover', pointer));
  element.dispatchEvent(new PointerEvent('pointerenter', { ...pointer, bubbles: false }));
  element.dispatchEvent(new MouseEvent('mouseover', at));
  element.dispatchEvent(new MouseEvent('mouseenter', { ...at, bubbles: false }));
  element.dispatchEvent(new PointerEvent('pointermove', pointer));
  element.dispatchEvent(new MouseEvent('mousemove', at));
}

function centreOf(element: Element): { clientX: number; clientY: number } {
  const box = element.getBoundingClientRect();
  return { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
}

/** A whole press of the main button: pointer and mouse events in their real order, then the click. */
export function press(element: Element): void {
  const at = {
    bubbles: true,
    cancelable: true,
    composed: true,
    button: 0,
    detail: 1,
    ...centreOf(element),
    view: window,
  };
  element.dispatchEvent(new PointerEvent('pointerdown', { ...at, buttons: 1, pointerType: 'mouse', isPrimary: true }));
  element.dispatchEvent(new MouseEvent('mousedown', { ...at, buttons: 1 }));
  element.dispatchEvent(new PointerEvent('pointerup', { ...at, pointerType: 'mouse', isPrimary: true }));
  element.dispatchEvent(new MouseEvent('mouseup', at));
  if (element instanceof HTMLElement) element.click();
  else element.dispatchEvent(new MouseEvent('click', at));
}

/** Brings an element into the window without animation, if it is not there. */
export function bringIntoView(element: Element): void {
  const box = element.getBoundingClientRect();
  if (box.top >= 0 && box.bottom <= window.innerHeight && box.left >= 0 && box.right <= window.innerWidth) return;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
}
