import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkerPool } from './worker.ts';

const directory = mkdtempSync(join(tmpdir(), 'worker-pool-'));
const entry = join(directory, 'entry.mjs');
writeFileSync(
  entry,
  `import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ id, input }) => {
  if (input === 'steps') for (const progress of [1, 2, 3]) parentPort.postMessage({ id, progress });
  if (input === 'hang') for (;;) {}
  if (input === 'eat') { const all = []; for (;;) all.push(Array.from({ length: 1e4 }, (_, i) => ({ i }))); }
  if (input === 'crash') process.exit(3);
  if (input === 'throw') setImmediate(() => { throw new Error('boom'); });
  else parentPort.postMessage(input === 'fault' ? { id, error: 'own fault' } : { id, output: { input, threadId } });
});
parentPort.postMessage({ ready: true });`,
);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('a pool of workers', () => {
  it('lets a hanging, greedy or crashing input fail alone, and answers the next one', async () => {
    const pool = createWorkerPool({ entry, memoryMb: 48, deadlineMs: 20_000 });
    await expect(pool.run('hang', { deadlineMs: 300 })).rejects.toMatchObject({ failure: 'deadline' });
    expect(await pool.run('a')).toMatchObject({ input: 'a' });
    await expect(pool.run('eat')).rejects.toMatchObject({ failure: 'memory' });
    expect(await pool.run('b')).toMatchObject({ input: 'b' });
    await expect(pool.run('crash')).rejects.toMatchObject({ failure: 'crash' });
    await expect(pool.run('throw')).rejects.toMatchObject({ failure: 'crash' });
    await expect(pool.run('fault')).rejects.toMatchObject({ failure: 'crash' });
    expect(await pool.run('c')).toMatchObject({ input: 'c' });
    await pool.close();
    await expect(pool.run('d')).rejects.toMatchObject({ failure: 'closed' });
  });

  it('tells of progress before the answer, and only of the input that makes it', async () => {
    const pool = createWorkerPool({ entry, memoryMb: 64, deadlineMs: 20_000, size: 2 });
    const told: unknown[] = [];
    const onProgress = (progress: unknown): void => void told.push(progress);
    const other: unknown[] = [];
    const answers = await Promise.all([
      pool.run('steps', { onProgress }),
      pool.run('quiet', { onProgress: (progress) => void other.push(progress) }),
    ]);
    expect(told).toEqual([1, 2, 3]);
    expect(other).toEqual([]);
    expect(answers[0]).toMatchObject({ input: 'steps' });
    await pool.close();
  });

  it('uses a thread again while it behaves, and never runs more than its size at a time', async () => {
    const pool = createWorkerPool({ entry, memoryMb: 64, deadlineMs: 20_000, size: 2 });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => pool.run(i)));
    expect(answers.map((a) => (a as { input: number }).input)).toEqual(Array.from({ length: 12 }, (_, i) => i));
    expect(new Set(answers.map((a) => (a as { threadId: number }).threadId)).size).toBeLessThanOrEqual(4);
    await pool.close();
  });
});
