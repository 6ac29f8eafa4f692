/** The worker that reads files as one JavaScript file: a thread starts from it in a tenth of the time the sources take. */
import { join } from 'node:path';
import { buildIfChanged, ROOT } from './cache.ts';
import { NATIVE, REQUIRE } from './functions.ts';

/** Builds it when its sources changed and returns its path. */
export async function buildResumeWorker(): Promise<string> {
  const output = 'dist/local/resume.worker.mjs';
  await buildIfChanged({
    name: 'resume-worker',
    sources: [
      'shared/resume',
      'shared/profile',
      'shared/kernel',
      'shared/skill',
      'shared/platform',
      'package-lock.json',
    ],
    output,
    build: async () => {
      const { build } = await import('esbuild');
      await build({
        entryPoints: [join(ROOT, 'shared/resume/resume.worker.ts')],
        outfile: join(ROOT, output),
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'esm',
        external: NATIVE,
        banner: { js: REQUIRE },
        logLevel: 'error',
      });
    },
  });
  return join(ROOT, output);
}
