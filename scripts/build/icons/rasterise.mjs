/** Draws SVG files with an Electron. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { rootDir } from '../../dev/paths.mjs';
import { resolveElectron } from '../../dev/electron/electron.mjs';

/**
 * @param wanted  `[{ svg, sizePx, insetPx, type }]`: a path, the side of the square, the free space on each
 *                side, and the type of the result, `image/png` by default
 * @param env     variables for the screen, if there is none
 * @returns       pictures in the same order
 */
export function rasterise(wanted, env = {}) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = join(rootDir, 'scripts/build/icons/rasterise.cjs');
  const out = execFileSync(resolveElectron().path, [...asRoot, '--disable-gpu', program], {
    env: { ...process.env, ...env, HASHIYA_ICONS: JSON.stringify(wanted) },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const drawn = JSON.parse(out.split('\n').find((line) => line.startsWith('[')));
  return drawn.map((base64) => Buffer.from(base64, 'base64'));
}
