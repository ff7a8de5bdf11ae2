/** Finds and starts the current Chromium: the end-to-end tests run on it besides Electron, and scripts draw with it. */
import { delimiter, join } from 'node:path';
import { outputOf } from './command.mjs';
import { say, SetupError } from './say.mjs';
import { ensurePrograms, isOnPath } from './system-libraries.mjs';

/** The version on which Electron 45, which readers have, is based. */
export const OLDEST_CHROMIUM = 156;

/** The programs in the order of preference: the one without windows needs half the processor time of the others. */
const PROGRAMS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** Debian's packages, each named like its program. Older releases lack the first one. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/**
 * Finds a Chromium that is new enough, and installs Debian's as root.
 *
 * @returns `{ path, version }`; `null` when there is none, after saying why
 */
export async function ensureChromium(
  env = process.env,
  platform = process.platform,
  install = ensurePrograms,
) {
  let found = findChromium(env);
  for (const name of platform === 'linux' ? PACKAGES : []) {
    if (found) break;
    try {
      await install([[name, name]]);
    } catch (error) {
      say(error.message);
    }
    found = findChromium(env);
  }
  if (!found)
    say(
      `no Chromium ${OLDEST_CHROMIUM} or newer was found, so the tests do not run on it; HASHIYA_CHROMIUM names one`,
    );
  return found;
}

/**
 * Starts the Chromium without a window.
 *
 * @param args         additional switches
 * @returns            `{ browser, version }`
 * @throws SetupError  when there is none
 */
export async function launchChromium(args = []) {
  const found = await ensureChromium();
  if (!found) throw new SetupError('a Chromium is needed');
  // `npm test` imports this file before anything is installed, so Playwright is imported only here.
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--disable-gpu', ...args],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return { browser, version: found.version };
}

/** Returns the first Chromium in HASHIYA_CHROMIUM or on the PATH that is new enough. */
export function findChromium(env, versionOf = askVersion) {
  const named = env.HASHIYA_CHROMIUM ? [env.HASHIYA_CHROMIUM] : [];
  for (const path of [...named, ...onPath(env.PATH ?? '')]) {
    const version = readVersion(versionOf(path));
    if (version && Number.parseInt(version, 10) >= OLDEST_CHROMIUM) return { path, version };
  }
  return null;
}

/** @param printed  such as `Chromium 156.0.8078.108 built on Debian`; `null` when it did not start */
export function readVersion(printed) {
  return /(\d+(?:\.\d+){3})/.exec(printed ?? '')?.[1] ?? null;
}

const askVersion = (path) => outputOf(path, ['--version']);

const onPath = (path) =>
  path
    .split(delimiter)
    .flatMap((dir) =>
      PROGRAMS.filter((name) => isOnPath(name, dir)).map((name) => join(dir, name)),
    );
