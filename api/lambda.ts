/** The HTTP API on Lambda: API Gateway's payload v2 in, the same Hono app behind it. */
import { getConnInfo, handle } from 'hono/aws-lambda';
import { createCore } from '#shared/core.ts';
import { readConfig } from '#shared/platform/config.ts';
import { createPlatform } from '#shared/platform/platform.ts';
import { createApi } from './app.ts';

const core = createCore(createPlatform(readConfig(), { service: 'api' }));

const app = createApi(core, {
  addressOf: (c) => getConnInfo(c).remote.address ?? 'unknown',
  portal: './portal',
});

export const handler = handle(app);
