/**
 * zod as the portal uses it: without compiling validators by `new Function`, which our CSP forbids and browsers would report.
 * The bundler puts this in place of `zod`, so that it is set before the first schema is made.
 */
import { config } from 'zod/v4/core';

config({ jitless: true });

export * from 'zod/v4';
