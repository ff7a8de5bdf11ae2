/**
 * `npm run pictures:icon`: writes docs/pictures/icon.webp for inspection, which shows every committed size of the icon
 * unchanged on a light and a dark launcher.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from '../dev/paths.mjs';
import { rasterise } from '../build/icons/rasterise.mjs';
import { readOptions } from '../dev/options.mjs';

const SIDE_PX = 1200;
/** Height of the number under each icon, px. */
const NUMBER_PX = 24;
const LAUNCHERS = [
  { background: '#f3f3f5', label: '#1d1d1f' },
  { background: '#1b1b20', label: '#f2f2f4' },
];
/** The position of each size in its half, px from the left and the top. */
const PLACES = [
  { sizePx: 512, x: 30, y: 30 },
  { sizePx: 256, x: 580, y: 30 },
  { sizePx: 128, x: 880, y: 94 },
  { sizePx: 64, x: 1060, y: 126 },
  { sizePx: 48, x: 600, y: 400 },
  { sizePx: 32, x: 700, y: 408 },
  { sizePx: 24, x: 790, y: 412 },
  { sizePx: 16, x: 870, y: 416 },
];
/** The position of one icon that is drawn as a desktop shows it, with the name of the app below. */
const CELL = { sizePx: 64, x: 1060, y: 392, name: 'حاشية' };

readOptions('pictures:icon');
const [picture] = await rasterise([{ svg: sheet(), sizePx: SIDE_PX, type: 'image/webp' }]);
writeFileSync(join(rootDir, 'docs/pictures/icon.webp'), picture);

function sheet() {
  const half = SIDE_PX / 2;
  const halves = LAUNCHERS.map(({ background, label }, at) => {
    const icons = PLACES.map((place) => icon({ ...place, name: place.sizePx }));
    return `<g transform="translate(0 ${at * half})" fill="${label}" text-anchor="middle"
      font-family="sans-serif" font-size="15">
      <rect width="${SIDE_PX}" height="${half}" fill="${background}" />
      ${icons.join('')}${icon(CELL)}
    </g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE_PX}" height="${SIDE_PX}">${halves.join('')}</svg>`;
}

/** Returns the committed PNG of a size, pixel for pixel, with a name under it. */
function icon({ sizePx, x, y, name }) {
  const file = join(rootDir, `resources/icons/png/${sizePx}x${sizePx}.png`);
  const data = readFileSync(file).toString('base64');
  return `<image x="${x}" y="${y}" width="${sizePx}" height="${sizePx}" href="data:image/png;base64,${data}" />
    <text x="${x + sizePx / 2}" y="${y + sizePx + NUMBER_PX}">${name}</text>`;
}
