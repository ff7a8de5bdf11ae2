/**
 * `npm run bench:startup [-- --rounds N]`: starts Hashiya and an empty window alternately on the same runtime, and prints
 * medians, spread, ratios, and where Hashiya's time goes.
 */
import { readOptions } from '../dev/options.mjs';
import { median, round, spread } from './figures.ts';
import { goFirst, openElectron } from './tricks/start-electron.mjs';

const { values: options } = readOptions('bench:startup', {
  rounds: { type: 'string', default: '9', help: 'starts of each' },
});
const ROUNDS = Number(options.rounds);
const EMPTY_WINDOW = 'scripts/bench/empty-window';
/** The limits of the list and of the first search, as multiples of the first paint of the empty window. */
const TARGETS = { libraryListedMs: 1.35, searchAnsweredMs: 1.75 };
/** The points of its start that Hashiya prints, in order. */
const POINTS = [
  'mainStartedMs',
  'readyMs',
  'windowOpenedMs',
  'wiredMs',
  'pageStartedMs',
  'scriptStartedMs',
  'firstPaintMs',
  ...Object.keys(TARGETS),
];

goFirst();
const electron = await openElectron();
const empty = [];
const ours = [];
try {
  // Round 0 loads both into the file cache and does not count.
  for (let at = 0; at <= ROUNDS; at += 1) {
    const bare = await electron.launch(EMPTY_WINDOW);
    const own = await electron.launch('.', ['--smoke']);
    if (at === 0) continue;
    empty.push(bare.firstPaint - bare.launchedAt);
    ours.push(own);
  }
} finally {
  electron.stop();
}

const base = median(empty);
console.log(`${electron.name}, ${ROUNDS} alternating starts, ms: median (spread)`);
print('empty window, first paint', empty);
for (const point of POINTS) {
  const values = ours.map((run) => run[point]);
  const limit = TARGETS[point];
  const ratio = limit ? `  ratio ${(median(values) / base).toFixed(2)}, target ${limit}` : '';
  print(`hashiya, ${point.replace(/Ms$/, '')}`, values, ratio);
}
console.log(`hashiya, resident memory    ${median(ours.map((run) => run.residentMb))} MB`);

function print(what, values, more = '') {
  console.log(`${what.padEnd(27)} ${round(median(values), 0)} (${spread(values)})${more}`);
}
