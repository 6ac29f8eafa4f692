/**
 * The ways to us beside the button: a key and two entries in the page's menu. Each is the person's own act on the page in
 * front of them, so the browser opens that page to us as it does for the button.
 */
import { AppError } from '#shared/kernel/errors.ts';
import { showTroubleBadge } from './badge.ts';
import { saveJob } from './inspect.ts';
import { startRun } from './run.ts';
import { isLinked } from './session.ts';

/** Named in the manifest's `commands`. */
export const FILL_COMMAND = 'fill-form';

const MENU = {
  fill: { title: 'Fill this form with Foothold', act: (tabId: number) => startRun(tabId, 'fill') },
  save: { title: 'Save this job', act: saveJob },
} as const;

export function answerShortcuts(): void {
  chrome.runtime.onInstalled.addListener(() => {
    chrome.contextMenus.removeAll(() => {
      for (const [id, { title }] of Object.entries(MENU))
        chrome.contextMenus.create({
          id,
          title,
          contexts: ['page', 'frame', 'editable', 'selection'],
          documentUrlPatterns: ['http://*/*', 'https://*/*'],
        });
    });
  });
  chrome.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    const entry = Object.entries(MENU).find(([id]) => id === menuItemId)?.[1];
    if (entry !== undefined && tab?.id !== undefined) void attempt(tab.id, entry.act);
  });
  chrome.commands.onCommand.addListener((command, tab) => {
    if (command === FILL_COMMAND && tab?.id !== undefined) void attempt(tab.id, MENU.fill.act);
  });
}

/** There is no window to say it in: what went wrong stands at the button, and without a link the options open. */
async function attempt(tabId: number, act: (tabId: number) => Promise<unknown>): Promise<void> {
  if (!(await isLinked())) return chrome.runtime.openOptionsPage();
  await act(tabId).catch(async (cause: unknown) => {
    if (!(cause instanceof AppError)) console.error(cause);
    await showTroubleBadge(tabId, cause instanceof AppError ? cause.message : 'Something went wrong. Try again.');
  });
}
