import { defineConfig } from 'vitest/config';

/** Tests that need a real browser: one file at a time, as each starts a Chromium of its own. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    // A browser on a small shared machine may miss a deadline once; twice in a row is a failure.
    retry: process.env.CI ? 1 : 0,
  },
});
