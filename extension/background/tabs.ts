/** What becomes of what is kept of a tab when the tab moves on. */
import { FINISHED, pageItem, read, remove } from '../storage.ts';
import { showRunBadge } from './badge.ts';
import { mayFollow } from './follow.ts';
import { hasTools } from './page.ts';
import { followRun } from './run.ts';
import { forgetRun, readRun } from './run-state.ts';

export function watchTabs(): void {
  chrome.tabs.onRemoved.addListener((tabId) => {
    void forgetRun(tabId);
    void remove(pageItem(tabId));
  });
  chrome.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'loading' || status === 'complete') void pageMoved(tabId, status);
  });
}

/**
 * A tab that holds another document has another story, unless it is the next step of the form a run has filled, which
 * shows once the document is there. A run in progress notices by itself.
 */
async function pageMoved(tabId: number, status: 'loading' | 'complete'): Promise<void> {
  const run = await readRun(tabId);
  if ((run === undefined && (await read(pageItem(tabId))) === undefined) || (await hasTools(tabId))) return;
  await remove(pageItem(tabId));
  if (run === undefined || !FINISHED.includes(run.phase)) return;
  if (mayFollow(run, Date.now()) && (status === 'loading' || (await followRun(tabId)) === 'kept')) return;
  await forgetRun(tabId);
  await showRunBadge(tabId, undefined);
}
