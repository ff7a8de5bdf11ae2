import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'tests/{anchoring,import,packaging,page,pictures,styles}/**/*.test.{ts,mjs}',
    ],
    testTimeout: 20_000,
  },
});
