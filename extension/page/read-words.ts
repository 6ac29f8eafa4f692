/** The words of a page a person can read, for recognising a confirmation. */

/** Confirmations are short and stand at the top; the rest of a long page is not needed. */
const ENOUGH = 6_000;

/** Visible text with its lines; what stands in status regions and dialogs first. */
export function readWords(document: Document): string {
  const loud = [...document.querySelectorAll<HTMLElement>('[role=alert],[role=status],[role=dialog],dialog[open]')];
  return [...loud, document.body]
    .map((element) => element?.innerText ?? '')
    .join('\n')
    .slice(0, ENOUGH);
}
