/**
 * `npm run prove:package`: installs the result of `npm run package` on this Debian machine, uses it as an ordinary user,
 * removes it, and prints every observation. It needs root on a spare machine, because it installs a package, creates a
 * user, and removes both.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startDisplay } from '../../../scripts/dev/display.mjs';
import { cacheDir, rootDir } from '../../../scripts/dev/paths.mjs';
import { endWith, SetupError } from '../../../scripts/dev/say.mjs';
import { exitOnStop } from '../../../scripts/dev/signals.mjs';
import { ensurePrograms } from '../../../scripts/dev/system-libraries.mjs';
import { ensureElectron } from '../../../scripts/dev/electron/electron.mjs';
import { packedNames, packedVersion } from '../../../scripts/build/packaging/packed-names.mjs';
import { proveRpm, proveTar } from './archives.mjs';
import { proveDeb } from './deb.mjs';
import { createOrdinaryUser } from './ordinary-user.mjs';
import { countFailures } from '../../support/show.mjs';
import { proveSwitches } from './switches.mjs';
import { proveUpgrade } from './upgrade.mjs';
import { readOptions } from '../../../scripts/dev/options.mjs';

const { values } = readOptions('prove:package', {
  only: { type: 'string', help: 'deb, switches, upgrade, rpm or tar.gz only' },
  pictures: { type: 'boolean', default: false, help: 'writes its pictures into docs/pictures' },
});
const version = packedVersion(await ensureElectron());
const files = packedNames(version);
const KINDS = [
  { kind: 'deb', file: files.deb, prove: proveDeb },
  { kind: 'switches', file: files['tar.gz'], prove: proveSwitches },
  { kind: 'upgrade', file: files.deb, prove: proveUpgrade },
  { kind: 'rpm', file: files.rpm, prove: proveRpm },
  { kind: 'tar.gz', file: files['tar.gz'], prove: proveTar },
];
const chosen = KINDS.filter(({ kind }) => values.only === undefined || values.only === kind);

const PROGRAMS = [
  ['desktop-file-validate', 'desktop-file-utils'],
  ['gio', 'libglib2.0-bin'],
  ['update-mime-database', 'shared-mime-info'],
  ['xdg-open', 'xdg-utils'],
  ['rpm', 'rpm'],
  ['ss', 'iproute2'],
];

exitOnStop();
try {
  await proveAll();
  console.log(countFailures() === 0 ? 'all shown' : `${countFailures()} lines are not true`);
  process.exitCode = countFailures() === 0 ? 0 : 1;
} catch (error) {
  endWith(error);
}

async function proveAll() {
  if (process.getuid?.() !== 0)
    throw new SetupError('prove:package needs root, on a Debian to spare');
  if (chosen.length === 0)
    throw new SetupError(`--only takes one of ${KINDS.map(({ kind }) => kind).join(', ')}`);
  const dist = join(rootDir, 'dist');
  for (const { file } of chosen) {
    if (!existsSync(join(dist, file)))
      throw new SetupError(`dist/${file} is missing: run npm run package`);
  }
  await ensurePrograms(PROGRAMS);
  const pictures = values.pictures ? join(rootDir, 'docs/pictures') : join(cacheDir, 'proof');
  mkdirSync(pictures, { recursive: true });
  const user = createOrdinaryUser();
  const screen = await startDisplay();
  try {
    for (const { file, prove } of chosen) {
      await prove({ user, env: screen.env, file: join(dist, file), pictures, version });
    }
  } finally {
    screen.stop();
    user.remove();
  }
}
