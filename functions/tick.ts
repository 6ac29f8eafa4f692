/** The schedule, every minute: what a crash left in the outbox leaves again, and periodic work becomes tasks. */
import type { Core } from '#shared/core.ts';
import { resendOutbox } from '#shared/platform/queue.ts';
import { coreOfProcess } from './consume.ts';

export async function tick(core: Core): Promise<void> {
  const resent = await resendOutbox(core.platform);
  if (resent > 0) core.platform.log.warn('outbox.resent', { count: resent });
  await core.jobs.repair();
  await core.feeds.schedule();
  await core.privacy.scheduleSweep();
  await core.searches.tick();
  await core.matches.scheduleDaily();
}

export const handler = (): Promise<void> => tick(coreOfProcess());
