/**
 * Kills the real app repeatedly while it imports a folder, and checks what is left.
 *
 *   npm run -s torture:import -- [--kills 50] [--files 1000]
 *
 * The folder is opened with the app, as from a terminal; after a kill the app is started again and continues by itself.
 * After each kill every existing article must be complete and its original stored. When an import has finished, every
 * file must be one article or refused with its reason, nothing may be left over, and the stored index must answer like a
 * new one. Only processes started here are killed.
 */
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ownPaths } from '#main/library/own-paths.ts';
import type { ImportItem } from '#shared/domain/import.ts';
import { startDisplay } from '../../../scripts/dev/display.mjs';
import { resolveElectron } from '../../../scripts/dev/electron/electron.mjs';
import { startApp } from '../store/app-process.mjs';
import { listLeftOvers } from '../store/torture-book.mjs';
import { compareIndex, countNotStored } from './compare-index.ts';
import { type App, type Window, ask, countNotListed, stateOf, untilState } from './torture-app.ts';
import { writeTortureFiles } from '../../material/torture-files.ts';
import { check, lookAt, readOwnArticles } from './torture-library.ts';
import { readOptions } from '../../../scripts/dev/options.mjs';

/** Longest run after a start, ms, for kills at any moment of it. */
const LONGEST_START_MS = 3000;
/** Longest run after the import was seen running, ms. */
const LONGEST_LIFE_MS = 900;
/** Longest run after the end of the import, ms, in which the index is stored. */
const LONGEST_REST_MS = 5000;
/** Longest life of processes without their main process, ms. */
const ORPHAN_LIMIT_MS = 30_000;
/** Longest time for storing the index, and for quitting, ms. */
const STORE_LIMIT_MS = 180_000;
const QUIT_LIMIT_MS = 180_000;
const MAX_FAILED_STARTS = 10;
/** How many queries the stored index is asked. */
const QUERIES = 40;
const WORDS = 120;

const { values } = readOptions('torture:import', {
  kills: { type: 'string', default: '50', help: 'how often the app is killed' },
  files: { type: 'string', default: '1000', help: 'files of the folder' },
});
const wanted = Number(values.kills);
/** Kills that are reserved for the time after the import, in which the index is stored. */
const reserved = Math.ceil(wanted / 10);
const display = await startDisplay();
const { path: electron, version } = resolveElectron();
const folder = mkdtempSync(join(tmpdir(), 'hashiya-torture-import-'));
const files = await writeTortureFiles(join(folder, 'files'), Number(values.files));
const counts = {
  electron: version,
  files: files.length,
  imports: 0,
  kills: 0,
  killsWhileStarting: 0,
  killsWhileImporting: 0,
  killsWhileStoring: 0,
  articles: 0,
  refused: 0,
};
const wrong = {
  failedStarts: 0,
  orphans: 0,
  notices: 0,
  halfArticles: 0,
  originals: 0,
  missing: 0,
  twice: 0,
  reasons: 0,
  leftOverFiles: 0,
  notListed: 0,
  notStored: 0,
  otherHits: 0,
  otherFrequencies: 0,
};

let latest: App | undefined;
try {
  for (let library = 0; isGoingOn(library); library++)
    await importOnce(join(folder, `data-${library}`));
} finally {
  // An app is still running here only if this script has a bug.
  if (latest && latest.running().length > 0) latest.killAll();
  await display.stop();
}
const faults = Object.values(wrong).reduce((sum, each) => sum + each, 0);
if (faults === 0) rmSync(folder, { recursive: true, force: true });
else say(`what is wrong is in ${folder}`);
for (const [name, count] of Object.entries({ ...counts, ...wrong }))
  say(`${name.padEnd(20)} ${count}`);
process.stdout.write(`${JSON.stringify({ ...counts, wrong })}\n`);
process.exitCode = faults > 0 || counts.kills < wanted ? 1 : 0;

/** Tells whether another import should begin; an app that does not start is not tried for ever. */
function isGoingOn(library: number): boolean {
  return library === 0 || (counts.kills < wanted && wrong.failedStarts < MAX_FAILED_STARTS);
}

/** Imports one library from the beginning to the end and beyond, killed as often as kills are left. */
async function importOnce(data: string): Promise<void> {
  let isDone = false;
  while (!isDone && counts.kills < wanted - reserved) isDone = await killImporting(data);
  if (!isDone) await quitAfter(data, untilImported);
  for (let kill = 0; kill < (isDone ? 1 : reserved) && counts.kills < wanted; kill++)
    await killStoring(data);
  await finish(data);
  counts.imports += 1;
  say(`${JSON.stringify(counts)} ${JSON.stringify(wrong)}`);
}

function untilImported(window: Window) {
  return untilState(window, ({ state }) => state === 'done');
}

function start(data: string): App {
  // The folder is named again only if the app has not yet stored the request.
  const isKnown = list(ownPaths(data).library).some((name) => name.startsWith('import-'));
  const paths = isKnown ? [] : [join(folder, 'files')];
  latest = startApp({ electron, folder: data, env: { ...process.env, ...display.env }, paths });
  return latest;
}

/** Runs the app once and kills it at its start or during the import. @returns whether the import had finished */
async function killImporting(data: string): Promise<boolean> {
  const app = start(data);
  if (randomInt(3) === 0) {
    await wait(randomInt(LONGEST_START_MS));
    await kill(app, data);
    counts.killsWhileStarting += 1;
    return false;
  }
  const window = await connect(app);
  if (!window) return false;
  const state = await untilState(window, ({ state: now }) => now !== 'idle');
  if (state?.state === 'running') await wait(randomInt(LONGEST_LIFE_MS));
  const last = await stateOf(window);
  await kill(app, data);
  if (last?.state === 'running') counts.killsWhileImporting += 1;
  return last?.state === 'done';
}

/** Runs the app once after the import, and kills it while the index is tidied and stored. */
async function killStoring(data: string): Promise<void> {
  const app = start(data);
  if (!(await connect(app))) return;
  await wait(randomInt(LONGEST_REST_MS));
  await kill(app, data);
  counts.killsWhileStoring += 1;
}

/** Ends the main process, or every process at once, and checks what that leaves. */
async function kill(app: App, data: string): Promise<void> {
  if (randomInt(3) === 0) app.killAll();
  else app.killMain();
  counts.kills += 1;
  await app.ended;
  const limit = Date.now() + ORPHAN_LIMIT_MS;
  while (app.running().length > 0 && Date.now() < limit) await wait(20);
  const orphans = app.running();
  for (const pid of orphans) process.kill(Number(pid), 'SIGKILL');
  wrong.orphans += orphans.length;
  add(lookAt(data));
}

/** Lets the import finish, quits the app as a reader does, and checks everything. */
async function finish(data: string): Promise<void> {
  const items = await quitAfter(data, async (window) => {
    await untilImported(window);
    return await ask<ImportItem[]>(window, 'import/items', {});
  });
  wrong.reasons += countWrongReasons(items ?? []);
  const { articles } = readOwnArticles(data);
  await quitAfter(data, async (window) => {
    wrong.notListed += await countNotListed(window, new Set(articles.map(({ id }) => id)));
    const limit = Date.now() + STORE_LIMIT_MS;
    while (countNotStored(data, articles) > 0 && Date.now() < limit) await wait(500);
  });
  add(check(data, files));
  wrong.leftOverFiles += listLeftOvers(data).length;
  const questions = everyNth(QUERIES).map(({ words }) => words.slice(1, 4).join(' '));
  const words = everyNth(WORDS).map(({ words: all }, at) => all[at % all.length] ?? '');
  add(compareIndex(data, articles, { queries: questions, words }));
  counts.articles += articles.length;
  counts.refused += items?.filter(({ outcome }) => outcome.kind === 'failed').length ?? 0;
}

/** Runs the app once without a kill. */
async function quitAfter<Value>(
  data: string,
  act: (window: Window) => Promise<Value>,
): Promise<Value | null> {
  const app = start(data);
  const window = await connect(app);
  if (!window) return null;
  const info = await ask<{ notices: { code: string }[] }>(window, 'app/info', {});
  const worrying = info?.notices.filter(({ code }) => code !== 'store/low-space') ?? [];
  if (worrying.length > 0) say(`notices: ${JSON.stringify(worrying)}`);
  wrong.notices += worrying.length;
  const value = await act(window);
  void window.evaluate('window.close()');
  const timer = setTimeout(app.killAll, QUIT_LIMIT_MS);
  if ((await app.ended) !== 0) wrong.failedStarts += 1;
  clearTimeout(timer);
  return value;
}

async function connect(app: App): Promise<Window | null> {
  const window = await app.connect();
  if (window) return window;
  wrong.failedStarts += 1;
  app.killAll();
  await app.ended;
  return null;
}

/** Counts wrong outcomes: refused files must have their reason, and every other file must be imported or known. */
function countWrongReasons(items: readonly ImportItem[]): number {
  const byPath = new Map(items.map((item) => [item.path, item.outcome]));
  return files.filter(({ path, refusal }) => {
    const outcome = byPath.get(path);
    if (refusal !== null) return outcome?.kind !== 'failed' || outcome.code !== refusal;
    return outcome?.kind !== 'added' && outcome?.kind !== 'duplicate';
  }).length;
}

function add(found: Partial<typeof wrong>): void {
  for (const [name, count] of Object.entries(found)) wrong[name as keyof typeof wrong] += count;
}

/** Returns so many of the importable files, evenly chosen. */
function everyNth(count: number) {
  const good = files.filter(({ refusal }) => refusal === null);
  const step = Math.max(1, Math.floor(good.length / count));
  return good.filter((_, index) => index % step === 0).slice(0, count);
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
