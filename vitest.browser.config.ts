import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './scripts/dev/chromium.mjs';

/** Runs the tests of components and hooks in the Chromium that the end-to-end tests use. */
export default defineConfig({
  plugins: [react()],
  // Named here, because a package that Vite meets later makes it load the page again in the middle of a test.
  optimizeDeps: {
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-dev-runtime',
      '@tanstack/react-query',
      'intl-messageformat',
      'valibot',
    ],
  },
  test: {
    include: ['src/renderer/**/*.browser.test.{ts,tsx}'],
    setupFiles: ['src/renderer/testing/set-up.ts'],
    // A busy machine may be several times slower. Tests wait for conditions, so a long limit costs nothing.
    testTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // All files use the one browser, and starting a second page costs more than it gains on two cores.
    fileParallelism: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1280, height: 800 },
      instances: [{ browser: 'chromium' }],
      provider: playwright({
        actionTimeout: 30_000,
        launchOptions: {
          executablePath: findChromium(process.env)?.path ?? 'chromium',
          args: ['--disable-gpu'],
          chromiumSandbox: process.getuid?.() !== 0,
        },
      }),
    },
  },
});
