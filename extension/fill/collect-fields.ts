/**
 * Collects every question of a document as plain data: light and shadow trees, widgets included, labels as a person reads
 * them, visibility as a person sees it. Reads only; nothing is focused, opened or changed. Longer than 300 lines because every
 * property of a field is read here, in the order of the type.
 */
import type { FormField } from '#shared/form/form.schema.ts';
import { shownFile } from './attach-file.ts';
import { composedParent, deepElements, selfAndAncestors } from './deep-dom.ts';
import { optionRef, type Places, placesIn, remember } from './field-registry.ts';
import { groupLabel, hintOf, markupLabel, surroundingLabel, textAfter, tidy, wordsOf } from './label-of.ts';
import { openerOf } from './opener.ts';
import { visibleStandIn, whyInvisible } from './visibility.ts';
import {
  answerButtons,
  committedText,
  isBareDropZone,
  isChosen,
  isCombobox,
  isPlaceholder,
  isProxyInput,
  listboxOf,
  shellOf,
} from './widgets.ts';

const MOST_FIELDS = 600;
const MOST_OPTIONS = 400;
const NOT_TYPED = /^(?:hidden|submit|button|image|reset)$/;

type Found = { kind: FormField['kind']; element: Element; members: readonly Element[]; section: string };

/** All questions of the document, in reading order. `frame` is 0; whoever knows the frame sets it. */
export function collectFields(document: Document): FormField[] {
  const forms = new Map<Element, string>();
  const elements = [...deepElements(document)];
  const places = placesIn(elements);
  return findControls(elements)
    .slice(0, MOST_FIELDS)
    .map((found) => describe(found, forms, places));
}

function findControls(elements: readonly Element[]): Found[] {
  const found: Found[] = [];
  const taken = new Set<Element>();
  const groups = new Map<string, Found & { members: Element[] }>();
  const rootIds = new Map<Node, number>();
  let section = '';
  for (const element of elements) {
    if (/^H[1-6]$/.test(element.tagName) || element.getAttribute('role') === 'heading') {
      const words = element.checkVisibility() ? wordsOf(element) : '';
      if (words) section = words;
    }
    if (taken.has(element)) continue;
    const buttons = answerButtons(element);
    if (buttons.length > 0) {
      for (const inner of element.querySelectorAll('input')) taken.add(inner);
      for (const button of buttons) taken.add(button);
      found.push({ kind: 'buttonGroup', element, members: buttons, section });
      continue;
    }
    const kind = kindOf(element);
    if (!kind) {
      if (isBareDropZone(element)) {
        for (const inner of element.querySelectorAll('*')) taken.add(inner);
        found.push({ kind: 'file', element, members: [element], section });
      }
      continue;
    }
    if (kind !== 'radio' && kind !== 'checkbox') {
      found.push({ kind, element, members: [element], section });
      continue;
    }
    const key = groupKey(element, kind, rootIds);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) {
      group.members.push(element);
      if (kind === 'checkbox') group.kind = 'checkboxGroup';
    } else {
      const members = [element];
      const entry: Found & { members: Element[] } = { kind, element, members, section };
      if (key !== undefined) groups.set(key, entry);
      found.push(entry);
    }
  }
  return found;
}

function kindOf(element: Element): FormField['kind'] | undefined {
  if (element instanceof HTMLInputElement) {
    if (NOT_TYPED.test(element.type)) return undefined;
    if (element.type === 'radio' || element.type === 'checkbox' || element.type === 'file') return element.type;
    if (isCombobox(element)) return 'combobox';
    return /^(?:date|month|datetime-local|week)$/.test(element.type) ? 'date' : 'text';
  }
  if (element instanceof HTMLTextAreaElement) return isCombobox(element) ? 'combobox' : 'textarea';
  if (element instanceof HTMLSelectElement) return 'select';
  if (isCombobox(element)) {
    // A wrapper in the old ARIA pattern: its input is the control.
    return element.querySelector('input:not([type=hidden]),select,textarea') ? undefined : 'combobox';
  }
  const role = element.getAttribute('role');
  if (role === 'radio' || role === 'checkbox') return element.querySelector('input') ? undefined : role;
  if (element instanceof HTMLElement && element.isContentEditable && !element.parentElement?.isContentEditable)
    return 'richtext';
  return undefined;
}

/** Radios of one name are one question; checkboxes are, when they share a name or a group of their own. */
function groupKey(element: Element, kind: 'radio' | 'checkbox', rootIds: Map<Node, number>): string | undefined {
  const idOf = (node: Node): number => {
    const id = rootIds.get(node) ?? rootIds.size;
    rootIds.set(node, id);
    return id;
  };
  const name = element.getAttribute('name') ?? '';
  const holder = element.closest('fieldset,[role=radiogroup],[role=group],ul');
  const scope = idOf(element.closest('form') ?? element.getRootNode());
  if (kind === 'radio') return name !== '' ? `r${scope}:${name}` : holder ? `R${idOf(holder)}` : undefined;
  const boxes = holder ? [...holder.querySelectorAll('input,select,textarea')] : [];
  const isOwnGroup =
    holder !== null &&
    boxes.length > 1 &&
    boxes.every((box) => box instanceof HTMLInputElement && /^(?:checkbox|hidden)$/.test(box.type));
  if (isOwnGroup) return `C${idOf(holder)}`;
  if (name !== '' && element instanceof HTMLInputElement) {
    const root = element.form ?? element.getRootNode();
    const alike =
      root instanceof Document || root instanceof DocumentFragment || root instanceof Element
        ? root.querySelectorAll(`input[type=checkbox][name="${CSS.escape(name)}"]`)
        : [];
    if (alike.length > 1) return `c${scope}:${name}`;
  }
  return undefined;
}

/** `forms` and `places` are what one collection finds out once for all of its fields. */
function describe(found: Found, forms: Map<Element, string>, places: Places): FormField {
  const { kind, element, members } = found;
  const stood = kind === 'file' ? visibleStandIn(element, 6) : undefined;
  const opener = kind === 'file' && !stood ? openerOf(element) : undefined;
  const isGroup = kind === 'radio' || kind === 'checkboxGroup' || kind === 'buttonGroup';
  const own = isGroup ? '' : markupLabel(element) || (kind === 'checkbox' ? textAfter(element) : '');
  const around = own !== '' && kind !== 'file' ? '' : surroundingLabel(isGroup ? members : [element]);
  const group = groupLabel(members[0] ?? element);
  const label = isGroup
    ? group || markupLabelOfHolder(element, kind) || around
    : opener?.words || own || (kind === 'file' ? '' : around);
  const zone = kind === 'file' ? (stood ?? opener?.place) : zoneOf(found);
  const ref = remember({ anchor: element, options: isGroup ? members : [], zone, places });
  const hidden = trapReason(found);
  const invisible = hidden ?? invisibleReason(found, zone);
  const input = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : undefined;
  const maxLength = input && input.maxLength > 0 ? { maxLength: input.maxLength } : {};
  return {
    ref,
    frame: 0,
    kind,
    type: element.getAttribute('type')?.toLowerCase() ?? element.localName,
    name: element.getAttribute('name') ?? (isGroup ? (members[0]?.getAttribute('name') ?? '') : ''),
    id: element.id || element.getAttribute('data-automation-id') || element.getAttribute('data-field-path') || '',
    autocomplete: element.getAttribute('autocomplete') ?? '',
    placeholder: tidy(element.getAttribute('placeholder') ?? element.getAttribute('aria-placeholder') ?? ''),
    label: label || (kind === 'file' ? group || around : ''),
    group:
      kind === 'file'
        ? [group, around]
            .filter((text) => text !== '')
            .join(' ')
            .slice(0, 400)
        : isGroup && group === label
          ? ''
          : group,
    section: found.section,
    hint: hintOf(element),
    required: isRequired(found, `${label} ${own}`),
    disabled: isDisabled(element, kind),
    visible: invisible === undefined,
    ...(invisible ? { hidden: invisible } : {}),
    value: currentValue(found, zone),
    options: optionsOf(found, ref),
    ...maxLength,
    ...(element.getAttribute('accept') ? { accept: element.getAttribute('accept') ?? '' } : {}),
    ...((element instanceof HTMLSelectElement || element instanceof HTMLInputElement) && element.multiple
      ? { multiple: true }
      : {}),
    ...(isPristine(found) ? { pristine: true } : {}),
    form: formOf(opener?.button ?? element, forms),
  };
}

const markupLabelOfHolder = (element: Element, kind: FormField['kind']): string =>
  kind === 'buttonGroup' ? markupLabel(element) : '';

/** What a person sees in place of a control that hides behind a widget. */
function zoneOf({ kind, element, members }: Found): Element | undefined {
  if (kind === 'combobox') return shellOf(element);
  if (kind === 'select') return selectSkin(element);
  if (kind === 'radio' || kind === 'checkbox' || kind === 'checkboxGroup') {
    const [first] = members;
    const label = first instanceof HTMLInputElement ? first.labels?.[0] : undefined;
    return label && !whyInvisible(label) ? label : first ? visibleStandIn(first, 2) : undefined;
  }
  return undefined;
}

/** select2, chosen and the like hide the select and draw their own beside it. */
function selectSkin(element: Element): Element | undefined {
  for (const sibling of [element.nextElementSibling, element.previousElementSibling, element.parentElement]) {
    if (
      sibling &&
      /select2|chosen|selectize|choices|nice-select|selectric|bootstrap-select/i.test(
        sibling.getAttribute('class') ?? '',
      ) &&
      !whyInvisible(sibling)
    )
      return sibling;
  }
  return undefined;
}

function trapReason({ kind, element }: Found): string | undefined {
  if (kind === 'file' || kind === 'buttonGroup' || kind === 'radio' || kind === 'checkboxGroup') return undefined;
  if (isProxyInput(element)) return 'Part of a widget, not a question';
  for (const at of selfAndAncestors(element)) {
    if (at.getAttribute('aria-hidden') === 'true' && !(kind === 'select' && selectSkin(element)))
      return 'Hidden from screen readers';
    if (at instanceof HTMLElement && at.inert) return 'Out of reach';
  }
  const unreachable = element.getAttribute('tabindex') === '-1' && (kind === 'text' || kind === 'textarea');
  return unreachable ? 'Not reachable by keyboard' : undefined;
}

function invisibleReason({ element, kind }: Found, zone: Element | undefined): string | undefined {
  if (kind === 'text' || kind === 'textarea' || kind === 'date' || kind === 'richtext')
    return whyInvisible(element, { covered: true });
  const reason = whyInvisible(element);
  if (!reason) return undefined;
  return zone && !whyInvisible(zone) ? undefined : reason;
}

function isRequired({ element, members }: Found, label: string): boolean {
  return (
    [element, ...members].some((at) => at.hasAttribute('required') || at.getAttribute('aria-required') === 'true') ||
    /[*✱＊]\s*$|^\s*[*✱＊]|\(required\)/i.test(label)
  );
}

function isDisabled(element: Element, kind: FormField['kind']): boolean {
  if (element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true') return true;
  const readOnly =
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.readOnly : false;
  return readOnly && (kind === 'text' || kind === 'textarea');
}

const checkedOf = (element: Element): boolean =>
  element instanceof HTMLInputElement ? element.checked : element.getAttribute('aria-checked') === 'true';

const optionText = (element: Element): string =>
  markupLabel(element) ||
  textAfter(element) ||
  (element.matches('input') ? '' : wordsOf(element, { buttons: true })) ||
  tidy(element.getAttribute('value') ?? '');

function optionsOf({ kind, element, members }: Found, ref: string): FormField['options'] {
  if (element instanceof HTMLSelectElement) {
    return [...element.options]
      .slice(0, MOST_OPTIONS)
      .map((option) => ({ value: option.value, text: tidy(option.text), selected: option.selected }));
  }
  if (kind === 'buttonGroup') {
    return members.map((button, index) => ({
      value: '',
      text: tidy(button.textContent ?? ''),
      ref: optionRef(ref, index),
      selected: isChosen(button),
    }));
  }
  if (kind === 'radio' || kind === 'checkboxGroup') {
    return members.map((member, index) => ({
      value: member.getAttribute('value') ?? '',
      text: optionText(member),
      ref: optionRef(ref, index),
      selected: checkedOf(member),
    }));
  }
  const list =
    kind === 'combobox' ? listboxOf(element) : element instanceof HTMLInputElement ? element.list : undefined;
  return [...(list?.querySelectorAll('[role=option],option') ?? [])].slice(0, MOST_OPTIONS).map((option) => {
    const text = tidy(option.textContent || option.getAttribute('value') || '');
    return {
      value: option.getAttribute('value') ?? text,
      text,
      selected: option.getAttribute('aria-selected') === 'true',
    };
  });
}

function currentValue({ kind, element, members }: Found, zone: Element | undefined): string {
  if (element instanceof HTMLSelectElement) {
    const chosen = element.selectedOptions[0];
    return !chosen || chosen.disabled || chosen.value === '' || isPlaceholder(chosen.text) ? '' : tidy(chosen.text);
  }
  if (kind === 'combobox') return committedText(element);
  if (kind === 'radio' || kind === 'checkboxGroup') return members.filter(checkedOf).map(optionText).join('; ');
  if (kind === 'checkbox') return checkedOf(element) ? 'checked' : '';
  if (kind === 'buttonGroup') {
    return members
      .filter(isChosen)
      .map((button) => tidy(button.textContent ?? ''))
      .join('; ');
  }
  if (kind === 'file') {
    const files =
      element instanceof HTMLInputElement ? [...(element.files ?? [])].map((file) => file.name).join('; ') : '';
    return files || shownFile(zone);
  }
  if (kind === 'richtext') return tidy(element.textContent ?? '');
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : '';
}

/** Whether the page put the value there itself and nobody has chosen yet. */
function isPristine({ kind, element, members }: Found): boolean {
  if (element instanceof HTMLSelectElement) {
    const marked = [...element.options].findIndex((option) => option.defaultSelected);
    return element.selectedIndex === Math.max(0, marked);
  }
  if (kind === 'radio')
    return members.every((member) => !(member instanceof HTMLInputElement) || member.checked === member.defaultChecked);
  return false;
}

/** A key per form: its order, id, name and accessible name, for those who weigh what the form is for. */
function formOf(element: Element, forms: Map<Element, string>): string {
  for (let at: Element | null = element; at; at = composedParent(at)) {
    if (at.tagName !== 'FORM' && !/^(?:form|dialog)$/.test(at.getAttribute('role') ?? '') && at.tagName !== 'DIALOG')
      continue;
    const known =
      forms.get(at) ??
      tidy(`${forms.size} ${at.id} ${at.getAttribute('name') ?? ''} ${at.getAttribute('aria-label') ?? ''}`);
    forms.set(at, known);
    return known;
  }
  return 'page';
}
