/**
 * What a person reads as the label of a control: for, aria, wrapping, legend, question text, the head of its column, what stands
 * before it. Longer than 300 lines because the sources are tried one after the other and share how words are read.
 */
import { byId, composedParent, drawnInside, isClobbered, matching, scopeOf } from './deep-dom.ts';
import { isMark } from './marks.ts';
import { perLook } from './one-look.ts';
import { isDrawnBefore, nearbyText } from './text-nearby.ts';

const LONGEST = 400;
/** Longer than any label; what is longer is a text with a control in it. */
const MOST_WORDS = LONGEST * 2;
/** Joined here, since a bundler copies a plain text to each of its uses. */
export const CONTROLS = [
  'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image])',
  'select,textarea,[role=combobox],[role=textbox],[contenteditable=true],[contenteditable=""]',
].join(',');
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
    .replace(/[\s\u00a0\u200b-\u200d\ufeff\ue000-\uf8ff]+/g, ' ')
    .trim()
    .slice(0, LONGEST);

type Reading = {
  /** Words of buttons too. */
  readonly buttons?: boolean;
  /** Left out with all that is in it. */
  readonly without?: (element: Element) => boolean;
};

/** Visible words below an element, without those of controls, options and what is announced only. */
export function wordsOf(node: Node, options: Reading = {}): string {
  let text = '';
  const visit = (at: Node): void => {
    if (text.length > MOST_WORDS) return;
    if (at.nodeType === Node.TEXT_NODE) {
      text += at.textContent ?? '';
      return;
    }
    if (!(at instanceof Element)) {
      for (const child of at.childNodes) visit(child);
      return;
    }
    if (isClobbered(at) || (SILENT.has(at.tagName) && !(options.buttons && at.tagName === 'BUTTON'))) return;
    if (at !== node) {
      if (!isDrawn(at) || options.without?.(at)) return;
      if (at.childElementCount === 0 && isMark(at.textContent ?? '')) {
        text += ` (${at.textContent?.trim()}) `;
        return;
      }
    }
    const role = at.getAttribute('role');
    if (role === 'alert' || role === 'listbox' || at.hasAttribute('aria-live')) return;
    if (at !== node && at.matches('[contenteditable=true],[contenteditable=""]')) return;
    for (const child of drawnInside(at)) visit(child);
    if (!isInline(at)) text += ' ';
  };
  visit(node);
  return tidy(text);
}

/** Elements whose contents stand in their place (slots, wrappers of components) are not drawn themselves. */
const isDrawn = (element: Element): boolean =>
  element.checkVisibility() || element.tagName === 'SLOT' || getComputedStyle(element).display === 'contents';

const isInline = (element: Element): boolean =>
  /^(?:A|B|I|EM|STRONG|SPAN|FONT|SMALL|SUP|U|ABBR|SLOT|MARK|Q)$/.test(element.tagName);

/** What a hidden text says to a screen reader. */
const heard = (element: Element): string =>
  wordsOf(element, { buttons: true }) || (element.checkVisibility() ? '' : tidy(element.textContent ?? ''));

const referenced = (element: Element, attribute: string): string =>
  tidy(
    (element.getAttribute(attribute) ?? '')
      .split(/\s+/)
      .slice(0, 12)
      .map((id) => {
        const target = id === '' ? null : (byId(element, id) ?? element.ownerDocument.getElementById(id));
        return target && target !== element && !target.contains(element) ? heard(target) : '';
      })
      .filter((words, index, all) => words !== '' && all.indexOf(words) === index)
      .join(' '),
  );

/** The label tied to the control in markup: aria-labelledby, label elements, aria-label, the host it is drawn by. */
export const markupLabel: (element: Element) => string = perLook((element: Element) => {
  const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
  const wrapping = labels.length === 0 ? element.closest('label') : null;
  const tied =
    tidy(labels.map((label) => wordsOf(label)).join(' ')) ||
    (wrapping ? wordsOf(wrapping) : '') ||
    loneLabelFor(element);
  return (
    referenced(element, 'aria-labelledby') ||
    tied ||
    tidy(element.getAttribute('aria-label') ?? '') ||
    hostLabel(element)
  );
});

/** label[for] on things that are no form controls (custom elements, divs). */
function loneLabelFor(element: Element): string {
  if (!element.id || 'labels' in element) return '';
  const label = scopeOf(element).querySelector(`label[for="${CSS.escape(element.id)}"]`);
  return label ? wordsOf(label) : '';
}

/** A component that draws one control carries its label itself: `<ui-field label="First name">`, `<label for=…>` on the host. */
function hostLabel(element: Element): string {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot) || controlsBelow(root.host).length !== 1) return '';
  const { host } = root;
  return (
    tidy(host.getAttribute('label') ?? '') ||
    referenced(host, 'aria-labelledby') ||
    loneLabelFor(host) ||
    tidy(host.getAttribute('aria-label') ?? '') ||
    hostLabel(host)
  );
}

/** Controls at or below an element, through shadow roots; those that only serve a widget are none. */
export const controlsBelow = (element: Element): readonly Element[] =>
  controlsByContainer(element.ownerDocument).get(element) ?? [];

const controlsByContainer = perLook((document: Document) => {
  const containers = new Map<Element, Element[]>();
  for (const control of matching(document, CONTROLS)) {
    if (isProxy(control)) continue;
    for (let at: Element | null = control; at && !/^(?:BODY|HTML)$/.test(at.tagName); at = composedParent(at)) {
      const list = containers.get(at);
      if (list) list.push(control);
      else containers.set(at, [control]);
    }
  }
  return containers;
});

/** Help beside a control: what describes it, its title, and help text in a container of its own. */
export function hintOf(element: Element): string {
  const described = referenced(element, 'aria-describedby');
  const title = element.getAttribute('title') ?? '';
  let container = composedParent(element);
  for (let depth = 0; container && depth < 3; depth++, container = composedParent(container)) {
    if (container.tagName === 'FORM' || controlsBelow(container).length > 1) break;
    const help = container.querySelector('[class*="help" i],[class*="hint" i],[class*="description" i],small');
    const words = help && !help.contains(element) && help.checkVisibility() ? wordsOf(help) : '';
    if (words !== '' && !described.includes(words)) return tidy(`${described} ${title} ${words}`);
  }
  return tidy(`${described} ${title}`);
}

const isEnd = (element: Element): boolean =>
  /^(?:FORM|BODY|MAIN|HTML)$/.test(element.tagName) || element.getAttribute('role') === 'form';

/** The question around a set of controls, from the words of the nearest container that holds no others. */
export function surroundingLabel(members: readonly Element[]): string {
  const [first, another] = members;
  if (!first) return '';
  return another ? wordsAround(members) || lastResort(first) : aroundOne(first);
}

const aroundOne = perLook((element: Element): string => wordsAround([element]) || lastResort(element));

const lastResort = (element: Element): string =>
  titleOf(element) ||
  columnHead(element) ||
  textBefore(element) ||
  nearbyText(element, visibleControls(element.ownerDocument));

/** The same from containers alone: what a person reads as belonging to these controls and to nothing else. */
export function wordsAround(members: readonly Element[]): string {
  const [first] = members;
  if (!first) return '';
  const holders = new Set(members);
  let at = composedParent(first);
  for (let depth = 0; at && depth < 7; depth++, at = composedParent(at)) {
    if (isEnd(at)) return '';
    const container = at;
    if (controlsBelow(container).some((other) => !isPart(holders, other))) return '';
    const isWhole = members.every(
      (member) => member === first || container.contains(member) || member.getRootNode() !== first.getRootNode(),
    );
    const text = isWhole ? withoutOptions(questionIn(container, members), members) : '';
    if (text) return text;
  }
  return '';
}

/** A question without its answers, where those stand beside their boxes without being labels: “Relocate? Yes No”. */
function withoutOptions(text: string, members: readonly Element[]): string {
  if (members.length < 2) return text;
  const options = tidy(members.map(textAfter).join(' '));
  return options !== '' && text.endsWith(options) ? text.slice(0, -options.length).trim() : text;
}

function isPart(members: ReadonlySet<Element>, other: Element): boolean {
  if (members.has(other)) return true;
  for (const member of members) if (member.contains(other) || other.contains(member)) return true;
  return false;
}

const visibleControls = perLook((document: Document) =>
  matching(document, CONTROLS).filter((each) => each.checkVisibility()),
);

/** Inputs that only serve a widget: nobody reads them as a question of their own. */
const isProxy = (element: Element): boolean =>
  element.getAttribute('aria-hidden') === 'true' ||
  element.getAttribute('tabindex') === '-1' ||
  (element instanceof HTMLInputElement && element.type === 'file');

const NOT_THE_QUESTION = /placeholder|single-?value|error|helper|description|counter|\bhint/i;

/** Words of a container without the words of its own options. */
function questionIn(container: Element, members: readonly Element[]): string {
  const options = new Set<Element>(members);
  if (members.length > 1) {
    for (const member of members) {
      const labels = 'labels' in member && member.labels instanceof NodeList ? [...member.labels] : [];
      for (const label of labels) if (label instanceof Element) options.add(label);
    }
  }
  return wordsOf(container, {
    without: (at) => options.has(at) || NOT_THE_QUESTION.test(at.getAttribute('class') ?? ''),
  });
}

/** A title says what to enter, unless it is the browser's or a framework's word for a mistake. */
const titleOf = (element: Element): string => {
  const title = tidy(element.getAttribute('title') ?? '');
  return /please|bitte|veuillez|must|invalid|required|format/i.test(title) || title.length > 120 ? '' : title;
};

/** Tables of rows: the head of the column a cell stands in. */
function columnHead(element: Element): string {
  const cell = element.closest('td');
  const table = cell?.closest('table');
  const row = cell?.parentElement;
  if (!cell || !table || !(row instanceof HTMLTableRowElement)) return '';
  let column = 0;
  for (const before of row.cells) {
    if (before === cell) break;
    column += before.colSpan;
  }
  for (const head of table.rows) {
    if (head === row) return '';
    if (controlsBelow(head).length > 0) continue;
    let at = 0;
    for (const each of head.cells) {
      if (column < at + each.colSpan && head.cells.length > 1) return wordsOf(each, { buttons: true });
      at += each.colSpan;
    }
  }
  return '';
}

/** Text between the previous control and this one (line breaks, label-less markup), if it is drawn beside or above it. */
function textBefore(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(
    element.closest('form,body,dialog') ?? element.getRootNode(),
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  walker.currentNode = element;
  const isSeen = element.checkVisibility();
  const parts: string[] = [];
  for (let node = walker.previousNode(), steps = 0; node && steps < 40; node = walker.previousNode(), steps++) {
    if (node instanceof Element) {
      if (node.matches(CONTROLS) || node.tagName === 'BUTTON') break;
      if (/^(?:TR|TBODY|FIELDSET|SECTION|FORM|HR)$/.test(node.tagName) && parts.length > 0) break;
      continue;
    }
    const parent = node.parentElement;
    const text = tidy(node.textContent ?? '');
    if (text && parent && !SILENT.has(parent.tagName) && (!isSeen || parent.checkVisibility())) {
      if (isSeen && !isDrawnBefore(node, element)) break;
      parts.unshift(text);
    }
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

export type Group = { readonly words: string; readonly element: Element | undefined };

/** Legend or accessible name of the nearest group around a control. */
export function groupOf(element: Element): Group {
  let at = composedParent(element);
  for (let depth = 0; at && depth < 12; depth++, at = composedParent(at)) {
    if (at.tagName === 'FORM' || at.tagName === 'BODY') break;
    const words = groupName(at);
    if (words) return { words, element: at };
  }
  return { words: '', element: undefined };
}

/** Legend or accessible name of an element that groups others; empty for any other. */
export const groupName = perLook((at: Element): string => {
  const legend = at.tagName === 'FIELDSET' ? [...at.children].find((child) => child.tagName === 'LEGEND') : undefined;
  const read = legend ? wordsOf(legend, { buttons: true }) : '';
  if (read) return read;
  if (at.tagName !== 'FIELDSET' && !/^(?:group|radiogroup)$/.test(at.getAttribute('role') ?? '')) return '';
  return referenced(at, 'aria-labelledby') || tidy(at.getAttribute('aria-label') ?? '');
});
