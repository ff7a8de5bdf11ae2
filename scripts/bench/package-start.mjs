/**
 * `npm run bench:package [-- --rounds N]`: starts of the installed deb and of an empty Electron app packed and
 * put beside it in the same way, in turn, by an ordinary user behind the sandbox; medians, spread, ratios.
 *
 * Needs root and the deb of `npm run package`, as `npm run prove:package` does; takes everything back.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { startDisplay } from '../dev/display.mjs';
import { readPackage, rootDir } from '../dev/paths.mjs';
import { endWith, SetupError } from '../dev/say.mjs';
import { exitOnStop } from '../dev/signals.mjs';
import { ensureElectron } from '../dev/electron/electron.mjs';
import { packedNames, packedVersion } from '../build/packaging/packed-names.mjs';
import { makeEmptyProject, packInto } from '../build/packaging/empty-app.mjs';
import { apt } from '../prove/packaging/deb.mjs';
import { PROGRAM } from '../prove/packaging/installed.mjs';
import { createOrdinaryUser } from '../prove/packaging/ordinary-user.mjs';

/** First paint of our window, as a multiple of the empty window's. */
const TARGET = 1.3;
const LEAST_ROUNDS = 7;
const START_MS = 60_000;
/** Before each start, ms: what the one before has left to end, ends. */
const REST_MS = 500;

/** Beside ours, on the same disk, for everybody to read. */
const EMPTY_FOLDER = '/opt/Hashiya-empty';

const { name } = readPackage();
const deb = join(rootDir, 'dist', packedNames(packedVersion(await ensureElectron())).deb);
const roundsAt = process.argv.indexOf('--rounds');
const rounds = Math.max(LEAST_ROUNDS, roundsAt > 0 ? Number(process.argv[roundsAt + 1]) : 9);

exitOnStop();
try {
  if (process.getuid?.() !== 0)
    throw new SetupError('bench:package needs root, on a Debian to spare');
  if (!existsSync(deb)) throw new SetupError(`${deb} is missing: run npm run package`);
  const packed = await packInto('empty-start', makeEmptyProject(), ['dir']);
  try {
    execFileSync('cp', ['-a', join(packed, 'linux-unpacked'), EMPTY_FOLDER]);
    apt(['install', '--reinstall', deb]);
    await compare();
  } finally {
    apt(['purge', name]);
    rmSync(EMPTY_FOLDER, { recursive: true, force: true });
  }
} catch (error) {
  endWith(error);
}

async function compare() {
  const user = createOrdinaryUser();
  const screen = await startDisplay();
  const empty = [];
  const ours = { firstPaintMs: [], libraryListedMs: [] };
  const start = (program, round) => startOnce({ user, env: screen.env, program, round });
  try {
    // Round 0 brings both into the file cache and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const bare = await start(join(EMPTY_FOLDER, 'hashiya'), round);
      const full = await start(PROGRAM, round);
      if (round === 0) continue;
      empty.push(Math.round(bare.firstPaint - bare.launchedAt));
      for (const key of Object.keys(ours)) ours[key].push(full[key]);
    }
  } finally {
    screen.stop();
    user.remove();
  }
  print(empty, ours);
}

function print(empty, { firstPaintMs, libraryListedMs }) {
  const ratio = median(firstPaintMs) / median(empty);
  const listed = median(libraryListedMs) / median(empty);
  const line = (values) => `${median(values)} (${Math.min(...values)}–${Math.max(...values)})`;
  console.log(`${rounds} starts of each in turn, ms: median (spread)`);
  console.log(`empty app, first paint      ${line(empty)}`);
  console.log(
    `hashiya, first paint        ${line(firstPaintMs)}  ratio ${ratio.toFixed(2)}, target ${TARGET}`,
  );
  console.log(`hashiya, library listed     ${line(libraryListedMs)}  ratio ${listed.toFixed(2)}`);
  if (ratio > TARGET) process.exitCode = 1;
}

/** Each start is a reader's first: with a data folder that is not there yet. */
async function startOnce({ user, env, program, round }) {
  const folder = join(user.home, `start-${round}`);
  const owner = statSync(user.home);
  await rest(REST_MS);
  const launchedAt = Date.now();
  // Not through runuser, whose own time would flatter the ratio.
  const child = spawn(program, ['--disable-gpu', '--smoke', `--user-data-dir=${folder}`], {
    cwd: user.home,
    uid: owner.uid,
    gid: owner.gid,
    env: {
      PATH: '/usr/bin:/bin',
      HOME: user.home,
      LANG: 'C.UTF-8',
      ...env,
      HASHIYA_LAUNCHED_AT: String(launchedAt),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.on('data', (data) => (out += data));
  const timer = setTimeout(() => child.kill('SIGKILL'), START_MS);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  rmSync(folder, { recursive: true, force: true });
  const line = out.split('\n').find((text) => text.startsWith('{'));
  if (!line) throw new Error(`${program} printed nothing`);
  return { launchedAt, ...JSON.parse(line) };
}

function median(values) {
  return Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]);
}
