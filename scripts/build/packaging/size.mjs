/**
 * `npm run package:size`: the app as it is packed, beside an empty Electron app packed the same way in the same run:
 * sizes with xz, and what takes the room.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage, statFile } from '@electron/asar';
import { cacheDir, rootDir } from '../../dev/paths.mjs';
import { endWith, SetupError } from '../../dev/say.mjs';
import { ensureElectron } from '../../dev/electron/electron.mjs';
import { packedNames, packedVersion } from './packed-names.mjs';
import { makeEmptyProject, packInto } from './empty-app.mjs';
import { prepareBuild } from './pack.mjs';
import { readOptions } from '../../dev/options.mjs';

const { values } = readOptions('package:size', {
  keep: { type: 'boolean', default: false, help: 'takes what an earlier run has packed' },
});
const LIMITS_MB = { asar: 6, deb: 75 };
const ARCHIVE = 'linux-unpacked/resources/app.asar';

const DEB = packedNames(packedVersion(await ensureElectron())).deb;

try {
  if (process.platform !== 'linux') throw new SetupError('package:size is for Linux');
  await prepareBuild();
  const ours = await packed('ours', () => rootDir);
  const empty = await packed('empty', makeEmptyProject);
  printSizes(ours, empty);
  printAsar(join(ours, ARCHIVE));
} catch (error) {
  endWith(error);
}

function packed(name, project) {
  const folder = join(cacheDir, 'packaging', name);
  const isThere = values.keep && existsSync(join(folder, DEB));
  return isThere ? folder : packInto(name, project(), ['deb']);
}

function printSizes(ours, empty) {
  const rows = [
    { what: 'deb (xz)', of: (out) => sizeOf(join(out, DEB)), limit: LIMITS_MB.deb },
    { what: 'app.asar', of: (out) => sizeOf(join(out, ARCHIVE)), limit: LIMITS_MB.asar },
    { what: 'installed', of: (out) => folderSize(join(out, 'linux-unpacked')), limit: Infinity },
  ];
  console.log(
    `MB            Hashiya   empty app  (limits: deb ${LIMITS_MB.deb}, app.asar ${LIMITS_MB.asar})`,
  );
  for (const { what, of, limit } of rows) {
    const [mine, bare] = [of(ours), of(empty)];
    const verdict = mine > limit ? `  OVER ${limit}` : '';
    console.log(`${what.padEnd(12)} ${mb(mine)}    ${mb(bare)}${verdict}`);
    if (mine > limit) process.exitCode = 1;
  }
}

/** The folders of the archive, the largest first. */
function printAsar(archive) {
  const sizes = new Map();
  for (const path of listPackage(archive)) {
    const inside = path.slice(1);
    const { size } = statFile(archive, inside);
    if (size === undefined) continue;
    const kind = inside.endsWith('.woff2') ? 'fonts' : inside.split('/').slice(0, 2).join('/');
    sizes.set(kind, (sizes.get(kind) ?? 0) + size / 1e6);
  }
  console.log('in app.asar:');
  for (const [kind, size] of [...sizes].toSorted((a, b) => b[1] - a[1])) {
    console.log(`  ${kind.padEnd(22)} ${mb(size)}`);
  }
}

function mb(size) {
  return size.toFixed(2).padStart(8);
}

function sizeOf(path) {
  return statSync(path).size / 1e6;
}

function folderSize(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + sizeOf(join(entry.parentPath, entry.name)), 0);
}
