/**
 * `npm run build:icons`: makes every size of the icon in resources/icons from its two SVGs, which are the source; the
 * results are committed. It needs a Chromium to draw the SVGs.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from '../../dev/paths.mjs';
import { toIcns, toIco } from './containers.mjs';
import { rasterise } from './rasterise.mjs';
import { readOptions } from '../../dev/options.mjs';

readOptions('build:icons');
const folder = join(rootDir, 'resources/icons');
const [LARGE, SMALL] = ['hashiya.svg', 'hashiya-small.svg'].map((name) =>
  readFileSync(join(folder, name), 'utf8'),
);

/** The simplified drawing is used up to this size, px. */
const SMALL_PX = 32;
const LINUX_PX = [16, 24, 32, 48, 64, 128, 256, 512];
const WINDOWS_PX = [16, 20, 24, 32, 40, 48, 64, 256];
const MACOS_PX = [32, 64, 128, 256, 512, 1024];

/** macOS leaves this share of the square free on each side. */
const MACOS_INSET = 0.06;

mkdirSync(join(folder, 'png'), { recursive: true });
for (const { sizePx, png } of await drawIcon(LINUX_PX)) {
  writeFileSync(join(folder, 'png', `${sizePx}x${sizePx}.png`), png);
}
writeFileSync(join(folder, 'icon.ico'), toIco(await drawIcon(WINDOWS_PX)));
writeFileSync(join(folder, 'icon.icns'), toIcns(await drawIcon(MACOS_PX, MACOS_INSET)));

/** @returns `[{ sizePx, png }]` in the order of the sizes */
async function drawIcon(sizes, inset = 0) {
  const wanted = sizes.map((sizePx) => ({
    svg: sizePx <= SMALL_PX ? SMALL : LARGE,
    sizePx,
    insetPx: Math.round(sizePx * inset),
  }));
  const pngs = await rasterise(wanted);
  return pngs.map((png, at) => ({ sizePx: sizes[at], png }));
}
