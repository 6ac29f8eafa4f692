/** What a question holds and offers: its options, its present value, and whether anybody chose that. */
import type { FormField } from '#shared/form/form.schema.ts';
import { shownFile } from './attach-file.ts';
import { optionRef } from './field-registry.ts';
import type { Found } from './find-controls.ts';
import { markupLabel, textAfter, tidy, wordsOf } from './label-of.ts';
import { committedText, isChosen, isDialPicker, isPlaceholder, listboxOf, phoneBeside } from './widgets.ts';

const MOST_OPTIONS = 400;

const checkedOf = (element: Element): boolean =>
  element instanceof HTMLInputElement
    ? element.checked
    : element.getAttribute('aria-checked') === 'true' || element.getAttribute('aria-selected') === 'true';

const buttonText = (button: Element): string => tidy(button.textContent ?? '') || markupLabel(button);

function optionText(element: Element): string {
  if (element.getAttribute('role') === 'option') return buttonText(element);
  return (
    markupLabel(element) ||
    textAfter(element) ||
    (element.matches('input') ? '' : wordsOf(element, { buttons: true })) ||
    tidy(element.getAttribute('value') ?? '')
  );
}

/** Options as a person reads them; those of pickers only where the page holds them already. */
export function optionsOf({ kind, element, members }: Found, ref: string): FormField['options'] {
  if (element instanceof HTMLSelectElement) {
    const options: FormField['options'] = [];
    for (const option of element.options) {
      if (options.length === MOST_OPTIONS) break;
      options.push({ value: option.value, text: tidy(option.text), selected: option.selected });
    }
    return options;
  }
  if (kind === 'buttonGroup') {
    return members.map((button, index) => ({
      value: '',
      text: buttonText(button),
      ref: optionRef(ref, index),
      selected: isChosen(button),
    }));
  }
  if (kind === 'radio' || kind === 'checkboxGroup') {
    return members.slice(0, MOST_OPTIONS).map((member, index) => ({
      value: member.getAttribute('value') ?? '',
      text: optionText(member),
      ref: optionRef(ref, index),
      selected: checkedOf(member),
    }));
  }
  const list =
    kind === 'combobox' ? listboxOf(element) : element instanceof HTMLInputElement ? element.list : undefined;
  const options: FormField['options'] = [];
  for (const option of list?.querySelectorAll('[role=option],option') ?? []) {
    if (options.length === MOST_OPTIONS) break;
    const text = tidy(option.textContent || option.getAttribute('label') || option.getAttribute('value') || '');
    options.push({
      value: option.getAttribute('value') ?? option.getAttribute('data-value') ?? text,
      text,
      selected: option.getAttribute('aria-selected') === 'true',
    });
  }
  return options;
}

/** What stands in it now; placeholders of lists are nothing. `zone` is what a person sees of a file question. */
export function currentValue({ kind, element, members }: Found, zone: Element | undefined): string {
  if (element instanceof HTMLSelectElement) {
    const chosen = element.selectedOptions[0];
    return !chosen || chosen.disabled || chosen.value === '' || isPlaceholder(chosen.text) ? '' : tidy(chosen.text);
  }
  if (kind === 'combobox') return committedText(element);
  if (kind === 'radio' || kind === 'checkboxGroup') return members.filter(checkedOf).map(optionText).join('; ');
  if (kind === 'checkbox') return checkedOf(element) ? 'checked' : '';
  if (kind === 'buttonGroup') return members.filter(isChosen).map(buttonText).join('; ');
  if (kind === 'file') {
    const files =
      element instanceof HTMLInputElement ? [...(element.files ?? [])].map((file) => file.name).join('; ') : '';
    return files || shownFile(zone);
  }
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.value;
  return spinning(element) ?? tidy(element.textContent ?? '');
}

/** Parts of a date show a placeholder (“mm”) as their text until they have a value. */
function spinning(element: Element): string | undefined {
  if (element.getAttribute('role') !== 'spinbutton') return undefined;
  const hasValue = element.hasAttribute('aria-valuenow') && element.getAttribute('data-placeholder') !== 'true';
  return hasValue ? tidy(element.getAttribute('aria-valuetext') ?? element.textContent ?? '') : '';
}

/** Whether the page put the value there itself and nobody has chosen yet. */
export function isPristine({ kind, element, members }: Found): boolean {
  if (element instanceof HTMLSelectElement) {
    const marked = [...element.options].findIndex((option) => option.defaultSelected);
    return element.selectedIndex === Math.max(0, marked);
  }
  if (kind === 'radio')
    return members.every((member) => !(member instanceof HTMLInputElement) || member.checked === member.defaultChecked);
  // A dial code means nothing before there is a number behind it.
  return kind === 'combobox' && isDialPicker(element) && phoneBeside(element)?.value === '';
}
