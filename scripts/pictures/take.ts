/**
 * `npm run pictures`: every screen and every state of the app, into `docs/pictures/`, and one sheet with all of
 * them. Fails when a pair of theme, size, language and screen is on no picture.
 *
 *   npm run pictures -- [--to FOLDER] [SCENE…]   only scenes whose names begin so
 */
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { hasDisplay, startDisplay } from '../ready/display.mjs';
import { Camera } from './camera.ts';
import { missingPairs } from './looks.ts';
import { takeEmpty } from './stages/empty.ts';
import { takeFurnished } from './stages/furnished.ts';
import { takeImporting } from './stages/importing.ts';
import { SCREEN_NAMES } from './stages/screens.ts';
import { takeTroubles } from './stages/troubles.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { to: { type: 'string', default: 'docs/pictures' } },
});
const folder = values.to;
const screen = hasDisplay() ? null : await startDisplay();
Object.assign(process.env, screen?.env);
const camera = new Camera({ folder, wanted: positionals });

await mkdir(folder, { recursive: true });
for (const stage of [takeEmpty, takeFurnished, takeImporting, takeTroubles]) await stage(camera);
const missing = missingPairs(camera.taken, SCREEN_NAMES);
process.stdout.write(`${camera.taken.length} pictures; pairs without one: ${missing.length}\n`);
if (camera.failed.length > 0) process.exitCode = 1;
screen?.stop();
