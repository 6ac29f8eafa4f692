/** The few characters on the toolbar icon. They never say anything personal. */
import { FINISHED, type Run } from '../storage.ts';

const ACCENT = '#0a6b5b';

async function show(tabId: number, text: string, title: string): Promise<void> {
  await Promise.all([
    chrome.action.setBadgeText({ tabId, text }),
    chrome.action.setBadgeBackgroundColor({ tabId, color: ACCENT }),
    chrome.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    chrome.action.setTitle({ tabId, title }),
  ]).catch(() => undefined); // the tab may have been closed
}

/** A form or posting was seen on a declared host. */
export const showSeenBadge = (tabId: number, seen: { posting: boolean; form: boolean }): Promise<void> =>
  seen.form
    ? show(tabId, '•', 'Foothold: there is a form here to fill')
    : seen.posting
      ? show(tabId, '', 'Foothold: there is a posting here')
      : show(tabId, '', 'Foothold');

/** Something a person asked for without the popup could not be done. */
export const showTroubleBadge = (tabId: number, reason: string): Promise<void> =>
  show(tabId, '!', `Foothold: ${reason}`);

/** How a run ended, or nothing while it goes on. */
export const showRunBadge = (tabId: number, run: Run | undefined): Promise<void> =>
  run !== undefined && run.kind === 'fill' && FINISHED.includes(run.phase) && run.filled > 0
    ? show(tabId, String(run.filled), `Foothold: filled ${run.filled} of ${run.questions} fields`)
    : show(tabId, '', 'Foothold');

/** The page says that an application arrived, and the person is asked whether to mark it. */
export const showSentBadge = (tabId: number): Promise<void> =>
  show(tabId, '✓', 'Foothold: mark this application as sent?');
