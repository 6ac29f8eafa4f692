/** What a person reads as the label of a control: for, aria, wrapping, legend, question text, what stands before it. */
import { byId, composedParent, scopeOf } from './deep-dom.ts';

const LONGEST = 400;
const CONTROLS = 'input:not([type=hidden]),select,textarea,[role=combobox],[role=textbox],[contenteditable=true]';
const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'OPTION',
  'SELECT',
  'TEXTAREA',
  'BUTTON',
  'SVG',
  'svg',
  'IFRAME',
]);

export const tidy = (text: string): string =>
  text
    .replace(/[\s\u00a0\u200b-\u200d\ufeff]+/g, ' ')
    .trim()
    .slice(0, LONGEST);

/** Visible words below an element, without those of controls, buttons and hidden parts. */
export function wordsOf(node: Node, options: { buttons?: boolean } = {}): string {
  let text = '';
  const visit = (at: Node): void => {
    if (text.length > LONGEST * 2) return;
    if (at.nodeType === Node.TEXT_NODE) {
      text += at.textContent ?? '';
      return;
    }
    if (!(at instanceof Element) && at.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return;
    if (at instanceof Element) {
      if (SILENT.has(at.tagName) && !(options.buttons && at.tagName === 'BUTTON')) return;
      if (at !== node && !at.checkVisibility()) return;
      if (at.getAttribute('role') === 'alert' || at.getAttribute('role') === 'listbox' || at.getAttribute('aria-live'))
        return;
    }
    for (const child of at.childNodes) visit(child);
    if (at instanceof Element && !isInline(at)) text += ' ';
  };
  visit(node);
  return tidy(text);
}

const isInline = (element: Element): boolean =>
  /^(?:A|B|I|EM|STRONG|SPAN|FONT|SMALL|SUP|U|ABBR)$/.test(element.tagName);

const referenced = (element: Element, attribute: string): string =>
  tidy(
    (element.getAttribute(attribute) ?? '')
      .split(/\s+/)
      .filter((id) => id !== '')
      .map((id) => {
        const target = byId(element, id);
        return target && target !== element ? wordsOf(target, { buttons: true }) : '';
      })
      .join(' '),
  );

/** The label tied to the control in markup: aria-labelledby, label elements, aria-label, title. */
export function markupLabel(element: Element): string {
  const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
  const wrapping = labels.length === 0 ? element.closest('label') : null;
  const tied =
    tidy(labels.map((label) => wordsOf(label)).join(' ')) ||
    (wrapping ? wordsOf(wrapping) : '') ||
    loneLabelFor(element);
  return referenced(element, 'aria-labelledby') || tied || tidy(element.getAttribute('aria-label') ?? '');
}

/** label[for] on things that are no form controls (custom elements, divs). */
function loneLabelFor(element: Element): string {
  if (!element.id || 'labels' in element) return '';
  const label = scopeOf(element).querySelector(`label[for="${CSS.escape(element.id)}"]`);
  return label ? wordsOf(label) : '';
}

export const hintOf = (element: Element): string =>
  tidy(`${referenced(element, 'aria-describedby')} ${element.getAttribute('title') ?? ''}`);

/** The question around a set of controls: words of the nearest container that holds no others. */
export function surroundingLabel(members: readonly Element[]): string {
  const [first] = members;
  if (!first) return '';
  let at = composedParent(first);
  for (let depth = 0; at && depth < 7; depth++, at = composedParent(at)) {
    if (/^(?:FORM|BODY|MAIN|HTML)$/.test(at.tagName)) break;
    const others = [...at.querySelectorAll(CONTROLS)].filter((other) => !isPart(members, other) && !isProxy(other));
    if (others.length > 0) break;
    const container = at;
    if (
      !members.every(
        (member) =>
          container.contains(member) ||
          !first.ownerDocument.contains(member) ||
          member.getRootNode() !== first.getRootNode(),
      )
    )
      continue;
    const text = questionIn(at, members);
    if (text) return text;
  }
  return textBefore(first);
}

const isPart = (members: readonly Element[], other: Element): boolean =>
  members.some((member) => member === other || member.contains(other) || other.contains(member));

/** Inputs that only serve a widget: nobody reads them as a question of their own. */
const isProxy = (element: Element): boolean =>
  element.getAttribute('aria-hidden') === 'true' ||
  element.getAttribute('tabindex') === '-1' ||
  (element instanceof HTMLInputElement && element.type === 'file');

/** Words of a container without the words of its own options. */
function questionIn(container: Element, members: readonly Element[]): string {
  const options = new Set<Element>();
  if (members.length > 1) {
    for (const member of members) {
      const labels = 'labels' in member && member.labels instanceof NodeList ? [...member.labels] : [];
      for (const label of labels) if (label instanceof Element) options.add(label);
    }
  }
  let text = '';
  const visit = (at: Node): void => {
    if (at instanceof Element) {
      if (options.has(at) || members.includes(at) || SILENT.has(at.tagName)) return;
      if (at !== container && !at.checkVisibility()) return;
      if (at.getAttribute('role') === 'alert' || at.getAttribute('role') === 'listbox' || at.getAttribute('aria-live'))
        return;
      if (/placeholder|single-?value|error|helper|description/i.test(at.getAttribute('class') ?? '')) return;
    }
    if (at.nodeType === Node.TEXT_NODE) text += at.textContent ?? '';
    for (const child of at.childNodes) visit(child);
    if (at instanceof Element && !isInline(at)) text += ' ';
  };
  visit(container);
  return tidy(text);
}

/** Text between the previous control and this one: tables, line breaks, label-less markup. */
function textBefore(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(
    element.closest('form,body,dialog') ?? element.ownerDocument.body,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  walker.currentNode = element;
  const parts: string[] = [];
  for (let node = walker.previousNode(), steps = 0; node && steps < 40; node = walker.previousNode(), steps++) {
    if (node instanceof Element) {
      if (node.matches(CONTROLS) || node.tagName === 'BUTTON') break;
      if (/^(?:TR|TBODY|FIELDSET|SECTION|FORM|HR)$/.test(node.tagName) && parts.length > 0) break;
      continue;
    }
    const parent = node.parentElement;
    const text = tidy(node.textContent ?? '');
    if (text && parent && !SILENT.has(parent.tagName)) parts.unshift(text);
    if (parts.length > 0 && parent && /^(?:H[1-6]|LABEL|P|TD|TH|DT|LEGEND)$/.test(parent.tagName)) break;
  }
  return tidy(parts.join(' '));
}

/** Text right after a checkbox or radio without a label of its own. */
export function textAfter(element: Element): string {
  let text = '';
  for (let next = element.nextSibling; next && text.length < 80; next = next.nextSibling) {
    if (next instanceof Element && (next.matches(CONTROLS) || /^(?:BR|DIV|P|LI|TR)$/.test(next.tagName))) {
      if (text.trim() !== '' || next.matches(CONTROLS)) break;
      if (next.querySelector(CONTROLS)) break;
    }
    text += ` ${next instanceof Element ? wordsOf(next) : (next.textContent ?? '')}`;
  }
  return tidy(text);
}

/** Legend or accessible name of the nearest group around a control. */
export function groupLabel(element: Element): string {
  let at = composedParent(element);
  for (let depth = 0; at && depth < 10; depth++, at = composedParent(at)) {
    if (at.tagName === 'FORM' || at.tagName === 'BODY') return '';
    if (at.tagName === 'FIELDSET') {
      const legend = [...at.children].find((child) => child.tagName === 'LEGEND');
      if (legend) return wordsOf(legend);
    }
    if (/^(?:group|radiogroup)$/.test(at.getAttribute('role') ?? '')) {
      const name = referenced(at, 'aria-labelledby') || tidy(at.getAttribute('aria-label') ?? '');
      if (name) return name;
    }
  }
  return '';
}
