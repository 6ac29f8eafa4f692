/** What the evaluation runs inside a page: which control a label means, and what each control holds. */
import { collectFields } from '#extension/fill/collect-fields.ts';
import { locate, locateOption, locateZone } from '#extension/fill/field-registry.ts';
import { readPosting } from '#extension/sites/registry.ts';

export { collectFields, readPosting };

/** What one control holds and how a person sees it. */
export type Control = {
  tag: string;
  type: string;
  name: string;
  /** Typed text, the texts of the chosen options, or what a hand-made widget shows. */
  text: string;
  on: boolean;
  files: string[];
  seen: boolean;
  disabled: boolean;
  /** A pop-up of suggestions belongs to it, and it is not the browser's own. */
  suggests: boolean;
};

const CONTROLS = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';

let watched: Element[] = [];

/** Notes the controls of the labels, then every other one; gives how many stand in the page's labels. */
export function watchControls(selectors: readonly string[]): number {
  const labelled = selectors.map((selector) => document.querySelector(selector) ?? document.createElement('i'));
  const rest = everyControl(document).filter((element) => !labelled.includes(element));
  watched = [...labelled, ...rest];
  return labelled.length;
}

export const readControls = (): Control[] => watched.map(read);

function everyControl(root: Document | ShadowRoot): Element[] {
  const inner = [...root.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? everyControl(element.shadowRoot) : [],
  );
  return [...root.querySelectorAll(CONTROLS), ...inner];
}

function read(element: Element): Control {
  const isInput = element instanceof HTMLInputElement;
  const isText = isInput || element instanceof HTMLTextAreaElement;
  const files = isInput ? element.files : element.querySelector<HTMLInputElement>('input[type=file]')?.files;
  const text =
    element instanceof HTMLSelectElement
      ? [...element.selectedOptions].map((option) => option.text.trim() || option.value).join(' | ')
      : isText
        ? element.value
        : (element.textContent ?? '').trim();
  const role = element.getAttribute('role');
  return {
    tag: element.localName,
    type: isInput ? element.type : '',
    name: isInput ? element.name : '',
    text,
    on: isInput ? element.checked : element.getAttribute('aria-checked') === 'true',
    files: [...(files ?? [])].map((file) => file.name),
    seen: isSeen(element),
    disabled: element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true',
    suggests:
      !(element instanceof HTMLSelectElement) &&
      !(isInput && element.list) &&
      (role === 'combobox' || /^(?:list|both)$/.test(element.getAttribute('aria-autocomplete') ?? '')),
  };
}

function isSeen(element: Element): boolean {
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return shown && width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0;
}

/** For each selector, the refs (fields and options) whose control it is; groups and zones count by what they hold. */
export function refsOf(
  labels: readonly { selector: string; kind: string }[],
  refs: readonly { ref: string; kind: string; options: readonly string[] }[],
): string[][] {
  const targets = refs.flatMap(({ ref, kind, options }) => {
    const element = locate(document, ref);
    if (!element) return [];
    const parts = options.flatMap((option) => {
      const found = locateOption(document, option);
      return found ? [{ ref: option, element: found, holds: false }] : [];
    });
    const isInput = element instanceof HTMLInputElement;
    const holds = kind === 'buttonGroup' || (kind === 'file' && !isInput);
    const zone = kind === 'file' && !isInput ? locateZone(document, ref) : undefined;
    const own = kind === 'radio' || kind === 'checkboxGroup' ? [] : [{ ref, element, holds }];
    return [...own, ...(zone ? [{ ref, element: zone, holds: true }] : []), ...parts];
  });
  return labels.map(({ selector, kind }) => {
    const wanted = document.querySelector(selector);
    if (!wanted) return ['missing'];
    return targets
      .filter(
        (target) =>
          target.element === wanted ||
          (target.holds &&
            /^(?:file|checkbox|radio)$/.test(kind) &&
            (target.element.contains(wanted) || wanted.contains(target.element))),
      )
      .map((target) => target.ref);
  });
}
