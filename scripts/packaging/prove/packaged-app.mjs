/** A packed app, started as an ordinary user and driven over the Chrome DevTools Protocol. */
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '@playwright/test';

const START_MS = 90_000;
const QUIT_MS = 30_000;
const POLL_MS = 100;

/**
 * Starts `program` and waits for its window.
 *
 * @param options.user  as `createOrdinaryUser()` gives it
 * @param options.command  how it is called, when not by its own path
 * @param options.env   the screen
 * @returns             `{ page, processes, errors, quit }`
 */
export async function startPackaged({ user, program, command = program, env, args = [] }) {
  const port = await freePort();
  const child = user.start(
    [command, '--disable-gpu', `--remote-debugging-port=${port}`, ...args],
    env,
  );
  let errors = '';
  child.stderr.on('data', (data) => (errors += data));
  const ended = new Promise((resolve) => child.once('close', resolve));
  const browser = await connect(port, ended, () => errors);
  const page = browser.contexts()[0].pages()[0];
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached', timeout: START_MS });
  return {
    page,
    processes: () => processesOf(program),
    errors: () => errors,
    quit: async () => {
      await page.evaluate(() => setTimeout(() => window.close(), 0)).catch(() => undefined);
      const isOver = await Promise.race([ended.then(() => true), wait(QUIT_MS, false)]);
      if (!isOver) child.kill('SIGKILL');
      await browser.close().catch(() => undefined);
      return isOver;
    },
  };
}

async function connect(port, ended, errors) {
  const end = Date.now() + START_MS;
  const state = { isRunning: true };
  void ended.then(() => (state.isRunning = false));
  while (state.isRunning && Date.now() < end) {
    try {
      // Electron has no downloads of its own to redirect, and 25 refuses the defaults.
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`, {
        noDefaults: true,
        isLocal: true,
      });
    } catch {
      await wait(POLL_MS); // Not listening yet.
    }
  }
  throw new Error(`the app did not start:\n${errors()}`);
}

/** Every process of a program: `[{ pid, args, seccomp, noNewPrivs }]`. */
export function processesOf(program) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (readlinkSync(`/proc/${pid}/exe`) !== program) return [];
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        return [
          {
            pid: Number(pid),
            args: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/),
            seccomp: /^Seccomp:\s*(\d)/m.exec(status)?.[1],
            user: /^Uid:\s*(\d+)/m.exec(status)?.[1],
          },
        ];
      } catch {
        return []; // It ended meanwhile.
      }
    });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
