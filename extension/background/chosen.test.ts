import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { chosenItem, write } from '../storage.ts';
import { chosenJob } from './chosen.ts';

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('chrome', fakeBrowser);
});

test('the job named for a tab holds for two hours, and for that tab alone', async () => {
  const job = { jobId: 'job_1', title: 'Data Engineer', company: 'Acme', fromQueue: true, prefilled: false };
  await write(chosenItem(7), { ...job, at: Date.now() - 60_000 });
  await write(chosenItem(8), { ...job, at: Date.now() - 3 * 3_600_000 });
  expect(await chosenJob(7)).toMatchObject(job);
  expect(await chosenJob(8)).toBeUndefined();
  expect(await chosenJob(9)).toBeUndefined();
});
