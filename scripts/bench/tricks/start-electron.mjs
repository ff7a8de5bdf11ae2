/** Starts built apps in Electron, each on its own data folder, and reads what they print of their start. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { startDisplay } from '../../dev/display.mjs';
import { resolveElectron } from '../../dev/electron/electron.mjs';

/** Pause before each start, ms, so that work of the earlier start has ended. */
const REST_MS = 500;
/** A tick of the times in `/proc`, ms. */
const TICK_MS = 10;

/**
 * Gives this process and its later children the lowest real-time priority (Linux, as root), so that the measured apps run
 * before everything else on a busy machine. Chromium sets the ordinary priority of its processes itself, but not this
 * one.
 */
export function goFirst() {
  try {
    const args = ['--rr', '--all-tasks', '--pid', '1', String(process.pid)];
    execFileSync('chrt', args, { stdio: 'ignore' });
  } catch {
    // On another system, or for an ordinary user, other programs affect the figures.
  }
}

/**
 * @returns `{ name, launch, start, stop }`: `launch(folder, args)` returns what the app in that folder prints as JSON, with
 *          `launchedAt` (epoch ms) and `processor` (ms); `start(folder)` returns `{ listed, searched, processor }` of
 *          Hashiya, ms since the launch
 */
export async function openElectron() {
  const electron = resolveElectron();
  const display = await startDisplay();
  const launch = (folder, args = []) => launchIn(electron.path, display.env, folder, args);
  return {
    name: `Electron ${electron.version}`,
    launch,
    async start(folder) {
      const { libraryListedMs, searchAnsweredMs, processor } = await launch(folder, ['--smoke']);
      return { listed: libraryListedMs, searched: searchAnsweredMs, processor };
    },
    stop: () => display.stop(),
  };
}

async function launchIn(program, screen, folder, args) {
  await rest(REST_MS);
  const dataFolder = mkdtempSync(join(tmpdir(), 'hashiya-start-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const launchedAt = Date.now();
  const child = spawn(
    program,
    [folder, ...asRoot, '--disable-gpu', `--user-data-dir=${dataFolder}`, ...args],
    {
      env: { ...process.env, ...screen, HASHIYA_LAUNCHED_AT: String(launchedAt) },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    },
  );
  let out = '';
  let processor = 0;
  child.stdout.on('data', (data) => {
    processor ||= processorTime(child.pid);
    out += data;
  });
  await new Promise((resolve) => child.on('close', resolve));
  rmSync(dataFolder, { recursive: true, force: true });
  const line = out.split('\n').find((text) => text.startsWith('{'));
  if (!line) throw new Error(`${folder} printed nothing`);
  return { launchedAt, processor, ...JSON.parse(line) };
}

/** Returns the processor time of all processes of a group so far, ms; 0 without `/proc`. */
function processorTime(group) {
  if (process.platform !== 'linux') return 0;
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
      if (Number(fields[2]) === group) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // The process has ended meanwhile.
    }
  }
  return ticks * TICK_MS;
}
