import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  // Every test starts an Electron of its own; two cores hold two.
  workers: 2,
  fullyParallel: true,
  // For a busy machine that is several times slower: who waits for a state goes on as soon as it is there.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  retries: 0,
  outputDir: '../../test-results',
  reporter: [['list']],
});
