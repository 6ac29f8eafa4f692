/**
 * Choosing in pickers that are no native lists: open, search, wait until the list is still, take the exact option, leave, and
 * believe only the committed value. Text left behind without a choice looks filled and is submitted empty, so a failed try is
 * taken back. A little longer than 300 lines, as the ways of one try are read in their order.
 */
import { plain } from '#shared/form/spelling.rules.ts';
import { changeEvent, focusOn, inputEvent, key, leave, nextFrame, pause, press, waitFor } from './events.ts';
import {
  chipsOf,
  isTaken,
  removersOf,
  type Shown,
  saysSo,
  shownIn,
  type Taking,
  takeByKeys,
  takeByPointer,
  textsAround,
} from './picker-commit.ts';
import { canType, closePicker, inDialog, openPicker, searchByEnter, searchesOnEnter, typeInto } from './picker-open.ts';
import {
  type Choice,
  choiceAmong,
  listState,
  optionsDrawn,
  optionsFor,
  seekByScrolling,
  type Wish,
} from './picker-options.ts';
import { whyInvisible } from './visibility.ts';
import { committedText, isPlaceholder, isReactSelect } from './widgets.ts';
import { setValue } from './write-value.ts';

export type { Wish } from './picker-options.ts';
export type Picked = { readonly picked: string } | { readonly reason: string };

type Find = () => Element | undefined;

/** How long a list may take to come into a text box, behind a button, to come after letters were typed, and to stand still, in milliseconds. */
const GLANCE = 450;
const OPENS = 1000;
const ARRIVES = 2600;
const STILL = 600;
const SETTLED = 90;
/** How long a page may take to show a choice, its closing list drawn out included. */
const TAKES = 600;
/** How long one picker may take in all. */
const PATIENCE = 12_000;

const NOT_OFFERED = 'No option says exactly this';
const TWICE = 'Two options say the same';
const NOT_TAKEN = 'The page did not take the choice';

/** Commits one option of the picker behind `find` (asked again after every wait: pickers rebuild themselves while typing). */
export async function pickOption(find: Find, wish: Wish): Promise<Picked> {
  const start = find();
  if (!start) return { reason: 'No longer on the page' };
  const end = performance.now() + PATIENCE;
  const shown = shownIn(start);
  const drawn = optionsDrawn(start.ownerDocument);
  let reason = NOT_OFFERED;
  // Without a word first: lists that show everything at once need none, and nothing typed is nothing to take back.
  for (const query of ['', ...(canType(start) ? queriesFor(wish) : [])]) {
    if (performance.now() > end) break;
    const choice = await search({ find, wish, query, drawn });
    if (typeof choice === 'object') {
      const picked = await take({ find, wish, query, shown, choice, drawn });
      if (picked !== undefined) return { picked };
    }
    if (choice === 'none') continue;
    reason = choice === 'several' ? TWICE : NOT_TAKEN;
    break;
  }
  await closePicker(find, drawn);
  return { reason };
}

/** Several options of one picker, one after the other; those it does not offer are left out. */
export async function pickOptions(
  find: Find,
  wishes: readonly Wish[],
): Promise<Picked & { readonly missing: string[] }> {
  const picked: string[] = [];
  const missing: string[] = [];
  let reason = NOT_OFFERED;
  for (const wish of wishes) {
    const result = await pickOption(find, wish);
    if ('picked' in result) picked.push(result.picked);
    else {
      missing.push(wish.value);
      reason = result.reason;
    }
  }
  if (picked.length === 0) return { reason, missing };
  // What is read back later is read in the same way.
  const element = find();
  return { picked: element ? committedText(element) : '', missing };
}

/** What to search for, best first: lists that know only the beginning of their own wording need another one. */
function queriesFor({ value, alternatives, place }: Wish): string[] {
  const town = (value.split(',')[0] ?? value).trim();
  if (place.length > 0) return distinct([town, `${town}, ${place[0] ?? ''}`]);
  const words = value.split(/\s+/).slice(0, 2).join(' ');
  const other = alternatives.find((each) => each.length > 2 && !/^\+?\d+$/.test(each));
  return distinct([value, words.length >= 3 ? words : value, ...(other ? [other] : [])]);
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

type Search = { find: Find; wish: Wish; query: string; drawn: ReadonlySet<Element> };

async function search({ find, wish, query, drawn }: Search): Promise<Choice> {
  await openPicker(find, drawn);
  const element = find();
  if (!element) return 'none';
  const look = (): Element[] => {
    const now = find();
    return now ? optionsFor(now, drawn) : [];
  };
  const first = look().length;
  if (query !== '') {
    typeInto(element, query);
    if (searchesOnEnter(element)) searchByEnter(element);
  }
  const patience = query !== '' ? ARRIVES : canType(element) ? GLANCE : OPENS;
  const choice = await still({ find, look, wish, patience, first: query === '' ? undefined : first });
  if (choice !== 'none') return choice;
  const now = find();
  if (query !== '' && now && look().length === 0 && first === 0 && !searchesOnEnter(now)) {
    // Nothing is listed, so Enter can take nothing.
    searchByEnter(now);
    const later = await still({ find, look, wish, patience: OPENS, first: undefined });
    if (later !== 'none') return later;
  }
  return seekByScrolling(look, wish);
}

type Watch = {
  find: Find;
  look: () => Element[];
  wish: Wish;
  patience: number;
  /** How many options were there before something was typed; undefined where nothing was. */
  first: number | undefined;
};

/** The choice once the list stands still: a wished option shortly, a list without it longer, as more may be on its way. */
async function still({ find, look, wish, patience, first }: Watch): Promise<Choice> {
  const start = performance.now();
  let signature: string | undefined;
  let since = start;
  let hasChanged = first === undefined;
  for (;;) {
    const options = look();
    const now = performance.now();
    const current = `${options.length} ${options[0]?.textContent} ${options.at(-1)?.textContent}`;
    if (current !== signature) {
      hasChanged ||= signature !== undefined || options.length !== first;
      signature = current;
      since = now;
    }
    const choice = choiceAmong(options, wish);
    const quiet = now - since;
    if (choice !== 'none' && quiet >= SETTLED) return choice;
    const element = find();
    const state = element ? listState(element) : undefined;
    // A list that was there and is empty now has answered; one that never was may still come.
    const hasAnswered = options.length > 0 || state === 'nothing' || (first !== undefined && first > 0);
    if (hasAnswered && hasChanged && quiet >= STILL && state !== 'busy') return choice;
    if (now - start >= (state === 'busy' ? patience * 2 : patience)) return choice;
    await pause(30);
  }
}

type Take = Search & { shown: Shown; choice: Exclude<Choice, string> };

/** Takes the option by pointer, then by keys; the committed words, or undefined where the page shows none. */
async function take({ find, wish, query, shown, choice, drawn }: Take): Promise<string | undefined> {
  const { text } = choice;
  let { option } = choice;
  option.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  if (whyInvisible(option)) return undefined;
  const alternatives = [wish.value, ...wish.alternatives];
  const taking = (): Taking => ({ find, option, text, alternatives, typed: query, before: shown });
  takeByPointer(option);
  let isIn = await waitFor(() => (isTaken(taking()) ? true : undefined), TAKES);
  if (!isIn) {
    const element = find();
    const again = element ? choiceAmong(optionsFor(element, drawn), wish) : 'none';
    if (typeof again !== 'object') {
      await openPicker(find, drawn);
      const now = find();
      if (now && query !== '' && canType(now) && plain(now.value) !== plain(query)) typeInto(now, query);
      if (now)
        await still({ find, look: () => optionsFor(find() ?? now, drawn), wish, patience: OPENS, first: undefined });
    } else option = again.option;
    if (!(await takeByKeys(find, text))) return undefined;
    isIn = await waitFor(() => (isTaken(taking()) ? true : undefined), TAKES);
    if (!isIn) return undefined;
  }
  const before = find();
  if (before) leave(before);
  await nextFrame();
  await closeAfter(find, drawn);
  const held = await holds(find, text, alternatives);
  return held;
}

/** Lists for several choices stay open after one. */
async function closeAfter(find: Find, drawn: ReadonlySet<Element>): Promise<void> {
  const element = find();
  if (!element || optionsFor(element, drawn).length === 0) return;
  await pause(60);
  const now = find();
  if (now && optionsFor(now, drawn).length > 0) await closePicker(find, drawn);
}

/** What the picker says after it was left, if it is what was chosen; pickers that forget do so shortly after. */
async function holds(find: Find, text: string, alternatives: readonly string[]): Promise<string | undefined> {
  const said = (): string | undefined => {
    const element = find();
    if (!element) return undefined;
    const chip = chipsOf(element).find((each) => saysSo(each, text));
    const shown = committedText(element);
    if (chip) return chip;
    const isSame = saysSo(shown, text) || alternatives.some((each) => plain(each) === plain(shown));
    if (shown !== '' && isSame) return shown;
    return shown === '' && textsAround(element).has(plain(text)) ? text : undefined;
  };
  const early = await waitFor(said, 600);
  const element = find();
  if (early === undefined || !(element instanceof HTMLInputElement) || element.value.trim() !== early) return early;
  await pause(160);
  return said();
}

/** Empties a picker again; whether it worked is read from the page. */
export async function clearPicker(find: Find): Promise<boolean> {
  const element = find();
  if (!element) return false;
  const before = shownIn(element);
  const isEmpty = (): boolean => {
    const now = find();
    if (now === undefined || committedText(now) !== '' || chipsOf(now).length > 0) return false;
    // A widget whose value was never readable shows by its other texts that something left it.
    if (before.text !== '' || before.chips.length > 0) return true;
    const around = textsAround(now);
    return [...before.around].some((text) => !around.has(text));
  };
  for (const way of [byRemovers, byKeys, byPlaceholder]) {
    await way(find);
    const now = find();
    if (now) leave(now);
    await nextFrame();
    await pause(60);
    if (isEmpty()) return true;
  }
  return false;
}

async function byRemovers(find: Find): Promise<void> {
  for (let round = 0; round < 12; round++) {
    const element = find();
    const remover = element ? removersOf(element)[0] : undefined;
    if (!element || !remover) return;
    remover.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0 }));
    await nextFrame();
    if (remover.isConnected && (committedText(element) !== '' || chipsOf(element).length > 0)) press(remover);
    await nextFrame();
  }
}

async function byKeys(find: Find): Promise<void> {
  const element = find();
  if (!element || !canType(element)) return;
  focusOn(element);
  if (isReactSelect(element) || chipsOf(element).length > 0) {
    for (let round = 0; round < 12 && chipsOf(element).length > 0; round++) key(element, 'keydown', 'Backspace');
    key(element, 'keydown', 'Backspace');
  } else {
    setValue(element, '');
    inputEvent(element, '');
    changeEvent(element);
    await nextFrame();
    // The first closes the list the empty box has opened, the second takes the choice back where a page means that by it.
    for (const name of inDialog(element) ? [] : ['Escape', 'Escape']) key(element, 'keydown', name);
  }
}

/** Lists whose first entry stands for no answer: “Select One”. */
async function byPlaceholder(find: Find): Promise<void> {
  const element = find();
  if (!element || canType(element)) return;
  const drawn = optionsDrawn(element.ownerDocument);
  await openPicker(find, drawn);
  const first = await waitFor(() => {
    const now = find();
    return now ? optionsFor(now, drawn).find((option) => isPlaceholder(option.textContent ?? '')) : undefined;
  }, 300);
  if (first) takeByPointer(first);
  else await closePicker(find, drawn);
}
