/** `npm start`: the whole product on this machine. Prints what to do next once everything answers. */
import { join, resolve } from 'node:path';
import { ROOT } from '../build/cache.ts';
import { buildExtension } from '../build/extension.ts';
import { buildPortal } from '../build/portal.ts';
import { loadDotEnv } from './environment.ts';
import { startStack } from './stack.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

loadDotEnv(join(ROOT, '.env'));
const port = Number(process.env.PORT ?? 8787);
const dataDir = resolve(process.env.DATA_DIR ?? '.data');

try {
  const env = { LOG_LEVEL: 'WARN', ...process.env };
  const host = process.env.HOST;
  const portal = join(ROOT, 'dist/portal');
  const starting = startStack({ dataDir, port, portal, env, ...(host !== undefined && host !== '' && { host }) });
  const built = Promise.all([buildPortal(), buildExtension()]);
  built.catch(() => {});
  const stack = await starting;
  await built.catch(async (error) => {
    await stack.close();
    throw error;
  });
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    say(`\n${signal}: stopping; what is not finished goes on at the next start.`);
    await stack.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));

  say('');
  say(`  1  Create an account       ${stack.url}/register`);
  say(`  2  Drop in your resume     ${stack.url}/profile`);
  say('  3  Load the extension      chrome://extensions → Developer mode → Load unpacked → dist/extension');
  say(`  4  Link it                 ${stack.url}/link`);
  say(`  5  Try it on a form        ${stack.url}/demo/`);
  say('');
  say('  npm run demo opens Chromium with the extension loaded and linked. Mail lands in /dev/mailbox, data in .data.');
  say('');
  say(`Foothold ready on ${stack.url}`);
} catch (error) {
  process.stderr.write(`\nFoothold could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
