/**
 * `npm run size`: the app as it is packed, beside an empty Electron app packed the same way in the same run:
 * sizes with xz, and what takes the room. Then starts of both packed apps in turn.
 *
 * `--rounds N` starts (default 5); `--no-start` leaves them out.
 */
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage, statFile } from '@electron/asar';
import { cacheDir, readPackage, rootDir } from '../ready/paths.mjs';
import { endWith, SetupError } from '../ready/say.mjs';
import { ensureElectron } from '../runtime/electron.mjs';
import { fallbackEnv } from './fallback-runtime.mjs';
import { pack, prepareBuild } from './pack.mjs';
import { compareStarts } from './start-times.mjs';

const LIMITS_MB = { asar: 6, deb: 75 };
const ARCHIVE = 'linux-unpacked/resources/app.asar';
const work = join(cacheDir, 'packaging');

try {
  if (process.platform !== 'linux') throw new SetupError('npm run size is for Linux');
  const electron = await ensureElectron();
  await prepareBuild();
  const env = electron.fallback ? await fallbackEnv(electron) : {};
  const ours = await packInto('ours', rootDir, env);
  const empty = await packInto('empty', makeEmptyProject(), env);
  printSizes(ours, empty);
  printAsar(join(ours, ARCHIVE));
  if (!process.argv.includes('--no-start')) {
    const at = process.argv.indexOf('--rounds');
    await compareStarts(
      join(ours, 'linux-unpacked/hashiya'),
      join(empty, 'linux-unpacked/hashiya'),
      at > 0 ? Number(process.argv[at + 1]) : 5,
    );
  }
} catch (error) {
  endWith(error);
}

async function packInto(name, project, env) {
  const out = join(work, name);
  rmSync(out, { recursive: true, force: true });
  await pack({
    args: ['--linux', '--projectDir', project],
    targets: ['deb'],
    env: { ...env, HASHIYA_PACKAGE_OUT: out },
  });
  return out;
}

/** The empty window of the start benchmark, with what the config asks for. */
function makeEmptyProject() {
  const project = join(work, 'empty-project');
  rmSync(project, { recursive: true, force: true });
  mkdirSync(join(project, 'out'), { recursive: true });
  cpSync(join(rootDir, 'scripts/bench/empty-window'), join(project, 'out'), { recursive: true });
  for (const shared of ['resources/icons', 'scripts/packaging/linux', 'LICENSE']) {
    cpSync(join(rootDir, shared), join(project, shared), { recursive: true });
  }
  writeFileSync(join(project, 'out/THIRD-PARTY-LICENSES.txt'), '');
  const { name, version, description, license, author, homepage, desktopName, devDependencies } =
    readPackage();
  const manifest = { name, version, description, license, author, homepage, desktopName };
  const main = 'out/main.cjs';
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ ...manifest, main, devDependencies: { electron: devDependencies.electron } }),
  );
  return project;
}

function printSizes(ours, empty) {
  const rows = [
    { what: 'deb (xz)', of: (out) => sizeOf(join(out, debName())), limit: LIMITS_MB.deb },
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

const mb = (size) => size.toFixed(2).padStart(8);
const debName = () => `${readPackage().name}_${readPackage().version}_amd64.deb`;

function sizeOf(path) {
  return statSync(path).size / 1e6;
}

function folderSize(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + sizeOf(join(entry.parentPath, entry.name)), 0);
}
