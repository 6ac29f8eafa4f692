/** Waits for a page that rebuilds itself. */

/** Resolves once nothing has changed for `quiet` milliseconds, or after `most` in any case. */
export function quietFor(quiet: number, most: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(limit);
      resolve();
    };
    let timer = setTimeout(end, quiet);
    const limit = setTimeout(end, most);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, quiet);
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  });
}
