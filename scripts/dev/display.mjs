/** Starts a screen for machines without one: Xvfb on a display number that it finds free itself. */
import { spawn } from 'node:child_process';
import { SetupError } from './say.mjs';

export const SCREEN_PROGRAM = 'Xvfb';

const SCREEN = '1600x1000x24';
const START_MS = 60_000;

export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Starts Xvfb. It gets its own process group, so that Ctrl-C in the terminal does not end the screen before the app has
 * closed.
 *
 * @returns `{ env, stop }`: the variables for programs that draw on it, and a function that ends it
 */
export async function startDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'];
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'];
  const screen = spawn(SCREEN_PROGRAM, args, { stdio, detached: true });
  const stop = () => screen.kill('SIGTERM');
  process.once('exit', stop);
  const number = await readNumber(screen);
  // Neither the process nor its pipe may keep this process alive.
  screen.stdio[3].destroy();
  screen.unref();
  return { env: { DISPLAY: `:${number}` }, stop };
}

/** Reads the number, which Xvfb writes when it is ready for clients. */
function readNumber(screen) {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new SetupError(`${SCREEN_PROGRAM} did not start`));
    const timer = setTimeout(fail, START_MS);
    let text = '';
    screen.once('error', fail);
    screen.once('exit', fail);
    screen.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
}
