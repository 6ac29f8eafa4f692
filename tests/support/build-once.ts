/** Builds what the browser tests open, once and before them: files that run side by side find it ready. */
import { buildExtension } from '#infra/build/extension.ts';
import { buildPortal } from '#infra/build/portal.ts';

export async function setup(): Promise<void> {
  await buildPortal();
  await buildExtension();
}
