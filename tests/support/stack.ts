/** The product for one test file: its own data folder, a clock that can be moved, and a client per person. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stack, type StackOptions, startStack } from '#infra/local/stack.ts';
import { contract } from '#shared/contract.ts';
import { type Call, createClient } from '#shared/kernel/client.ts';
import { createLog } from '#shared/platform/log.ts';

export type TestClock = { now(): number; advance(ms: number): void };

export type TestStack = Stack & {
  readonly clock: TestClock;
  readonly dataDir: string;
  /** A raw request against the running server. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Registers somebody and returns them with a client that acts for them. */
  person(options?: Partial<NewPerson>): Promise<Person>;
};

export type NewPerson = { email: string; password: string; name: string; role: 'seeker' | 'recruiter' };
export type Person = NewPerson & {
  id: string;
  call: Call;
  accessToken: string;
  refreshToken: string;
  headers: Record<string, string>;
};

type Options = { env?: Record<string, string>; portal?: string; dataDir?: string } & Pick<
  StackOptions,
  'outside' | 'sources'
>;

let people = 0;

/** Starts everything on a free port; `close` also removes the data unless `dataDir` was given. */
export async function startTestStack(options: Options = {}): Promise<TestStack> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'foothold-'));
  let offset = 0;
  const clock: TestClock = {
    now: () => Date.now() + offset,
    advance: (ms) => {
      offset += ms;
    },
  };
  const stack = await startStack({
    dataDir,
    port: 0,
    clock,
    schedules: false,
    log: createLog({ service: 'test', level: process.env.DEBUG ? 'INFO' : 'SILENT' }),
    // No test asks a source on the internet; one that plays sources names them.
    env: { RATE_LIMIT: '100000', ENABLE_SOURCES: 'none', ...options.env },
    ...(options.outside && { outside: options.outside }),
    ...(options.sources && { sources: options.sources }),
    ...(options.portal !== undefined && { portal: options.portal }),
  });
  const base = `http://127.0.0.1:${stack.port}`;
  const request = (path: string, init?: RequestInit) => fetch(`${base}${path}`, init);

  return {
    ...stack,
    clock,
    dataDir,
    fetch: request,
    async person(given = {}) {
      const n = ++people;
      const who: NewPerson = {
        email: `person${n}@example.org`,
        password: 'correct horse battery',
        name: `Person ${n}`,
        role: 'seeker',
        ...given,
      };
      const session = await createClient(request)(contract.auth.register, { body: { ...who, consent: true } });
      const headers = { authorization: `Bearer ${session.accessToken}` };
      const call = createClient((path, init) =>
        request(path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers } }),
      );
      return {
        ...who,
        id: session.user.id,
        call,
        headers,
        accessToken: session.accessToken,
        refreshToken: session.refreshToken,
      };
    },
    async close() {
      await stack.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
