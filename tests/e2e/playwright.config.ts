import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: '../support/chromium/bundle-host.mjs',
  // Every test starts its own app and waits a third of its time, so two cores can run three workers.
  workers: 3,
  fullyParallel: true,
  // The limits suit a machine that is several times slower. A test that waits for a state continues as soon as it comes.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  retries: 0,
  outputDir: '../../test-results',
  reporter: [['list']],
});
