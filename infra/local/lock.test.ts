/** One run per data folder; a killed run leaves nothing behind that the next one cannot clear away. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf, temporaryDir } from './aws/live.testkit.ts';
import { DataDirLockedError, lockDataDir, startOf } from './lock.ts';

let folder: ReturnType<typeof temporaryDir>;
let processes: ChildProcess[];
beforeEach(() => {
  folder = temporaryDir();
  processes = [];
});
afterEach(() => {
  for (const child of processes) child.kill('SIGKILL');
  folder.remove();
});

const write = (name: string, content: unknown): void =>
  fs.writeFileSync(path.join(folder.dir, name), typeof content === 'string' ? content : JSON.stringify(content));

/** A process that does nothing; resolves once it runs. */
async function sleeper(): Promise<{ child: ChildProcess; pid: number; startedAt: string }> {
  const child = spawn('sleep', ['60']);
  processes.push(child);
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  return { child, pid, startedAt: startOf(pid) ?? '' };
}

const lockModule = new URL('./lock.ts', import.meta.url).href;

/** Another run of ours: takes the lock, then does `then`. Gives what it printed. */
function otherRun(then: string): { child: ChildProcess; output: Promise<string> } {
  const script = `
    import { spawn } from 'node:child_process';
    import { lockDataDir } from ${JSON.stringify(lockModule)};
    try {
      const lock = await lockDataDir(${JSON.stringify(folder.dir)});
      ${then}
    } catch (cause) { console.log(cause.name); }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  const output = new Promise<string>((resolve) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) resolve(text.trim());
    });
    child.once('exit', () => resolve(text.trim()));
  });
  return { child, output };
}

describe('the lock on a data folder', () => {
  it('tells a second start who holds it', async () => {
    const lock = await lockDataDir(folder.dir);
    const second = lockDataDir(folder.dir);
    await expect(second).rejects.toThrow(DataDirLockedError);
    await expect(second).rejects.toThrow(String(process.pid));
    lock.release();
  });

  it('is free again after release', async () => {
    (await lockDataDir(folder.dir)).release();
    (await lockDataDir(folder.dir)).release();
  });

  it('is respected between processes', async () => {
    const other = otherRun(`console.log('locked'); setTimeout(() => {}, 60_000);`);
    expect(await other.output).toBe('locked');
    expect(await refusalOf(lockDataDir(folder.dir))).toBe('DataDirLockedError');
  });

  it('is taken over from a process that was killed', async () => {
    const other = otherRun(`console.log('locked'); setTimeout(() => {}, 60_000);`);
    await other.output;
    other.child.kill('SIGKILL');
    await once(other.child, 'exit');
    (await lockDataDir(folder.dir)).release();
  });

  it('is taken over when its pid belongs to another process by now', async () => {
    const { pid } = await sleeper();
    write('lock.json', { pid, startedAt: 'long ago' });
    (await lockDataDir(folder.dir)).release();
  });

  it.each(['', '{"pid":', '{"pid":"1"}', 'null'])('left unreadable as %s is taken over', async (content) => {
    write('lock.json', content);
    (await lockDataDir(folder.dir)).release();
  });

  it('is taken over even when a take-over was killed half-way', async () => {
    write('lock.json', { pid: 4_194_303, startedAt: 'x' });
    write('lock.json.takeover', { pid: 4_194_302, startedAt: 'x' });
    (await lockDataDir(folder.dir)).release();
  });

  it('goes to one of several who find a dead one together', async () => {
    write('lock.json', { pid: 4_194_303, startedAt: 'x' });
    const runs = [1, 2, 3, 4].map(() => otherRun(`console.log('locked'); setTimeout(() => {}, 60_000);`));
    const outputs = await Promise.all(runs.map(({ output }) => output));
    expect(outputs.filter((text) => text === 'locked')).toHaveLength(1);
    expect(outputs.filter((text) => text === 'DataDirLockedError')).toHaveLength(3);
  });

  it('of another is not released by us', async () => {
    const lock = await lockDataDir(folder.dir);
    write('lock.json', { pid: 1, startedAt: 'theirs' });
    lock.release();
    expect(fs.existsSync(path.join(folder.dir, 'lock.json'))).toBe(true);
  });
});

describe('children of a killed run', () => {
  it('are ended by the next', async () => {
    const other = otherRun(`
      const child = spawn('sleep', ['60'], { stdio: 'ignore' });
      lock.recordChild({ pid: child.pid, command: 'sleep' });
      console.log(child.pid);
      setTimeout(() => {}, 60_000);`);
    const childPid = Number(await other.output);
    expect(startOf(childPid)).toBeDefined();
    other.child.kill('SIGKILL');
    await once(other.child, 'exit');

    const lock = await lockDataDir(folder.dir);
    expect(startOf(childPid)).toBeUndefined();
    lock.release();
  });

  it('that were forgotten are left alone', async () => {
    const { pid } = await sleeper();
    const lock = await lockDataDir(folder.dir);
    lock.recordChild({ pid, command: 'sleep' });
    lock.forgetChild(pid);
    lock.release();
    (await lockDataDir(folder.dir)).release();
    expect(startOf(pid)).toBeDefined();
  });

  it('are not mistaken for a process that has their pid now', async () => {
    const { pid, startedAt } = await sleeper();
    write('children.json', [
      { pid, startedAt: 'another time', command: 'sleep' },
      { pid, startedAt, command: '/another/program' },
    ]);
    (await lockDataDir(folder.dir)).release();
    expect(startOf(pid)).toBe(startedAt);
  });
});
