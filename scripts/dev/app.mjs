/** Runs the reader in an Electron and waits for its end. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { runtimeEnv } from './electron/electron.mjs';
import { childEnv } from './command.mjs';
import { rootDir } from './paths.mjs';

/** Messages without meaning, which Chromium prints without a system bus or a graphics card. */
const NOISE = /:ERROR:(?:bus|viz_main_impl)\.cc\(/;

/** How long the app may take to save its work when asked to end, ms. */
const CLOSE_MS = 5_000;

/**
 * Starts the app, which writes to this process's stdout.
 *
 * @param options.electron  from `resolveElectron()`
 * @param options.screen    from `prepareScreen()`
 * @returns                 `{ ended, close }`: a promise of its exit code, and a function that ends it
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
 * Returns switches for Chromium. It refuses to run as root with its sandbox. On a virtual screen its GPU process fails
 * and restarts in software, and about half of the pictures taken meanwhile never arrive. Older versions must be told to
 * use Wayland.
 */
export function chromiumSwitches({ isRoot, isVirtual, env }) {
  const switches = [];
  if (isRoot) switches.push('--no-sandbox');
  if (isVirtual) switches.push('--disable-gpu');
  if (env.WAYLAND_DISPLAY && !env.DISPLAY) switches.push('--ozone-platform=wayland');
  return switches;
}

/** Terminals in an Electron-based editor set a variable that turns Electron into plain Node, so it is removed. */
function appEnv(extra) {
  const env = childEnv(extra);
  delete env.ELECTRON_RUN_AS_NODE;
  return env;
}

function close(child) {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), CLOSE_MS).unref();
}
