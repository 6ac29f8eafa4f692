/** Opening a picker, typing into it, and closing it again without a trace. */
import { selfAndAncestors } from './deep-dom.ts';
import { focusOn, inputEvent, key, leave, nextFrame, pointAt, press, waitFor } from './events.ts';
import { optionsFor } from './picker-options.ts';
import { isReactSelect, shellOf } from './widgets.ts';
import { setValue } from './write-value.ts';

export const canType = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && !element.readOnly;

const saysOpen = (element: Element): boolean =>
  element.getAttribute('aria-expanded') === 'true' ||
  element.parentElement?.closest('[role=combobox]')?.getAttribute('aria-expanded') === 'true';

/** Whether options of the picker can be seen, or it says so. */
export const isOpen = (element: Element, before: ReadonlySet<Element>): boolean =>
  saysOpen(element) || optionsFor(element, before).length > 0;

const PATIENCE = 220;

/** Opens by pointer, else by key. A list that waits for typed letters stays shut, which is no failure. */
export async function openPicker(find: () => Element | undefined, before: ReadonlySet<Element>): Promise<void> {
  const element = find();
  if (!element) return;
  focusOn(element);
  if (saysOpen(element)) return;
  const opened = (): true | undefined => {
    const now = find();
    return now && isOpen(now, before) ? true : undefined;
  };
  // Lists that open on focus would be closed by a press.
  await nextFrame();
  if (opened()) return;
  pressOn(element);
  if (await waitFor(opened, canType(element) ? PATIENCE / 2 : PATIENCE)) return;
  // In a text box Enter and space would be more than a wish to see the list.
  for (const name of canType(element) ? ['ArrowDown'] : ['ArrowDown', 'Enter', ' ']) {
    const now = find();
    if (!now) return;
    focusOn(now);
    key(now, 'keydown', name);
    key(now, 'keyup', name);
    if (await waitFor(opened, PATIENCE)) return;
  }
}

function pressOn(element: Element): void {
  if (element instanceof HTMLInputElement && isReactSelect(element)) {
    const control = element.closest('[class*="control"]') ?? shellOf(element);
    control.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }));
    return;
  }
  pointAt(element);
  press(element);
}

/** Puts a text into the picker's box as its last keystroke would. */
export function typeInto(element: Element, text: string): void {
  if (!canType(element)) return;
  const last = text.at(-1) ?? 'Backspace';
  key(element, 'keydown', last);
  setValue(element, text);
  inputEvent(element, text);
  key(element, 'keyup', last);
}

/** Workday's prompts look up only on Enter; elsewhere Enter might take whatever is highlighted. */
export const searchesOnEnter = (element: Element): boolean =>
  element.getAttribute('data-uxi-widget-type') === 'selectinput';

/** Asks for a search by Enter. */
export function searchByEnter(element: Element): void {
  key(element, 'keydown', 'Enter');
  key(element, 'keyup', 'Enter');
}

export const inDialog = (element: Element): boolean =>
  [...selfAndAncestors(element)].some((at) => at.tagName === 'DIALOG' || at.matches('[role=dialog],[aria-modal=true]'));

/** Takes typed text back and closes the list; what would close a dialog around it too comes last, and never inside one. */
export async function closePicker(find: () => Element | undefined, before: ReadonlySet<Element>): Promise<void> {
  const element = find();
  if (!element) return;
  if (canType(element) && element.value !== '') typeInto(element, '');
  leave(element);
  await nextFrame();
  const ways: readonly ((now: Element) => void)[] = [
    (now) => (canType(now) ? pressBeside(now) : pressOn(now)),
    pressBeside,
    (now) => {
      if (!inDialog(now)) key(focused(now), 'keydown', 'Escape');
    },
  ];
  for (const way of ways) {
    const isShut = (): true | undefined => {
      const now = find();
      return now && isOpen(now, before) ? undefined : true;
    };
    if (await waitFor(isShut, 120)) break;
    const now = find();
    if (now) way(now);
  }
  const now = find();
  if (now && canType(now) && now.value !== '') {
    typeInto(now, '');
    leave(now);
  }
}

/** Where keys go: some lists take the focus for as long as they are open. */
export function focused(element: Element): Element {
  let active = element.ownerDocument.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== element.ownerDocument.body && active.tagName !== 'IFRAME' ? active : element;
}

/** A press next to the picker, inside whatever it stands in. */
function pressBeside(element: Element): void {
  const shell = shellOf(element);
  let beside = shell.parentElement ?? shell;
  while (beside.parentElement && /^(?:LABEL|BUTTON|A)$/.test(beside.tagName)) beside = beside.parentElement;
  const at = { bubbles: true, cancelable: true, composed: true, button: 0 };
  beside.dispatchEvent(new PointerEvent('pointerdown', { ...at, pointerType: 'mouse', isPrimary: true }));
  beside.dispatchEvent(new MouseEvent('mousedown', at));
  beside.dispatchEvent(new PointerEvent('pointerup', { ...at, pointerType: 'mouse', isPrimary: true }));
  beside.dispatchEvent(new MouseEvent('mouseup', at));
}
