/** Keeps the profile and preferences at hand, so that a form can be filled without a network. */
import { authContract } from '#shared/auth/auth.contract.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { profileContract } from '#shared/profile/profile.contract.ts';
import { read, stored, write } from '../storage.ts';
import { flushOutbox } from './outbox.ts';
import { call, isLinked } from './session.ts';

export const SYNC_ALARM = 'sync';
const EVERY_MINUTES = 15;
/** Opening the popup again and again asks the server only this often. */
const FRESH_MS = 20_000;

export const scheduleSync = (): Promise<void> => chrome.alarms.create(SYNC_ALARM, { periodInMinutes: EVERY_MINUTES });

let running: Promise<void> | undefined;

/** Fetches account, profile and preferences and sends what is queued; without a network it only notes that. */
export function syncNow({ force = false } = {}): Promise<void> {
  running ??= sync(force).finally(() => {
    running = undefined;
  });
  return running;
}

async function sync(force: boolean): Promise<void> {
  if (!(await isLinked())) return;
  const last = await read(stored.sync);
  if (!force && last?.online && Date.now() - last.at < FRESH_MS) return;
  try {
    const [me, profile, preferences] = await Promise.all([
      call(authContract.me),
      call(profileContract.get),
      call(profileContract.preferences),
    ]);
    if (!(await isLinked())) return;
    const { id, email, name, role } = me;
    await Promise.all([
      write(stored.account, { id, email, name, role }),
      write(stored.profile, profile),
      write(stored.preferences, preferences),
      write(stored.sync, { at: Date.now(), online: true }),
    ]);
    await flushOutbox();
  } catch (failure) {
    if (!(failure instanceof AppError)) console.error(failure);
    if (await isLinked()) await write(stored.sync, { at: last?.at ?? 0, online: false });
  }
}
