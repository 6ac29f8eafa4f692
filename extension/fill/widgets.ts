/** Recognising what a control is by its structure, never by its site. */
import { matching, parentOf, selfAndAncestors } from './deep-dom.ts';
import { layerOf } from './layers.ts';
import { perLook } from './one-look.ts';
import { whyInvisible } from './visibility.ts';

const SHELL =
  /(?:^|[\s_-])(?:control|select2-container|selectize-control|choices|combobox|select-shell|select-container|ant-select|multiselect|autocomplete|typeahead|dropdown)(?:$|[\s_-])/i;

/** An input or button that opens a list of options. */
export function isCombobox(element: Element): boolean {
  const role = element.getAttribute('role');
  if (role === 'combobox') return element.tagName !== 'SELECT';
  const popup = element.getAttribute('aria-haspopup');
  if (element instanceof HTMLInputElement) {
    if (!/^(?:text|search|)$/.test(element.type)) return false;
    if (element.getAttribute('data-uxi-widget-type') === 'selectinput' || hasSuggestions(element)) return true;
    if (element.closest('[data-automation-id=multiSelectContainer]')) return true;
    if (TYPEAHEAD.test(element.getAttribute('class') ?? '') || element.parentElement?.matches('.awesomplete'))
      return true;
    return /^(?:list|both)$/.test(element.getAttribute('aria-autocomplete') ?? '') || popup === 'listbox';
  }
  return (element.tagName === 'BUTTON' && popup === 'listbox') || isDialPicker(element);
}

/** A button with a flag or a dial code beside a box for a phone number. */
export function isDialPicker(element: Element): boolean {
  if (element.tagName !== 'BUTTON' && !/^(?:button|combobox)$/.test(element.getAttribute('role') ?? '')) return false;
  if (!element.hasAttribute('aria-haspopup') && !element.hasAttribute('aria-expanded')) return false;
  const said = `${element.textContent} ${element.getAttribute('aria-label') ?? ''} ${element.getAttribute('title') ?? ''}`;
  return /\+\d|country|land|pays|país|paese|kraj|ülke|země|стран/i.test(said) && phoneBeside(element) !== undefined;
}

/** The box for a phone number a dial code picker belongs to. */
export function phoneBeside(element: Element): HTMLInputElement | undefined {
  let at = parentOf(element);
  for (let depth = 0; at && depth < 4; depth++, at = parentOf(at)) {
    const inputs = [...at.querySelectorAll('input:not([type=hidden])')].filter((input) => !isProxyInput(input));
    if (inputs.length > 1) return undefined;
    const [only] = inputs;
    if (only instanceof HTMLInputElement) {
      const isPhone = only.type === 'tel' || /tel|phone|mobile/i.test(`${only.autocomplete} ${only.name} ${only.id}`);
      return isPhone ? only : undefined;
    }
  }
  return undefined;
}

/** What libraries call the box they suggest entries for. */
const TYPEAHEAD = /(?:^|\s)(?:pac-target-input|ui-autocomplete-input|tt-input|aa-input)(?:\s|$)/;

/** A typeahead without ARIA: the browser's own completion is off and an empty list of suggestions waits beside it. */
function hasSuggestions(element: HTMLInputElement): boolean {
  if (element.getAttribute('autocomplete') !== 'off') return false;
  return [...(parentOf(element)?.children ?? [])].some(
    (sibling) =>
      sibling !== element &&
      /(?:dropdown|autocomplete|suggest\w*)-?(?:results|list|container|menu|items)/i.test(
        sibling.getAttribute('class') ?? '',
      ),
  );
}

/** Inputs that serve a widget and mean nothing by themselves. */
export function isProxyInput(element: Element): boolean {
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if (
    /select2-(?:focusser|input|search)|s2id_autogen|requiredinput|iti__search|chosen-search|choices__input/i.test(names)
  )
    return element.tagName !== 'SELECT';
  if (/\bql-(?:clipboard|tooltip)\b/.test(`${names} ${parentOf(element)?.className ?? ''}`)) return true;
  // A list behind select2 and its like is the question itself; what draws it is judged apart.
  return (
    element.tagName !== 'SELECT' &&
    element.getAttribute('aria-hidden') === 'true' &&
    element.getAttribute('tabindex') === '-1'
  );
}

/** The widget around a picker’s input: what a person sees as the picker. */
export function shellOf(element: Element): Element {
  let best: Element = parentOf(element) ?? element;
  let at = parentOf(element);
  for (let depth = 0; at && depth < 6; depth++, at = parentOf(at)) {
    if (at.tagName === 'FORM' || at.tagName === 'LABEL' || at.querySelectorAll('label,legend,textarea').length > 0)
      break;
    if (at.querySelectorAll('input:not([type=hidden]):not([aria-hidden=true]),select').length > 1) break;
    if (SHELL.test(at.getAttribute('class') ?? '') || at.getAttribute('data-automation-id') === 'multiSelectContainer')
      best = at;
  }
  return best;
}

const PERHAPS_VALUE =
  '[class*=value i],[class*=item i],[class*=chosen],[class*=chip i],[class*=tag i],[class*=single-label],[data-automation-id*=item i]';
const NO_VALUE =
  '[role=option]:not([data-automation-id=selectedItem]),[class*=placeholder i],[class*=-suffix],[class*=-prefix]';

const SHOWS_VALUE =
  /single-?(?:value|label)|multi-?value|selection-item|selectedItem$|select2-chosen|__item|chip|tag\b|(?:^|\s)item(?:\s|$)|has-value\b/i;

/** Words of a value; around the box itself only what is written there, not what stands in other elements. */
function textShown(value: Element, box: Element): string {
  const isAround = value.contains(box);
  return [...value.childNodes]
    .filter((node) => (isAround ? node.nodeType === Node.TEXT_NODE : !isRemover(node)))
    .map((node) => node.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a picker has committed to: the text it shows as its value; typed text that was not chosen is none. */
export function committedText(element: Element): string {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) {
    const text = (element.textContent ?? '').replace(/[×✕✖▾▼⌄\s]+/g, ' ').trim();
    const drawn = text !== '' && !isPlaceholder(text) ? text : '';
    return drawn || (isDialPicker(element) ? dialShown(element) : '');
  }
  const shell = shellOf(element);
  for (const at of shell.querySelectorAll(PERHAPS_VALUE)) {
    const names = `${at.getAttribute('class') ?? ''} ${at.getAttribute('data-automation-id') ?? ''}`;
    const text = SHOWS_VALUE.test(names) && !at.matches(NO_VALUE) ? textShown(at, element) : '';
    if (text !== '' && !isPlaceholder(text)) return text;
  }
  if (isReactSelect(element)) return '';
  if (element.getAttribute('aria-expanded') === 'true') return '';
  return element instanceof HTMLInputElement ? element.value.trim() : '';
}

/** A chip's own button, perhaps drawn as a letter. */
const isRemover = (node: Node): boolean =>
  node instanceof Element && node.matches('button,[role=button],[class*=remove i]');

/** Pickers that drop typed text on blur; their input’s value is never the answer. */
export const isReactSelect = (element: Element): boolean =>
  /select__input|react-select/.test(`${element.getAttribute('class') ?? ''} ${element.id}`) ||
  element.closest('[class*="select__value-container"],[class*="-ValueContainer"],[class*="select__control"]') !==
    null ||
  /^react-select/.test(element.getAttribute('aria-controls') ?? element.getAttribute('aria-owns') ?? '') ||
  hasLiveRegion(element);

/** Without a class prefix of the page’s own, only the region it speaks through names it. */
function hasLiveRegion(element: Element): boolean {
  let at = parentOf(element);
  for (let depth = 0; at && depth < 6; depth++, at = parentOf(at)) {
    const region = [...at.children].find((child) => /^react-select-.+-live-region$/.test(child.id));
    if (region) return true;
  }
  return false;
}

/** “Select…”, “Please choose”, “--”: words that stand for no answer. */
export const isPlaceholder = (text: string): boolean =>
  /^(?:[-–—.…\s]*|(?:please )?(?:select|choose|pick|search|start typing|type)\b.*|none selected|nothing selected|bitte (?:auswählen|wählen).*|auswählen.*|choisi(?:r|ssez).*|sélectionn.*|seleccion.*|selecion.*|seleziona.*|kies.*|wybierz.*|välj.*|seçiniz.*|vyberte.*|--.*)$/i.test(
    text.trim(),
  );

/** The element holding a picker’s options, if the page ties it to the picker. */
export function listboxOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return undefined;
  for (const attribute of ['aria-controls', 'aria-owns']) {
    for (const id of (element.getAttribute(attribute) ?? '').split(/\s+/)) {
      const target = id === '' ? null : (root.getElementById(id) ?? element.ownerDocument.getElementById(id));
      if (target) return target;
    }
  }
  return undefined;
}

/** A flag says its country only in its title: `United States: +1`. */
const dialShown = (element: Element): string => {
  const said = element.getAttribute('title') || element.getAttribute('aria-label') || '';
  return /\+\d/.test(said) ? said.trim() : '';
};

const ANSWERS = /^(?:yes|no|ja|nein|oui|non|sí|si|sim|não|nao|tak|nie|nee|nej|evet|hayır|ano|ne|да|нет|maybe|n\/a)$/i;
const CHOICES =
  /(?:^|[\s_-])(?:segment\w*|toggle-?(?:group|buttons?)|chips?|choices?|answers?|options?|pills?)(?:$|[\s_-])/i;
/** What buttons do that are no answers. */
const ACTION =
  /^(?:add|remove|delete|save|cancel|close|next|back|previous|continue|submit|apply|upload|attach|browse|edit|clear|reset|ok|more|less|show|hide|copy|paste|bold|italic|underline|link)\b|^\W*$/i;
const BUTTON = 'button,[role=button],[role=radio]';

/** Buttons that answer a question together: a radiogroup of buttons, Yes and No side by side, chips and segments. */
export function answerButtons(container: Element): HTMLElement[] {
  if (!buttonHolders(container.ownerDocument).has(container)) return [];
  const { childElementCount: count } = container;
  if (
    count < 2 ||
    count > 24 ||
    /^(?:toolbar|tablist|menu|menubar|navigation)$/.test(container.getAttribute('role') ?? '')
  )
    return [];
  if (/^(?:SELECT|TABLE|TBODY|TR|NAV|BODY|FORM|svg|HEAD)$/.test(container.tagName)) return [];
  const direct = [...container.children].filter((child) => child.matches(BUTTON));
  const found = direct.length > 0 ? direct : wrapped(container);
  const buttons = found.filter((child) => child instanceof HTMLElement);
  if (buttons.length < 2 || buttons.some((button) => button.querySelector('input:not([type=hidden])'))) return [];
  const texts = buttons.map((button) => (button.textContent ?? '').trim());
  const isToggle = buttons.every(
    (button) => button.getAttribute('role') === 'radio' || button.hasAttribute('aria-pressed'),
  );
  if (isToggle)
    return /toolbar/i.test(container.getAttribute('class') ?? '') || texts.every((text) => text === '') ? [] : buttons;
  if (texts.every((text) => ANSWERS.test(text))) return buttons;
  const isChoice =
    CHOICES.test(container.getAttribute('class') ?? '') &&
    buttons.length === count &&
    buttons.every((button) => button.getAttribute('type') === 'button' || button.tagName !== 'BUTTON') &&
    texts.every((text) => text.length < 60 && !ACTION.test(text)) &&
    new Set(texts).size === texts.length;
  return isChoice ? buttons : [];
}

/** Elements with a button as a child or grandchild: nothing else is asked whether its buttons are answers. */
const buttonHolders = perLook((document: Document): ReadonlySet<Element> => {
  const holders = new Set<Element>();
  for (const button of matching(document, BUTTON)) {
    const parent = parentOf(button);
    const above = parent ? parentOf(parent) : null;
    if (parent) holders.add(parent);
    if (above) holders.add(above);
  }
  return holders;
});

/** Buttons of a list whose items hold one each and nothing else to fill in. */
function wrapped(container: Element): Element[] {
  const buttons: Element[] = [];
  for (const child of container.children) {
    const [button, another] = child.querySelectorAll(BUTTON);
    if (!button || another || child.querySelector('input:not([type=hidden]),select,textarea')) return [];
    buttons.push(button);
  }
  return buttons;
}

const OPENER = '[aria-haspopup=listbox],[role=combobox]';

/** Options of a list that is part of the page, not of a picker that opens it. */
export function inlineOptions(element: Element): HTMLElement[] {
  if (element.getAttribute('role') !== 'listbox' || element.tagName === 'SELECT') return [];
  const options = [...element.querySelectorAll('[role=option]')].filter(
    (option): option is HTMLElement => option instanceof HTMLElement && option.getAttribute('aria-disabled') !== 'true',
  );
  if (options.length < 2 || options.length > 60 || whyInvisible(element)) return [];
  const root = element.getRootNode();
  const id = CSS.escape(element.id);
  const isOpened =
    element.closest('[role=combobox],[class*="select2"],[class*="choices"],[class*="select__"]') !== null ||
    (element.id !== '' &&
      (root instanceof Document || root instanceof ShadowRoot) &&
      root.querySelector(`[aria-controls~="${id}"],[aria-owns~="${id}"]`) !== null);
  if (isOpened) return [];
  let depth = 0;
  for (const at of selfAndAncestors(element)) {
    if (/absolute|fixed/.test(layerOf(at).style.position)) return [];
    if ([...at.children].some((child) => child.matches(OPENER) || (depth < 2 && child.querySelector(OPENER))))
      return [];
    if (++depth > 3) break;
  }
  return options;
}

/** Whether a button of a group is the chosen one, as far as the page says. */
export function isChosen(button: Element): boolean {
  for (const attribute of ['aria-pressed', 'aria-checked', 'aria-selected', 'data-selected']) {
    if (button.getAttribute(attribute) === 'true') return true;
  }
  return (
    /^(?:checked|active|on)$/.test(button.getAttribute('data-state') ?? '') ||
    /(?:^|[\s_-])(?:active|selected|checked)(?:$|[\s_-])/i.test(button.getAttribute('class') ?? '')
  );
}

const ZONE =
  /drop-?zone|file-?(?:drop|upload)|upload-?(?:zone|area|box)|attach-or|attachment-?(?:upload|field)|filepicker/i;

/** A place to drop or attach a file that has no file input in the page yet. */
export function isBareDropZone(element: Element): boolean {
  if (!element.hasAttributes()) return false;
  const names = `${element.getAttribute('class') ?? ''} ${element.id} ${element.getAttribute('data-testid') ?? ''}`;
  if (!ZONE.test(names) || element.querySelector('input[type=file]')) return false;
  if (/^(?:FORM|BODY|INPUT|BUTTON|LABEL|SVG|svg)$/.test(element.tagName)) return false;
  if (
    parentOf(element)
      ?.closest('[class*="drop" i],[class*="upload" i],[class*="attach" i]')
      ?.querySelector('input[type=file]')
  )
    return false;
  const text = (element.textContent ?? '').slice(0, 400);
  return /attach|upload|drop|drag|browse|hochladen|ablegen|téléverser|glisser|subir|arrastr|carica|trascina|slepen|prześlij|ladda upp|yükle/i.test(
    text,
  );
}
