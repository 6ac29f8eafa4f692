/**
 * A pool of worker threads for work that may hang or eat memory: every input has a deadline, every thread a heap limit,
 * and an input that kills its thread fails alone. One spare thread stands ready, so a fresh one takes over at once.
 *
 * The entry file posts `{ ready: true }` once it is loaded (loading does not count against a deadline), listens on its
 * parent port for `{ id, input }` and answers `{ id, output }`; it answers `{ id, error }` (a text for the log) only for
 * faults of its own. Until then it may tell how far it is by `{ id, progress }`.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** Why an input got no answer. `deadline` and `memory` are the input's fault as far as we can tell; `crash` may be ours. */
export type WorkerFailure = 'deadline' | 'memory' | 'crash' | 'closed';

export class WorkerError extends Error {
  readonly failure: WorkerFailure;
  constructor(failure: WorkerFailure, options?: { cause?: unknown }) {
    super(`worker failed: ${failure}`, options);
    this.name = 'WorkerError';
    this.failure = failure;
  }
}

type RunOptions = {
  deadlineMs?: number;
  transfer?: readonly ArrayBuffer[];
  /** Called with what the thread tells of its progress. */
  onProgress?: ((progress: unknown) => void) | undefined;
};

export type WorkerPool = {
  /** Runs one input in a thread of its own. Rejects with {@link WorkerError}. */
  run: (input: unknown, options?: RunOptions) => Promise<unknown>;
  close: () => Promise<void>;
};

type Options = {
  /** The worker's file: a `.ts` is run through tsx, a bundled `.mjs` as it is. */
  entry: URL | string;
  /** Limit of the JavaScript heap of one thread. Buffers are not counted by V8: the worker's own code must meter them. */
  memoryMb: number;
  /** Default deadline of one input. */
  deadlineMs: number;
  /** Threads working at the same time; further inputs wait. Default 1. */
  size?: number;
  execArgv?: string[];
  workerData?: unknown;
};

/** Node 20 does not hand `--import tsx` on to threads, so a TypeScript entry is loaded by a line that registers tsx first. */
function startThread(entry: URL | string, options: WorkerOptions): Worker {
  const href = entry instanceof URL ? entry.href : entry.startsWith('file:') ? entry : pathToFileURL(entry).href;
  if (!href.endsWith('.ts')) return new Worker(new URL(href), options);
  // require resolves to the CommonJS twin, which cannot find its loader from here.
  const tsx = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/u, '.mjs'),
  ).href;
  const boot = `import(${JSON.stringify(tsx)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(href)}); })`;
  return new Worker(boot, { ...options, eval: true });
}

/** Loading a thread's code must not take longer, however busy the machine is. */
const LOAD_MS = 60_000;

const isReady = (value: unknown): boolean => typeof value === 'object' && value !== null && 'ready' in value;

type Reply = { id: number; output?: unknown; error?: string; progress?: unknown };

const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number';

/** Starts a pool. `close` ends its threads; a pool left open does not keep the process alive while it is idle. */
export function createWorkerPool({ entry, memoryMb, deadlineMs, size = 1, execArgv, workerData }: Options): WorkerPool {
  const idle: Worker[] = [];
  const loaded = new WeakSet<Worker>();
  const busy = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let nextId = 1;
  let active = 0;
  let closed = false;

  const start = (): Worker => {
    const worker = startThread(entry, {
      resourceLimits: {
        maxOldGenerationSizeMb: memoryMb,
        maxYoungGenerationSizeMb: Math.max(16, Math.round(memoryMb / 8)),
      },
      ...(execArgv === undefined ? {} : { execArgv }),
      ...(workerData === undefined ? {} : { workerData }),
    });
    worker.unref();
    worker.once('message', () => loaded.add(worker));
    // An idle thread that dies is simply not there any more.
    worker.on('error', () => forget(worker));
    worker.on('exit', () => forget(worker));
    return worker;
  };
  const forget = (worker: Worker): void => {
    busy.delete(worker);
    const at = idle.indexOf(worker);
    if (at >= 0) idle.splice(at, 1);
  };
  const keepSpare = (): void => {
    if (!closed && idle.length === 0) idle.push(start());
  };

  async function run(input: unknown, options: RunOptions = {}): Promise<unknown> {
    if (closed) throw new WorkerError('closed');
    if (active >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    if (closed) throw new WorkerError('closed');
    active++;
    const worker = idle.pop() ?? start();
    busy.add(worker);
    worker.ref();
    keepSpare();
    try {
      const output = await ask(worker, {
        id: nextId++,
        input,
        deadline: options.deadlineMs ?? deadlineMs,
        transfer: options.transfer ?? [],
        loaded: loaded.has(worker),
        onProgress: options.onProgress,
      });
      if (busy.delete(worker)) {
        worker.unref();
        if (idle.length <= size && !closed) idle.push(worker);
        else await worker.terminate();
      }
      return output;
    } catch (cause) {
      busy.delete(worker);
      await worker.terminate();
      throw cause;
    } finally {
      active--;
      waiting.shift()?.();
    }
  }

  async function close(): Promise<void> {
    closed = true;
    for (const resume of waiting.splice(0)) resume();
    await Promise.all([...idle.splice(0), ...busy].map((worker) => worker.terminate()));
  }

  keepSpare();
  return { run, close };
}

type Question = {
  id: number;
  input: unknown;
  deadline: number;
  transfer: readonly ArrayBuffer[];
  loaded: boolean;
  onProgress: ((progress: unknown) => void) | undefined;
};

function ask(worker: Worker, { id, input, deadline, transfer, loaded, onProgress }: Question): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      settle();
    };
    const onMessage = (reply: unknown): void => {
      if (isReady(reply)) {
        clearTimeout(timer);
        timer = setTimeout(expire, deadline);
      }
      if (!isReply(reply) || reply.id !== id) return;
      if (reply.progress !== undefined) {
        onProgress?.(reply.progress);
        return;
      }
      finish(() =>
        reply.error === undefined ? resolve(reply.output) : reject(new WorkerError('crash', { cause: reply.error })),
      );
    };
    const onError = (cause: unknown): void => {
      const outOfMemory =
        typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      finish(() => reject(new WorkerError(outOfMemory ? 'memory' : 'crash', { cause })));
    };
    const onExit = (code: number): void =>
      finish(() => reject(new WorkerError('crash', { cause: `exit code ${code}` })));
    const expire = (): void => finish(() => reject(new WorkerError('deadline')));
    let timer = setTimeout(expire, loaded ? deadline : Math.max(LOAD_MS, deadline));
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage({ id, input }, [...transfer]);
  });
}
