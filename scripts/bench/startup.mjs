/**
 * `npm run bench:startup [-- --rounds N]`: alternating starts of Hashiya and of an empty window on the
 * same runtime; prints medians, spread, ratios, and where Hashiya's time goes.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { startDisplay } from '../dev/display.mjs';
import { resolveElectron } from '../dev/electron/electron.mjs';
import { goFirst } from './tricks/go-first.mjs';
import { readOptions } from '../dev/options.mjs';

const { values: options } = readOptions('bench:startup', {
  rounds: { type: 'string', default: '9', help: 'starts of each' },
});
const ROUNDS = Number(options.rounds);
/** Rest before each start, ms, so that what the start before it left running has ended. */
const REST_MS = 500;
/** The limits of the list and of the first search, as multiples of the first paint of the empty window. */
const TARGETS = { libraryListedMs: 1.35, searchAnsweredMs: 1.75 };

const electron = resolveElectron();
goFirst();
const display = await startDisplay();

/** Starts an app and answers what it printed as JSON, with the moment of its launch (epoch ms). */
async function start(app, args = []) {
  await rest(REST_MS);
  const folder = await mkdtemp(join(tmpdir(), 'hashiya-bench-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const launchedAt = Date.now();
  const child = spawn(
    electron.path,
    [app, ...asRoot, '--disable-gpu', `--user-data-dir=${folder}`, ...args],
    {
      env: { ...process.env, ...display.env, HASHIYA_LAUNCHED_AT: String(launchedAt) },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let out = '';
  child.stdout.on('data', (data) => (out += data));
  await new Promise((resolve) => child.on('close', resolve));
  await rm(folder, { recursive: true, force: true });
  const line = out.split('\n').find((text) => text.startsWith('{'));
  if (!line) throw new Error(`${app} printed nothing`);
  return { launchedAt, ...JSON.parse(line) };
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const spread = (values) => `${sorted(values)[0]}–${sorted(values).at(-1)}`;

const empty = [];
const ours = [];
try {
  await start('scripts/bench/empty-window');
  await start('.', ['--smoke']); // Warms the file cache for both.
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await start('scripts/bench/empty-window');
    empty.push(Math.round(bare.firstPaint - bare.launchedAt));
    ours.push(await start('.', ['--smoke']));
  }
} finally {
  await display.stop();
}

const base = median(empty);
console.log(`Electron ${electron.version}, ${ROUNDS} alternating starts, ms: median (spread)`);
console.log(`empty window, first paint   ${base} (${spread(empty)})`);
const points = [
  'mainStartedMs',
  'readyMs',
  'windowOpenedMs',
  'wiredMs',
  'pageStartedMs',
  'scriptStartedMs',
  'firstPaintMs',
];
for (const key of [...points, ...Object.keys(TARGETS)]) {
  const values = ours.map((run) => run[key]);
  const target = TARGETS[key];
  const ratio = target ? `  ratio ${(median(values) / base).toFixed(2)}, target ${target}` : '';
  console.log(
    `hashiya, ${key.replace(/Ms$/, '').padEnd(18)} ${median(values)} (${spread(values)})${ratio}`,
  );
}
console.log(`hashiya, resident memory    ${median(ours.map((run) => run.residentMb))} MB`);
