/** Which elements of a page are questions, and which of them are one question together. */
import type { FormField } from '#shared/form/form.schema.ts';
import { composedParent, isClobbered, matching } from './deep-dom.ts';
import { CONTROLS, wordsOf } from './label-of.ts';
import { isUploadButton } from './upload-button.ts';
import { answerButtons, inlineOptions, isBareDropZone, isCombobox } from './widgets.ts';

const NOT_TYPED = /^(?:hidden|submit|button|image|reset|color)$/;

/** Everything else is no question, whatever it looks like; most of a page is ruled out by this one test. */
const PERHAPS =
  'input,textarea,select,button,body,[role],[contenteditable],h1,h2,h3,h4,h5,h6,td[colspan]:only-child,th[colspan]:only-child,[class*=drop i],[class*=upload i],[class*=attach i],[class*=file i],[id*=drop i],[id*=upload i],[id*=attach i],[data-testid]';

/** One question: its control, or the options it is answered with. */
export type Found = {
  readonly kind: FormField['kind'];
  readonly element: Element;
  readonly members: readonly Element[];
  /** Nearest heading above. */
  readonly section: string;
};

/** All questions among the elements of a page, in their order. */
export function findControls(elements: readonly Element[]): Found[] {
  const found: (Found & { kind: FormField['kind']; members: Element[] })[] = [];
  const groups = new Map<string, (typeof found)[number]>();
  const taken = new Set<Element>();
  const perhaps = new Set(elements[0] ? matching(elements[0].ownerDocument, PERHAPS) : []);
  const keyOf = groupKeys();
  let section = '';
  const add = (kind: FormField['kind'], element: Element, members: Element[]): (typeof found)[number] => {
    const entry = { kind, element, members, section };
    found.push(entry);
    return entry;
  };
  for (const element of elements) {
    const isPerhaps = perhaps.has(element);
    if (isPerhaps && isHeading(element)) {
      section = (element.checkVisibility() ? wordsOf(element) : '') || section;
    }
    if (taken.has(element)) continue;
    const buttons = answerButtons(element);
    if (buttons.length > 0) {
      for (const inner of element.querySelectorAll('input')) taken.add(inner);
      for (const button of buttons) taken.add(button);
      add('buttonGroup', element, buttons);
      continue;
    }
    if (!isPerhaps) continue;
    const options = inlineOptions(element);
    if (options.length > 0) {
      for (const option of options) taken.add(option);
      add(element.getAttribute('aria-multiselectable') === 'true' ? 'checkboxGroup' : 'buttonGroup', element, options);
      continue;
    }
    const kind = kindOf(element);
    if (!kind) {
      if (isBareDropZone(element) || isUploadButton(element)) {
        for (const inner of element.querySelectorAll('*')) taken.add(inner);
        add('file', element, [element]);
      }
      continue;
    }
    const key = kind === 'radio' || kind === 'checkbox' ? keyOf(element, kind) : undefined;
    const group = key === undefined ? undefined : groups.get(key);
    if (group) {
      group.members.push(element);
      if (kind === 'checkbox') group.kind = 'checkboxGroup';
    } else {
      const entry = add(kind, element, [element]);
      if (key !== undefined) groups.set(key, entry);
    }
  }
  return found.filter((each) => !isRating(each));
}

/** A heading, or what old pages draw as one: a table row that is a single bold cell of few words. */
function isHeading(element: Element): boolean {
  if (/^H[1-6]$/.test(element.tagName) || element.getAttribute('role') === 'heading') return true;
  if (!/^T[DH]$/.test(element.tagName) || element.querySelector(CONTROLS)) return false;
  const words = (element.textContent ?? '').trim();
  if (words === '' || words.length > 60 || /[?:]$/.test(words)) return false;
  const drawn = element.children.length === 1 ? (element.firstElementChild ?? element) : element;
  return Number(getComputedStyle(drawn).fontWeight) >= 600;
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
  if (role === 'radio' || role === 'checkbox' || role === 'switch') {
    if (element.querySelector('input')) return undefined;
    return role === 'radio' ? 'radio' : 'checkbox';
  }
  if (!(element instanceof HTMLElement) || !element.isContentEditable) return undefined;
  const outside = composedParent(element);
  if (outside instanceof HTMLElement && outside.isContentEditable) return undefined;
  return role === 'spinbutton' ? 'text' : 'richtext';
}

/** Radios of one name are one question; checkboxes are, when they share a name or a group of their own. */
function groupKeys(): (element: Element, kind: 'radio' | 'checkbox') => string | undefined {
  const numbers = new Map<Node, number>();
  const number = (node: Node): number => {
    const known = numbers.get(node) ?? numbers.size;
    numbers.set(node, known);
    return known;
  };
  const own = new Map<Element, boolean>();
  const isOwnGroup = (holder: Element): boolean => {
    const known = own.get(holder) ?? holdsOnlyBoxes(holder);
    own.set(holder, known);
    return known;
  };
  const named = new Map<Node, Map<string, number>>();
  const countNamed = (root: Element | Document | DocumentFragment, name: string): number => {
    let counts = named.get(root);
    if (!counts) {
      counts = new Map();
      for (const box of root.querySelectorAll('input[type=checkbox][name]')) {
        const each = box.getAttribute('name') ?? '';
        counts.set(each, (counts.get(each) ?? 0) + 1);
      }
      named.set(root, counts);
    }
    return counts.get(name) ?? 0;
  };
  return (element, kind) => {
    const name = element.getAttribute('name') ?? '';
    const holder = element.closest('fieldset,[role=radiogroup],[role=group],ul');
    const scope = number(element.closest('form') ?? element.getRootNode());
    if (kind === 'radio') return name !== '' ? `r${scope}:${name}` : holder ? `R${number(holder)}` : undefined;
    if (holder && isOwnGroup(holder)) return `C${number(holder)}`;
    if (name === '' || !(element instanceof HTMLInputElement)) return undefined;
    const root = element.form && !isClobbered(element.form) ? element.form : element.getRootNode();
    const isRoot = root instanceof Document || root instanceof DocumentFragment || root instanceof Element;
    return isRoot && countNamed(root, name) > 1 ? `c${scope}:${name}` : undefined;
  };
}

function holdsOnlyBoxes(holder: Element): boolean {
  const controls = [...holder.querySelectorAll(`${CONTROLS},[role=checkbox],[role=switch]`)];
  return (
    controls.length > 1 &&
    controls.every((box) =>
      box instanceof HTMLInputElement
        ? box.type === 'checkbox'
        : /^(?:checkbox|switch)$/.test(box.getAttribute('role') ?? ''),
    )
  );
}

/** Stars and thumbs rate something; they ask nothing of an applicant. */
const isRating = ({ kind, members }: Found): boolean =>
  (kind === 'radio' || kind === 'buttonGroup') &&
  members.length > 2 &&
  members.every((member) =>
    /★|☆|⭐|\bstars?\b/i.test(
      `${member.textContent} ${member.getAttribute('aria-label') ?? ''} ${member instanceof HTMLInputElement ? (member.labels?.[0]?.textContent ?? '') + (member.labels?.[0]?.title ?? '') : ''}`,
    ),
  );
