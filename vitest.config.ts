import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{api,extension,functions,infra,shared,tests}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'dist/**', 'tests/browser/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Processes, sockets and queues of a real stack share a small machine: a stall there is not a failure of the product.
    retry: process.env.CI ? 1 : 0,
    maxWorkers: 2,
  },
});
