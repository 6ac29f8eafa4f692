/**
 * Collects every question of a document as plain data: light and shadow trees, widgets included, labels as a person reads
 * them, visibility as a person sees it. Reads only; nothing is focused, opened or changed.
 */
import type { FormField } from '#shared/form/form.schema.ts';
import { composedParent, elementsOf, parentOf } from './deep-dom.ts';
import { type Places, placesIn, remember } from './field-registry.ts';
import { currentValue, isPristine, optionsOf } from './field-value.ts';
import { type Found, findControls } from './find-controls.ts';
import { formKeys } from './form-key.ts';
import {
  controlsBelow,
  groupOf,
  hintOf,
  markupLabel,
  surroundingLabel,
  textAfter,
  tidy,
  wordsAround,
  wordsOf,
} from './label-of.ts';
import { unmarked } from './marks.ts';
import { inOneLook } from './one-look.ts';
import { openerOf } from './opener.ts';
import { withRepeats } from './repeats.ts';
import { visibleStandIn, whyInvisible, whyUnreadable } from './visibility.ts';
import { isDialPicker, isProxyInput, phoneBeside, shellOf } from './widgets.ts';

const MOST_FIELDS = 600;

/** All questions of the document, in reading order. `frame` is 0; whoever knows the frame sets it. */
export function collectFields(document: Document): FormField[] {
  return inOneLook(() => {
    const elements = elementsOf(document);
    const about = { formOf: formKeys(document), places: placesIn(elements) };
    return withRepeats(
      findControls(elements)
        .slice(0, MOST_FIELDS)
        .map((found) => ({ field: describe(found, about), element: found.element })),
    );
  });
}

/** What one collection finds out once for all of its fields. */
type About = { readonly formOf: (element: Element) => string; readonly places: Places };

function describe(found: Found, { formOf, places }: About): FormField {
  const { kind, element, members } = found;
  const stood = kind === 'file' ? visibleStandIn(element, 6) : undefined;
  const opener = kind === 'file' && !stood ? openerOf(element) : undefined;
  const isGroup = kind === 'radio' || kind === 'checkboxGroup' || kind === 'buttonGroup';
  const zone = kind === 'file' ? (stood ?? opener?.place) : zoneOf(found);
  const ref = remember({ anchor: element, options: isGroup ? members : [], zone, places });
  const read = wordsFor(found, opener?.words);
  const { text: label, required } = unmarked(read.label);
  const group = unmarked(read.group);
  const hidden = trapReason(found) ?? invisibleReason(found, zone);
  const language = element.closest('[lang]')?.getAttribute('lang');
  return {
    ref,
    frame: 0,
    kind,
    type: element.getAttribute('type')?.toLowerCase() ?? element.localName,
    name: element.getAttribute('name') ?? (isGroup ? (members[0]?.getAttribute('name') ?? '') : ''),
    id: element.id || element.getAttribute('data-automation-id') || element.getAttribute('data-field-path') || '',
    autocomplete: element.getAttribute('autocomplete') ?? '',
    placeholder: tidy(element.getAttribute('placeholder') ?? element.getAttribute('aria-placeholder') ?? ''),
    label,
    group: group.text,
    section: found.section,
    hint: hintOf(element),
    required: demands(found) || (required ?? (isGroup || kind === 'file' ? (group.required ?? false) : false)),
    disabled: isDisabled(element, kind),
    visible: hidden === undefined,
    ...(hidden ? { hidden } : {}),
    value: currentValue(found, zone),
    options: optionsOf(found, ref),
    ...limitsOf(element),
    ...(language ? { lang: language } : {}),
    ...(takesSeveral(found) ? { multiple: true } : {}),
    ...(isPristine(found) ? { pristine: true } : {}),
    form: formOf(opener?.button ?? element),
  };
}

/** Label and group of a question, as they are read on the page. */
function wordsFor({ kind, element, members }: Found, opener: string | undefined): { label: string; group: string } {
  const frame = frameOf(element);
  if (frame) return { label: surroundingLabel([frame]) || markupLabel(element), group: groupOf(frame).words };
  const around = groupOf(members[0] ?? element);
  const group = around.words;
  if (kind === 'radio' || kind === 'checkboxGroup' || kind === 'buttonGroup') {
    const isOwn = around.element !== undefined && holdsOnly(around.element, members);
    const question =
      (isOwn ? group : '') ||
      (kind === 'buttonGroup' ? markupLabel(element) : '') ||
      wordsAround(members) ||
      group ||
      surroundingLabel(members);
    return { label: question, group: question === group ? '' : group };
  }
  const own = markupLabel(element) || (kind === 'checkbox' ? textAfter(element) : '');
  if (kind === 'file') {
    const said =
      element instanceof HTMLInputElement ? '' : element.matches('button,[role=button]') ? ownWords(element) : '';
    const near = surroundingLabel([element]);
    const both = [group, near].filter((text, index, all) => text !== '' && all.indexOf(text) === index).join(' ');
    return { label: opener || own || said || group || near, group: both.slice(0, 400) };
  }
  const phone = isDialPicker(element) ? phoneBeside(element) : undefined;
  if (phone) return { label: own || surroundingLabel([element]), group: group || labelOf(phone) };
  const parts = group === '' ? datePartsAround(element) : [];
  return { label: own || surroundingLabel([element]), group: parts.length > 0 ? surroundingLabel(parts) : group };
}

const ownWords = (button: Element): string => wordsOf(button, { buttons: true });
const labelOf = (element: Element): string => markupLabel(element) || surroundingLabel([element]);

/** Whether a group asks nothing but this; a box for “other” may stand in it. */
function holdsOnly(group: Element, members: readonly Element[]): boolean {
  const others = controlsBelow(group).filter(
    (each) => !members.some((member) => member === each || member.contains(each)),
  );
  return (
    others.length <= (members.length > 1 ? 1 : 0) &&
    others.every((each) => each.matches('input:not([type=radio],[type=checkbox]),textarea'))
  );
}

/** Month, day and year of one date: the question stands around all of them. */
function datePartsAround(element: Element): Element[] {
  if (element.getAttribute('role') !== 'spinbutton') return [];
  let at = composedParent(element);
  for (let depth = 0; at && depth < 5; depth++, at = composedParent(at)) {
    const parts = [...at.querySelectorAll('[role=spinbutton]')];
    if (parts.length > 1) return parts.length <= 6 ? parts : [];
  }
  return [];
}

/** The frame around an editor that is a document of its own; out of reach where it is another site's. */
function frameOf(element: Element): Element | undefined {
  if (element.tagName !== 'BODY' && element.tagName !== 'HTML') return undefined;
  try {
    return element.ownerDocument.defaultView?.frameElement ?? undefined;
  } catch {
    return undefined;
  }
}

/** What a person sees in place of a control that hides behind a widget. */
function zoneOf({ kind, element, members }: Found): Element | undefined {
  if (kind === 'combobox') return isDialPicker(element) ? element : shellOf(element);
  if (kind === 'select') return selectSkin(element);
  if (kind === 'radio' || kind === 'checkbox' || kind === 'checkboxGroup') {
    const [first] = members;
    const label = first instanceof HTMLInputElement ? first.labels?.[0] : undefined;
    return label && !whyInvisible(label) ? label : first ? visibleStandIn(first, 2) : undefined;
  }
  return undefined;
}

/** select2, chosen and the like hide the select and draw their own beside it. */
function selectSkin(element: Element): Element | undefined {
  for (const sibling of [element.nextElementSibling, element.previousElementSibling, parentOf(element)]) {
    if (
      sibling &&
      /select2|chosen|selectize|choices|nice-select|selectric|bootstrap-select/i.test(
        sibling.getAttribute('class') ?? '',
      ) &&
      !whyInvisible(sibling)
    )
      return sibling;
  }
  return undefined;
}

function trapReason({ kind, element }: Found): string | undefined {
  if (kind === 'file' || kind === 'buttonGroup' || kind === 'radio' || kind === 'checkboxGroup') return undefined;
  if (isProxyInput(element)) return 'Part of a widget, not a question';
  if (isSilent(element) && !(kind === 'select' && selectSkin(element))) return 'Hidden from screen readers';
  const unreachable = element.getAttribute('tabindex') === '-1' && (kind === 'text' || kind === 'textarea');
  return unreachable ? 'Not reachable by keyboard' : undefined;
}

function isSilent(element: Element): boolean {
  const root = element.getRootNode();
  return element.closest('[aria-hidden=true]') !== null || (root instanceof ShadowRoot && isSilent(root.host));
}

function invisibleReason({ element, kind }: Found, zone: Element | undefined): string | undefined {
  const isTyped = kind === 'text' || kind === 'textarea' || kind === 'date' || kind === 'richtext';
  if (isTyped)
    return whyInvisible(element, { covered: 'lastingly' }) ?? (kind === 'text' ? whyUnreadable(element) : undefined);
  const reason = whyInvisible(element);
  if (!reason) return undefined;
  return zone && !whyInvisible(zone) ? undefined : reason;
}

const demands = ({ element, members }: Found): boolean =>
  [element, ...members].some((at) => at.hasAttribute('required') || at.getAttribute('aria-required') === 'true') ||
  element.closest('[role=radiogroup],[role=group]')?.getAttribute('aria-required') === 'true';

function isDisabled(element: Element, kind: FormField['kind']): boolean {
  if (element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true') return true;
  const readOnly =
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.readOnly : false;
  return readOnly && (kind === 'text' || kind === 'textarea' || kind === 'date');
}

function limitsOf(element: Element): Partial<FormField> {
  const text = (name: string): string => element.getAttribute(name)?.trim() ?? '';
  const typed = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element : undefined;
  const inputMode = text('inputmode');
  return {
    ...(typed && typed.maxLength > 0 ? { maxLength: typed.maxLength } : {}),
    ...(typed && typed.minLength > 0 ? { minLength: typed.minLength } : {}),
    ...(text('min') || text('aria-valuemin') ? { min: text('min') || text('aria-valuemin') } : {}),
    ...(text('max') || text('aria-valuemax') ? { max: text('max') || text('aria-valuemax') } : {}),
    ...(text('pattern') ? { pattern: text('pattern') } : {}),
    ...(inputMode && inputMode !== 'text' ? { inputMode } : {}),
    ...(text('accept') ? { accept: text('accept') } : {}),
  };
}

const takesSeveral = ({ kind, element }: Found): boolean =>
  ((element instanceof HTMLSelectElement || element instanceof HTMLInputElement) && element.multiple) ||
  (kind === 'checkboxGroup' && element.getAttribute('aria-multiselectable') === 'true');
