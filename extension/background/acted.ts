/** What the person did about postings, for the warning before they apply twice. */
import { applicationContract } from '#shared/application/application.contract.ts';
import type { ActedJob } from '../job-items.ts';
import { read, stored, write } from '../storage.ts';
import { call } from './session.ts';

const FRESH_MS = 10 * 60_000;

/** Asks the server, and keeps it. */
export async function loadActed(): Promise<ActedJob[]> {
  const { items } = await call(applicationContract.list, { query: { limit: 100 } });
  const jobs = items.map(({ jobId, title, company, status, history, updatedAt }) => ({
    jobId,
    title,
    company,
    status,
    at: history.find((step) => step.status === 'applied')?.at ?? updatedAt,
  }));
  await write(stored.acted, { at: Date.now(), jobs });
  return jobs;
}

/** What the person did about postings, as last heard; asks again in the background where that is long ago. */
export async function actedJobs(): Promise<readonly ActedJob[]> {
  const kept = await read(stored.acted);
  if (kept !== undefined && Date.now() - kept.at < FRESH_MS) return kept.jobs;
  if (kept === undefined) return loadActed().catch(() => []);
  void loadActed().catch(() => undefined);
  return kept.jobs;
}

/** Notes that an application went out, so that the queue and the warning know before the server is asked again. */
export async function noteSent(job: { jobId: string; title: string; company: string }): Promise<void> {
  const { jobId, title, company } = job;
  const before = await read(stored.acted);
  const sent: ActedJob = { jobId, title, company, status: 'applied', at: new Date().toISOString() };
  const others = before?.jobs.filter((one) => one.jobId !== jobId) ?? [];
  await write(stored.acted, { at: before?.at ?? 0, jobs: [sent, ...others].slice(0, 1000) });
  const queue = await read(stored.queue);
  if (queue !== undefined)
    await write(stored.queue, { ...queue, jobs: queue.jobs.filter((one) => one.jobId !== jobId) });
}
