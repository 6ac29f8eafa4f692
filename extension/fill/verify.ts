/** Reading back what the page holds now, and whether that is what was meant. */
import { plain } from '#shared/form/spelling.rules.ts';
import { committedText, isChosen } from './widgets.ts';
import { isOn, isTextControl } from './write-value.ts';

/** The value of a control as the page holds it at this moment. */
export function readBack(element: Element, action: string): string {
  if (element instanceof HTMLSelectElement) return (element.selectedOptions[0]?.text ?? '').replace(/\s+/g, ' ').trim();
  if (action === 'combobox') return committedText(element);
  if (action === 'choose' || action === 'check') return isOn(element) ? 'on' : '';
  if (action === 'button') return isChosen(element) ? 'on' : '';
  if (element instanceof HTMLInputElement && element.type === 'file')
    return [...(element.files ?? [])].map((file) => file.name).join('; ');
  return isTextControl(element) ? element.value : (element.textContent ?? '').trim();
}

const digits = (text: string): string => text.replace(/\D/g, '');

/** Whether the page took the value, allowing for what input masks do to phones, spaces and case. */
export function isSameValue(wanted: string, got: string): boolean {
  if (wanted.trim() === got.trim()) return true;
  if (got.trim() === '') return false;
  if (plain(wanted) === plain(got)) return true;
  const [one, other] = [digits(wanted), digits(got)];
  const isNumber = /^[\d\s()+./-]+$/.test(wanted) && /^[\d\s()+./-]+$/.test(got);
  return (
    isNumber &&
    one.length >= 4 &&
    (one === other ||
      (one.length > 7 && (one.endsWith(other) || other.endsWith(one)) && Math.abs(one.length - other.length) <= 3))
  );
}
