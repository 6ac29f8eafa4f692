import { defineConfig } from 'vitest/config';

/** Tests that need a real browser. They wait more than they compute, so two files share a small machine. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: ['tests/support/build-once.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // A browser on a small shared machine may miss a deadline once; twice in a row is a failure.
    retry: process.env.CI ? 1 : 0,
  },
});
