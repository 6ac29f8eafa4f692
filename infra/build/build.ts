/** `npm run build`: extension (unpacked and store zip), functions and portal into `dist/`. */
import { buildExtension } from './extension.ts';
import { buildFunctions } from './functions.ts';
import { buildPortal } from './portal.ts';

await buildExtension();
await buildExtension({ store: true });
await buildPortal();
const sizes = await buildFunctions();

process.stdout.write('dist/extension, dist/extension-store.zip, dist/portal\n');
for (const [name, bytes] of Object.entries(sizes))
  process.stdout.write(`dist/functions/${name} ${(bytes / 1024).toFixed(0)} KiB\n`);
