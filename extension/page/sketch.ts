/**
 * The structure around a field as plain data, for the report of a wrong field. Boxes come empty. A script of its own, put
 * into a page only for such a report; which element a ref means it asks the tools that are there already.
 */
import type { Sketch } from '#shared/form/fixture.rules.ts';
import { composedParent, deepElements, shadowOf } from '../fill/deep-dom.ts';
import type { FieldSketch, PageGlobal, PageTools } from './page-tools.ts';

/** A form of more elements than this is cut off at its end. */
const MOST_ELEMENTS = 4_000;
/** Controls that make a container worth calling a form where there is no form element. */
const ENOUGH_CONTROLS = 4;
const SKIPPED = /^(?:script|style|noscript|template|svg|iframe|object|embed|link|meta|canvas|video|audio|img|picture)$/;

/** The form a field stands in, or null where the field is gone. `typed` is what its boxes hold, to be taken out. */
function sketchAround(tools: PageTools, ref: string): FieldSketch | null {
  const found = tools.find({ ref });
  if (found === undefined) return null;
  const { control, shown } = found;
  let left = MOST_ELEMENTS;
  const draw = (element: Element): Sketch => {
    left--;
    const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
    delete attributes.value;
    if (holdsChoice(element)) attributes.value = element.getAttribute('value') ?? '';
    if (element instanceof HTMLElement && !element.checkVisibility({ visibilityProperty: true }))
      attributes.hidden = '';
    if (element === control) attributes['data-reported'] = '';
    const shadow = shadowOf(element);
    const children = inside(element);
    if (shadow) children.unshift({ tag: 'template', attributes: { shadowrootmode: 'open' }, children: inside(shadow) });
    return { tag: element.localName, attributes, children };
  };
  const inside = (parent: ParentNode): Sketch[] => {
    if (parent instanceof HTMLTextAreaElement || (parent instanceof HTMLElement && parent.isContentEditable)) return [];
    return [...parent.childNodes].flatMap((node): Sketch[] => {
      if (node instanceof Text) return /\S/.test(node.data) ? [node.data.trim().slice(0, 2_000)] : [];
      return node instanceof Element && !SKIPPED.test(node.localName) && left > 0 ? [draw(node)] : [];
    });
  };
  return { sketch: draw(formOf(shown)), typed: typedIn(tools) };
}

const holdsChoice = (element: Element): boolean =>
  element instanceof HTMLOptionElement ||
  (element instanceof HTMLInputElement && (element.type === 'radio' || element.type === 'checkbox'));

function formOf(element: Element): Element {
  const form = element.closest('form');
  if (form) return form;
  for (let at = element; ; ) {
    const parent = composedParent(at);
    if (parent === null || parent === document.documentElement) return at;
    const controls = [...deepElements(parent)].filter((one) => /^(?:INPUT|SELECT|TEXTAREA)$/.test(one.tagName));
    if (controls.length >= ENOUGH_CONTROLS) return parent;
    at = parent;
  }
}

/** Everything entered on the page; which of a page's own choices was taken is not drawn, so those words may stay. */
const typedIn = (tools: PageTools): string[] =>
  tools
    .look()
    .fields.filter((field) => field.options.length === 0 || field.kind === 'combobox')
    .map((field) => field.value)
    .filter((value) => value.trim() !== '');

/** Puts the sketching beside the page tools. */
export function installSketch(): void {
  const global = globalThis as PageGlobal;
  global.footholdSketch = ({ ref }) => (global.footholdPage ? sketchAround(global.footholdPage, ref) : null);
}
