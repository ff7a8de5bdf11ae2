import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: '../support/chromium/bundle-host.mjs',
  // Every test starts its own app and often waits for it, so four workers keep two cores busy: with three, the tests took
  // a quarter longer.
  workers: 4,
  fullyParallel: true,
  // The limits suit a machine that is several times slower. A test that waits for a state continues as soon as it comes.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  // One wait that was too short on a busy machine must not hide the rest. `npm test` names every test that failed once.
  retries: 1,
  outputDir: '../../test-results',
  reporter: [['list']],
});
