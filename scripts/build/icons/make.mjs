/**
 * `npm run build:icons`: makes every size of the icon in resources/icons from its two SVGs, which are the source; the
 * results are committed. It needs an Electron to draw the SVGs.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay, startDisplay } from '../../dev/display.mjs';
import { rootDir } from '../../dev/paths.mjs';
import { toIcns, toIco } from './containers.mjs';
import { rasterise } from './rasterise.mjs';
import { readOptions } from '../../dev/options.mjs';

readOptions('build:icons');
const folder = join(rootDir, 'resources/icons');

/** The simplified drawing is used up to this size, px. */
const SMALL_PX = 32;
const LINUX_PX = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS_PX = [16, 20, 24, 32, 40, 48, 64, 256];
const MACOS_PX = [32, 64, 128, 256, 512, 1024];

/** macOS leaves this share of the square free on each side. */
const MACOS_INSET = 0.06;

const screen = hasDisplay() ? null : await startDisplay();
try {
  mkdirSync(join(folder, 'png'), { recursive: true });
  const plain = drawIcon([...new Set([...LINUX_PX, ...WINDOWS_PX])], 0);
  for (const { sizePx, png } of plain.filter((image) => LINUX_PX.includes(image.sizePx))) {
    writeFileSync(join(folder, 'png', `${sizePx}x${sizePx}.png`), png);
  }
  const forWindows = plain.filter((image) => WINDOWS_PX.includes(image.sizePx));
  writeFileSync(
    join(folder, 'icon.ico'),
    toIco(forWindows.toSorted((a, b) => a.sizePx - b.sizePx)),
  );
  writeFileSync(join(folder, 'icon.icns'), toIcns(drawIcon(MACOS_PX, MACOS_INSET)));
} finally {
  screen?.stop();
}

function drawIcon(sizes, inset) {
  const wanted = sizes.map((sizePx) => ({
    svg: join(folder, sizePx <= SMALL_PX ? 'hashiya-small.svg' : 'hashiya.svg'),
    sizePx,
    insetPx: Math.round(sizePx * inset),
  }));
  return rasterise(wanted, screen?.env).map((png, at) => ({ sizePx: sizes[at], png }));
}
