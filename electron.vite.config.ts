import { defineConfig } from 'electron-vite';
import react from '@vitejs/plugin-react';
import { listBundledModules } from './scripts/build/bundled-modules.mjs';

/** The oldest runtime that the app supports: Electron 25.1.1. */
const NODE_TARGET = 'node18.15';
const CHROMIUM_TARGET = 'chrome114';

export default defineConfig({
  main: {
    plugins: [listBundledModules('main')],
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          'search-worker': 'src/main/search/worker.ts',
          'compact-worker': 'src/main/store/compact-worker.ts',
          'anchor-worker': 'src/main/anchoring/worker.ts',
          'backup-worker': 'src/main/backup/process/worker.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
  },
  preload: {
    plugins: [listBundledModules('preload')],
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts', converter: 'src/preload/converter.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), listBundledModules('renderer')],
    css: { transformer: 'lightningcss' },
    build: {
      target: CHROMIUM_TARGET,
      minify: true,
      cssMinify: 'lightningcss',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: 'src/renderer/index.html',
        // What the first screen loads is one file: each is asked of the main process, which is busy then.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
