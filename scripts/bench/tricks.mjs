/**
 * `npm run bench:tricks`: measures what each trick of the start gains. The app is built once unchanged and once without
 * each trick, and both are started in turn: the window's tricks on a current Chromium, from the navigation to the first
 * screen; those of the main process on Electron, from the launch to the list and to the first search.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildVariant } from './tricks/build-variants.mjs';
import { seededRandom } from '../../tests/support/seeded-random.ts';
import { median } from './figures.ts';
import { gainOf } from './tricks/compare.mjs';
import { openChromium } from './tricks/start-chromium.mjs';
import { goFirst, openElectron } from './tricks/start-electron.mjs';
import { AS_IS, VARIANTS } from './tricks/variants.mjs';
import { readOptions } from '../dev/options.mjs';

const { values: options } = readOptions('bench:tricks', {
  engine: { type: 'string', help: 'chromium or electron only' },
  rounds: { type: 'string', default: '31', help: 'pairs of starts for each trick' },
  only: { type: 'string', help: 'tricks by their ids, parted by commas' },
  folder: { type: 'string', help: 'builds there, and measures what was built there before' },
  build: { type: 'boolean', default: false, help: 'builds only' },
});
const OPENERS = { chromium: openChromium, electron: openElectron };
/** The printed figures of each start, with their names. */
const FIGURES = { listed: 'first screen', searched: 'first search', processor: 'processor' };

const folder = options.folder
  ? resolve(options.folder)
  : mkdtempSync(join(tmpdir(), 'hashiya-tricks-'));
goFirst();
try {
  for (const [engine, open] of Object.entries(OPENERS)) {
    if (options.engine && options.engine !== engine) continue;
    const tricks = prepare(engine);
    if (!options.build) await measure(tricks, open);
  }
} finally {
  if (!options.folder) rmSync(folder, { recursive: true, force: true });
}

/** Builds what is not built yet. @returns the variants to measure, including those of earlier builds */
function prepare(engine) {
  mkdirSync(folder, { recursive: true });
  buildVariant(join(folder, AS_IS.id), AS_IS);
  const chosen = options.only?.split(',');
  for (const variant of VARIANTS)
    if (variant.engine === engine && (!chosen || chosen.includes(variant.id)))
      buildVariant(join(folder, variant.id), variant);
  return readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name, 'variant.json'), 'utf8')))
    .filter((variant) => variant.engine === engine && (!chosen || chosen.includes(variant.id)));
}

async function measure(tricks, open) {
  const engine = await open();
  const pairs = new Map(tricks.map(({ id }) => [id, []]));
  const loads = [];
  try {
    // Round 0 loads every build into the file cache and does not count.
    for (let round = 0; round <= Number(options.rounds); round += 1) {
      loads.push(loadavg()[0]);
      for (const trick of shuffled(tricks, round)) {
        // The two starts of a pair swap their order in each round, so that neither gains by it.
        const order = round % 2 === 0 ? [AS_IS.id, trick.id] : [trick.id, AS_IS.id];
        const runs = {};
        for (const variant of order) runs[variant] = await engine.start(join(folder, variant));
        if (round > 0) pairs.get(trick.id).push({ with: runs[AS_IS.id], without: runs[trick.id] });
      }
    }
  } finally {
    await engine.stop();
  }
  print(engine.name, tricks, pairs, loads);
}

function shuffled(tricks, seed) {
  const random = seededRandom(seed + 1);
  return tricks
    .map((trick) => ({ trick, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ trick }) => trick);
}

function print(name, tricks, pairs, loads) {
  const keys = Object.keys(FIGURES).filter((key) => [...pairs.values()][0]?.[0]?.with[key] > 0);
  console.log(
    `\n${name}, ${options.rounds} pairs for each, ms (95 % of the bootstrap), load ${median(loads).toFixed(1)}\n`,
  );
  const head = ['trick', 'where', ...keys.flatMap((key) => [`${FIGURES[key]}, with`, 'gain'])];
  console.log(`| ${head.join(' | ')} |\n|${head.map(() => ' --- |').join('')}`);
  for (const { id, what, where } of tricks) {
    const cells = keys.flatMap((key) => {
      const series = pairs
        .get(id)
        .map((pair) => ({ with: pair.with[key], without: pair.without[key] }));
      const { gain, low, high } = gainOf(series);
      const round = (ms) => ms.toFixed(Math.abs(ms) < 10 ? 1 : 0);
      return [
        round(median(series.map((pair) => pair.with))),
        `${round(gain)} (${round(low)} to ${round(high)})`,
      ];
    });
    console.log(`| ${id}: ${what} | ${where} | ${cells.join(' | ')} |`);
  }
}
