/**
 * The detector on declared hosts: is there a posting, is there an application form? It counts controls and reads no
 * value, no text and no attribute beyond their type, and tells the background only when the answer changes.
 */
import type { Body } from '../messages.ts';

/** Pages build themselves for a while; looking on every mutation would cost them time. */
const QUIET_MS = 400;
/** Fewer controls than this are a search box or a newsletter. */
const FORM_CONTROLS = 3;

type Seen = Body<'page.seen'>;

const CONTROLS = 'input:not([type=hidden]):not([type=search]):not([type=password]),select,textarea';

/** What the document shows at this moment. */
export function seenIn(document: Document): Seen {
  const posting = [...document.querySelectorAll('script[type="application/ld+json"]')].some((script) =>
    (script.textContent ?? '').includes('JobPosting'),
  );
  const asksForFile = document.querySelector('input[type=file]') !== null;
  const asksForAddress = document.querySelector('input[type=email],input[type=tel]') !== null;
  const controls = document.querySelectorAll(CONTROLS).length;
  const form = controls >= FORM_CONTROLS && (asksForFile || asksForAddress);
  return { posting, form };
}

/** Tells the background now and whenever the answer changes. */
export function watchPage(): void {
  let told = '';
  let waiting = false;
  const look = (): void => {
    waiting = false;
    const body = seenIn(document);
    const answer = JSON.stringify(body);
    if (answer === told) return;
    told = answer;
    // Fails once the extension was updated or removed: then there is nobody left to tell.
    chrome.runtime.sendMessage({ name: 'page.seen', body }).catch(() => observer.disconnect());
  };
  const observer = new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(look, QUIET_MS);
  });
  look();
  observer.observe(document.documentElement, { childList: true, subtree: true });
}
