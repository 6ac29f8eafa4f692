/** Waiting for a page to come to rest, by what it does and not by the clock. */

/** Resolves once the page has changed nothing for `calm` ms, or after `most` ms of changes; at once where it is stopped. */
export function untilQuiet(
  document: Document,
  given: { calm?: number; most?: number; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const { calm = 50, most = 600, signal } = given;
  return new Promise((resolve) => {
    let timer = setTimeout(done, calm);
    const end = setTimeout(done, most);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, calm);
    });
    function done(): void {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(end);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done, { once: true });
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  });
}
