/** Runs the reader in an Electron and follows it to its end. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { runtimeEnv } from './electron/electron.mjs';
import { childEnv } from './command.mjs';
import { rootDir } from './paths.mjs';

/** Chromium without a system bus or a graphics card says this, and it means nothing. */
const NOISE = /:ERROR:(?:bus|viz_main_impl)\.cc\(/;

/** How long the app may take to save its work when asked to end. */
const CLOSE_MS = 5_000;

/**
 * Starts the app; its stdout is ours.
 *
 * @param options.electron  as `resolveElectron()` returns it
 * @param options.screen    as `prepareScreen()` returns it
 * @returns                 `{ ended, close }`: a promise of its exit code, and how to end it
 */
export function startApp({ electron, args, screen }) {
  const isRoot = process.getuid?.() === 0;
  const switches = chromiumSwitches({ isRoot, isVirtual: screen.isVirtual, env: process.env });
  const child = spawn(electron.path, [...switches, rootDir, ...args], {
    cwd: rootDir,
    env: appEnv({ ...screen.env, ...runtimeEnv(electron) }),
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!isNoise(line)) process.stderr.write(`${line}\n`);
  });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  return { ended, close: () => close(child) };
}

export function isNoise(line) {
  return NOISE.test(line);
}

/**
 * Chromium refuses to run as root with its sandbox. On a virtual screen its GPU process starts, fails
 * and starts again in software, and about every second picture taken meanwhile never comes. Older
 * ones need to be told to use Wayland.
 */
export function chromiumSwitches({ isRoot, isVirtual, env }) {
  const switches = [];
  if (isRoot) switches.push('--no-sandbox');
  if (isVirtual) switches.push('--disable-gpu');
  if (env.WAYLAND_DISPLAY && !env.DISPLAY) switches.push('--ozone-platform=wayland');
  return switches;
}

/** Terminals inside an Electron-based editor set a variable that turns Electron into plain Node. */
function appEnv(extra) {
  const env = childEnv(extra);
  delete env.ELECTRON_RUN_AS_NODE;
  return env;
}

function close(child) {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), CLOSE_MS).unref();
}
