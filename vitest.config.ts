import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'tests/{anchoring,bench,import,packaging,pictures,regexes,search,styles,undo}/**/*.test.{ts,mjs}',
    ],
    // For a busy machine that is several times slower: nothing here waits for a time to pass.
    testTimeout: 120_000,
  },
});
