/** The Electron that package.json names. Its package contains no program, which is downloaded at first use. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnv, run } from '../command.mjs';
import { cacheDir, modulesDir, readPackage } from '../paths.mjs';
import { say } from '../say.mjs';
import { readStamp, removeStamp, writeStamp } from '../stamp.mjs';

/** The download server must answer within this time; otherwise the network counts as closed. */
const PROBE_MS = 5_000;

/** Longest download of about 120 MB, because a server that answers but sends nothing must not block the start. */
const DOWNLOAD_MS = { withAlternative: 60_000, alone: 900_000 };

/** A failed attempt is not repeated for a day. */
const RETRY_MS = 24 * 60 * 60 * 1000;

const packageDir = join(modulesDir, 'electron');
const failurePath = join(cacheDir, 'official-electron.json');

/** Returns its executable, or `null` when it is missing or of another version. */
export function findOfficialElectron() {
  const relative = readText(join(packageDir, 'path.txt'));
  const version = readText(join(packageDir, 'dist/version'))?.replace(/^v/, '');
  if (!relative || version !== officialVersion()) return null;
  const executable = join(packageDir, 'dist', relative);
  return existsSync(executable) ? executable : null;
}

export function officialVersion() {
  return readPackage().devDependencies.electron;
}

/** Tells whether another attempt is due, by the stamp of the last failure. */
export function isRetryDue(failure, version, nowMs) {
  if (failure === null || failure.version !== version) return true;
  const ageMs = nowMs - Date.parse(failure.at);
  return !(ageMs >= 0 && ageMs < RETRY_MS);
}

/**
 * Downloads it, unless an attempt failed within the last day.
 *
 * @param options.force           try in any case
 * @param options.hasAlternative  another Electron is available, so do not wait long
 * @returns                       its executable, or `null`
 */
export async function fetchOfficialElectron({ force, hasAlternative }) {
  const version = officialVersion();
  if (!force && !isRetryDue(readStamp(failurePath), version, Date.now())) return null;
  const reason = (await whyUnreachable(version)) ?? (await download(version, hasAlternative));
  if (reason === null) {
    removeStamp(failurePath);
    return findOfficialElectron();
  }
  writeStamp(failurePath, { version, reason, at: new Date().toISOString() });
  say(`Electron ${version} could not be downloaded: ${reason}`);
  return null;
}

/** Asks only for the file's headers. Behind a proxy this question proves nothing, so it is not asked. */
async function whyUnreachable(version, env = process.env) {
  if (env.HTTPS_PROXY ?? env.https_proxy ?? env.ELECTRON_MIRROR) return null;
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const url = `https://github.com/electron/electron/releases/download/v${version}/${name}`;
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return answer.ok ? null : `the server answered ${answer.status}`;
  } catch (error) {
    return error.cause?.code ?? error.name;
  }
}

/** @returns why the download failed, or `null` */
async function download(version, hasAlternative) {
  say(`downloading Electron ${version}`);
  const timeoutMs = hasAlternative ? DOWNLOAD_MS.withAlternative : DOWNLOAD_MS.alone;
  // Node is called by name, because that in node_modules/.bin is new enough and the caller's may not be.
  await run('node', [join(packageDir, 'install.js')], { timeoutMs, env: childEnv() });
  return findOfficialElectron() ? null : 'its installer failed';
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}
