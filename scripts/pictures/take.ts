/**
 * `npm run pictures`: takes a picture of every screen and every state of the app into `docs/pictures/`, and one sheet of
 * all.
 *
 *   npm run pictures -- [--to FOLDER] [SCENE…]   only scenes whose names begin so
 *   npm run pictures -- --every-look --to FOLDER [SCENE…]   each scene light and dark, in both sizes and languages
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasDisplay, startDisplay } from '../dev/display.mjs';
import { Camera } from './camera.ts';
import { PictureApp } from './picture-app.ts';
import { writeSheet } from './sheet.ts';
import { takeEmpty } from './stages/empty.ts';
import { takeFurnished } from './stages/furnished.ts';
import { takeImporting } from './stages/importing.ts';
import { takeShelves } from './stages/shelves.ts';
import { takeTroubles } from './stages/troubles.ts';
import { readOptions } from '../dev/options.mjs';

const MOST_PICTURES = 100;
const MOST_BYTES = 12 * 1024 * 1024;
/** Pictures of the installed app, which `npm run prove:package` takes. */
const TAKEN_ELSEWHERE = [
  'installed-window.png',
  'installed-question.png',
  'installed-upgraded.png',
];

const { values, positionals } = readOptions(
  'pictures',
  {
    to: { type: 'string', default: 'docs/pictures', help: 'folder of the pictures' },
    'every-look': {
      type: 'boolean',
      default: false,
      help: 'each scene light and dark, in both sizes and languages',
    },
  },
  '[SCENE…]',
);
const folder = values.to;
const screen = hasDisplay() ? null : await startDisplay();
Object.assign(process.env, screen?.env);
const inEveryLook = values['every-look'];
const camera = new Camera({ folder, wanted: positionals, inEveryLook });

await mkdir(folder, { recursive: true });
for (const stage of [takeEmpty, takeFurnished, takeShelves, takeImporting, takeTroubles])
  await stage(camera);
// Only a complete run in the looks that the scenes name makes the pictures of the documents.
const whole = positionals.length === 0 && !inEveryLook;
if (whole) {
  const app = await PictureApp.start();
  await writeSheet(app, folder, camera.files);
  await app.quit();
  // Pictures that no scene takes any more are removed.
  const kept = new Set([...camera.files, 'contact-sheet.png', ...TAKEN_ELSEWHERE]);
  for (const file of await readdir(folder))
    if (file.endsWith('.png') && !kept.has(file)) await rm(join(folder, file));
}
const total = (camera.bytes / 1024 / 1024).toFixed(1);
process.stdout.write(`${camera.files.length} pictures, ${total} MB\n`);
const isTooMuch =
  !inEveryLook && (camera.files.length > MOST_PICTURES || camera.bytes > MOST_BYTES);
if (isTooMuch) process.stdout.write(`more than ${MOST_PICTURES} pictures or ${MOST_BYTES} bytes\n`);
if (camera.failed.length > 0 || isTooMuch) process.exitCode = 1;
screen?.stop();
