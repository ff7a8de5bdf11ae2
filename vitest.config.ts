import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/anchoring/**/*.test.ts', 'tests/packaging/*.test.mjs'],
    testTimeout: 20_000,
  },
});
