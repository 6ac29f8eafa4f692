/** Answers to what the popup asks about jobs, answers and reports; `start.ts` joins them to the rest. */
import type { Handlers, Sender } from '../messages.ts';
import { fixtureFor } from './fixture.ts';
import { chooseJob, pastePosting, rateJob } from './inspect.ts';
import { dropLearnt, keepAnswer, noteFinal } from './learn.ts';
import { loadQueue, openQueued } from './queue.ts';
import { answerSent, expectConfirmation } from './sent.ts';
import { clearStats } from './stats.ts';

type Mine =
  | 'posting.paste'
  | 'job.choose'
  | 'job.sent'
  | 'job.rate'
  | 'queue.load'
  | 'queue.open'
  | 'learn.keep'
  | 'learn.drop'
  | 'field.fixture'
  | 'stats.clear'
  | 'run.final';

type GuardTab = (tabId: number, sender: Sender) => Promise<void>;

/** `guardTab` rejects where a popup opened as a tab names a tab it may not act on. */
export const jobRequests = (guardTab: GuardTab): Pick<Handlers, Mine> => ({
  // Neither reads nor touches the page, so it works on sites that forbid it.
  'posting.paste': async (given) => {
    await pastePosting(given);
    return null;
  },
  'job.choose': async ({ tabId, jobId }) => {
    await chooseJob(tabId, jobId);
    return null;
  },
  'job.sent': async ({ tabId, sent }) => {
    await answerSent(tabId, sent);
    return null;
  },
  'job.rate': async (given) => {
    await rateJob(given);
    return null;
  },
  'queue.load': async () => {
    await loadQueue();
    return null;
  },
  'queue.open': async ({ jobId }) => ({ tabId: await openQueued(jobId) }),
  'learn.keep': async ({ id }) => {
    await keepAnswer(id);
    return null;
  },
  'learn.drop': async ({ id }) => {
    await dropLearnt(id);
    return null;
  },
  'field.fixture': async (given, sender) => {
    await guardTab(given.tabId, sender);
    return fixtureFor(given);
  },
  'stats.clear': async () => {
    await clearStats();
    return null;
  },
  'run.final': async (given, { tabId, frameId }) => {
    if (tabId === undefined) return null;
    await noteFinal(tabId, { ...given, frameId });
    void expectConfirmation(tabId);
    return null;
  },
});
