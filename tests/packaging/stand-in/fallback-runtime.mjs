/** Makes a folder to pack from the registry's old Electron, and replaces the tools that are usually downloaded. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDir, rootDir } from '../../../scripts/dev/paths.mjs';
import { packedVersion } from '../../../scripts/build/packaging/packed-names.mjs';
import { ensurePrograms } from '../../../scripts/dev/system-libraries.mjs';

const PROGRAMS = [
  ['7za', 'p7zip-full'],
  ['rpmbuild', 'rpm'],
  ['dpkg-deb', 'dpkg'],
];

/**
 * Returns what electron-builder needs to know to pack with it.
 *
 * @param electron  from `ensureElectron()`
 * @param version   of the app that is packed
 * @returns         variables for its environment
 */
export async function fallbackEnv(electron, version) {
  await ensurePrograms(PROGRAMS);
  return {
    HASHIYA_PACKAGE_DIST: stageRuntime(electron),
    HASHIYA_PACKAGE_ELECTRON: electron.version,
    HASHIYA_PACKAGE_VERSION: packedVersion(electron, version),
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
    CUSTOM_FPM_PATH: join(rootDir, 'tests/packaging/stand-in/fpm-shim.mjs'),
  };
}

/** Copies by hard links, without the project loader that development needs. */
function stageRuntime(electron) {
  const staged = join(cacheDir, 'packaging', 'electron');
  rmSync(staged, { recursive: true, force: true });
  execFileSync('mkdir', ['-p', dirname(staged)]);
  execFileSync('cp', ['-al', dirname(electron.path), staged]);
  rmSync(join(staged, 'resources/app'), { recursive: true, force: true });
  return staged;
}
