/** On boards that show many jobs on one page: the part that holds the one a person has opened. */
import { readable } from './plain-text.ts';

/** Less is a teaser. */
const WHOLE = 400;
const TITLE = 'h1,h2,h3,h4,[role=heading],summary';

/** The opened posting: what the address points at, an open dialog or panel, or the pane beside the list; else the document. */
export function openDetail(document: Document, hash: string): ParentNode {
  const target = /^#[\w-]+$/.test(hash) ? document.getElementById(hash.slice(1)) : null;
  const candidates = [
    target,
    ...document.querySelectorAll('dialog[open],[role=dialog]'),
    ...panels(document),
    ...document.querySelectorAll('details[open]'),
    ...document.querySelectorAll(
      '[class*="job-detail" i],[class*="jobDetail" i],[class*="job_detail" i],[class*="posting-detail" i],[id*="job-detail" i],[id*="jobDetail" i]',
    ),
  ];
  return candidates.find((element) => element !== null && holdsPosting(element)) ?? document;
}

/** Panels that an opened accordion row or a chosen list entry shows. */
function* panels(document: Document): Generator<Element> {
  for (const opener of document.querySelectorAll(
    '[aria-expanded=true][aria-controls],[aria-selected=true][aria-controls]',
  )) {
    const panel = document.getElementById(opener.getAttribute('aria-controls') ?? '');
    // The title often stands in the row, the text in its panel: both belong to the item around them.
    if (panel)
      yield panel.parentElement?.contains(opener) && panel.parentElement !== document.body
        ? panel.parentElement
        : panel;
  }
}

const holdsPosting = (element: Element): boolean =>
  element.querySelector(TITLE) !== null &&
  (element.textContent ?? '').replace(/\s+/g, ' ').length >= WHOLE &&
  !/cookie|consent|privacy/i.test(
    `${element.id} ${element.getAttribute('class') ?? ''} ${element.getAttribute('aria-label') ?? ''}`,
  ) &&
  readable(element);
