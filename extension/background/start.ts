/** Wires the worker's events. Chrome wakes it for any of them, so every listener is in place before the first await. */

import { AppError } from '#shared/kernel/errors.ts';
import type { Sender } from '../messages.ts';
import { answerMessages } from '../messages.ts';
import { closeStorageToPages, pageItem, write } from '../storage.ts';
import { showSeenBadge } from './badge.ts';
import { fetchFile } from './documents.ts';
import { inspect, saveJob } from './inspect.ts';
import { beforePopup, followJobTabs } from './job-tabs.ts';
import { checkNews, NEWS_ALARM, scheduleNews } from './news.ts';
import { flushOutbox, OUTBOX_ALARM } from './outbox.ts';
import { assertDeclared, revealInTab } from './page.ts';
import { prefill } from './queue.ts';
import { jobRequests } from './requests.ts';
import { cancelRun, followRun, jobWithoutPage, noteStep, resumeRuns, startRun, undoRun } from './run.ts';
import { readRun } from './run-state.ts';
import { linkWithToken, signIn, unlink } from './session.ts';
import { saveSettings } from './settings.ts';
import { answerShortcuts } from './shortcuts.ts';
import { isTurnedOff, syncDetectors } from './site-access.ts';
import { SYNC_ALARM, scheduleSync, syncNow } from './sync.ts';
import { watchTabs } from './tabs.ts';

export function startBackground(): void {
  answerMessages({
    ...jobRequests(guardTab),
    'session.linkToken': (given) => linkWithToken(given).then(afterLink),
    'session.signIn': (given) => signIn(given).then(afterLink),
    'session.unlink': async () => {
      await unlink();
      return null;
    },
    'settings.save': saveSettings,
    'sync.now': async () => {
      await syncNow();
      return null;
    },
    'page.inspect': async ({ tabId }, sender) => {
      await guardTab(tabId, sender).catch(async (cause: unknown) => {
        await noteClosed(tabId, cause);
        throw cause;
      });
      await inspect(tabId);
      void beforePopup(tabId);
      return null;
    },
    'job.save': async ({ tabId }, sender) => {
      await guardTab(tabId, sender);
      await saveJob(tabId);
      return null;
    },
    'run.fill': async ({ tabId }, sender) => {
      await guardTab(tabId, sender);
      await startRun(tabId, 'fill');
      return null;
    },
    'run.documents': async ({ tabId }, sender) => {
      if ((await jobWithoutPage(tabId)) === undefined) await guardTab(tabId, sender);
      await startRun(tabId, 'documents');
      return null;
    },
    'run.cancel': async ({ tabId }) => {
      await cancelRun(tabId);
      return null;
    },
    'run.undo': async ({ tabId }, sender) => {
      await guardTab(tabId, sender);
      return { restored: await undoRun(tabId) };
    },
    'field.reveal': async ({ tabId, frame, ref }, sender) => {
      await guardTab(tabId, sender);
      if (!(await revealInTab({ tabId, frameId: frame, ref }))) throw fieldGone();
      return null;
    },
    'document.bytes': async ({ tabId, documentId, format }) => {
      const file = (await readRun(tabId))?.documents.find((one) => one.id === documentId);
      if (file === undefined) throw fieldGone();
      const { base64, type, name } = await fetchFile(file, format);
      return { base64, contentType: type, fileName: name };
    },
    'page.seen': async (seen, { tabId, frameId }) => {
      // In a tab the person opened from their queue: a form that came up without a new page is looked at too.
      if (tabId !== undefined && seen.form) void prefill(tabId);
      if (tabId === undefined || frameId !== 0 || (await readRun(tabId)) !== undefined) return null;
      const { url = '' } = await chrome.tabs.get(tabId);
      if (!(await isTurnedOff(url))) await showSeenBadge(tabId, seen);
      return null;
    },
    'page.stepped': async (_, { tabId }) => {
      if (tabId !== undefined) await followRun(tabId);
      return null;
    },
    'run.step': async (step, { tabId }) => {
      if (tabId !== undefined) await noteStep(tabId, step);
      return null;
    },
  });

  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === SYNC_ALARM) void syncNow({ force: true });
    if (name === OUTBOX_ALARM) void flushOutbox();
    if (name === NEWS_ALARM) void checkNews();
  });
  self.addEventListener('online', () => void syncNow({ force: true }).then(flushOutbox));
  chrome.runtime.onStartup.addListener(() => void syncNow({ force: true }));
  chrome.runtime.onInstalled.addListener(({ reason }) => {
    void scheduleSync();
    if (reason === 'install') void chrome.runtime.openOptionsPage();
  });
  chrome.permissions.onAdded.addListener(() => void syncDetectors());
  chrome.permissions.onRemoved.addListener(() => void syncDetectors());
  chrome.permissions.onAdded.addListener(() => void scheduleNews().then(checkNews));
  chrome.permissions.onRemoved.addListener(() => void scheduleNews());
  watchTabs();
  followJobTabs();
  answerShortcuts();
  void scheduleNews();

  void closeStorageToPages().then(resumeRuns);
  void scheduleSyncOnce();
}

async function afterLink<U>(user: U): Promise<U> {
  await syncNow({ force: true });
  return user;
}

/**
 * The popup proper may act on any page the person opened it on. As a tab of its own it names the tab to act on, which no
 * click of theirs has vouched for: there only declared hosts will do.
 */
async function guardTab(tabId: number, sender: Sender): Promise<void> {
  if (sender.tabId !== undefined) await assertDeclared(tabId);
}

/** What was seen of a tab before counts no more once it may not be looked at. */
async function noteClosed(tabId: number, cause: unknown): Promise<void> {
  if (!(cause instanceof AppError)) return;
  const { message: reason } = cause;
  await write(pageItem(tabId), { url: '', reachable: false, reason, questions: 0, seenAt: Date.now() });
}

const fieldGone = () =>
  new AppError('extension.gone', {
    kind: 'not_found',
    message: 'This is no longer on the page. Open the popup again.',
  });

/** Alarms may be lost when the browser restarts. */
async function scheduleSyncOnce(): Promise<void> {
  if ((await chrome.alarms.get(SYNC_ALARM)) === undefined) await scheduleSync();
}
