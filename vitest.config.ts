import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{api,extension,functions,infra,shared,tests}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'dist/**', 'tests/browser/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
