/** Starts built apps in Electron and measures them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { startDisplay } from '../../dev/display.mjs';
import { resolveElectron } from '../../dev/electron/electron.mjs';

/** Rest before each start, ms, so that what the start before it left running has ended. */
const REST_MS = 300;
/** A tick of the times in `/proc`, ms. */
const TICK_MS = 10;

/** @returns `{ name, start, stop }`; `start(folder)` gives `{ listed, searched, processor }`, ms since the launch */
export async function openElectron() {
  const electron = resolveElectron();
  const display = await startDisplay();
  return {
    name: `Electron ${electron.version}`,
    start: (folder, dataFolder) => start(electron.path, display.env, folder, dataFolder),
    stop: () => display.stop(),
  };
}

/** @param kept  a data folder that stays; without one the start is a reader's first */
async function start(program, screen, folder, kept) {
  await rest(REST_MS);
  const dataFolder = kept ?? mkdtempSync(join(tmpdir(), 'hashiya-tricks-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const launchedAt = Date.now();
  const child = spawn(
    program,
    [folder, ...asRoot, '--disable-gpu', `--user-data-dir=${dataFolder}`, '--smoke'],
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
  if (!kept) rmSync(dataFolder, { recursive: true, force: true });
  const line = out.split('\n').find((text) => text.startsWith('{'));
  if (!line) throw new Error(`${folder} printed nothing`);
  const { libraryListedMs, searchAnsweredMs } = JSON.parse(line);
  return { listed: libraryListedMs, searched: searchAnsweredMs, processor };
}

/** Processor time of all processes of a group so far, ms; 0 where there is no `/proc`. */
function processorTime(group) {
  if (process.platform !== 'linux') return 0;
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
      if (Number(fields[2]) === group) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has ended meanwhile.
    }
  }
  return ticks * TICK_MS;
}
