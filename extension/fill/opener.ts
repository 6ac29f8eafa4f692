/**
 * File inputs that wait in a closed pop-up behind a button (“Add resume” → Dropbox, File, Paste): the button a person sees
 * stands for the input. Only a button the markup ties to the pop-up counts, or the one that names the same document.
 */
import { composedParent, elementsOf } from './deep-dom.ts';
import { markupLabel, wordsOf } from './label-of.ts';
import { whyInvisible } from './visibility.ts';

/** `place` is the button with what stands around it: pages list attached files there. */
export type Opener = { readonly button: Element; readonly place: Element; readonly words: string };

const POPUP = /(?:^|[\s_-])(?:modal|popup|pop-up|popover|dialog|dropdown|overlay|lightbox|attachment)/i;
const BUTTON = 'button,[role=button],a[href^="#"],summary';
const OPENS = '[aria-haspopup],[aria-controls],[aria-expanded],[data-target],[data-bs-target]';
const DOCUMENTS: readonly RegExp[] = [
  /(?<!\p{L})(?:resume|résumé|cv|curriculum|lebenslauf|currículum|currículo|životopis|cv-t)(?!\p{L})/iu,
  /cover letter|anschreiben|motivation\w*|lettre de|carta de|brief\b/iu,
];

/** The visible button that opens the pop-up around this input; undefined where none, or more than one, could be it. */
export function openerOf(input: Element): Opener | undefined {
  const popup = popupOf(input);
  if (popup?.querySelectorAll('input[type=file]').length !== 1) return undefined;
  const buttons = elementsOf(input.ownerDocument).filter(
    (element) => element.matches(BUTTON) && !popup.contains(element) && !whyInvisible(element),
  );
  return onlyOne(buttons.filter((button) => pointsAt(button, popup))) ?? namesake(buttons, popup);
}

/** The outermost closed pop-up the input lies in. */
function popupOf(input: Element): Element | undefined {
  let found: Element | undefined;
  for (let at = composedParent(input); at && !/^(?:FORM|BODY)$/.test(at.tagName); at = composedParent(at)) {
    const isPopup =
      at.tagName === 'DIALOG' ||
      /^(?:dialog|menu)$/.test(at.getAttribute('role') ?? '') ||
      POPUP.test(`${at.getAttribute('class') ?? ''} ${at.id}`);
    if (isPopup && !at.checkVisibility({ visibilityProperty: true, opacityProperty: true })) found = at;
  }
  return found;
}

const pointsAt = (button: Element, popup: Element): boolean =>
  popup.id !== '' &&
  ['aria-controls', 'aria-owns', 'data-target', 'data-bs-target', 'href'].some((attribute) =>
    (button.getAttribute(attribute) ?? '').split(/\s+/).some((target) => target.replace(/^#/, '') === popup.id),
  );

/** Button and pop-up speak of the same document, and no other pop-up does. */
function namesake(buttons: readonly Element[], popup: Element): Opener | undefined {
  const kind = documentIn(popup.textContent ?? '');
  if (!kind) return undefined;
  const rivals = elementsOf(popup.ownerDocument).filter(
    (element) => element instanceof HTMLInputElement && element.type === 'file' && !popup.contains(element),
  );
  const isContested = rivals.some((rival) => {
    const other = popupOf(rival);
    return other !== undefined && documentIn(other.textContent ?? '') === kind;
  });
  if (isContested) return undefined;
  return onlyOne(buttons.filter((button) => button.matches(OPENS) && documentIn(nameOf(button)) === kind));
}

/** Which single document a text speaks of; none where it speaks of both. */
function documentIn(text: string): RegExp | undefined {
  const [only, another] = DOCUMENTS.filter((each) => each.test(text));
  return another ? undefined : only;
}

const nameOf = (button: Element): string => markupLabel(button) || wordsOf(button, { buttons: true });

function onlyOne(buttons: readonly Element[]): Opener | undefined {
  const [button, another] = buttons;
  return button && !another ? { button, place: placeOf(button), words: nameOf(button) } : undefined;
}

function placeOf(button: Element): Element {
  let place = button;
  for (let depth = 0; depth < 3; depth++) {
    const parent = composedParent(place);
    if (!parent || /^(?:FORM|BODY|MAIN)$/.test(parent.tagName)) break;
    if (parent.querySelector('input:not([type=hidden]),select,textarea')) break;
    if ([...parent.querySelectorAll(OPENS)].some((other) => other !== button)) break;
    place = parent;
  }
  return place;
}
