/** Follows the tabs of filled forms and of the queue. */
import { awaitedItem, chosenItem, remove, watchItem } from '../storage.ts';
import { lookBack } from './learn.ts';
import { prefill } from './queue.ts';
import { lookForConfirmation } from './sent.ts';

/** The popup opens: what became of the answers, and does the page say that they arrived? */
export async function beforePopup(tabId: number): Promise<void> {
  await lookBack(tabId);
  await lookForConfirmation(tabId);
}

/** Call once, at the top of the background. */
export function followJobTabs(): void {
  chrome.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== 'complete') return;
    void lookForConfirmation(tabId);
    void prefill(tabId);
  });
  chrome.tabs.onRemoved.addListener((tabId) => {
    void remove(chosenItem(tabId));
    void remove(awaitedItem(tabId));
    // What the page told as it went may still be on its way.
    setTimeout(() => void remove(watchItem(tabId)), 5_000);
  });
}
