/** Makes Debian's NSIS look like the toolset that electron-builder downloads, with stubs for what Debian lacks. */
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { modulesDir } from '../../../scripts/dev/paths.mjs';
import { stubPlugin } from './stub-plugin.mjs';

const DEBIAN = '/usr/share/nsis';
const TEMPLATES = join(modulesDir, 'app-builder-lib/templates/nsis');
/** Contributed plugins that the scripts of electron-builder call. */
const MISSING = ['Nsis7z', 'SpiderBanner', 'StdUtils', 'UAC', 'WinShell', 'nsProcess'];

/**
 * @param folder  an empty folder for the toolset
 * @returns       variables for electron-builder
 */
export function makeToolset(folder) {
  const nsis = join(folder, 'nsis');
  mkdirSync(join(nsis, 'linux'), { recursive: true });
  for (const name of readdirSync(DEBIAN)) symlinkSync(join(DEBIAN, name), join(nsis, name));
  // The output is the same as in its log, so that no warning is lost.
  writeProgram(
    join(nsis, 'linux/makensis'),
    `/usr/bin/makensis "$@" | tee -a "${folder}/makensis.log"`,
  );
  writeFileSync(join(nsis, 'elevate.exe'), 'MZ');
  const plugins = join(folder, 'resources/plugins/x86-unicode');
  mkdirSync(plugins, { recursive: true });
  const calls = functionsCalled();
  for (const name of MISSING) {
    writeFileSync(join(plugins, `${name}.dll`), stubPlugin(name, calls(name)));
  }
  // electron-builder runs a first installer under wine to write the uninstaller. Here that installer itself is taken.
  for (const part of ['bin', 'lib', 'wine-home'])
    mkdirSync(join(folder, 'wine', part), { recursive: true });
  writeProgram(join(folder, 'wine/bin/wine'), 'cp "$1" "${1%exe}__uninstaller.exe"');
  return {
    ELECTRON_BUILDER_NSIS_DIR: nsis,
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(folder, 'resources'),
    ELECTRON_BUILDER_WINE_TOOLSET_DIR: join(folder, 'wine'),
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
  };
}

function writeProgram(path, line) {
  writeFileSync(path, `#!/bin/bash\nset -o pipefail\n${line}\n`);
  chmodSync(path, 0o755);
}

/** @returns the functions that the scripts call of each plugin, as `name → functions` */
function functionsCalled() {
  const scripts = readdirSync(TEMPLATES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
  return (name) => {
    const found = scripts.matchAll(new RegExp(`\\b${name}::(\\w+)`, 'gi'));
    return [...new Set([...found].map(([, called]) => called))];
  };
}
