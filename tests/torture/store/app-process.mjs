import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Longest start before it counts as failed, ms. */
const START_LIMIT_MS = 60_000;

/**
 * Starts the built app on a data folder and connects to its window over the DevTools protocol, on loopback.
 *
 * @param {{ electron: string, folder: string, env: NodeJS.ProcessEnv, paths?: readonly string[] }} options
 *   `paths` are files and folders to open with the app, as a system or a terminal passes them
 */
export function startApp({ electron, folder, env, paths = [] }) {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    electron,
    [
      resolve('.'),
      ...asRoot,
      '--disable-gpu',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      ...paths,
    ],
    // The app gets its own process group, so that a kill can reach all of it at once.
    { env, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise((done) => child.once('exit', (code) => done(code)));
  return {
    pid: child.pid,
    /** Exit code, or `null` after a kill. */
    ended,
    /** Connects to the window; `null` when the app ended or the limit passed. */
    connect: () => connect(() => said, child),
    /** True while the compaction process is running. Linux only. */
    isCompacting: () => hasChild(child.pid, 'hashiya-compact'),
    /** Returns every running process of the app, including those without their parent. Linux only. */
    running: () => listProcesses(child.pid, folder),
    /** Ends only the main process; its children notice by themselves. */
    killMain: () => child.kill('SIGKILL'),
    /** Ends every process of the app at once. */
    killAll: () => process.kill(-1 * Number(child.pid), 'SIGKILL'),
  };
}

/** Tells whether a child of an app has the name in the kernel's table. */
function hasChild(mainPid, name) {
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const parent = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1];
      return (
        Number(parent) === mainPid && readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === name
      );
    } catch {
      // The process has ended meanwhile.
      return false;
    }
  });
}

/** Returns processes of the app's group or with its data folder, except dead ones that nobody has waited for. */
function listProcesses(mainPid, folder) {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const [state, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
      if (state === 'Z') return false;
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return Number(group) === mainPid || command.includes(`--user-data-dir=${folder}`);
    } catch {
      // The process has ended meanwhile.
      return false;
    }
  });
}

async function connect(said, child) {
  const limit = Date.now() + START_LIMIT_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < limit) {
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said())?.[1];
    const page = port ? await findPage(port) : null;
    const window = page ? await openConversation(page.webSocketDebuggerUrl) : null;
    if (window && (await isListed(window))) return window;
    window?.close();
    await wait(10);
  }
  return null;
}

/** True when the first screen is shown, and the bridge with it. */
async function isListed(window) {
  const answer = await window.evaluate("document.documentElement.dataset['library'] === 'listed'");
  return answer?.result?.value === true;
}

async function findPage(port) {
  try {
    const list = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    return (
      list.find(({ type, url }) => type === 'page' && url.startsWith('app://hashiya/')) ?? null
    );
  } catch {
    // The app does not listen yet, or was killed meanwhile.
    return null;
  }
}

async function openConversation(address) {
  const socket = new WebSocket(address);
  const waiting = new Map();
  let next = 1;
  const giveUp = () => {
    for (const answer of waiting.values()) answer(null);
    waiting.clear();
  };
  socket.addEventListener('close', giveUp);
  socket.addEventListener('error', giveUp);
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(data);
    waiting.get(id)?.(result ?? null);
    waiting.delete(id);
  });
  await new Promise((done) => {
    socket.addEventListener('open', done, { once: true });
    socket.addEventListener('close', done, { once: true });
  });

  /** Makes one call of the contract from the real window; `null` when the app has ended. */
  async function invoke(channel, input) {
    const expression = `window.bridge.invoke(${JSON.stringify(channel)}, ${JSON.stringify(input)})`;
    const answer = await evaluate(expression);
    return answer?.result?.value ?? null;
  }

  function evaluate(expression) {
    if (socket.readyState !== WebSocket.OPEN) return null;
    const id = next++;
    return new Promise((done) => {
      waiting.set(id, done);
      socket.send(
        JSON.stringify({
          id,
          method: 'Runtime.evaluate',
          params: { expression, awaitPromise: true, returnByValue: true },
        }),
      );
    });
  }

  return { invoke, evaluate, close: () => socket.close() };
}
