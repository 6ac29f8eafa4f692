/**
 * What a picker offers: the options a person sees for it, in which words, and which single one of them is wished for. A list is
 * the picker's own by its markup, or by having appeared when the picker was opened.
 */
import { isPlace, matchOption, matchYesNo, type Offered } from '#shared/form/options.rules.ts';
import { plain, yesNo } from '#shared/form/spelling.rules.ts';
import { composedParent, deepElements, shadowOf } from './deep-dom.ts';
import { nextFrame } from './events.ts';
import { listboxOf, shellOf } from './widgets.ts';

export type Wish = {
  readonly value: string;
  readonly alternatives: readonly string[];
  /** What may stand behind the town of a place. */
  readonly place: readonly string[];
};

const OPTION =
  '[role=option],[role=menuitem],[role=menuitemradio],[role=treeitem],.select2-result,.select2-results__option,.pac-item,.ui-menu-item,.tt-suggestion,[class*="select__option"],[class*="item-option"],[class*="dropdown-option"],[class*="autocomplete"] li,[class*="awesomplete"] li,[class*="suggest"] li,[class*="typeahead"] li,[class*="dropdown-results"] > *,[class*="dropdown-location"],[data-automation-id=promptOption],[data-automation-id=menuItem]';
const NOTHING =
  /^(?:no (?:options?|results?|match\w*|items?|data|location)\b.*|not found.*|nothing found.*|keine .*|aucun.*|sin resultados.*|nessun.*|geen .*|brak .*|inga .*)$/i;
const BUSY = /^(?:loading|searching|please wait|wird geladen|laden|chargement|cargando|caricamento|carregando)\b/i;

/** All elements that look like options and are drawn at this moment. */
export const optionsDrawn = (document: Document): Set<Element> =>
  new Set([...deepElements(document)].filter((element) => element.matches(OPTION) && isDrawn(element)));

export const isDrawn = (element: Element): boolean => {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width >= 10 && height >= 10;
};

/**
 * Options a person sees for this picker: of the list its markup names, else inside the widget, else anywhere on the page.
 * `before` holds those that were drawn already before it was opened; they belong to something else.
 */
export function optionsFor(element: Element, before: ReadonlySet<Element>): Element[] {
  const list = ownList(element);
  const own = list ? [...list.querySelectorAll(`${OPTION},li,[class*=option]`)].filter(isDrawn) : [];
  if (own.length > 0) return leaves(own);
  const near = [...shellOf(element).querySelectorAll(OPTION)].filter((each) => !before.has(each) && isDrawn(each));
  if (near.length > 0) return leaves(near);
  return leaves([...optionsDrawn(element.ownerDocument)].filter((each) => !before.has(each)));
}

/** The list the control itself, or the combobox it is the text box of, says it controls. */
function ownList(element: Element): Element | undefined {
  const wrapper = element.parentElement?.closest('[role=combobox]');
  const list = listboxOf(element) ?? (wrapper ? listboxOf(wrapper) : undefined);
  return list && !list.contains(element) ? list : undefined;
}

const leaves = (found: readonly Element[]): Element[] => {
  const outer = new Set<Element>();
  const all = new Set(found);
  for (const each of found) {
    for (let at = composedParent(each); at; at = composedParent(at)) if (all.has(at)) outer.add(at);
  }
  return found.filter(
    (option) =>
      !outer.has(option) &&
      option.getAttribute('aria-disabled') !== 'true' &&
      !NOTHING.test(wordsOf(option)) &&
      !BUSY.test(wordsOf(option)),
  );
};

/** What the list says of itself: that it is still looking, or that there is nothing. */
export function listState(element: Element): 'busy' | 'nothing' | undefined {
  const list = ownList(element);
  const places = list ? [shellOf(element), list] : [shellOf(element)];
  if ([element, ...places].some((at) => at.getAttribute('aria-busy') === 'true')) return 'busy';
  const texts = places
    .flatMap((place) => [...place.querySelectorAll('*')])
    .filter((at) => at.childElementCount === 0 && isDrawn(at))
    .map((at) => (at.textContent ?? '').trim());
  if (texts.some((text) => BUSY.test(text))) return 'busy';
  return texts.some((text) => NOTHING.test(text)) ? 'nothing' : undefined;
}

/** The text of an option; elements that draw it in a tree of their own carry it there or in an attribute. */
export const wordsOf = (option: Element): string => {
  const text = option.textContent?.trim() || shadowOf(option)?.querySelector('[part],slot')?.textContent || '';
  const said = text || option.getAttribute('aria-label') || option.getAttribute('label') || '';
  return said.replace(/\s+/g, ' ').trim();
};

/** Its texts with something between elements that stand side by side: `Portland` `OR, USA` is no `PortlandOR, USA`. */
function spaced(option: Element, between: string): string {
  const texts: string[] = [];
  const walk = option.ownerDocument.createTreeWalker(option, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '') texts.push(text);
  }
  return texts.join(between);
}

const READINGS: readonly ((option: Element) => string)[] = [
  wordsOf,
  (option) => spaced(option, ' '),
  (option) => spaced(option, ', '),
];

export type Choice = { readonly option: Element; readonly text: string } | 'none' | 'several';

/** The one option that is wished for. Two that read the same and are not the same are no choice. */
export function choiceAmong(options: readonly Element[], wish: Wish): Choice {
  for (const read of READINGS) {
    const offered = options.map((option) => ({ text: read(option), value: option.getAttribute('data-value') ?? '' }));
    const index = indexOf(offered, wish);
    const option = index === undefined ? undefined : options[index];
    if (!option || index === undefined) continue;
    const text = offered[index]?.text ?? '';
    const twins = options.filter((_, at) => plain(offered[at]?.text ?? '') === plain(text));
    const isOne = twins.every((twin) => twin === option || sameEntry(twin, option));
    return isOne ? { option, text } : 'several';
  }
  return 'none';
}

/** The same entry shown twice, as under “often chosen” and in its place. */
function sameEntry(one: Element, other: Element): boolean {
  const value = one.getAttribute('data-value') ?? one.getAttribute('value');
  return value !== null && value !== '' && value === (other.getAttribute('data-value') ?? other.getAttribute('value'));
}

function indexOf(offered: readonly Offered[], wish: Wish): number | undefined {
  if (wish.place.length > 0) return matchPlace(offered, wish);
  const said = yesNo(wish.value);
  return (
    matchOption(offered, [wish.value, ...wish.alternatives]) ??
    (said && plain(wish.value) === said ? matchYesNo(offered, said) : undefined)
  );
}

/** `Berlin, Germany` for Berlin: the town whole, and nothing behind it that is not the person's region or country. */
function matchPlace(offered: readonly Offered[], wish: Wish): number | undefined {
  const hits = offered.flatMap(({ text }, index) => (isPlace(text, wish.value, wish.place) ? [index] : []));
  const distinct = new Set(hits.map((index) => plain(offered[index]?.text ?? '')));
  return distinct.size === 1 ? hits[0] : undefined;
}

/** The box an option's list scrolls in, if it does. */
function scrollerOf(option: Element): Element | undefined {
  let at = composedParent(option);
  for (let depth = 0; at && depth < 6; depth++, at = composedParent(at)) {
    if (at.scrollHeight > at.clientHeight + 8 && /auto|scroll|hidden/.test(getComputedStyle(at).overflowY)) return at;
  }
  return undefined;
}

const MOST_PAGES = 120;

/** Scrolls a list that draws only what is in view, until the wished option is there or the list ends. */
export async function seekByScrolling(look: () => Element[], wish: Wish): Promise<Choice> {
  const [first] = look();
  const scroller = first ? scrollerOf(first) : undefined;
  if (!scroller) return 'none';
  scroller.scrollTop = 0;
  for (let page = 0; page < MOST_PAGES && scroller.isConnected; page++) {
    await nextFrame();
    await nextFrame();
    const choice = choiceAmong(look(), wish);
    if (choice !== 'none') return choice;
    const at = scroller.scrollTop;
    scroller.scrollTop = at + Math.max(40, scroller.clientHeight * 0.8);
    if (scroller.scrollTop <= at) break;
  }
  return 'none';
}
