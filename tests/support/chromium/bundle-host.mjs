/**
 * Bundles the services and the stand-in for Electron once for a whole run, as `npm run build` does for the app. Every
 * start would otherwise compile some hundred modules again, which took more than a second.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const STAND_IN = fileURLToPath(new URL('./electron-stand-in.mjs', import.meta.url));

/** Does nothing for a run on Electron. Playwright calls this function before the first test. */
export default async function bundleHost() {
  if (process.env['HASHIYA_ENGINE'] !== 'chromium') return;
  const { build } = await import('vite');
  const folder = fileURLToPath(new URL('../../../.cache/chromium-host', import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { electron: STAND_IN } },
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('./host.mjs', import.meta.url)),
      outDir: folder,
      target: 'node22',
      minify: false,
    },
  });
}
