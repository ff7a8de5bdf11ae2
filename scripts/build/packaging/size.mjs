/**
 * `npm run package:size`: prints the sizes of what `npm run package` has made on Linux, and what takes the space inside.
 * It ends with 1 when one is above its limit. A package made with `--quick` is hardly compressed, so the limit of the deb
 * does not apply to it.
 */
import { closeSync, existsSync, openSync, readSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage, statFile } from '@electron/asar';
import { rootDir } from '../../dev/paths.mjs';
import { endWith, SetupError } from '../../dev/say.mjs';
import { ensureElectron } from '../../dev/electron/electron.mjs';
import { packedNames, packedVersion } from './packed-names.mjs';
import { readOptions } from '../../dev/options.mjs';

readOptions('package:size');
const LIMITS_MB = { asar: 6, deb: 75 };
/** The name of the compressed files inside a deb that was not made with `--quick`. */
const COMPRESSED = 'data.tar.xz';
/** A deb has this name after its small control files, within this many bytes. */
const HEAD_BYTES = 1_000_000;

try {
  if (process.platform !== 'linux') throw new SetupError('package:size is for Linux');
  const dist = join(rootDir, 'dist');
  const deb = join(dist, packedNames(packedVersion(await ensureElectron())).deb);
  const archive = join(dist, 'linux-unpacked/resources/app.asar');
  if (!existsSync(deb)) throw new SetupError(`${deb} is missing: run npm run package`);
  if (isCompressed(deb)) print('deb', sizeOf(deb), LIMITS_MB.deb);
  else {
    print('deb', sizeOf(deb));
    console.log('  made with --quick, so it is not compressed as a release is and has no limit');
  }
  print('app.asar', sizeOf(archive), LIMITS_MB.asar);
  print('installed', folderSize(join(dist, 'linux-unpacked')));
  console.log('in app.asar:');
  for (const [kind, size] of [...sizesInside(archive)].toSorted((a, b) => b[1] - a[1]))
    print(`  ${kind}`, size);
} catch (error) {
  endWith(error);
}

function isCompressed(deb) {
  const file = openSync(deb, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(file, head)).includes(COMPRESSED);
  } finally {
    closeSync(file);
  }
}

/** Prints one line. Above the limit, the command fails. Sizes are in MB. */
function print(what, size, limit = Infinity) {
  const verdict = size > limit ? `  OVER ${limit}` : '';
  console.log(`${what.padEnd(24)} ${size.toFixed(2).padStart(8)} MB${verdict}`);
  if (size > limit) process.exitCode = 1;
}

/** Returns the sizes of the folders in the archive, MB. */
function sizesInside(archive) {
  const sizes = new Map();
  for (const path of listPackage(archive)) {
    const inside = path.slice(1);
    const { size } = statFile(archive, inside);
    if (size === undefined) continue;
    const kind = inside.endsWith('.woff2') ? 'fonts' : inside.split('/').slice(0, 2).join('/');
    sizes.set(kind, (sizes.get(kind) ?? 0) + size / 1e6);
  }
  return sizes;
}

function sizeOf(path) {
  return statSync(path).size / 1e6;
}

function folderSize(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + sizeOf(join(entry.parentPath, entry.name)), 0);
}
