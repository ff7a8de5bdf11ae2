/** Builds the app and packs it with electron-builder. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild } from '../../dev/build.mjs';
import { run } from '../../dev/command.mjs';
import { modulesDir, outDir, rootDir } from '../../dev/paths.mjs';
import { SetupError } from '../../dev/say.mjs';
import { readParts } from '../bundled-modules.mjs';
import { licencesText } from './third-party.mjs';

/** Variables for packages that stay on this machine, which make packing four times faster. */
export const QUICK = {
  HASHIYA_PACKAGE_COMPRESSION: 'quick',
  ELECTRON_BUILDER_COMPRESSION_LEVEL: '1',
};

/** Makes the build, with the licences of what it contains. */
export async function prepareBuild() {
  await ensureBuild();
  writeFileSync(join(outDir, 'THIRD-PARTY-LICENSES.txt'), licencesText(readParts()));
}

/**
 * Runs electron-builder.
 *
 * @param options.targets  names of electron-builder, such as `deb`; none means those of the config
 * @param options.env      see electron-builder.config.mjs
 */
export async function pack({ targets = [], env = {}, args = [] }) {
  const cli = join(modulesDir, 'electron-builder/cli.js');
  const config = join(rootDir, 'electron-builder.config.mjs');
  const code = await run(
    'node',
    [cli, ...args, ...targets, '--config', config, '--publish', 'never'],
    { env, stdout: 'inherit' },
  );
  if (code !== 0) throw new SetupError('electron-builder failed');
}
