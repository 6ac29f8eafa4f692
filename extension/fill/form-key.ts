/** A key per form of a page: its place, id, name and accessible name, for those who weigh what the form is for. */
import { composedParent, isClobbered, matching } from './deep-dom.ts';
import { tidy } from './label-of.ts';
import { perLook } from './one-look.ts';

const FORMS = 'form,dialog,[role=form],[role=dialog]';

/** Gives the key of the form an element stands in; `page` outside any. Dialogs count as forms. */
export const formKeys = perLook((document: Document): ((element: Element) => string) => {
  const keys = new Map(
    matching(document, FORMS)
      .filter((form) => !isClobbered(form))
      .map((form, place) => [
        form,
        tidy(
          `${place} ${form.getAttribute('id') ?? ''} ${form.getAttribute('name') ?? ''} ${form.getAttribute('aria-label') ?? ''}`,
        ),
      ]),
  );
  return (element) => {
    for (let at: Element | null = element; at; at = composedParent(at)) {
      const key = keys.get(at);
      if (key !== undefined) return key;
    }
    return 'page';
  };
});
