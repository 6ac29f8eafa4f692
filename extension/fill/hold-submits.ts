/** While we write or take back, nothing is sent: no form, and no page that sends itself. */

/** A click on a typeless button would submit, and some pages send themselves at a change. Gives what ends the holding. */
export function holdSubmits(): () => void {
  const hold = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // `form.submit()` passes every listener; leaving the page does not. What the person does stays theirs.
  const stay = (event: NavigateEvent): void => {
    if (event.cancelable && !event.userInitiated && !event.hashChange && !event.destination.sameDocument)
      event.preventDefault();
  };
  window.addEventListener('submit', hold, true);
  window.navigation?.addEventListener('navigate', stay);
  return () => {
    window.removeEventListener('submit', hold, true);
    window.navigation?.removeEventListener('navigate', stay);
  };
}
