/**
 * One process per data folder. The lock is a file naming its holder by pid and start time, so that a killed holder is
 * told from a living one even when its pid is in use again. Child processes are recorded beside it; whoever takes the
 * lock next ends those that a killed run left behind, after making sure they are what was recorded.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** `startedAt` is opaque: the kernel's own note of when the process began. */
const processMark = z.object({ pid: z.number().int().positive(), startedAt: z.string() });
type ProcessMark = z.infer<typeof processMark>;

/** `command` is the program's path; it must stand in the process's command line before we end it. */
const childMark = processMark.extend({ command: z.string().min(1) });
type ChildMark = z.infer<typeof childMark>;

export class DataDirLockedError extends Error {
  readonly pid: number;
  constructor(dir: string, pid: number) {
    super(`${dir} is in use by process ${pid}. Stop that one first, or set DATA_DIR to another folder.`);
    this.name = 'DataDirLockedError';
    this.pid = pid;
  }
}

export type DataDirLock = {
  /** Notes a child to be ended by the next run, should this one be killed. */
  recordChild(child: { pid: number; command: string }): void;
  forgetChild(pid: number): void;
  release(): void;
};

const END_GRACE_MS = 3000;

/**
 * Locks `dir` (made if absent), taking over from a killed run and ending its children. Throws
 * {@link DataDirLockedError} when a living process holds it.
 */
export async function lockDataDir(dir: string): Promise<DataDirLock> {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const lockFile = path.join(dir, 'lock.json');
  const childrenFile = path.join(dir, 'children.json');
  const self: ProcessMark = { pid: process.pid, startedAt: startOf(process.pid) ?? '' };

  acquire({ dir, lockFile, self });
  await Promise.all(readChildren(childrenFile).map(endLeftover));
  const children = new Map<number, ChildMark>();
  const save = (): void => writeAtomically(childrenFile, JSON.stringify([...children.values()]));
  save();

  return {
    recordChild({ pid, command }) {
      const startedAt = startOf(pid);
      if (startedAt === undefined) return; // it is gone already
      children.set(pid, { pid, command, startedAt });
      save();
    },
    forgetChild(pid) {
      if (children.delete(pid)) save();
    },
    release() {
      if (isSame(readMark(lockFile), self)) fs.rmSync(lockFile, { force: true });
    },
  };
}

/** `link` creates the lock whole or not at all; of two that find a dead one, the `.takeover` link lets one replace it. */
function acquire(input: { dir: string; lockFile: string; self: ProcessMark }): void {
  const { dir, lockFile, self } = input;
  const mine = `${lockFile}.${randomUUID()}`;
  fs.writeFileSync(mine, JSON.stringify(self), { mode: 0o600 });
  try {
    if (linked(mine, lockFile)) return;
    refuseLiving(dir, readMark(lockFile));

    const takeover = `${lockFile}.takeover`;
    if (!linked(mine, takeover)) {
      refuseLiving(dir, readMark(takeover));
      fs.rmSync(takeover, { force: true });
      if (!linked(mine, takeover)) throw new DataDirLockedError(dir, readMark(takeover)?.pid ?? 0);
    }
    try {
      refuseLiving(dir, readMark(lockFile));
      writeAtomically(lockFile, JSON.stringify(self));
    } finally {
      fs.rmSync(takeover, { force: true });
    }
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

function linked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}

function refuseLiving(dir: string, holder: ProcessMark | undefined): void {
  if (holder !== undefined && startOf(holder.pid) === holder.startedAt) throw new DataDirLockedError(dir, holder.pid);
}

const isSame = (a: ProcessMark | undefined, b: ProcessMark): boolean => a?.pid === b.pid && a.startedAt === b.startedAt;

function readMark(file: string): ProcessMark | undefined {
  return readJson(file, processMark);
}

function readChildren(file: string): ChildMark[] {
  return readJson(file, z.array(childMark)) ?? [];
}

function readJson<T>(file: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function writeAtomically(file: string, text: string): void {
  const temporary = `${file}.${randomUUID()}`;
  fs.writeFileSync(temporary, text, { mode: 0o600 });
  fs.renameSync(temporary, file);
}

async function endLeftover(child: ChildMark): Promise<void> {
  const isOurs = (): boolean =>
    startOf(child.pid) === child.startedAt && (commandLineOf(child.pid) ?? '').includes(child.command);
  const signal = (name: 'SIGTERM' | 'SIGKILL'): void => {
    try {
      if (isOurs()) process.kill(child.pid, name);
    } catch {
      // it ended in between
    }
  };
  signal('SIGTERM');
  for (const deadline = Date.now() + END_GRACE_MS; isOurs() && Date.now() < deadline; ) await sleep(20);
  signal('SIGKILL');
  for (const deadline = Date.now() + END_GRACE_MS; isOurs() && Date.now() < deadline; ) await sleep(20);
}

/** When the process began, as the kernel writes it; undefined when there is no such process (or it is a zombie). */
export function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
    // Fields count from behind the last parenthesis, because the program's name before it may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : `${bootId()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** Start times count from boot, so the same number means another process after a restart of the machine. */
const bootId = (): string => fs.readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();

function commandLineOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'command=');
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
