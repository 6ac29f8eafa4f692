/** What the evaluation runs inside a captured page. */
import { collectFields } from '#extension/fill/collect-fields.ts';
import { locate, locateOption, locateZone } from '#extension/fill/field-registry.ts';
import { readPosting } from '#extension/sites/registry.ts';

export { collectFields, readPosting };

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
