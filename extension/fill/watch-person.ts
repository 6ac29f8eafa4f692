/**
 * Who changed a field while we fill: the page, which reads the resume and fills boxes itself, or the person. The page's words
 * may be put right, the person's are theirs.
 */

/** What fields held, and which of them the page already found fault with, when the run began. */
export type Watch = {
  /** Value of a field when the run began; undefined for one that was not there. */
  valueBefore: (ref: string) => string | undefined;
  wasFaulty: (ref: string) => boolean;
  /** Whether the person's own hands have been on it since. */
  isTouched: (element: Element) => boolean;
  stop: () => void;
};

type Held = { readonly ref: string; readonly value: string; readonly faulty: boolean };

const BY_HAND = ['input', 'change', 'keydown', 'paste', 'drop'] as const;

export function watchPerson(held: readonly Held[]): Watch {
  const touched = new WeakSet<EventTarget>();
  const note = (event: Event): void => {
    if (!event.isTrusted || isOurs > 0) return;
    for (const target of event.composedPath()) if (target instanceof Element) touched.add(target);
  };
  for (const type of BY_HAND) window.addEventListener(type, note, true);
  const before = new Map(held.map((each) => [each.ref, each]));
  return {
    valueBefore: (ref) => before.get(ref)?.value,
    wasFaulty: (ref) => before.get(ref)?.faulty ?? false,
    isTouched: (element) => isControl(element) && touched.has(element),
    stop: () => {
      for (const type of BY_HAND) window.removeEventListener(type, note, true);
    },
  };
}

/** Containers are passed by every event below them; only a control of its own is touched. */
const isControl = (element: Element): boolean =>
  element.matches('input,select,textarea,button,[role=radio],[role=checkbox],[role=combobox],[contenteditable]');

let isOurs = 0;

/** A click by `.click()` and an editing command make events the browser trusts; what happens inside `act` is ours. */
export function asOurs<T>(act: () => T): T {
  isOurs += 1;
  try {
    return act();
  } finally {
    isOurs -= 1;
  }
}
