/** The portal into `dist/portal`. */
import { join } from 'node:path';
import { build } from 'vite';
import { buildIfChanged, ROOT } from './cache.ts';

export const buildPortal = (): Promise<boolean> =>
  buildIfChanged({
    name: 'portal',
    sources: ['api/portal', 'shared', 'package-lock.json'],
    output: 'dist/portal/index.html',
    build: async () => {
      await build({ configFile: join(ROOT, 'api/portal/vite.config.ts'), logLevel: 'warn' });
    },
  });
