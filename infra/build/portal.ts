/** The portal into `dist/portal`. */
import { join } from 'node:path';
import { buildIfChanged, ROOT } from './cache.ts';

export const buildPortal = (): Promise<boolean> =>
  buildIfChanged({
    name: 'portal',
    sources: ['api/portal', 'shared', 'package-lock.json'],
    output: 'dist/portal/index.html',
    build: async () => {
      // Loaded only when there is something to build: it would cost every start a quarter of a second.
      const { build } = await import('vite');
      await build({ configFile: join(ROOT, 'api/portal/vite.config.ts'), logLevel: 'warn' });
    },
  });
