import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Those of `tests/ready` run on the machine's own Node, by its own test runner.
    exclude: [...configDefaults.exclude, 'tests/ready/**'],
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,mjs}'],
    // For a busy machine that is several times slower: nothing here waits for a time to pass.
    testTimeout: 120_000,
  },
});
