import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Those of `tests/ready` run on the machine's own Node, by its own test runner; browser tests need a browser and
    // have a configuration of their own.
    exclude: [...configDefaults.exclude, 'tests/ready/**', '**/*.browser.test.tsx'],
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,mjs}'],
    // Vitest would leave one core free, which on two cores doubles the time.
    maxWorkers: '100%',
    // For a busy machine that is several times slower: nothing here waits for a time to pass.
    testTimeout: 120_000,
  },
});
