import { defineConfig } from 'vitest/config';

/** Tests that need a real browser: one file at a time, as each starts a Chromium of its own. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
