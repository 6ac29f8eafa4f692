/** What a look at a page gives, inside a test page. */
import { collectButtons, currentStep } from '#extension/fill/collect-buttons.ts';
import { collectFields } from '#extension/fill/collect-fields.ts';
import { locate, locateOption } from '#extension/fill/field-registry.ts';
import { whyInvisible } from '#extension/fill/visibility.ts';
import { actionsAmong } from '#shared/form/actions.rules.ts';

export const fields = () => collectFields(document);
export const actions = () => actionsAmong(collectButtons(document));
export const step = () => currentStep(document) ?? null;

/** Ids of what the refs name now. */
export const found = (refs: readonly string[]) =>
  refs.map((ref) => (ref.includes('.o') ? locateOption(document, ref) : locate(document, ref))?.id ?? null);

/** What the runner would say before it writes there. */
export const refusal = (selector: string) => {
  const element = document.querySelector(selector);
  return element ? (whyInvisible(element, { covered: true }) ?? null) : 'missing';
};
