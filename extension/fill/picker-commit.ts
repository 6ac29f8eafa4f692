/**
 * Taking an option and believing only what the page shows afterwards. Text in the box proves nothing by itself, since we may
 * have typed it: a choice shows as a value beside the box, a chip, a hidden twin that changed, or other words in the box.
 */
import { plain } from '#shared/form/spelling.rules.ts';
import { composedParent, deepElementFromPoint, selfAndAncestors } from './deep-dom.ts';
import { focusOn, key, nextFrame, pointAt, press } from './events.ts';
import { focused } from './picker-open.ts';
import { isDrawn, wordsOf } from './picker-options.ts';
import { committedText, isReactSelect, shellOf } from './widgets.ts';

/** What a picker shows at one moment. */
export type Shown = {
  readonly text: string;
  readonly chips: readonly string[];
  readonly twins: string;
  /** Every text drawn in and around it, lists and labels apart. */
  readonly around: ReadonlySet<string>;
};

const CHIP =
  /multi-?value(?!.*(?:label|remove))|selection-item$|selectedItem$|\bchip\b|-chip\b|\btag\b|-tag\b|\bitem\b/i;

/** Reads what the picker shows now. */
export const shownIn = (element: Element): Shown => ({
  text: committedText(element),
  chips: chipsOf(element),
  twins: twinsOf(element),
  around: textsAround(element),
});

/** Whatever class the page gave it, the text of a choice stands in the widget once it is made. */
export function textsAround(element: Element): Set<string> {
  const texts = new Set<string>();
  for (const at of areaOf(element).querySelectorAll('*')) {
    if (at.matches('option,script,style') || at.closest('label,[role=listbox],[role=option],[aria-live]')) continue;
    const own = [...at.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const text = plain(own.map((node) => node.textContent ?? '').join(' '));
    if (text !== '' && at.checkVisibility({ visibilityProperty: true })) texts.add(text);
  }
  return texts;
}

/** Choices shown beside the box, each with its own way to be removed. */
export function chipsOf(element: Element): string[] {
  return chipElements(element).map((chip) => wordsOf(chip).replace(/\s*[×✕✖x]$/, ''));
}

function chipElements(element: Element): Element[] {
  const found = [...areaOf(element).querySelectorAll('*')].filter(
    (at) =>
      CHIP.test(`${at.getAttribute('class') ?? ''} ${at.getAttribute('data-automation-id') ?? ''}`) &&
      !at.contains(element) &&
      !at.closest(
        '[role=listbox]:not([aria-label*=selected i]),[role=option]:not([data-automation-id=selectedItem])',
      ) &&
      wordsOf(at) !== '' &&
      at.checkVisibility(),
  );
  return found.filter((at) => !found.some((other) => other !== at && other.contains(at)));
}

/** The widget, and around it as far as no other control begins. */
function areaOf(element: Element): Element {
  let area = shellOf(element);
  for (let depth = 0; depth < 3; depth++) {
    const parent = area.parentElement;
    if (!parent || /^(?:FORM|BODY|MAIN|FIELDSET)$/.test(parent.tagName)) break;
    const controls = [...parent.querySelectorAll('input:not([type=hidden]),select,textarea,[role=combobox]')];
    if (controls.some((each) => each !== element && !each.contains(element) && each.checkVisibility())) break;
    area = parent;
  }
  return area;
}

/** Values of what is submitted for the picker without being seen. */
const twinsOf = (element: Element): string =>
  [...areaOf(element).querySelectorAll('input,select')]
    .filter((each) => each !== element && !each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((each) => (each instanceof HTMLInputElement || each instanceof HTMLSelectElement ? each.value : ''))
    .join('\n');

export type Taking = {
  readonly find: () => Element | undefined;
  readonly option: Element;
  /** Words of the option, and others that mean the same. */
  readonly text: string;
  readonly alternatives: readonly string[];
  readonly typed: string;
  readonly before: Shown;
};

/** Whether the page shows that the option was taken. */
export function isTaken({ find, option, text, alternatives, typed, before }: Taking): boolean {
  const element = find();
  if (!element) return false;
  const now = shownIn(element);
  const says = (said: string): boolean =>
    saysSo(said, text) || alternatives.some((each) => plain(each) === plain(said));
  if (now.chips.some((chip) => says(chip)) && !before.chips.some((chip) => says(chip))) return true;
  const isListed = option.isConnected && isDrawn(option);
  if (!isListed && now.around.has(plain(text)) && !before.around.has(plain(text))) return true;
  if (now.text === '' || !says(now.text)) return false;
  const isBox = element instanceof HTMLInputElement;
  if (!isBox || isReactSelect(element)) return now.text !== before.text;
  if (now.text !== element.value.trim()) return now.text !== before.text;
  if (now.twins !== before.twins) return true;
  return plain(element.value) !== plain(typed) || !isListed;
}

/** Whether shown words are those of an option, perhaps with a little around or shortened. */
export function saysSo(said: string, option: string): boolean {
  const [one, other] = [` ${plain(said)} `, ` ${plain(option)} `];
  if (one.trim() === '' || other.trim() === '') return false;
  return one === other || one.includes(other) || (one.length > 5 && other.includes(one));
}

/** Takes an option by pointer: where a person would point at it, in the order a hand causes. */
export function takeByPointer(option: Element): void {
  option.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = option.getBoundingClientRect();
  const hit = deepElementFromPoint(option.ownerDocument, box.left + box.width / 2, box.top + box.height / 2);
  const target = hit && [...selfAndAncestors(hit)].includes(option) ? hit : option;
  pointAt(target);
  press(target);
}

const MOST_STEPS = 80;

/** Takes an option by keys: down until it is the active one, then Enter. False where the list does not say which is active. */
export async function takeByKeys(find: () => Element | undefined, text: string): Promise<boolean> {
  const start = find();
  if (!start) return false;
  if (!start.contains(focused(start)) && !isOptionish(focused(start))) focusOn(start);
  let silent = 0;
  for (let step = 0; step < MOST_STEPS && silent < 4; step++) {
    const element = find();
    if (!element) return false;
    const target = focused(element);
    const active = activeOption(element, target);
    if (active && plain(wordsOf(active)) === plain(text)) {
      key(target, 'keydown', 'Enter');
      key(target, 'keyup', 'Enter');
      await nextFrame();
      return true;
    }
    silent = active ? 0 : silent + 1;
    key(target, 'keydown', 'ArrowDown');
    key(target, 'keyup', 'ArrowDown');
    await nextFrame();
  }
  return false;
}

const isOptionish = (element: Element): boolean =>
  element.matches('[role=option],[role=listbox],[role=menu],[role=menuitem]');

/** The option the list marks as the one Enter would take. */
function activeOption(element: Element, target: Element): Element | undefined {
  if (target.matches('[role=option],[role=menuitem]')) return target;
  for (const holder of [target, element]) {
    const id = holder.getAttribute('aria-activedescendant');
    const root = holder.getRootNode();
    const named =
      id && (root instanceof Document || root instanceof ShadowRoot)
        ? (root.getElementById(id) ?? holder.ownerDocument.getElementById(id))
        : undefined;
    if (named) return named;
  }
  const list = element.getAttribute('aria-controls') ?? element.getAttribute('aria-owns') ?? '';
  const root = list === '' ? undefined : element.ownerDocument.getElementById(list);
  const marked = (root ?? composedParent(element) ?? element).querySelectorAll(
    '[role=option][data-highlighted],[role=option][data-focus],[role=option][class*=highlight],[role=option][class*=active],[role=option][class*=focus],li[class*=active],li[class*=highlight],li[aria-selected=true]',
  );
  return marked.length === 1 ? marked[0] : undefined;
}

/** Buttons that remove what was chosen: one for all, or one per chip. */
export function removersOf(element: Element): Element[] {
  const area = areaOf(element);
  const found = [
    ...area.querySelectorAll(
      '[class*="clear-indicator"],[class*="clearIndicator"],[class*="select-clear"],[class*="multiselect-clear"],[class*="selection__clear"],[aria-label*="clear" i],[title*="clear" i]',
    ),
    ...chipElements(element).flatMap((chip) => [
      ...chip.querySelectorAll(
        '[class*=remove i],[class*=delete i],[class*=close i],[aria-label*=remove i],[aria-label*=delete i],[data-testid=CancelIcon],button',
      ),
    ]),
  ];
  return found;
}
