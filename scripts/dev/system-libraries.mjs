/** The shared libraries that Electron needs on Linux: which are missing, and how to get them on Debian and Ubuntu. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { outputOf, run } from './command.mjs';
import { SCREEN_PROGRAM } from './display.mjs';
import { say, SetupError } from './say.mjs';

/** Debian package → the library that it must contain. Some are opened at run time, so `ldd` alone would miss them. */
export const LIBRARIES = [
  ['libgtk-3-0', 'libgtk-3.so.0'],
  ['libnss3', 'libnss3.so'],
  ['libasound2', 'libasound.so.2'],
  ['libgbm1', 'libgbm.so.1'],
  ['libatk-bridge2.0-0', 'libatk-bridge-2.0.so.0'],
  ['libcups2', 'libcups.so.2'],
  ['libdrm2', 'libdrm.so.2'],
];

const SCREEN_PACKAGES = ['xvfb', 'xauth'];
const APT_OPTIONS = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];

/**
 * Makes sure that all libraries exist, and installs them as root on Debian or Ubuntu.
 *
 * @param needsScreen  whether a virtual screen (Xvfb) is needed too
 * @param list         returns what `ldconfig -p` prints, or `null`
 * @throws SetupError  with the exact command line, when somebody else must install something
 */
export async function ensureSystemLibraries(
  needsScreen,
  platform = process.platform,
  list = knownLibraries,
) {
  if (platform !== 'linux') return;
  const missing = missingPackages({
    known: list(),
    needsScreen,
    hasXvfb: isOnPath(SCREEN_PROGRAM),
  });
  await ensureInstalled(missing);
}

/**
 * Makes sure that programs exist, in the same way.
 *
 * @param programs  `[program, Debian package]` pairs
 */
export function ensurePrograms(programs) {
  return ensureInstalled(programs.filter(([name]) => !isOnPath(name)).map(([, from]) => from));
}

async function ensureInstalled(missing) {
  if (missing.length === 0) return;
  if (!isOnPath('apt-get')) {
    throw new SetupError(`these are missing (Debian's names): ${missing.join(' ')}`);
  }
  if (process.getuid() !== 0) {
    throw new SetupError(
      `system packages are missing; install them and start again:\n${aptLine(currentNames(missing))}`,
    );
  }
  await install(missing);
}

/**
 * Returns the Debian names of what is missing.
 *
 * @param state.known  what `ldconfig -p` prints; `null` (no ldconfig) means that nothing is known, and the start goes on
 */
export function missingPackages({ known, needsScreen, hasXvfb }) {
  const libraries =
    known === null
      ? []
      : LIBRARIES.filter(([, soname]) => !known.includes(`\t${soname} `)).map(([name]) => name);
  return needsScreen && !hasXvfb ? [...libraries, ...SCREEN_PACKAGES] : libraries;
}

/** Returns the command that an ordinary user has to type. */
export function aptLine(packages) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/**
 * Returns the present names, because Debian 13 and Ubuntu 24.04 renamed some for 64-bit time (libasound2t64).
 *
 * @param available  tells whether a package of that name can be installed
 */
export function currentNames(packages, available = isAvailable) {
  return packages.map((name) => (available(`${name}t64`) ? `${name}t64` : name));
}

async function install(packages) {
  say(`installing system packages: ${packages.join(' ')}`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdout: 'ignore' };
  await run('apt-get', ['update', ...APT_OPTIONS], options);
  const names = currentNames(packages);
  const args = ['install', ...APT_OPTIONS, '--no-install-recommends', ...names];
  const code = await run('apt-get', args, options);
  if (code !== 0) throw new SetupError(`apt-get could not install: ${names.join(' ')}`);
}

function isAvailable(name) {
  return Boolean(outputOf('apt-cache', ['show', name]));
}

/** The full path is needed, because an ordinary user of Debian has no /sbin on PATH. */
function knownLibraries() {
  return outputOf('/sbin/ldconfig', ['-p']);
}

export function isOnPath(program, path = process.env.PATH ?? '') {
  return path.split(delimiter).some((dir) => dir !== '' && existsSync(join(dir, program)));
}
