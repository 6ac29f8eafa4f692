/** Putting one value into one native control so that plain, React, Vue and Angular pages take it. */
import { changeEvent, focusOn, inputEvent, key, leave } from './events.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

export const isTextControl = (element: Element): element is TextControl =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** Sets the value by the prototype's setter, past any tracker a framework put on the node. */
export function setValue(element: TextControl | HTMLSelectElement, value: string): void {
  const prototype = Object.getPrototypeOf(element) as object;
  const setter = Object.getOwnPropertyDescriptor(prototype, 'value')?.set;
  if (setter) setter.call(element, value);
  else element.value = value;
}

/** Types a text: keys, value, input, change, and out again. `again` inserts it the way an editor would. */
export function writeText(element: Element, value: string, again = false): void {
  focusOn(element);
  if (!isTextControl(element)) {
    if (element instanceof HTMLElement) insertInto(element, value);
    leave(element);
    return;
  }
  key(element, 'keydown', 'Unidentified');
  if (again) {
    insertByKeys(element, value);
  } else {
    // Parts of a date forget only what is deleted by key.
    if (value === '' && element.value !== '') key(element, 'keydown', 'Backspace');
    setValue(element, value);
    inputEvent(element, value);
  }
  key(element, 'keyup', 'Unidentified');
  changeEvent(element);
  leave(element);
}

/** Longer than this nobody has a mask for, and key by key would take its time. */
const LONGEST_MASK = 40;

/** Masks and date parts take a value as it is typed: key by key, each inserted by the editor unless the page took the key. */
function insertByKeys(element: TextControl, value: string): void {
  element.select();
  if (element instanceof HTMLTextAreaElement || value.length > LONGEST_MASK) {
    if (!element.ownerDocument.execCommand('insertText', false, value)) setValue(element, value);
    return;
  }
  if (element.value !== '' && key(element, 'keydown', 'Backspace')) element.ownerDocument.execCommand('delete');
  for (const letter of value) {
    if (key(element, 'keydown', letter)) element.ownerDocument.execCommand('insertText', false, letter);
    key(element, 'keyup', letter);
  }
}

/** Editors listen to the editing commands; the plain text is the fallback. */
function insertInto(element: HTMLElement, value: string): void {
  const selection = element.ownerDocument.getSelection();
  selection?.selectAllChildren(element);
  if (!element.ownerDocument.execCommand('insertText', false, value)) element.textContent = value;
  inputEvent(element, value);
}

/** Chooses an option of a native list by its text or its value. */
export function writeSelect(element: HTMLSelectElement, wanted: readonly string[]): boolean {
  const [text = '', value] = wanted;
  const same = (one: string, other: string) => one.replace(/\s+/g, ' ').trim() === other.replace(/\s+/g, ' ').trim();
  const option =
    [...element.options].find((each) => same(each.text, text) && (value === undefined || each.value === value)) ??
    [...element.options].find((each) => same(each.text, text));
  if (!option || option.disabled) return false;
  focusOn(element);
  option.selected = true;
  inputEvent(element, '');
  changeEvent(element);
  leave(element);
  return true;
}

/** Ticks or chooses by a real click, the only thing frameworks take; returns whether it is on now. */
export function clickOn(element: Element): boolean {
  if (isOn(element)) return true;
  if (element instanceof HTMLElement) element.click();
  return isOn(element);
}

export const isOn = (element: Element): boolean =>
  element instanceof HTMLInputElement
    ? element.checked
    : ['aria-checked', 'aria-pressed', 'aria-selected'].some((state) => element.getAttribute(state) === 'true');
