import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  // Every test starts an app of its own and waits a third of its time, so two cores hold three.
  workers: 3,
  fullyParallel: true,
  // For a busy machine that is several times slower: who waits for a state goes on as soon as it is there.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  retries: 0,
  outputDir: '../../test-results',
  reporter: [['list']],
});
