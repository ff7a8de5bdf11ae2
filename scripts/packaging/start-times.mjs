/** Starts of two packed apps in turn. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDisplay } from '../ready/display.mjs';

/** How much longer the library may take than an empty window's first paint. */
const TARGET = 1.3;

/** Prints the medians and their ratio. */
export async function compareStarts(ours, empty, rounds) {
  const screen = await startDisplay();
  const times = { ours: [], empty: [] };
  try {
    await startOnce(empty, screen.env);
    await startOnce(ours, screen.env); // Both are in the file cache now.
    for (let round = 0; round < rounds; round += 1) {
      const bare = await startOnce(empty, screen.env);
      times.empty.push(bare.firstPaint - bare.launchedAt);
      times.ours.push((await startOnce(ours, screen.env)).libraryListedMs);
    }
  } finally {
    screen.stop();
  }
  const [mine, bare] = [median(times.ours), median(times.empty)];
  console.log(`start, medians of ${rounds}: library listed ${mine} ms, empty app ${bare} ms`);
  console.log(`ratio ${(mine / bare).toFixed(2)}, target ${TARGET}`);
}

async function startOnce(program, env) {
  const folder = mkdtempSync(join(tmpdir(), 'hashiya-start-'));
  const asRoot = process.getuid() === 0 ? ['--no-sandbox'] : [];
  const launchedAt = Date.now();
  const args = [...asRoot, '--disable-gpu', '--smoke', `--user-data-dir=${folder}`];
  const child = spawn(program, args, {
    env: { ...process.env, ...env, HASHIYA_LAUNCHED_AT: String(launchedAt) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.on('data', (data) => (out += data));
  await new Promise((resolve) => child.once('close', resolve));
  rmSync(folder, { recursive: true, force: true });
  const line = out.split('\n').find((text) => text.startsWith('{'));
  if (!line) throw new Error(`${program} printed nothing`);
  return { launchedAt, ...JSON.parse(line) };
}

const median = (values) =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]);
