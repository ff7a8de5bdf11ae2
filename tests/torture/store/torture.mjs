/**
 * Kills the real app repeatedly while it saves, and counts losses.
 *
 *   npm run torture:store -- [--kills 500] [--compacting 50] [--migrating 50] [--double 20]
 *
 * The app is driven through its window, as by a reader's change. An annotation is lost when the next start finds neither
 * its last acknowledged note nor one that was being saved at a kill. Only processes started here are killed.
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startDisplay } from '../../../scripts/dev/display.mjs';
import { resolveElectron } from '../../../scripts/dev/electron/electron.mjs';
import { startApp } from './app-process.mjs';
import { annotationId, writeFirstVersion } from './first-version.mjs';
import { createBook, listJournal, listLeftOvers, wasMigrating } from './torture-book.mjs';
import { readOptions } from '../../../scripts/dev/options.mjs';

/** Longest run of a window that writes, ms. */
const LONGEST_LIFE_MS = 700;
const ANNOTATIONS_PER_ARTICLE = 12;
/** How many saves are on their way at once. */
const WRITERS = 4;
/** Notes of up to so many words fill the journal within a few dozen changes, so that it is compacted. */
const LONG_NOTE_REPEATS = 15_000;
/** Compactions are killed before they end, so the journal of a library grows with every kill. */
const KILLS_OF_A_LIBRARY = 50;
/** About how long the compaction process lives, ms. */
const COMPACTION_MS = 250;
/** Longest wait for a compaction to begin, ms. */
const COMPACTION_LIMIT_MS = 30_000;
/** Longest wait in one run until a long journal is tidied, ms. */
const TIDY_LIMIT_MS = 300_000;
/** How many runs may tidy what quits of limited length left over. */
const MOST_TIDY_RUNS = 3;
/** Longest ordinary end, ms. */
const QUIT_LIMIT_MS = 180_000;

const { values } = readOptions('torture:store', {
  kills: { type: 'string', default: '500', help: 'kills while marks are saved' },
  compacting: { type: 'string', default: '50', help: 'kills while the journal is compacted' },
  migrating: { type: 'string', default: '50', help: 'kills while an old store is carried over' },
  double: { type: 'string', default: '20', help: 'second starts beside a running app' },
});

const display = await startDisplay();
const { path: electron, version } = resolveElectron();
const { articles } = JSON.parse(readFileSync('out/library/articles.json', 'utf8'));
const counts = {
  electron: version,
  kills: 0,
  killsWhileCompacting: 0,
  killsWhileMigrating: 0,
  doubleStarts: 0,
  acknowledged: 0,
  refused: 0,
  lost: 0,
  failedStarts: 0,
  notices: 0,
  leftOverFiles: 0,
};

const newFolder = () => mkdtempSync(join(tmpdir(), 'hashiya-torture-'));
const start = (folder) => startApp({ electron, folder, env: { ...process.env, ...display.env } });

/** Starts the app and compares its notes with the record. */
async function openAndCompare(folder, book) {
  const app = start(folder);
  const window = await app.connect();
  const found = window && (await readNotes(window));
  const info = await window?.invoke('app/info', {});
  if (!found || !info?.ok) {
    counts.failedStarts++;
    console.log(`a start failed in ${folder}`);
    app.killAll();
    await app.ended;
    return null;
  }
  const worrying = info.value.notices.filter(({ code }) => code !== 'store/low-space');
  if (worrying.length > 0) console.log(`notices: ${JSON.stringify(worrying)}`);
  counts.notices += worrying.length;
  const lost = book.compare(found);
  if (lost.length > 0) console.log(`lost: ${lost.join(' ')}`);
  counts.lost += lost.length;
  return { app, window };
}

/** Returns every note by annotation; `null` when an article's marks could not be read. */
async function readNotes(window) {
  const found = new Map();
  for (const { id: articleId } of articles) {
    const answer = await window.invoke('marks/get', { articleId });
    if (!answer?.ok) return null;
    for (const { id, note } of answer.value.annotations) found.set(id, note);
  }
  return found;
}

/** Changes annotations through the window until it has ended. Long notes make a compaction due. */
async function write(window, book, { long }) {
  const one = async (writer) => {
    for (let round = 0; ; round++) {
      const number = randomInt(articles.length);
      // Each writer has its own annotations, so that the order of its changes is known.
      const index = writer + WRITERS * randomInt(ANNOTATIONS_PER_ARTICLE / WRITERS);
      const id = annotationId(number, index);
      const articleId = articles[number].id;
      const removes = randomInt(5) === 0;
      const note = removes
        ? null
        : `${writer}-${round}-${randomInt(1e9)} ${'نص '.repeat(randomInt(long ? LONG_NOTE_REPEATS : 200))}`.trim();
      book.changing(id, note);
      const answer = removes
        ? await window.invoke('annotations/remove', { articleId, id })
        : await window.invoke('annotations/save', {
            id,
            articleId,
            meaning: 'fact',
            span: { start: index, end: index + 5 },
            note,
          });
      if (answer === null) return;
      if (answer.ok) {
        counts.acknowledged++;
        book.acknowledged(id, note);
      } else counts.refused++;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => one(writer)));
}

/** Runs the app once: opens, compares, writes and kills it; returns whether it was compacting then. */
async function live(folder, book, { lifeMs, long }) {
  const opened = await openAndCompare(folder, book);
  if (!opened) return false;
  const { app, window } = opened;
  const writing = write(window, book, { long });
  if (long) await untilCompacting(app);
  await wait(lifeMs);
  const wasCompacting = app.isCompacting();
  if (randomInt(2) === 0) app.killMain();
  else app.killAll();
  await Promise.all([app.ended, writing]);
  counts.kills++;
  return wasCompacting;
}

/** Waits until the journal is being compacted, or the limit has passed. */
async function untilCompacting(app) {
  const limit = Date.now() + COMPACTION_LIMIT_MS;
  while (!app.isCompacting() && Date.now() < limit) await wait(2);
}

/** Starts and quits the app ordinarily, and checks that everything is there and nothing is left over. */
async function lookAndQuit(folder, book, stay = async () => {}) {
  const opened = await openAndCompare(folder, book);
  if (!opened) return;
  const { app, window } = opened;
  await stay();
  void window.evaluate('window.close()');
  const timer = setTimeout(app.killAll, QUIT_LIMIT_MS);
  if ((await app.ended) === null) counts.failedStarts++;
  clearTimeout(timer);
}

/** Waits until the app has tidied the segments of earlier runs, some time after its start; the present one stays. */
async function untilTidy(folder, earlier) {
  const limit = Date.now() + TIDY_LIMIT_MS;
  const isLeft = () => listJournal(folder).some((segment) => earlier.includes(segment));
  while (isLeft() && Date.now() < limit) await wait(100);
}

async function finish(folder, book) {
  await lookAndQuit(folder, book);
  await lookAndQuit(folder, book);
  // Quitting does not wait long for what the kills left in the journal, or for a copy of the day that is being written.
  // A longer run tidies the journal, and the next start removes an unfinished copy.
  for (let run = 0; run < MOST_TIDY_RUNS && listLeftOvers(folder).length > 0; run++) {
    const earlier = listJournal(folder);
    await lookAndQuit(folder, book, () => untilTidy(folder, earlier));
  }
  const left = listLeftOvers(folder);
  if (left.length > 0) console.log(`left over in ${folder}: ${left.join(' ')}`);
  counts.leftOverFiles += left.length;
  if (left.length === 0) rmSync(folder, { recursive: true, force: true });
}

/** Kills one run after another, in several libraries, and checks what each kill leaves. */
async function tortureWriting({ kills, compacting }) {
  let kill = 0;
  while (kill < kills || counts.killsWhileCompacting < compacting) {
    const folder = newFolder();
    const book = createBook();
    for (let here = 0; here < KILLS_OF_A_LIBRARY; here++, kill++) {
      if (kill >= kills && counts.killsWhileCompacting >= compacting) break;
      const long = kill % 2 === 0;
      const life = { long, lifeMs: randomInt(long ? COMPACTION_MS : LONGEST_LIFE_MS) };
      if (await live(folder, book, life)) counts.killsWhileCompacting++;
    }
    await finish(folder, book);
    console.log(JSON.stringify(counts));
  }
}

async function tortureMigrating(kills) {
  while (counts.killsWhileMigrating < kills) {
    const folder = newFolder();
    const book = createBook();
    writeFirstVersion(folder, { articles, perArticle: ANNOTATIONS_PER_ARTICLE, book });
    // One migration is killed several times; each start continues where the last one was interrupted.
    for (let kill = 0; kill < 4 && !isMigrated(folder, kill); kill++) {
      const life = { lifeMs: randomInt(COMPACTION_MS), long: true };
      if ((await live(folder, book, life)) && wasMigrating(folder)) counts.killsWhileMigrating++;
    }
    await finish(folder, book);
  }
}

const isMigrated = (folder, kill) => kill > 0 && !wasMigrating(folder);

/** Checks that a second start ends by itself and harms nothing. */
async function startTwice(times) {
  const folder = newFolder();
  const book = createBook();
  for (let time = 0; time < times; time++) {
    const opened = await openAndCompare(folder, book);
    if (!opened) return;
    const writing = write(opened.window, book, { long: false });
    const second = start(folder);
    const timer = setTimeout(second.killAll, QUIT_LIMIT_MS);
    if ((await second.ended) === null) counts.failedStarts++;
    clearTimeout(timer);
    counts.doubleStarts++;
    opened.app.killAll();
    await Promise.all([opened.app.ended, writing]);
  }
  await finish(folder, book);
}

try {
  await tortureWriting({ kills: Number(values.kills), compacting: Number(values.compacting) });
  await tortureMigrating(Number(values.migrating));
  await startTwice(Number(values.double));
} finally {
  await display.stop();
}
console.log(JSON.stringify(counts, null, 2));
process.exitCode =
  counts.lost + counts.failedStarts + counts.leftOverFiles + counts.notices > 0 ? 1 : 0;
