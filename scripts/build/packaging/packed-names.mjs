/** What packages are called, where they lie, and how they are made and started on each system. */
import { readPackage } from '../../dev/paths.mjs';

/**
 * The version of a package: `0.1.0`, or `0.1.0-test.electron25` with an Electron that is for tests only. dpkg and rpm have
 * `~` in place of the dash, and take it for older than `0.1.0`.
 *
 * @param electron  as `ensureElectron()` gives it
 */
export function packedVersion(electron, version = readPackage().version) {
  return electron.fallback
    ? `${version}-test.electron${Number.parseInt(electron.version)}`
    : version;
}

/**
 * Where electron-builder leaves the app of a system and a processor, in `dist/`.
 *
 * @returns `{ program, resources }`; the archive of the app is in the second
 */
export function packedProgram(platform = process.platform, arch = process.arch) {
  const suffix = arch === 'arm64' ? '-arm64' : '';
  if (platform === 'darwin') {
    const contents = `mac${suffix}/Hashiya.app/Contents`;
    return { program: `${contents}/MacOS/Hashiya`, resources: `${contents}/Resources` };
  }
  const [folder, file] =
    platform === 'win32' ? [`win${suffix}`, 'Hashiya.exe'] : ['linux', 'hashiya'];
  return { program: `${folder}-unpacked/${file}`, resources: `${folder}-unpacked/resources` };
}

/** How electron-builder is told to pack for a system. */
export function builderSwitch(platform = process.platform) {
  return { linux: '--linux', darwin: '--mac', win32: '--win' }[platform];
}

/** How a packed app is started once; on Linux the screen may be one without a graphics card. */
export function smokeArguments(folder, platform = process.platform) {
  const quiet = platform === 'linux' ? ['--disable-gpu'] : [];
  return [...quiet, '--smoke', `--user-data-dir=${folder}`];
}

/** The names of the files in `dist/`, by kind. */
export function packedNames(version) {
  const { name } = readPackage();
  return {
    deb: `${name}_${version}_amd64.deb`,
    rpm: `${name}-${version}.x86_64.rpm`,
    'tar.gz': `${name}-${version}.tar.gz`,
  };
}
