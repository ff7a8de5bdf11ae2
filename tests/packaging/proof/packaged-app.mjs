/** Starts a packed app as an ordinary user and drives it over the Chrome DevTools Protocol. */
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
 * @param options.user  from `createOrdinaryUser()`
 * @param options.command  the command to start it, if it is not its own path
 * @param options.env   variables for the screen
 * @returns             `{ page, processes, quit }`
 */
export async function startPackaged({ user, program, command = program, env, args = [] }) {
  const port = await freePort();
  const child = user.start([command, ...switches(port), ...args], env);
  return adoptPackaged({ child, program, port });
}

/** Does the same with an app on a known port that somebody else started, or that `child` starts. */
export async function adoptPackaged({ child, program, port }) {
  const errors = errorsOf(child);
  const ended = new Promise((resolve) => child.once('close', resolve));
  const browser = await connect(port, () => processesOf(program).length > 0, errors);
  const page = browser.contexts()[0].pages()[0];
  await page.locator('html[data-library=listed]').waitFor({ state: 'attached', timeout: START_MS });
  return {
    page,
    processes: () => processesOf(program),
    quit: async () => {
      await page.evaluate(() => setTimeout(() => window.close(), 0)).catch(() => undefined);
      const isOver = await Promise.race([ended.then(() => true), wait(QUIT_MS, false)]);
      if (!isOver) child.kill('SIGKILL');
      await browser.close().catch(() => undefined);
      return isOver;
    },
  };
}

/** Returns what an app prints when it ends by itself with an error; `null` when it does not end so. */
export async function refusalOf({ user, program, command = program, env, args = [] }) {
  const child = user.start([command, '--disable-gpu', ...args], env);
  const errors = errorsOf(child);
  const ended = new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  const code = await Promise.race([ended, wait(QUIT_MS, 0)]);
  await endApp(program);
  return code === 0 ? null : errors();
}

function switches(port) {
  return ['--disable-gpu', `--remote-debugging-port=${port}`];
}

function errorsOf(child) {
  let errors = '';
  child.stderr.on('data', (data) => (errors += data));
  return () => errors;
}

async function connect(port, isRunning, errors) {
  const start = Date.now();
  let wasRunning = false;
  while (Date.now() < start + START_MS && (isRunning() || !wasRunning)) {
    wasRunning ||= isRunning();
    try {
      // Electron has no own downloads to redirect, and version 25 refuses the defaults.
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`, {
        noDefaults: true,
        isLocal: true,
      });
    } catch {
      await wait(POLL_MS); // The app does not listen yet.
    }
  }
  throw new Error(`the app did not start:\n${errors()}`);
}

/** Returns every process of a program: `[{ pid, args, seccomp, user }]`. */
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
        return []; // The process has ended meanwhile.
      }
    });
}

/** Ends every process of a program, because the next start must not find one that is still closing. */
export async function endApp(program) {
  const end = Date.now() + QUIT_MS;
  for (let running = processesOf(program); running.length > 0; running = processesOf(program)) {
    for (const { pid } of running) {
      try {
        process.kill(pid, Date.now() < end ? 'SIGTERM' : 'SIGKILL');
      } catch {
        // The process ended with its parent.
      }
    }
    await wait(POLL_MS);
  }
}

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
