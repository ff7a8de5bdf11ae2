/** Keeps node_modules equal to the lock file, and does nothing when it already is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './command.mjs';
import { modulesDir, readPackage, rootDir } from './paths.mjs';
import { say, SetupError } from './say.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

/** The stamp is inside node_modules, so that both are deleted together. */
const stampPath = join(modulesDir, '.ready.json');

/** The parts of package.json that decide what is installed. A new script is no reason to install. */
const INSTALL_FIELDS = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'overrides',
  'allowScripts',
];

export async function ensureDependencies() {
  const lockText = readFileSync(join(rootDir, 'package-lock.json'), 'utf8');
  const key = installKey(readPackage(), lockText);
  if (readStamp(stampPath)?.key === key) return;
  if (!isInstalled(JSON.parse(lockText), readStamp(join(modulesDir, '.package-lock.json')))) {
    await install();
  }
  writeStamp(stampPath, { key });
}

export function installKey(manifest, lockText) {
  return hashOf(JSON.stringify(INSTALL_FIELDS.map((field) => manifest[field] ?? null)), lockText);
}

/**
 * Tells whether npm's own record of node_modules has every version of the lock file, as after an `npm install` by hand.
 * Optional packages of other systems may be missing.
 *
 * @param installed  node_modules/.package-lock.json, or `null`
 */
export function isInstalled(lock, installed) {
  if (!installed) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found ? found.version === wanted.version : Boolean(wanted.optional);
  });
}

/** Windows cannot delete a running program, which may be the Node inside node_modules. */
export function installArguments(execPath = process.execPath, platform = process.platform) {
  const replacesItself = platform === 'win32' && execPath.startsWith(modulesDir);
  // All packages are development dependencies, so NODE_ENV=production must not leave them out.
  const include = ['--include=dev', '--include=optional'];
  return [replacesItself ? 'install' : 'ci', ...include, '--loglevel=error'];
}

async function install() {
  say('installing dependencies (npm ci)');
  const code = await runNpm(installArguments());
  if (code !== 0) throw new SetupError('npm could not install the dependencies');
}
