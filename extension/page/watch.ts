/**
 * After a fill: does this frame show questions that were not there? Then the person has moved on, and the background is
 * told so, with a number and nothing else. While they are typing nothing is told, as filling moves the focus.
 */
import { collectFields } from '../fill/collect-fields.ts';

/** A step has been drawn when the page rests this long. */
const QUIET_MS = 600;
/** Somebody who has typed this recently is still at it. */
const TYPING_MS = 1_500;
/** A page that never rests is looked at this often. */
const RESTLESS_MS = 3_000;

/** Frames that load, advertisements too, are told of together. */
const FRAMES_MS = 1_500;

let stop = (): void => undefined;

/** Starts to watch, with the refs of the questions that are known; ends the watch before. */
export function watchQuestions(refs: readonly string[]): void {
  stop();
  const known = new Set(refs);
  let typedAt = -TYPING_MS;
  let waitingSince: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let loading: ReturnType<typeof setTimeout> | undefined;

  const later = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
  };
  const changed = (): void => {
    waitingSince ??= performance.now();
    const waited = performance.now() - waitingSince;
    later(Math.max(0, Math.min(QUIET_MS, RESTLESS_MS - waited)));
  };
  const look = (): void => {
    waitingSince = undefined;
    const sinceTyping = performance.now() - typedAt;
    if (sinceTyping < TYPING_MS) {
      later(TYPING_MS - sinceTyping);
      return;
    }
    const fresh = collectFields(document).filter((field) => field.visible && !known.has(field.ref));
    if (fresh.length === 0) return;
    for (const { ref } of fresh) known.add(ref);
    tell(fresh.length);
  };
  const tell = (fresh: number): void => {
    // Fails once the extension was updated or removed: then there is nobody left to tell.
    chrome.runtime.sendMessage({ name: 'page.stepped', body: { fresh } }).catch(() => stop());
  };
  const typed = (event: Event): void => {
    if (event.isTrusted) typedAt = performance.now();
  };
  /** A frame that shows another document has another story, which only the background can look into. */
  const loaded = (event: Event): void => {
    if (!(event.target instanceof HTMLIFrameElement)) return;
    loading ??= setTimeout(() => {
      loading = undefined;
      tell(0);
    }, FRAMES_MS);
  };

  const observer = new MutationObserver(changed);
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: WATCHED });
  const ending = new AbortController();
  const options = { capture: true, passive: true, signal: ending.signal };
  document.addEventListener('keydown', typed, options);
  document.addEventListener('load', loaded, options);
  stop = () => {
    clearTimeout(timer);
    clearTimeout(loading);
    observer.disconnect();
    ending.abort();
  };
  changed();
}

/** What makes a step appear without adding a node. */
const WATCHED = ['class', 'style', 'hidden', 'disabled', 'aria-hidden', 'inert', 'open'];
