/**
 * Choosing in pickers that are no native lists: open, type, wait, click the exact option, and believe only the committed
 * value. Text left behind without a choice looks filled and is submitted empty, so a failed try is taken back.
 */
import { isPlace, matchOption, matchYesNo } from '#shared/form/options.rules.ts';
import { plain, yesNo } from '#shared/form/wording.rules.ts';
import { deepElements } from './deep-dom.ts';
import { changeEvent, focusOn, inputEvent, key, leave, nextFrame, press, waitFor } from './events.ts';
import { whyInvisible } from './visibility.ts';
import { committedText, isReactSelect, listboxOf, shellOf } from './widgets.ts';
import { setValue } from './write-value.ts';

/** How long a list that comes over the network may take. */
const PATIENCE = 2000;
const OPTION =
  '[role=option],.select2-result,.select2-results__option,.pac-item,.ui-menu-item,[class*="select__option"],[class*="dropdown-option"],[class*="autocomplete"] li,[class*="suggestion"] li,[class*="dropdown-results"] > *,[class*="dropdown-location"],[data-automation-id=promptOption],[data-automation-id=menuItem]';
const NOTHING =
  /^(?:no (?:options|results|matches|location)\b.*|loading.*|searching.*|keine .*|aucun.*|sin resultados.*)$/i;

export type Wish = {
  readonly value: string;
  readonly alternatives: readonly string[];
  readonly place: readonly string[];
};
export type Picked = { readonly picked: string } | { readonly reason: string };

/** Commits one option of the picker behind `find` (asked again after every wait: pickers rebuild themselves while typing). */
export async function pickOption(find: () => Element | undefined, wish: Wish): Promise<Picked> {
  const start = find();
  if (!start) return { reason: 'No longer on the page' };
  const typed = wish.place.length > 0 ? (wish.value.split(',')[0] ?? wish.value).trim() : wish.value;
  for (const query of canType(start) ? [typed, ''] : ['']) {
    const element = find();
    if (!element) break;
    open(element);
    if (query !== '') type(element, query);
    if (query !== '' && searchesOnEnter(element)) key(element, 'keydown', 'Enter');
    const option = await waitFor(
      () => rightOption(find(), wish),
      query === '' && canType(start) ? PATIENCE / 2 : PATIENCE,
    );
    if (option) {
      const text = wordsOf(option);
      press(option);
      await nextFrame();
      const after = find();
      if (after) leave(after);
      const committed = await waitFor(() => holds(find(), text, wish), 600);
      if (committed) return { picked: committed };
    }
    await takeBack(find);
  }
  return { reason: 'No option says exactly this' };
}

const canType = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && !element.readOnly;

/** Workday's prompts look up only on Enter; elsewhere Enter might take whatever is highlighted. */
const searchesOnEnter = (element: Element): boolean => element.getAttribute('data-uxi-widget-type') === 'selectinput';

function open(element: Element): void {
  focusOn(element);
  if (element.getAttribute('aria-expanded') === 'true') return;
  if (element instanceof HTMLInputElement && isReactSelect(element)) {
    const control = element.closest('[class*="control"]') ?? shellOf(element);
    control.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }));
    return;
  }
  press(element);
}

function type(element: Element, text: string): void {
  if (!(element instanceof HTMLInputElement)) return;
  key(element, 'keydown', text.at(-1) ?? '');
  setValue(element, text);
  inputEvent(element, text);
  key(element, 'keyup', text.at(-1) ?? '');
}

const wordsOf = (option: Element): string => (option.textContent ?? '').replace(/\s+/g, ' ').trim();

function rightOption(element: Element | undefined, wish: Wish): Element | undefined {
  if (!element) return undefined;
  const options = optionsFor(element);
  const offered = options.map((option) => ({ text: wordsOf(option), value: option.getAttribute('data-value') ?? '' }));
  const said = yesNo(wish.value);
  const index =
    wish.place.length > 0
      ? matchPlace(offered, wish)
      : (matchOption(offered, [wish.value, ...wish.alternatives]) ??
        (said && plain(wish.value) === said ? matchYesNo(offered, said) : undefined));
  return index === undefined ? undefined : options[index];
}

/** Options a person sees for this picker: its own list, else the only open one. */
function optionsFor(element: Element): Element[] {
  const list = listboxOf(element);
  const own = list ? [...list.querySelectorAll('[role=option],li,[class*=option]')] : [];
  const near = own.length > 0 ? own : [...shellOf(element).querySelectorAll(OPTION)];
  const found = near.length > 0 ? near : [...deepElements(element.ownerDocument)].filter((at) => at.matches(OPTION));
  const leaves = found.filter((option) => !found.some((other) => other !== option && option.contains(other)));
  return leaves.filter(
    (option) =>
      option.getAttribute('aria-disabled') !== 'true' &&
      !NOTHING.test(wordsOf(option)) &&
      whyInvisible(option) === undefined,
  );
}

/** `Berlin, Germany` for Berlin: the town whole, and nothing behind it that is not the person's region or country. */
function matchPlace(offered: readonly { text: string }[], wish: Wish): number | undefined {
  const hits = offered.flatMap(({ text }, index) => (isPlace(text, wish.value, wish.place) ? [index] : []));
  const distinct = new Set(hits.map((index) => plain(offered[index]?.text ?? '')));
  return distinct.size === 1 ? hits[0] : undefined;
}

/** The committed value, if it is the option that was chosen. */
function holds(element: Element | undefined, option: string, wish: Wish): string | undefined {
  if (!element) return undefined;
  const committed = committedText(element);
  const [one, other] = [plain(committed), plain(option)];
  if (one === '') return undefined;
  if (one === other || (one.length > 3 && other.startsWith(one)) || one.startsWith(other)) return committed;
  // Dial-code pickers show the code of the country that was chosen.
  return wish.alternatives.some((each) => plain(each) === one) ? committed : undefined;
}

/** Leaves the picker as it was: no text without a choice. */
async function takeBack(find: () => Element | undefined): Promise<void> {
  const element = find();
  if (!element) return;
  if (canType(element) && element.value !== '') {
    setValue(element, '');
    inputEvent(element, '');
  }
  key(element, 'keydown', 'Escape');
  leave(element);
  await nextFrame();
}

/** Empties a picker again; whether it worked is read from the page. */
export async function clearPicker(find: () => Element | undefined): Promise<boolean> {
  const element = find();
  if (!element) return false;
  const clear = shellOf(element).querySelector(
    '[class*="clear-indicator"],[class*="clearIndicator"],[aria-label*="clear" i],[title*="clear" i]',
  );
  if (clear) {
    clear.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }));
    if (committedText(find() ?? element) !== '') press(clear);
  } else if (isReactSelect(element)) {
    focusOn(element);
    key(element, 'keydown', 'Backspace');
  } else if (canType(element)) {
    focusOn(element);
    setValue(element, '');
    inputEvent(element, '');
    changeEvent(element);
  }
  leave(element);
  await nextFrame();
  const after = find();
  return after !== undefined && committedText(after) === '';
}
