/** The product as a person runs it: stack, portal and extension, built where their sources changed. */
import { join, resolve } from 'node:path';
import { ROOT } from '../build/cache.ts';
import { buildExtension } from '../build/extension.ts';
import { buildPortal } from '../build/portal.ts';
import { loadDotEnv } from './environment.ts';
import { type Stack, startStack } from './stack.ts';

export type Product = Stack & {
  /** Absolute; holds everything that is kept between runs. */
  readonly dataDir: string;
  /** Folder of the built extension, to be loaded as it is. */
  readonly extension: string;
};

/** Reads `.env`, then starts and builds side by side. Rejects with words for the person; nothing keeps running then. */
export async function startProduct(): Promise<Product> {
  loadDotEnv(join(ROOT, '.env'));
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');
  const host = process.env.HOST;
  const starting = startStack({
    dataDir,
    port: Number(process.env.PORT ?? 8787),
    portal: join(ROOT, 'dist/portal'),
    env: { LOG_LEVEL: 'WARN', ...process.env },
    ...(host !== undefined && host !== '' && { host }),
  });
  const building = Promise.all([buildPortal(), buildExtension()]);
  building.catch(() => {});
  const stack = await starting;
  const [, extension] = await building.catch(async (error) => {
    await stack.close();
    throw error;
  });
  return { ...stack, dataDir, extension: extension.folder };
}

/** Stops cleanly at SIGINT and SIGTERM; a second signal ends at once. `before` runs first. */
export function stopOnSignals(product: Product, before: () => Promise<unknown> = async () => undefined): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    process.stdout.write(`\n${signal}: stopping; what is not finished goes on at the next start.\n`);
    await before();
    await product.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
}

/** Says why it could not start, and ends. */
export function failedToStart(error: unknown): never {
  process.stderr.write(`\nFoothold could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
