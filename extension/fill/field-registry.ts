/**
 * From a `ref` back to the control it named. Nodes are never trusted: frameworks replace them on every render, so a
 * locator is asked again each time and a lost node is found by what identified it.
 */
import { elementsOf } from './deep-dom.ts';
import { CONTROLS, markupLabel, surroundingLabel, wordsAround, wordsOf } from './label-of.ts';
import { inOneLook } from './one-look.ts';

type Locator = {
  node: WeakRef<Element>;
  readonly mark: string;
  readonly ordinal: number;
  readonly label: string;
  spoken?: string;
};
type Known = { readonly anchor: Locator; readonly options: readonly Locator[]; readonly zone?: Locator };

const known = new Map<string, Known>();
const refs = new WeakMap<Element, string>();
let counter = 0;

/** What tells one control from another without its place in the page. */
const markOf = (element: Element): string =>
  [
    element.localName,
    element.getAttribute('type') ?? '',
    element.id,
    element.getAttribute('name') ?? '',
    element.getAttribute('role') ?? '',
    element.getAttribute('data-automation-id') ?? element.getAttribute('data-field-path') ?? '',
    /^(?:radio|checkbox)$/.test(element.getAttribute('type') ?? '') ? (element.getAttribute('value') ?? '') : '',
  ].join('|');

const isAnonymous = (element: Element): boolean => element.id === '' && !element.getAttribute('name');

const labelFor = (element: Element): string =>
  markupLabel(element) ||
  (element.matches('button,a,[role=button]') ? wordsOf(element, { buttons: true }) : '') ||
  (element.matches(CONTROLS) ? surroundingLabel([element]) : wordsAround([element]));

/** Which one of its equals an element is, in page order. */
export type Places = (element: Element) => number;

/** Places among all `elements` of a page, in page order; each kind of element is counted once, when it is first asked for. */
export function placesIn(elements: readonly Element[]): Places {
  const counted = new Map<string, Map<Element, number>>();
  const count = (tag: string): Map<Element, number> => {
    const places = new Map<Element, number>();
    const next = new Map<string, number>();
    for (const element of elements) {
      if (element.localName !== tag) continue;
      const mark = markOf(element);
      const place = next.get(mark) ?? 0;
      places.set(element, place);
      next.set(mark, place + 1);
    }
    counted.set(tag, places);
    return places;
  };
  return (element) => (counted.get(element.localName) ?? count(element.localName)).get(element) ?? 0;
}

function locatorOf(element: Element, places: Places): Locator {
  const mark = markOf(element);
  if (!isAnonymous(element)) return { node: new WeakRef(element), mark, ordinal: 0, label: '' };
  return { node: new WeakRef(element), mark, ordinal: places(element), label: labelFor(element) };
}

/** The live element of a locator, asked of the page again when the node is gone. */
function find(document: Document, locator: Locator): Element | undefined {
  const cached = locator.node.deref();
  if (cached?.isConnected && cached.ownerDocument === document) return cached;
  const element = inOneLook(() => {
    const tag = locator.mark.slice(0, locator.mark.indexOf('|'));
    const alike = elementsOf(document).filter((each) => each.localName === tag && markOf(each) === locator.mark);
    const found = locator.label === '' ? alike : alike.filter((each) => labelFor(each) === locator.label);
    // Several equal candidates: only the same place among the same number is safe enough to write to.
    if (alike.length === 0) return namesake(document, locator);
    return found.length === 1 ? found[0] : alike.length === found.length ? found[locator.ordinal] : undefined;
  });
  if (element) locator.node = new WeakRef(element);
  return element;
}

/** Pages that count their ids anew at every drawing: the one control of the same kind with the same label, asked in one look. */
function namesake(document: Document, { mark, spoken = '' }: Locator): Element | undefined {
  if (spoken === '') return undefined;
  const [tag, type] = mark.split('|');
  const [only, another] = elementsOf(document).filter(
    (each) => each.localName === tag && (each.getAttribute('type') ?? '') === type && labelFor(each) === spoken,
  );
  return another ? undefined : only;
}

/** Notes what the labels of these controls say, for the time their ids are gone. Asked once before they are written to. */
export function noteLabels(document: Document, given: readonly string[]): void {
  inOneLook(() => {
    for (const ref of given) {
      const locator = known.get(ref)?.anchor;
      const element = locator && find(document, locator);
      if (element && locator.label === '') locator.spoken = labelFor(element);
    }
  });
}

type Remembered = {
  readonly anchor: Element;
  readonly options: readonly Element[];
  readonly zone: Element | undefined;
  readonly places: Places;
};

/** Remembers a control under a ref that stays the same over later collections while the control does. */
export function remember({ anchor, options, zone, places }: Remembered): string {
  const ref = refs.get(anchor) ?? refOfReplaced(anchor) ?? `f${++counter}`;
  refs.set(anchor, ref);
  known.set(ref, {
    anchor: locatorOf(anchor, places),
    options: options.map((option) => locatorOf(option, places)),
    ...(zone ? { zone: locatorOf(zone, places) } : {}),
  });
  return ref;
}

function refOfReplaced(anchor: Element): string | undefined {
  if (isAnonymous(anchor)) return undefined;
  const mark = markOf(anchor);
  for (const [ref, entry] of known)
    if (entry.anchor.mark === mark && !entry.anchor.node.deref()?.isConnected) return ref;
  return undefined;
}

/** The control behind a ref, as it is on the page now. */
export function locate(document: Document, ref: string): Element | undefined {
  const entry = known.get(ref);
  return entry ? find(document, entry.anchor) : undefined;
}

/** The option behind `f3.o1`, as it is on the page now. */
export function locateOption(document: Document, ref: string): Element | undefined {
  const [field = '', option = ''] = ref.split('.o');
  const locator = known.get(field)?.options[Number(option)];
  return locator ? find(document, locator) : undefined;
}

/** What a person sees of a control that is hidden behind a widget. */
export function locateZone(document: Document, ref: string): Element | undefined {
  const zone = known.get(ref)?.zone;
  return zone ? find(document, zone) : undefined;
}

export const optionRef = (ref: string, index: number): string => `${ref}.o${index}`;
