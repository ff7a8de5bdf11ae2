import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/{anchoring,import}/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
