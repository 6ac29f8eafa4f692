import { expect, test } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

const press = (key: string, more: object = {}) => ({
  key,
  code: `Key${key.toUpperCase()}`,
  altKey: true,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

test('Alt and a letter decide, also where a Mac writes another character with them', () => {
  expect(shortcutOf(press('s'), { typing: false })).toBe('skip');
  expect(shortcutOf(press('ß', { code: 'KeyS' }), { typing: false })).toBe('skip');
  expect(shortcutOf(press('Dead', { code: 'KeyE' }), { typing: false })).toBe('fix');
});

test('in a text field letters are text; only Alt+Enter decides', () => {
  for (const key of ['a', 'e', 's', 'z']) expect(shortcutOf(press(key), { typing: true })).toBeUndefined();
  expect(shortcutOf(press('Enter', { code: 'Enter' }), { typing: true })).toBe('accept');
});

test('AltGr, and keys with Ctrl, Cmd or Shift, are not ours', () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: false }])
    expect(shortcutOf(press('a', held), { typing: false })).toBeUndefined();
});
