/** The keys of the review. All carry Alt, and those that are letters are left to text fields, where Alt writes characters. */

export type Shortcut = 'accept' | 'fix' | 'skip' | 'acceptAll' | 'undo';

/** As shown on screen. */
export const KEYS: Readonly<Record<Shortcut, string>> = {
  accept: 'Alt+Enter',
  fix: 'Alt+E',
  skip: 'Alt+S',
  acceptAll: 'Alt+A',
  undo: 'Alt+Z',
};

const LETTERS: Readonly<Record<string, Shortcut>> = { e: 'fix', s: 'skip', a: 'acceptAll', z: 'undo' };

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** What a key press asks for; `typing` says that the focus is in a text field. AltGr is Ctrl and Alt, and never ours. */
export function shortcutOf(press: Press, { typing }: { typing: boolean }): Shortcut | undefined {
  if (!press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return undefined;
  if (press.key === 'Enter') return 'accept';
  if (typing) return undefined;
  // With Alt held a Mac gives another character, and then the place of the key tells which letter it is.
  const letter = /^[a-z]$/i.test(press.key) ? press.key : press.code.replace(/^Key/, '');
  return LETTERS[letter.toLowerCase()];
}

/** Whether keys pressed there write text or choose in a list. */
export const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches(
      'textarea, select, input:not([type=button], [type=checkbox], [type=radio], [type=file], [type=submit])',
    ));
