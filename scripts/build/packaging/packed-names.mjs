/** The names and folders of packages, and how they are made and started on each system. */
import { readPackage } from '../../dev/paths.mjs';

/**
 * Returns the version of a package: `0.1.0`, or `0.1.0-test.electron25` with an Electron that is only for tests. dpkg and
 * rpm write `~` instead of the dash, so that it counts as older than `0.1.0`.
 *
 * @param electron  from `ensureElectron()`
 */
export function packedVersion(electron, version = readPackage().version) {
  return electron.fallback
    ? `${version}-test.electron${Number.parseInt(electron.version)}`
    : version;
}

/**
 * Returns where electron-builder puts the app of a system and a processor in `dist/`.
 *
 * @returns `{ program, resources }`; `resources` contains the archive of the app
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

/** Returns electron-builder's switch for a system. */
export function builderSwitch(platform = process.platform) {
  return { linux: '--linux', darwin: '--mac', win32: '--win' }[platform];
}

/** Returns the arguments for one test start of a packed app; on Linux the screen may lack a graphics card. */
export function smokeArguments(folder, platform = process.platform) {
  const quiet = platform === 'linux' ? ['--disable-gpu'] : [];
  return [...quiet, '--smoke', `--user-data-dir=${folder}`];
}

/** Returns the names of the files in `dist/`, by kind. */
export function packedNames(version) {
  const { name } = readPackage();
  return {
    deb: `${name}_${version}_amd64.deb`,
    rpm: `${name}-${version}.x86_64.rpm`,
    'tar.gz': `${name}-${version}.tar.gz`,
  };
}
