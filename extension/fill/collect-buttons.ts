/** The buttons of a page, and where a wizard stands. Reads only. */
import type { FormButton } from '#shared/form/form.schema.ts';
import { composedParent, elementsOf } from './deep-dom.ts';
import { placesIn, remember } from './field-registry.ts';
import { formKeys } from './form-key.ts';
import { controlsBelow, groupName, markupLabel, tidy, wordsOf } from './label-of.ts';
import { inOneLook } from './one-look.ts';
import { countedStep } from './step-words.ts';
import { whyInvisible } from './visibility.ts';

const BUTTON = 'button,[role=button],a,input[type=button],input[type=submit]';
/** Where “Next” turns pages that are no steps of a form. */
const ELSEWHERE =
  'nav,[role=navigation],[role=grid],[class*="paginat" i],[class*="carousel" i],[class*="calendar" i],[class*="datepicker" i],[class*="slick" i],[class*="swiper" i],[class*="cookie" i]';
const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const MOST_BUTTONS = 100;
const LONGEST_LABEL = 80;

/** Every visible button with words, in reading order; which of them add rows or go a step on is decided without the page. */
export function collectButtons(document: Document): FormButton[] {
  return inOneLook(() => {
    const elements = elementsOf(document);
    const places = placesIn(elements);
    const formOf = formKeys(document);
    const hasControls = controlsBelow(document.body).length > 0;
    const found: FormButton[] = [];
    for (const button of elements) {
      if (found.length === MOST_BUTTONS) break;
      if (!button.matches(BUTTON) || isOff(button)) continue;
      const label = said(button);
      if (label.length > LONGEST_LABEL || !/\p{L}/u.test(label) || button.closest(ELSEWHERE)) continue;
      const away = leadsAway(button);
      if ((away && !hasControls) || whyInvisible(button)) continue;
      const ref = remember({ anchor: button, options: [], zone: undefined, places });
      const place = { ref, frame: 0, label, section: sectionOf(button), form: formOf(button) };
      found.push({ ...place, ...(away ? { away } : {}), ...(opensMenu(button) ? { menu: true } : {}) });
    }
    return found;
  });
}

const isOff = (button: Element): boolean =>
  button.matches(':disabled') || button.getAttribute('aria-disabled') === 'true';

/** What a button is called: what is read out if it says more than its sign. */
function said(button: Element): string {
  if (button instanceof HTMLInputElement) return tidy(button.value);
  const drawn = wordsOf(button, { buttons: true });
  const named = markupLabel(button) || tidy(button.getAttribute('title') ?? '');
  return /\p{L}/u.test(drawn) ? drawn : named || drawn;
}

const leadsAway = (button: Element): boolean =>
  button instanceof HTMLAnchorElement && /^(?:https?:|\/|mailto:)/.test(button.getAttribute('href') ?? '');

const opensMenu = (button: Element): boolean =>
  /^(?:menu|listbox|true)$/.test(button.getAttribute('aria-haspopup') ?? '');

/** The heading or legend a button belongs to, without the number of a row: that of the nearest part of the page that has one. */
function sectionOf(button: Element): string {
  let at = composedParent(button);
  for (let depth = 0; at && depth < 12 && at.tagName !== 'HTML'; depth++, at = composedParent(at)) {
    const named = groupName(at);
    if (named) return unnumbered(named);
    const before = [...at.querySelectorAll(HEADING)].filter(
      (heading) =>
        heading.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING && wordsOf(heading) !== '',
    );
    const highest = Math.min(...before.map(levelOf));
    const own = before.filter((heading) => levelOf(heading) === highest).at(-1);
    if (own) return unnumbered(wordsOf(own));
  }
  return '';
}

const levelOf = (heading: Element): number =>
  Number(/^H([1-6])$/.exec(heading.tagName)?.[1] ?? heading.getAttribute('aria-level') ?? 2);

const unnumbered = (words: string): string => words.replace(/[\s#:(]*\d{1,2}\)?\s*$/, '').trim() || words;

const STEPS =
  /(?:^|[\s_-])(?:steps?|stepper|wizard|progress(?:-?bar|-?steps|-?tracker)?|breadcrumbs?-steps)(?:$|[\s_-])/i;

/** Name of the step a wizard shows, e.g. `2 of 5 · My Experience`; undefined where the page has no steps. */
export function currentStep(document: Document): string | undefined {
  return inOneLook(() => markedStep(document) ?? barStep(document) ?? toldStep(document));
}

/** The step the page marks as the present one in a list of steps. */
function markedStep(document: Document): string | undefined {
  for (const element of elementsOf(document)) {
    if (!isMarked(element) || !element.checkVisibility()) continue;
    const item = itemOf(element);
    const all = item.parentElement
      ? [...item.parentElement.children].filter((each) => each.tagName === item.tagName)
      : [];
    const name = nameOf(element) || nameOf(item);
    const counted = countedStep(heardIn(item)) ?? (all.length > 1 ? `${all.indexOf(item) + 1} of ${all.length}` : '');
    if (name || counted) return [counted, name].filter((part) => part !== '').join(' · ');
  }
  return undefined;
}

function isMarked(element: Element): boolean {
  if (element.getAttribute('aria-current') === 'step') return true;
  if (element.getAttribute('data-automation-id') === 'progressBarActiveStep') return true;
  const inSteps = () =>
    [element.parentElement, element.parentElement?.parentElement].some(
      (at) => at && STEPS.test(at.getAttribute('class') ?? ''),
    );
  if (element.getAttribute('role') === 'tab')
    return element.getAttribute('aria-selected') === 'true' && (inSteps() || /\bstep\b/i.test(element.className));
  return (
    element.tagName === 'LI' &&
    /(?:^|[\s_-])(?:active|current|is-active|selected)(?:$|[\s_-])/i.test(element.getAttribute('class') ?? '') &&
    inSteps()
  );
}

/** The entry of the list a mark stands in. */
function itemOf(marked: Element): Element {
  const item = marked.closest('li,[role=listitem],[role=tab]');
  return item ?? marked;
}

const heardIn = (element: Element): string => tidy(element.textContent ?? '');

/** A step's name without what a screen reader says around it and its number. */
const nameOf = (element: Element): string =>
  (wordsOf(element, { buttons: true }) || tidy(element.getAttribute('aria-label') ?? ''))
    .replace(/^(?:current |active )?step \d+ of \d+[\s:–-]*/i, '')
    .replace(/^\d{1,2}[\s.:)]+/, '')
    .trim();

function barStep(document: Document): string | undefined {
  for (const bar of document.querySelectorAll('[role=progressbar]')) {
    if (!bar.checkVisibility()) continue;
    const told = `${bar.getAttribute('aria-valuetext') ?? ''} ${bar.getAttribute('aria-label') ?? ''}`;
    const counted = countedStep(told);
    if (counted) return counted;
  }
  return undefined;
}

/** “Step 2 of 5” in a short text, with the heading that follows or holds it. */
function toldStep(document: Document): string | undefined {
  for (const element of elementsOf(document)) {
    if (element.childElementCount > 3 || !/^(?:H[1-6]|P|SPAN|DIV|STRONG|LEGEND|LI)$/.test(element.tagName)) continue;
    const text = element.textContent ?? '';
    if (text.length > 100 || !element.checkVisibility()) continue;
    const counted = countedStep(text);
    if (!counted) continue;
    const rest = tidy(text)
      .replace(/^.*?\d{1,2}\D{1,8}\d{1,2}[\s:·–-]*/u, '')
      .trim();
    return rest === '' ? counted : `${counted} · ${rest}`;
  }
  return undefined;
}
