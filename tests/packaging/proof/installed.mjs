/** Checks what an installed package left on the system: launcher, icon, file type, programs. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readFuses } from './fuses.mjs';
import { show } from '../../support/show.mjs';

export const APP_FOLDER = '/opt/Hashiya';
export const PROGRAM = join(APP_FOLDER, 'hashiya');
export const DESKTOP_FILE = '/usr/share/applications/hashiya.desktop';
const ICONS = '/usr/share/icons/hicolor';
const SIZES_PX = [16, 24, 32, 48, 64, 128, 256, 512];
const LARGEST_XZ_MB = 75;

export async function proveInstalled(deb) {
  const complaints = outputOf('desktop-file-validate', [DESKTOP_FILE]);
  show(complaints.trim() === '', 'desktop-file-validate has no complaint', complaints.trim());
  const launcher = readFileSync(DESKTOP_FILE, 'utf8');
  show(launcher.includes('Name[ar]=حاشية'), 'the launcher has its Arabic name');
  show(!launcher.includes('--no-sandbox'), 'the launcher keeps the sandbox');
  const missing = SIZES_PX.filter((px) => !isIcon(px));
  show(missing.length === 0, `the icon is there in ${SIZES_PX.length} sizes`, missing.join(' '));
  const types = readFileSync('/usr/share/mime/globs2', 'utf8');
  show(
    types.includes('application/vnd.hashiya.backup:*.hashiya'),
    'the system knows the type of *.hashiya',
  );
  for (const { name, isRight, state } of await readFuses(PROGRAM)) {
    show(isRight, `fuse ${name}`, state);
  }
  const helper = statSync(join(APP_FOLDER, 'chrome-sandbox'));
  show(
    helper.uid === 0 && (helper.mode & 0o7777) === 0o4755,
    'chrome-sandbox belongs to root',
    (helper.mode & 0o7777).toString(8),
  );
  const licences = readdirSync(APP_FOLDER).filter((name) => /licen[sc]e/i.test(name));
  show(licences.length >= 4, 'the licences are inside', licences.join(', '));
  const locales = readdirSync(join(APP_FOLDER, 'locales'));
  show(locales.length === 5, "only our readers' languages of Chromium", locales.join(' '));
  const sizeMb = statSync(deb).size / 1e6;
  const isXz = outputOf('ar', ['t', deb]).includes('data.tar.xz');
  const size = `${sizeMb.toFixed(1)} MB`;
  if (isXz) show(sizeMb <= LARGEST_XZ_MB, `the deb is at most ${LARGEST_XZ_MB} MB`, size);
  else console.log(`--    the deb was packed with --quick (${size}): its size says nothing`);
}

function isIcon(px) {
  const path = join(ICONS, `${px}x${px}/apps/hashiya.png`);
  // The width is in the first chunk of a PNG.
  return existsSync(path) && readFileSync(path).readUInt32BE(16) === px;
}

/** Returns what a program prints on either channel, whatever its exit code is. */
function outputOf(program, args) {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return `${error.stdout}${error.stderr}` || error.message;
  }
}
