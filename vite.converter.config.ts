import { defineConfig } from 'vite';
import { listBundledModules } from './scripts/build/bundled-modules.mjs';

/** The page that converts (`src/converter`), built by itself: it shares no file with the window. */
export default defineConfig({
  root: 'src/converter',
  base: './',
  plugins: [listBundledModules('converter')],
  build: {
    outDir: '../../out/converter',
    emptyOutDir: true,
    target: 'chrome114',
    minify: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
